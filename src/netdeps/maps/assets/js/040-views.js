// A view says which lines are drawn and how; each stands in a file of its own and is added here.
//   lines(at)     the lines as [edge, style], under what was picked (a level, a dossier, …)
//   controls      what can be picked in it; layouts: other ways to place it than one map
//   samples       the styles that the legend explains, by name, as they are in `lines`
//   overview(bold) the count in the sentence above the map, from the lines that carry weight, or
//                 the sentence itself; explain: the one under it, where it is not always the same
//   details(who)  what it shows first of an organisation; pairLine(pair): what it says of a pair
//   place         the name of a set of places of its own; is: whether there is anything to see
//   hides(who)    who is not drawn under what was picked; partyLine(who): its line of an organisation
//   choose, extraLine, extraDetails (who)  what choosing another shape does, and says of it
const views = new Map();
const addView = (name, view) => { if (!view.is || view.is()) views.set(name, { controls: [], layouts: [], ...view }); };
const viewNow = () => views.get(state.view);
const controlsOf = (view) => [...views.get(view).controls, "reach"];

// What can be picked: a name, the word before it, and the choices as [value, text].
const controls = new Map();
const addControl = (name, control) => controls.set(name, control);
const pickOf = (name) => state.picks[name] || "";

// One map, or several beside each other: the same organisations at each level or in each dossier.
const ONE = [{ at: {} }];
const layouts = new Map([
  ["map", () => ONE],
  ["levels", () => LEVELS.map((level) => ({ at: { level }, name: say(`level.${level}`) }))],
]);
const MOST_SPOTS = 900;
const layoutsOf = (view) => ["map", ...views.get(view).layouts]
  .filter((name) => name === "map" || (layouts.get(name)().length > 1 && layouts.get(name)().length * count <= MOST_SPOTS));

addControl("level", { word: "at_level", choices: () => [["", say("any_level")], ...LEVELS.map((level) => [level, say(`level.${level}`)])] });

// How lines look. A line that has no other line of its style in the legend is background.
const FAINT = { color: "#cfd6dd", width: 1.2, layer: 0 };
const DIM = { color: "#e8ebee", width: 1, layer: 0 };
const STYLES = {
  out: { color: "#a8480a", width: 2.6, arrow: true, layer: 3 },
  in: { color: "#0b57a4", width: 2.6, arrow: true, layer: 3 },
  own: { color: "#76828f", width: 1.6, arrow: true, layer: 1 },
  ask: { color: "#4d6380", width: 2, dashes: [1, 6], round: true, layer: 2 },
  part: { color: "#dfe4ea", width: 5, layer: 0 },
};

// Lines come from the tables: one for all rows between the same two, in one direction.
const edgeSets = new Map();
let edgeNumber = 0;
const addEdges = (set, ties) => {
  const found = new Map();
  for (const [from, to, row] of ties) {
    const at = `${from}>${to}`;
    if (!found.has(at)) found.set(at, { id: `e${edgeNumber++}`, set, ends: [from, to], key: pairKey(from, to), rows: [] });
    if (row !== undefined) found.get(at).rows.push(row);
  }
  for (const edge of found.values()) edge.curved = found.has(`${edge.ends[1]}>${edge.ends[0]}`);
  edgeSets.set(set, [...found.values()]);
};
const linesIn = (set) => edgeSets.get(set) || [];
addEdges("parts", organisations.filter((one) => one.part_of !== null).map((one) => [one.number, one.part_of]));

// What was changed, added or taken away in Python: a line that is there gets its looks, another is new.
const HAND = ["id", "from", "to", "set"];
const placeOf = (id) => Number(String(id).slice(1));
const isBetween = (from, to) => ({ ends }) => ends[0] === placeOf(from) && ends[1] === placeOf(to);
const addByHand = () => {
  const added = [];
  data.edges.forEach((given, at) => {
    const own = Object.fromEntries(Object.entries(given).filter(([name]) => !HAND.includes(name)));
    const edge = linesIn(given.set).find(isBetween(given.from, given.to));
    const ends = [given.from, given.to].map(placeOf);
    if (edge) edge.own = own; else added.push({ id: `x${at}`, set: "own", ends, key: pairKey(...ends), rows: [], own });
  });
  edgeSets.set("own", added);
  for (const [set, from, to] of data.gone) edgeSets.set(set, linesIn(set).filter((edge) => !isBetween(from, to)(edge)));
};

// Every line to draw: those of each panel, with the two spots between which it runs.
let panels = ONE;
const spotOf = (panel, who) => panel * data.nodes.length + who;
const whoAt = (spot) => spot % data.nodes.length;
const panelAt = (spot) => Math.floor(spot / data.nodes.length);
const linesOfPanel = ({ at }, panel) => [
  ...linesIn("parts").map((edge) => [edge, STYLES.part]),
  ...linesIn("own").map((edge) => [edge, STYLES.own]),
  ...viewNow().lines({ ...state.picks, ...at }),
].filter(([edge, style]) => style && edge.ends.every(isShown))
  .map(([edge, style]) => ({ edge, style, spots: edge.ends.map((who) => spotOf(panel, who)) }));
// Lines between panels, such as contact across levels.
const linesAcross = () => (panels.length > 1 && viewNow().across ? viewNow().across(state.picks) : [])
  .filter(({ edge, style }) => style && edge.ends.every(isShown));
// The legend is a filter too: a sort of line can be switched off, and is known by its look.
const lookOf = ({ color, dashes, layer, arrow }) => [color, dashes, layer, arrow].join();
const samplesOf = (view) => [...views.get(view).samples, ["part", STYLES.part], ["own", STYLES.own]];
let all = [];
let everything = [];
const lines = () => {
  everything = [...panels.flatMap(linesOfPanel), ...linesAcross()];
  const off = new Set(samplesOf(state.view).filter(([name]) => state.off.has(name)).map(([, style]) => lookOf(style)));
  return off.size ? everything.filter(({ style }) => !off.has(lookOf(style))) : everything;
};
