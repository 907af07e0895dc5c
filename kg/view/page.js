// What the reader does: search, choose, switch, zoom; by mouse, touch or keyboard.
"use strict";

const page = (() => {
  const { strings } = data;
  const { make, shape, name, button, count } = elements;
  const overview = document.getElementById("overview");
  const detail = document.getElementById("detail");
  const search = document.getElementById("search");
  const list = document.getElementById("list");
  const types = Object.keys(strings.types);
  const ids = Object.keys(data.nodes);
  const searched = new Map(ids.map((id) => [id, fold(searchText(data.nodes[id]))]));
  const alphabet = new Intl.Collator(strings.lang, { numeric: true });
  const buttons = new Map();
  let reading = null; // the node that was chosen in the panel, for the focus to return to

  function searchText({ label, names, when }) {
    return [label, ...(names ?? []), when ?? ""].join("\n");
  }

  // "São Tomé" is found as "sao tome".
  function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function found() {
    const wanted = fold(search.value.trim());
    return ids.filter((id) => drawing.isShown(id) && searched.get(id).includes(wanted));
  }

  function inOrder(one, two) {
    const [first, second] = [data.nodes[one], data.nodes[two]];
    const times = [first.time ?? "", second.time ?? ""];
    if (times[0] !== times[1]) return times[0] < times[1] ? -1 : 1;
    return alphabet.compare(first.label, second.label);
  }

  function listItem(id) {
    const { type, label, when } = data.nodes[id];
    const date = when && make("span", { className: "when" }, name(when));
    buttons.set(id, button("", () => choose("node", id), shape(type), name(label), date));
    return make("li", {}, buttons.get(id));
  }

  function listGroup(type, members) {
    if (!members.length) return [];
    return [
      make("h2", { className: "heading", textContent: strings.types[type][1] }),
      make("ul", { className: "list" }, members.sort(inOrder).map(listItem)),
    ];
  }

  function refresh() {
    const matches = found();
    buttons.clear();
    list.replaceChildren(
      ...types.flatMap((type) => listGroup(type, matches.filter((id) => data.nodes[id].type === type))),
    );
    if (!matches.length && ids.length) list.append(make("p", {}, strings.nothing));
    document.getElementById("shown").textContent = shownText(matches.length);
    if (search.value.trim()) drawing.light(matches, []);
    else drawing.unlight();
  }

  function shownText(matching) {
    const fill = (n, m) => strings.shown.replace("{n}", n).replace("{m}", m);
    const edges = `${drawing.shownEdges.length}/${Object.keys(data.edges).length}`;
    return `${fill(matching, ids.length)} · ${strings.links} ${edges}`;
  }

  function choose(kind, id) {
    reading = id;
    detail.replaceChildren(
      button("back", back, make("span", {}, "←"), make("span", {}, strings.back)),
      ...panel.describe(kind, id, choose).flat(2).filter((child) => child),
    );
    overview.hidden = true;
    detail.hidden = false;
    detail.focus({ preventScroll: true });
    showTop();
    if (kind === "node") drawing.selectNode(id);
    else drawing.selectEdge(id);
  }

  // The panel scrolls in its frame, or on a small screen with the page, under the drawing.
  function showTop() {
    const frame = detail.parentElement;
    frame.scrollTop = 0;
    const isAbove = frame.getBoundingClientRect().top < parseFloat(getComputedStyle(frame).scrollMarginTop);
    if (isAbove) frame.scrollIntoView({ block: "start" });
  }

  function back() {
    detail.hidden = true;
    overview.hidden = false;
    refresh();
    if (reading) (buttons.get(reading) ?? search).focus();
  }

  function legendButton(group, label, icon, number) {
    const amount = make("span", { className: "count", textContent: number });
    const element = button("", () => {
      element.setAttribute("aria-pressed", drawing.toggle(group));
      if (detail.hidden) refresh();
    }, icon, make("span", { className: "label" }, label), amount);
    element.setAttribute("aria-pressed", group !== drawing.MENTIONED);
    return element;
  }

  function drawLegend() {
    const numbers = new Map();
    for (const id of ids) {
      const group = drawing.groupOf(id);
      numbers.set(group, (numbers.get(group) ?? 0) + 1);
    }
    const rows = [...types, drawing.MENTIONED].filter((group) => numbers.has(group));
    document.getElementById("legend").append(...rows.map((group) => {
      const isType = group !== drawing.MENTIONED;
      const label = isType ? strings.types[group][1] : strings.mentioned;
      return legendButton(group, label, shape(isType ? group : "mentioned"), numbers.get(group));
    }));
  }

  // Up and down move through the list, as they do in any list; Enter takes the first found.
  function walk(event) {
    if (event.key === "Enter" && document.activeElement === search) {
      list.querySelector("button")?.click();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const buttons = [...list.querySelectorAll("button")];
    const next = buttons[buttons.indexOf(document.activeElement) + step] ?? (step < 0 && search);
    if (next) {
      next.focus();
      event.preventDefault();
    }
  }

  function keyDown(event) {
    if (event.key === "Escape" && !detail.hidden) back();
    if (event.key === "/" && document.activeElement !== search) {
      if (!detail.hidden) back();
      search.focus();
      event.preventDefault();
    }
  }

  // Who uses the mouse on the drawing wants no list to jump to the node when leaving it.
  function clickDrawing({ nodes, edges }) {
    if (nodes.length) choose("node", nodes[0]);
    else if (edges.length) choose("edge", edges[0]);
    else if (!detail.hidden) back();
    reading = null;
  }

  const events = ids.filter((id) => data.nodes[id].type === "event").length;
  document.getElementById("summary").textContent = [
    count(strings.subtitle.articles, Object.keys(data.articles).length),
    count(strings.subtitle.events, events),
  ].join(" · ");
  document.getElementById("empty").hidden = drawing.shownNodes.length > 0;
  document.getElementById("zoom-in").addEventListener("click", () => drawing.zoom(1.3));
  document.getElementById("zoom-out").addEventListener("click", () => drawing.zoom(1 / 1.3));
  document.getElementById("fit").addEventListener("click", drawing.fit);
  search.addEventListener("input", refresh);
  overview.addEventListener("keydown", walk);
  document.addEventListener("keydown", keyDown);
  drawing.network.on("click", clickDrawing);
  detail.tabIndex = -1;
  drawLegend();
  refresh();

  return { choose, back };
})();
