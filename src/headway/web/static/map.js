// The map closer: a chosen skill is told beside the drawing and its lines are lit; arrows walk, typing finds.
// Without this file every skill is a link to its page.
"use strict";

const canvas = document.getElementById("canvas");
const drawing = canvas.querySelector("svg");
const about = document.getElementById("about");
const said = document.getElementById("map-said");
const boxes = new Map([...drawing.querySelectorAll("a[data-id]")].map((box) => [box.dataset.id, box]));
const needs = new Map(), opens = new Map();
for (const part of document.getElementById("rows").dataset.needs.trim().split(" ")) {
  const [id, list] = part.split(":");
  needs.set(id, list ? list.split(",") : []);
  for (const need of needs.get(id)) opens.set(need, [...(opens.get(need) || []), id]);
}
let chosen = null;

function frame(id) {
  const rect = boxes.get(id).querySelector("rect").getBBox();
  return { left: rect.x, right: rect.x + rect.width, y: rect.y + rect.height / 2 };
}

function line(from, to, many) {
  const a = frame(from), b = frame(to), bend = Math.max(Math.abs(b.left - a.right) / 2, 20);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("class", many ? "edge lit many" : "edge lit");
  path.setAttribute("d", `M${a.right} ${a.y}C${a.right + bend} ${a.y} ${b.left - bend} ${b.y} ${b.left} ${b.y}`);
  return path;
}

// The lines of one skill, before all others; everything that is not joined to it steps back.
function light(id) {
  drawing.querySelector("g.lights")?.remove();
  for (const box of drawing.querySelectorAll(".near")) box.classList.remove("near");
  drawing.classList.toggle("lighted", id !== null);
  if (id === null) return;
  const before = (needs.get(id) || []).filter((each) => boxes.has(each)), after = (opens.get(id) || []).filter((each) => boxes.has(each));
  const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
  group.setAttribute("class", "lights");
  const many = before.length + after.length > 24;
  group.append(...before.map((each) => line(each, id)), ...after.map((each) => line(id, each, many)));
  drawing.insertBefore(group, boxes.values().next().value);
  for (const each of [id, ...before, ...after]) boxes.get(each).classList.add("near");
}

function choose(id) {
  for (const box of drawing.querySelectorAll("[aria-current]")) box.removeAttribute("aria-current");
  chosen = id;
  light(id);
  if (id === null) { about.hidden = true; about.replaceChildren(); return; }
  boxes.get(id).setAttribute("aria-current", "true");
  tell(id);
}

// The skill's own page, put beside the drawing.
async function tell(id) {
  const address = boxes.get(id).getAttribute("href");
  let page;
  try {
    const answer = await fetch(address, { credentials: "same-origin" });
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch { location.assign(address); return; }
  if (chosen !== id) return;
  const close = document.createElement("button");
  close.type = "button"; close.className = "quiet small"; close.textContent = "Close";
  close.addEventListener("click", () => leave(id));
  const whole = document.createElement("a");
  whole.href = address; whole.className = "button quiet small"; whole.textContent = "Its page";
  const row = document.createElement("p");
  row.className = "row"; row.append(close, whole);
  const content = [...page.querySelector("main").children].map((child) => document.importNode(child, true));
  about.replaceChildren(row, ...content);
  for (const title of about.querySelectorAll("h1")) {
    const lower = document.createElement("h2");
    lower.textContent = title.textContent;
    title.replaceWith(lower);
  }
  about.hidden = false;
  about.scrollTop = 0;
  said.textContent = `${about.querySelector("h2").textContent}: told beside the map.`;
  about.focus({ preventScroll: matchMedia("(min-width: 60rem)").matches });
}

function leave(id) {
  choose(null);
  boxes.get(id)?.focus();
}

drawing.addEventListener("click", (event) => {
  const box = event.target.closest("a[data-id]");
  if (!box || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  choose(box.dataset.id);
});
drawing.addEventListener("mouseover", (event) => {
  const box = event.target.closest("a[data-id]");
  if (chosen === null && box) light(box.dataset.id);
});
drawing.addEventListener("mouseleave", () => { if (chosen === null) light(null); });

// One stop for the tabulator, arrows inside: the nearest box in that direction.
const ahead = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
function middle(box) {
  const rect = box.querySelector("rect").getBBox();
  return [rect.x + rect.width / 2, rect.y + rect.height / 2];
}
function neighbour(box, [dx, dy]) {
  const [x, y] = middle(box);
  let best = null, least = Infinity;
  for (const other of boxes.values()) {
    const [ox, oy] = middle(other), along = (ox - x) * dx + (oy - y) * dy, aside = Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx);
    if (other === box || along <= 1 || other.classList.contains("off")) continue;
    if (along + 3 * aside < least) { best = other; least = along + 3 * aside; }
  }
  return best;
}
function onlyStop(box) {
  for (const each of boxes.values()) each.setAttribute("tabindex", "-1");
  box?.setAttribute("tabindex", "0");
}
onlyStop(drawing.querySelector("a[data-id]"));
drawing.addEventListener("focusin", (event) => {
  const box = event.target.closest("a[data-id]");
  if (!box) return;
  onlyStop(box);
  if (chosen === null) light(box.dataset.id);
});
drawing.addEventListener("focusout", () => { if (chosen === null) light(null); });
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && chosen !== null) { leave(chosen); return; }
  const box = document.activeElement?.closest?.("#canvas a[data-id]");
  if (!box || !ahead[event.key]) return;
  const next = neighbour(box, ahead[event.key]);
  if (next) { event.preventDefault(); next.focus(); next.scrollIntoView({ block: "nearest", inline: "nearest" }); }
});

