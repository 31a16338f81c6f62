// Everything that is known about the chosen organisation, or about the line between two.
const MOST = 40;
const go = (who) => (isPoint(who)
  ? make("button", { type: "button", class: "go", onclick: () => goTowards(who) }, named(nameOf(who)))
  : make("span", {}, nameOf(who)));
const goPair = (a, b) => (Math.max(a, b) < count
  ? make("button", { type: "button", class: "go", onclick: () => choose({ pair: [a, b] }) }, named(nameOf(a)), " \u2013 ", named(nameOf(b)))
  : make("span", {}, go(a), " \u2013 ", go(b)));
// What can be chosen: an organisation, or another shape that has a name of its own in the address.
const isPoint = (who) => isNumber(who) && (who < count || data.extras[who - count].id !== undefined);
const goTowards = (who) => {
  if (!isInView(who, state.view)) enter(data.extras[who - count].views[0]);
  chooseShape(who);
};
const joined = (items, between) => items.flatMap((item, i) => (i ? [between, item] : [item]));
// Who told it, and what others said of it when it was shown to them.
const replyText = ([says, source]) => [say(`reply.${says}`), sourceText(source)].filter(Boolean).join(": ");
const from = (row) => {
  const text = sourceText(row.source);
  const told = [...(text ? [`${say("said")} ${text}`] : []), ...(row.replies || []).map(replyText)];
  return told.length ? make("span", { class: "from" }, named(told.join("; "))) : null;
};
const madeUp = (row) => (row.illustrative ? make("span", { class: "mark made" }, say("illustrative")) : null);
// What is known of the line to somebody: in words, or as a sign where several stand in a row.
const lineSort = (a, b) => {
  const key = isNumber(a) && isNumber(b) ? pairKey(a, b) : "";
  const gap = gapOf.get(key);
  if (gap) return isMissing(gap) ? "gap" : "thin";
  return asksOf.has(key) ? "ask" : "";
};
const SIGNS = { gap: "no", thin: "yes", ask: "unknown" };
const lineMark = (a, b, briefly) => {
  const sort = lineSort(a, b);
  if (!sort || (briefly && sort === "thin")) return "";
  const text = say(`mark_${sort}`);
  const sign = briefly
    ? make("span", { title: text }, " ", make("span", { class: `dot ${SIGNS[sort]}`, "aria-hidden": "true" }), make("span", { class: "unseen" }, text))
    : make("span", { class: `mark ${sort}` }, text);
  return make("button", { type: "button", class: "go", onclick: () => choose({ pair: [a, b] }) }, sign);
};

const section = (key, rows, entryOf) => {
  if (!rows.length) return null;
  const list = make("ul");
  const more = rows.length > MOST ? make("button", { type: "button", onclick: () => { more.remove(); list.append(...rows.slice(MOST).map(entryOf)); } },
    say("show_all", { count: rows.length })) : null;
  list.append(...rows.slice(0, MOST).map(entryOf));
  return make("section", {}, make("h3", {}, `${say(key)} (${number(rows.length)})`), list, ...(more ? [more] : []));
};
const facts = (pairs) => make("dl", {}, ...pairs.filter(([, value]) => value)
  .flatMap(([key, value]) => [make("dt", {}, say(`column.${key}`)), make("dd", {}, value)]));
const head = (text, row) => headOf([named(text), madeUp(row) || ""]);
const headOf = (content) => make("div", { class: "head" }, make("h2", {}, ...content),
  make("button", { type: "button", class: "close", onclick: () => { choose(null); $("map").focus(); } }, say("close")));

const needWords = (need) => {
  const more = [
    say(`importance.${need.importance}`),
    need.essential ? say("essential") : "",
    need.level === null ? "" : wordOr("level", need.level),
    need.dependees.length > 1 ? say(`mode.${need.mode}`) : "",
  ];
  return make("span", { class: "from" }, more.filter(Boolean).join(" \u00b7 "));
};
const needEntry = (need) => make("li", {}, named(need.dependum), " ", say("from_whom"), " ",
  ...joined(need.dependees.map((who) => make("span", {}, go(who), lineMark(need.depender, who, need.dependees.length > 1))), ", "),
  madeUp(need) || "", needWords(need), barrier(need) || "", from(need) || "");
const neededEntry = (need, who) => make("li", {}, go(need.depender), " ", say("needs_it"), " ", named(need.dependum),
  lineMark(need.depender, who, false), madeUp(need) || "", needWords(need), barrier(need) || "", from(need) || "");
