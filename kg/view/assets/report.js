// The report: events with their sentences and numbered sources, to read, print or keep as a PDF.
"use strict";

const report = (() => {
  const { make, name, button, badge, webLink } = elements;
  const PAGE = 200; // events and offices before the reader asks for more
  const section = document.getElementById("report");
  let scope = "shown"; // or "chosen"
  let order = "dyad"; // or "date"
  let limit = PAGE;
  let drawn = null;

  // --- which events ---

  function chosenEvents({ kind, id }) {
    const { shown, eventsOf, relation, at } = model;
    const isShown = (ix) => shown().events.has(ix);
    if (kind === "node") return at("node", id) === undefined ? [] : eventsOf(at("node", id)).filter(isShown);
    if (kind === "relation") return relation(id)?.events ?? [];
    if (kind === "event") return [at("event", id)].filter((ix) => ix !== undefined);
    const told = at("report", id);
    return [...model.shown().events].filter((ix) => model.all.events[ix].reports.includes(told));
  }

  function events() {
    const { chosen } = state.now;
    return scope === "chosen" && chosen ? chosenEvents(chosen) : [...model.shown().events];
  }

  // Undated ones last.
  function byDate(one, other) {
    const [first, second] = [one, other].map((ix) => model.all.events[ix].earliest ?? "~");
    if (first !== second) return first < second ? -1 : 1;
    return one - other;
  }

  // [person, office, sentences] of each office that a sentence in view tells of.
  function offices() {
    const { nodes } = model.all;
    const { reports } = model.shown();
    const { chosen } = state.now;
    const isWanted = (ix, told) => scope === "shown" || nodes[ix].id === chosen?.id
      || told.some((report) => model.all.reports[report].id === chosen?.id);
    return [...model.shown().nodes].flatMap((ix) => nodes[ix].offices
      .map((office) => [ix, office, office.reports.filter((report) => reports.has(report))])
      .filter(([, , told]) => told.length && isWanted(ix, told)));
  }

  // --- in which groups: [title, entries] each, nothing twice; an entry draws itself ---

  function groups() {
    const found = order === "date" ? groupByMonth(events()) : groupByDyad(events());
    const all = found.map(([title, members]) => [title, members.map((ix) => (sources) => drawEvent(ix, sources))]);
    const held = offices().map((entry) => (sources) => drawOffice(entry, sources));
    return held.length ? [...all, [words.get("panel.offices")[1], held]] : all;
  }

  function groupByMonth(list) {
    const found = new Map();
    for (const ix of [...list].sort(byDate)) {
      const month = model.all.events[ix].earliest?.slice(0, 7) ?? "";
      add(found, month, ix);
    }
    return [...found].map(([month, members]) => [month ? words.time(month) : words.get("report.undated"), members]);
  }

  // An event of several dyads stands with the one that is told of most.
  function groupByDyad(list) {
    const sizes = new Map();
    const dyads = new Map(list.map((ix) => [ix, dyadsOf(ix)]));
    for (const keys of dyads.values()) for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    const found = new Map();
    const most = (one, other) => sizes.get(other) - sizes.get(one) || (one < other ? -1 : 1);
    for (const ix of [...list].sort(byDate)) add(found, [...dyads.get(ix)].sort(most)[0], ix);
    return [...found]
      .sort(([one, a], [other, b]) => !one - !other || b.length - a.length || (one < other ? -1 : 1))
      .map(([key, members]) => [titleOf(key), members]);
  }

  // "a-b" of each two actors; of an event with one side its actor alone, or "".
  function dyadsOf(ix) {
    const pairs = model.dyadsOf(model.all.events[ix]);
    if (pairs.length) return pairs.map((pair) => [...pair].sort((a, b) => a - b).join("-"));
    return [String(model.actorsOf(ix)[0] ?? "")];
  }

  function titleOf(key) {
    if (!key) return words.get("report.nobody");
    return key.split("-").map((ix) => model.labelOf(Number(ix))).join(" – ");
  }

  function add(map, key, value) {
    if (!map.has(key)) map.set(key, []);
    map.get(key).push(value);
  }

  // --- on paper ---

  // Articles in the order in which they are first cited.
  class Sources {
    constructor() {
      this.numbers = new Map();
    }

    cite(article) {
      if (!this.numbers.has(article)) this.numbers.set(article, this.numbers.size + 1);
      const number = this.numbers.get(article);
      const element = button("ref", () => this.list.children[number - 1].scrollIntoView({ block: "center" }), `[${number}]`);
      element.setAttribute("aria-label", words.fill("report.source", { n: number }));
      return element;
    }

    draw() {
      this.list = make("ol", { className: "sources" }, [...this.numbers.keys()].map(drawSource));
      return this.list;
    }
  }

  function drawSource(ix) {
    const { title, source, date, url } = model.all.articles[ix];
    const rest = [source, date ? words.time(date) : words.get("panel.undated")].filter(Boolean);
    return make("li", {}, webLink(url, title ?? words.get("panel.untitled")),
      rest.map((text) => [". ", name(text)]), ".",
      /^https?:\/\//i.test(url ?? "") && make("span", { className: "printed" }, ` ${url}`));
  }

  function drawEvent(ix, sources) {
    const { participant, place, status, reports, detail } = model.all.events[ix];
    const names = (nodes) => nodes.map(model.labelOf).join(", ");
    const who = participant.length > 1 ? names(participant) : model.sidesLabel(ix);
    const rest = [model.timeLabel(ix) || words.get("panel.undated"), names(place), words.pick(detail)];
    const told = reports.filter((report) => model.shown().reports.has(report));
    return make("article", { className: "told" },
      make("h4", {}, name(model.eventLabel(ix)), who && [": ", name(who)],
        status !== "actual" && [" ", badge(words.get(`status.${status}`), "status")]),
      make("p", { className: "quiet" }, rest.filter(Boolean).map((text, at) => [at ? " · " : "", name(text)])),
      told.map((report) => drawSentence(model.all.reports[report], sources)));
  }

  function drawOffice([person, { title, of }, told], sources) {
    const body = of === undefined ? null : [", ", name(model.labelOf(of))];
    return make("article", { className: "told" },
      make("h4", {}, name(model.labelOf(person)), ": ", name(words.pick(title)), body),
      told.map((report) => drawSentence(model.all.reports[report], sources)));
  }

  function drawSentence({ before, trigger, after, lang, article, says, saysText }, sources) {
    const speaker = says.length ? says.map(model.labelOf).join(", ") : saysText;
    return make("blockquote", { lang: lang ?? "", dir: "auto" },
      before, trigger && make("mark", { className: "trigger" }, trigger), after, " ", sources.cite(article),
      speaker && make("span", { className: "quiet" }, ` ${words.get("panel.according")} `, name(speaker)));
  }

  // What narrows the view, in words.
  function narrowing() {
    const { from, to, actor, score, datedOnly, off, chosen } = state.now;
    const node = actor === null ? undefined : model.at("node", actor);
    return [
      (from || to) && words.fill("report.period", { from: words.time(from) || "…", to: words.time(to) || "…" }),
      node !== undefined && `${words.get("filters.actor")}: ${model.labelOf(node)}`,
      score > 0 && words.fill("filters.score", { n: Math.round(score * 100) }),
      datedOnly && words.get("filters.dated"),
      ...Object.entries(off).map(([group, values]) => without(group, values)),
      scope === "chosen" && chosen && `${words.get("report.chosen")}: ${chosenTitle(chosen)}`,
    ].filter(Boolean);
  }

  function without(group, values) {
    const labels = {
      root: (value) => words.get(`roots.${value}`), cls: model.classLabel,
      status: (value) => words.get(`status.${value}`), outlet: (value) => value || words.get("filters.unnamed"),
      language: (value) => value || words.get("filters.unnamed"),
      type: (value) => (value === "mentioned" ? "" : words.get(`types.${value}`)[1]),
    };
    const text = values.map(labels[group] ?? String).filter(Boolean).join(", ");
    return text && words.fill("report.without", { what: text });
  }

  function chosenTitle({ kind, id }) {
    if (kind === "relation") return titleOf(id);
    const ix = model.at(kind, id);
    if (ix === undefined) return "";
    return { node: model.labelOf, event: model.eventTitle, report: (at) => model.sentenceOf(model.all.reports[at]) }[kind](ix);
  }

  // --- the tab ---

  function choice(key, current, options, pick) {
    const label = make("span", {}, words.get(key));
    const select = make("select", {}, options.map((value) => make("option", { value, selected: value === current }, words.get(`report.${value}`))));
    select.addEventListener("change", () => { pick(select.value); draw(); });
    return make("label", {}, label, select);
  }

  function tools() {
    const scopes = state.now.chosen ? ["shown", "chosen"] : ["shown"];
    return make("div", { className: "report-tools" },
      choice("report.scope", scope, scopes, (value) => { scope = value; limit = PAGE; }),
      choice("report.order", order, ["dyad", "date"], (value) => { order = value; }),
      button("action", () => window.print(), words.get("report.print")));
  }

  function head(shown, all) {
    return make("header", {},
      make("h2", {}, words.get("report.title")),
      make("p", {}, document.getElementById("counts").textContent),
      narrowing().map((text) => make("p", { className: "quiet" }, text)),
      shown < all && make("p", {}, words.fill("report.part", { n: shown, m: all }), " ",
        button("more", () => { limit = Infinity; draw(); }, words.get("report.all"))));
  }

  function draw() {
    drawn = key();
    const all = groups();
    const total = all.reduce((sum, [, entries]) => sum + entries.length, 0);
    const sources = new Sources();
    let left = limit;
    const blocks = all.flatMap(([title, entries]) => {
      const some = entries.slice(0, Math.max(0, left));
      left -= some.length;
      const articles = some.map((entry) => entry(sources));
      return some.length ? [make("section", {}, make("h3", {}, name(title)), articles)] : [];
    });
    const paper = make("div", { className: "paper" }, head(Math.min(limit, total), total), blocks);
    if (sources.numbers.size) paper.append(make("h3", {}, words.get("report.sources")), sources.draw());
    else paper.append(make("p", {}, words.get("empty")));
    section.replaceChildren(tools(), paper);
  }

  function key() {
    const { lang, chosen } = state.now;
    return { lang, shown: model.shown(), chosen: JSON.stringify(chosen) };
  }

  function refresh() {
    if (state.now.tab !== "report") return;
    if (!state.now.chosen) scope = "shown";
    const next = key();
    const isSame = drawn && Object.keys(next).every((part) => next[part] === drawn[part]);
    if (isSame) return;
    limit = PAGE;
    draw();
  }

  function start() {
    state.on(refresh);
    refresh();
  }

  return Object.freeze({ start });
})();
