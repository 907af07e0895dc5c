// The statements of what is shown, out of those of the whole graph, as Turtle.
// The engine of the Ask tab holds them; it starts with the first file that is asked for.
"use strict";

const turtle = (() => {
  const LOCAL = /^\w(?:[\w-]*\w)?$/;
  const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  const OTHERS = {
    dcterms: "http://purl.org/dc/terms/", foaf: "http://xmlns.com/foaf/0.1/",
    gaf: "http://groundedannotationframework.org/gaf#", owl: "http://www.w3.org/2002/07/owl#",
    prov: "http://www.w3.org/ns/prov#", rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    rdfs: "http://www.w3.org/2000/01/rdf-schema#", schema: "https://schema.org/",
    skos: "http://www.w3.org/2004/02/skos/core#", time: "http://www.w3.org/2006/time#",
    wd: "http://www.wikidata.org/entity/", xsd: "http://www.w3.org/2001/XMLSchema#",
  };
  const AT_ONCE = 500; // subjects in one question
  const KINDS = [
    "state", "person", "organisation", "group", "place", "event", "report", "article", "office",
    "tenure", "agreement", "quantity",
  ];

  // All statements of some subjects, as [subject, predicate, object] of terms in Turtle.
  async function ask(subjects) {
    const found = [];
    for (let at = 0; at < subjects.length; at += AT_ONCE) {
      const values = subjects.slice(at, at + AT_ONCE).join(" ");
      const query = `SELECT ?s ?p ?o WHERE { VALUES ?s { ${values} } ?s ?p ?o }`;
      const [, ...lines] = (await engine.download(query, "tsv")).split("\n");
      found.push(...lines.filter(Boolean).map((line) => line.replace(/\r$/, "").split("\t")));
    }
    return found;
  }

  function iri(term) {
    return term.startsWith("<") ? term.slice(1, -1) : null;
  }

  // What the page has, by IRI, and whether it is shown.
  function things() {
    const { nodes, events, reports, articles, base } = model.all;
    const shown = model.shown();
    const cited = new Set([...shown.reports].map((ix) => reports[ix].article));
    const found = new Map();
    nodes.forEach(({ id }, ix) => found.set(base + id, shown.nodes.has(ix)));
    events.forEach(({ id }, ix) => found.set(base + id, shown.events.has(ix)));
    reports.forEach(({ id }, ix) => found.set(base + id, shown.reports.has(ix)));
    articles.forEach(({ id }, ix) => found.set(base + id, cited.has(ix)));
    return found;
  }

  // "A met B", said beside an event, is as much shown as such an event of theirs is.
  function relationsShown() {
    const { nodes, events, classes, base } = model.all;
    const found = new Set();
    for (const ix of model.shown().events) {
      const event = events[ix];
      const ends = [...event.source, ...event.participant].flatMap((one) => (
        [...event.target, ...event.participant].map((other) => [nodes[one].id, nodes[other].id])));
      for (const relation of event.cls.map((cls) => classes[cls]?.relation).filter(Boolean)) {
        for (const [one, other] of ends) found.add(`${base}${one} ${relation} ${base}${other}`);
      }
    }
    return found;
  }

  // Says of a statement whether it stands when only what is shown is looked at: it tells of nothing
  // else, and what it says beside the events ("A met B") rests on one that is shown.
  function makeTest(known) {
    const { nodes, base, classes } = model.all;
    const relations = relationsShown();
    const names = new Set(Object.values(classes).map(({ relation }) => relation));
    const actors = new Set(nodes.map(({ id }) => base + id));
    return ([subject, predicate, object]) => {
      const [s, p, o] = [subject, predicate, object].map(iri);
      if (known.get(s) === false || known.get(o) === false) return false;
      const name = p.split("#")[1];
      const isRelation = actors.has(s) && actors.has(o) && names.has(name);
      return !isRelation || relations.has(`${s} ${name} ${o}`);
    };
  }

  // The statements of what is shown and, step by step, of the times, quantities and offices that it
  // leads to: {subject: {predicate: objects}}.
  async function collect() {
    const known = things();
    const stands = makeTest(known);
    const found = new Map();
    let next = [...known].filter(([, isShown]) => isShown).map(([id]) => `<${id}>`);
    while (next.length) {
      next.forEach((subject) => found.set(subject, new Map()));
      const triples = (await ask(next)).filter(stands);
      for (const [subject, predicate, object] of triples) {
        const about = found.get(subject);
        if (!about.has(predicate)) about.set(predicate, new Set());
        about.get(predicate).add(object);
      }
      const objects = new Set(triples.map(([, , object]) => object));
      next = [...objects].filter((object) => object.startsWith(`<${model.all.base}`) && !found.has(object));
    }
    return found;
  }

  function prefixes() {
    const { base } = model.all;
    const own = KINDS.map((kind) => [kind, `${base}${kind}/`]);
    // "time" is OWL-Time's.
    return new Map([["kg", `${base}ontology#`], ["edtf", `${base}time/`], ...own, ...Object.entries(OTHERS)]);
  }

  // Shortens the IRIs of a term by prefixes, and remembers which it used.
  function shorten(term, known, used) {
    return term.replace(/<([^>]*)>$/, (whole, id) => {
      if (id === TYPE) return "a";
      const cut = Math.max(id.lastIndexOf("/"), id.lastIndexOf("#")) + 1;
      const prefix = known.get(id.slice(0, cut));
      if (!prefix || !LOCAL.test(id.slice(cut))) return whole;
      used.add(prefix);
      return `${prefix}:${id.slice(cut)}`;
    });
  }

  function typeFirst([one], [other]) {
    return (iri(other) === TYPE) - (iri(one) === TYPE) || (one < other ? -1 : 1);
  }

  // The same view, the same text.
  async function write() {
    const spaces = prefixes();
    const known = new Map([...spaces].map(([prefix, space]) => [space, prefix]));
    const used = new Set();
    const short = (term) => shorten(term, known, used);
    const blocks = [...await collect()].filter(([, about]) => about.size).sort().map(([subject, about]) => {
      const lines = [...about].sort(typeFirst).map(([predicate, objects]) => (
        `${short(predicate)} ${[...objects].sort().map(short).join(" , ")}`));
      return `${short(subject)} ${lines.join(" ;\n    ")} .\n`;
    });
    const head = [...spaces].filter(([prefix]) => used.has(prefix))
      .map(([prefix, space]) => `@prefix ${prefix}: <${space}> .\n`);
    return [head.join(""), ...blocks].join("\n");
  }

  return Object.freeze({ write });
})();
