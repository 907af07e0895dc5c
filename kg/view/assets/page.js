// The frame around the parts: tabs, counts, language, colours, undo, and the keys that work anywhere.
"use strict";

const page = (() => {
  const { make } = elements;
  const get = (id) => document.getElementById(id);
  const tabs = () => [...document.querySelectorAll("[role=tab]")];

  function drawTabs({ tab }) {
    for (const button of tabs()) {
      const isChosen = button.dataset.tab === tab;
      button.setAttribute("aria-selected", String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
      get(button.dataset.tab).hidden = !isChosen;
    }
    document.documentElement.dataset.tab = tab;
  }

  // Left and right move along the tabs, as in any tab list.
  function walkTabs(event) {
    const all = tabs();
    const at = all.indexOf(document.activeElement);
    const next = {
      ArrowRight: all[(at + 1) % all.length], ArrowLeft: all.at(at - 1),
      Home: all[0], End: all.at(-1),
    }[event.key];
    if (!next) return;
    event.preventDefault();
    state.set({ tab: next.dataset.tab });
    next.focus();
  }

  // How many of how many: nothing is left out in silence.
  function drawCounts() {
    const { counts } = model.shown();
    const { events, reports, articles } = counts;
    const text = words.fill("counts", {
      events: events[0], all_events: events[1], reports: reports[0], all_reports: reports[1],
      articles: articles[0], all_articles: articles[1],
    });
    // A line ends between two amounts, not within one.
    const amounts = text.split(/(?<= ·) /).map((part) => make("span", {}, part));
    get("counts").replaceChildren(...amounts.flatMap((part) => [part, " "]).slice(0, -1));
    const isEmpty = !counts.nodes[0] && ["graph", "map", "table"].includes(state.now.tab);
    get("empty").hidden = !isEmpty;
    get("empty").textContent = words.get(counts.nodes[1] ? "empty" : "nothing_read");
  }

  function drawTools() {
    get("undo").disabled = !state.canUndo();
    get("redo").disabled = !state.canRedo();
    get("language").value = state.now.lang;
    drawTheme();
  }

  function drawTheme() {
    const label = words.get(`theme.${theme.choice()}`);
    get("theme").setAttribute("aria-label", label);
    get("theme").title = label;
    get("theme").querySelector("use").setAttribute("href", `#icon-${theme.choice()}`);
  }

  function translate() {
    document.documentElement.lang = state.now.lang;
    words.apply();
    document.title = words.get("title");
  }

  function draw(now, before) {
    if (!before || now.lang !== before.lang) translate();
    if (!before || now.tab !== before.tab) drawTabs(now);
    drawCounts();
    drawTools();
  }

  function isTyping({ target }) {
    return target.closest("input:not([type=checkbox], [type=range]), textarea, select") !== null;
  }

  function keyDown(event) {
    if (event.key === "Escape") escape(event);
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !isTyping(event)) {
      event.preventDefault();
      if (event.shiftKey) state.redo();
      else state.undo();
    } else if (event.key === "/" && !isTyping(event)) {
      event.preventDefault();
      search.focus();
    }
  }

  function escape(event) {
    if (event.defaultPrevented) return;
    if (filters.isOpen()) filters.close();
    else if (state.now.chosen) state.set({ chosen: null });
  }

  function start() {
    get("language").append(...words.languages().map((lang) => (
      make("option", { value: lang, lang, textContent: model.all.strings[lang].name })
    )));
    get("language").addEventListener("change", ({ target }) => state.set({ lang: target.value }));
    get("theme").addEventListener("click", () => { theme.turn(); drawTheme(); });
    get("undo").addEventListener("click", state.undo);
    get("redo").addEventListener("click", state.redo);
    get("open-filters").addEventListener("click", filters.toggle);
    for (const button of tabs()) {
      button.addEventListener("click", () => state.set({ tab: button.dataset.tab }));
      button.addEventListener("keydown", walkTabs);
    }
    document.addEventListener("keydown", keyDown);
    state.on(draw);
    draw(state.now);
  }

  return Object.freeze({ start });
})();
