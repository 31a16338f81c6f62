// The picture itself: vis-network draws the shapes and the lines, at the places that Python chose.
const count = organisations.length;
const isLarge = count > 300;
const base = data.nodes.map((node) => [node.x, node.y]);
const places = base.map((place) => [...place]);
const sizes = data.nodes.map((node) => node.size);
let stretch = [1, 1];
// Shapes and lines keep their size on the screen when the whole picture has to be small.
let magnified = 1;
const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
let network = null;
let drawn = [];
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

// Pulls the places apart along one side, so that the picture fills a wide or a tall screen.
const stretched = () => {
  const [wide, high] = mapBox();
  const { left, right, top, bottom } = extent(base);
  const shape = Math.max(right - left + 120, 1) / Math.max(bottom - top + 80, 1);
  const wanted = wide / Math.max(high, 1) / shape;
  return wanted < 1 ? [1, Math.min(1 / wanted, 2.4)] : [Math.min(wanted, 1.7), 1];
};
const place = () => {
  stretch = stretched();
  base.forEach(([x, y], i) => { places[i] = [Math.round(x * stretch[0]), Math.round(y * stretch[1])]; });
};

// Frames what is shown, with room for the names, which vis-network does not know of.
const frame = (smoothly = false) => {
  const seen = places.filter((_, who) => isShown(who));
  if (!seen.length || !network) return;
  const [wide, high] = mapBox();
  const { left, right, top, bottom } = extent(seen);
  const font = fontSize();
  const [aside, above, below] = [font * 5, font * 2, font * 3.6];
  const scale = Math.min(
    (wide - 2 * aside) / Math.max(right - left, 1), (high - above - below) / Math.max(bottom - top, 1), 1.5,
  );
  const sure = Math.max(scale, 0.02);
  magnify(sure);
  const position = { x: (left + right) / 2, y: (top + bottom) / 2 + (below - above) / 2 / sure };
  const moves = smoothly && !calm.matches && !isLarge;
  network.moveTo({ position, scale: sure, animation: moves ? { duration: 350, easingFunction: "easeInOutQuad" } : false });
};

const BULK = { small: 0.75, usual: 1, large: 1.3 };
const screenSort = () => (state.present ? "large" : mapBox()[0] < 500 ? "small" : "usual");
const magnify = (scale) => {
  const most = count <= SMALL ? 3 : 1.2;
  const wanted = isLarge ? 1 : Math.min(Math.max(1 / scale, 1), most) * BULK[screenSort()];
  if (Math.abs(wanted - magnified) < 0.02) return;
  magnified = wanted;
  redraw();
};
// In a large picture every line is fine and without its arrow, until it is in focus.
const edgeItem = ([edge, given]) => {
  const fine = isLarge && given.layer < 3;
  const style = fine ? { ...given, arrow: false, width: given.width / 2 } : given;
  return lineItem(edge, style);
};
const lineItem = (edge, style) => ({
  id: edge.id,
  from: edge.from,
  to: edge.to,
  color: { color: style.color, hover: style.color, highlight: style.color, inherit: false },
  width: style.width * magnified,
  dashes: style.dashes ? style.dashes.map((dash) => dash * magnified) : false,
  arrows: style.arrow ? { to: { enabled: true, scaleFactor: 0.7 } } : "",
  smooth: edge.curved && style.arrow ? { enabled: true, type: "curvedCW", roundness: 0.1 } : false,
  ...edge.own,
});
const nodeItem = (node, who, lit) => ({
  ...node, size: node.size * magnified, x: places[who][0], y: places[who][1], hidden: !isShown(who),
  opacity: !lit || lit.has(who) ? 1 : 0.16,
});

// Gives vis-network only what changed; a large picture would otherwise be slow to switch.
const renewed = (looks, items) => items.filter((item) => {
  const look = JSON.stringify(item);
  const changed = looks.get(item.id) !== look;
  looks.set(item.id, look);
  return changed;
});
const redrawLines = () => {
  drawn = picture();
  const items = drawn.map(edgeItem);
  if (items.length < 1500) {
    edgeSet.clear();
    edgeSet.add(items);
    return;
  }
  const wanted = new Set(items.map((item) => item.id));
  const gone = edgeSet.getIds().filter((id) => !wanted.has(id));
  gone.forEach((id) => edgeLooks.delete(id));
  edgeSet.remove(gone);
  edgeSet.update(renewed(edgeLooks, items));
};
const redraw = () => {
  const lit = litNodes();
  nodeSet.update(renewed(nodeLooks, data.nodes.map((node, who) => nodeItem(node, who, lit))));
  redrawLines();
  const seen = organisations.filter((one) => isShown(one.number)).length;
  root.dataset.shown = String(seen);
  root.dataset.edges = String(drawn.length);
};

const start = () => {
  network = new vis.Network($("map"), { nodes: nodeSet, edges: edgeSet }, data.options);
  network.on("afterDrawing", paintLabels);
  network.on("click", clicked);
  network.on("dragEnd", dragged);
  network.on("hoverNode", ({ node, pointer }) => showTip(nameAt(Number(node.slice(1))), pointer.DOM));
  network.on("hoverEdge", ({ edge, pointer }) => showTip(lineText(edge), pointer.DOM));
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(event, () => { $("tip").hidden = true; });
  frame();
};
const nameAt = (who) => (who < count ? organisations[who].name : say("party.together"));
const lineText = (id) => {
  const edge = edges.find((one) => one.id === id);
  return edge ? edge.ends.map(nameAt).join(edge.set === "needs" || edge.set === "gifts" ? " \u2192 " : " \u2013 ") : "";
};
const showTip = (text, { x, y }) => {
  const tip = $("tip");
  const top = $("map").offsetTop;
  replace(tip, named(plain(text)));
  tip.hidden = !text;
  const [left, limit] = [x + 14, mapBox()[0] - tip.offsetWidth - 6];
  tip.style.left = `${Math.max(4, Math.min(left, limit))}px`;
  tip.style.top = `${top + y + 14}px`;
};
const clicked = ({ nodes, edges: hit, pointer }) => {
  const who = nodes.length ? Number(nodes[0].slice(1)) : labelAt(pointer.DOM.x, pointer.DOM.y);
  if (who !== undefined && who < count) choose({ organisation: who });
  else if (hit.length && who === undefined) chooseLine(hit[0]);
  else choose(null);
};
const chooseLine = (id) => {
  const { ends } = edges.find((edge) => edge.id === id);
  choose(ends.every((who) => who < count) ? { pair: ends } : { organisation: ends[0] });
};
const dragged = ({ nodes }) => {
  for (const [id, { x, y }] of Object.entries(network.getPositions(nodes))) {
    const who = Number(id.slice(1));
    places[who] = [Math.round(x), Math.round(y)];
    base[who] = [x / stretch[0], y / stretch[1]];
  }
};
