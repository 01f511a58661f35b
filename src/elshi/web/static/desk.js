// Makes the pages that people work on quicker; all of them work without it.
"use strict";

const KEYS = "elshi.keys";
const writes = (target) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName)) &&
  target.type !== "checkbox";
const keysAreOn = () => localStorage.getItem(KEYS) !== "off";

// A key is known by its place on the keyboard (event.code): the same on a Russian and on a Kazakh layout.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
  if (writes(event.target) || !keysAreOn()) return;
  if (event.code === "Space" && event.target !== document.body && event.target.id !== "main") return;
  for (const one of document.querySelectorAll("[data-key]")) {
    if (one.dataset.key.split(" ").includes(event.code)) {
      event.preventDefault();
      one.click();
      return;
    }
  }
});

for (const box of document.querySelectorAll("[data-keys]")) {
  box.closest("[hidden]").hidden = false;
  box.checked = keysAreOn();
  box.addEventListener("change", () => localStorage.setItem(KEYS, box.checked ? "on" : "off"));
}

for (const box of document.querySelectorAll("[data-all]")) {
  box.addEventListener("change", () => {
    for (const one of box.form.querySelectorAll("[name=chosen]")) one.checked = box.checked;
  });
}

for (const list of document.querySelectorAll("[data-submit]")) {
  list.addEventListener("change", () => list.form.submit());
}

// Words selected in a report become the quote; of a selection over several paragraphs the first counts.
const takeQuote = () => {
  const selected = document.getSelection();
  if (!selected || selected.isCollapsed) return;
  const start = selected.getRangeAt(0).startContainer.parentElement;
  const report = start && start.closest("[data-report]");
  const words = selected.toString().trim();
  if (!report || !words) return;
  for (const box of document.querySelectorAll("[data-quote]")) box.value = words;
  for (const list of document.querySelectorAll("[data-report-of]")) list.value = report.dataset.report;
  for (const one of document.querySelectorAll("[data-correct]")) {
    const address = new URL(one.href);
    address.searchParams.set("quote", words);
    address.searchParams.set("report", report.dataset.report);
    one.href = address.pathname + address.search;
  }
};
document.addEventListener("mouseup", takeQuote);
document.addEventListener("keyup", (event) => event.shiftKey && takeQuote());
