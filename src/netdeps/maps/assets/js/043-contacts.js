// Contacts: who is in contact with whom, how well, and what is denied, disputed or not asked.
const CONTACTS = {
  good: { color: "#1a7f64", width: 2.4, layer: 2 },
  fair: { color: "#1a7f64", width: 2.4, dashes: [16, 5], layer: 2 },
  thin: { color: "#1a7f64", width: 2.4, dashes: [5, 5], layer: 2 },
  disputed: { color: "#7a3b9a", width: 2.2, dashes: [10, 4, 2, 4], layer: 3 },
  unasked: { ...STYLES.ask, width: 1.6, layer: 1 },
  no: { color: "#8c4a38", width: 1.6, dashes: [4, 6], mark: "bar", layer: 1 },
};
const FAIR = 1 / 3;
const GOOD = 2 / 3;
addEdges("contacts", contacts.map((one) => [...one.parties, one.number]));
// Of whom nothing is known at any level is not in the table of contacts, but in that of questions.
addEdges("unasked", asks.filter((ask) => !contactOf.has(pairKey(...ask.parties))).map((ask) => [...ask.parties, ask.number]));
const across = rowsOf("across");
edgeSets.set("across", across.map(({ parties, number: row }) => ({ id: `a${row}`, set: "across", ends: parties, key: pairKey(...parties), rows: [row] })));
const acrossOf = grouped(across, (row) => [pairKey(...row.parties)]);
const acrossBy = grouped(across, (row) => [...new Set(row.parties)]);

const stateAt = (row, level) => row[level] || "none";
const classOf = (quality) => (quality === undefined || quality === null || quality >= GOOD ? "good" : quality >= FAIR ? "fair" : "thin");
const meanOf = (values) => (values.length ? values.reduce((sum, one) => sum + one, 0) / values.length : undefined);
// What is told at any of the levels counts first, then what is disputed, not asked, or denied.
const contactStyle = (row, level) => {
  const levels = level ? [level] : LEVELS;
  const found = levels.map((one) => stateAt(row, one));
  const held = levels.filter((_, at) => found[at] === "yes");
  if (!held.length) return found.includes("disputed") ? CONTACTS.disputed : found.includes("unknown") ? CONTACTS.unasked : found.includes("no") ? CONTACTS.no : null;
  const quality = meanOf(held.map((one) => row.quality?.[one]).filter(isNumber));
  return { ...CONTACTS[classOf(quality)], width: level ? 1.4 + 2.4 * (quality ?? 1) : 0.8 + 1.2 * held.length };
};
const unaskedStyle = (ask, level) => (!level || ask.levels.includes(level) ? CONTACTS.unasked : null);
const acrossStyle = ({ state: known, quality }) => CONTACTS[known === "yes" ? classOf(quality) : known];
addView("contacts", {
  controls: ["level"],
  layouts: ["levels"],
  lines: ({ level }) => [
    ...linesIn("contacts").map((edge) => [edge, contactStyle(contacts[edge.rows[0]], level)]),
    ...linesIn("unasked").map((edge) => [edge, unaskedStyle(asks[edge.rows[0]], level)]),
  ],
  across: () => linesIn("across").map((edge) => {
    const { levels } = across[edge.rows[0]];
    return { edge, style: acrossStyle(across[edge.rows[0]]), spots: edge.ends.map((who, at) => spotOf(LEVELS.indexOf(levels[at]), who)) };
  }),
  samples: Object.entries(CONTACTS),
  overview: (bold) => new Set(bold.filter(({ style }) => style.layer > 1).map(({ edge }) => edge.key)).size,
  explain: () => {
    if (panels.length > 1) return say(across.length ? "explain.contacts_across" : "explain.contacts_level");
    return say(pickOf("level") ? "explain.contacts_level" : "explain.contacts");
  },
});

// Contact between two levels is contact at neither; it is told apart.
const acrossEntry = (row) => make("li", {}, ...joined(row.parties.map((who, at) => make("span", {}, go(who), ` (${say(`level_name.${row.levels[at]}`)})`)), " \u2013 "),
  `: ${say(`state.${row.state}`)}`, isNumber(row.quality) ? `, ${say("quality", { share: row.quality * 100 })}` : "");
