// Marks on the map: a sign at the middle of the line that they are about, in every view that draws
// such lines. What is new has a line of its own. No focus hides them.
const SIGNS_OF_MARKS = {
  confirmed: { color: "#1a7f64", d: "M-.5 .05-.15 .4.5-.38" },
  denied: { color: "#b3261e", d: "M-.38-.38.38.38M-.38.38.38-.38" },
  ask: { color: "#4d6380", d: "M-.3-.22C-.3-.68.34-.66.32-.2.3.08 0 .02 0 .28M0 .52V.6" },
  new: { color: "#1b2430", d: "M-.48 0H.48M0-.48V.48" },
};
const NEW_LINE = { color: "#1b2430", width: 2.2, dashes: [9, 3, 2, 3], layer: 5 };
const NO_LINE = { color: "#56616f", width: 1.3, dashes: [2, 5], layer: 5 };
const TIES_IN = {
  contacts: ["contact"], dependencies: ["dependency"], contributions: ["contribution"], gaps: ["contact", "dependency"],
  power: ["dependency"], changes: ["contact", "dependency", "contribution"],
};
const isSeenAt = ({ level, dossier }) => (mark) => (TIES_IN[state.view] || []).includes(mark.tie)
  && (!level || !mark.level || mark.level === level) && (!dossier || mark.tie !== "contribution" || mark.dossier === dossier);

// The line under a mark: the same way where lines are arrows, either way where they are not.
const liesOn = ([from, to]) => ({ edge, style, spots }) => edge.set !== "parts"
  && ((spots[0] === from && spots[1] === to) || (!style.arrow && spots[0] === to && spots[1] === from));
const ownLine = (mark, ends, spots, drawnNow) => {
  const arrow = mark.tie !== "contact";
  const meets = drawnNow.some(({ spots: [from, to] }) => (from === spots[0] && to === spots[1]) || (from === spots[1] && to === spots[0]));
  const style = { ...(mark.mark === "new" ? NEW_LINE : NO_LINE), arrow: arrow && mark.mark === "new", bend: meets ? 0.14 : 0 };
  return { edge: { id: `m${mark.nr}_${ends.join("_")}`, set: "marks", ends, key: pairKey(...ends), rows: [], curved: false }, style, spots };
};
let signed = [];
let signedFor = desk;
const withMarks = (lines) => {
  if (signedFor !== desk) labelsFor = "";
  [signed, signedFor] = [[], desk];
  const found = [...lines];
  panels.forEach(({ at }, panel) => desk.marks.filter(isSeenAt({ ...state.picks, ...at })).forEach((mark) => endsOf(mark).filter((ends) => ends.every(isShown))
    .forEach((ends) => {
      const spots = ends.map((who) => spotOf(panel, who));
      let line = found.find(liesOn(spots));
      if (!line) found.push(line = ownLine(mark, ends, spots, found));
      const sign = signed.find((one) => one.line === line) || { line, marks: [] };
      if (!sign.marks.length) signed.push(sign);
      sign.marks.push(mark);
    })));
  return found;
};

const signSize = () => fontSize() * 0.7;
// Where the signs stand, given where the shapes stand; those of one line beside each other.
const signPlaces = (points, size) => signed.filter(({ line }) => line.spots.every((spot) => there.has(spot))).flatMap(({ line, marks }) => {
  const words = [...new Set(marks.map(({ mark }) => mark))];
  const [[x1, y1], [x2, y2]] = line.spots.map((spot) => points[spot]);
  const bend = line.style.bend || (line.edge.curved && line.style.arrow ? 0.1 : 0);
  const [x, y] = [(x1 + x2) / 2 - (y2 - y1) * bend * 0.43, (y1 + y2) / 2 + (x2 - x1) * bend * 0.43];
  const first = line.style.badge ? 1 : (1 - words.length) / 2;
  return words.map((word, at) => ({ word, x: x + (first + at) * size * 2.3, y }));
});
const signBoxes = (screen) => signPlaces(screen.points, signSize()).map(({ x, y }) => {
  const room = signSize() + 2;
  return { left: x - room, right: x + room, top: y - room, bottom: y + room, owner: -1 };
});
const paintSigns = (ctx) => signed.length && onPixels(ctx, () => {
  const size = signSize();
  for (const { word, x, y } of signPlaces(onScreen().points, size)) {
    const { color, d } = SIGNS_OF_MARKS[word];
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(size, size);
    const disc = new Path2D();
    disc.arc(0, 0, 1, 0, 2 * Math.PI);
    ctx.fillStyle = "#fff";
    ctx.fill(disc);
    ctx.strokeStyle = color;
    [ctx.lineCap, ctx.lineJoin] = ["round", "round"];
    ctx.lineWidth = 0.16;
    ctx.stroke(disc);
    ctx.lineWidth = 0.26;
    ctx.stroke(new Path2D(d));
    ctx.restore();
  }
});
const drawSign = (word, x, y, size) => {
  const { color, d } = SIGNS_OF_MARKS[word];
  return draw("g", { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${size})`, stroke: color, fill: "none", "stroke-linecap": "round", "stroke-linejoin": "round" },
    draw("circle", { r: 1, fill: "#fff", "stroke-width": 0.16 }), draw("path", { d, "stroke-width": 0.26 }));
};
const signIcon = (word) => draw("svg", { width: 20, height: 20, viewBox: "-10 -10 20 20", "aria-hidden": "true" }, drawSign(word, 0, 0, 8));
const paperSigns = ({ points }) => signPlaces(points, 7).map(({ word, x, y }) => drawSign(word, x, y, 7));
// In the legend stands what is on the map now: a cross says of contact that there is none.
const markKeys = () => {
  const marks = signed.flatMap((one) => one.marks);
  const textOf = (word) => [...new Set(marks.filter(({ mark }) => mark === word).map(({ tie }) => markWord(tie, word)))].join(" / ");
  const words = Object.keys(SIGNS_OF_MARKS).filter(textOf);
  const isNew = drawn.some(({ edge, style }) => edge.set === "marks" && style.color === NEW_LINE.color);
  return [...words.map((word) => [signIcon(word), say("mark.said_here", { what: textOf(word) })]), ...(isNew ? [[lineIcon(NEW_LINE), say("mark.new_line")]] : [])];
};
