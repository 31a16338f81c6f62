// Taking home what was said here as a small file, and going on with one from before.
const NO_DESK = { marks: [], kept: [], day: null };
let taken = NO_DESK;
const held = ({ marks, kept, day }) => (marks.length || kept.length ? [marks, kept, day] : []);
const isTyped = ({ what, dossier }) => Boolean(what.trim() || dossier.trim());
const isAtRisk = () => !isSame(held(desk), held(taken)) || [...drafts.values()].some(isTyped);
window.addEventListener("beforeunload", (event) => {
  if (!isAtRisk()) return;
  event.preventDefault();
  event.returnValue = true;
});

const bareMark = ({ nr, ...mark }) => without(mark);
const bareStep = ({ nr, ...one }) => without({ ...one, title: titleOf(one) });
const changesNow = () => ({
  netdeps_changes: 1, case: data.case, edition: data.edition, date: desk.day || today(),
  marks: desk.marks.map(bareMark), walk: desk.kept.map(bareStep),
});
const takeHome = () => {
  const changes = changesNow();
  const name = fileName(changes.date, "changes.json");
  saveFile(`${JSON.stringify(changes, null, 1)}\n`, "application/json", name);
  taken = desk;
  notice(["desk.taken", { file: name, count: deskCount() }], ...([...drafts.values()].some(isTyped) ? [["desk.not_added"]] : []));
};

// Whatever does not look exactly as it should is left out; ids that this map does not have are named.
const refuse = () => { throw new RangeError(); };
const textIn = (value) => (typeof value === "string" && clean(value) === value ? value : refuse());
const oneOf = (known) => (value) => (known.includes(value) ? value : refuse());
const maybe = (read) => (value) => (value === undefined || value === null ? null : read(value));
const listIn = (read) => (value) => (Array.isArray(value) ? value.map(read) : refuse());
const reader = (unknown) => {
  const party = (...also) => (id) => {
    if (!also.includes(textIn(id)) && !numberOf.has(id)) unknown.add(id);
    return id;
  };
  const kind = (id) => { if (!kindNumber.has(textIn(id))) unknown.add(id); return id; };
  const two = (value) => { const found = inOrder(listIn(party())(value)); return found.length === 2 && value.length === 2 ? found : refuse(); };
  const level = maybe(oneOf(LEVELS));
  const said = { mark: oneOf(Object.keys(SIGNS_OF_MARKS)), tie: textIn, by: maybe(party("outside")), remark: maybe(textIn) };
  const amount = (value) => (Number.isFinite(value) && value >= 0 ? value : refuse());
  return {
    contact: { ...said, between: two, level },
    dependency: { ...said, depender: party(), dependum: textIn, dependees: (value) => inOrder(listIn(party("outside"))(value)), level },
    contribution: {
      ...said, giver: party(), taker: party("together"), resource: textIn, dossier: maybe(textIn), unit: maybe(textIn),
      status: (value) => oneOf(["promised", "delivered"])(value ?? "delivered"), amount: maybe(amount),
    },
    step: {
      title: (value) => textIn(value).trim() || refuse(), text: (value) => textIn(value ?? ""), view: oneOf([...views.keys()]), layout: maybe(oneOf([...layouts.keys()])), level,
      dossier: maybe(textIn), organisation: maybe(party()), between: maybe(two), kinds: maybe(listIn(kind)),
    },
  };
};
const readRow = (row, sort, unknown) => {
  const fields = reader(unknown);
  if (row === null || typeof row !== "object" || !Object.hasOwn(fields, sort)) return refuse();
  if (Object.keys(row).some((name) => !Object.hasOwn(fields[sort], name))) return refuse();
  const found = Object.fromEntries(Object.entries(fields[sort]).map(([name, read]) => [name, read(row[name])]));
  return makesSense(found) ? found : refuse();
};
const makesSense = ({ tie, mark, dependees, depender, giver, taker, amount, organisation, between }) => ({
  contact: true,
  dependency: dependees?.length > 0 && !isSame(dependees, [depender]),
  contribution: giver !== taker && (mark === "new" || amount === null),
}[tie] ?? !(organisation && between));
const readRows = (rows, sortOf) => {
  const result = { found: [], unknown: new Set(), wrong: 0 };
  for (const row of Array.isArray(rows) ? rows : []) {
    const unknown = new Set();
    try {
      const found = readRow(row, sortOf(row), unknown);
      if (!unknown.size) result.found.push(found);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      result.wrong += 1;
    }
    unknown.forEach((id) => result.unknown.add(id));
  }
  return result;
};

const MOST_BYTES = 5e6;
const takeIn = async (file) => {
  if (file.size > MOST_BYTES) return notice(["desk.too_large", { file: file.name }]);
  let read;
  try { read = JSON.parse(await file.text()); } catch { read = null; }
  if (read?.netdeps_changes !== 1) return notice(["desk.no_changes", { file: plain(file.name) }]);
  if (read.case !== data.case) return notice(["desk.other_case", { file: plain(file.name), found: plain(String(read.case)), wanted: plain(data.case) }]);
  if (read.edition !== data.edition) return notice(["desk.other_edition", { file: plain(file.name) }]);
  return mergeIn(read, plain(file.name));
};
// What is here already stays as it is; the day of the file counts when there was nothing yet.
const mergeIn = (read, name) => {
  const marks = readRows(read.marks, (row) => row?.tie);
  const kept = readRows(read.walk, () => "step");
  const here = new Set(desk.marks.map(voiceOf));
  const numbered = (one) => ({ nr: lastNumber += 1, ...one });
  const added = marks.found.filter((one) => !here.has(voiceOf(one))).map(numbered);
  const steps = kept.found.filter((one) => !desk.kept.some(({ nr, ...other }) => isSame(without(other), without(one)))).map(numbered);
  const isFirst = !deskCount();
  const day = isFirst && isDay(read.date) ? read.date : desk.day;
  act({ marks: [...desk.marks, ...added], kept: [...desk.kept, ...steps], day }, "");
  if (isFirst) taken = desk;
  const unknown = [...marks.unknown, ...kept.unknown];
  const wrong = marks.wrong + kept.wrong;
  notice(["desk.came_in", { count: added.length, views: steps.length, file: name }],
    ...(unknown.length ? [["desk.unknown", { ids: listing(unknown.slice(0, 20).map(plain)) }]] : []),
    ...(wrong ? [["desk.wrong", { count: wrong }]] : []),
    ...(isFirst && day && day !== today() ? [["desk.day_of_file", { day }]] : []));
};
const isDay = (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
