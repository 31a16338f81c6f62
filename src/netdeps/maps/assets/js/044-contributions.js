// Give and take: who brings what to whom, in which dossier, and what remains of both ways. The
// figures come from Python; what is told apart here (a resource in its unit) is never added.
const GIFT = { color: "#8a6d1f", width: 2, arrow: true, layer: 1 };
const GIFT_STYLES = {
  gifts: GIFT,
  net: { ...GIFT, layer: 2 },
  even: { ...GIFT, arrow: false, badge: "even" },
  depends: { ...GIFT, arrow: false, dashes: [16, 5, 3, 5], badge: "both" },
  unsettled: { ...GIFT, arrow: false, dashes: [2, 4], badge: "unknown" },
  uncounted: { ...GIFT, dashes: [2, 4] },
  promised: { ...GIFT, dashes: [9, 6] },
  bound: { ...GIFT, arrow: false, dashes: [9, 6] },
};
// No text of a case holds this sign: it stands for no dossier, and between a resource and its unit.
const APART = "\u0000";
const pot = count + data.extras.findIndex(({ sort }) => sort === "pot");
const endOf = (who) => (who === "together" ? pot : who);
const goodOf = ({ resource, unit }) => (unit === null ? resource : `${resource}${APART}${unit}`);
const goodName = ({ resource, unit }) => (unit ? `${plain(resource)} (${plain(unit)})` : plain(resource));
const dossierName = (dossier) => plain(dossier) || say("no_dossier");

const exchanges = rowsOf("exchange").map((row) => {
  const ends = [row.giver, row.taker].map(endOf);
  return { ...row, ends, key: pairKey(...ends) };
});
// Over all dossiers there is a row of its own only where there are several.
const markWhole = (rows, sameIn) => grouped(rows, (row) => [JSON.stringify(sameIn(row))]).forEach((group) => {
  for (const row of group) row.whole = group.length === 1 || row.dossier === null;
});
markWhole(exchanges, (row) => [row.key, goodOf(row), row.status]);
markWhole(balances, (row) => [row.organisation, goodOf(row)]);
const exchangesOf = grouped(exchanges, ({ key }) => [key]);

const goods = new Map(exchanges.map((row) => [goodOf(row), row])
  .sort(([a], [b]) => (a < b ? -1 : 1)));
// What is picked; where only one thing is brought, that.
const goodIn = (resource) => resource || (goods.size === 1 ? [...goods.keys()][0] : "");
const dossiers = [...new Set(gifts.map(({ dossier }) => dossier || APART))].sort((a, b) => (a === APART) - (b === APART) || (a < b ? -1 : 1));
const anyOr = (word, choices) => (choices.length > 1 ? [["", say(word)], ...choices] : []);
addControl("flow", { word: "shown_as", choices: () => ["each", "net"].map((flow) => [flow === "net" ? flow : "", say(`flow.${flow}`)]) });
addControl("resource", { word: "what_resource", choices: () => anyOr("any_resource", [...goods].map(([good, row]) => [good, goodName(row)])) });
addControl("dossier", { word: "in_dossier", choices: () => anyOr("any_dossier", dossiers.map((one) => [one, dossierName(one)])) });

// Which rows hold for what is picked: of one resource its amounts, of everything each contribution.
const isIn = ({ dossier, resource }) => {
  const good = goodIn(resource);
  const own = dossier === APART ? "" : dossier;
  return (row) => (!good || goodOf(row) === good) && (dossier ? row.dossier === own : row.whole);
};
const isPart = ({ dossier, resource }) => (!dossier && !goodIn(resource) ? (row) => row.dossier !== null : isIn({ dossier, resource }));
const exchanged = (key, status, isAt) => (exchangesOf.get(key) || []).filter((row) => row.status === status && isAt(row));
const sideOf = (row, who) => (row.ends[0] === who ? row.given : row.returned);
// How much somebody brings to the other: null where nobody counted it, nothing where nothing is brought.
const broughtBy = (who, key, status, at) => {
  const found = exchanged(key, status, isPart(at)).filter((row) => sideOf(row, who) !== 0);
  if (!found.length) return undefined;
  return goodIn(at.resource) ? sideOf(found[0], who) : found.length;
};

// A line is as wide as what it stands for; the scale is the same in every dossier and in the net.
const [WIDEST, THIN, ONE_GIFT] = [9, 1.4, 2];
const mostOf = (good) => {
  const amounts = good ? exchanges.filter((row) => goodOf(row) === good).flatMap(({ given, returned }) => [given, returned])
    : linesIn("gifts").map(({ ends, key }) => broughtBy(ends[0], key, "delivered", {}));
  return amounts.reduce((most, amount) => Math.max(most, amount || 0), 0) || 1;
};
const mosts = new Map();
const most = (good) => {
  if (!mosts.has(good)) mosts.set(good, mostOf(good));
  return mosts.get(good);
};
const giftWidth = (amount, good) => (amount === null ? THIN
  : Math.max(THIN, amount * Math.min(WIDEST / most(good), good ? Infinity : ONE_GIFT)));

