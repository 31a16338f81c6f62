// Taking it along: on paper, as a picture of what is on the screen, or a table for a spreadsheet.
const saveFile = (text, type, name) => {
  const link = make("a", { href: URL.createObjectURL(text instanceof Blob ? text : new Blob([text], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  $("spoken").textContent = say("file_saved", { name });
};
// A name that every file system takes.
const fileName = (what, ending) => {
  const title = bare(document.title).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);
  return `${title || "netdeps"}-${what}.${ending}`;
};

const widthOnPaper = (text, size) => {
  const ctx = document.createElement("canvas").getContext("2d");
  ctx.font = `${size}px Arial, sans-serif`;
  return ctx.measureText(text).width;
};
const brokenTo = (text, size, wide) => {
  const found = [""];
  for (const word of plain(text).split(" ")) {
    const longer = `${found.at(-1)} ${word}`.trim();
    if (found.at(-1) && widthOnPaper(longer, size) > wide) found.push(word); else found[found.length - 1] = longer;
  }
  return found;
};
// The legend in rows under the map; its signs are those of the page.
const legendOnPaper = (wide, top) => {
  const parts = [];
  let [x, y] = [20, top];
  for (const entry of paperEntries()) {
    const [icon, text] = [entry.querySelector("svg"), entry.textContent];
    const [iconWide, iconHigh] = ["width", "height"].map((side) => Number(icon.getAttribute(side)));
    const need = iconWide + 8 + widthOnPaper(text, 13) + 24;
    if (x > 20 && x + need > wide - 20) [x, y] = [20, y + 24];
    icon.setAttribute("x", x);
    icon.setAttribute("y", y - iconHigh / 2);
    parts.push(icon, paperText(text, x + iconWide + 8, y + 5, 13));
    x += need;
  }
  return { parts, bottom: y + 20 };
};
// What is on the screen as one drawing with its title, finding, legend, and for whom it is.
const pictureFile = () => {
  const [wide, high] = paperSize();
  const [main, more] = headline();
  const words = [
    [`${plain(document.title)} \u00b7 ${subtitle()}`, 13, { fill: "#56616f" }],
    ...brokenTo(main, 22.5, wide - 40).map((line) => [line, 20, { "font-weight": 650 }]),
    ...(more ? brokenTo(more, 14, wide - 40).map((line) => [line, 14, { fill: "#56616f" }]) : []),
  ];
  let y = 10;
  const lines = words.map(([text, size, looks]) => { y += size * 1.3; return paperText(text, 20, y, size, looks); });
  const map = paperMap();
  for (const [name, value] of Object.entries({ x: 0, y: y + 8, width: wide, height: high })) map.setAttribute(name, value);
  const { parts, bottom } = legendOnPaper(wide, y + high + 24);
  const ground = draw("rect", { width: wide, height: bottom, fill: "#fff" });
  return draw("svg", { viewBox: `0 0 ${wide} ${bottom}`, width: wide, height: bottom, lang: language }, draw("title", {}, document.title), ground, ...lines, map, ...parts);
};
const svgText = () => new XMLSerializer().serializeToString(pictureFile());
const SHARP = 2.5;
const savePng = () => {
  const text = svgText();
  const image = new Image();
  image.onload = () => {
    const canvas = make("canvas", { width: Math.round(image.width * SHARP), height: Math.round(image.height * SHARP) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => saveFile(blob, "image/png", fileName(state.view, "png")), "image/png");
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
};

// A table as a spreadsheet in Dutch or English reads it. No cell is taken for a formula.
const csvCell = (value, type) => {
  if (isNumber(value) && type === "number") return new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 10 }).format(value);
  const text = cellText(value, type);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
const csvOf = ({ columns, rows }) => {
  const seen = columns.map(([name, type], at) => ({ name, type, at })).filter(({ type }) => type !== "hidden");
  const lines = [seen.map(({ name }) => csvCell(say(`column.${name}`), "text")), ...rows.map((row) => seen.map(({ type, at }) => csvCell(row[at], type)))];
  return `\ufeff${lines.map((line) => line.join(";")).join("\r\n")}\r\n`;
};
const saveCsv = (table) => saveFile(csvOf(table), "text/csv;charset=utf-8", fileName(table.name, "csv"));

const renderOut = () => {
  const set = (name) => (value) => { paper[name] = value; };
  const button = (word, act) => make("button", { type: "button", onclick: act }, word);
  // In a notebook the page stands in a frame that may not print.
  const printing = window.parent !== window ? [] : [
    make("h3", {}, say("out_paper")),
    choice("sheet", "out_sheet", Object.keys(SHEETS).map((one) => [one, one.toUpperCase()]), paper.sheet, set("sheet")),
    choice("with-tables", "out_tables", ["with", "without"].map((one) => [one, say(`out_${one}`)]), paper.tables, set("tables")),
    make("p", {}, button(say("print"), () => window.print())),
  ];
  replace($("out-choices"), ...printing,
    make("h3", {}, say("out_picture")),
    make("p", { class: "hint" }, say("out_picture_note")),
    make("p", { class: "row" }, button("SVG", () => saveFile(svgText(), "image/svg+xml", fileName(state.view, "svg"))), " ", button("PNG", savePng)),
    make("h3", {}, say("out_table")),
    make("p", { class: "hint" }, say("out_table_note")),
    make("p", { class: "row" }, ...data.tables.filter(({ rows }) => rows.length).flatMap((table) => [button(say(`table.${table.name}`), () => saveCsv(table)), " "])));
};
