// What is in focus: what is about the chosen organisation, pair or path, or about a finding.
addControl("reach", {
  word: "in_reach",
  is: () => focal() !== undefined,
  choices: () => [["", say("reach.one")], ["two", say("reach.two")]],
});

// Who is one line away from whom, over the lines that carry something.
const linked = () => {
  const found = new Map();
  for (const { edge, style } of all) {
    if (style === FAINT || edge.set === "parts") continue;
    const [a, b] = edge.ends;
    for (const [from, to] of [[a, b], [b, a]]) {
      if (!found.has(from)) found.set(from, new Set());
      found.get(from).add(to);
    }
  }
  return found;
};
const inner = (who) => new Set([who, ...(pickOf("reach") ? linked().get(who) || [] : [])]);

// All shortest ways between two: who is on them, and how many lines they have; the arrows do not count.
const stepsFrom = (links, start) => {
  const steps = new Map([[start, 0]]);
  for (const who of steps.keys()) for (const next of links.get(who) || []) if (!steps.has(next)) steps.set(next, steps.get(who) + 1);
  return steps;
};
const waysBetween = ([a, b]) => {
  const links = linked();
  const [from, to] = [stepsFrom(links, a), stepsFrom(links, b)];
  const length = from.get(b);
  if (length === undefined) return { length: null, on: new Set(), keys: new Set() };
  const on = new Set([...from.keys()].filter((who) => from.get(who) + to.get(who) === length));
  const keys = new Set();
  for (const who of on) for (const next of links.get(who)) if (on.has(next) && from.get(next) === from.get(who) + 1) keys.add(pairKey(who, next));
  return { length, on, keys };
};

// A finding is about its pairs; one that names parties alone is about what runs between them.
const storyKeys = (finding) => {
  const { pairs, parties } = stories[finding];
  const between = pairs.length ? [] : parties.flatMap((a) => parties.filter((b) => a < b).map((b) => [a, b]));
  return new Set([...pairs, ...between].map((pair) => pairKey(...pair)));
};
// Tells which lines are in focus; all of them where nothing is chosen.
const focusOn = ({ pair, path, finding } = {}) => {
  if (focal() !== undefined) {
    const near = inner(focal());
    return ({ edge }) => edge.ends.some((who) => near.has(who));
  }
  if (!pair && !path && finding === undefined) return () => true;
  const keys = pair ? new Set([pairKey(...pair)]) : path ? waysBetween(path).keys : storyKeys(finding);
  return ({ edge, style }) => keys.has(edge.key) && (pair || style.layer > (path || stories[finding].view ? 0 : 1));
};
const focusStyle = ({ edge, style }) => {
  const { organisation } = state.chosen || {};
  if (style.arrow && !style.fixed && edge.ends.includes(organisation)) {
    return { ...style, color: STYLES[edge.ends[0] === organisation ? "out" : "in"].color, width: Math.max(style.width, 2.2), layer: 3 };
  }
  if (state.chosen && style === FAINT) return { ...FAINT, color: "#8e99a5", layer: 1 };
  return state.chosen && style.layer ? { ...style, layer: Math.max(style.layer, 3) } : style;
};

// Each line with its looks under the present focus; faint ones first, bold ones on top.
let lit = null;
const picture = () => {
  const focus = focusOn(state.chosen || {});
  lit = state.chosen && litBy(focus);
  const first = viewNow().steps && !state.chosen && mainStory >= 0 ? storyKeys(mainStory) : null;
  return all.map((line) => {
    if (!focus(line)) return { ...line, style: DIM };
    const style = focusStyle(line);
    const aside = first && style.pale && !first.has(line.edge.key);
    return { ...line, style: aside ? { ...style, color: style.pale, width: style.width * 0.7 } : style };
  }).sort((a, b) => a.style.layer - b.style.layer);
};
const litBy = (focus) => {
  const { pair, path, finding } = state.chosen;
  const found = new Set([...(pair || path || [focal()]), ...(stories[finding]?.parties || [])]);
  for (const line of all) if (focus(line)) line.edge.ends.forEach((who) => found.add(who));
  return found;
};
