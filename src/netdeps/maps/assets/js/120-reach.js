// Reaching everything: by name, by keyboard, in the other language, on a projector.
const bare = (text) => plain(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const points = data.nodes.map((_, who) => who).filter(isPoint);
const bareNames = points.map((who) => bare(nameOf(who)));
let hits = [];
let hitAt = 0;
const search = (text) => {
  const asked = bare(text);
  if (!asked) return [];
  const starts = bareNames.map((name, at) => [name.startsWith(asked) ? 0 : name.includes(` ${asked}`) ? 1 : name.includes(asked) ? 2 : 9, points[at]]);
  return starts.filter(([rank]) => rank < 9).sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, 12).map(([, who]) => who);
};
const renderHits = () => {
  const asked = $("search").value.trim();
  $("found").hidden = !asked;
  const items = hits.map((who, at) => make("li", { class: at === hitAt ? "current" : null },
    make("button", { type: "button", onclick: () => travel(who) }, named(nameOf(who)), sortOf(who))));
  replace($("found"), ...(items.length ? items : [make("li", { class: "nobody" }, say(points.length > count ? "found_nothing" : "nobody"))]));
};
const sortOf = (who) => (who < count ? "" : make("span", { class: "from" }, say(`sort.${data.extras[who - count].sort}`)));
const travel = (who) => {
  $("search").value = "";
  hits = [];
  renderHits();
  if (focal() !== who) goTowards(who);
  bring(who);
  $("map").focus();
};
const bring = (who) => {
  if (!isShown(who)) return;
  const [wide, high] = mapBox();
  const [x, y] = onScreen().points[spotOf(0, who)];
  if (x > 60 && y > 40 && x < wide - 60 && y < high - 60 && !isLarge) return;
  const scale = Math.max(network.getScale(), isLarge ? 0.9 : 0);
  network.moveTo({ position: { x: places[who][0], y: places[who][1] }, scale, animation: calm.matches || isLarge ? false : { duration: 300 } });
};

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
// The nearest organisation in a direction: what is aside counts double.
const neighbour = ([dx, dy]) => {
  const from = focal();
  const { x, y } = network.getViewPosition();
  const [x0, y0] = from === undefined ? [x, y] : places[from];
  let best;
  points.forEach((who) => {
    const [along, aside] = [(places[who][0] - x0) * dx + (places[who][1] - y0) * dy, Math.abs((places[who][0] - x0) * dy + (places[who][1] - y0) * dx)];
    if (who === from || !isShown(who) || along <= 0 || aside > 2.5 * along) return;
    const far = along + 2 * aside;
    if (!best || far < best.far) best = { who, far };
  });
  return best?.who;
};
const zoom = (by) => network.moveTo({ scale: Math.min(Math.max(network.getScale() * by, 0.02), 6) });
const mapKey = (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const acts = {
    Enter: () => { $("details").hidden ? step(1) : $("details").focus(); },
    "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: () => frame(true),
  };
  if (WAYS[event.key]) {
    const who = neighbour(WAYS[event.key]);
    if (who !== undefined) { chooseShape(who); bring(who); }
  } else if (acts[event.key]) acts[event.key]();
  else return;
  event.preventDefault();
};
// In a field the browser itself takes back what was typed.
const writes = (node) => node.matches("textarea, input:not([type=radio], [type=checkbox], [type=file])");
const pageKey = (event) => {
  const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName) && event.target.type !== "radio" && event.target.type !== "checkbox";
  const back = (event.ctrlKey || event.metaKey) && { z: event.shiftKey ? redo : undo, y: redo }[event.key.toLowerCase()];
  if (back && !writes(event.target)) {
    event.preventDefault();
    back();
  } else if (event.key === "Escape") {
    if ($("search").value) { $("search").value = ""; hits = []; renderHits(); } else if (state.sheet) openSheet(state.sheet);
    else if (state.chosen) choose(null);
    else if (state.present) present();
  } else if (event.key === "/" && !typing && !state.present) {
    event.preventDefault();
    if (state.sheet) openSheet(state.sheet);
    $("search").focus();
  } else if (state.present && (event.key === "PageDown" || event.key === "PageUp")) {
    event.preventDefault();
    step(event.key === "PageDown" ? 1 : -1);
  }
};
const searchKey = (event) => {
  if (event.key === "Enter" && hits.length) travel(hits[hitAt]);
  else if (event.key === "ArrowDown") hitAt = Math.min(hitAt + 1, Math.max(hits.length - 1, 0));
  else if (event.key === "ArrowUp") hitAt = Math.max(hitAt - 1, 0);
  else return;
  event.preventDefault();
  renderHits();
};

// From the chosen organisation to another: the next one that is chosen is where the path ends.
// Marking between two begins in the same way.
let pathFrom = null;
let pathSort = "path";
const startPath = (who, sort = "path") => {
  [pathFrom, pathSort] = [who, sort];
  const ask = say(`${sort}_pick`, { first: plain(nameOf(who)) });
  $("spoken").textContent = ask;
  replace($("headline-main"), ask);
  $("search").focus();
};
const present = () => {
  state.present = !state.present;
  applyPresent();
  refresh();
  reframe();
};
const applyPresent = () => {
  root.classList.toggle("present", state.present);
  $("do-present").setAttribute("aria-pressed", String(state.present));
};
const reframe = () => {
  // The size of the map is known only after the browser has laid out the page again.
  requestAnimationFrame(() => {
    network.setSize("100%", "100%");
    redraw();
    network.redraw();
    frame();
  });
};

const sayWhatToSearch = () => { $("search").placeholder = say(points.length > count ? "search_all" : "search"); };
const translate = () => {
  root.lang = language;
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = say(node.dataset.word);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", say(node.dataset.label));
  sayWhatToSearch();
  $("do-language").textContent = say("other_language");
  $("do-language").lang = say("other_language_code");
  $("edition").textContent = subtitle();
  if ($("about-text")) replace($("about-text"), ...told(data.about).map((line) => make("p", {}, line)));
  if (state.sheet === "tables") { renderTables(); renderTableList(); }
  if (state.sheet === "out") renderOut();
};
const subtitle = () => told(data.subtitle);
const turnLanguage = () => {
  language = other();
  labelsFor = "";
  translate();
  refresh();
  network.redraw();
};