const barrier = (need) => (need.barrier ? make("span", { class: "from" }, `${say("column.barrier")}: `, named(need.barrier)) : null);
const amountOf = (gift) => (gift.amount === null ? "" : `${number(gift.amount)} ${gift.unit === null ? "" : plain(gift.unit)}`.trim());
const giftEntry = (gift, side) => make("li", {}, named(gift.resource), amountOf(gift) ? " (" : "", named(amountOf(gift)), amountOf(gift) ? ") " : " ",
  say(side === "taker" ? "to_whom" : "from_whom"), " ", go(gift[side]), madeUp(gift) || "",
  make("span", { class: "from" }, [gift.dossier === null ? "" : plain(gift.dossier), wordOr("status", gift.status)].filter(Boolean).join(" \u00b7 ")), from(gift) || "");

const stateDot = (row, level) => {
  const status = row ? stateAt(row, level) : "none";
  const text = status === "none" ? say("no_such_level") : say(`state.${status}`);
  return make("span", { title: `${say(`level.${level}`)}: ${text}` }, make("span", { class: `dot ${status}`, "aria-hidden": "true" }), make("span", { class: "unseen" }, text));
};
const states = (rows, who) => {
  if (!rows.length) return null;
  const heads = ["", ...LEVELS.map((level) => say(`level_short.${level}`))].map((text) => make("span", { class: "th" }, text));
  const cells = rows.slice(0, 200).flatMap((row) => [go(row.parties.find((one) => one !== who)), ...LEVELS.map((level) => stateDot(row, level))]);
  return make("section", {}, make("h3", {}, say("contacts_per_level")), make("div", { class: "states" }, ...heads, ...cells), key());
};
const key = () => make("p", { class: "hint" }, ...["yes", "no", "disputed", "unknown"]
  .flatMap((status) => [make("span", { class: `dot ${status}`, "aria-hidden": "true" }), ` ${say(`state_short.${status}`)} \u00a0 `]));
const gapEntry = (gap) => make("li", {}, goPair(...gap.parties),
  make("span", { class: "mark gap" }, say(`band.${gap.band}`)), make("span", { class: "from" }, named(gapWords(gap)[1])));
const thinEntry = (gap) => make("li", {}, goPair(...gap.parties), make("span", { class: "from" }, named(gapWords(gap)[1])));
const askEntry = (ask) => make("li", {}, goPair(...ask.parties), ", ", levelsOf(ask.levels));

const organisationDetails = (who) => {
  const one = organisations[who];
  const parts = organisations.filter((row) => row.part_of === who);
  const exchange = [
    section("list.balance", byGood(balanceOf.get(who) || []), balanceEntry),
    section("list.given", givenBy.get(who) || [], (gift) => withMark(giftEntry(gift, "taker"), giftTie(gift))),
    section("list.taken", takenBy.get(who) || [], (gift) => withMark(giftEntry(gift, "giver"), giftTie(gift))),
  ];
  return [
    head(one.name, one),
    facts([
      ["kind", named(kindOf(who).one[data.languages.indexOf(language)])],
      ["region", one.region === null ? "" : named(one.region)],
      ["roles", one.roles.map((role) => wordOr("role", role)).join(", ")],
      ["part_of", one.part_of === null ? "" : go(one.part_of)],
      ["parts", parts.length ? make("span", {}, ...joined(parts.map((row) => go(row.number)), ", ")) : ""],
      ["score", one.score === undefined || one.score === null ? "" : number(one.score)],
    ]),
    from(one),
    make("div", { class: "row" }, make("button", { type: "button", onclick: () => startPath(who) }, say("path_from")),
      make("button", { type: "button", onclick: () => startPath(who, "pair") }, say("mark.with"))),
    addedAt(who),
    ...(viewNow().details ? viewNow().details(who) : []),
    ...(state.view === "contributions" ? exchange : []),
    state.view === "changes" ? section("list.changes", changesOf(who), changeEntry) : null,
    section("list.gaps", (gapsBy.get(who) || []).filter(isMissing), gapEntry),
    section("list.needs", needsBy.get(who) || [], (need) => withMark(needEntry(need), needTie(need))),
    section("list.needed", needsOn.get(who) || [], (need) => withMark(neededEntry(need, who), needTie(need))),
    states(contactsBy.get(who) || [], who),
    section("list.across", acrossBy.get(who) || [], acrossEntry),
    section("list.thin", (gapsBy.get(who) || []).filter((gap) => !isMissing(gap)), thinEntry),
    ...(state.view === "contributions" ? [] : exchange),
    ...(state.view === "tables" ? [] : agendaSections(who)),
    section("list.asks", asksBy.get(who) || [], askEntry),
  ];
};

