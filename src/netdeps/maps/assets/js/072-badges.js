// Small signs beside shapes and on lines: drawn as forms, since letters of signs differ by machine.
const BADGES = {
  gives: "M0-4.6 4.6 3.2H-4.6z",
  takes: "M0 4.6 4.6-3.2H-4.6z",
  even: "M-4-3.2H4V-.9H-4zM-4 .9H4V3.2H-4z",
  both: "M0-5.6 4-.9H-4zM0 5.6 4 .9H-4z",
  unknown: "M-4.8-1H-2.8V1H-4.8zM-1-1H1V1H-1zM2.8-1H4.8V1H2.8z",
  ask: "M-3-2A3 2.8 0 1 1 1 .8V1.8H-1V-.4C-1-1.2 1-1 1-2A1 1 0 0 0-1-2zM-1 2.7H1V4.7H-1z",
};
const BADGE = 7.5;
// In a large network a badge beside a shape with a radius below this, in pixels, would hide the
// neighbours. Where a choice leaves only some lit, these have theirs at any size.
const LEAST_FOR_BADGE = 5;
const badgeOf = (spot) => (viewNow().badge ? viewNow().badge(whoAt(spot), panelAt(spot)) : "");
const badgeSize = (radius) => Math.min(fontSize() / 14, Math.max(radius / 12, 0.6));

// Beside a shape, above and to the right of it; on a line in the middle.
const badgesOn = ({ points }, radiusOf) => {
  const hasRoom = (spot) => count <= SMALL || Boolean(lit) || radiusOf(spot) >= LEAST_FOR_BADGE;
  const hasBadge = (spot) => hasRoom(spot) && (!lit || lit.has(whoAt(spot)));
  const shapes = [...there].filter(hasBadge)
    .map((spot) => ({ sort: badgeOf(spot), spot })).filter(({ sort }) => sort)
    .map(({ sort, spot }) => ({ sort, size: badgeSize(radiusOf(spot)), at: beside(points[spot], radiusOf(spot)) }));
  const onLines = drawn.filter(({ style, spots }) => style.badge && hasRoom(spots[0])).map(({ style, spots: [a, b] }) => (
    { sort: style.badge, size: badgeSize(radiusOf(a)), at: [0, 1].map((axis) => (points[a][axis] + points[b][axis]) / 2) }));
  return [...shapes, ...onLines];
};
const beside = ([x, y], radius) => [x + radius * 0.7 + 4 * badgeSize(radius), y - Math.max(radius, 4) - 4 * badgeSize(radius)];
const screenRadius = (screen) => (spot) => sizeOf(spot) * screen.scale;
const badgeBoxes = (screen) => badgesOn(screen, screenRadius(screen)).map(({ at: [x, y], size }) => (
  { left: x - BADGE * size, right: x + BADGE * size, top: y - BADGE * size, bottom: y + BADGE * size, owner: -2 }));
const paintBadges = (ctx, screen) => {
  for (const { sort, at: [x, y], size } of badgesOn(screen, screenRadius(screen))) {
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(size, size);
    ctx.beginPath();
    ctx.arc(0, 0, BADGE, 0, 2 * Math.PI);
    ctx.fillStyle = "#fff";
    ctx.fill();
    ctx.setLineDash(sort === "ask" ? [2, 2] : []);
    ctx.strokeStyle = INK;
    ctx.lineWidth = 1.2;
    ctx.stroke();
    ctx.fillStyle = INK;
    ctx.fill(new Path2D(BADGES[sort]));
    ctx.restore();
  }
};
const badge = (sort, [x, y], size) => draw("g", { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${size})` },
  draw("circle", { r: BADGE, fill: "#fff", stroke: INK, "stroke-width": 1.2, "stroke-dasharray": sort === "ask" ? "2 2" : null }),
  draw("path", { d: BADGES[sort], fill: INK }));
const badgeIcon = (sort) => draw("svg", { width: 22, height: 22, viewBox: "-11 -11 22 22", "aria-hidden": "true" }, badge(sort, [0, 0], 1));
const paperBadges = (screen) => badgesOn(screen, (spot) => sizes[whoAt(spot)] * screen.scale).map(({ sort, at, size }) => badge(sort, at, size * 0.8));
