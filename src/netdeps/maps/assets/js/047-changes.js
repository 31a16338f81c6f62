// What is different from an earlier moment. What was not asked is never shown as new or as gone.
const CHANGES = {
  went: { color: "#b3261e", width: 2.6, dashes: [9, 6], layer: 4 },
  came: { color: "#1a7f64", width: 3.2, layer: 4 },
  untold: { color: "#4d6380", width: 2, dashes: [1, 6], round: true, layer: 2 },
  known: { color: "#1a7f64", width: 2, dashes: [2, 5], layer: 3 },
  stayed: { color: "#8b95a1", width: 1.2, layer: 1 },
};
const WAS = ["went", "stayed", "untold"];
const IS = ["came", "stayed", "known"];
const changed = tables.has("changes") ? rowsOf("changes") : [];
// What runs one way keeps its arrow; contact has none.
for (const of of ["contact", "need", "gift"]) {
  const rows = changed.filter((row) => row.of === of);
  addEdges(`changed-${of}`, rows.map((row) => [row.first, row.second, row.number]));
}
const CHANGED = ["contact", "need", "gift"].filter((of) => changed.some((row) => row.of === of));
addControl("of", { word: "changed_of", choices: () => CHANGED.map((of, at) => [at ? of : "", say(`changed.${of}`)]) });
const changeStyle = (edge, { level, moment }) => {
  const rows = edge.rows.map((row) => changed[row]).filter((row) => !level || row.levels.includes(level))
    .filter(({ change }) => !moment || (moment === "before" ? WAS : IS).includes(change));
  // The most that happened on a line is what it shows.
  const most = Object.keys(CHANGES).find((change) => rows.some((row) => row.change === change));
  return most ? { ...CHANGES[most], arrow: edge.set !== "changed-contact", fixed: true } : null;
};
// Each moment shows who was on its own map.
const ON_MAP = { before: (who) => (who < count ? !data.joined.includes(who) : true), now: (who) => who < count };
layouts.set("moments", () => ["before", "now"].map((moment, at) => ({ at: { moment }, name: plain(told(data.moments[at])), shows: ON_MAP[moment] })));
addView("changes", {
  is: () => changed.length > 0 || data.joined?.length > 0 || data.extras.some(({ sort }) => sort === "gone"),
  controls: ["of", "level"],
  layouts: ["moments"],
  lines: (at) => linesIn(`changed-${at.of || CHANGED[0]}`).map((edge) => [edge, changeStyle(edge, at)]),
  samples: Object.entries(CHANGES).flatMap(([name, style]) => [[name, style], [name, { ...style, arrow: true }]]),
  overview: (bold) => new Set(bold.filter(({ style }) => style.layer > 2).map(({ edge }) => edge.id)).size,
  keys: () => [
    ...(data.extras.some(({ sort }) => sort === "gone") ? [[goneIcon(), say("gone")]] : []),
    ...(data.joined.length ? [[ringIcon(), say("joined")]] : []),
  ],
  rings: () => data.joined,
});
const goneIcon = () => draw("svg", { width: 22, height: 22, viewBox: "-11 -11 22 22", "aria-hidden": "true" },
  draw("circle", { r: 7, fill: "#fff", stroke: INK, "stroke-width": 2, "stroke-dasharray": "4 3" }));
const changeEntry = (row) => make("li", {}, make("span", { class: "mark" }, say(`change.${row.change}`)), " ",
  plain(nameOf(row.first)), row.of === "contact" ? " \u2013 " : " \u2192 ", plain(nameOf(row.second)), row.what ? `: ${plain(row.what)}` : "",
  row.levels.length ? make("span", { class: "from" }, levelsOf(row.levels)) : "");
const changesOf = (who) => changed.filter((row) => row.change !== "stayed" && (row.first === who || row.second === who));
