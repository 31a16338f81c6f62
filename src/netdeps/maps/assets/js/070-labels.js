// Names at a constant size on the screen, none over another, the best tied organisations first.
const SMALL = 60;
const HALO = 3.5;
const degrees = new Array(data.nodes.length).fill(0);
for (const set of edgeSets.values()) for (const { ends } of set) ends.forEach((who) => { degrees[who] += 1; });
const labelOrder = data.nodes.map((_, who) => who).sort((a, b) => degrees[b] - degrees[a] || a - b);
const nameLines = new Map();
const linesOf = (who) => {
  const key = who < count ? who : `${who}${language}`;
  if (!nameLines.has(key)) nameLines.set(key, [...wrapped(nameOf(who)), ...(noteOf(who) ? [noteOf(who)] : [])]);
  return nameLines.get(key);
};
const noteOf = (who) => (who < count || !data.extras[who - count].note ? "" : told(data.extras[who - count].note));
const FONTS = { small: 12, usual: 14, large: 20 };
const fontSize = () => FONTS[screenSort()];
const FAMILY = '"Segoe UI", "Helvetica Neue", Roboto, "Liberation Sans", Arial, sans-serif';
const sizeOf = (spot) => sizes[whoAt(spot)] * magnified;
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

// The buttons that stand over the map: no name goes under them.
const buttonBoxes = () => {
  const [map, buttons] = ["map", "zoom"].map((id) => $(id).getBoundingClientRect());
  return [{ left: buttons.left - map.left - 4, right: buttons.right - map.left + 4, top: buttons.top - map.top - 4, bottom: buttons.bottom - map.top + 4, owner: -1 }];
};
const onScreen = () => {
  const [wide, high] = mapBox();
  const scale = network.getScale();
  const { x, y } = network.getViewPosition();
  return {
    wide, high, scale, x, y, stretch, get taken() { return buttonBoxes(); },
    points: places.map(([px, py]) => [(px - x) * scale + wide / 2, (py - y) * scale + high / 2]),
  };
};

// The places for a name: under, over, right and left of its shape.
const atSides = ([x, y], radius, wide, high) => {
  const gap = radius + 3;
  return [
    [x - wide / 2, y + gap], [x - wide / 2, y - gap - high],
    [x + gap + 1, y - high / 2], [x - gap - 1 - wide, y - high / 2],
  ].map(([left, top]) => boxAt(left, top, wide, high));
};
// And where none of these is free: at its corners.
const atCorners = ([x, y], radius, wide, high) => {
  const gap = radius * 0.75 + 2;
  return [[x + gap, y + gap], [x - gap - wide, y + gap], [x + gap, y - gap - high], [x - gap - wide, y - gap - high]]
    .map(([left, top]) => boxAt(left, top, wide, high));
};
const boxAt = (left, top, wide, high) => ({ left, top, right: left + wide, bottom: top + high });
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
  // A name may cover a shape that is only a dot; the board of a table is opaque and may cover none.
  const [taken, shapes] = [grid(), grid()];
  const seen = spotsToName();
  for (const spot of seen) {
    const radius = sizeOf(spot) * screen.scale;
    const [x, y] = screen.points[spot];
    const box = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius, owner: spot };
    shapes.add(box);
    if (radius >= 5) taken.add(box);
  }
  for (const box of [...screen.taken, ...titleBoxes(ctx, screen), ...signBoxes(screen), ...badgeBoxes(screen)]) taken.add(box);
  const placed = isLarge && !lit ? communityNames(ctx, screen, font, taken) : [];
  const strokes = freely ? drawn.filter(({ style }) => style !== DIM).map(({ spots, style }) => [spots.map((spot) => screen.points[spot]), style.width]) : [];
  for (const spot of [...seen.filter(isBoard), ...seen.filter((one) => !isBoard(one))]) {
    const found = bestPlace(ctx, screen, font, spot, { taken, shapes, strokes });
    if (found) { taken.add(found); placed.push(found); }
  }
  return { placed, wanted: seen.length };
};
// On a large map the communities are named first, the largest first, while more than one is in sight.
const CLOSE_UP = 0.8;
const communityNames = (ctx, screen, font, taken) => {
  if (!there.size || screen.scale > CLOSE_UP || panels.length > 1 || viewNow().place) return [];
  const placed = [];
  for (const { name, x, y, r } of data.communities) {
    const text = wrapped(told(name));
    const size = font + (r * screen.scale > 60 ? 4 : 1);
    const [wide, high] = [Math.max(...text.map((line) => widthOf(ctx, line, true))) * size + 8, text.length * size * 1.18];
    const [px, py] = pulled([x, y], screen.stretch);
    const [left, top] = [(px - screen.x) * screen.scale + (screen.wide - wide) / 2, (py - screen.y) * screen.scale + (screen.high - high) / 2];
    const box = { ...boxAt(left, top, wide, high), owner: -1, text, font: size, bold: true };
    const inside = left >= 0 && top >= 0 && box.right <= screen.wide && box.bottom <= screen.high;
    if (inside && taken.isFree(box, -2)) { taken.add(box); placed.push(box); }
  }
  return placed;
};
// Names are given out in this order: whoever is chosen, then the best tied, in every panel.
const spotsToName = () => {
  const chosen = chosenOnes();
  const ranked = [...chosen, ...labelOrder.filter((who) => !chosen.includes(who))].filter((who) => !lit || lit.has(who));
  return ranked.flatMap((who) => panels.map((_, panel) => spotOf(panel, who))).filter((spot) => there.has(spot));
};
const chosenOnes = () => {
  const { pair, path } = state.chosen || {};
  return pair || path || (focal() === undefined ? [] : [focal()]);
};

