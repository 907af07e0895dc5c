// The panel: what is chosen with its evidence, else an overview of what is shown.
"use strict";

const panel = (() => {
  const { make, shape, name, badge, button, facts } = elements;
  const { nodeButton, eventButton, relationButton, reportCard } = evidence;
  const FEW = 8; // in each list of the overview
  const OPEN = 5; // cards whose sentences are shown at once
  const PAGE = 20; // cards before "more"
  const box = document.getElementById("panel");
  const overview = document.getElementById("overview");
  const detail = document.getElementById("detail");
  let drawn = null; // what the overview was drawn of
  let opener = null; // what had the focus before something was chosen

  // A titled list of which `size` are drawn at first, with what is left behind a button.
  function section(key, items, draw, size = PAGE) {
    if (!items.length) return null;
    const holder = make("div", { className: "cards" });
    const more = button("more", () => add());
    const add = () => {
      const from = holder.children.length;
      holder.append(...items.slice(from, from + size).map(draw));
      const left = items.length - holder.children.length;
      more.hidden = !left;
      more.textContent = `${words.fill("more", { n: Math.min(left, size) })} (${words.fill("showing", { n: holder.children.length, m: items.length })})`;
    };
    add();
    const amount = make("span", { className: "amount", textContent: words.number(items.length) });
    const title = Array.isArray(words.get(key)) ? words.get(key)[items.length === 1 ? 0 : 1] : words.get(key);
    return make("section", {}, make("h3", { className: "heading" }, title, " ", amount), holder, more);
  }

  // --- the overview ---

  function drawOverview() {
    const { nodes, relations, events } = model.shown();
    const busiest = [...nodes].filter((ix) => model.all.nodes[ix].type !== "place");
    const strongest = [...relations].sort((one, two) => two.reports - one.reports || one.pair - two.pair);
    const dated = [...events].filter((ix) => model.all.events[ix].earliest).reverse();
    overview.replaceChildren(...[
      make("p", { className: "quiet help", textContent: words.get("panel.help") }),
      section("panel.busiest", busiest, (ix) => nodeButton(ix), FEW),
      section("panel.dyads", strongest, (relation) => relationButton(relation), FEW),
      section("panel.latest", dated, (ix) => eventButton(ix), FEW),
    ].filter(Boolean));
  }

  // --- what is chosen ---

  function head(type, label, kind) {
    return [
      make("div", { className: "title" }, shape(type), make("h2", {}, name(label))),
      make("p", { className: "kind" }, kind),
    ];
  }

  // A switch of the state in words: [on, off] are keys, `isOn` says which applies.
  function switchButton([on, off], isOn, act) {
    const element = button("action", act, words.get(isOn ? off : on));
    element.setAttribute("aria-pressed", String(isOn));
    return element;
  }

  function without(list, id) {
    return list.includes(id) ? list.filter((item) => item !== id) : [...list, id];
  }

  function actions({ id, x, y }, { isActor }) {
    const { pins, hidden, expanded, focus, actor } = state.now;
    const { [id]: pinned, ...otherPins } = pins;
    return make("div", { className: "actions" },
      switchButton(["panel.focus", "panel.unfocus"], focus === id, () => state.set({ focus: focus === id ? null : id, tab: "graph" })),
      switchButton(["panel.expand", "panel.collapse"], expanded.includes(id), () => state.set({ expanded: without(expanded, id), tab: "graph" })),
      isActor && switchButton(["panel.only", "panel.not_only"], actor === id, () => state.set({ actor: actor === id ? null : id })),
      switchButton(["panel.pin", "panel.unpin"], Boolean(pinned), () => state.set({ pins: pinned ? otherPins : { ...pins, [id]: [x, y] } })),
      switchButton(["panel.hide", "panel.unhide"], hidden.includes(id), () => state.set({ hidden: without(hidden, id) })));
  }

  function eventFacts({ time, source, target, participant, who, whom, place, links, detail: what, agreements }) {
    const nodes = (list) => list.map((ix) => nodeButton(ix));
    const said = { source: who, target: whom };
    return facts([
      [words.get("panel.date"), [name(words.time(time))]],
      ...Object.entries({ source, target, participant, place })
        .map(([role, list]) => [words.get(`kinds.${role}`), list.length ? nodes(list) : [said[role] && name(said[role])].filter(Boolean)]),
      ...links.map(([kind, ix]) => [words.get(`kinds.${kind}`), [eventButton(ix)]]),
      [words.get("panel.what"), [name(words.pick(what))]],
      [words.get("panel.agreement"), agreements.map(name)],
    ]);
  }

  function describeEvent(ix) {
    const event = model.all.events[ix];
    return [
      head("event", model.eventLabel(ix), [words.get("types.event")[0], evidence.statusBadge(event.status), filteredBadge("events", ix)]),
      eventFacts(event),
      actions(event, { isActor: false }),
      section("panel.reports", event.reports, reportCard),
    ];
  }

  function filteredBadge(kind, ix) {
    return !model.shown()[kind].has(ix) && badge(words.get("panel.filtered"), "filtered");
  }

  // An event of an actor: one line, the sentences folded under it, unless it is among the first.
  function eventCard(ix, place) {
    const { reports, status } = model.all.events[ix];
    const folded = make("details", { open: place < OPEN },
      make("summary", {}, words.count("types.report", reports.length)));
    // The sentences are made when they are first asked for: an actor may have thousands.
    folded.addEventListener("toggle", () => {
      if (folded.open && folded.children.length === 1) folded.append(...reports.map(reportCard));
    });
    return make("div", { className: "card" },
      make("div", { className: "top" }, eventButton(ix), evidence.statusBadge(status)), folded);
  }

  function latestFirst(one, two) {
    const [first, second] = [one, two].map((ix) => model.all.events[ix].earliest ?? "");
    if (first === second) return one - two;
    return first < second ? 1 : -1;
  }

  function officeCard({ title, of, reports }) {
    return make("div", { className: "card" },
      make("div", { className: "top" }, name(words.pick(title)), of !== undefined && nodeButton(of)),
      reports.map(reportCard));
  }

  function describeNode(ix) {
    const node = model.all.nodes[ix];
    const { events, relations } = model.shown();
    const own = model.eventsOf(ix).filter((event) => events.has(event)).sort(latestFirst);
    const joined = relations.filter(({ a, b }) => a === ix || b === ix).sort((one, two) => two.reports - one.reports);
    const said = [...model.shown().reports].filter((report) => model.all.reports[report].says.includes(ix));
    return [
      head(node.type, model.labelOf(ix), [words.get(`types.${node.type}`)[0], filteredBadge("nodes", ix)]),
      facts([
        [words.get("panel.country"), [countryButton(node)]],
        [words.get("panel.also"), [name(otherNames(node, ix).join(" · "))]],
        [words.get("panel.links"), node.links.map((url) => elements.webLink(url))],
      ]),
      actions(node, { isActor: node.type !== "place" }),
      section("panel.offices", node.offices, officeCard),
      section("panel.relations", joined, (relation) => relationButton(relation), FEW),
      section("panel.events", own, eventCard),
      section("panel.says", said, reportCard, FEW),
      section("panel.articles", node.articles, evidence.cite, FEW),
    ];
  }

  function countryButton({ id, country }) {
    const ix = country && id !== `state/${country}` ? model.at("node", `state/${country}`) : undefined;
    return ix === undefined ? null : nodeButton(ix);
  }

  function otherNames({ labels, names }, ix) {
    const label = model.labelOf(ix);
    return [...new Set([...Object.values(labels), ...names])].filter((other) => other !== label).slice(0, 12);
  }

  function describeRelation(relation) {
    const { a, b, cooperation, conflict } = relation;
    const bar = evidence.balanceBar(relation);
    return [
      head("relation", `${model.labelOf(a)} – ${model.labelOf(b)}`, [words.get("types.relation")[0]]),
      make("div", { className: "sum" }, bar, words.fill("panel.balance", { cooperation, conflict })),
      facts([[words.get("types.found")[1], [nodeButton(a), nodeButton(b)]]]),
      section("panel.events", [...relation.events].sort(latestFirst), eventCard),
    ];
  }

  function describeReport(ix) {
    const event = model.all.events.findIndex(({ reports }) => reports.includes(ix));
    const holders = model.all.nodes.flatMap(({ offices }, node) => (
      offices.some(({ reports }) => reports.includes(ix)) ? [node] : []
    ));
    return [
      head("report", words.get("types.report")[0], []),
      event >= 0 && eventButton(event),
      holders.map((node) => nodeButton(node)),
      reportCard(ix),
    ];
  }

  function describe({ kind, id }) {
    if (kind === "relation") {
      const relation = model.relation(id);
      return relation && describeRelation(relation);
    }
    const ix = model.at(kind, id);
    if (ix === undefined) return null;
    return { node: describeNode, event: describeEvent, report: describeReport }[kind](ix);
  }

  function drawDetail(chosen) {
    const parts = describe(chosen);
    if (!parts) return state.set({ chosen: null });
    const focused = [...detail.querySelectorAll("button")].indexOf(document.activeElement);
    detail.replaceChildren(
      button("back", back, elements.icon("back"), make("span", {}, words.get("panel.back"))),
      ...parts.flat(3).filter(Boolean));
    // A switch that is pressed by keyboard is drawn anew and keeps the focus.
    detail.querySelectorAll("button")[focused]?.focus({ preventScroll: true });
    return undefined;
  }

  function back() {
    state.set({ chosen: null });
  }

  // The focus goes to what was opened, and on the way back to where it came from; who points at the
  // drawing keeps it there.
  function moveFocus(isOpened) {
    if (isOpened) {
      const isInside = box.contains(document.activeElement) || document.activeElement === document.body;
      if (isInside) detail.focus({ preventScroll: true });
    } else if (box.contains(document.activeElement) || document.activeElement === document.body) {
      const target = opener?.isConnected && opener !== document.body ? opener : document.getElementById("search");
      target.focus({ preventScroll: true });
    }
  }

  function draw(now, before) {
    if (now.chosen && !before?.chosen) opener = document.activeElement;
    const isChanged = !before || now.chosen !== before.chosen;
    detail.hidden = now.chosen === null;
    overview.hidden = now.chosen !== null || Boolean(now.q.trim());
    const key = { lang: now.lang, shown: model.shown() };
    if (now.chosen) drawDetail(now.chosen);
    else if (!overview.hidden && (drawn?.lang !== key.lang || drawn?.shown !== key.shown)) {
      drawOverview();
      drawn = key;
    }
    // On a small screen a tab that is opened is not left under the sheet.
    if (before && now.tab !== before.tab) box.dataset.open = "false";
    if (!isChanged) return;
    box.dataset.open = String(now.chosen !== null);
    if (now.chosen) box.scrollTop = 0;
    if (before) moveFocus(now.chosen !== null);
  }

  // On a small screen the panel is a sheet that opens over the stage.
  function toggleSheet() {
    box.dataset.open = String(box.dataset.open !== "true");
  }

  function start() {
    document.getElementById("sheet").addEventListener("click", toggleSheet);
    document.getElementById("search").addEventListener("focus", () => { box.dataset.open = "true"; });
    state.on(draw);
    draw(state.now);
  }

  return Object.freeze({ start });
})();
