// What the reader is looking at, kept in the address so that a view can be opened again.
const VIEWS = ["gaps", "dependencies", "contacts", "contributions"];
const state = {
  view: data.view,
  level: "",
  dossier: "",
  chosen: null,
  hidden: new Set(),
  sheet: "",
  present: false,
};
const numberOf = new Map(organisations.map((one) => [one.id, one.number]));

const chosenFrom = (asked) => {
  if (asked.has("organisation")) {
    const who = numberOf.get(asked.get("organisation"));
    return who === undefined ? null : { organisation: who };
  }
  if (asked.has("between")) {
    const pair = asked.getAll("between").map((id) => numberOf.get(id));
    return pair.length === 2 && pair.every(isNumber) && pair[0] !== pair[1] ? { pair } : null;
  }
  const finding = Number(asked.get("finding"));
  return stories[finding - 1] ? { finding: finding - 1 } : null;
};
// A finding is seen in its own view, at its own level.
const turnTo = (finding) => {
  state.view = "gaps";
  state.level = stories[finding].level || "";
};

const readAddress = () => {
  const asked = new URLSearchParams(location.hash.slice(1));
  if (VIEWS.includes(asked.get("view"))) state.view = asked.get("view");
  state.level = LEVELS.includes(asked.get("level")) ? asked.get("level") : "";
  if (data.languages.includes(asked.get("language"))) language = asked.get("language");
  state.present = asked.get("present") === "1";
  state.chosen = chosenFrom(asked);
  if (state.chosen?.finding !== undefined) turnTo(state.chosen.finding);
};

const address = () => {
  const said = new URLSearchParams({ view: state.view, language });
  if (state.level) said.set("level", state.level);
  if (state.present) said.set("present", "1");
  const { organisation, pair, finding } = state.chosen || {};
  if (organisation !== undefined) said.set("organisation", organisations[organisation].id);
  if (pair) pair.forEach((who) => said.append("between", organisations[who].id));
  if (finding !== undefined) said.set("finding", String(finding + 1));
  return `#${said}`;
};

let written = "";
const writeAddress = () => {
  written = address();
  // Inside another page the address may be out of reach; the map works without.
  try { history.replaceState(null, "", written); } catch { written = ""; }
};

const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const isShown = (who) => (isNumber(who) && who < organisations.length
  ? !state.hidden.has(organisations[who].kind)
  : state.view === "contributions");
