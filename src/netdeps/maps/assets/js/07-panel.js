// The panel beside the map: what to see, what stands out, and the legend that is also the filter.
const choose = (chosen) => {
  const before = state.chosen;
  state.chosen = isSame(before, chosen) ? null : chosen;
  const finding = state.chosen?.finding;
  if (finding !== undefined) {
    turnTo(finding);
  } else if (before?.finding !== undefined) {
    state.level = "";
  }
  const parties = finding === undefined ? state.chosen?.pair || [] : stories[finding].pairs.flat();
  for (const who of [state.chosen?.organisation, ...parties]) {
    if (who !== undefined) state.hidden.delete(organisations[who].kind);
  }
  refresh();
  speak();
};

const renderViews = () => {
  replace($("view-choices"), ...VIEWS.map((view) => {
    const input = make("input", { type: "radio", name: "view", value: view, checked: state.view === view });
    input.addEventListener("change", () => { show(view); });
    return make("label", {}, input, make("span", {}, say(`view.${view}`)));
  }));
};
const show = (view) => {
  const pots = state.view === "contributions" || view === "contributions";
  state.view = view;
  if (state.chosen?.finding !== undefined) { state.chosen = null; state.level = ""; }
  refresh();
  if (pots) frame(true);
  $("spoken").textContent = headline()[0];
};

const options = (select, chosen, choices) => {
  replace(select, ...choices.map(([value, text]) => make("option", { value, selected: value === chosen }, text)));
};
const dossiers = [...new Set(gifts.map((gift) => gift.dossier).filter((one) => one !== null))].sort();
const renderFilters = () => {
  $("levels").hidden = state.view === "contributions";
  $("dossiers").hidden = state.view !== "contributions" || !dossiers.length;
  options($("level"), state.level, [["", say("any_level")], ...LEVELS.map((level) => [level, say(`level.${level}`)])]);
  options($("dossier"), state.dossier, [["", say("any_dossier")], ...dossiers.map((one) => [one, plain(one)])]);
};

// What the map says in one line, above it; the finding itself where there is one.
const headline = () => {
  const { organisation, pair, finding } = state.chosen || {};
  if (finding !== undefined) return [told(stories[finding].sentence), told(stories[finding].question)];
  if (organisation !== undefined) return organisationLine(organisation);
  if (pair) return pairLine(pair);
  if (state.view === "gaps" && stories.length && !state.level) return [told(stories[0].sentence), told(stories[0].question)];
  return [overview(), say(`explain.${state.view}`)];
};
const organisationLine = (who) => {
  const facts = [
    say("needs_of", { count: (needsBy.get(who) || []).length }),
    say("needs_on", { count: (needsOn.get(who) || []).length }),
    say("gaps_at", { count: (gapsBy.get(who) || []).filter(isMissing).length }),
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
  const gap = gapOf.get(pairKey(...pair));
  if (gap) return gapWords(gap);
  const ask = (asksOf.get(pairKey(...pair)) || []).find((one) => one.question);
  return [pair.map(nameOf).join(" \u2013 "), ask ? told(ask.question) : ""];
};
const overview = () => {
  const styles = drawn.map(([, style]) => style);
  const bold = styles.filter((style) => style.layer > 0 && style !== DIM);
  if (state.view !== "gaps") return say(`overview.${state.view}`, { count: bold.length });
  return say("overview.gaps", { count: bold.filter((style) => style.layer > 2).length });
};
const renderHeadline = () => {
  const [main, more] = headline();
  replace($("headline-main"), named(main));
  $("headline").classList.toggle("long", main.length > 150);
  replace($("headline-more"), more ? named(more) : null);
  const finding = state.chosen?.finding;
  $("steps").hidden = !stories.length || (state.view !== "gaps" && finding === undefined);
  $("step-count").textContent = finding === undefined ? say("steps", { count: stories.length }) : `${finding + 1} / ${stories.length}`;
};
const step = (by) => {
  const at = state.chosen?.finding;
  const next = at === undefined ? (by > 0 ? 0 : stories.length - 1) : (at + by + stories.length) % stories.length;
  state.chosen = null;
  choose({ finding: next });
};

// A whole kind is told in a sentence; a single line is named, its sentence stands above the map.
const storyText = (story) => {
  if (story.gap === null) return named(told(story.sentence));
  return make("span", {}, ...joined(story.pairs[0].map((who) => named(nameOf(who))), " \u2013 "));
};
const renderStory = () => {
  const chosen = state.chosen?.finding;
  $("story").hidden = state.chosen !== null && chosen === undefined;
  const items = stories.map((story, number) => make("li", {}, make("button", {
    type: "button", "aria-pressed": String(chosen === number), onclick: () => choose({ finding: number }),
  }, make("span", { class: "nr", "aria-hidden": "true" }, `${number + 1}`), storyText(story))));
  replace($("story"), make("h2", {}, say("stands_out")),
    items.length ? make("ol", {}, ...items) : make("p", { class: "hint" }, say("nothing_stands_out")));
};

const kindName = (kind) => kind.many[data.languages.indexOf(language)];
const toggleKind = (number) => {
  if (state.hidden.has(number)) state.hidden.delete(number); else state.hidden.add(number);
  refresh();
};
const kindEntry = (kind, number) => {
  const box = make("input", { type: "checkbox", checked: !state.hidden.has(number) });
  box.addEventListener("change", () => toggleKind(number));
  return make("li", {}, make("label", {}, box, kindIcon(kind), named(kindName(kind)), make("span", { class: "count" }, String(kind.count))));
};
const SAMPLES = {
  gaps: ["high", "middle", "low", "weak", "ask", "rest", "part"],
  dependencies: ["needs", "part"],
  contacts: ["yes", "disputed", "part"],
  contributions: ["gifts", "part"],
};
// The legend names only what is on the map now.
const samples = () => {
  if (state.chosen?.organisation !== undefined && ["dependencies", "contributions"].includes(state.view)) {
    return [["out", STYLES.out], ["in", STYLES.in]].map(([name, style]) => [`${state.view}_${name}`, style]);
  }
  const on = new Set(lines().map(([, style]) => style.color + (style.dashes || "") + style.layer));
  return SAMPLES[state.view].map((name) => [name, name === "rest" ? FAINT : STYLES[name]])
    .filter(([name, style]) => name === "yes" || on.has(style.color + (style.dashes || "") + style.layer));
};
const sampleEntry = ([name, style]) => make("li", {}, make("span", { class: "sample" }, lineIcon(style), say(`line.${name}`)));
const renderLegend = () => {
  replace($("legend"), make("h2", {}, say("legend")),
    make("ul", {}, ...kinds.map(kindEntry)),
    make("ul", {}, ...samples().map(sampleEntry)),
    data.size ? make("p", { class: "hint" }, say("larger", { measure: told(data.size) })) : null);
  replace($("key"), ...kinds.filter((_, number) => !state.hidden.has(number))
    .map((kind) => make("span", {}, kindIcon(kind), named(kindName(kind)))),
  ...samples().map(([name, style]) => make("span", {}, lineIcon(style), say(`line.${name}`))));
};

const speak = () => {
  const [main, more] = headline();
  $("spoken").textContent = state.chosen ? `${main} ${more || ""}` : say("cleared");
};
const refresh = () => {
  redraw();
  renderViews();
  renderFilters();
  renderHeadline();
  renderDetails();
  renderStory();
  renderLegend();
  writeAddress();
};
