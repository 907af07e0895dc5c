// What the filters leave: events, their sentences and actors, and the relations between these.
"use strict";

const sieve = (() => {
  const { Marked, number, allow, count, flatten, turn, slice } = columns;
  const NONE = Object.freeze([]);
  const UNDATED = 0;
  let all = null;
  let table = null; // columns of the data
  let pairs = null; // of actors: a and b of each, and their events

  // Two actors and the events that they share. Its events are listed only when asked for.
  class Relation {
    constructor(pair, sums, status) {
      this.pair = pair;
      this.a = pairs.a[pair];
      this.b = pairs.b[pair];
      this.id = `${this.a}-${this.b}`;
      this.count = sums ? sums.events[pair] : 0;
      this.reports = sums ? sums.reports[pair] : 0;
      this.cooperation = sums ? sums.cooperation[pair] : 0;
      this.conflict = sums ? sums.conflict[pair] : 0;
      this.status = status;
    }

    // From -1, all conflict, to 1, all cooperation.
    get balance() {
      const sum = this.cooperation + this.conflict;
      return sum ? (this.cooperation - this.conflict) / sum : 0;
    }

    get events() {
      return slice(pairs.events, this.pair).filter((ix) => model.shown().events.has(ix));
    }
  }

  // --- the columns ---

  function prepare(data) {
    all = data;
    const { nodes, events, reports } = all;
    const ofEvents = flatten(events.map((_, ix) => model.nodesOf(ix)));
    table = {
      outlet: number(reports, ({ article }) => model.outletOf(article)),
      language: number(reports, ({ lang }) => lang ?? ""),
      status: number(reports, ({ status }) => status),
      score: Float32Array.from(reports, ({ score }) => score),
      kind: number(events, ({ cls }) => cls.join(" ")),
      stance: Int8Array.from(events, stanceOf),
      first: Int32Array.from(events, ({ earliest, latest }) => toDay(earliest ?? latest)),
      last: Int32Array.from(events, ({ earliest, latest }) => toDay(latest ?? earliest)),
      reports: flatten(events.map((event) => event.reports)),
      nodes: ofEvents,
      eventsOf: turn(ofEvents, nodes.length),
      offices: nodes.flatMap(({ offices }, ix) => offices.map((office) => [ix, office])),
    };
    table.isMentioned = mentionedOnly();
    table.type = number([...nodes.keys()], (ix) => (table.isMentioned[ix] ? "mentioned" : nodes[ix].type));
    table.shape = number(nodes, ({ type }) => type);
    pairs = pairUp();
  }

  function stanceOf({ cls }) {
    return { cooperation: 1, conflict: -1 }[all.classes[cls[0]]?.stance] ?? 0;
  }

  // Days since 1970 plus a million, so that no date is UNDATED.
  function toDay(date) {
    return date ? Date.parse(date) / 864e5 + 1e6 : UNDATED;
  }

  // Actors that no event and no office has: the articles only mention them.
  function mentionedOnly() {
    const mentioned = new Uint8Array(all.nodes.length).fill(1);
    for (const ix of table.nodes.values) mentioned[ix] = 0;
    for (const [ix, office] of table.offices) {
      mentioned[ix] = 0;
      if (office.of !== undefined) mentioned[office.of] = 0;
    }
    return mentioned;
  }

  function pairUp() {
    const numbers = new Map();
    const a = [];
    const b = [];
    const toPair = ([from, to]) => {
      const [one, other] = from < to ? [from, to] : [to, from];
      const key = one * all.nodes.length + other;
      if (!numbers.has(key)) {
        numbers.set(key, a.push(one) - 1);
        b.push(other);
      }
      return numbers.get(key);
    };
    const ofEvents = flatten(all.events.map((event) => [...new Set(model.dyadsOf(event).map(toPair))]));
    return { a, b, ofEvents, events: turn(ofEvents, a.length) };
  }

  // --- one pass after the other ---

  // Everything that is shown under a state: see model.shown.
  function filter(now) {
    const reports = filterReports(now);
    const events = filterEvents(now, reports);
    const told = reportsOf(events, reports);
    const nodes = filterNodes(now, events, reports, told);
    return Object.freeze({
      events, nodes, reports: told, relations: relate(events, reports, nodes),
      counts: {
        nodes: [nodes.size, all.nodes.length],
        events: [events.size, all.events.length],
        reports: [told.size, all.reports.length],
        articles: [articlesOf(told), all.articles.length],
      },
    });
  }

  // The events that all filters but those of time leave.
  function untimed(now) {
    const always = { ...now, from: null, to: null, datedOnly: false };
    return filterEvents(always, filterReports(always));
  }

  function filterReports({ off, score }) {
    const found = new Marked(all.reports.length);
    const [outlet, language, status] = ["outlet", "language", "status"]
      .map((name) => allow(table[name], (value) => !off[name].includes(value)));
    for (let ix = 0; ix < all.reports.length; ix += 1) {
      const isOn = outlet[table.outlet.rows[ix]] && language[table.language.rows[ix]]
        && status[table.status.rows[ix]] && table.score[ix] >= score;
      if (isOn) found.add(ix);
    }
    return found;
  }

  function isClassOn(name, off) {
    return !off.cls.includes(name) && !off.root.includes(all.classes[name]?.root);
  }

  // An event counts when a sentence of it is left, and it lies within the days at least in part.
  function filterEvents(now, reports) {
    const found = new Marked(all.events.length);
    const kinds = allow(table.kind, (names) => (
      names === "" || names.split(" ").some((name) => isClassOn(name, now.off))
    ));
    const from = now.from ? toDay(now.from) : -Infinity;
    const to = now.to ? toDay(now.to) : Infinity;
    const isWithin = (ix) => (table.first[ix] === UNDATED
      ? !now.datedOnly
      : table.last[ix] >= from && table.first[ix] <= to);
    const rows = now.actor === null ? null : eventsOf(model.at("node", now.actor));
    const number = rows ? rows.length : all.events.length;
    for (let at = 0; at < number; at += 1) {
      const ix = rows ? rows[at] : at;
      if (kinds[table.kind.rows[ix]] && isWithin(ix) && countReports(ix, reports)) found.add(ix);
    }
    return found;
  }

  function countReports(ix, reports) {
    const { starts, values } = table.reports;
    let told = 0;
    for (let at = starts[ix]; at < starts[ix + 1]; at += 1) if (reports.has(values[at])) told += 1;
    return told;
  }

  function reportsOf(events, reports) {
    const found = new Marked(all.reports.length);
    const { starts, values } = table.reports;
    for (const ix of events) {
      for (let at = starts[ix]; at < starts[ix + 1]; at += 1) {
        if (reports.has(values[at])) found.add(values[at]);
      }
    }
    return found;
  }

  function articlesOf(reports) {
    const found = new Marked(all.articles.length);
    for (const ix of reports) found.add(all.reports[ix].article);
    return found.size;
  }

  // Actors and places of what is shown. Who holds an office or is only mentioned is in no event, so
  // that a choice of events says nothing of them: they are shown as long as all events are.
  function filterNodes(now, events, reports, told) {
    const found = new Marked(all.nodes.length);
    const types = allow(table.shape, (type) => !now.off.type.includes(type));
    const add = (ix) => { if (types[table.shape.rows[ix]]) found.add(ix); };
    const { starts, values } = table.nodes;
    for (const ix of events) {
      for (let at = starts[ix]; at < starts[ix + 1]; at += 1) add(values[at]);
    }
    const isWhole = !now.from && !now.to && !now.actor && !now.datedOnly;
    if (isWhole) addHolders(add, reports, told);
    if (isWhole && !now.off.type.includes("mentioned")) {
      table.isMentioned.forEach((only, ix) => { if (only) add(ix); });
    }
    return found;
  }

  function addHolders(add, reports, told) {
    for (const [ix, office] of table.offices) {
      const left = office.reports.filter((report) => reports.has(report));
      left.forEach((report) => told.add(report));
      if (!left.length) continue;
      add(ix);
      if (office.of !== undefined) add(office.of);
    }
  }

  // Sums of each pair over the events that are shown; pairs without any are left out.
  function relate(events, reports, nodes) {
    const size = pairs.a.length;
    const sums = Object.fromEntries(["reports", "events", "cooperation", "conflict", "facts"]
      .map((name) => [name, new Uint32Array(size)]));
    const { starts, values } = pairs.ofEvents;
    for (const ix of events) {
      if (starts[ix] === starts[ix + 1]) continue;
      const told = countReports(ix, reports);
      const stance = table.stance[ix];
      for (let at = starts[ix]; at < starts[ix + 1]; at += 1) {
        const pair = values[at];
        sums.events[pair] += 1;
        sums.reports[pair] += told;
        if (stance > 0) sums.cooperation[pair] += told;
        if (stance < 0) sums.conflict[pair] += told;
        if (all.events[ix].status === "actual") sums.facts[pair] += 1;
      }
    }
    return toRelations(sums, nodes);
  }

  function toRelations(sums, nodes) {
    const found = [];
    for (let pair = 0; pair < pairs.a.length; pair += 1) {
      if (!sums.events[pair] || !nodes.has(pairs.a[pair]) || !nodes.has(pairs.b[pair])) continue;
      found.push(new Relation(pair, sums, sums.facts[pair] ? "actual" : statusOf(pair)));
    }
    return found;
  }

  function statusOf(pair) {
    return all.events[pairs.events.values[pairs.events.starts[pair]]].status;
  }

  // --- what is asked of the columns ---

  // The events that a node takes part in or that happened there; none of no node.
  function eventsOf(nodeIx) {
    return nodeIx === undefined ? NONE : slice(table.eventsOf, nodeIx);
  }

  // The relation of two nodes without its figures; undefined when they share no event.
  function bareRelation(a, b) {
    const pair = (a < all.nodes.length ? eventsOf(a) : NONE)
      .flatMap((event) => slice(pairs.ofEvents, event))
      .find((number) => pairs.a[number] === a && pairs.b[number] === b);
    return pair === undefined ? undefined : new Relation(pair, null, statusOf(pair));
  }

  // How many there are of each value of each filter, among some {nodes, events, reports}: lists.
  function tally({ nodes, events, reports }) {
    const cls = new Map();
    const root = new Map();
    const add = (sums, name, amount) => sums.set(name, (sums.get(name) ?? 0) + amount);
    for (const [names, amount] of count(table.kind, events)) {
      const own = names.split(" ").filter((name) => name in all.classes);
      for (const name of own) add(cls, name, amount);
      for (const name of new Set(own.map((item) => all.classes[item].root))) add(root, name, amount);
    }
    return {
      type: count(table.type, nodes), cls, root,
      status: count(table.status, reports),
      outlet: count(table.outlet, reports),
      language: count(table.language, reports),
    };
  }

  return Object.freeze({
    prepare, filter, untimed, eventsOf, bareRelation, tally,
    isMentioned: (ix) => table.isMentioned[ix] === 1,
    stance: (ix) => table.stance[ix],
  });
})();
