// The picture itself: vis-network draws the shapes and the lines, at the places that Python chose.
const isLarge = count > 300;
const sizes = data.nodes.map((node) => node.size);
const home = data.nodes.map((node) => [node.x, node.y]);
// Where each spot stands: as Python placed it, as moved by hand, and stretched to the screen.
let base = home.map((place) => [...place]);
let places = base;
let placedFor = "";
let placedIn = "";
let stretch = [1, 1];
let cells = [];
// 0 until the map is framed for the first time, so that framing gives everything to vis-network.
let magnified = 0;
const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
let network = null;
let drawn = [];
let there = new Set();
const nodeLooks = new Map();
const edgeLooks = new Map();

const mapBox = () => [$("map").clientWidth, $("map").clientHeight];
const extent = (points) => {
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  const least = (all) => all.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (all) => all.reduce((a, b) => Math.max(a, b), -Infinity);
  return { left: least(xs), right: most(xs), top: least(ys), bottom: most(ys) };
};

// The places of one map: those of the view, of a low band, of who gives and takes, or the usual ones.
const PLACES = { levels: "band", dossiers: "dossiers" };
const placesOf = () => data.layouts[panels.length > 1 ? PLACES[state.layout] : viewNow().place || ""] || home;
// In a panel of its own a dossier shows only who has a part in it.
let involved = [];
const involvedIn = (panel) => new Set([...all, ...drawn.filter(({ edge }) => edge.set === "marks")].filter(({ spots, style }) => style.layer > 0 && panelAt(spots[0]) === panel).flatMap(({ edge }) => edge.ends));
// Panels stand under each other, or share the screen in as many columns as make the shapes largest.
// Around the shapes stays room for names, and above them for the title.
const AIR = [150, 120];
const underEachOther = ([across, down]) => ({ columns: 1, wide: across + AIR[0], high: down + AIR[1], pull: [1, 1], margin: [AIR[0] / 2, AIR[1] * 0.6] });
const besideEachOther = ([across, down]) => {
  const font = fontSize();
  const ways = panels.map((_, i) => {
    const share = [mapBox()[0] / (i + 1), mapBox()[1] / Math.ceil(panels.length / (i + 1))];
    const room = [Math.max(share[0] - font * 8, share[0] / 3), Math.max(share[1] - font * 7, share[1] / 3)];
    return { columns: i + 1, share, room, scale: Math.min(room[0] / across, room[1] / down, 1.4) };
  });
  const { columns, share: [wide, high], room, scale } = ways.reduce((best, way) => (way.scale > best.scale * 1.02 ? way : best));
  const pull = [room[0] / across, room[1] / down].map((side) => Math.min(side, scale * 1.8));
  return { columns, wide, high, pull, margin: [(wide - across * pull[0]) / 2, (high + font * 2 - down * pull[1]) / 2] };
};
const inPanels = () => {
  const one = placesOf();
  const seen = one.filter((at, who) => at && isShown(who) && (who < count || state.layout === "dossiers"));
  const { left, right, top, bottom } = extent(seen.length ? seen : home);
  const size = [Math.max(right - left, 1), Math.max(bottom - top, 1)];
  const { columns, wide, high, pull, margin } = state.layout === "levels" ? underEachOther(size) : besideEachOther(size);
  cells = panels.map((panel, i) => ({ name: panel.name, left: (i % columns) * wide, top: Math.floor(i / columns) * high, wide, high }));
  return cells.flatMap((cell) => data.nodes.map((_, who) => {
    const [x, y] = one[who] || [left, top];
    return [cell.left + margin[0] + (x - left) * pull[0], cell.top + margin[1] + (y - top) * pull[1]];
  }));
};
const oneMap = () => {
  cells = [];
  const one = placesOf();
  return home.map((place, who) => [...(one[who] || place)]);
};

// Pulls the places apart along one side, so that the picture fills a wide or a tall screen.
const stretched = ([wide, high]) => {
  if (!wide || !high) return stretch;
  if (cells.length && state.layout !== "levels") return [1, 1];
  const { left, right, top, bottom } = extent(base.filter((_, spot) => isShown(whoAt(spot))));
  // A view with many names on it takes all the room that its frame leaves.
  const isFull = viewNow().place && !cells.length;
  const [aside, above] = isFull ? [fontSize() * 10, fontSize() * 5.6] : [0, 0];
  const shape = Math.max(right - left + (isFull ? 0 : 120), 1) / Math.max(bottom - top + (isFull ? 0 : 80), 1);
  const wanted = Math.max(wide - aside, 100) / Math.max(high - above, 100) / shape;
  return wanted < 1 ? [1, Math.min(1 / wanted, 2.4)] : [Math.min(wanted, cells.length || isFull || state.present ? 2.6 : 1.7), 1];
};
const placeKey = () => (panels.length > 1 ? [state.layout, state.view, ...mapBox(), ...state.hidden, ...panels.map(({ name }) => name)].join() : viewNow().place || "map");
const place = () => {
  const key = placeKey();
  if (key !== placedFor) base = panels.length > 1 ? inPanels() : oneMap();
  [placedFor, placedIn] = [key, String(mapBox())];
  stretch = stretched(mapBox());
  places = base.map(([x, y]) => [Math.round(x * stretch[0]), Math.round(y * stretch[1])]);
};

