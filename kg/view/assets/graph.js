// The graph: vis-network carries the nodes, the view and the gestures; what the state says is drawn.
"use strict";

const graph = (() => {
  const { make, button } = elements;
  const MARGINS = { left: 56, right: 60, top: 20, bottom: 34 }; // pixels, the last two of the room that is free
  const CLOSEST = 1.25; // scale of the view of a few nodes
  const NEAREST = 0.003;
  const REST = 160; // milliseconds without a move until a large drawing is painted anew
  const FEW = 600; // nodes that are all drawn large enough for their shapes to be told apart
  const REACH = 160; // pixels around a node that is pressed in which it can be dragged
  const RINGS = 300; // around what was found; the rest is told by not being faded
  const TWICE = 280; // milliseconds in which a second click makes a double click
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const nodes = new vis.DataSet();
  const canvas = make("div", { className: "canvas", tabIndex: 0 });
  const grow = button("grow", () => expandChosen(), make("span", { textContent: "+", ariaHidden: "true" }));
  let network = null;
  let drawn = null;
  let look = null;
  let hovered = null;
  let dragged = null;
  let resting = null;
  let moving = false;
  let isFitted = true; // the reader has not moved the view since all was shown
  let clicking = null;
  let due = null; // what the next frame does
  let isDue = false; // it is this frame

  // --- the view ---

  function view() {
    const { x, y } = network.canvasToDOM({ x: 0, y: 0 });
    const least = drawn.items.length < FEW ? 4 : 1.2;
    const { clientWidth: width, clientHeight: height } = canvas;
    return { scale: network.getScale(), x, y, width, height, least };
  }

  // With what no name may lie under.
  function viewUnderTools() {
    const seen = view();
    placeGrow(seen);
    const [tools, ...rest] = toolbar.parts;
    return { ...seen, over: room.boxes([...tools.children, ...rest, grow]) };
  }

  function motion() {
    return calm.matches || still.isHeavy(drawn) ? false : { duration: 300, easingFunction: "easeInOutQuad" };
  }

  // Shows all of some items, centred.
  function fit(items = drawn.items, animation = motion()) {
    if (!items.length || !canvas.clientWidth) return;
    const { top: from, bottom: to } = room.free();
    const [above, under] = [from + MARGINS.top, canvas.clientHeight - to + MARGINS.bottom];
    const [left, right] = ends(items.map(({ x }) => x));
    const [top, bottom] = ends(items.map(({ y }) => y));
    const scale = Math.max(NEAREST, Math.min(
      CLOSEST,
      (canvas.clientWidth - MARGINS.left - MARGINS.right) / Math.max(1, right - left),
      (canvas.clientHeight - above - under) / Math.max(1, bottom - top),
    ));
    const position = {
      x: (left + right + (MARGINS.right - MARGINS.left) / scale) / 2,
      y: (top + bottom + (under - above) / scale) / 2,
    };
    const item = chosenItem();
    network.moveTo({ position: item ? standFor(item, position, scale) : position, scale, animation });
    isFitted = true;
  }

  function ends(values) {
    return values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)],
      [Infinity, -Infinity]);
  }

  function zoom(factor) {
    network.moveTo({ scale: Math.max(NEAREST, network.getScale() * factor), animation: motion() });
  }

  function pan(dx, dy) {
    const { x, y } = network.getViewPosition();
    const { scale, width, height } = view();
    network.moveTo({ position: { x: x + (dx * width) / 4 / scale, y: y + (dy * height) / 4 / scale } });
  }

  // What is in sight stays where it is: a drawing that jumps at every click loses its reader.
  function bringIntoView() {
    const item = chosenItem();
    if (!item) return;
    const position = network.getViewPosition();
    const other = standFor(item, position, network.getScale());
    if (other !== position) network.moveTo({ position: other, animation: motion() });
  }

  // Where the view has to stand for an item to be seen: at this position if it is seen from there.
  function standFor(item, position, scale) {
    const { clientWidth: width, clientHeight: height } = canvas;
    const { top, bottom } = room.seen();
    const x = (item.x - position.x) * scale + width / 2;
    const y = (item.y - position.y) * scale + height / 2;
    const isSeen = x > MARGINS.left - 6 && x < width - MARGINS.right + 6 && y > top && y < bottom - MARGINS.bottom + 6;
    return isSeen ? position : { x: item.x, y: item.y + (height - top - bottom) / 2 / scale };
  }

  function move() {
    moving = true;
    isFitted = false;
    tip.hide();
    clearTimeout(resting);
    resting = setTimeout(() => {
      moving = false;
      refresh();
    }, REST);
  }

  // --- drawing ---

  function draw(context) {
    if (!look) return;
    follow();
    const seen = viewUnderTools();
    const ratio = context.canvas.width / (seen.width || 1);
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    // vis-network draws whenever the view or the window changes, often more than once: a large
    // drawing is painted anew only when the reader rests.
    const isGood = still.draw(context, seen, drawn, look, { ratio, quick: moving || !isDue, dragged });
    if (!isGood && !moving) refresh();
    drawMarks(context, seen);
    context.restore();
  }

  function drawMarks(context, seen) {
    for (const key of look.found.slice(0, RINGS)) ringOf(context, seen, drawn.byKey.get(key), "accent");
    const { chosen } = state.now;
    if (chosen?.kind === "relation") linesOf(chosen.id).forEach((line) => paint.overLine(context, seen, line, look));
    else ringOf(context, seen, chosenItem(), "ink");
    ringOf(context, seen, dragged, "ink");
    if (hovered?.a) paint.overLine(context, seen, hovered, look);
    else ringOf(context, seen, hovered, "quiet");
  }

  function ringOf(context, seen, item, colour) {
    if (item) paint.ring(context, seen, item, look, colour);
  }

  function linesOf(id) {
    return drawn.lines.filter((line) => line.id === id);
  }

  function chosenItem() {
    const { chosen } = state.now;
    if (!chosen) return undefined;
    if (chosen.kind === "report") {
      const report = model.at("report", chosen.id);
      return drawn.items.find(({ kind, ix }) => kind === "event" && model.all.events[ix].reports.includes(report));
    }
    return drawn.byKey.get(scene.keyOf(chosen.kind, chosen.id));
  }

  // The keys of what is near to what is chosen; null when nothing is, and nothing is faded.
  function litKeys(hits) {
    const { chosen } = state.now;
    if (chosen?.kind === "relation") return new Set(keysOf(chosen.id));
    const item = chosenItem();
    if (!item) return hits.length ? new Set(hits) : null;
    const near = drawn.lines.filter(({ a, b }) => a === item || b === item);
    return new Set([item.key, ...near.flatMap(({ a, b }) => [a.key, b.key])]);
  }

  // The two ends of a relation, and those of its events that are drawn.
  function keysOf(id) {
    const events = model.relation(id)?.events ?? [];
    return [...id.split("-").map((ix) => `n${ix}`), ...events.map((ix) => `e${ix}`)];
  }

  // The keys of what the search or a query found.
  function keysFound() {
    const { q, lit } = state.now;
    const { nodes: byName, events } = model.search(q);
    const asked = lit.flatMap((id) => [scene.keyOf("node", id), scene.keyOf("event", id)]);
    return [...byName.map((ix) => `n${ix}`), ...events.map((ix) => `e${ix}`), ...asked]
      .filter((key) => drawn.byKey.has(key));
  }

  function relook() {
    const found = keysFound();
    const middle = chosenItem()?.key ?? null;
    look = Object.freeze({ colour: paint.readColours(), lit: litKeys(found), middle, found });
  }

  // Draws with the next frame, once, however much has changed by then. fits: all is shown anew;
  // glides: with a motion.
  function refresh({ fits = false, glides = false } = {}) {
    if (!due) requestAnimationFrame(redraw);
    due = { fits: fits || due?.fits, glides: glides || due?.glides };
  }

  function redraw() {
    const { fits, glides } = due;
    due = null;
    if (fits) fit(undefined, glides ? motion() : false);
    isDue = true;
    network.redraw();
    isDue = false;
  }

  // What cannot be seen is not drawn until its tab is opened.
  function update(now, before) {
    if (now.tab !== "graph") return;
    const last = drawn;
    drawn = scene.now([canvas.clientWidth, canvas.clientHeight]);
    if (drawn !== last) {
      hovered = null;
      toolbar.draw(now, drawn.counts, { zoom, fit: () => fit() });
    }
    translate();
    relook();
    const isOther = ["tab", "level", "focus", "limit"].some((key) => now[key] !== before?.[key]);
    const fits = isOther || now.expanded.length !== before.expanded.length;
    refresh({ fits, glides: Boolean(last) });
    if (!fits && JSON.stringify(now.chosen) !== JSON.stringify(before.chosen)) bringIntoView();
  }

  // --- what the reader does ---

  function hit({ x, y }) {
    const seen = view();
    return paint.nodeAt(seen, drawn.items, x, y) ?? paint.lineAt(seen, drawn.lines, x, y);
  }

  // What the panel calls it.
  function toChosen(item) {
    if (!item) return null;
    if (!item.a) return { kind: item.kind, id: item.id };
    if (item.kind === "office") return { kind: "node", id: item.id };
    return { kind: item.kind === "relation" ? "relation" : "event", id: item.id };
  }

  function click({ pointer }) {
    const item = hit(pointer.DOM);
    const chosen = toChosen(item);
    if (JSON.stringify(chosen) === JSON.stringify(state.now.chosen)) {
      // The first half of a double click must not expand what is then focused.
      if (chosen) clicking = setTimeout(() => expand(chosen.id), TWICE);
      return;
    }
    state.set({ chosen });
  }

  function doubleClick({ pointer }) {
    clearTimeout(clicking);
    const item = hit(pointer.DOM);
    if (item && !item.a) focus(item.id);
  }

  function expand(id) {
    state.set({ expanded: [...state.now.expanded, id] });
  }

  function expandChosen() {
    if (state.now.chosen) expand(state.now.chosen.id);
  }

  function focus(id) {
    state.set({ focus: state.now.focus === id ? null : id, expanded: [] });
  }

  function hide(id) {
    state.set({ hidden: [...state.now.hidden, id], chosen: null, focus: null });
  }

  function itemOf(id) {
    return drawn.items.find((item) => item.id === id);
  }

  function pin(id) {
    const { [id]: old, ...rest } = state.now.pins;
    const item = itemOf(id);
    if (old) state.set({ pins: rest });
    else if (item) state.set({ pins: { ...rest, [id]: scene.toData(item, drawn) } });
  }

  // vis-network looks at every node that it has for each frame, so it has one only: the node that
  // the pointer is pressed on, and that a drag therefore moves.
  function press({ target, offsetX, offsetY }) {
    if (target === grow) return;
    nodes.clear();
    const item = paint.nodeAt(view(), drawn.items, offsetX, offsetY);
    if (!item) return;
    nodes.add({ id: item.key, x: item.x, y: item.y });
    network.redraw(); // only what it has drawn can be hit
  }

  function dragging({ nodes: keys }) {
    if (!keys.length) move();
    dragged = drawn.byKey.get(keys[0]) ?? null;
    tip.hide();
  }

  // vis-network has the place of what is dragged.
  function follow() {
    if (dragged) Object.assign(dragged, network.getPosition(dragged.key));
  }

  function dragEnd() {
    if (!dragged) return;
    follow();
    const { id } = dragged;
    const pins = { ...state.now.pins, [id]: scene.toData(dragged, drawn) };
    dragged = null;
    state.set({ pins });
  }

  // The node in the direction of an arrow key, from the chosen one or the middle of the view.
  function step(dx, dy) {
    const from = chosenItem() ?? network.getViewPosition();
    let [next, least] = [null, Infinity];
    for (const item of drawn.items) {
      const [x, y] = [item.x - from.x, item.y - from.y];
      const along = x * dx + y * dy;
      const across = Math.abs(x * dy) + Math.abs(y * dx);
      const far = along + 2 * across;
      if (item !== from && along > 0 && across <= along * 1.5 && far < least) [next, least] = [item, far];
    }
    if (next) state.set({ chosen: toChosen(next) }, { merge: "steps" });
  }

  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  function keyDown(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keyAction(event);
    if (!act) return;
    event.preventDefault();
    act();
  }

  function keyAction({ key, shiftKey }) {
    const { chosen } = state.now;
    if (ARROWS[key]) return () => (shiftKey ? pan : step)(...ARROWS[key]);
    const plain = { "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: () => fit() }[key];
    if (plain || !chosen) return plain;
    if (key === "Enter") return expandChosen;
    if (chosen.kind === "relation") return undefined;
    return {
      f: () => focus(chosen.id), p: () => pin(chosen.id), h: () => hide(chosen.id),
    }[key.toLowerCase()];
  }

  let pointed = null;

  function pointerMove(event) {
    if (event.pointerType === "touch" || event.buttons || moving) return;
    const isAsked = pointed !== null;
    pointed = { x: event.offsetX, y: event.offsetY };
    if (!isAsked) requestAnimationFrame(hover);
  }

  function hover() {
    const at = pointed;
    pointed = null;
    const item = hit(at);
    tip.show(item, at, view());
    if (item === hovered) return;
    hovered = item;
    canvas.classList.toggle("pointing", Boolean(item));
    refresh();
  }

  function leave() {
    tip.hide();
    if (!hovered) return;
    hovered = null;
    refresh();
  }

  // The "+" beside what is chosen.
  function placeGrow(seen) {
    const spot = growSpot(seen);
    grow.hidden = !spot;
    if (spot) grow.style.transform = `translate(${Math.round(spot[0])}px, ${Math.round(spot[1])}px)`;
  }

  function growSpot({ scale, x, y }) {
    const { chosen } = state.now;
    if (chosen?.kind === "relation") {
      const [line] = linesOf(chosen.id);
      if (!line) return null;
      return [((line.a.x + line.b.x) / 2) * scale + x - 11, ((line.a.y + line.b.y) / 2) * scale + y - 11];
    }
    const item = chosenItem();
    return item ? [item.x * scale + x + 12, item.y * scale + y - 34] : null;
  }

  function translate() {
    canvas.setAttribute("aria-label", words.get("graph.label"));
    canvas.setAttribute("aria-description", words.get("graph.keys"));
    grow.setAttribute("aria-label", words.get("panel.expand"));
    grow.title = words.get("panel.expand");
  }

  // --- for the other parts of the page ---

  // Draws what is in the window onto another context with the methods of a canvas.
  function drawOn(context) {
    paint.all(context, view(), drawn, { ...look, lit: null });
  }

  function start(data) {
    document.getElementById("graph").append(canvas, tip.box, ...toolbar.parts);
    const container = make("div", { className: "vis" });
    canvas.append(container, grow);
    canvas.setAttribute("role", "application");
    network = new vis.Network(container, { nodes, edges: new vis.DataSet() }, {
      ...data.options,
      nodes: {
        shape: "custom",
        ctxRenderer: () => {
          const side = REACH / network.getScale();
          return { drawNode() {}, nodeDimensions: { width: side, height: side } };
        },
      },
    });
    network.on("beforeDrawing", draw);
    network.on("click", click);
    network.on("doubleClick", doubleClick);
    network.on("dragging", dragging);
    network.on("dragEnd", dragEnd);
    network.on("zoom", move);
    // With the next frame: vis-network first restores the view that it had.
    network.on("resize", () => { if (drawn) refresh({ fits: isFitted }); });
    canvas.addEventListener("pointerdown", press, { capture: true });
    canvas.addEventListener("pointermove", pointerMove);
    canvas.addEventListener("pointerleave", leave);
    canvas.addEventListener("keydown", keyDown);
    theme.on(() => {
      if (!drawn) return;
      relook();
      refresh();
    });
    state.on(update);
    update(state.now);
    // The sheet rises over what was pressed.
    room.onChange(() => { if (state.now.tab === "graph") bringIntoView(); });
  }

  return Object.freeze({
    start, fit: () => fit(), zoom, drawOn,
    get network() { return network; },
    get scene() { return drawn; },
  });
})();
