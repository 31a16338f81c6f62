// Dependencies: who needs what from whom, who need each other, and who depends by way of another.
const NEED = { color: "#76828f", width: 1.6, arrow: true, layer: 2 };
const MUTUAL = { color: "#3f5f8a", width: 2.2, arrow: true, layer: 2, bend: 0.12 };
const INDIRECT = { color: "#8a5a00", width: 1.8, arrow: true, dashes: [9, 5], layer: 3, bend: 0.08, fixed: true };
addEdges("needs", needs.flatMap((need) => need.dependees.filter((who) => isNumber(who) && who !== need.depender)
  .map((who) => [need.depender, who, need.number])));
const indirect = rowsOf("indirect");
addEdges("indirect", indirect.map((row) => [row.depender, row.dependee, row.number]));
const needBetween = new Map(linesIn("needs").map((edge) => [edge.ends.join(">"), edge]));
const indirectBy = grouped(indirect, (row) => [row.depender]);
const indirectOn = grouped(indirect, (row) => [row.dependee]);

const needsAt = (edge, level) => edge.rows.map((row) => needs[row]).filter((need) => !level || [level, null].includes(need.level));
const needStyle = (edge, level, look = NEED) => {
  const rows = needsAt(edge, level);
  return rows.length ? { ...look, width: 0.7 + 0.7 * Math.max(...rows.map((need) => need.importance)) } : null;
};
const isNeed = (from, to, level) => {
  const edge = needBetween.get(`${from}>${to}`);
  return edge !== undefined && needsAt(edge, level).length > 0;
};
const isMutual = ({ ends: [a, b] }, level) => isNeed(a, b, level) && isNeed(b, a, level);
const mutualNeeds = (level) => linesIn("needs").filter((edge) => isMutual(edge, level)).map((edge) => [edge, needStyle(edge, level, MUTUAL)]);

// Of the ways by another, those of the chosen organisation; with nothing chosen the strongest few.
const STRONGEST = 20;
const MOST_FOLLOWED = 300;
const isWay = ({ depender, dependee, via }, level) => via.some((one) => isShown(one) && isNeed(depender, one, level) && isNeed(one, dependee, level));
const indirectNeeds = (level) => {
  const who = state.chosen?.organisation;
  const ways = linesIn("indirect").filter((edge) => edge.ends.every(isShown) && isWay(indirect[edge.rows[0]], level));
  const kept = state.chosen ? ways : ways.slice(0, STRONGEST);
  return [
    ...linesIn("needs").map((edge) => [edge, needStyle(edge, level, edge.ends.includes(who) ? NEED : FAINT)]),
    ...kept.filter(({ ends }) => who === undefined || ends.includes(who)).map((edge) => [edge, INDIRECT]),
  ];
};
const SHOWS = { mutual: mutualNeeds, indirect: indirectNeeds };
const hasMutual = linesIn("needs").some((edge) => isMutual(edge));
addControl("show", {
  word: "in_show",
  choices: () => [["", say("show.all")], ...(hasMutual ? [["mutual", say("show.mutual")]] : []), ...(indirect.length ? [["indirect", say("show.indirect")]] : [])],
});
addView("dependencies", {
  controls: ["level", "show"],
  layouts: ["levels"],
  lines: ({ level, show }) => (SHOWS[show] ? SHOWS[show](level) : linesIn("needs").map((edge) => [edge, needStyle(edge, level)])),
  details: (who) => (pickOf("show") === "indirect" ? indirectSections(who) : []),
  samples: [["needs", NEED], ["mutual", MUTUAL], ["indirect", INDIRECT], ["direct", FAINT]],
  overview: (bold) => {
    if (pickOf("show") === "mutual") return say("overview.mutual", { count: new Set(bold.map(({ edge }) => edge.key)).size });
    return pickOf("show") === "indirect" ? say("overview.indirect", { count: bold.length, all: wholeOf("indirect") }) : bold.length;
  },
  explain: () => {
    const said = say(`explain.${SHOWS[pickOf("show")] ? pickOf("show") : "dependencies"}`);
    return isLarge ? `${said} ${say("too_large", { count: MOST_FOLLOWED })}` : said;
  },
});

// The way from one to another by those in between, in words.
const byWayOf = (row) => [", ", say("by_way_of"), " ", ...joined(row.via.map(go), ", ")];
const byWayEntry = (row, who) => make("li", {}, go(who === row.depender ? row.dependee : row.depender), ...byWayOf(row));
const indirectSections = (who) => [
  section("list.indirect", indirectBy.get(who) || [], (row) => byWayEntry(row, who)),
  section("list.indirectly_needed", indirectOn.get(who) || [], (row) => byWayEntry(row, who)),
  limitOf("indirect") ? make("p", { class: "hint" }, limitOf("indirect")) : null,
];
const indirectBetween = ([a, b]) => section("list.by_way", [...(indirectBy.get(a) || []).filter((row) => row.dependee === b), ...(indirectBy.get(b) || []).filter((row) => row.dependee === a)],
  (row) => make("li", {}, go(row.depender), " \u2192 ", go(row.dependee), ...byWayOf(row)));