const pairDetails = (pair) => {
  const [a, b] = pair;
  const at = pairKey(a, b);
  const gap = gapOf.get(at);
  const contact = contactOf.get(at);
  const crossing = acrossOf.get(at) || [];
  const needed = [...(needsBy.get(a) || []).filter((need) => need.dependees.includes(b)), ...(needsBy.get(b) || []).filter((need) => need.dependees.includes(a))];
  const given = [...(givenBy.get(a) || []).filter((gift) => gift.taker === b), ...(givenBy.get(b) || []).filter((gift) => gift.taker === a)];
  return [
    headOf([go(a), " \u2013 ", go(b)]),
    gap ? make("p", { class: "say" }, named(gapWords(gap)[0])) : null,
    gap ? make("p", { class: "ask" }, named(gapWords(gap)[1])) : null,
    gap ? make("p", { class: "from" }, say(isMissing(gap) ? "gap_otherwise" : "gap_otherwise_thin")) : null,
    gap && gap.routed_via.length ? make("p", { class: "ask" }, `${say("column.routed_via")}: `, ...joined(gap.routed_via.map(go), ", ")) : null,
    pairStates(pair, contact),
    section("list.across", crossing, acrossEntry),
    section("list.told", contact ? contact.voices : crossing.flatMap((row) => row.voices), voiceEntry),
    state.view === "changes" ? section("list.changes", changesOf(a).filter((row) => [row.first, row.second].includes(b)), changeEntry) : null,
    section("list.between", needed, (need) => withTools(neededEntry(need, need.depender === a ? b : a), needTie(need))),
    indirectBetween(pair),
    powerBetween(pair),
    section("list.exchange", byGood(exchangesOf.get(at) || []), exchangeEntry),
    section("list.gifts", given, (gift) => withTools(make("li", {}, go(gift.giver), " \u2192 ", ...giftEntry(gift, "taker").childNodes), giftTie(gift))),
    addedBetween(pair),
    newForm(pair),
    section("list.asks", asksOf.get(at) || [], askEntry),
  ];
};
const pairStates = (pair, contact) => {
  const stateNow = (level) => (contact ? stateAt(contact, level) : "unknown");
  const entryAt = (level) => make("li", {}, make("span", { class: `dot ${stateNow(level)}`, "aria-hidden": "true" }), ` ${say(`level.${level}`)}: ${say(`state.${stateNow(level)}`)}`);
  return make("section", {}, make("h3", {}, say("contacts_per_level")),
    make("ul", {}, ...sharedLevels(pair).map((level) => withTools(entryAt(level), contactTie(pair, level)))));
};
const levelsTold = (levels) => (levels || []).map((level) => wordOr("level", level)).join(" \u2013 ");
const voiceEntry = ([levels, exists, quality, source]) => make("li", {},
  say(exists ? "voice_yes" : "voice_no"), levels === null ? "" : `, ${levelsTold(levels)}`,
  quality === null ? "" : `, ${say("quality", { share: number(quality * 100) })}`,
  from({ source }) || "");

// Every step of the shortest ways between two.
const pathDetails = (path) => {
  const { on, length } = waysBetween(path);
  const links = linked();
  const far = stepsFrom(links, path[0]);
  const steps = [...on].sort((a, b) => far.get(a) - far.get(b) || a - b)
    .flatMap((who) => [...links.get(who)].filter((next) => on.has(next) && far.get(next) === far.get(who) + 1).map((next) => [who, next]));
  return [
    headOf([go(path[0]), " \u2013 ", go(path[1])]),
    make("p", { class: "say" }, pathLine(path)[0]),
    length === null ? null : section("list.path", steps, ([a, b]) => make("li", {}, goPair(a, b))),
  ];
};
const renderDetails = () => {
  const { organisation, extra, pair, path } = state.chosen || {};
  const content = organisation !== undefined ? organisationDetails(organisation) : extra !== undefined ? viewNow().extraDetails(extra) : pair ? pairDetails(pair) : path ? pathDetails(path) : [];
  $("details").hidden = !content.length;
  replace($("details"), ...content);
  if (content.length) $("panel").scrollTop = 0;
};
