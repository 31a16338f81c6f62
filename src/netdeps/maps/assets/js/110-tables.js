// The same in tables: everything that is on the map, and all that it rests on.
const CHUNK = 300;
// What an empty cell means where it says something.
const EMPTY = { amount: "not_counted", dossier: "any_dossier" };
const cellText = (value, type) => {
  if (value === null && EMPTY[type]) return say(EMPTY[type]);
  if (value === null || value === undefined) return "";
  if (type === "party") return plain(nameOf(value));
  if (type === "parties") return value.map((who) => plain(nameOf(who))).join(", ");
  if (type === "kind") return kinds[value].one[data.languages.indexOf(language)];
  if (type === "kinds") return kinds[value].many[data.languages.indexOf(language)];
  if (type === "source") return sourceText(value);
  if (type === "number" || type === "amount") return number(value);
  if (type === "dossier") return dossierName(value);
  if (type === "share") return `${number(value * 100)}%`;
  if (type === "shares") return value.map((one) => `${number(one * 100)}%`).join(" \u2013 ");
  if (type === "qualities") return LEVELS.filter((level) => level in value).map((level) => `${say(`level_name.${level}`)} ${cellText(value[level], "share")}`).join(", ");
  if (type === "told") return plain(told(value));
  if (type === "texts") return value.map(plain).join(", ");
  if (type === "flag") return value ? say("flag") : "";
  if (type === "replies") return value.map(replyText).join("; ");
  if (type === "voices") return value.map(voiceText).join("; ");
  if (type.startsWith("each:")) return value.map((one) => wordOr(type.slice(5), String(one))).join(", ");
  if (type.startsWith("word:")) return wordOr(type.slice(5), String(value));
  return String(value);
};
const voiceText = ([levels, exists, quality, source]) => [
  say(exists ? "voice_yes" : "voice_no"),
  levelsTold(levels),
  quality === null ? "" : say("quality", { share: number(quality * 100) }),
  sourceText(source),
].filter(Boolean).join(", ");

const tableRow = (table, row) => make("tr", {}, ...table.columns.map(([, type], at) => {
  if (type === "hidden") return "";
  const text = cellText(row[at], type);
  const numeric = ["number", "amount", "share"].includes(type);
  return make("td", numeric ? { class: "num" } : {}, text);
}));
const tableOf = (table) => {
  const { name, columns, rows } = table;
  const heads = columns.filter(([, type]) => type !== "hidden").map(([column]) => make("th", { scope: "col" }, say(`column.${column}`)));
  const body = make("tbody", {}, ...rows.slice(0, CHUNK).map((row) => tableRow(table, row)));
  return make("section", { class: "table", id: `table-${name}` },
    make("h3", { id: `head-${name}` }, say(`table.${name}`)),
    make("div", { class: "scroll", role: "group", tabindex: 0, "aria-labelledby": `head-${name}` }, make("table", {}, make("thead", {}, make("tr", {}, ...heads)), body)),
    rows.length > CHUNK ? moreButton(table, body) : rows.length ? null : make("p", { class: "none" }, say("none")));
};
const moreButton = (table, body) => {
  const button = make("button", { type: "button", class: "more", onclick: () => {
    const at = body.children.length;
    body.append(...table.rows.slice(at, at + 4 * CHUNK).map((row) => tableRow(table, row)));
    if (body.children.length < table.rows.length) button.textContent = moreText(table, body);
    else button.remove();
  } });
  button.textContent = moreText(table, body);
  return button;
};
const moreText = (table, body) => say("more_rows", { shown: body.children.length, count: table.rows.length });

// The tables are long: they are made when somebody asks for them.
let tablesIn = "";
const renderTables = () => {
  if (tablesIn !== language) replace($("listed"), ...data.tables.map(tableOf));
  tablesIn = language;
};
const renderTableList = () => {
  replace($("table-list"), ...data.tables.map((table) => make("button", {
    type: "button", onclick: () => $(`table-${table.name}`).scrollIntoView(),
  }, `${say(`table.${table.name}`)} (${number(table.rows.length)})`)));
};
const openSheet = (sheet) => {
  state.sheet = state.sheet === sheet ? "" : sheet;
  root.dataset.sheet = state.sheet;
  for (const name of ["tables", "about", "out"]) $(`do-${name}`).setAttribute("aria-pressed", String(state.sheet === name));
  if (state.sheet === "tables") { renderTables(); renderTableList(); }
  if (state.sheet === "out") renderOut();
  if (!state.sheet) { network.redraw(); frame(); }
};
