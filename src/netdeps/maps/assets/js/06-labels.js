// Names at a constant size on the screen, none over another, the best tied organisations first.
const SMALL = 60;
const HALO = 3.5;
const degrees = new Array(data.nodes.length).fill(0);
for (const edge of edges) edge.ends.forEach((who) => { degrees[who] += 1; });
const labelOrder = data.nodes.map((_, who) => who).sort((a, b) => degrees[b] - degrees[a] || a - b);
const nameLines = data.nodes.map((_, who) => (who < count ? wrapped(organisations[who].name) : null));
const linesOf = (who) => nameLines[who] || wrapped(nameAt(who));
const FONTS = { small: 12, usual: 14, large: 20 };
const fontSize = () => FONTS[screenSort()];
const FAMILY = '"Segoe UI", "Helvetica Neue", Roboto, "Liberation Sans", Arial, sans-serif';
const sizeOf = (who) => sizes[who] * magnified;
let labels = [];
let labelsFor = "";

const widths = new Map();
const widthOf = (ctx, line, bold) => {
  const key = `${bold ? "b" : ""}${line}`;
  if (!widths.has(key)) {
    ctx.font = `${bold ? 650 : 400} 100px ${FAMILY}`;
    widths.set(key, ctx.measureText(line).width / 100);
  }
  return widths.get(key);
};

const onScreen = () => {
  const [wide, high] = mapBox();
  const scale = network.getScale();
  const { x, y } = network.getViewPosition();
  return {
    wide, high, scale,
    points: places.map(([px, py]) => [(px - x) * scale + wide / 2, (py - y) * scale + high / 2]),
  };
};

// The four places for a name: under, over, right and left of its shape.
const candidates = ([x, y], radius, wide, high) => {
  const gap = radius + 3;
  return [
    [x - wide / 2, y + gap], [x - wide / 2, y - gap - high],
    [x + gap + 1, y - high / 2], [x - gap - 1 - wide, y - high / 2],
  ].map(([left, top]) => ({ left, top, right: left + wide, bottom: top + high }));
};
const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

// A grid of cells, so that a box is compared only with what stands near it.
const grid = () => {
  const cells = new Map();
  const size = 90;
  const over = function* over(box) {
    for (let i = Math.floor(box.left / size); i <= Math.floor(box.right / size); i += 1) {
      for (let j = Math.floor(box.top / size); j <= Math.floor(box.bottom / size); j += 1) yield `${i},${j}`;
    }
  };
  return {
    add(box) { for (const cell of over(box)) cells.has(cell) ? cells.get(cell).push(box) : cells.set(cell, [box]); },
    isFree(box, owner) {
      for (const cell of over(box)) {
        if ((cells.get(cell) || []).some((one) => one.owner !== owner && meets(one, box))) return false;
      }
      return true;
    },
  };
};

// How much of a line runs through a box; such a place is taken only when the others are worse.
const crosses = ([[x1, y1], [x2, y2]], box) => {
  let [from, to] = [0, 1];
  for (const [start, end, low, high] of [[x1, x2, box.left, box.right], [y1, y2, box.top, box.bottom]]) {
    const step = end - start;
    if (Math.abs(step) < 1e-9) { if (start < low || start > high) return 0; continue; }
    const [near, far] = [(low - start) / step, (high - start) / step];
    from = Math.max(from, Math.min(near, far));
    to = Math.min(to, Math.max(near, far));
  }
  return Math.max(0, to - from) * Math.hypot(x2 - x1, y2 - y1);
};

