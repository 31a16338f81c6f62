// Everything is known; open the page. Should that fail, the tables stay, as without a script.
window.addEventListener("error", () => { if (root.dataset.ready === "0") root.classList.remove("js"); });
root.classList.add("js");
readAddress();
applyPresent();
if (language !== data.language) translate();
place();
refresh();
start();

$("level").addEventListener("change", ({ target }) => {
  if (state.chosen?.finding !== undefined) state.chosen = null; // it speaks of its own level
  state.level = target.value;
  refresh();
});
$("dossier").addEventListener("change", ({ target }) => { state.dossier = target.value; refresh(); });
$("search").addEventListener("input", ({ target }) => { hits = search(target.value); hitAt = 0; renderHits(); });
$("search").addEventListener("keydown", searchKey);
$("map").addEventListener("keydown", mapKey);
document.addEventListener("keydown", pageKey);
$("step-back").addEventListener("click", () => step(-1));
$("step-on").addEventListener("click", () => step(1));
$("zoom-in").addEventListener("click", () => zoom(1.25));
$("zoom-out").addEventListener("click", () => zoom(0.8));
$("zoom-fit").addEventListener("click", () => frame(true));
$("do-tables").addEventListener("click", () => openSheet("tables"));
$("do-about").addEventListener("click", () => openSheet("about"));
$("do-present").addEventListener("click", present);
$("do-print").addEventListener("click", () => window.print());
$("do-language").addEventListener("click", turnLanguage);
data.tables.forEach(offerMore);
window.addEventListener("beforeprint", buildPaper);
window.addEventListener("hashchange", () => {
  if (location.hash === written) return;
  readAddress();
  applyPresent();
  translate();
  refresh();
  reframe();
});
// The map gets another size when the window does, or when the line above it takes more room.
let waiting = 0;
let boxed = String(mapBox());
new ResizeObserver(() => {
  if (boxed === String(mapBox()) || !mapBox()[0]) return;
  boxed = String(mapBox());
  clearTimeout(waiting);
  waiting = setTimeout(reframe, 80);
}).observe($("map"));
// Ready means drawn: the first picture is there after the frame in which it was asked for.
network.once("afterDrawing", () => { root.dataset.ready = "1"; });
network.redraw();
