// Shapes that stand for no organisation: a table is a board with its name on it, an issue a sheet.
const BOARD_AIR = [9, 6];
const isBoard = (spot) => whoAt(spot) >= count && data.extras[whoAt(spot) - count].shape === "table";
// A board lies over its place, if need be off its middle, or without its note.
const SHIFTS = [0, -0.5, 0.5, -0.9, 0.9].flatMap((down) => [0, -0.4, 0.4, -0.8, 0.8].map((aside) => [aside, down]))
  .sort((a, b) => Math.hypot(...a) - Math.hypot(...b));
const boardsFor = (ctx, screen, font, spot) => {
  const [x, y] = screen.points[spot];
  const name = wrapped(nameOf(whoAt(spot)));
  return [linesOf(whoAt(spot)), name].flatMap((text) => {
    const wide = Math.max(...text.map((line) => widthOf(ctx, line, true))) * font / 2 + BOARD_AIR[0];
    const high = text.length * font * 0.59 + BOARD_AIR[1];
    return SHIFTS.map(([aside, down]) => [x + aside * wide, y + down * high])
      .map(([left, top]) => ({ left: left - wide, right: left + wide, top: top - high, bottom: top + high, text, pad: BOARD_AIR[1], owner: spot }));
  });
};
// An issue that lies on no table, at the level that is seen, is an empty sheet.
const extraLook = (who) => ({ ...data.extras[who - count], ...(isLoose(who) ? { dashed: true, colour: "#fff" } : {}) });
const boardColour = ({ owner }) => data.extras[whoAt(owner) - count].colour;
const paintBoard = (ctx, label) => {
  ctx.beginPath();
  ctx.roundRect(label.left, label.top, label.right - label.left, label.bottom - label.top, 4);
  ctx.fillStyle = boardColour(label);
  ctx.fill();
  ctx.strokeStyle = label.bold ? RING : INK;
  ctx.lineWidth = label.bold ? 4 : 1.5;
  ctx.stroke();
};
const paperBoard = (label) => draw("rect", {
  x: label.left.toFixed(1), y: label.top.toFixed(1), width: (label.right - label.left).toFixed(1), height: (label.bottom - label.top).toFixed(1),
  rx: 3, fill: boardColour(label), stroke: INK, "stroke-width": 1.2,
});

// vis-network has no such forms: it is told how to draw the outline that the legend shows.
const ownForm = (who) => (OUTLINES[data.extras[who - count].shape]
  ? { shape: "custom", ctxRenderer: (at) => ({ drawNode: () => paintForm(at, extraLook(who)) }) } : {});
const paintForm = ({ ctx, x, y, style }, { shape, colour, dashed }) => {
  const scale = network.getScale();
  ctx.beginPath();
  OUTLINES[shape].forEach(([dx, dy]) => ctx.lineTo(x + dx * style.size, y + dy * style.size));
  ctx.closePath();
  ctx.fillStyle = dashed ? colour : style.color;
  ctx.fill();
  ctx.setLineDash(dashed ? [4 / scale, 3 / scale] : []);
  ctx.lineJoin = "round";
  ctx.lineWidth = style.borderWidth / scale;
  ctx.strokeStyle = style.borderColor;
  ctx.stroke();
};
