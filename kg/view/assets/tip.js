// What stands beside the pointer: what it points at, in a line or two.
"use strict";

const tip = (() => {
  const { make, name } = elements;
  const LONGEST = 120; // characters of a line
  const box = make("div", { className: "tip", hidden: true });
  let told = null;

  function lines(item) {
    if (item.kind === "node") {
      const events = model.eventsOf(item.ix).filter((ix) => model.shown().events.has(ix)).length;
      return [item.label, `${words.get(`types.${item.type}`)[0]} · ${words.count("graph.events_count", events)}`];
    }
    if (item.kind === "event") return [model.eventTitle(item.ix), statusOf(item)].filter(Boolean);
    const ends = `${item.a.label} – ${item.b.label}`;
    if (item.kind === "relation") return [ends, relationLine(item.id)];
    return [ends, words.get(`kinds.${item.kind}`)];
  }

  function statusOf({ status }) {
    return status === "actual" ? "" : words.get(`status.${status}`);
  }

  function relationLine(id) {
    const { reports, cooperation, conflict } = model.relation(id);
    return `${words.count("graph.reports_count", reports)} · ${words.fill("graph.balance", { cooperation, conflict })}`;
  }

  // item: a node or a line of the scene, or null; x, y: of the pointer in a window of that size.
  function show(item, { x, y }, { width, height }) {
    box.hidden = !item;
    if (item && item !== told) {
      box.replaceChildren(...lines(item).map((line) => make("div", {}, name(paint.shorten(line, LONGEST)))));
    }
    told = item;
    if (!item) return;
    const left = Math.min(x + 14, width - box.offsetWidth - 8);
    const top = Math.min(y + 14, height - box.offsetHeight - 8);
    box.style.transform = `translate(${left}px, ${top}px)`;
  }

  function hide() {
    box.hidden = true;
    told = null;
  }

  return Object.freeze({ box, show, hide });
})();
