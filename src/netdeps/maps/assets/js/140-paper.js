// The map on paper: drawn as lines and letters from what is on the screen, sharp at any size.
// A larger sheet has larger letters; in a large network also more room for names.
const SHEETS = { a4: 1, a3: 1.2, a0: 2 };
const paper = { sheet: "a4", tables: "with" };
const paperSize = () => [1040, 580].map((side) => side * (count > SMALL ? SHEETS[paper.sheet] : 1));
const EDGE_ROOM = [74, 30, 74, 52];

// Paper is one more screen: the same shapes and names, framed to the sheet.
const onPaper = () => {
  const [wide, high] = paperSize();
  const pull = stretched([wide, high]);
  const places = base.map((place) => pulled(place, pull));
  const { left, right, top, bottom } = extent(cells.length ? cornersOfCells().map((corner) => pulled(corner, pull)) : [...there].map((spot) => places[spot]));
  const margin = cells.length ? [4, 4, 4, 4] : EDGE_ROOM;
  const room = [wide - margin[0] - margin[2], high - margin[1] - margin[3]];
  const scale = Math.min(room[0] / Math.max(right - left, 1), room[1] / Math.max(bottom - top, 1), 1.4);
  const [x, y] = [(left + right) / 2 - (margin[0] - margin[2]) / 2 / scale, (top + bottom) / 2 + (margin[3] - margin[1]) / 2 / scale];
  const points = places.map(([px, py]) => [(px - x) * scale + wide / 2, (py - y) * scale + high / 2]);
  return { seen: [...there], points, scale, x, y, wide, high, stretch: pull, taken: [] };
};
// Lines get finer with the picture, as they do on the screen; they keep at least this share of their width.
const FINEST = 0.3;
const finenessAt = (scale) => Math.min(Math.max(enlargedAt(scale) * scale, FINEST), 1);
const paperLine = ({ points, scale }, { edge, spots, style: full }) => {
  const style = fineStyle(full);
  const fine = finenessAt(scale);
  const [[x1, y1], [x2, y2]] = spots.map((spot) => points[spot]);
  const far = Math.hypot(x2 - x1, y2 - y1) || 1;
  const bend = (style.bend || (edge.curved && style.arrow ? 0.1 : 0)) * far / 2;
  const [mx, my] = [(x1 + x2) / 2 - ((y2 - y1) / far) * bend * 2, (y1 + y2) / 2 + ((x2 - x1) / far) * bend * 2];
  const tip = Math.hypot(x2 - mx, y2 - my) || 1;
  const back = style.arrow ? sizes[edge.ends[1]] * scale + 3 : 0;
  const [ux, uy] = [(x2 - mx) / tip, (y2 - my) / tip];
  const [ex, ey] = [x2 - ux * back, y2 - uy * back];
  const thick = style.width * 0.8 * fine;
  // Heads and dashes shrink less than lines: smaller ones cannot be told apart.
  const clear = Math.max(fine, 0.6);
  const [long, half] = style.arrow ? [6 * clear + 1.4 * thick, 2.6 * clear + 0.75 * thick] : [0, 0];
  const line = draw("path", {
    d: `M${x1.toFixed(1)} ${y1.toFixed(1)}Q${mx.toFixed(1)} ${my.toFixed(1)} ${(ex - ux * long * 0.6).toFixed(1)} ${(ey - uy * long * 0.6).toFixed(1)}`,
    fill: "none", stroke: style.color, "stroke-width": thick,
    "stroke-dasharray": style.dashes ? style.dashes.map((dash) => dash * 0.8 * clear).join(" ") : null, "stroke-linecap": style.round ? "round" : null,
  });
  const head = style.arrow ? draw("path", {
    d: `M${ex.toFixed(1)} ${ey.toFixed(1)}l${(-long * ux - half * uy).toFixed(1)} ${(-long * uy + half * ux).toFixed(1)} ${(2 * half * uy).toFixed(1)} ${(-2 * half * ux).toFixed(1)}z`, fill: style.color,
  }) : "";
  const middle = [(x1 + 2 * mx + ex) / 4, (y1 + 2 * my + ey) / 4];
  return draw("g", {}, line, head, markOf(style, ...middle, Math.atan2(ey - y1, ex - x1), 3.5));
};
const paperLabel = (label) => {
  const { left, right, top, text, font, bold, pad = 0 } = label;
  const lines = text.map((line, i) => draw("tspan", { x: ((left + right) / 2).toFixed(1), y: (top + pad + (i + 0.85) * font * 1.18).toFixed(1) }, line));
  return draw("g", {}, pad ? paperBoard(label) : "", draw("text", {
    "text-anchor": "middle", "font-size": font, "font-weight": bold ? 650 : null, "font-family": "Arial, sans-serif", fill: "#1b2430",
    stroke: "#fff", "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round",
  }, ...lines));
};
const paperLabels = (screen) => {
  const ctx = document.createElement("canvas").getContext("2d");
  let best = null;
  for (const font of count <= SMALL ? [12, 11, 10, 9] : [9]) {
    const found = placeLabels(ctx, screen, font, { freely: count <= SMALL });
    if (!best || found.placed.length > best.placed.length) best = found;
    if (best.placed.length === best.wanted) break;
  }
  return best.placed;
};
// How a shape looks: its kind's form in the colour of its score, or what another shape says of itself.
const lookAt = (who) => (who < count ? { ...kindOf(who), ...paintAt(who) } : extraLook(who));
const paintAt = (who) => {
  const { of, classes, undefined: none } = data.colours || {};
  if (!of) return {};
  return of[who] === null ? { colour: none.colour, fill: "hollow", dashed: true } : { colour: classes[of[who]].colour, fill: "solid", outline: kindOf(who).outline };
};
const paperCells = (screen) => cellBoxes(screen).map(({ name, left, top, right, bottom }, i) => draw("g", {},
  draw("rect", { x: left, y: top, width: right - left, height: bottom - top, fill: i % 2 ? "#f3f5f8" : "#fff", stroke: "#d5dae0" }),
  paperText(titleIn(name, right - left - 20, name.length * 8), left + 8, top + 18, 13, { "font-weight": 650, fill: "#56616f" })));
const paperText = (text, x, y, size, looks = {}) => draw("text", { x, y, "font-size": size, "font-family": "Arial, sans-serif", fill: INK, ...looks }, text);
const paperMap = () => {
  const screen = onPaper();
  const shapes = screen.seen.map((spot) => draw("g", { opacity: !lit || lit.has(whoAt(spot)) ? null : 0.2 },
    shapeOf(lookAt(whoAt(spot)), ...screen.points[spot], Math.max(sizes[whoAt(spot)] * screen.scale, 2))));
  return draw("svg", { viewBox: `0 0 ${paperSize().join(" ")}`, role: "img" },
    ...paperCells(screen), ...drawn.map((line) => paperLine(screen, line)), ...shapes, ...paperBadges(screen), ...paperLabels(screen).map(paperLabel), ...paperSigns(screen));
};
// The legend of a sheet leaves out badges that had no room on it.
const paperEntries = () => keyEntries({ counted: true, badges: paperBadges(onPaper()).length > 0 });
const paperKeys = () => make("p", { class: "keys" }, ...paperEntries());
const buildPaper = () => {
  const [main, more] = headline();
  root.dataset.paper = paper.sheet;
  root.dataset.with = paper.tables;
  if (paper.tables === "with") renderTables();
  replace($("paper"), make("p", { class: "finding" }, named(main)), more ? make("p", { class: "ask" }, named(more)) : null,
    paperMap(), paperKeys());
};
