// The data of the page, and which of it is shown: all other parts ask here.
"use strict";

const model = (() => {
  const NONE = Object.freeze([]);
  const LISTS = {
    nodes: ["names", "links", "offices", "articles"],
    events: ["cls", "source", "target", "participant", "place", "links", "agreements", "reports"],
    reports: ["marks", "says", "theme"],
  };
  // What the page leaves out where it is as usual: see payload.py.
  const USUAL = {
    nodes: {}, events: { status: "actual" },
    reports: { status: "actual", score: 1, before: "", trigger: "", after: "" },
  };
  const all = { nodes: NONE, events: NONE, reports: NONE, articles: NONE, classes: {} };
  const places = { node: new Map(), event: new Map(), report: new Map() };

  function start(data) {
    Object.assign(all, data);
    for (const [kind, lists] of Object.entries(LISTS)) {
      for (const item of all[kind]) {
        for (const name of lists) item[name] ??= NONE;
        for (const name of Object.keys(USUAL[kind])) item[name] ??= USUAL[kind][name];
      }
    }
    for (const kind of Object.keys(places)) {
      all[`${kind}s`].forEach(({ id }, ix) => places[kind].set(id, ix));
    }
    sieve.prepare(all);
  }

  // Works out something anew only when one of some keys of the state has changed.
  function remember(keys, make) {
    let last = null;
    return () => {
      const { now } = state;
      if (!last || keys.some((key) => now[key] !== last.now[key])) last = { now, value: make(now) };
      return last.value;
    };
  }

  // What the filters leave, as {events, reports, nodes, relations, counts}; the search hides nothing.
  const shown = remember(["off", "actor", "from", "to", "datedOnly", "score"], (now) => sieve.filter(now));

  // The events that all filters but those of time leave: what the timeline stands on.
  const untimed = remember(["off", "actor", "score"], (now) => sieve.untimed(now));

  // The number of a node, event or report by its id; undefined when there is none.
  function at(kind, id) {
    return places[kind]?.get(id);
  }

  // The relation of two numbers "a-b", whether it is shown or not; undefined when there is none.
  function relation(id) {
    const [a, b] = id.split("-").map(Number);
    return shown().relations.find((item) => item.a === a && item.b === b) ?? sieve.bareRelation(a, b);
  }

  function actorsOf(ix) {
    const { source, target, participant } = all.events[ix];
    return [...new Set([...source, ...target, ...participant])];
  }

  function nodesOf(ix) {
    return [...new Set([...actorsOf(ix), ...all.events[ix].place])];
  }

  // Who acts on whom, or who meets with whom: [from, to] each.
  function dyadsOf({ source, target, participant }) {
    const dyads = source.flatMap((from) => target.map((to) => [from, to]));
    participant.forEach((one, place) => {
      for (const other of participant.slice(place + 1)) dyads.push([one, other]);
    });
    return dyads.filter(([from, to]) => from !== to);
  }

  function outletOf(article) {
    return all.articles[article]?.source ?? "";
  }

  // When an event happened; of one without a date, when it was first told.
  function timeLabel(eventIx) {
    const { time, reports } = all.events[eventIx];
    if (time) return words.time(time);
    const days = reports.map((ix) => all.articles[all.reports[ix].article].date).filter(Boolean).sort();
    return days.length ? words.fill("told", { time: words.time(days[0]) }) : "";
  }

  function labelOf(nodeIx) {
    return elements.clip(words.pick(all.nodes[nodeIx].labels));
  }

  function classLabel(name) {
    return words.pick(all.classes[name]?.labels) || words.get("types.event")[0];
  }

  // "Meeting", or "Meeting / Visit" where reports differ.
  function eventLabel(ix) {
    return all.events[ix].cls.map(classLabel).join(" / ") || words.get("types.event")[0];
  }

  // "Ana Lima – João Ávila" of a mutual act, "Ana Lima → João Ávila" of any other.
  function sidesLabel(ix) {
    const { participant, who, whom } = all.events[ix];
    if (participant.length) return [who, ...participant.map(labelOf), whom].filter(Boolean).join(" – ");
    return namesOf(ix).filter(Boolean).join(" → ");
  }

  // The names of both sides, or else the words for them: ["police", "12 students"].
  function namesOf(ix) {
    const { source, target, participant, who, whom } = all.events[ix];
    const [one, other] = participant.length && !who ? [participant.slice(0, 1), participant.slice(1)]
      : participant.length ? [NONE, participant] : [source, target];
    const names = (list) => list.map(labelOf).join(", ");
    return [names(one) || (who ?? ""), names(other) || (whom ?? "")];
  }

  // "Meeting: Ana Lima – João Ávila, 3 Mar 2026".
  function eventTitle(ix) {
    const title = [eventLabel(ix), sidesLabel(ix)].filter(Boolean).join(": ");
    return [title, words.time(all.events[ix].time)].filter(Boolean).join(", ");
  }

  function sentenceOf({ before, trigger, after }) {
    return before + trigger + after;
  }

  return Object.freeze({
    all, start, shown, untimed, at, relation, actorsOf, nodesOf, dyadsOf, outletOf, timeLabel,
    labelOf, classLabel, eventLabel, sidesLabel, namesOf, eventTitle, sentenceOf,
    eventsOf: (nodeIx) => sieve.eventsOf(nodeIx),
    isMentioned: (nodeIx) => sieve.isMentioned(nodeIx),
    stance: (eventIx) => sieve.stance(eventIx),
    fold: finding.fold,
    search: finding.search,
  });
})();
