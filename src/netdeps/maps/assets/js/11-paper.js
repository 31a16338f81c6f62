// The map on paper: drawn as lines and letters from what is on the screen, sharp at any size.
const PAPER = [1040, 580];
const EDGE_ROOM = [74, 30, 74, 52];

const onPaper = () => {
  const seen = data.nodes.map((_, who) => who).filter(isShown);
  const { left, right, top, bottom } = extent(seen.map((who) => places[who]));
  const room = [PAPER[0] - EDGE_ROOM[0] - EDGE_ROOM[2], PAPER[1] - EDGE_ROOM[1] - EDGE_ROOM[3]];
  const scale = Math.min(room[0] / Math.max(right - left, 1), room[1] / Math.max(bottom - top, 1), 1.4);
  const [moveX, moveY] = [EDGE_ROOM[0] + (room[0] - (right - left) * scale) / 2, EDGE_ROOM[1] + (room[1] - (bottom - top) * scale) / 2];
  const points = places.map(([x, y]) => [(x - left) * scale + moveX, (y - top) * scale + moveY]);
  return { seen, points, scale, wide: PAPER[0], high: PAPER[1] };
};
const paperLine = ({ points, scale }, [edge, style]) => {
  const [[x1, y1], [x2, y2]] = edge.ends.map((who) => points[who]);
  const far = Math.hypot(x2 - x1, y2 - y1) || 1;
  const bend = edge.curved && style.arrow ? 0.05 * far : 0;
  const [mx, my] = [(x1 + x2) / 2 - ((y2 - y1) / far) * bend * 2, (y1 + y2) / 2 + ((x2 - x1) / far) * bend * 2];
  const tip = Math.hypot(x2 - mx, y2 - my) || 1;
  const back = style.arrow ? sizes[edge.ends[1]] * scale + 3 : 0;
  const [ux, uy] = [(x2 - mx) / tip, (y2 - my) / tip];
  const [ex, ey] = [x2 - ux * back, y2 - uy * back];
  const line = draw("path", {
    d: `M${x1.toFixed(1)} ${y1.toFixed(1)}Q${mx.toFixed(1)} ${my.toFixed(1)} ${ex.toFixed(1)} ${ey.toFixed(1)}`,
    fill: "none", stroke: style.color, "stroke-width": style.width * 0.8,
    "stroke-dasharray": style.dashes ? style.dashes.map((dash) => dash * 0.8).join(" ") : null, "stroke-linecap": style.round ? "round" : null,
  });
  const head = style.arrow ? draw("path", {
    d: `M${ex.toFixed(1)} ${ey.toFixed(1)}l${(-8 * ux - 3.4 * uy).toFixed(1)} ${(-8 * uy + 3.4 * ux).toFixed(1)} ${(6.8 * uy).toFixed(1)} ${(-6.8 * ux).toFixed(1)}z`, fill: style.color,
  }) : "";
  return draw("g", {}, line, head);
};
const paperLabel = ({ left, right, top, text, font }) => {
  const lines = text.map((line, i) => draw("tspan", { x: ((left + right) / 2).toFixed(1), y: (top + (i + 0.85) * font * 1.18).toFixed(1) }, line));
  return draw("text", {
    "text-anchor": "middle", "font-size": font, "font-family": "Arial, sans-serif", fill: "#1b2430",
    stroke: "#fff", "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round",
  }, ...lines);
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
const paperMap = () => {
  const screen = onPaper();
  const lit = litNodes();
  const shapes = screen.seen.map((who) => draw("g", { opacity: !lit || lit.has(who) ? null : 0.2 },
    shapeOf(who < count ? kindOf(who) : { shape: "dot", colour: "#e6e9ed" }, ...screen.points[who], Math.max(sizes[who] * screen.scale, 2))));
  return draw("svg", { viewBox: `0 0 ${PAPER.join(" ")}`, role: "img" },
    ...drawn.map((line) => paperLine(screen, line)), ...shapes, ...paperLabels(screen).map(paperLabel));
};
const paperKeys = () => make("p", { class: "keys" },
  ...kinds.filter((_, number) => !state.hidden.has(number)).map((kind) => make("span", {}, kindIcon(kind), named(`${kindName(kind)} (${kind.count})`))),
  ...samples().map(([name, style]) => make("span", {}, lineIcon(style), say(`line.${name}`))));
const buildPaper = () => {
  const [main, more] = headline();
  renderTables();
  replace($("paper"), make("p", { class: "finding" }, named(main)), more ? make("p", { class: "ask" }, named(more)) : null,
    paperMap(), paperKeys());
};