// The kinds that were switched off when the map was last framed.
let hiddenThen = new Set();
// Frames what is shown, with room for the names, which vis-network does not know of.
const frame = (smoothly = false) => {
  hiddenThen = new Set(state.hidden);
  // The sentence above the map may have taken some of its room since.
  if (placeKey() !== placedFor || String(mapBox()) !== placedIn) redraw();
  const seen = cells.length ? cornersOfCells().map((corner) => pulled(corner, stretch)) : [...there].map((spot) => places[spot]);
  // With nobody to frame the map still has to be given.
  if (!seen.length) return magnify(1);
  const [wide, high] = mapBox();
  const { left, right, top, bottom } = extent(seen);
  const font = fontSize();
  const [aside, above, below] = cells.length ? [6, 6, 6] : [font * 5, font * 3, font * 3.6];
  const scale = Math.min(
    (wide - 2 * aside) / Math.max(right - left, 1), (high - above - below) / Math.max(bottom - top, 1), 1.5,
  );
  const sure = Math.max(scale, 0.02);
  magnify(sure);
  const position = { x: (left + right) / 2, y: (top + bottom) / 2 + (below - above) / 2 / sure };
  const moves = smoothly && !calm.matches && !isLarge;
  network.moveTo({ position, scale: sure, animation: moves ? { duration: 350, easingFunction: "easeInOutQuad" } : false });
};

// With panels it is the panels that have to fit.
const cornersOfCells = () => cells.flatMap(({ left, top, wide, high }) => [[left, top], [left + wide, top + high]]);
const pulled = ([x, y], [wider, higher]) => [x * wider, y * higher];

const BULK = { small: 0.75, usual: 1, large: 1.3 };
// Large letters are for a projector; on a small piece of screen they would leave out names.
const screenSort = () => {
  const [wide, high] = mapBox();
  if (state.present) return wide < 500 || high < 260 ? "usual" : "large";
  return wide < 500 ? "small" : "usual";
};
// Shapes and lines keep their size on the screen when the whole picture has to be small.
const enlargedAt = (scale) => (isLarge ? 1 : Math.min(Math.max(1 / scale, 1), count <= SMALL ? 3 : 1.2));
const magnify = (scale) => {
  const wanted = isLarge ? 1 : enlargedAt(scale) * BULK[screenSort()] * (cells.length ? 0.8 : 1);
  if (wanted === magnified) return;
  magnified = wanted;
  give();
};
// In a large picture every line is fine and without its arrow, until it is in focus.
const edgeItem = (line) => lineItem(line, fineStyle(line.style));
const fineStyle = (style) => (isLarge && style.layer < 3 ? { ...style, arrow: false, mark: "", width: style.width / 2 } : style);
const arrowsOf = ({ arrow, mark }) => (arrow || mark ? {
  to: { enabled: Boolean(arrow), scaleFactor: 0.7 * Math.min(magnified, 1) }, middle: { enabled: Boolean(mark), type: mark || "arrow", scaleFactor: mark === "bar" ? 0.9 : 0.6 },
} : "");
const lineItem = ({ edge, spots }, style) => ({
  id: `${edge.id}_${spots[0]}`,
  from: `o${spots[0]}`,
  to: `o${spots[1]}`,
  color: { color: style.color, hover: style.color, highlight: style.color, inherit: false },
  width: style.width * magnified,
  dashes: style.dashes ? style.dashes.map((dash) => dash * magnified) : false,
  arrows: arrowsOf(style),
  smooth: (edge.curved && style.arrow) || style.bend ? { enabled: true, type: "curvedCW", roundness: style.bend || 0.1 } : false,
  ...edge.own,
});
const nodeItem = (spot) => {
  const node = data.nodes[whoAt(spot)];
  return {
    ...node, id: `o${spot}`, size: node.size * magnified, x: places[spot][0], y: places[spot][1],
    hidden: !there.has(spot), opacity: !lit || lit.has(whoAt(spot)) ? 1 : 0.16,
    ...(whoAt(spot) < count ? {} : ownForm(whoAt(spot))),
  };
};

