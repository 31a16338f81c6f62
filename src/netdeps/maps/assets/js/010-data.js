// What the page is about: the data that Python wrote into it, and the words for it.
const data = JSON.parse(document.getElementById("netdeps-data").textContent);
const LEVELS = ["governing", "management", "operational"];
const root = document.documentElement;
const calm = matchMedia("(prefers-reduced-motion: reduce)");

// What was said of a contact has the numbers of its levels.
const withLevels = (voices) => voices.map(([levels, ...rest]) => [levels && levels.map((level) => LEVELS[level]), ...rest]);
// A value that returns often stands once at the head of its column; here each row gets it again.
for (const table of [...data.tables, data.nodes]) {
  const [heads, packed] = [table.columns, table.rows];
  table.columns = heads.map(([name, type]) => [name, type]);
  table.rows = packed.map((row) => {
    let at = 0;
    const whole = heads.map(([, , values]) => (!values ? row[at++] : values.length === 1 ? values[0] : values[row[at++]]));
    return whole.map((value, column) => (heads[column][0] === "voices" ? withLevels(value) : value));
  });
}
data.nodes = data.nodes.rows.map((row, number) => ({
  id: `o${number}`, label: " ", ...Object.fromEntries(data.nodes.columns.map(([name], at) => [name, row[at]]).filter(([, value]) => value !== null)),
}));
// Rows come as lists to save room; here each becomes an object by the names of its columns.
const tables = new Map(data.tables.map((table) => [table.name, table]));
const rowsOf = (name) => {
  const { columns, rows } = tables.get(name) || { rows: [] };
  return rows.map((row, number) => {
    const entry = { number };
    columns.forEach(([column], at) => { entry[column] = row[at]; });
    return entry;
  });
};
// A long table may list only what weighs most.
const wholeOf = (name) => { const { rows, left_out: left = 0 } = tables.get(name); return rows.length + left; };
const limitOf = (name) => (tables.get(name)?.left_out ? say(`limit.${name}`, { shown: tables.get(name).rows.length, count: wholeOf(name) }) : "");
const organisations = rowsOf("organisations");
const needs = rowsOf("dependencies");
const contacts = rowsOf("contacts");
const gifts = rowsOf("contributions");
const gaps = rowsOf("gaps");
const asks = rowsOf("questions");
const balances = rowsOf("balance");
const kinds = data.kinds;
const stories = data.stories;

const pairKey = (a, b) => (a < b ? `${a}~${b}` : `${b}~${a}`);
const grouped = (rows, keysOf) => {
  const found = new Map();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(row);
    }
  }
  return found;
};
const isNumber = (value) => typeof value === "number";
const gapOf = new Map(gaps.map((gap) => [pairKey(...gap.parties), gap]));
const contactOf = new Map(contacts.map((one) => [pairKey(...one.parties), one]));
const asksOf = grouped(asks, (ask) => [pairKey(...ask.parties)]);
const needsBy = grouped(needs, (need) => [need.depender]);
const needsOn = grouped(needs, (need) => need.dependees.filter(isNumber));
const gapsBy = grouped(gaps, (gap) => gap.parties);
const asksBy = grouped(asks, (ask) => ask.parties);
const contactsBy = grouped(contacts, (one) => one.parties);
const givenBy = grouped(gifts, (gift) => [gift.giver]);
const takenBy = grouped(gifts, (gift) => [gift.taker]);
const balanceOf = grouped(balances, (row) => [row.organisation]);

let language = data.language;
const other = () => (language === "nl" ? "en" : "nl");

// Looks a word up by its path; a sentence with a count has one form for one and one for more.
const entry = (key) => key.split(".").reduce((family, step) => (family && Object.hasOwn(family, step) ? family[step] : undefined), data.words);
const isWord = (key) => Array.isArray(entry(key));
const say = (key, facts = {}) => {
  let found = entry(key);
  if (found?.one) found = facts.count === 1 ? found.one : found.other;
  if (!Array.isArray(found)) return key;
  return told(found).replace(/\{(\w+)\}/g, (whole, name) => (name in facts ? shown(facts[name]) : whole));
};
const shown = (fact) => (isNumber(fact) ? number(fact) : String(fact));
const number = (value) => new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
const listing = (items) => new Intl.ListFormat(language, { type: "conjunction" }).format(items);
const told = (both) => both[data.languages.indexOf(language)];
const wordOr = (family, name) => (isWord(`${family}.${name}`) ? say(`${family}.${name}`) : name);

// An organisation is known by its number; the numbers after those are for other shapes on the map,
// such as a table. Two words stand for who is not in the network.
const count = organisations.length;
const nameOf = (who) => (isNumber(who) ? organisations[who]?.name ?? told(data.extras[who - count].name) : say(`party.${who}`));
const kindOf = (who) => kinds[organisations[who].kind];
const sourceText = (at) => {
  const from = data.sources[at];
  if (!from) return "";
  const parts = [
    "by" in from ? plain(nameOf(from.by)) : "",
    from.level ? wordOr("level", from.level) : "",
    from.setting ? wordOr("setting", from.setting) : "",
    from.when ? told(from.when) : "",
    from.source ? plain(from.source) : "",
    from.remark ? say("remark", { remark: plain(from.remark) }) : "",
    "confidence" in from ? say("confidence", { share: number(from.confidence * 100) }) : "",
  ];
  return parts.filter(Boolean).join(", ");
};
