// The sentences, and the buttons that name what they tell of: the pieces that the panel is made of.
"use strict";

const evidence = (() => {
  const { make, shape, name, badge, button, webLink } = elements;

  const LONG = 3000; // characters of a sentence between two marks

  function choose(kind, id) {
    state.set({ chosen: { kind, id } });
  }

  function link(type, text, act, { isOff = false, after = null } = {}) {
    const element = button("link", act, shape(type), make("span", { className: "label" }, name(text)), after,
      isOff && make("span", { className: "off", textContent: words.get("search.hidden") }));
    return element;
  }

  function nodeButton(ix, options) {
    const { id, type } = model.all.nodes[ix];
    return link(type, model.labelOf(ix), () => choose("node", id), options);
  }

  // "Meeting · Ana Lima, João Ávila", and the day at the end.
  function eventButton(ix, options) {
    const { id, time } = model.all.events[ix];
    const after = time && make("span", { className: "when", textContent: words.time(time) });
    return link("event", eventLine(ix), () => choose("event", id), { after, ...options });
  }

  function eventLine(ix) {
    return [model.eventLabel(ix), model.sidesLabel(ix)].filter(Boolean).join(" · ");
  }

  function relationButton(relation, options) {
    const text = `${model.labelOf(relation.a)} – ${model.labelOf(relation.b)}`;
    const after = [
      balanceBar(relation),
      make("span", { className: "when", textContent: words.number(relation.reports) }),
    ];
    return link("relation", text, () => choose("relation", relation.id), { after, ...options });
  }

  // How much of a relation is cooperation and how much conflict, of its sentences.
  function balanceBar({ cooperation, conflict }) {
    const sum = cooperation + conflict;
    if (!sum) return null;
    const label = words.fill("panel.balance", { cooperation, conflict });
    const width = (100 * cooperation) / sum;
    return elements.svg("svg", { class: "balance", viewBox: "0 0 100 10", preserveAspectRatio: "none", role: "img", "aria-label": label },
      elements.svg("title", {}, label),
      elements.svg("rect", { class: "cooperation", width, height: 10 }),
      elements.svg("rect", { class: "conflict", x: width, width: 100 - width, height: 10 }));
  }

  // Opens what the sentence tells of: its event, else the sentence itself.
  function reportButton(ix, options) {
    const report = model.all.reports[ix];
    return link("report", model.sentenceOf(report), () => choose("report", report.id), options);
  }

  function statusBadge(status) {
    return status !== "actual" && badge(words.get(`status.${status}`), "status");
  }

  // The sentence in pieces: plain text, the trigger, and the actors.
  function quote(report) {
    const text = model.sentenceOf(report);
    const start = report.before.length;
    const spans = report.marks.map(([from, to, ix]) => ({ from, to, type: model.all.nodes[ix].type, title: model.labelOf(ix) }));
    if (report.trigger) spans.push({ from: start, to: start + report.trigger.length, type: "trigger" });
    spans.sort((one, two) => one.from - two.from);
    const pieces = [];
    let at = 0;
    for (const { from, to, type, title } of spans) {
      pieces.push(elements.clip(text.slice(at, from), LONG), make("mark", { className: type, title: title ?? "", textContent: elements.clip(text.slice(from, to)) }));
      at = to;
    }
    pieces.push(elements.clip(text.slice(at), LONG));
    return make("blockquote", { dir: "auto", lang: report.lang ?? "" }, pieces.filter(Boolean));
  }

  function says(report) {
    if (!report.says.length && !report.saysText) return null;
    const speakers = report.says.map((ix, at) => [at ? ", " : "", nodeButton(ix)]);
    return make("p", { className: "says" }, `${words.get("panel.according")} `, speakers.length ? speakers : name(report.saysText));
  }

  function cite(articleIx) {
    const { title, source, date, url } = model.all.articles[articleIx];
    const rest = [source, date ? words.time(date) : words.get("panel.undated")].filter(Boolean);
    return make("p", { className: "cite" },
      webLink(url, title ?? words.get("panel.untitled")),
      rest.map((text) => [" · ", name(text)]));
  }

  function reading(report) {
    if (!report.rule) return null;
    const sure = words.fill("panel.sure", { n: Math.round(report.score * 100) });
    return make("p", { className: "rule" }, `${words.get("panel.rule")} `, make("code", { textContent: report.rule }), ` · ${sure}`);
  }

  // One sentence with all that is said of it.
  function reportCard(ix) {
    const report = model.all.reports[ix];
    const place = report.place === undefined ? null : model.labelOf(report.place);
    const details = [report.time && words.time(report.time), place, words.pick(report.quantity), ...report.theme];
    const isOff = !model.shown().reports.has(ix);
    const card = make("div", { className: "report" },
      quote(report),
      make("div", { className: "badges" },
        statusBadge(report.status),
        isOff && badge(words.get("panel.filtered"), "filtered"),
        details.filter(Boolean).map((text) => badge(text))),
      says(report), cite(report.article), reading(report));
    card.dataset.report = ix;
    return card;
  }

  return Object.freeze({
    choose, nodeButton, eventButton, relationButton, reportButton, reportCard, statusBadge, balanceBar, cite,
  });
})();
