// Balance of power: who of two needs the other more. The arrow points from whoever does.
const LEANS = {
  much: { color: "#8f3f10", width: 3, arrow: true, mark: "arrow", fixed: true, layer: 2 },
  more: { color: "#a8661c", width: 3, arrow: true, fixed: true, layer: 2 },
  even: { color: "#2d6a8e", width: 3, mark: "circle", layer: 2 },
  unknown: { ...STYLES.ask, arrow: true, fixed: true },
};
const powers = rowsOf("power");
const powerOf = new Map(powers.map((row) => [pairKey(row.depender, row.dependee), row]));
const powerBy = grouped(powers, (row) => [row.depender, row.dependee]);
addEdges("power", powers.map((row) => [row.depender, row.dependee, row.number]));
// The more the two need each other in all, the wider the line.
const powerStyle = ({ lean, share, back }) => ({ ...(LEANS[lean] || LEANS.unknown), width: 1.2 + 2.4 * (share + (back || 0)) });
const isLeaning = ({ edge }) => ["more", "much"].includes(powers[edge.rows[0]]?.lean);
addView("power", {
  is: () => powers.length > 0,
  lines: () => linesIn("power").map((edge) => [edge, powerStyle(powers[edge.rows[0]])]),
  samples: Object.entries(LEANS),
  overview: (bold) => {
    const known = bold.filter(({ edge }) => edge.set === "power");
    return say("overview.power", { count: known.filter(isLeaning).length, all: known.length });
  },
  details: (who) => [
    section("list.power", powerBy.get(who) || [], powerEntry),
    limitOf("power") ? make("p", { class: "hint" }, limitOf("power")) : null,
  ],
  pairLine: (pair) => {
    const row = powerOf.get(pairKey(...pair));
    return row && [powerWords(row), powerAsk(row)];
  },
  explain: () => [say("explain.power"), limitOf("power")].join(" ").trim(),
  keys: () => [[lineIcon({ color: "#56616f", width: 6 }), say("line.power_width")]],
});

// Both directions in words, and a question to both.
const powerWords = ({ depender, dependee, share, back, lean }) => {
  const facts = { depender: plain(nameOf(depender)), dependee: plain(nameOf(dependee)), share: share * 100, back: (back || 0) * 100 };
  return [say("power.there", facts), say(isNumber(back) ? (back ? "power.back" : "power.no_back") : `power.${lean}`, facts)].join(" ");
};
const powerAsk = (row) => {
  const facts = { depender: plain(nameOf(row.depender)), dependee: plain(nameOf(row.dependee)) };
  return say(row.lean === "even" ? "power.ask_even" : isNumber(row.back) ? "power.ask" : "power.ask_known", facts);
};
const powerEntry = (row) => make("li", {}, goPair(row.depender, row.dependee), make("span", { class: "mark" }, say(`lean.${row.lean}`)),
  make("span", { class: "from" }, named(powerWords(row))));
const powerBetween = (pair) => {
  const row = powerOf.get(pairKey(...pair));
  return row && make("section", {}, make("h3", {}, say("list.power")), make("p", {}, named(powerWords(row))), make("p", { class: "ask" }, named(powerAsk(row))));
};