// Gives vis-network only what changed; a large picture would otherwise be slow to switch.
const giveTo = (set, looks, items) => {
  const wanted = new Set(items.map((item) => item.id));
  const gone = [...looks.keys()].filter((id) => !wanted.has(id));
  gone.forEach((id) => looks.delete(id));
  if (gone.length) set.remove(gone);
  const changed = items.filter((item) => {
    const look = JSON.stringify(item);
    const differs = looks.get(item.id) !== look;
    looks.set(item.id, look);
    return differs;
  });
  if (changed.length) set.update(changed);
};
// vis-network draws at once when a set changes; here it waits until all of them are as they should be.
const give = () => {
  // Before the start there is nothing to draw on; the first framing gives it all.
  if (!network) return;
  const { emitter } = network.body;
  emitter.emit("_blockRedraw");
  giveAll();
  emitter.emit("_allowRedraw");
  emitter.emit("_requestRedraw");
};
// Few lines are given anew each time, so that bold ones lie on top; of many only what changed.
const FEW_LINES = 1500;
const giveAll = () => {
  giveTo(nodeSet, nodeLooks, places.map((_, spot) => nodeItem(spot)));
  const items = drawn.map(edgeItem);
  if (items.length < FEW_LINES) {
    edgeLooks.clear();
    edgeSet.clear();
    edgeSet.add(items);
  } else giveTo(edgeSet, edgeLooks, items);
};
const redraw = () => {
  panels = layouts.get(state.layout)();
  all = lines();
  drawn = withMarks(picture());
  involved = panels.map(({ involved: only }, panel) => only && involvedIn(panel));
  place();
  there = new Set(places.map((_, spot) => spot).filter(isThere));
  drawn = drawn.filter(({ spots }) => spots.every((spot) => there.has(spot)));
  give();
  root.dataset.shown = String(new Set([...there].map(whoAt).filter((who) => who < count)).size);
  root.dataset.edges = String(drawn.length);
  root.dataset.lit = String(lit ? lit.size : count);
};
const isThere = (spot) => {
  const who = whoAt(spot);
  if (!isShown(who)) return false;
  const { shows } = panels[panelAt(spot)];
  return shows ? shows(who) : panels.length === 1 || (involved[panelAt(spot)]?.has(who) ?? who < count);
};

const start = () => {
  network = new vis.Network($("map"), { nodes: nodeSet, edges: edgeSet }, data.options);
  // The map itself takes the keys; the frame inside it is no stop of its own.
  $("map").querySelector(".vis-network").tabIndex = -1;
  network.on("beforeDrawing", paintCells);
  network.on("afterDrawing", paintLabels);
  network.on("click", clicked);
  network.on("dragEnd", dragged);
  network.on("hoverNode", ({ node, pointer }) => showTip(plain(nameOf(whoAt(Number(node.slice(1))))), pointer.DOM));
  network.on("hoverEdge", ({ edge, pointer }) => showTip(lineText(edge), pointer.DOM));
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(event, () => { $("tip").hidden = true; });
  frame();
};
const lineOf = (id) => drawn.find(({ edge, spots }) => `${edge.id}_${spots[0]}` === id);
const lineText = (id) => {
  const line = lineOf(id);
  return line ? line.edge.ends.map((who) => plain(nameOf(who))).join(line.style.arrow ? " \u2192 " : " \u2013 ") : "";
};
const showTip = (text, { x, y }) => {
  const tip = $("tip");
  const top = $("map").offsetTop;
  replace(tip, named(text));
  tip.hidden = !text;
  const [left, limit] = [x + 14, mapBox()[0] - tip.offsetWidth - 6];
  tip.style.left = `${Math.max(4, Math.min(left, limit))}px`;
  tip.style.top = `${top + y + 14}px`;
};
const clicked = ({ nodes, edges: hit, pointer }) => {
  const spot = nodes.length ? Number(nodes[0].slice(1)) : labelAt(pointer.DOM.x, pointer.DOM.y);
  const who = spot === undefined ? undefined : whoAt(spot);
  if (who !== undefined) chooseShape(who);
  else if (hit.length) chooseLine(hit[0]);
  else choose(null);
};
const chooseLine = (id) => {
  const { ends } = lineOf(id).edge;
  if (ends[0] !== ends[1] && ends.every((who) => who < count)) choose({ pair: ends });
  else chooseShape(Math.min(...ends));
};
// A shape that is no organisation can say in its view what choosing it means.
const chooseShape = (who) => {
  if (who < count) choose({ organisation: who });
  else if (viewNow().choose) viewNow().choose(who);
  else choose(null);
};
const dragged = ({ nodes }) => {
  for (const [id, { x, y }] of Object.entries(network.getPositions(nodes))) {
    const spot = Number(id.slice(1));
    places[spot] = [Math.round(x), Math.round(y)];
    base[spot] = [x / stretch[0], y / stretch[1]];
  }
};
