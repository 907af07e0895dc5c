// What is drawn: chosen from what is shown, as nodes and lines in the plane.
"use strict";

const scene = (() => {
  const STEP = 60; // neighbours that one expansion adds, the strongest first
  const LEAN = 0.34; // balance from which a relation counts as cooperation, or as conflict
  const SIZES = { state: 15, person: 11, organisation: 11, group: 12, place: 8, event: 8 };
  const stretches = new Map();
  let memo = { key: null, chosen: null, value: null };
  let held = null;

  // --- which nodes and events ---

  // The numbers of nodes and events, each once, in the order in which they were added.
  class Choice {
    constructor(now, shown) {
      this.now = now;
      this.shown = shown;
      this.nodes = new Set();
      this.events = new Set();
      this.opened = new Set(); // relations whose events are drawn in place of their line
      this.hidden = new Set(now.hidden);
    }

    addNode(ix) {
      if (!this.hidden.has(model.all.nodes[ix].id)) this.nodes.add(ix);
    }

    addEvent(ix) {
      if (this.hidden.has(model.all.events[ix].id)) return;
      this.events.add(ix);
      for (const node of model.nodesOf(ix)) if (this.shown.nodes.has(node)) this.addNode(node);
    }
  }

  function isActor(ix) {
    return model.all.nodes[ix].type !== "place";
  }

  function tellings(ix) {
    return model.all.events[ix].reports.length;
  }

  // The most told first; of those told as often the ones between the most reported actors.
  function mostTold(events) {
    const lowest = (ix) => Math.max(-1, ...model.actorsOf(ix));
    const keyed = [...events].map((ix) => [ix, tellings(ix), lowest(ix)]);
    return keyed.sort((one, other) => other[1] - one[1] || one[2] - other[2] || one[0] - other[0])
      .map(([ix]) => ix);
  }

  function choose(now, shown) {
    const choice = new Choice(now, shown);
    if (now.focus) addFocus(choice, now.focus);
    else addMain(choice);
    const times = new Map();
    for (const id of now.expanded) times.set(id, (times.get(id) ?? 0) + 1);
    for (const [id, count] of times) expand(choice, id, count * STEP);
    addChosen(choice, now.chosen);
    for (const id of now.lit) addChosen(choice, { kind: model.at("node", id) === undefined ? "event" : "node", id });
    return choice;
  }

  function addMain(choice) {
    const { now, shown } = choice;
    if (now.level === "events") {
      for (const ix of mostTold(shown.events).slice(0, now.limit)) choice.addEvent(ix);
    }
    // Among events an actor without any of them tells nothing, but when all are drawn.
    if (now.level === "events" && shown.events.size > now.limit) return;
    let room = now.limit - choice.nodes.size;
    for (const ix of shown.nodes) {
      if (room <= 0) break;
      if (!isActor(ix) || choice.nodes.has(ix)) continue;
      choice.addNode(ix);
      room -= 1;
    }
  }

  function addFocus(choice, id) {
    const node = model.at("node", id);
    if (node !== undefined) choice.addNode(node);
    expand(choice, id, choice.now.limit);
  }

  function expand(choice, id, most) {
    const node = model.at("node", id);
    const event = model.at("event", id);
    if (event !== undefined) expandEvent(choice, event);
    else if (node === undefined) openRelation(choice, id, most);
    else if (choice.now.level === "events" || !isActor(node)) {
      const events = model.eventsOf(node).filter((ix) => choice.shown.events.has(ix));
      for (const ix of mostTold(events).slice(0, most)) choice.addEvent(ix);
    } else {
      for (const ix of partners(node, choice.shown).slice(0, most)) choice.addNode(ix);
    }
  }

  function expandEvent(choice, event) {
    choice.addEvent(event);
    for (const [, other] of model.all.events[event].links) {
      if (choice.shown.events.has(other)) choice.addEvent(other);
    }
  }

  function openRelation(choice, id, most) {
    const relation = /^\d+-\d+$/.test(id) && model.relation(id);
    if (!relation) return;
    choice.opened.add(relation.id);
    choice.addNode(relation.a);
    choice.addNode(relation.b);
    for (const ix of mostTold(relation.events).slice(0, most)) choice.addEvent(ix);
  }

  // Those a node is related to, or holds an office of, by the number of reports.
  function partners(node, shown) {
    const told = new Map();
    for (const { a, b, reports } of shown.relations) {
      if (a === node) told.set(b, reports);
      if (b === node) told.set(a, reports);
    }
    for (const [person, of] of offices()) {
      if (person === node && shown.nodes.has(of)) told.set(of, told.get(of) ?? 0);
      if (of === node && shown.nodes.has(person)) told.set(person, told.get(person) ?? 0);
    }
    return [...told.keys()].sort((one, other) => told.get(other) - told.get(one) || one - other);
  }

  // What the reader chose is drawn, whatever the limit.
  function addChosen(choice, chosen) {
    if (chosen?.kind === "node") {
      const ix = model.at("node", chosen.id);
      if (ix !== undefined) choice.addNode(ix);
    } else if (chosen?.kind === "event") {
      const ix = model.at("event", chosen.id);
      if (ix !== undefined) choice.addEvent(ix);
    } else if (chosen?.kind === "relation") {
      const relation = model.relation(chosen.id);
      if (relation) [relation.a, relation.b].forEach((ix) => choice.addNode(ix));
    }
  }

  // [person, of] of each office that names whose it is.
  function offices() {
    held ??= model.all.nodes.flatMap(({ offices: own }, ix) => own
      .filter(({ of }) => of !== undefined).map(({ of }) => [ix, of]));
    return held;
  }

  // --- as nodes and lines ---

  function toNode(ix) {
    const { id, type, x, y } = model.all.nodes[ix];
    const told = model.eventsOf(ix).length;
    const r = SIZES[type] + Math.min(9, 1.5 * Math.log2(1 + told));
    return { key: `n${ix}`, kind: "node", ix, id, type, x, y, r, label: model.labelOf(ix), below: "" };
  }

  function toEvent(ix) {
    const { id, x, y, time, status } = model.all.events[ix];
    return {
      key: `e${ix}`, kind: "event", ix, id, type: "event", x, y, status,
      stance: model.stance(ix), r: SIZES.event + Math.min(5, 1.5 * Math.log2(tellings(ix) || 1)),
      label: model.eventLabel(ix), below: words.time(time),
    };
  }

  function leaning(relation) {
    if (!relation.cooperation && !relation.conflict) return 0;
    if (relation.balance > LEAN) return 1;
    return relation.balance < -LEAN ? -1 : NaN;
  }

  // stance: 1 cooperation, -1 conflict, NaN some of both, 0 neither.
  function toLine(kind, id, a, b, more = {}) {
    return { kind, id, a, b, width: 1.4, stance: 0, status: "actual", arrow: false, ...more };
  }

  function relationLines(choice, byKey) {
    return choice.shown.relations.flatMap((relation) => {
      const [a, b] = [byKey.get(`n${relation.a}`), byKey.get(`n${relation.b}`)];
      if (!a || !b || choice.opened.has(relation.id)) return [];
      const width = Math.min(9, 1.4 + 1.3 * Math.log2(relation.reports));
      const { id, status, reports } = relation;
      return [toLine("relation", id, a, b, { width, stance: leaning(relation), status, reports })];
    });
  }

  function eventLines(choice, byKey) {
    return [...choice.events].flatMap((ix) => {
      const event = model.all.events[ix];
      const own = byKey.get(`e${ix}`);
      const { stance, status } = own;
      const join = (role, arrow, flip) => event[role].flatMap((node) => {
        const other = byKey.get(`n${node}`);
        const [a, b] = flip ? [other, own] : [own, other];
        return other ? [toLine(role, event.id, a, b, { stance, status, arrow })] : [];
      });
      const links = event.links.flatMap(([link, to]) => {
        const other = byKey.get(`e${to}`);
        return other ? [toLine(link, event.id, own, other, { arrow: true, width: 1 })] : [];
      });
      return [
        ...join("source", false, true), ...join("target", true, false),
        ...join("participant", false, false), ...join("place", false, false), ...links,
      ];
    });
  }

  function officeLines(lines, byKey) {
    const related = new Set(lines.map(({ kind, id }) => kind === "relation" && id));
    return offices().flatMap(([person, of]) => {
      const [a, b] = [byKey.get(`n${person}`), byKey.get(`n${of}`)];
      const pair = person < of ? `${person}-${of}` : `${of}-${person}`;
      return a && b && a !== b && !related.has(pair) ? [toLine("office", a.id, a, b)] : [];
    });
  }

  function mainActors(limit) {
    return [...model.all.nodes.keys()].filter(isActor).slice(0, limit);
  }

  // The plane is stretched for the most reported, as many as are drawn at most.
  function stretchFor({ level, limit }) {
    const key = `${level} ${limit}`;
    if (!stretches.has(key)) {
      const { nodes, events } = model.all;
      const told = level === "events" ? mostTold(events.keys()).slice(0, limit) : [];
      const actors = told.length ? new Set(told.flatMap(model.nodesOf)) : mainActors(limit);
      stretches.set(key, placing.stretchOf([
        ...[...actors].map((ix) => nodes[ix]), ...told.map((ix) => events[ix]),
      ]));
    }
    return stretches.get(key);
  }

  // The plane is wide, as most windows are; for one of another form it is turned into that, area
  // for area, as far as it does not look odd.
  function shapeFor(items, [width, height]) {
    if (items.length < 3 || !width || !height) return 1;
    const span = (values) => values.reduce((most, value) => Math.max(most, value), -Infinity)
      - values.reduce((least, value) => Math.min(least, value), Infinity);
    const form = span(items.map(({ x }) => x)) / Math.max(1, span(items.map(({ y }) => y)));
    return Math.min(1.25, Math.max(0.6, Math.sqrt(width / height / form)));
  }

  // To the plane of the drawing from that of the data, in which pins are kept.
  function toPlane([x, y], { stretch, form }) {
    return { x: x * stretch * form, y: (y * stretch) / form };
  }

  function toData({ x, y }, { stretch, form }) {
    return [Math.round(x / stretch / form), Math.round((y / stretch) * form)];
  }

  function spread(items, pins, plane) {
    for (const item of items) {
      const pinned = pins[item.id];
      Object.assign(item, toPlane(pinned ?? [item.x, item.y], plane), { fixed: Boolean(pinned) });
    }
    placing.settle(items);
  }

  function build(now, size) {
    const choice = choose(now, model.shown());
    const nodes = [...choice.nodes].sort((a, b) => a - b).map(toNode);
    const events = [...choice.events].sort((a, b) => a - b).map(toEvent);
    const items = [...nodes, ...events];
    // As the window changes while it is read, the drawing keeps its form.
    const form = memo.value?.form ?? shapeFor(items, size);
    const plane = { stretch: stretchFor(now), form };
    spread(items, now.pins, plane);
    const byKey = new Map(items.map((item) => [item.key, item]));
    const lines = [
      ...(now.level === "actors" ? relationLines(choice, byKey) : []),
      ...eventLines(choice, byKey),
    ];
    lines.push(...officeLines(lines, byKey));
    return Object.freeze({ items, lines, byKey, ...plane, counts: count(choice) });
  }

  function count({ nodes, events, shown }) {
    const actors = [...shown.nodes].filter(isActor).length;
    return {
      actors: [[...nodes].filter(isActor).length, actors],
      events: [events.size, shown.events.size],
    };
  }

  const CHOICES = ["level", "lang", "off", "actor", "from", "to", "datedOnly", "score", "focus",
    "expanded", "hidden", "pins", "limit", "lit"];

  // The scene of the state, worked out once: {items, lines, byKey, stretch, form, counts}. What is
  // chosen changes it only when it is not drawn already. size: of the window, in pixels.
  function now(size = [0, 0]) {
    const key = JSON.stringify(CHOICES.map((name) => state.now[name]));
    const chosen = JSON.stringify(state.now.chosen);
    if (key !== memo.key || (chosen !== memo.chosen && !holds(memo.value, state.now.chosen))) {
      memo = { key, chosen, value: build(state.now, size) };
    }
    return memo.value;
  }

  function holds({ byKey }, chosen) {
    if (!chosen || chosen.kind === "report") return true;
    if (chosen.kind === "relation") return chosen.id.split("-").every((ix) => byKey.has(`n${ix}`));
    return byKey.has(keyOf(chosen.kind, chosen.id));
  }

  // The key of a node or an event by its id; none when the page does not have it.
  function keyOf(kind, id) {
    const ix = model.at(kind, id);
    return ix === undefined ? undefined : `${kind[0]}${ix}`;
  }

  return Object.freeze({ now, keyOf, toData });
})();