const bestPlace = (ctx, screen, font, spot, { taken, shapes, strokes }) => {
  const bold = chosenOnes().includes(whoAt(spot));
  const text = linesOf(whoAt(spot));
  const wide = Math.max(...text.map((line) => widthOf(ctx, line, bold))) * font + 4;
  const high = text.length * font * 1.18;
  const cell = cellBoxes(screen)[panelAt(spot)] || { left: 0, top: 0, right: screen.wide, bottom: screen.high };
  const inside = (box) => box.left >= Math.max(cell.left, 0) && box.top >= Math.max(cell.top, 0)
    && box.right <= Math.min(cell.right, screen.wide) && box.bottom <= Math.min(cell.bottom, screen.high);
  const board = isBoard(spot) && boardsFor(ctx, screen, font, spot).find((box) => inside(box) && taken.isFree(box, spot) && shapes.isFree(box, spot));
  if (board) return { ...board, font, bold };
  const radius = Math.max(sizeOf(spot) * screen.scale, 3) + (bold ? 8 : 0);
  const freeOf = (around) => around(screen.points[spot], radius, wide, high).filter((box) => inside(box) && taken.isFree(box, spot));
  const free = [atSides, atCorners].map(freeOf).find((boxes) => boxes.length);
  if (!free) return null;
  const cost = (box, at) => strokes.reduce((sum, [line, width]) => sum + crosses(line, box) * width, 6 * at);
  const best = free.length > 1 && strokes.length
    ? free.map((box, at) => [cost(box, at), box]).sort((a, b) => a[0] - b[0])[0][1] : free[0];
  return { ...best, owner: spot, text, font, bold };
};

