// Tables and issues: who sits where, what lies there, and who is involved in what lies elsewhere.
const SEATS = {
  seat: { color: "#4b6a88", width: 2, layer: 2 },
  treated: { color: "#8f7722", width: 1.3, layer: 1 },
  apart: { color: "#b3261e", width: 3, dashes: [11, 7], layer: 4 },
  loose: { color: "#b3261e", width: 1.6, dashes: [3, 5], layer: 3 },
  owner: { color: "#5b4a9c", width: 2.2, mark: "circle", layer: 3 },
  involved: { color: "#5b4a9c", width: 1.4, layer: 2 },
  before: { color: "#56616f", width: 1.8, dashes: [6, 4], arrow: true, fixed: true, bend: 0.12, layer: 2 },
};
const firstOf = (sort) => count + data.extras.findIndex((one) => one.sort === sort);
const asShapes = (rows, sort) => rows.map((row) => ({ ...row, who: firstOf(sort) + row.number }));
const meetings = asShapes(rowsOf("agenda_tables"), "table");
const issues = asShapes(rowsOf("issues"), "issue");
const meetingOf = new Map(meetings.map((one) => [one.who, one]));
const issueOf = new Map(issues.map((one) => [one.who, one]));
const concernedBy = ({ involved: some, owner }) => [...new Set(owner === null ? some : [...some, owner])];
const meetingsBy = grouped(meetings, ({ members }) => members);
const issuesBy = grouped(issues, concernedBy);
const issuesAfter = grouped(issues, ({ depends_on: first }) => first);

addEdges("seats", meetings.flatMap(({ who, members, number: row }) => members.map((one) => [one, who, row])));
addEdges("treated", meetings.flatMap(({ who, issues: lie, number: row }) => lie.map((one) => [one, who, row])));
addEdges("involved", issues.flatMap((issue) => concernedBy(issue).map((one) => [one, issue.who, issue.number])));
addEdges("before", issues.flatMap(({ who, depends_on: first, number: row }) => first.map((one) => [who, one, row])));

// A table of which no level is known can be at any.
const isAtLevel = ({ level }, wanted) => !wanted || [wanted, null].includes(level);
const placesFor = (issue, level) => issue.tables.map((one) => meetingOf.get(one)).filter((one) => isAtLevel(one, level));
const isApart = (who, issue, level) => !placesFor(issue, level).some(({ members }) => members.includes(who));
const awayFrom = (issue, level) => concernedBy(issue).filter((who) => isApart(who, issue, level));
const issuePicked = () => issues.find(({ id }) => id === pickOf("issue"));

// Under a level: its tables, what lies there and what has to be decided there.
const isIssueHidden = (issue) => {
  const [picked, level] = [issuePicked(), pickOf("level")];
  if (picked) return issue !== picked;
  return Boolean(level) && !placesFor(issue, level).length && issue.mandate_level !== level;
};
const isMeetingHidden = (meeting) => {
  const picked = issuePicked();
  return !isAtLevel(meeting, pickOf("level")) || Boolean(picked && !picked.tables.includes(meeting.who));
};
const isPartyHidden = (who) => {
  const picked = issuePicked();
  const isPart = !picked || concernedBy(picked).includes(who) || picked.tables.some((one) => meetingOf.get(one).members.includes(who));
  return !isPart || data.layouts.tables[who] === null;
};
const isOffTheTables = (who) => {
  if (who < count) return isPartyHidden(who);
  return issueOf.has(who) ? isIssueHidden(issueOf.get(who)) : meetingOf.has(who) && isMeetingHidden(meetingOf.get(who));
};

// Whom it concerns and who sits with it is drawn only when asked for: with one issue, or one shape.
const isAskedFor = ({ ends }) => Boolean(issuePicked()) || ends.includes(focal());
const involvedStyle = (edge, level) => {
  const issue = issueOf.get(edge.ends[1]);
  const isOwner = issue.owner === edge.ends[0];
  if (isApart(edge.ends[0], issue, level)) {
    return { ...SEATS[placesFor(issue, level).length ? "apart" : "loose"], mark: isOwner ? "circle" : "" };
  }
  return isAskedFor(edge) ? SEATS[isOwner ? "owner" : "involved"] : null;
};
const tableLines = ({ level }) => [
  ...linesIn("treated").map((edge) => [edge, SEATS.treated]),
  ...linesIn("seats").map((edge) => [edge, SEATS.seat]),
  ...linesIn("involved").map((edge) => [edge, involvedStyle(edge, level)]),
  ...linesIn("before").map((edge) => [edge, SEATS.before]),
];

