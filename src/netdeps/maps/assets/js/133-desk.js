// The list of what was said at this table, and of the views that were kept, in the panel.
let note = [];
const noteText = () => note.map(([word, facts]) => say(word, facts)).join(" ");
const notice = (...sentences) => {
  note = sentences;
  renderDesk();
  $("spoken").textContent = noteText();
};
const today = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
};
const deskCount = () => desk.marks.length + desk.kept.length;
const small = (word, name, onclick, off = false) => make("button", { type: "button", class: "small", disabled: off, onclick, "aria-label": `${say(word)}: ${name}` }, say(word));

// Goes to the line that a mark is about, or to whoever it is about where there is no line.
const goToMark = (mark) => {
  const ends = endsOf(mark).find((line) => line.every((who) => who < count));
  const wanted = ends ? { pair: ends } : { organisation: numberOf.get(partiesOf(mark)[0][0]) };
  if (!isSame(state.chosen, wanted)) { state.chosen = null; choose(wanted); }
  focusMark(mark);
};
const markEntry = (mark) => make("li", {}, signIcon(mark.mark), make("div", {},
  make("button", { type: "button", class: "go", onclick: () => goToMark(mark) }, named(tieText(mark))),
  make("span", { class: "from" }, `${markWord(mark.tie, mark.mark)} \u00b7 `, named(saidBy(mark))),
  small("desk.remove", tieText(mark), () => drop(mark))));

// A kept view is a step of a walk: what comes back is what is taken home.
const without = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ""));
const stepNow = () => {
  const seen = viewAddress();
  const finding = stories[state.chosen?.finding];
  const between = finding?.pairs.length === 1 ? finding.pairs[0].map(idOf) : seen.getAll("between");
  return without({
    ...Object.fromEntries(["view", "layout", "level", "dossier", "organisation"].map((name) => [name, seen.get(name)])),
    between: between.length ? between : null,
    kinds: state.hidden.size ? kinds.filter((_, number) => !state.hidden.has(number)).map(({ id }) => id) : null,
  });
};
const placeOfStep = ({ view, layout, level, dossier, organisation, between, kinds: seen }) => {
  const about = [organisation, ...(between || [])].map((id) => numberOf.get(id)).filter(isNumber).map((who) => kindOf(who).id);
  const hide = seen && seen.length ? kinds.map(({ id }) => id).filter((id) => ![...seen, ...about].includes(id)) : [];
  return without({ view, layout, level, dossier, organisation, between, hide });
};
const titleOf = (one) => one.title.trim() || say(`view.${one.view}`);
let naming = null;
const keepView = () => {
  const one = { nr: lastNumber += 1, title: say(`view.${state.view}`), text: "", ...stepNow() };
  naming = one.nr;
  act({ kept: [...desk.kept, one] }, say("desk.kept_view"));
  focusTitle();
};
const focusTitle = () => {
  const title = $("desk-naming").querySelector("input");
  title.focus();
  title.select();
};
const setKept = (nr, change, name) => typing({ kept: desk.kept.map((one) => (one.nr === nr ? { ...one, ...change } : one)) }, `${name} ${nr}`);
const moveKept = (at, by) => {
  const kept = [...desk.kept];
  [kept[at], kept[at + by]] = [kept[at + by], kept[at]];
  act({ kept }, say("desk.moved", { number: at + by + 1 }));
};
const namingFields = (one) => make("div", { class: "mark-form" },
  field("desk.title", make("input", { type: "text", autocomplete: "off" }), one.title, (title) => setKept(one.nr, { title }, "title")),
  field("desk.text", make("textarea", { rows: 2 }), one.text, (text) => setKept(one.nr, { text }, "text")),
  make("button", { type: "button", onclick: () => { naming = null; renderDesk(); $("desk").focus(); } }, say("desk.done")));
const goToKept = (one) => {
  state.step = null;
  goTo(placeOfStep(one));
  refresh();
  $("spoken").textContent = [titleOf(one), one.text].filter(Boolean).join(". ");
};
const keptEntry = (one, at) => make("li", {}, make("span", { class: "nr", "aria-hidden": "true" }, String(at + 1)), make("div", {},
  make("button", { type: "button", class: "go", onclick: () => goToKept(one) }, named(titleOf(one))),
  one.text ? make("span", { class: "from" }, named(one.text)) : null,
  small("desk.rename", titleOf(one), () => { naming = one.nr; renderDesk(); focusTitle(); }),
  small("desk.up", titleOf(one), () => moveKept(at, -1), at === 0),
  small("desk.down", titleOf(one), () => moveKept(at, 1), at === desk.kept.length - 1),
  small("desk.remove", titleOf(one), () => act({ kept: desk.kept.filter(({ nr }) => nr !== one.nr) }, say("desk.removed", { what: titleOf(one) })))));

const dayField = () => {
  const day = make("input", { type: "date", required: true });
  day.value = desk.day || today();
  day.addEventListener("change", () => (day.value ? act({ day: day.value }, `${say("desk.day")} ${day.value}`) : renderDesk()));
  return make("label", { class: "pick" }, make("span", {}, say("desk.day")), day);
};
const earlierFile = () => {
  const file = make("input", { type: "file", accept: ".json,application/json", class: "unseen" });
  file.addEventListener("change", () => file.files[0] && takeIn(file.files[0]));
  return make("label", { class: "button" }, file, say("desk.go_on"));
};

$("desk").append(...["head", "marks", "kept", "naming", "foot"].map((part) => make("div", { id: `desk-${part}` })));
const listOf = (word, rows, entryOf) => (rows.length ? [make("h3", {}, `${say(word)} (${number(rows.length)})`), make("ul", {}, ...rows.map(entryOf))] : []);
// Of what is typed elsewhere only this changes.
const renderLists = () => {
  replace($("desk-marks"), ...listOf("desk.marks", desk.marks, markEntry));
  replace($("desk-kept"), ...listOf("desk.kept", desk.kept, keptEntry));
  $("do-take").hidden = !deskCount();
  $("do-take").textContent = say(isAtRisk() ? "desk.take" : "desk.took", { count: deskCount() });
  $("do-take").classList.toggle("waits", isAtRisk());
};
const renderDesk = () => {
  const one = desk.kept.find(({ nr }) => nr === naming);
  replace($("desk-head"), make("h2", {}, say("desk.name")), make("p", { class: "hint" }, say("desk.hint")), deskCount() ? dayField() : null);
  replace($("desk-naming"), one ? namingFields(one) : null);
  replace($("desk-foot"), make("div", { class: "row" }, make("button", { type: "button", onclick: keepView }, say("desk.keep")), earlierFile()),
    note.length ? make("p", { class: "say" }, noteText()) : null);
  renderLists();
};
