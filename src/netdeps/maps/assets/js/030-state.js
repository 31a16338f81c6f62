// What the reader is looking at, kept in the address so that a view can be opened again.
const state = {
  view: data.view,
  layout: "map",
  picks: {},
  chosen: null,
  hidden: new Set(),
  off: new Set(),
  step: null,
  sheet: "",
  present: false,
};
const numberOf = new Map(organisations.map((one) => [one.id, one.number]));
const kindNumber = new Map(kinds.map((kind, number) => [kind.id, number]));
const numbersOf = (ids) => ids.map((id) => numberOf.get(id)).filter((who) => who !== undefined);

// A shape that is no organisation has a name of its own in the address, if it can be chosen.
const extraName = ({ sort, id }) => `${sort}:${id}`;
const extraNumbers = new Map(data.extras.map((one, at) => [extraName(one), count + at]));
const isInView = (who, view) => who < count || data.extras[who - count].views.includes(view);
// The one shape that is chosen, an organisation or another.
const focal = () => state.chosen?.organisation ?? state.chosen?.extra;

const chosenFrom = (asked) => {
  const [who] = numbersOf(asked.getAll("organisation"));
  if (who !== undefined) return { organisation: who };
  const extra = extraNumbers.get(asked.get("extra"));
  if (extra !== undefined && isInView(extra, state.view)) return { extra };
  for (const sort of ["between", "path"]) {
    const pair = numbersOf(asked.getAll(sort));
    if (pair.length === 2 && pair[0] !== pair[1]) return { [sort === "path" ? "path" : "pair"]: pair };
  }
  const finding = Number(asked.get("finding"));
  return stories[finding - 1] ? { finding: finding - 1 } : null;
};
// A finding is seen in its own view, at its own level.
const turnTo = (finding) => {
  state.view = stories[finding].view || "gaps";
  state.picks.level = stories[finding].level || "";
};

// The same words stand in the address, in a step of a walk and in a view that was saved.
const readAddress = (asked) => {
  state.view = [asked.get("view"), data.view, "dependencies"].find((view) => views.has(view));
  state.layout = layoutsOf(state.view).includes(asked.get("layout")) ? asked.get("layout") : "map";
  state.picks = {};
  for (const [name, { choices }] of controls) {
    const value = asked.get(name);
    if (value && choices().some(([known]) => known === value)) state.picks[name] = value;
  }
  state.hidden = new Set(asked.getAll("hide").map((id) => kindNumber.get(id)).filter((number) => number !== undefined));
  state.off = new Set(asked.getAll("without").filter((name) => samplesOf(state.view).some(([known]) => known === name)));
  state.chosen = chosenFrom(asked);
  if (state.chosen?.finding !== undefined) turnTo(state.chosen.finding);
};
const readAll = () => {
  const asked = new URLSearchParams(location.hash.slice(1));
  if (data.languages.includes(asked.get("language"))) language = asked.get("language");
  readAddress(asked);
  state.present = asked.get("present") === "1";
  const step = Number(asked.get("step"));
  state.step = data.walk[step - 1] ? step - 1 : null;
};

// What is seen, without who sees it how: the language and presenting are no part of a view.
const viewAddress = () => {
  const said = new URLSearchParams({ view: state.view });
  if (state.layout !== "map") said.set("layout", state.layout);
  for (const name of controlsOf(state.view)) if (state.picks[name]) said.set(name, state.picks[name]);
  for (const number of state.hidden) said.append("hide", kinds[number].id);
  for (const [name] of samplesOf(state.view)) if (state.off.has(name)) said.append("without", name);
  const { organisation, extra, pair, path, finding } = state.chosen || {};
  if (organisation !== undefined) said.set("organisation", organisations[organisation].id);
  if (extra !== undefined) said.set("extra", extraName(data.extras[extra - count]));
  (pair || []).forEach((who) => said.append("between", organisations[who].id));
  (path || []).forEach((who) => said.append("path", organisations[who].id));
  if (finding !== undefined) said.set("finding", String(finding + 1));
  return said;
};
const address = () => {
  const said = viewAddress();
  said.set("language", language);
  if (state.present) said.set("present", "1");
  if (state.step !== null) said.set("step", String(state.step + 1));
  return `#${said}`;
};

let written = "";
const writeAddress = () => {
  written = address();
  // Inside another page the address may be out of reach; the map works without.
  try { history.replaceState(null, "", written); } catch { written = ""; }
};

// One history of all that is done, whether something else is seen or something was marked: what
// can be taken back, the latest last, and what was taken back. Typing in one field is one thing.
const MOST_BACK = 100;
const done = [];
const undone = [];
let doneNow = null;
const remember = (typing = null) => {
  const now = { view: String(viewAddress()), desk, typing };
  if (doneNow?.view === now.view && doneNow.desk === desk) return;
  const goesOn = typing !== null && doneNow.typing === typing && doneNow.view === now.view;
  if (doneNow && !goesOn) done.push(doneNow);
  if (done.length > MOST_BACK) done.shift();
  undone.length = 0;
  doneNow = now;
};
const turnBack = (from, to) => () => {
  const wanted = from.pop();
  if (!wanted) return;
  to.push(doneNow);
  const [before, was] = [doneNow, desk];
  doneNow = wanted;
  desk = wanted.desk;
  if (wanted.view !== before.view) {
    state.step = null;
    readAddress(new URLSearchParams(wanted.view));
  }
  refresh();
  speak();
  if (desk !== was) $("spoken").textContent = say("desk.now", { marks: desk.marks.length, views: desk.kept.length });
};
const undo = turnBack(done, undone);
const redo = turnBack(undone, done);
const renderUndo = () => {
  $("undo").disabled = !done.length;
  $("redo").disabled = !undone.length;
};

const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const isShown = (who) => isInView(who, state.view) && (who >= count || !state.hidden.has(organisations[who].kind)) && !viewNow().hides?.(who);
