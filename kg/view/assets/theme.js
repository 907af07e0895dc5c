// Light or dark, before anything is drawn: as the system has it until the reader chooses; light on paper.
"use strict";

const theme = (() => {
  const CHOICES = ["auto", "light", "dark"];
  const system = matchMedia("(prefers-color-scheme: dark)");
  const paper = matchMedia("print");
  const listeners = [];
  let chosen = "auto";

  function isDark() {
    return !paper.matches && (chosen === "auto" ? system.matches : chosen === "dark");
  }

  function apply() {
    document.documentElement.dataset.theme = isDark() ? "dark" : "light";
    for (const listener of listeners) listener();
  }

  // To the next of the three, around; its name.
  function turn() {
    chosen = CHOICES[(CHOICES.indexOf(chosen) + 1) % CHOICES.length];
    apply();
    return chosen;
  }

  // listener(): the colours of the page have changed; a canvas reads them anew.
  function on(listener) {
    listeners.push(listener);
  }

  system.addEventListener("change", apply);
  paper.addEventListener("change", apply);
  apply();
  return Object.freeze({ turn, on, isDark, choice: () => chosen });
})();