// A kind that is needed and sits nowhere is no shape; its issue gets a sign.
const isLacking = (who) => Boolean(issueOf.get(who)?.absent && issueOf.get(who).tables.length);
const isLoose = (who) => issueOf.has(who) && !placesFor(issueOf.get(who), pickOf("level")).length;
const tableKeys = () => {
  const shapes = new Map([...there].map(whoAt).filter((who) => who >= count)
    .map((who) => extraLook(who)).map((one) => [one.dashed ? "loose" : one.sort, one]));
  return [
    ...["table", "issue", "loose"].filter((sort) => shapes.has(sort)).map((sort) => [kindIcon(shapes.get(sort)), say(`agenda.key_${sort}`)]),
    ...([...there].some((spot) => isLacking(whoAt(spot))) ? [[badgeIcon("ask"), say("agenda.key_ask"), "badge"]] : []),
  ];
};

// What stands out in the view as a whole, as a count and a question.
const standsOut = () => {
  const level = pickOf("level");
  const seen = issues.filter((issue) => !isIssueHidden(issue));
  const loose = seen.filter((issue) => !placesFor(issue, level).length);
  const apart = seen.filter((issue) => !loose.includes(issue) && awayFrom(issue, level).length);
  return { all: seen.length, loose: loose.length, apart: apart.length, level };
};
const agendaLine = () => {
  if (issuePicked()) return issueLine(issuePicked())[0];
  if (!issues.length) return say("agenda.no_issues", { count: meetings.length });
  const { all: seen, loose, apart, level } = standsOut();
  const clauses = [
    loose ? say(level ? "agenda.loose_at" : "agenda.loose", { count: loose, all: seen, level: level && say(`level.${level}`) }) : "",
    apart ? say("agenda.apart", { count: apart }) : "",
  ].filter(Boolean);
  return clauses.length ? sentenceCase(listing(clauses)) : say("agenda.whole");
};
const sentenceCase = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const agendaAsk = () => {
  if (issuePicked()) return issueLine(issuePicked())[1];
  const { loose, apart } = standsOut();
  const asked = issues.length ? say(`agenda.ask_${loose ? "loose" : apart ? "apart" : "whole"}`) : "";
  return [asked, ...(state.present ? [] : [say("agenda.no_contact"), asideText()])].filter(Boolean).join(" ");
};
const asideText = () => {
  const isLeftOut = data.aside.some((who) => data.layouts.tables[who] === null);
  return data.aside.length ? say(isLeftOut ? "agenda.left_out" : "agenda.aside", { count: data.aside.length }) : "";
};
const namesOf = (shapes) => listing(shapes.map((who) => plain(nameOf(who))));
const issueLine = (issue) => {
  if (issue.sentence) return [told(issue.sentence), told(issue.question)];
  const facts = { issue: plain(issue.issue), tables: namesOf(issue.tables) };
  return issue.tables.length ? [say("agenda.on", facts), say("agenda.ask_on")] : [say("agenda.on_none", facts), say("agenda.ask_on_none")];
};
const meetingLine = (meeting) => [
  [meeting.name, told(data.extras[meeting.who - count].note)].filter(Boolean).map(plain).join(" \u00b7 "),
  meeting.question ? told(meeting.question) : [
    say("agenda.members", { count: meeting.members.length }),
    say("agenda.issues", { count: meeting.issues.length }),
    say("agenda.carried", { count: meeting.needs.length }),
  ].join(" \u00b7 "),
];
const partyAtTables = (who) => {
  const mine = issuesBy.get(who) || [];
  const away = mine.filter((issue) => issue.tables.length && isApart(who, issue));
  return [
    say("agenda.seats", { count: (meetingsBy.get(who) || []).length }),
    say("agenda.involved", { count: mine.length }),
    ...(away.length ? [say("agenda.away", { count: away.length })] : []),
  ].join(" \u00b7 ");
};