addEdges("gifts", gifts.map((gift) => [gift.giver, endOf(gift.taker), gift.number]).filter(([, taker]) => isNumber(taker)));
addEdges("promises", exchanges.filter(({ status }) => status === "promised")
  .flatMap((row) => [row.ends, [...row.ends].reverse()].filter(([who]) => sideOf(row, who) !== 0)));
addEdges("nets", exchanges.flatMap(({ ends }) => [ends, [...ends].reverse()]));
for (const edge of linesIn("nets")) edge.curved = false;

const giftStyle = ({ ends, key }, status, at) => {
  const amount = broughtBy(ends[0], key, status, at);
  if (amount === undefined) return null;
  const style = GIFT_STYLES[status === "promised" ? status : amount === null ? "uncounted" : "gifts"];
  return { ...style, width: giftWidth(amount, goodIn(at.resource)) };
};
// A promise is drawn beside what was delivered; by itself where nothing was.
const giftLines = (at) => {
  const delivered = linesIn("gifts").map((edge) => [edge, giftStyle(edge, "delivered", at) || giftStyle(edge, "promised", at)]);
  const beside = linesIn("promises").filter(({ ends, key }) => broughtBy(ends[0], key, "delivered", at) !== undefined)
    .map((edge) => [edge, giftStyle(edge, "promised", at)]);
  return [...delivered, ...beside.map(([edge, style]) => [edge, style && { ...style, bend: 0.24 }])];
};

// What remains between two, from who gives more; of several resources only if that is the same for all.
const netBetween = (key, at) => {
  const status = exchanged(key, "delivered", isIn(at)).length ? "delivered" : "promised";
  const found = exchanged(key, status, isIn(at));
  if (!found.length) return null;
  const givers = [...new Set(found.filter(({ way }) => way === "gives").map(({ ends }) => ends[0]))];
  const good = goodIn(at.resource);
  const amount = good ? found[0].net : exchanged(key, status, isPart(at)).length;
  const sort = netSort(givers, found, status, amount);
  const width = good && ["even", "depends"].includes(sort) ? 2 : giftWidth(amount, good);
  return { from: givers[0] ?? found[0].ends[0], style: { ...GIFT_STYLES[sort], width } };
};
const netSort = (givers, found, status, amount) => {
  const open = givers.length > 1 ? "depends" : found.some(({ way }) => way === "unknown") ? "unsettled" : givers.length ? "" : "even";
  if (status === "promised") return open ? "bound" : "promised";
  return open || (amount === null ? "uncounted" : "net");
};
const netLines = (at) => {
  const kept = new Set(linesIn("gifts").map(({ key }) => key));
  const nets = new Map([...kept].map((key) => [key, netBetween(key, at)]));
  return linesIn("nets").map((edge) => [edge, nets.get(edge.key)?.from === edge.ends[0] ? nets.get(edge.key).style : null]);
};

// Whether somebody gives or takes more, over all dossiers or in one; not asked is not nothing.
const unasked = new Set(data.unasked);
const balanceBadge = (who, at) => {
  const ways = new Set((balanceOf.get(who) || []).filter(isIn(at)).map(({ way }) => way));
  if (!ways.size) return unasked.has(who) && !givenBy.has(who) && !takenBy.has(who) && !at.dossier ? "ask" : "";
  if (ways.has("gives") && ways.has("takes")) return "both";
  return ["unknown", "gives", "takes", "even"].find((way) => ways.has(way));
};
const picksIn = (panel) => ({ ...state.picks, ...panels[panel].at });

// Beside the whole a panel for each dossier, as many as can be read; of many those with most in them.
const [LEAST_PANELS, MOST_PANELS, LETTERS] = [3, 12, 28];
const roomForDossiers = () => {
  const [wide, high] = mapBox();
  const each = (data.layouts.dossiers || []).filter(Boolean).length * LETTERS * fontSize() ** 2;
  const readable = Math.min(Math.max(Math.floor((wide * high) / each), LEAST_PANELS), MOST_PANELS);
  return Math.min(readable, Math.floor(MOST_SPOTS / data.nodes.length)) - 1;
};
const giftsIn = (dossier) => {
  const good = goodIn(pickOf("resource"));
  return gifts.filter((gift) => (gift.dossier || APART) === dossier && (!good || goodOf(gift) === good)).length;
};
const filledDossiers = () => dossiers.filter(giftsIn);
const panelDossiers = () => {
  const fullest = filledDossiers().sort((a, b) => giftsIn(b) - giftsIn(a)).slice(0, Math.max(roomForDossiers(), 0));
  return dossiers.filter((one) => fullest.includes(one));
};
layouts.set("dossiers", () => (dossiers.length > 1 ? ["", ...panelDossiers()] : [])
  .map((dossier) => ({ at: { dossier }, name: dossier ? dossierName(dossier) : say("any_dossier"), involved: true })));

