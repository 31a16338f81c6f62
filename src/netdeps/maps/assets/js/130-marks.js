// What is said at this table: marks on lines, and views that are kept. It stays in memory alone.
//   desk.marks  each has the fields of a mark in a change file, and a number
//   desk.kept   each has the fields of a step of a walk, and a number
//   desk.day    the day on which it was said; null is today
// A desk never changes: whatever is done makes another one, so that it can be taken back.
let desk = { marks: [], kept: [], day: null };
let lastNumber = 0;
// What was typed for a new line and is not on the map yet, by pair; and whose marking is open.
const drafts = new Map();
let opened = null;
const act = (changed, sentence) => {
  note = [];
  desk = { ...desk, ...changed };
  refresh();
  $("spoken").textContent = sentence;
};
// While somebody types, only the lists change: the field must not be made anew under the hands.
const typing = (changed, what) => {
  desk = { ...desk, ...changed };
  remember(what);
  renderUndo();
  renderLists();
};

const idOf = (who) => (isNumber(who) ? organisations[who].id : who);
const inOrder = (ids) => [...new Set(ids)].sort();
const contactTie = ([a, b], level) => ({ tie: "contact", between: inOrder([idOf(a), idOf(b)]), level });
const needTie = ({ depender, dependum, dependees, level }) => (
  { tie: "dependency", depender: idOf(depender), dependum, dependees: inOrder(dependees.map(idOf)), level });
const giftTie = ({ giver, taker, resource, dossier, unit, status }) => (
  { tie: "contribution", giver: idOf(giver), taker: idOf(taker), resource, dossier, unit, status });
const TIE_FIELDS = {
  contact: ["between", "level"],
  dependency: ["depender", "dependum", "dependees", "level"],
  contribution: ["giver", "taker", "resource", "dossier", "unit", "status"],
};
const tieKey = (one) => JSON.stringify([one.tie, ...TIE_FIELDS[one.tie].map((name) => one[name] ?? null)]);
const tiesOnMap = [...needs.map(needTie), ...gifts.map(giftTie)];
const onMap = new Set(tiesOnMap.map(tieKey));
// What is typed as new may be there already: the same parties and the same words.
const knownAs = (tie) => tiesOnMap.find((one) => ["tie", "depender", "dependum", "level", "giver", "taker", "resource", "dossier"]
  .every((name) => one[name] === tie[name]) && (tie.dependees || []).every((id) => one.dependees.includes(id)));
const marksOn = (tie) => desk.marks.filter((one) => tieKey(one) === tieKey(tie));

// The parties of a tie, as lines from one to the other.
const partiesOf = ({ tie, between, depender, dependees, giver, taker }) => {
  const lines = { contact: [between], dependency: (dependees || []).map((one) => [depender, one]), contribution: [[giver, taker]] };
  return lines[tie];
};
const shapeFor = (id) => numberOf.get(id) ?? (id === "together" && pot >= count ? pot : undefined);
const endsOf = (tie) => partiesOf(tie).map((line) => line.map(shapeFor))
  .filter((ends) => ends.every(isNumber) && ends[0] !== ends[1]);
const isOn = (pair) => (mark) => endsOf(mark).some((ends) => pairKey(...ends) === pairKey(...pair));

const calledBy = (id) => plain(nameOf(numberOf.get(id) ?? id));
const tieText = (one) => {
  const [[first, second]] = partiesOf(one);
  const names = { first: calledBy(first), second: calledBy(second) };
  const what = one.tie === "contact" ? say("mark.contact", names)
    : one.tie === "contribution" ? say("mark.contribution", { ...names, what: plain(one.resource) })
      : say("mark.dependency", { ...names, what: plain(one.dependum), others: listing(one.dependees.map(calledBy)) });
  return [what, one.level && wordOr("level", one.level), one.dossier && plain(one.dossier)].filter(Boolean).join(" \u00b7 ");
};
const markWord = (tie, mark) => say(tie === "contact" ? `mark.contact_${mark}` : `mark.${mark}`);
const saidBy = ({ by, remark }) => [by ? calledBy(by) : say("mark.nobody"), remark ? say("remark", { remark: plain(remark) }) : ""].filter(Boolean).join(", ");

// One voice says one thing of a tie, and may ask besides: whoever says another thing takes the first back.
const voiceOf = (one) => JSON.stringify([tieKey(one), one.by || null, one.mark === "ask"]);
const put = (mark, sentence) => act({
  marks: [...desk.marks.filter((one) => one.nr !== mark.nr && voiceOf(one) !== voiceOf(mark)), mark].sort((a, b) => a.nr - b.nr),
}, sentence);
const drop = (mark) => {
  act({ marks: desk.marks.filter((one) => one.nr !== mark.nr) }, say("desk.removed", { what: tieText(mark) }));
  if (document.activeElement === document.body) $("desk").focus();
};
const marked = (mark) => `${tieText(mark)}: ${markWord(mark.tie, mark.mark)}`;
// A word about a tie goes to the mark that nobody is named with, so that what somebody said stays.
const sayOf = (tie, mark) => {
  const mine = marksOn(tie).find((one) => !one.by);
  const next = { ...(mine || tie), nr: mine ? mine.nr : lastNumber += 1, mark };
  if (mine?.mark !== mark) put(next, marked(next));
  return next;
};

// Contact that the map shows, or of which somebody told, is confirmed; other contact is new.
const contactWord = (pair, level) => {
  const row = contactOf.get(pairKey(...pair));
  const spoken = row && row.voices.some(([levels, exists]) => exists && String(levels ?? "") === String(level ?? ""));
  return spoken || (row && level && ["yes", "disputed"].includes(row[level])) ? "confirmed" : "new";
};
const sharedLevels = (pair) => {
  const row = contactOf.get(pairKey(...pair));
  return LEVELS.filter((level) => (row ? row[level] !== null : pair.every((who) => organisations[who].levels.includes(level))));
};
