// Single keys for those who want them. Nothing here is needed: every page works without it.
"use strict";

const OFF = "elshi-keys-off";

function readOff() {
  try { return localStorage.getItem(OFF) === "1"; } catch { return false; }
}

function writeOff(off) {
  try { if (off) localStorage.setItem(OFF, "1"); else localStorage.removeItem(OFF); } catch { /* as it was */ }
}

function listRows() {
  return [...document.querySelectorAll("main .list .main, main .hits h2 a, main .line li li a")];
}

function step(by) {
  const rows = listRows();
  const at = rows.indexOf(document.activeElement);
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + by))];
  if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
}

function goTo(selector) {
  const found = document.querySelector(selector);
  if (found) location.assign(found.href);
}

// By the place of a key and not its letter: the same on Kazakh, Russian and English keyboards.
const KEYS = {
  Slash: () => document.getElementById("find").focus(),
  KeyJ: () => step(1),
  KeyK: () => step(-1),
  KeyT: () => goTo(".brand"),
  KeyE: () => goTo(".menu a[data-page=engagements]"),
  KeyH: () => goTo(".menu a[data-page=help]"),
};

document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  if (readOff() || writing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const work = KEYS[event.code];
  if (work) { event.preventDefault(); work(); }
});

const keysOn = document.getElementById("keys-on");
if (keysOn) {
  keysOn.closest("[hidden]").hidden = false;
  keysOn.checked = !readOff();
  keysOn.addEventListener("change", () => writeOff(!keysOn.checked));
}