// Samples of the width: round amounts, at most three.
const roundAmounts = (highest) => {
  const power = 10 ** Math.floor(Math.log10(highest));
  const round = [5, 2, 1, 0.5, 0.2, 0.1].map((one) => Number((one * power).toPrecision(1))).filter((one) => one <= highest);
  return [round[0], round[1], round[3]];
};
const widthKeys = () => {
  const good = goodIn(pickOf("resource"));
  const highest = most(good);
  const amounts = good ? roundAmounts(highest) : [...new Set([highest, Math.ceil(highest / 2), 1])];
  const unit = good && goods.get(good).unit ? ` ${plain(goods.get(good).unit)}` : "";
  return amounts.filter((amount) => giftWidth(amount, good) > THIN)
    .map((amount) => [lineIcon({ ...GIFT, arrow: false, width: giftWidth(amount, good) * BULK[screenSort()] }),
      good ? number(amount) + unit : say("gifts_count", { count: amount })]);
};
const badgeKeys = () => {
  const here = say(panels.length > 1 ? "here_panel" : pickOf("dossier") ? "here_one" : "here_all");
  const seen = new Set([...there].map(badgeOf));
  return Object.keys(BADGES).filter((sort) => seen.has(sort)).map((sort) => [badgeIcon(sort), say(`balance_mark.${sort}`, { here }), "badge"]);
};
const explainGiving = () => {
  const good = goodIn(pickOf("resource"));
  const told = say(`explain_giving.${pickOf("flow") || "each"}_${good ? "good" : "all"}`, { good: good && goodName(goods.get(good)) });
  const left = panels.length > 1 ? filledDossiers().length - panels.length + 1 : 0;
  return left > 0 ? `${told} ${say("dossiers_left", { count: left })}` : told;
};
addView("contributions", {
  controls: ["flow", "resource", "dossier"],
  layouts: ["dossiers"],
  lines: (at) => (at.flow === "net" ? netLines(at) : giftLines(at)),
  samples: Object.entries(GIFT_STYLES),
  overview: (bold) => bold.filter(({ spots }) => panelAt(spots[0]) === 0).length,
  explain: explainGiving,
  keys: () => [...widthKeys(), ...badgeKeys()],
  badge: (who, panel) => balanceBadge(who, picksIn(panel)),
});

// In words: what somebody gives and takes of each resource, and in which dossiers it is the other way.
const amountText = (amount) => (amount === null ? say("not_counted") : number(amount));
const byGood = (rows) => [...grouped(rows, (row) => [`${goodOf(row)}${APART}${row.status}`]).values()];
const partsOf = (group) => group.filter(({ dossier }) => dossier !== null);
const balanceEntry = (group) => {
  const { given, taken, way, evens_out: evened, ...good } = group.find(({ whole }) => whole);
  const parts = partsOf(group);
  const sums = (row) => say("given_taken", { given: amountText(row.given), taken: amountText(row.taken) });
  return make("li", {}, named(goodName(good)), `: ${sums({ given, taken })} `, make("strong", {}, say(`way.${way}`)),
    ...(parts.length > 1 ? [waysIn(parts, evened), ...parts.map((row) => make("span", { class: "from" }, named(dossierName(row.dossier)), `: ${sums(row)}`))] : []));
};
const waysIn = (parts, evened) => {
  const told = ["gives", "takes", "even", "unknown"].map((way) => [way, parts.filter((row) => row.way === way)]).filter(([, rows]) => rows.length)
    .map(([way, rows]) => say(`${way}_in`, { where: listing(rows.map((row) => dossierName(row.dossier))) }));
  if (evened) told.push(say("evens_out_by", { share: number(evened * 100) }));
  return make("span", { class: "from" }, named(told.join("; ")));
};
const exchangeEntry = (group) => {
  const between = (row) => say("net_between", {
    giver: plain(nameOf(row.giver)), taker: plain(nameOf(row.taker)), given: amountText(row.given), returned: amountText(row.returned),
  });
  const whole = group.find((row) => row.whole);
  return make("li", {}, named(goodName(whole)), whole.status === "promised" ? `, ${say("status.promised")}` : "", ": ", named(between(whole)),
    ...partsOf(group).map((row) => make("span", { class: "from" }, named(dossierName(row.dossier)), group.length > 1 ? [": ", between(row)].join("") : "")));
};
