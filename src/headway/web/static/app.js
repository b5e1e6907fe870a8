// Small conveniences. Every page works without this file.
"use strict";

// The number beside a slider.
function showSlider(slider) {
  const shown = document.querySelector(`output[for="${slider.id}"]`);
  if (shown) shown.value = `${slider.value} ${slider.dataset.unit || ""}`;
}

// Controls marked data-live ask again while they are moved, and put the new answer in the old one's place.
function follow(form) {
  let timer = 0, asked = null;
  const target = document.getElementById(form.dataset.live);
  const status = document.getElementById("live-status");
  async function ask() {
    if (!form.reportValidity()) return;
    if (asked) asked.abort();
    asked = new AbortController();
    const address = form.action.split("?")[0] + "?" + new URLSearchParams(new FormData(form));
    target.classList.add("busy");
    target.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address + "&quick=yes", { signal: asked.signal, credentials: "same-origin" });
      if (new URL(answer.url).pathname.startsWith("/tasks/")) { location.assign(answer.url); return; } // it takes long
      if (answer.status === 429) { timer = setTimeout(ask, 500); return; } // another window moved on meanwhile
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(target.id) || page.querySelector("[role=alert]");
      if (fresh) target.replaceChildren(...(fresh.id === target.id ? fresh.childNodes : [fresh]));
      const title = page.querySelector("h1");
      if (title && fresh && fresh.id === target.id) document.querySelector("h1").textContent = title.textContent;
      history.replaceState(null, "", address);
      if (status) status.textContent = "The plan below is new.";
    } catch (error) {
      if (error.name === "AbortError") return;
      if (status) status.textContent = "Headway does not answer. Is it still running?";
    }
    target.classList.remove("busy");
    target.removeAttribute("aria-busy");
  }
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 200); });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); ask(); });
}

// A slider that moves the field above it: a number, or a date so many weeks after data-from. At its end: no limit.
function moves(slider) {
  const field = document.getElementById(slider.dataset.moves), from = slider.dataset.from, week = 7 * 864e5;
  const toSlider = () => {
    const told = from ? (Date.parse(field.value) - Date.parse(from)) / week : Number(field.value);
    slider.value = field.value === "" ? slider.max : Math.min(told, slider.max);
    slider.setAttribute("aria-valuetext", field.value || "no limit");
  };
  slider.hidden = false;
  toSlider();
  field.addEventListener("input", toSlider);
  slider.addEventListener("input", () => {
    const most = slider.value === slider.max;
    field.value = most ? "" : from ? new Date(Date.parse(from) + slider.value * week).toISOString().slice(0, 10) : slider.value;
    slider.setAttribute("aria-valuetext", field.value || "no limit");
  });
}

// A file dropped on the box is put into its field.
function takeDrops(box) {
  const field = box.querySelector("input[type=file]");
  for (const kind of ["dragover", "dragenter"]) box.addEventListener(kind, (e) => { e.preventDefault(); box.classList.add("over"); });
  for (const kind of ["dragleave", "drop"]) box.addEventListener(kind, () => box.classList.remove("over"));
  box.addEventListener("drop", (e) => { e.preventDefault(); field.files = e.dataTransfer.files; field.dispatchEvent(new Event("change")); });
}

// A file that is too large is said before it is sent.
function weigh(field) {
  field.addEventListener("change", () => {
    const size = field.files.length ? field.files[0].size / 2 ** 20 : 0;
    field.setCustomValidity(size > Number(field.dataset.most) ? `This file has ${size.toFixed(0)} MB; at most ${field.dataset.most} MB can be read.` : "");
    field.reportValidity();
  });
}

// A list that narrows while one types: rows, or the choices of a select (which some browsers show though hidden).
function narrow(field) {
  const list = document.getElementById(field.dataset.narrows), rows = [...list.children];
  const told = document.getElementById(field.id + "-found"), first = list.value;
  const look = () => {
    const word = field.value.trim().toLowerCase();
    const fits = (row) => `${row.textContent} ${row.dataset.words || ""}`.toLowerCase().includes(word);
    const found = rows.filter((row) => word === "" || fits(row));
    if (list.options) {
      const kept = list.value || first;
      list.replaceChildren(...found);
      if (word === "") list.value = kept;
      const begins = found.findIndex((row) => row.textContent.toLowerCase().startsWith(word));
      if (word !== "") list.selectedIndex = Math.max(0, begins);
    } else for (const row of rows) row.hidden = !found.includes(row);
    told.textContent = word === "" ? "" : found.length ? `${found.length} of ${rows.length}` : "Nothing here has this name.";
  };
  field.addEventListener("input", look);
  field.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  field.parentElement.hidden = false;
  if (field.value) look();
}

// Larger and smaller, for a drawing in a scrolling box.
function zoom(buttons) {
  const drawing = document.querySelector(`#${buttons.dataset.zooms} svg`);
  if (!drawing) return;
  const width = drawing.width.baseVal.value, height = drawing.height.baseVal.value;
  let scale = 1;
  buttons.hidden = false;
  buttons.addEventListener("click", (event) => {
    const step = event.target.closest("button");
    if (!step) return;
    scale = step.value === "fit" ? drawing.parentElement.clientWidth / width : Math.min(3, Math.max(0.2, scale * Number(step.value)));
    drawing.setAttribute("width", width * scale);
    drawing.setAttribute("height", height * scale);
  });
}

// Long work says so once a form is sent.
function waitWith(form) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button[type=submit], button:not([type])");
    if (button) { button.textContent = form.dataset.wait; button.setAttribute("aria-disabled", "true"); }
  });
}

// Long work: look again every second until it is over, then show what came of it.
function watch(box) {
  async function look() {
    try {
      const answer = await fetch(box.dataset.follows, { credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(box.id);
      if (!fresh || !fresh.dataset.follows) return location.reload();
      box.replaceChildren(...fresh.childNodes);
    } catch { /* the next look may get through */ }
    setTimeout(look, 1000);
  }
  setTimeout(look, 700);
}

// On a phone the plan comes first: the controls beside it on a desk are folded above it, one press away.
const desk = matchMedia("(min-width: 56rem)");
function fold(box) {
  box.open = desk.matches;
  desk.addEventListener("change", () => { box.open = desk.matches; });
}

document.querySelectorAll("details.folds").forEach(fold);
for (const slider of document.querySelectorAll("input[type=range]")) {
  showSlider(slider);
  slider.addEventListener("input", () => showSlider(slider));
}
document.querySelectorAll("[data-moves]").forEach(moves);
document.querySelectorAll("form[data-live]").forEach(follow);
document.querySelectorAll("input[data-most]").forEach(weigh);
document.querySelectorAll(".drop").forEach(takeDrops);
document.querySelectorAll("input[data-narrows]").forEach(narrow);
document.querySelectorAll("[data-zooms]").forEach(zoom);
document.querySelectorAll("form[data-wait]").forEach(waitWith);
document.querySelectorAll("[data-follows]").forEach(watch);

// Back from a refusal as the browser's own button goes, so that what was typed is still there.
for (const link of document.querySelectorAll("a[data-back]")) {
  link.addEventListener("click", (event) => { if (history.length > 1) { event.preventDefault(); history.back(); } });
}
