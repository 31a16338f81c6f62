// Missing contact: the needs that too little contact carries, and what nobody was asked yet.
const GAP_STYLES = {
  high: { color: "#b3261e", width: 5, dashes: [13, 7], layer: 4, pale: "#d9837c" },
  middle: { color: "#b3261e", width: 3.2, dashes: [11, 7], layer: 4, pale: "#d9837c" },
  low: { color: "#b3261e", width: 1.8, dashes: [9, 7], layer: 3, pale: "#d9837c" },
  weak: { color: "#a58a7d", width: 1.8, layer: 1 },
};
addEdges("gaps", gaps.map((gap) => [...gap.parties, gap.number]));
addEdges("asks", asks.filter((ask) => !gapOf.has(pairKey(...ask.parties))).map((ask) => [...ask.parties, ask.number]));
const isMissing = (gap) => gap.missing.length > 0;

// What weighs is contact that is missing at a level where the two need it.
const gapStyle = (gap, level) => {
  if (level ? gap.missing.includes(level) : gap.missing.length) return GAP_STYLES[gap.band];
  if (level ? gap.weak.includes(level) : gap.weak.length) return GAP_STYLES.weak;
  const asked = (asksOf.get(pairKey(...gap.parties)) || []).some((row) => row.levels.includes(level));
  return asked ? STYLES.ask : FAINT;
};
const askStyle = (edge, level) => (!level || (asksOf.get(edge.key) || []).some((row) => row.levels.includes(level)) ? STYLES.ask : FAINT);
// Two organisations that need each other have two lines; as background one is enough.
const backdrop = () => {
  const seen = new Set();
  return linesIn("needs").filter((edge) => {
    const first = !seen.has(edge.key) && !gapOf.has(edge.key) && !asksOf.has(edge.key);
    seen.add(edge.key);
    return first;
  }).map((edge) => [edge, FAINT]);
};
addView("gaps", {
  is: () => data.edition !== "public",
  controls: ["level"],
  layouts: ["levels"],
  steps: true,
  lines: ({ level }) => [
    ...backdrop(),
    ...linesIn("gaps").map((edge) => [edge, gapStyle(gaps[edge.rows[0]], level)]),
    ...linesIn("asks").map((edge) => [edge, askStyle(edge, level)]),
  ],
  samples: [...Object.entries(GAP_STYLES), ["ask", STYLES.ask], ["rest", FAINT]],
  overview: (bold) => bold.filter(({ style }) => style.layer > 2).length,
});
