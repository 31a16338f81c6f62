// The panel beside the map: what to see, what stands out, and the legend that is also the filter.
const choose = (wanted) => {
  const before = state.chosen;
  const chosen = pathFrom !== null && wanted?.organisation !== undefined && wanted.organisation !== pathFrom
    ? { [pathSort]: [pathFrom, wanted.organisation] } : wanted;
  pathFrom = null;
  state.chosen = isSame(before, chosen) ? null : chosen;
  const finding = state.chosen?.finding;
  if (finding !== undefined) {
    turnTo(finding);
  } else if (before?.finding !== undefined) {
    state.picks.level = "";
  }
  state.step = null;
  const parties = finding === undefined ? state.chosen?.pair || state.chosen?.path || [] : stories[finding].pairs.flat();
  for (const who of [state.chosen?.organisation, ...parties]) {
    if (who !== undefined) state.hidden.delete(organisations[who].kind);
  }
  if (focal() !== undefined && !isShown(focal())) for (const name of viewNow().controls) state.picks[name] = "";
  refresh();
  speak();
};

const renderViews = () => {
  replace($("view-choices"), ...[...views.keys()].map((view) => {
    const input = make("input", { type: "radio", name: "view", value: view, checked: state.view === view });
    input.addEventListener("change", () => { show(view); });
    return make("label", {}, input, make("span", {}, say(`view.${view}`)));
  }));
};
const enter = (view) => {
  state.view = view;
  state.step = null;
  if (!layoutsOf(view).includes(state.layout)) state.layout = "map";
  if (state.chosen?.finding !== undefined) { state.chosen = null; state.picks.level = ""; }
  if (state.chosen?.extra !== undefined && !isInView(state.chosen.extra, view)) state.chosen = null;
};
const show = (view) => {
  enter(view);
  refresh();
  $("spoken").textContent = headline()[0];
};

const choice = (name, word, choices, chosen, change) => {
  const select = make("select", { id: name }, ...choices.map(([value, text]) => make("option", { value, selected: value === chosen }, text)));
  select.addEventListener("change", () => { state.step = null; change(select.value); refresh(); });
  return make("div", { class: "pick" }, make("label", { for: name }, say(word)), select);
};
const pick = (name) => (value) => {
  if (state.chosen?.finding !== undefined) state.chosen = null; // it speaks of its own level
  state.picks[name] = value;
};
// In a layout by level or dossier that is not for picking: each has its own panel.
const isInPanels = (name) => panels.length > 1 && name in panels[0].at;
const renderControls = () => {
  const wanted = controlsOf(state.view).filter((name) => !isInPanels(name)).map((name) => [name, controls.get(name)])
    .filter(([, { is }]) => !is || is());
  const picks = wanted.map(([name, { word, choices }]) => [name, word, choices()])
    .filter(([, , choices]) => choices.length > 1)
    .map(([name, word, choices]) => choice(name, word, choices, pickOf(name), pick(name)));
  const ways = layoutsOf(state.view);
  const way = ways.length > 1 && choice("layout", "placed", ways.map((name) => [name, say(`layout.${name}`)]), state.layout, (name) => { state.layout = name; });
  replace($("controls"), way || null, ...picks);
};

