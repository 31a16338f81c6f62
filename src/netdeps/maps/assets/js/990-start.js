// Everything is known; open the page. Should that fail, the tables stay, as without a script.
window.addEventListener("error", () => { if (root.dataset.ready === "0") root.classList.remove("js"); });
root.classList.add("js");
addByHand();
readAll();
applyPresent();
if (language !== data.language) translate();
// What stands behind the scripts is read later.
document.addEventListener("DOMContentLoaded", () => { if (language !== data.language) translate(); });
sayWhatToSearch();
refresh();
start();
network.on("afterDrawing", paintSigns);

$("search").addEventListener("input", ({ target }) => { hits = search(target.value); hitAt = 0; renderHits(); });
$("search").addEventListener("keydown", searchKey);
$("map").addEventListener("keydown", mapKey);
document.addEventListener("keydown", pageKey);
$("step-back").addEventListener("click", () => step(-1));
$("step-on").addEventListener("click", () => step(1));
$("undo").addEventListener("click", undo);
$("redo").addEventListener("click", redo);
$("do-take").addEventListener("click", takeHome);
$("do-mark").addEventListener("click", toggleMarking);
$("zoom-in").addEventListener("click", () => zoom(1.25));
$("zoom-out").addEventListener("click", () => zoom(0.8));
$("zoom-fit").addEventListener("click", () => frame(true));
$("do-tables").addEventListener("click", () => openSheet("tables"));
$("do-about").addEventListener("click", () => openSheet("about"));
$("do-present").addEventListener("click", present);
$("do-out").addEventListener("click", () => openSheet("out"));
$("do-language").addEventListener("click", turnLanguage);
window.addEventListener("beforeprint", buildPaper);
window.addEventListener("hashchange", () => {
  if (location.hash === written) return;
  readAll();
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