const placeLabels = (ctx, screen, font, { freely }) => {
  const taken = grid();
  const lit = litNodes();
  const seen = labelOrder.filter((who) => isShown(who) && (!lit || lit.has(who)));
  for (const who of seen) {
    const radius = sizeOf(who) * screen.scale;
    const [x, y] = screen.points[who];
    if (radius >= 5) taken.add({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius, owner: who });
  }
  const strokes = freely ? drawn.filter(([, style]) => style !== DIM).map(([edge, style]) => [edge.ends.map((who) => screen.points[who]), style.width]) : [];
  const placed = [];
  for (const who of first(seen)) {
    const found = bestPlace(ctx, screen, font, who, taken, strokes);
    if (found) { taken.add(found); placed.push(found); }
  }
  return { placed, wanted: seen.length };
};
const first = (seen) => {
  const { organisation, pair } = state.chosen || {};
  const chosen = pair || (organisation === undefined ? [] : [organisation]);
  return [...chosen.filter((who) => seen.includes(who)), ...seen.filter((who) => !chosen.includes(who))];
};
const isChosen = (who) => state.chosen && (state.chosen.organisation === who || (state.chosen.pair || []).includes(who));

const bestPlace = (ctx, screen, font, who, taken, strokes) => {
  const bold = Boolean(isChosen(who));
  const text = linesOf(who);
  const wide = Math.max(...text.map((line) => widthOf(ctx, line, bold))) * font + 4;
  const high = text.length * font * 1.18;
  const inside = (box) => box.left >= 0 && box.top >= 0 && box.right <= screen.wide && box.bottom <= screen.high;
  const free = candidates(screen.points[who], Math.max(sizeOf(who) * screen.scale, 3) + (bold ? 8 : 0), wide, high)
    .filter((box) => inside(box) && taken.isFree(box, who));
  if (!free.length) return null;
  const cost = (box, at) => strokes.reduce((sum, [line, width]) => sum + crosses(line, box) * width, 6 * at);
  const best = free.length > 1 && strokes.length
    ? free.map((box, at) => [cost(box, at), box]).sort((a, b) => a[0] - b[0])[0][1] : free[0];
  return { ...best, owner: who, text, font, bold };
};

// In a small network every name is wanted, if need be in somewhat smaller letters.
const labelsNow = (ctx) => {
  const screen = onScreen();
  const wanted = fontSize();
  const small = count <= SMALL;
  const fonts = small ? [0, 1, 2, 3, 4].map((less) => wanted - less).filter((font) => font >= 11) : [wanted];
  let best = null;
  for (const font of fonts) {
    for (const freely of small ? [true, false] : [false]) {
      const found = placeLabels(ctx, screen, font, { freely });
      if (!best || found.placed.length > best.placed.length) best = found;
      if (best.placed.length === best.wanted) return best.placed;
    }
  }
  return best.placed;
};

const paintLabels = (ctx) => {
  const screen = [network.getScale(), network.getViewPosition(), mapBox(), places.length <= 400 ? places : 0];
  const key = JSON.stringify([screen, language, state.view, state.level, state.dossier, state.chosen, state.present, [...state.hidden]]);
  ctx.save();
  const ratio = ctx.canvas.width / ctx.canvas.clientWidth;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  if (key !== labelsFor) { labels = labelsNow(ctx); labelsFor = key; }
  paintRings(ctx);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  for (const label of labels) paintLabel(ctx, label);
  ctx.restore();
};
const paintLabel = (ctx, { left, right, top, text, font, bold }) => {
  ctx.font = `${bold ? 650 : 400} ${font}px ${FAMILY}`;
  text.forEach((line, i) => {
    const [x, y] = [(left + right) / 2, top + (i + 0.52) * font * 1.18];
    ctx.strokeStyle = "rgba(255,255,255,.92)";
    ctx.lineWidth = HALO;
    ctx.strokeText(line, x, y);
    ctx.fillStyle = "#1b2430";
    ctx.fillText(line, x, y);
  });
};
const paintRings = (ctx) => {
  const { scale, points } = onScreen();
  points.forEach(([x, y], who) => {
    if (!isChosen(who)) return;
    ctx.beginPath();
    ctx.arc(x, y, Math.max(sizeOf(who) * scale, 4) + 6, 0, 2 * Math.PI);
    ctx.strokeStyle = "#f2a900";
    ctx.lineWidth = 4;
    ctx.stroke();
  });
};
const labelAt = (x, y) => labels.find((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)?.owner;
