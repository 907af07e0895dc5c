// Where things are: the outlines of the states, and what is shown in and between them.
"use strict";

const geography = (() => {
  // The Equal Earth projection of Šavrič, Patterson and Jenny (2019), as the outlines have it
  // (tools/worldmap/projection.py): areas keep their proportions.
  const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];
  const M = Math.sqrt(3) / 2;
  const SCALE = 1480;
  const STATE = /^state\/(\w+)$/;
  const RADIAN = Math.PI / 180;
  let loading = null;
  let held = null;
  let memo = { shown: null, value: null };

  function project(lat, lon) {
    const theta = Math.asin(M * Math.sin(lat * RADIAN));
    const square = theta * theta;
    const sixth = square ** 3;
    const slope = A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square);
    const x = (lon * RADIAN * Math.cos(theta)) / (M * slope);
    const y = theta * (A1 + A2 * square + sixth * (A3 + A4 * square));
    return [SCALE * x, -SCALE * y];
  }

  // The outlines, unpacked when they are first asked for: {box, other, states: {code: {at, path}}}.
  function load() {
    loading ??= boot.unpack("world").then((bytes) => JSON.parse(new TextDecoder().decode(bytes)));
    return loading;
  }

  // What is shown, by place on earth. An actor counts for its state: a minister, an army, a port.
  // {states: code to {reports, events, nodes}, lines: "A-B" to {a, b, reports, ...}, places: node
  // to {reports, events}, homeless: nodes that no state has, unplaced: places without coordinates}
  function tally() {
    const shown = model.shown();
    if (memo.shown !== shown) memo = { shown, value: countAll(shown) };
    return memo.value;
  }

  // Of each event its actors and, of each two that act on each other, their states; laid out once,
  // since a filter changes none of it.
  function layOut() {
    held ??= model.all.events.map((event, ix) => ({
      actors: model.actorsOf(ix),
      dyads: model.dyadsOf(event).map((ends) => [...ends, lineOf(...ends)]).filter(([, , line]) => line),
    }));
    return held;
  }

  // "A-B" of the states of two actors, "" when they have one or one has none.
  function lineOf(one, other) {
    const [a, b] = [countryOf(one), countryOf(other)].sort();
    return a && a !== b ? `${a}-${b}` : "";
  }

  function countAll(shown) {
    const found = {
      states: new Map(), lines: new Map(), places: new Map(),
      homeless: new Set(), unplaced: new Set(),
    };
    const parts = layOut();
    for (const ix of shown.events) {
      const told = reportsOf(ix, shown);
      countStates(found, ix, parts[ix], told, shown);
      countLines(found, ix, parts[ix], told, shown);
      countPlaces(found, ix, told, shown);
    }
    return Object.freeze(found);
  }

  function reportsOf(ix, shown) {
    let told = 0;
    for (const report of model.all.events[ix].reports) if (shown.reports.has(report)) told += 1;
    return told;
  }

  function countStates(found, ix, { actors }, told, shown) {
    for (const node of actors) {
      if (!shown.nodes.has(node)) continue;
      const code = countryOf(node);
      if (!code) {
        found.homeless.add(node);
        continue;
      }
      const state = entry(found.states, code, () => ({ reports: 0, events: [], nodes: new Set() }));
      state.nodes.add(node);
      if (state.events.at(-1) === ix) continue; // another actor of the state has counted it
      state.reports += told;
      state.events.push(ix);
    }
  }

  // A pair of states counts once, however many of their actors an event joins.
  function countLines(found, ix, { dyads }, told, shown) {
    for (const [one, other, id] of dyads) {
      if (!shown.nodes.has(one) || !shown.nodes.has(other)) continue;
      const line = entry(found.lines, id, blankLine);
      if (line.events.at(-1) === ix) continue;
      line.reports += told;
      line.events.push(ix);
      if (model.stance(ix) > 0) line.cooperation += told;
      if (model.stance(ix) < 0) line.conflict += told;
    }
  }

  function blankLine(id) {
    const [a, b] = id.split("-");
    return { a, b, reports: 0, cooperation: 0, conflict: 0, events: [] };
  }

  function countPlaces(found, ix, told, shown) {
    for (const node of model.all.events[ix].place) {
      if (!shown.nodes.has(node)) continue;
      if (model.all.nodes[node].lat === undefined) {
        found.unplaced.add(node);
        continue;
      }
      const place = entry(found.places, node, () => ({ reports: 0, events: [] }));
      place.reports += told;
      place.events.push(ix);
    }
  }

  // The actors of a state that is shown, each with its reports, the most reported first.
  function actorsOf(code) {
    const { nodes, events } = tally().states.get(code) ?? { nodes: [], events: [] };
    const shown = model.shown();
    const told = new Map([...nodes].map((node) => [node, 0]));
    for (const ix of events) {
      for (const node of model.actorsOf(ix)) {
        if (told.has(node)) told.set(node, told.get(node) + reportsOf(ix, shown));
      }
    }
    return [...told].sort(([one, a], [other, b]) => b - a || one - other);
  }

  // The relations that are shown between actors of two states, the most reported first.
  function relationsOf(a, b) {
    return model.shown().relations
      .filter((relation) => lineOf(relation.a, relation.b) === `${a}-${b}`)
      .sort((one, other) => other.reports - one.reports);
  }

  function entry(map, key, make) {
    if (!map.has(key)) map.set(key, make(key));
    return map.get(key);
  }

  // ISO 3166-1 alpha-3 of the state that an actor is, acts for or lies in; "" when it has none.
  function countryOf(node) {
    const { id, country } = model.all.nodes[node];
    return country ?? STATE.exec(id)?.[1] ?? "";
  }

  return Object.freeze({ project, load, tally, countryOf, actorsOf, relationsOf });
})();