// What the map says in one line, above it; the finding itself where there is one.
const headline = () => {
  const { organisation, extra, pair, path, finding } = state.chosen || {};
  if (state.step !== null) return stepLine();
  if (finding !== undefined) return [told(stories[finding].sentence), told(stories[finding].question)];
  if (organisation !== undefined) return organisationLine(organisation);
  if (extra !== undefined) return viewNow().extraLine(extra);
  if (pair) return pairLine(pair);
  if (path) return pathLine(path);
  if (viewNow().steps && mainStory >= 0 && !pickOf("level")) return [told(stories[mainStory].sentence), told(stories[mainStory].question)];
  return [overview(), viewNow().explain ? viewNow().explain() : say(`explain.${state.view}`)];
};
// What a measure of somebody's choice found comes first; the view of missing contact has its own.
const mainStory = stories.findIndex(({ view }) => !view);
const organisationLine = (who) => {
  if (viewNow().partyLine) return [organisations[who].name, viewNow().partyLine(who)];
  const facts = [
    say("needs_of", { count: (needsBy.get(who) || []).length }),
    say("needs_on", { count: (needsOn.get(who) || []).length }),
    ...(views.has("gaps") ? [say("gaps_at", { count: (gapsBy.get(who) || []).filter(isMissing).length })] : []),
  ];
  return [organisations[who].name, facts.join(" \u00b7 ")];
};
const levelsOf = (levels) => listing(levels.map((level) => say(`level_name.${level}`)));
// The heaviest gaps come in their own words, the others in a plain sentence.
const gapWords = (gap) => {
  if (gap.sentence) return [told(gap.sentence), told(gap.question)];
  const [first, second] = gap.parties.map((who) => plain(nameOf(who)));
  const facts = { first, second, levels: levelsOf(isMissing(gap) ? gap.missing : gap.weak) };
  return [say(isMissing(gap) ? "gap_missing" : "gap_thin", facts), say("gap_question", facts)];
};
const pairLine = (pair) => {
  const own = viewNow().pairLine && viewNow().pairLine(pair);
  if (own) return own;
  const gap = gapOf.get(pairKey(...pair));
  if (gap) return gapWords(gap);
  const ask = (asksOf.get(pairKey(...pair)) || []).find((one) => one.question);
  return [pair.map(nameOf).join(" \u2013 "), ask ? told(ask.question) : ""];
};
const pathLine = (path) => {
  const { length, on } = waysBetween(path);
  const facts = { first: plain(nameOf(path[0])), second: plain(nameOf(path[1])), count: length ?? 0, others: on.size - 2 };
  return [say(length === null ? "path_none" : "path_found", facts), say("path_note")];
};
const overview = () => {
  const bold = all.filter(({ edge, style }) => style.layer > 0 && edge.set !== "parts");
  const found = viewNow().overview ? viewNow().overview(bold) : bold.length;
  return isNumber(found) ? say(`overview.${state.view}`, { count: found }) : found;
};
const renderHeadline = () => {
  const [main, more] = headline();
  replace($("headline-main"), named(main));
  $("headline").classList.toggle("long", main.length > 150);
  replace($("headline-more"), more ? named(more) : null);
  $("steps").hidden = !data.walk.length;
  $("step-count").textContent = state.step === null ? say("steps", { count: data.walk.length }) : `${state.step + 1} / ${data.walk.length}`;
  renderUndo();
};

// A walk goes from view to view, with something to say at each; the page opens before its first step.
const stepLine = () => [told(data.walk[state.step].title), told(data.walk[state.step].text)];
const addressOf = (at) => new URLSearchParams(Object.entries(at).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])));
const goTo = (at) => { readAddress(addressOf(at)); };
const step = (by) => {
  if (!data.walk.length) return;
  const at = state.step === null ? (by > 0 ? 0 : data.walk.length - 1) : (state.step + by + data.walk.length) % data.walk.length;
  goTo(data.walk[at].at);
  state.step = at;
  refresh();
  $("spoken").textContent = stepLine().join(" ");
};
const renderWalk = () => {
  $("walk").hidden = state.chosen !== null && state.step === null;
  replace($("walk"), ...(data.walk.length && data.ownWalk ? [make("h2", {}, say("walk")), make("ol", {}, ...data.walk.map((one, number) => make("li", {},
    make("button", { type: "button", "aria-pressed": String(state.step === number), onclick: () => { state.step = number - 1; step(1); } },
      make("span", { class: "nr", "aria-hidden": "true" }, `${number + 1}`), named(told(one.title))))))] : []));
};

// A whole kind is told in a sentence; a single line is named, its sentence stands above the map.
const storyText = (story) => {
  if (story.pairs.length !== 1) return named(told(story.sentence));
  return make("span", {}, ...joined(story.pairs[0].map((who) => named(nameOf(who))), " \u2013 "));
};
const renderStory = () => {
  const chosen = state.chosen?.finding;
  const looked = views.has("gaps") || stories.length > 0;
  $("story").hidden = !looked || (state.chosen !== null && chosen === undefined) || (data.ownWalk && state.step !== null);
  const items = stories.map((story, number) => make("li", {}, make("button", {
    type: "button", "aria-pressed": String(chosen === number), onclick: () => choose({ finding: number }),
  }, make("span", { class: "nr", "aria-hidden": "true" }, `${number + 1}`), storyText(story))));
  replace($("story"), make("h2", {}, say("stands_out")),
    items.length ? make("ol", {}, ...items) : make("p", { class: "hint" }, say("nothing_stands_out")));
};