addControl("issue", {
  word: "of_issue",
  choices: () => (issues.length > 1 ? [["", say("any_issue")], ...issues.map(({ id, issue }) => [id, plain(issue)])] : []),
});
addView("tables", {
  is: () => meetings.length + issues.length > 0,
  place: "tables",
  controls: ["level", "issue"],
  lines: tableLines,
  hides: isOffTheTables,
  samples: Object.entries(SEATS),
  overview: agendaLine,
  explain: agendaAsk,
  keys: tableKeys,
  badge: (who) => (isLacking(who) ? "ask" : ""),
  choose: (who) => choose({ extra: who }),
  extraLine: (who) => (issueOf.has(who) ? issueLine(issueOf.get(who)) : meetingLine(meetingOf.get(who))),
  details: (who) => agendaSections(who),
  extraDetails: (who) => (issueOf.has(who) ? issueDetails(issueOf.get(who)) : meetingDetails(meetingOf.get(who))),
  partyLine: partyAtTables,
});

// Everything that is known of a table: who and what is there, and for which needs both sides are.
const missingMark = (key) => make("span", { class: "mark gap" }, say(`agenda.mark_${key}`));
const meetingDetails = (meeting) => [
  head(meeting.name, meeting),
  meeting.question ? make("p", { class: "ask" }, named(told(meeting.question))) : null,
  facts([
    ["level", meeting.level && wordOr("level_name", meeting.level)],
    ["per_year", meeting.per_year && number(meeting.per_year)],
    ["cover", meeting.cover === null ? "" : say("agenda.cover", { share: meeting.cover * 100 })],
  ]),
  from(meeting),
  section("list.members", meeting.members, (who) => make("li", {}, go(who))),
  section("list.treated", meeting.issues.map((who) => issueOf.get(who)), issueEntry),
  section("list.carried", meeting.needs.map((row) => needs[row]), carriedEntry),
];
const issueEntry = (issue) => {
  const away = awayFrom(issue);
  return make("li", {}, go(issue.who), ...(away.length ? [make("span", { class: "from" }, `${say("column.apart")}: `, named(namesOf(away)))] : []));
};
const carriedEntry = (need) => make("li", {}, go(need.depender), " ", say("needs_it"), " ", named(need.dependum), " ", say("from_whom"), " ",
  ...joined(need.dependees.map((who) => make("span", {}, go(who), lineMark(need.depender, who, true))), ", "));

// Everything that is known of an issue: what it lacks, as a question, and whom it concerns.
const issueDetails = (issue) => [
  head(issue.issue, issue),
  make("p", { class: "say" }, named(issueLine(issue)[0])),
  make("p", { class: "ask" }, named(issueLine(issue)[1])),
  facts([
    ["owner", issue.owner === null ? "" : go(issue.owner)],
    ["mandate_level", issue.mandate_level && decidedAt(issue)],
    ["deadline", issue.deadline && told(issue.deadline)],
    ["absent", issue.absent && issue.tables.length ? named(told(issue.absent)) : ""],
    ...["content", "relations", "procedure"].map((name) => [name, issue[name] && say(`stage.${issue[name]}`)]),
  ]),
  from(issue),
  section("list.tables", issue.tables, (who) => make("li", {}, go(who))),
  section("list.involved", concernedBy(issue), (who) => concernedEntry(who, issue)),
  section("list.before", issue.depends_on, (who) => make("li", {}, go(who))),
  section("list.after", issuesAfter.get(issue.who) || [], ({ who }) => make("li", {}, go(who))),
  section("list.mandates", issue.agreements, (asked) => make("li", {}, named(told(asked)))),
];
const decidedAt = (issue) => {
  const there = issue.tables.filter((who) => meetingOf.get(who).level === issue.mandate_level);
  return named(say(there.length ? "agenda.decided" : "agenda.undecided", { level: say(`level.${issue.mandate_level}`), tables: namesOf(there) }));
};
const concernedEntry = (who, issue) => make("li", {}, go(who),
  ...(who === issue.owner ? [" ", make("span", { class: "mark" }, say("agenda.mark_owner"))] : []),
  ...(issue.tables.length && isApart(who, issue) ? [" ", missingMark("apart")] : []));

// Where an organisation sits, and what it is involved in.
const agendaSections = (who) => [
  section("list.seats", meetingsBy.get(who) || [], (meeting) => make("li", {}, go(meeting.who),
    make("span", { class: "from" }, told(data.extras[meeting.who - count].note)))),
  section("list.issues", issuesBy.get(who) || [], (issue) => make("li", {}, go(issue.who),
    ...(issue.owner === who ? [" ", make("span", { class: "mark" }, say("agenda.mark_owner"))] : []),
    ...(isApart(who, issue) ? [" ", missingMark(issue.tables.length ? "apart" : "loose")] : []))),
];
