// What the panel says of a node or an edge. `choose(kind, id)` is called to go to another.
"use strict";

const panel = (() => {
  const { strings } = data;
  const { make, shape, name, badge, button, webLink, facts, section } = elements;

  const ACTORS = new Set(["source", "target", "participant"]);

  function nodeButton(id, choose) {
    const { type, label } = data.nodes[id];
    return button("link", () => choose("node", id), shape(type), name(label));
  }

  function report(id, choose) {
    const told = data.evidence[id];
    const mark = told.trigger && make("mark", { textContent: told.trigger });
    const details = [told.when, told.place, told.quantity, ...(told.theme ?? [])];
    return make(
      "div",
      { className: "report" },
      make("blockquote", { dir: "auto", lang: told.lang ?? "" }, told.before, mark, told.after),
      make(
        "div",
        { className: "badges" },
        badge(strings.status[told.status], "status"),
        details.map((text) => badge(text)),
      ),
      says(told, choose),
      cite(data.articles[told.article] ?? {}),
    );
  }

  function says(told, choose) {
    const known = (told.says ?? []).filter((id) => data.nodes[id]);
    if (!known.length && !told.says_text) return null;
    const speakers = known.map((id, at) => [at ? ", " : "", nodeButton(id, choose)]);
    return make("p", { className: "says" }, `${strings.according} `, known.length ? speakers : name(told.says_text));
  }

  function cite(article) {
    const rest = [article.source, article.when ?? strings.undated].filter((text) => text);
    return make(
      "p",
      { className: "cite" },
      webLink(article.url, article.title ?? strings.untitled),
      rest.map((text) => [" · ", name(text)]),
    );
  }

  function card(top, evidence, choose) {
    return make(
      "div",
      { className: "card" },
      top.length > 0 && make("div", { className: "top" }, top),
      (evidence ?? []).map((id) => report(id, choose)),
    );
  }

  function head(type, label, kind) {
    return [
      make("div", { className: "title" }, shape(type), make("h2", {}, name(label))),
      make("p", { className: "kind" }, kind),
    ];
  }

  // The edges of a node, each with its id and the node at its other end.
  function joins(id) {
    return drawing.edgesOf(id).map((edgeId) => {
      const edge = data.edges[edgeId];
      return { ...edge, id: edgeId, other: edge.source === id ? edge.target : edge.source };
    });
  }

  // What an event is joined to, by the part that it plays.
  function parts(id, choose) {
    const rows = new Map();
    const order = Object.keys(strings.kinds);
    const sorted = joins(id).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    for (const { source, kind, other } of sorted) {
      // "In exchange for" reads from this event to the other, not back.
      const term = data.nodes[other].type === "event" && source !== id ? "↔" : strings.kinds[kind];
      rows.set(term, [...(rows.get(term) ?? []), nodeButton(other, choose)]);
    }
    return [...rows];
  }

  function describeEvent(id, choose) {
    const node = data.nodes[id];
    return [
      head("event", node.label, [
        strings.types.event[0],
        badge(strings.status[node.status], "status"),
      ]),
      facts([
        [strings.facts.date, [name(node.when)]],
        ...parts(id, choose),
        [strings.facts.what, [name(node.detail)]],
        [strings.facts.agreement, (node.agreements ?? []).map(name)],
      ]),
      section(
        strings.sections.reports,
        (node.evidence ?? []).map((item) => card([], [item], choose)),
      ),
    ];
  }

  // self: whose card it is; the event names the others.
  function eventCard(self, { other: event, evidence }, choose) {
    const others = new Map();
    for (const { kind, other } of joins(event)) {
      if (!ACTORS.has(kind) || other === self) continue;
      others.set(kind, [...(others.get(kind) ?? []), data.nodes[other].label]);
    }
    const about = [...others].map(([kind, labels]) => `${strings.kinds[kind]} ${labels.join(", ")}`);
    if (data.nodes[event].when) about.unshift(data.nodes[event].when);
    const words = about.map((text, at) => [at ? " · " : "", name(text)]);
    return card(
      [nodeButton(event, choose), make("span", { className: "when" }, words)],
      evidence,
      choose,
    );
  }

  function officeCard({ label, other, evidence }, choose) {
    return card([name(label), nodeButton(other, choose)], evidence, choose);
  }

  function describeEntity(id, choose) {
    const node = data.nodes[id];
    const edges = joins(id);
    const offices = edges.filter(({ kind }) => kind === "office");
    const events = edges.filter(({ kind }) => kind !== "office").sort(earliestFirst);
    const own = (node.evidence ?? []).filter((item) => !isSaying(item, id));
    const sayings = (node.evidence ?? []).filter((item) => isSaying(item, id));
    return [
      head(node.type, node.label, strings.types[node.type][0]),
      facts([
        [strings.facts.country, [name(node.country)]],
        [strings.facts.links, (node.links ?? []).map((url) => webLink(url))],
      ]),
      section(strings.sections.offices, [
        ...offices.map((edge) => officeCard(edge, choose)),
        ...(own.length ? [card((node.titles ?? []).map(name), own, choose)] : []),
      ]),
      section(strings.sections.events, events.map((edge) => eventCard(id, edge, choose))),
      section(strings.sections.says, sayings.map((item) => card([], [item], choose))),
      section(strings.sections.articles, (node.articles ?? []).map((item) => cite(data.articles[item]))),
    ];
  }

  function isSaying(item, id) {
    return (data.evidence[item].says ?? []).includes(id);
  }

  // Undated events last.
  function earliestFirst(one, two) {
    const [first, second] = [one, two].map(({ other }) => data.nodes[other].time ?? "~");
    return first < second ? -1 : first > second ? 1 : 0;
  }

  // What an edge says of one of its ends: "who", "where", or what kind of thing it is.
  function partOf({ kind }, { type }) {
    const isPart = type !== "event" && kind !== "office";
    return isPart ? strings.kinds[kind] : strings.types[type][0];
  }

  function describeEdge(id, choose) {
    const edge = data.edges[id];
    const ends = [edge.source, edge.target].map((end) => [end, data.nodes[end]]);
    const events = ends.filter(([, { type }]) => type === "event");
    const [event] = events.length === 1 ? events[0].slice(1) : [];
    return [
      head("edge", event?.label ?? edge.label ?? strings.kinds[edge.kind], [
        badge(strings.status[edge.status], "status"),
      ]),
      facts([
        ...ends.map(([end, node]) => [partOf(edge, node), [nodeButton(end, choose)]]),
        [strings.facts.date, [name(event?.when)]],
      ]),
      section(
        strings.sections.reports,
        (edge.evidence ?? []).map((item) => card([], [item], choose)),
      ),
    ];
  }

  function describe(kind, id, choose) {
    if (kind === "edge") return describeEdge(id, choose);
    return data.nodes[id].type === "event" ? describeEvent(id, choose) : describeEntity(id, choose);
  }

  return { describe };
})();