// Where colour tells a score, the legend of the kinds leaves it out.
const iconOf = (kind) => (data.colours ? { ...kind, colour: kind.outline, fill: "hollow" } : kind);
const kindName = (kind) => kind.many[data.languages.indexOf(language)];
const toggleKind = (number) => {
  if (state.hidden.has(number)) state.hidden.delete(number); else state.hidden.add(number);
  refresh();
};
const kindEntry = (kind, number) => {
  const box = make("input", { type: "checkbox", checked: !state.hidden.has(number) });
  box.addEventListener("change", () => toggleKind(number));
  return make("li", {}, make("label", {}, box, kindIcon(iconOf(kind)), named(kindName(kind)), make("span", { class: "count" }, String(kind.count))));
};
// The legend names only what is on the map now, or what was switched off.
const samples = () => {
  const on = new Set(everything.map(({ style }) => lookOf(style)));
  const found = samplesOf(state.view).filter(([, style, always]) => always || on.has(lookOf(style)));
  const arrows = all.some(({ style }) => style.arrow && !style.fixed);
  return state.chosen?.organisation === undefined || !arrows ? found
    : [...found.filter(([, style]) => !style.arrow || style.fixed), ["out", STYLES.out], ["in", STYLES.in]];
};
const countOf = (look) => new Set(everything.filter(({ style }) => lookOf(style) === look).map(({ edge }) => edge.id)).size;
const toggleLine = (name) => {
  if (!state.off.delete(name)) state.off.add(name);
  refresh();
};
const sampleText = (name) => say(isWord(`line.${state.view}_${name}`) ? `line.${state.view}_${name}` : `line.${name}`);
const sampleEntry = ([name, style]) => {
  if (["out", "in"].includes(name)) return make("li", {}, make("span", { class: "sample" }, lineIcon(style), sampleText(name)));
  const box = make("input", { type: "checkbox", checked: !state.off.has(name) });
  box.addEventListener("change", () => toggleLine(name));
  return make("li", {}, make("label", {}, box, lineIcon(style), make("span", {}, sampleText(name)),
    make("span", { class: "count" }, number(countOf(lookOf(style))))));
};
const swatch = (colour) => draw("svg", { width: 22, height: 14, viewBox: "0 0 22 14", "aria-hidden": "true" },
  draw("rect", { x: 1, y: 1, width: 20, height: 12, rx: 3, fill: colour, stroke: INK, "stroke-width": 1 }));
const ringIcon = () => draw("svg", { width: 22, height: 22, viewBox: "-11 -11 22 22", "aria-hidden": "true" },
  draw("circle", { r: 8, fill: "none", stroke: INK, "stroke-width": 1.5 }));
const colourKeys = () => {
  const { classes = [], undefined: none } = data.colours || {};
  return [...classes.map(({ colour, text }) => [swatch(colour), told(text)]),
    ...(none ? [[kindIcon({ shape: "dot", colour: none.colour, fill: "hollow", dashed: true }), told(none.text)]] : [])];
};
const otherKeys = () => [...(viewNow().keys ? viewNow().keys() : []), ...colourKeys(), ...(data.rings?.length ? [[ringIcon(), told(data.ringed)]] : []), ...markKeys()];
const renderLegend = () => {
  replace($("legend"), make("h2", {}, say("legend")),
    make("ul", {}, ...kinds.map(kindEntry)),
    make("ul", {}, ...samples().map(sampleEntry)),
    data.colours ? make("p", { class: "hint" }, say("coloured", { measure: told(data.colours.measure) })) : null,
    make("ul", {}, ...otherKeys().map(([icon, text]) => make("li", {}, make("span", { class: "sample" }, icon, text)))),
    // In a small network shapes keep their size on the screen, so that no badge is left out.
    count > SMALL && [...there].some(badgeOf) ? make("p", { class: "hint" }, say("signs_left_out")) : null,
    data.alike ? make("p", { class: "hint" }, told(data.alike)) : null,
    data.size ? make("p", { class: "hint" }, say("larger", { measure: told(data.size) })) : null);
  replace($("key"), ...keyEntries());
};
// The legend in one row: on the projector and on paper.
const keyEntries = ({ counted = false, badges = true } = {}) => [
  ...kinds.filter((_, number) => !state.hidden.has(number))
    .map((kind) => make("span", {}, kindIcon(iconOf(kind)), named(counted ? `${kindName(kind)} (${kind.count})` : kindName(kind)))),
  ...samples().filter(([name]) => !state.off.has(name)).map(([name, style]) => make("span", {}, lineIcon(style), sampleText(name))),
  ...otherKeys().filter(([, , sort]) => badges || sort !== "badge").map(([icon, text]) => make("span", {}, icon, text)),
];

const speak = () => {
  const [main, more] = headline();
  $("spoken").textContent = state.chosen ? `${main} ${more || ""}` : say("cleared");
};
let framedFor = "";
// What changes the picture as a whole is framed anew: another set of places, or other shapes on it.
const frameKey = () => [state.layout, viewNow().place, panels.length, state.layout === "map" && !viewNow().place ? "" : state.view,
  ...(viewNow().hides ? viewNow().controls.map(pickOf) : [])].join();
const refresh = () => {
  remember();
  redraw();
  renderViews();
  renderControls();
  renderHeadline();
  renderDetails();
  renderWalk();
  renderStory();
  renderLegend();
  renderDesk();
  writeAddress();
  // Whoever was hidden when the map was framed may stand outside the screen.
  const isBack = [...hiddenThen].some((kind) => !state.hidden.has(kind));
  if (network && (isBack || framedFor !== frameKey())) frame();
  framedFor = frameKey();
};