// Larger and smaller; from far away the names of skills give way to those of areas.
const width = drawing.width.baseVal.value, height = drawing.height.baseVal.value;
let scale = 1;
function zoom(to) {
  const x = (canvas.scrollLeft + canvas.clientWidth / 2) / scale, y = (canvas.scrollTop + canvas.clientHeight / 2) / scale;
  scale = Math.min(3, Math.max(0.1, to));
  drawing.setAttribute("width", width * scale);
  drawing.setAttribute("height", height * scale);
  drawing.classList.toggle("far", scale < 0.5);
  canvas.scrollLeft = x * scale - canvas.clientWidth / 2;
  canvas.scrollTop = y * scale - canvas.clientHeight / 2;
}
const tools = document.getElementById("map-tools");
tools.hidden = false;
tools.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button) zoom(button.value === "fit" ? (canvas.clientWidth - 2) / width : scale * Number(button.value));
});
canvas.addEventListener("wheel", (event) => {
  if (!event.ctrlKey) return;
  event.preventDefault();
  zoom(scale * (event.deltaY < 0 ? 1.15 : 0.87));
}, { passive: false });
if (drawing.querySelector(".heading") && width > 2.5 * canvas.clientWidth) zoom(Math.max(0.3, (canvas.clientWidth - 2) / width));

// A box into the middle of the drawing; the page itself stays where it is, so that one can go on typing.
function reveal(box) {
  if (!box) return;
  const at = box.getBoundingClientRect(), frame = canvas.getBoundingClientRect();
  canvas.scrollLeft += at.left + at.width / 2 - frame.left - frame.width / 2;
  canvas.scrollTop += at.top + at.height / 2 - frame.top - frame.height / 2;
}

// Only the plan's skills; what is typed stands out, and Enter goes there.
const route = document.getElementById("only-route"), find = document.querySelector("[data-finds]");
function show() {
  const word = find.value.trim().toLowerCase();
  let first = null;
  const hits = [];
  for (const box of boxes.values()) {
    const hit = word !== "" && box.querySelector("title").textContent.split(":")[0].toLowerCase().includes(word);
    box.classList.toggle("found", hit);
    box.classList.toggle("off", Boolean(route?.checked) && !box.querySelector(".on-route"));
    if (hit) { hits.push(box.querySelector("title").textContent.split(":")[0]); first ??= box; }
  }
  drawing.classList.toggle("finding-one", hits.length > 0);
  drawing.classList.toggle("routed", Boolean(route?.checked));
  const names = hits.slice(0, 6).join(", ") + (hits.length > 6 ? " and more" : "");
  said.textContent = word === "" ? "" : hits.length ? `${hits.length} on this map: ${names}.` : "None on this map: Show looks among all skills.";
  return first;
}
route?.addEventListener("change", show);
find.addEventListener("input", () => reveal(show()));
find.form.addEventListener("submit", (event) => {
  const exact = [...boxes.values()].find((box) => box.querySelector("title").textContent.split(": level")[0].toLowerCase() === find.value.trim().toLowerCase());
  if (!exact || find.form.elements.area.value !== find.form.elements.area.querySelector("[selected]")?.value && find.form.elements.area.value !== "") return;
  event.preventDefault();
  if (scale < 0.5) zoom(1);
  reveal(exact);
  choose(exact.dataset.id);
});
