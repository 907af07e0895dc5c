// The world map: states coloured by what is told of them, lines between them, dots where it was.
"use strict";

const map = (() => {
  const { make, svg, name, button } = elements;
  const LEVELS = 5;
  const LINES = 40; // drawn before the reader asks for more
  const NAMES = 30;
  const DOT = 5; // radius in pixels of a state too small to be seen
  const LETTER = 6.6; // pixels that one takes, about
  const LINE = 14; // pixels of a line of text
  const NARROW = 480; // pixels, where all the world at once is too small to read
  const SIGNS = { conflict: "M-4-4 4 4M4-4-4 4", mixed: "M0-5V5" };
  const section = document.getElementById("map");
  const layers = {};
  const outlines = new Map(); // code to what is coloured for it
  let parts = null;
  let world = null;
  let view = null;
  let drawn = null; // what the picture shows: the tally, and the language of its names
  let limit = LINES;
  let sized = 0; // the unit for which lines, dots and names have their size

  // --- figures ---

  // The largest figure of each level of colour: even steps of a logarithmic scale, whole numbers.
  function levelsOf(most) {
    const ends = [];
    for (let level = 1; level <= LEVELS; level += 1) {
      ends.push(Math.max(Math.round(most ** (level / LEVELS)), (ends.at(-1) ?? 0) + 1));
    }
    return ends.filter((_, at) => (ends[at - 1] ?? 0) < most);
  }

  function levelOf(reports, ends) {
    return reports ? ends.findIndex((end) => reports <= end) + 1 : 0;
  }

  // The most reported first.
  function ranked(figures) {
    const compare = ([one, { reports: a }], [other, { reports: b }]) => b - a || (one < other ? -1 : 1);
    return [...figures].sort(compare);
  }

  function leaning({ cooperation, conflict }) {
    if (cooperation > 2 * conflict) return "cooperation";
    return conflict > 2 * cooperation ? "conflict" : "mixed";
  }

  function lineWidth({ reports }) {
    return Math.min(7, 0.6 + 0.85 * Math.log2(reports + 1));
  }

  function dotSize({ reports }) {
    return Math.min(10, 2 + Math.log2(reports + 1));
  }

  function nameOf(code) {
    return words.pick(world.states[code]?.labels) || code;
  }

  function sum({ reports, events }) {
    return `${words.count("map.reports", reports)}, ${words.count("map.events", events.length)}`;
  }

  // --- the ground, which never changes ---

  function build() {
    parts = {
      picture: svg("svg", { class: "world", tabindex: "0", role: "group" }),
      tip: make("p", { className: "map-tip", hidden: true }),
      card: make("section", { className: "map-card", hidden: true }),
      legend: make("details", { className: "map-legend", open: true }),
      list: make("details", { className: "map-list" }),
    };
    const zoom = make("div", { className: "zoom" },
      zoomButton("+", "map.zoom_in", () => view.zoom(1.5)),
      zoomButton("−", "map.zoom_out", () => view.zoom(1 / 1.5)),
      zoomButton("⤢", "map.fit", () => view.fit()));
    const frame = make("div", { className: "map-view" }, parts.picture, zoom, parts.legend, parts.card, parts.tip);
    section.append(frame, parts.list);
    parts.list.addEventListener("toggle", drawList);
    parts.picture.addEventListener("click", ({ target }) => choose(target.dataset.country));
    parts.picture.addEventListener("pointermove", pointAt);
    parts.picture.addEventListener("pointerleave", () => { parts.tip.hidden = true; });
  }

  function zoomButton(sign, key, act) {
    const element = button("", act, sign);
    element.dataset.wordsLabel = key;
    return element;
  }

  function drawGround() {
    for (const layer of ["land", "lines", "signs", "places", "small", "names"]) {
      layers[layer] = svg("g", { class: `map-${layer}` });
    }
    layers.land.append(svg("path", { class: "state", d: world.other }));
    for (const [code, state] of Object.entries(world.states)) drawState(code, state);
    parts.picture.append(...Object.values(layers));
    view = camera.attach(parts.picture, world.box, resize);
  }

  function drawState(code, { path, at: [x, y], small }) {
    const marks = [];
    if (path) marks.push(svg("path", { d: path, "data-country": code }));
    if (path) layers.land.append(marks[0]);
    if (small) {
      const dot = svg("circle", { cx: x, cy: y, "data-r": DOT, "data-country": code });
      layers.small.append(dot);
      marks.push(dot);
    }
    outlines.set(code, marks);
  }

  // --- what is shown ---

  function draw() {
    const tally = geography.tally();
    const codes = chosenCodes(state.now.chosen);
    drawn = { tally, lang: state.now.lang, chosen: state.now.chosen };
    drawStates(tally, codes);
    const lines = drawLines(tally, codes);
    layers.places.replaceChildren(...ranked(tally.places).map(drawPlace));
    const named = ranked(tally.states).filter(([code]) => world.states[code]).slice(0, NAMES);
    layers.names.replaceChildren(...named.map(([code]) => drawName(code)));
    drawLegend(tally, lines);
    drawList();
    drawCard(codes);
    words.apply(section);
    parts.picture.setAttribute("aria-label", words.get("map.label"));
    sized = 0;
    view.show();
  }

  function endsOf({ states }) {
    return levelsOf(Math.max(0, ...[...states.values()].map(({ reports }) => reports)));
  }

  function drawStates(tally, codes) {
    const ends = endsOf(tally);
    for (const [code, marks] of outlines) {
      const level = levelOf(tally.states.get(code)?.reports, ends);
      const chosen = codes.includes(code) ? "chosen" : "";
      marks.forEach((mark) => mark.setAttribute("class", `state level-${level} ${chosen}`));
    }
    // Drawn last, so that no neighbour covers its outline.
    for (const code of codes) layers.land.append(...outlines.get(code).filter(({ tagName }) => tagName === "path"));
  }

  // The strongest lines and all of what is chosen, beside which the others fade; how many of all.
  function drawLines(tally, codes) {
    const lines = ranked(tally.lines).map(([, line]) => line)
      .filter(({ a, b }) => world.states[a] && world.states[b]);
    const isOwn = ({ a, b }) => codes.length > 0 && codes.every((code) => code === a || code === b);
    // The weakest first: what is drawn later lies over it.
    const some = lines.filter((line, at) => at < limit || isOwn(line)).reverse()
      .sort((one, other) => isOwn(one) - isOwn(other));
    const hasOwn = some.some(isOwn);
    const fade = (element, line) => element?.classList.toggle("faint", hasOwn && !isOwn(line));
    const pairs = some.map((line) => [line, ...drawLine(line)]);
    const signs = some.map((line) => [line, drawSign(line)]);
    for (const [line, ...elements] of [...pairs, ...signs]) elements.forEach((element) => fade(element, line));
    layers.lines.replaceChildren(...pairs.flatMap(([, ...elements]) => elements));
    layers.signs.replaceChildren(...signs.map(([, sign]) => sign).filter(Boolean));
    return [some.length, lines.length];
  }

  // Ends of a line, and the point that bends it towards the north.
  function curve({ a, b }) {
    const [[x1, y1], [x2, y2]] = [world.states[a].at, world.states[b].at];
    const bend = (x1 < x2 ? 1 : -1) * 0.18;
    return [x1, y1, (x1 + x2) / 2 + (y2 - y1) * bend, (y1 + y2) / 2 - (x2 - x1) * bend, x2, y2];
  }

  function drawLine(line) {
    const [x1, y1, x, y, x2, y2] = curve(line).map(Math.round);
    const d = `M${x1} ${y1}Q${x} ${y} ${x2} ${y2}`;
    const width = lineWidth(line);
    const country = `${line.a}-${line.b}`;
    // The wider one parts the line from what is below it, and is easier to hit.
    return [
      svg("path", { d, class: "case", "data-width": width + 2.5, "data-country": country }),
      svg("path", { d, class: leaning(line), "data-width": width, "data-country": country }),
    ];
  }

  // Beside its colour conflict has a second sign, as in the graph: a cross on the line.
  function drawSign(line) {
    const kind = leaning(line);
    if (!(kind in SIGNS)) return null;
    const [x1, y1, x, y, x2, y2] = curve(line);
    const at = [(x1 + 2 * x + x2) / 4, (y1 + 2 * y + y2) / 4].map(Math.round);
    const size = 0.7 + lineWidth(line) / 6;
    return svg("path", { d: SIGNS[kind], class: kind, "data-at": at.join(" "), "data-size": size });
  }

  function drawPlace([node, place]) {
    const { lat, lon } = model.all.nodes[node];
    const [cx, cy] = geography.project(lat, lon).map(Math.round);
    return svg("circle", { cx, cy, "data-r": dotSize(place), "data-node": node });
  }

  function drawName(code) {
    const [x, y] = world.states[code].at;
    return svg("text", { x, y, "data-country": code }, nameOf(code));
  }

  // Lines, dots and names keep their size while the map grows under them.
  function resize(unit) {
    if (unit === sized) return;
    sized = unit;
    layers.land.setAttribute("stroke-width", 0.7 * unit);
    layers.small.setAttribute("stroke-width", unit);
    layers.places.setAttribute("stroke-width", 1.2 * unit);
    for (const line of layers.lines.children) line.setAttribute("stroke-width", line.dataset.width * unit);
    for (const sign of layers.signs.children) {
      sign.setAttribute("transform", `translate(${sign.dataset.at}) scale(${sign.dataset.size * unit})`);
    }
    for (const layer of [layers.places, layers.small]) {
      for (const dot of layer.children) dot.setAttribute("r", dot.dataset.r * unit);
    }
    layers.names.setAttribute("font-size", 12 * unit);
    layers.names.setAttribute("stroke-width", 3 * unit);
    partNames(unit);
  }

  // Of names that would cover each other, the more reported state keeps its own.
  function partNames(unit) {
    const taken = [];
    for (const text of layers.names.children) {
      const [x, y] = [Number(text.getAttribute("x")), Number(text.getAttribute("y"))];
      const half = (text.textContent.length * LETTER * unit) / 2;
      const box = [x - half, y - LINE * unit, x + half, y + LINE * unit];
      const isFree = taken.every(([left, top, right, bottom]) => (
        box[0] > right || box[2] < left || box[1] > bottom || box[3] < top
      ));
      text.toggleAttribute("hidden", !isFree);
      if (isFree) taken.push(box);
    }
  }

  // --- legend and list ---

  function drawLegend(tally, [shown, lines]) {
    const ends = endsOf(tally);
    const levels = [[0, words.get("map.none")], ...ends.map((end, at) => [at + 1, range(ends[at - 1] ?? 0, end)])];
    const counts = { states: onMap(tally).length, shown, lines, places: tally.places.size };
    const more = lines > shown && [" ", button("more", showMore, words.get("map.more"))];
    parts.legend.replaceChildren(...[
      make("summary", {}, words.get("map.legend")),
      make("ul", {}, levels.map(([level, text]) => make("li", {}, make("i", { className: `swatch level-${level}` }), text))),
      make("ul", {}, ["cooperation", "conflict", "mixed"].map(stroke),
        make("li", {}, make("i", { className: "spot" }), words.get("map.place"))),
      make("p", { className: "quiet" }, words.fill("map.shown", counts), more),
      missing(tally),
      make("p", { className: "quiet" }, words.get("map.credit")),
    ].filter(Boolean));
  }

  // "5–12": more than the end of the level before, up to its own.
  function range(before, end) {
    return end === before + 1 ? words.number(end) : `${words.number(before + 1)}–${words.number(end)}`;
  }

  function stroke(kind) {
    const line = svg("path", { d: "M1 5h24", class: kind });
    const sign = kind in SIGNS && svg("path", { d: SIGNS[kind], class: kind, transform: "translate(13 5)" });
    const icon = svg("svg", { viewBox: "0 0 26 10", "aria-hidden": "true", class: "stroke" }, line, sign);
    return make("li", {}, icon, words.get(`map.${kind}`));
  }

  function onMap({ states }) {
    return [...states.keys()].filter((code) => world.states[code]);
  }

  // Actors of no state, or of one that is no more; places that no gazetteer has.
  function missing({ states, homeless, unplaced }) {
    const former = [...states].filter(([code]) => !world.states[code]);
    const actors = former.reduce((sum, [, { nodes }]) => sum + nodes.size, homeless.size);
    if (!actors && !unplaced.size) return null;
    const counts = { actors, places: unplaced.size };
    return make("p", { className: "quiet" }, words.fill("map.missing", counts));
  }

  function showMore() {
    limit *= 4;
    draw();
  }

  // The same as the picture, for those who read it or go through it by keyboard.
  function drawList() {
    const summary = make("summary", {}, words.get("map.list"));
    const { states, lines } = drawn.tally;
    const columns = parts.list.open && [
      column("map.states", ranked(states), nameOf),
      column("map.lines", ranked(lines), titleOf),
    ];
    parts.list.replaceChildren(summary, ...(columns ? [make("div", { className: "columns" }, columns)] : []));
  }

  function column(key, rows, title) {
    const items = rows.map(([id, figures]) => make("li", {}, button("", () => choose(id),
      make("span", {}, title(id)), make("span", { className: "quiet" }, sum(figures)))));
    return make("div", {}, make("h3", { className: "heading" }, words.get(key)), make("ol", {}, items));
  }

  function titleOf(id) {
    return id.split("-").map(nameOf).join(" – ");
  }

  // --- what the reader does ---

  // A state is chosen as the actor that it is, else by its most reported one; a line as the
  // relation of the two states, else as the most reported one of their actors.
  function choose(id) {
    if (!id) return;
    const [a, b] = id.split("-");
    const chosen = b ? relationToChoose(a, b) : actorToChoose(a);
    if (chosen) state.set({ chosen });
  }

  function actorToChoose(code) {
    const own = `state/${code}`;
    if (model.at("node", own) !== undefined) return { kind: "node", id: own };
    const [most] = geography.actorsOf(code);
    return most && { kind: "node", id: model.all.nodes[most[0]].id };
  }

  function relationToChoose(a, b) {
    const relations = geography.relationsOf(a, b);
    const isState = (node) => model.all.nodes[node].type === "state";
    const chosen = relations.find((one) => isState(one.a) && isState(one.b)) ?? relations[0];
    return chosen && { kind: "relation", id: chosen.id };
  }

  function pointAt({ target, clientX, clientY }) {
    const text = tipOf(target.dataset);
    parts.tip.hidden = !text;
    if (!text) return;
    const frame = parts.picture.getBoundingClientRect();
    parts.tip.replaceChildren(name(text[0]), make("span", { className: "quiet" }, text[1]));
    const left = Math.min(clientX - frame.left + 14, frame.width - parts.tip.offsetWidth - 4);
    parts.tip.style.left = `${Math.max(4, left)}px`;
    parts.tip.style.top = `${clientY - frame.top + 16}px`;
  }

  // The name and the figures of what the pointer is on.
  function tipOf({ country, node }) {
    const { states, lines, places } = drawn.tally;
    if (node) return [model.labelOf(Number(node)), sum(places.get(Number(node)))];
    if (!country) return null;
    const figures = states.get(country) ?? lines.get(country);
    return [titleOf(country), figures ? sum(figures) : words.get("map.none")];
  }

  // --- what is chosen ---

  function chosenCodes(chosen) {
    const nodes = {
      node: (id) => [model.at("node", id)],
      event: (id) => model.actorsOf(model.at("event", id)),
      relation: (id) => id.split("-").map(Number),
    };
    const found = chosen && chosen.kind in nodes ? nodes[chosen.kind](chosen.id) : [];
    const codes = found.filter((node) => model.all.nodes[node]).map(geography.countryOf);
    return [...new Set(codes)].filter((code) => world.states[code]).sort();
  }

  // Whose reports the figure of a state, or of a line, adds up.
  function drawCard(codes) {
    const rows = codes.length === 1
      ? geography.actorsOf(codes[0]).map(([node, reports]) => actorRow(node, reports))
      : codes.length === 2 && geography.relationsOf(...codes).map(relationRow);
    parts.card.hidden = !rows || !rows.length;
    if (parts.card.hidden) return;
    const id = codes.join("-");
    const figures = drawn.tally.states.get(id) ?? drawn.tally.lines.get(id);
    parts.card.replaceChildren(
      make("h3", {}, titleOf(id)),
      make("p", { className: "quiet" }, sum(figures)),
      make("ul", {}, rows),
    );
  }

  function actorRow(node, reports) {
    const { id, type } = model.all.nodes[node];
    return row({ kind: "node", id }, reports, elements.shape(type), name(model.labelOf(node)));
  }

  function relationRow({ id, a, b, reports }) {
    const ends = [name(model.labelOf(a)), " – ", name(model.labelOf(b))];
    return row({ kind: "relation", id }, reports, elements.shape("relation"), make("span", {}, ends));
  }

  function row(chosen, reports, ...content) {
    const isChosen = chosen.id === state.now.chosen.id;
    const element = button("", () => state.set({ chosen }), ...content,
      make("span", { className: "quiet" }, words.number(reports)));
    element.setAttribute("aria-pressed", String(isChosen));
    return make("li", {}, element);
  }

  // --- when ---

  function refresh() {
    if (!world || state.now.tab !== "map") return;
    const { lang, chosen } = state.now;
    const isFirst = drawn === null;
    const isSame = drawn?.tally === geography.tally() && drawn.lang === lang && drawn.chosen === chosen;
    if (!isSame) draw();
    if (isFirst) open();
  }

  // On a small screen all the world would be too small to read: begin where something happens.
  function open() {
    if (parts.picture.clientWidth >= NARROW) return;
    view.frame(onMap(drawn.tally).map((code) => world.states[code].at));
  }

  async function enter() {
    if (state.now.tab !== "map" || parts) return;
    build();
    world = await geography.load();
    drawGround();
    refresh(); // or when the reader, who has gone on meanwhile, comes back
  }

  function start() {
    state.on(() => { enter(); refresh(); });
    enter();
  }

  return Object.freeze({
    start, picture: () => parts?.picture, nameOf, titleOf,
  });
})();
