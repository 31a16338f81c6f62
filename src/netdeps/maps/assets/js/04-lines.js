// Which lines each view shows, and how each of them looks.
const FAINT = { color: "#cfd6dd", width: 1.2, layer: 0 };
const DIM = { color: "#e8ebee", width: 1, layer: 0 };
const STYLES = {
  needs: { color: "#76828f", width: 1.6, arrow: true, layer: 1 },
  out: { color: "#a8480a", width: 2.6, arrow: true, layer: 3 },
  in: { color: "#0b57a4", width: 2.6, arrow: true, layer: 3 },
  yes: { color: "#1a7f64", width: 2.2, layer: 2 },
  disputed: { color: "#7a3b9a", width: 2.2, dashes: [10, 4, 2, 4], layer: 3 },
  gifts: { color: "#8a6d1f", width: 2, arrow: true, layer: 1 },
  high: { color: "#b3261e", width: 5, dashes: [13, 7], layer: 4 },
  middle: { color: "#b3261e", width: 3.2, dashes: [11, 7], layer: 4 },
  low: { color: "#b3261e", width: 1.8, dashes: [9, 7], layer: 3 },
  weak: { color: "#cdb9b0", width: 1.8, layer: 1 },
  ask: { color: "#4d6380", width: 2, dashes: [1, 6], round: true, layer: 2 },
  part: { color: "#dfe4ea", width: 5, layer: 0 },
};
// An edge comes as a list of what it says; one that was added or changed by hand comes in full.
const EDGE = ["id", "from", "to", "set", "rows", "curved"];
const edges = data.edges.map((given, at) => {
  const edge = Array.isArray(given) ? Object.fromEntries(given.map((value, i) => [EDGE[i], value])) : given;
  const ends = [edge.from, edge.to].map((id) => Number(String(id).slice(1)));
  const own = Object.fromEntries(Object.entries(edge).filter(([name]) => !EDGE.includes(name)));
  return { id: `x${at}`, set: "own", rows: [], ...edge, ends, key: pairKey(...ends), own };
});
const edgesOf = grouped(edges, (edge) => [edge.set]);
const linesIn = (set) => edgesOf.get(set) || [];

const stateAt = (row, level) => row[level] || "none";
const isMissing = (gap) => gap.missing.length > 0;

// What weighs is contact that is missing at a level where the two need it.
const gapStyle = (gap) => {
  const level = state.level;
  if (level ? gap.missing.includes(level) : gap.missing.length) return STYLES[gap.band];
  if (level ? gap.weak.includes(level) : gap.weak.length) return STYLES.weak;
  const asked = (asksOf.get(pairKey(...gap.parties)) || []).some((row) => row.levels.includes(level));
  return asked ? STYLES.ask : FAINT;
};
const askStyle = (edge) => {
  const rows = asksOf.get(edge.key) || [];
  return !state.level || rows.some((row) => row.levels.includes(state.level)) ? STYLES.ask : FAINT;
};
const contactStyle = (row) => {
  const found = (state.level ? [state.level] : LEVELS).map((level) => stateAt(row, level));
  const count = found.filter((one) => one === "yes").length;
  if (count) return { ...STYLES.yes, width: state.level ? 2.4 : 0.8 + 1.2 * count };
  return found.includes("disputed") ? STYLES.disputed : null;
};
const needStyle = (edge) => {
  const rows = edge.rows.map((row) => needs[row]).filter((need) => !state.level || [state.level, null].includes(need.level));
  if (!rows.length) return null;
  return { ...STYLES.needs, width: 0.7 + 0.7 * Math.max(...rows.map((need) => need.importance)) };
};
const giftStyle = (edge) => (edge.rows.some((row) => !state.dossier || gifts[row].dossier === state.dossier)
  ? STYLES.gifts : null);

// Two organisations that need each other have two lines; as background one is enough.
const backdrop = () => {
  const seen = new Set();
  return linesIn("needs").filter((edge) => {
    const first = !seen.has(edge.key) && !gapOf.has(edge.key) && !asksOf.has(edge.key);
    seen.add(edge.key);
    return first;
  }).map((edge) => [edge, FAINT]);
};
const LINES = {
  dependencies: () => linesIn("needs").map((edge) => [edge, needStyle(edge)]),
  contacts: () => linesIn("contacts").map((edge) => [edge, contactStyle(contacts[edge.rows[0]])]),
  contributions: () => linesIn("gifts").map((edge) => [edge, giftStyle(edge)]),
  gaps: () => [
    ...backdrop(),
    ...linesIn("gaps").map((edge) => [edge, gapStyle(gaps[edge.rows[0]])]),
    ...linesIn("asks").map((edge) => [edge, askStyle(edge)]),
  ],
};
const lines = () => [...linesIn("parts").map((edge) => [edge, STYLES.part]),
  ...linesIn("own").map((edge) => [edge, STYLES.needs]), ...LINES[state.view]()]
  .filter(([edge, style]) => style && edge.ends.every(isShown));

// What is in focus: the neighbours of the chosen organisation, a pair, or the lines of a finding.
const inFocus = ([edge, style]) => {
  const { organisation, pair, finding } = state.chosen || {};
  if (organisation !== undefined) return edge.ends.includes(organisation);
  if (pair) return edge.key === pairKey(...pair);
  if (finding !== undefined) return style.layer > 1 && storyKeys(finding).has(edge.key);
  return true;
};
const storyKeys = (finding) => new Set(stories[finding].pairs.map((pair) => pairKey(...pair)));
const focusStyle = ([edge, style]) => {
  const { organisation } = state.chosen || {};
  if (organisation !== undefined && style.arrow) {
    return { ...(edge.ends[0] === organisation ? STYLES.out : STYLES.in), width: Math.max(style.width, 2.2) };
  }
  return state.chosen && style === FAINT ? { ...FAINT, color: "#8e99a5", layer: 1 } : style;
};

// Every line to draw, with its looks under the present focus; faint ones first, bold ones on top.
const picture = () => {
  const all = lines();
  const first = state.view === "gaps" && !state.chosen && stories.length ? storyKeys(0) : null;
  const drawn = all.map((line) => {
    if (!inFocus(line)) return [line[0], DIM];
    const style = focusStyle(line);
    const aside = first && style.color === STYLES.high.color && !first.has(line[0].key);
    return [line[0], aside ? { ...style, color: "#d9837c", width: style.width * 0.7 } : style];
  });
  return drawn.sort((a, b) => a[1].layer - b[1].layer);
};
const litNodes = () => {
  if (!state.chosen) return null;
  const { organisation, pair } = state.chosen;
  const lit = new Set(pair || (organisation === undefined ? [] : [organisation]));
  for (const line of lines()) if (inFocus(line)) line[0].ends.forEach((who) => lit.add(who));
  return lit;
};
