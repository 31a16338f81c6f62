// Small helpers to build the page. Text is only ever set as text, never read as markup.
const $ = (id) => document.getElementById(id);
const SVG = "http://www.w3.org/2000/svg";

const make = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);
const draw = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
const fill = (node, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") node.addEventListener("click", value);
    else if (value !== null && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== ""));
  return node;
};
const reachable = (node) => [...node.querySelectorAll("a, button, input, select, textarea")];
// Whoever works by keyboard stays at the same place when a part of the page is made anew.
const replace = (node, ...children) => {
  const at = node.contains(document.activeElement) ? reachable(node).indexOf(document.activeElement) : -1;
  node.replaceChildren(...children.filter(Boolean));
  if (at >= 0) reachable(node)[at]?.focus({ preventScroll: true });
};

// Names come from files: each stands apart, so that one cannot turn the text around it.
const named = (text) => make("bdi", {}, plain(text));

// The outline of each kind's shape, in a square from -1 to 1; drawn in the legend and on paper.
const corners = (count, turn, inner = 1) => Array.from({ length: inner === 1 ? count : 2 * count }, (_, i) => {
  const far = inner !== 1 && i % 2 ? inner : 1;
  const angle = turn + (i * 2 * Math.PI) / (inner === 1 ? count : 2 * count);
  return [far * Math.sin(angle), -far * Math.cos(angle)];
});
const OUTLINES = {
  square: [[-0.85, -0.85], [0.85, -0.85], [0.85, 0.85], [-0.85, 0.85]],
  triangle: corners(3, 0).map(([x, y]) => [x * 1.1, y * 1.1 + 0.2]),
  triangleDown: corners(3, Math.PI).map(([x, y]) => [x * 1.1, y * 1.1 - 0.2]),
  hexagon: corners(6, Math.PI / 2),
  star: corners(5, 0, 0.45).map(([x, y]) => [x * 1.15, y * 1.15]),
  diamond: [[0, -1.1], [1.1, 0], [0, 1.1], [-1.1, 0]],
  table: [[-1.4, -0.5], [-1.1, -0.8], [1.1, -0.8], [1.4, -0.5], [1.4, 0.5], [1.1, 0.8], [-1.1, 0.8], [-1.4, 0.5]],
  sheet: [[-0.8, -1.1], [0.3, -1.1], [0.8, -0.6], [0.8, 1.1], [-0.8, 1.1]],
};
const shapeOf = (kind, x, y, size) => {
  const fills = { hollow: "#fff", dark: "#1b2430" };
  const paint = {
    ...(kind.fill in fills ? { fill: fills[kind.fill], stroke: kind.colour, "stroke-width": size / (kind.dashed ? 8 : 3.2) }
      : { fill: kind.colour, stroke: kind.outline || "#1b2430", "stroke-width": Math.min(kind.outline ? 2 : 1.2, size / 3.5) }),
    "stroke-dasharray": kind.dashed ? "3 2" : null,
  };
  if (kind.shape === "dot") return draw("circle", { cx: x, cy: y, r: size, ...paint });
  const points = OUTLINES[kind.shape].map(([dx, dy]) => `${(x + dx * size).toFixed(1)},${(y + dy * size).toFixed(1)}`);
  return draw("polygon", { points: points.join(" "), "stroke-linejoin": "round", ...paint });
};
const kindIcon = (kind) => draw("svg", { width: 22, height: 22, viewBox: "-11 -11 22 22", "aria-hidden": "true" },
  shapeOf(kind, 0, 0, 7.5));

// A mark in the middle of a line: a bar across it, a dot on it, or a second arrow along it.
const markOf = ({ mark, color }, x, y, angle, size) => {
  const turned = { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${(angle * 180 / Math.PI).toFixed(1)})`, fill: color };
  const far = size.toFixed(1);
  if (mark === "bar") return draw("path", { d: `M-1.2 -${far}h2.4v${(2 * size).toFixed(1)}h-2.4z`, ...turned });
  if (mark === "circle") return draw("circle", { r: far, ...turned });
  return mark ? draw("path", { d: `M-${far} -${far}L${far} 0 -${far} ${far}z`, ...turned }) : "";
};
const lineIcon = (style) => {
  const line = draw("line", {
    x1: 1, y1: 6, x2: style.arrow ? 30 : 39, y2: 6, stroke: style.color, "stroke-width": style.width,
    "stroke-dasharray": style.dashes ? style.dashes.join(" ") : null,
    "stroke-linecap": style.round ? "round" : null,
  });
  const arrow = style.arrow ? draw("path", { d: "M29 1.5 39 6 29 10.5z", fill: style.color }) : "";
  return draw("svg", { width: 40, height: 12, viewBox: "0 0 40 12", "aria-hidden": "true" }, line, arrow, markOf(style, style.arrow ? 15 : 20, 6, 0, 4.5));
};

// What cannot be seen, and what would turn the direction of writing, stays off the canvas.
const plain = (text) => text.replace(/[\t-\r\p{Zl}\p{Zp}]/gu, " ").replace(/[\p{Cc}\p{Cf}]/gu, "").replace(/\s+/g, " ").trim();
const LINE = 18;
const MOST_LINES = 4;
const wrapped = (text) => {
  const pieces = plain(text).split(" ").flatMap((word) => {
    const letters = Array.from(word);
    const found = [];
    for (let i = 0; i < letters.length; i += LINE) found.push(letters.slice(i, i + LINE).join(""));
    return found;
  });
  const lines = [""];
  for (const word of pieces) {
    const last = lines.at(-1);
    if (last && last.length + 1 + word.length > LINE) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1]}\u2026`] : lines;
};
