// Marking a line in the details: a word about each tie, and then who says so.
const MOST_TEXT = 2000;
const clean = (text) => text.replace(/[\0\p{Cs}]/gu, "");
// A field keeps at most so much, and says so; what no file can hold is left out.
const field = (word, node, value, change) => {
  const note = make("span", { class: "hint", role: "status" });
  node.value = value;
  node.addEventListener("input", () => {
    const text = clean(clean(node.value).slice(0, MOST_TEXT));
    note.textContent = node.value.length > MOST_TEXT ? say("desk.too_long", { count: MOST_TEXT }) : "";
    if (node.value !== text) node.value = text;
    change(text);
  });
  return make("div", { class: "field" }, make("label", {}, make("span", {}, say(word)), node), note);
};
const option = (value, text, chosen) => make("option", { value, selected: value === chosen }, text);
const select = (word, choices, chosen, change) => {
  const node = make("select", {}, ...choices.map(([value, text]) => (Array.isArray(text)
    ? make("optgroup", { label: value }, ...text.map((one) => option(...one, chosen))) : option(value, text, chosen))));
  node.addEventListener("change", () => change(node.value));
  return make("div", { class: "field" }, make("label", {}, make("span", {}, say(word)), node));
};
// Who says so: those whom it is about first, then everybody else.
const speakers = (tie) => {
  const own = [...new Set(partiesOf(tie).flat())].filter((id) => numberOf.has(id));
  const others = organisations.map((one) => one.id).filter((id) => !own.includes(id));
  const named = (ids) => ids.map((id) => [id, calledBy(id)]);
  return [["", say("mark.nobody")], [say("desk.parties"), named(own)], [say("desk.others"), named(others)], ["outside", say("party.outside")]]
    .filter(([, found]) => found.length);
};
const markForm = (mark) => make("div", { class: "mark-form", "data-mark": mark.nr },
  make("p", { class: "sample" }, signIcon(mark.mark), markWord(mark.tie, mark.mark)),
  select("desk.by", speakers(mark), mark.by || "", (by) => {
    const next = { ...mark, remark: current(mark).remark, by: by || null };
    put(next, `${marked(next)}, ${saidBy(next)}`);
  }),
  field("desk.remark", make("textarea", { rows: 2 }), mark.remark || "", (remark) => typing({
    marks: desk.marks.map((one) => (one.nr === mark.nr ? { ...one, remark } : one)),
  }, `remark ${mark.nr}`)),
  make("button", { type: "button", onclick: () => drop(current(mark)) }, say("desk.remove")));
const current = (mark) => desk.marks.find((one) => one.nr === mark.nr) || mark;

// The three words about one tie, and under them what was said of it here.
const wordsFor = (tie) => (tie.tie === "contact" ? [contactWord(tie.between.map((id) => numberOf.get(id)), tie.level), "denied", "ask"] : ["confirmed", "denied", "ask"]);
const markTools = (tie) => {
  const found = marksOn(tie);
  const buttons = wordsFor(tie).map((word) => make("button", {
    type: "button", "aria-pressed": String(found.some(({ mark }) => mark === word)), onclick: () => sayOf(tie, word),
  }, signIcon(word), markWord(tie.tie, word)));
  return make("div", { class: "marking", role: "group", "aria-label": tieText(tie) }, make("div", { class: "words" }, ...buttons), ...found.map(markForm));
};
const withTools = (item, tie) => { item.append(markTools(tie)); return item; };
// Where many ties are listed, each opens its words when it is asked for.
const withMark = (item, tie) => {
  const key = tieKey(tie);
  const open = opened === key;
  item.append(make("button", { type: "button", class: "small", "aria-expanded": String(open), onclick: () => { opened = open ? null : key; refresh(); } },
    ...marksOn(tie).map(({ mark }) => signIcon(mark)), say("mark.mark")));
  if (open) item.append(markTools(tie));
  return item;
};

// What was marked between these two and is on no list of the case.
const addedHere = (marks) => section("list.added", marks.filter((one) => !onMap.has(tieKey(one)) && !(one.tie === "contact" && one.level)), (one) => (
  make("li", {}, tieText(one), markForm(one))));
const addedBetween = (pair) => addedHere(desk.marks.filter(isOn(pair)));
// What was marked of one organisation and cannot be reached by a line.
const addedAt = (who) => addedHere(desk.marks.filter((one) => !endsOf(one).length && partiesOf(one).flat().includes(idOf(who))));

// A new line between the two: contact, a need or a gift, either way.
const NEW_SORTS = ["contact", "needs", "needed", "gives", "takes"];
const draftOf = (pair) => drafts.get(pairKey(...pair)) || { sort: "contact", what: "", level: "", dossier: "" };
const newTie = (pair, { sort, what, level, dossier }) => {
  const [from, to] = ["needed", "takes"].includes(sort) ? [pair[1], pair[0]] : pair;
  if (sort === "contact") return contactTie(pair, level || null);
  return sort.startsWith("need") ? needTie({ depender: from, dependum: what.trim(), dependees: [to], level: level || null })
    : giftTie({ giver: from, taker: to, resource: what.trim(), dossier: dossier.trim() || null, unit: null, status: "delivered" });
};
// A need or a gift that is there already is not new; it is confirmed.
const addNew = (pair) => {
  const draft = draftOf(pair);
  if (draft.sort !== "contact" && !draft.what.trim()) { $("spoken").textContent = say("desk.what_first"); $("new-what").focus(); return; }
  const tie = newTie(pair, draft);
  drafts.delete(pairKey(...pair));
  const known = tie.tie === "contact" ? null : knownAs(tie);
  focusMark(sayOf(known || tie, known ? "confirmed" : tie.tie === "contact" ? contactWord(pair, tie.level) : "new"));
};
const focusMark = ({ nr }) => document.querySelector(`[data-mark="${nr}"] select`)?.focus();
const newForm = (pair) => {
  const draft = draftOf(pair);
  const keep = (change) => drafts.set(pairKey(...pair), { ...draftOf(pair), ...change });
  const [first, second] = pair.map((who) => plain(nameOf(who)));
  const text = (word, id, name, list) => field(word, make("input", { type: "text", id, list, autocomplete: "off" }), draft[name], (value) => keep({ [name]: value }));
  const sorts = NEW_SORTS.map((sort) => [sort, say(`desk.sort_${sort}`, { first, second })]);
  const isGift = ["gives", "takes"].includes(draft.sort);
  const form = make("form", { class: "new-form" }, make("h3", {}, say("desk.new")),
    select("desk.sort", sorts, draft.sort, (sort) => { keep({ sort }); refresh(); }),
    draft.sort === "contact" ? null : text("desk.what", "new-what", "what"),
    isGift ? text("column.dossier", "new-dossier", "dossier", "dossiers") : select("column.level",
      [["", say("desk.no_level")], ...sharedLevels(pair).map((level) => [level, say(`level.${level}`)])], draft.level, (level) => keep({ level })),
    isGift ? make("datalist", { id: "dossiers" }, ...dossiers.map((one) => make("option", { value: one }))) : null,
    make("button", { type: "submit" }, say("desk.add")));
  form.addEventListener("submit", (event) => { event.preventDefault(); addNew(pair); });
  return form;
};
// Before an audience the panel is out of sight; marking brings back what marking needs.
const toggleMarking = () => {
  const on = root.classList.toggle("marking");
  $("do-mark").setAttribute("aria-pressed", String(on));
  refresh();
  reframe();
};
