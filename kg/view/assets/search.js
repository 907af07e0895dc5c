// Finding names, events and sentences: the list under the search field.
"use strict";

const search = (() => {
  const { make, button } = elements;
  const PAGE = 12; // of each kind before "more"
  const PAUSE = 120; // milliseconds after the last letter: a large graph takes a while to search
  const input = document.getElementById("search");
  const list = document.getElementById("results");
  let waiting = null;
  let pages = {};

  function draw(now, before) {
    if (before && now.q === before.q && now.lang === before.lang && sameShown(now, before)) return;
    if (!before || now.q !== before.q) pages = {};
    if (document.activeElement !== input) input.value = now.q;
    list.hidden = !now.q.trim() || now.chosen !== null;
    if (!list.hidden) drawResults(now.q);
  }

  function sameShown(now, before) {
    return now.off === before.off && now.from === before.from && now.to === before.to
      && now.actor === before.actor && now.score === before.score
      && now.datedOnly === before.datedOnly && now.chosen === before.chosen;
  }

  function drawResults(query) {
    const found = model.search(query);
    const { nodes, events, reports } = model.shown();
    const blocks = [
      block("nodes", "types.found", found.nodes, (ix) => evidence.nodeButton(ix, { isOff: !nodes.has(ix) })),
      block("events", "types.event", found.events, (ix) => evidence.eventButton(ix, { isOff: !events.has(ix) })),
      block("reports", "types.report", found.reports, (ix) => evidence.reportButton(ix, { isOff: !reports.has(ix) })),
    ].filter(Boolean);
    list.replaceChildren(...(blocks.length ? blocks : [make("p", { className: "quiet", textContent: words.get("search.nothing") })]));
  }

  function block(kind, title, found, item) {
    if (!found.length) return null;
    const upTo = PAGE * (pages[kind] ?? 1);
    const rest = found.length - upTo;
    const amount = make("span", { className: "amount", textContent: words.number(found.length) });
    return make("section", {},
      make("h2", { className: "heading" }, words.get(title)[1], amount),
      make("ul", { className: "list" }, found.slice(0, upTo).map((ix) => make("li", {}, item(ix)))),
      rest > 0 && button("more", () => {
        pages = { ...pages, [kind]: (pages[kind] ?? 1) + 1 };
        drawResults(state.now.q);
      }, words.fill("more", { n: Math.min(rest, PAGE) }), ` (${words.fill("showing", { n: upTo, m: found.length })})`));
  }

  function typed() {
    clearTimeout(waiting);
    waiting = setTimeout(take, PAUSE);
  }

  function take() {
    clearTimeout(waiting);
    state.set({ q: input.value, chosen: null }, { merge: "search" });
  }

  // Up and down move through the results, as they do in any list; Enter takes the first.
  function walk(event) {
    const items = [...list.querySelectorAll("button")];
    const at = items.indexOf(document.activeElement);
    if (event.key === "Enter" && document.activeElement === input) {
      take();
      list.querySelector("button")?.click();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const next = items[at + step] ?? (step < 0 ? input : null);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  function focus() {
    input.focus();
    input.select();
  }

  function start() {
    input.addEventListener("input", typed);
    document.getElementById("panel").addEventListener("keydown", walk);
    state.on(draw);
    draw(state.now);
  }

  return Object.freeze({ start, focus });
})();