// In a small network every name is wanted, if need be in somewhat smaller letters.
const labelsNow = (ctx) => {
  const screen = onScreen();
  const wanted = fontSize();
  const small = count <= SMALL;
  const fonts = small ? [0, 1, 2, 3, 4, 5, 6].map((less) => wanted - less).filter((font) => font >= 11) : [wanted];
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

const screenKey = () => JSON.stringify([network.getScale(), network.getViewPosition(), mapBox(), places.length <= 400 ? places : 0,
  String(viewAddress()), language, state.present]);
const onPixels = (ctx, paint) => {
  ctx.save();
  const ratio = ctx.canvas.width / ctx.canvas.clientWidth;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  paint();
  ctx.restore();
};
const paintLabels = (ctx) => onPixels(ctx, () => {
  const key = screenKey();
  if (key !== labelsFor) {
    labels = labelsNow(ctx);
    labelsFor = key;
    root.dataset.labels = String(labels.length);
  }
  paintRings(ctx);
  paintBadges(ctx, onScreen());
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  for (const label of labels) paintLabel(ctx, label);
});
const INK = "#1b2430";
const paintText = (ctx, line, x, y) => {
  ctx.strokeStyle = "rgba(255,255,255,.92)";
  ctx.lineWidth = HALO;
  ctx.strokeText(line, x, y);
  ctx.fillStyle = INK;
  ctx.fillText(line, x, y);
};
const paintLabel = (ctx, label) => {
  const { left, right, top, text, font, bold, pad = 0 } = label;
  if (pad) paintBoard(ctx, label);
  ctx.font = `${bold ? 650 : 400} ${font}px ${FAMILY}`;
  text.forEach((line, i) => paintText(ctx, line, (left + right) / 2, top + pad + (i + 0.52) * font * 1.18));
};
const RING = "#b36200";
const paintRings = (ctx) => {
  const { scale, points } = onScreen();
  const chosen = new Set(chosenOnes());
  const ringed = new Set([...(data.rings || []), ...(viewNow().rings ? viewNow().rings() : [])]);
  for (const spot of there) {
    const who = whoAt(spot);
    if (!chosen.has(who) && !ringed.has(who)) continue;
    const [x, y] = points[spot];
    ctx.beginPath();
    ctx.arc(x, y, Math.max(sizeOf(spot) * scale, 4) + 6, 0, 2 * Math.PI);
    ctx.strokeStyle = chosen.has(who) ? RING : INK;
    ctx.lineWidth = chosen.has(who) ? 4 : 1.5;
    ctx.stroke();
  }
};
const labelAt = (x, y) => labels.find((box) => box.owner >= 0 && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)?.owner;

// The panels of a layout: a light ground for every second one, and its title in the corner.
const TITLE = 1.15;
const cellBoxes = (screen) => cells.map(({ name, left, top, wide, high }) => {
  const at = (x, y) => [(x * screen.stretch[0] - screen.x) * screen.scale + screen.wide / 2, (y * screen.stretch[1] - screen.y) * screen.scale + screen.high / 2];
  const [[x0, y0], [x1, y1]] = [at(left, top), at(left + wide, top + high)];
  return { name, left: x0, top: y0, right: x1, bottom: y1 };
});
// A long title is cut at the side of its panel.
const titleIn = (name, wide, width) => (width <= wide ? name : `${Array.from(name).slice(0, Math.max(Math.floor((name.length * wide) / width) - 1, 1)).join("")}\u2026`);
const cellTitle = (ctx, { name, left, right }) => titleIn(name, (right - left - 20) / (fontSize() * TITLE), widthOf(ctx, name, true));
const titleBoxes = (ctx, screen) => cellBoxes(screen).map((cell) => {
  const { left, top } = cell;
  const font = fontSize() * TITLE;
  return { left, top, right: left + widthOf(ctx, cellTitle(ctx, cell), true) * font + 20, bottom: top + font * 1.8, owner: -1 };
});
const paintCells = (ctx) => cells.length && onPixels(ctx, () => {
  const font = fontSize() * TITLE;
  cellBoxes(onScreen()).forEach(({ name, left, top, right, bottom }, i) => {
    ctx.fillStyle = i % 2 ? "#f3f5f8" : "#fff";
    ctx.fillRect(left, top, right - left, bottom - top);
    ctx.strokeStyle = "#d5dae0";
    ctx.lineWidth = 1;
    ctx.strokeRect(left, top, right - left, bottom - top);
    ctx.font = `650 ${font}px ${FAMILY}`;
    ctx.textAlign = "left";
    ctx.textBaseline = "top";
    ctx.fillStyle = "#56616f";
    ctx.fillText(cellTitle(ctx, { name, left, right }), left + 8, top + 6);
  });
});
// For tests and benchmarks: where names, boards, panels and shapes stand, and how many badges there are.
document.addEventListener("netdeps-labels", () => {
  const screen = onScreen();
  const sides = ({ left, top, right, bottom }) => [left, top, right, bottom];
  root.dataset.boxes = JSON.stringify(labels.map(sides));
  root.dataset.boards = JSON.stringify(labels.filter(({ pad }) => pad).map((box) => [...sides(box), box.owner]));
  root.dataset.cells = JSON.stringify(cellBoxes(screen).map(sides));
  root.dataset.spots = JSON.stringify([...there].map((spot) => [...screen.points[spot], spot]));
  root.dataset.badges = String(badgesOn(screen, screenRadius(screen)).length);
});
