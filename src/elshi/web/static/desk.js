// Makes the pages that people work on quicker; all of them work without it.
"use strict";

{
  const OFF = "elshi-keys-off"; // the same switch as on the page of help
  const keysAreOff = () => {
    try { return localStorage.getItem(OFF) === "1"; } catch { return false; }
  };
  const switchKeys = (on) => {
    try { if (on) localStorage.removeItem(OFF); else localStorage.setItem(OFF, "1"); } catch { /* as it was */ }
  };
  const writes = (target) =>
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName)) &&
    target.type !== "checkbox";

  // A key is known by its place on the keyboard (event.code): the same on a Russian and on a Kazakh layout. What
  // a page says of a key goes before what all pages do by it.
  const press = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
    if (writes(event.target) || keysAreOff()) return;
    if (event.code === "Space" && event.target !== document.body && event.target.id !== "main") return;
    for (const one of document.querySelectorAll("[data-key]")) {
      if (one.dataset.key.split(" ").includes(event.code)) {
        event.preventDefault();
        one.click();
        return;
      }
    }
  };
  document.addEventListener("keydown", press, { capture: true });

  for (const box of document.querySelectorAll("[data-keys]")) {
    box.closest("[hidden]").hidden = false;
    box.checked = !keysAreOff();
    box.addEventListener("change", () => switchKeys(box.checked));
  }

  for (const box of document.querySelectorAll("[data-all]")) {
    box.addEventListener("change", () => {
      for (const one of box.form.querySelectorAll("[name=chosen]")) one.checked = box.checked;
    });
  }

  for (const list of document.querySelectorAll("[data-submit]")) {
    list.addEventListener("change", () => list.form.submit());
  }

  // Words selected in a report become the quote, and go along to where an entry is corrected.
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
}
