// Over the corners of the graph: what is drawn and how much of it, the zoom, and the signs.
"use strict";

const toolbar = (() => {
  const { make, svg, shape, button } = elements;
  const bar = make("div", { className: "graph-tools" });
  const zooms = make("div", { className: "zoom" });
  const signs = make("div", { className: "legend" });

  function drawTools(now, { actors, events }) {
    const level = (value) => {
      const element = button("", () => state.set({ level: value }), words.get(`graph.${value}`));
      element.setAttribute("aria-pressed", String(now.level === value));
      return element;
    };
    const switches = make("div", { className: "switch" }, level("actors"), level("events"));
    switches.setAttribute("role", "group");
    switches.setAttribute("aria-label", words.get("graph.level"));
    const shown = [["shown_actors", actors], ["shown_events", events]];
    // Among actors there are events only where the reader has opened a relation.
    if (now.level === "actors" && !events[0]) shown.pop();
    const text = shown.map(([key, [n, m]]) => words.fill(`graph.${key}`, { n, m })).join(" · ");
    bar.replaceChildren(
      switches, make("span", { className: "drawn", role: "status", textContent: text }), ...choices(now, { actors, events }),
    );
  }

  // Ways to more, and back.
  function choices(now, { actors, events }) {
    const [n, m] = now.level === "events" ? events : actors;
    const found = [];
    if (!now.focus && n < m && now.limit < m) {
      found.push(button("link", () => state.set({ limit: now.limit * 2 }), words.get("graph.more")));
    }
    if (now.limit > state.initial.limit) {
      found.push(button("link", () => state.set({ limit: state.initial.limit }), words.get("graph.fewer")));
    }
    if (now.focus || now.expanded.length) {
      found.push(button("link", () => state.set({ focus: null, expanded: [] }), words.get("graph.whole")));
    }
    if (now.hidden.length) {
      found.push(button("link", () => state.set({ hidden: [] }), words.fill("graph.unhide", { n: now.hidden.length })));
    }
    if (now.lit.length) {
      found.push(button("link", () => state.set({ lit: [] }), words.fill("graph.unlight", { n: now.lit.length })));
    }
    return found;
  }

  function drawZooms({ zoom, fit }) {
    const all = [
      ["zoom_in", "+", () => zoom(1.3)], ["zoom_out", "−", () => zoom(1 / 1.3)], ["fit", "⤢", () => fit()],
    ];
    zooms.replaceChildren(...all.map(([key, sign, act]) => {
      const element = button("", act, sign);
      element.setAttribute("aria-label", words.get(`graph.${key}`));
      element.title = words.get(`graph.${key}`);
      return element;
    }));
  }

  function drawSigns() {
    const types = ["state", "person", "organisation", "group", "place"]
      .filter((type) => model.all.nodes.some((node) => node.type === type));
    const lines = ["cooperation", "conflict", "mixed", "office", "unsure"];
    signs.replaceChildren(
      ...types.map((type) => make("span", {}, shape(type), words.get(`types.${type}`)[1])),
      ...lines.map((kind) => make("span", {}, lineSign(kind), words.get(`graph.${kind}`))),
    );
  }

  function lineSign(kind) {
    const sign = { conflict: "M13 1l6 6M19 1l-6 6", mixed: "M16 0v8" }[kind];
    return svg("svg", { class: `line line-${kind}`, viewBox: "0 0 32 8", "aria-hidden": "true" },
      svg("path", { d: "M1 4h30", class: "run" }), sign && svg("path", { d: sign }));
  }

  // counts: of the scene. acts: zoom(factor) and fit().
  function draw(now, counts, acts) {
    drawTools(now, counts);
    drawZooms(acts);
    drawSigns();
  }

  return Object.freeze({ parts: [bar, zooms, signs], draw });
})();
