// The answer to a question: rows as a table, triples as Turtle, yes or no.
"use strict";

const answer = (() => {
  const { make, name, button, webLink } = elements;
  const PAGE = 100;
  const LINES = 1000;
  const NUMBER = /#(integer|decimal|double|float|int|long)$/;
  const WIDTHS = [[26, "short"], [90, "middling"], [Infinity, "long"]]; // by letters
  const articles = new Map();

  // --- what an IRI is in this page ---

  // {kind, id, label}, or null for what the page does not show.
  function thing(iri) {
    const { base } = model.all;
    if (!iri.startsWith(base)) return null;
    const id = iri.slice(base.length);
    const labels = { node: model.labelOf, event: model.eventTitle, report: reportLabel };
    for (const [kind, label] of Object.entries(labels)) {
      const ix = model.at(kind, id);
      if (ix !== undefined) return { kind, id, ix, label: label(ix) };
    }
    return null;
  }

  function reportLabel(ix) {
    const { trigger, before } = model.all.reports[ix];
    return trigger || before;
  }

  function articleTitle(iri) {
    if (!articles.size) {
      for (const { id, title } of model.all.articles) articles.set(model.all.base + id, title);
    }
    return articles.get(iri);
  }

  function classLabel(iri) {
    const [prefix, local] = (sparql.shorten(iri) ?? ":").split(":");
    return prefix === "kg" && Object.hasOwn(model.all.classes, local) ? model.classLabel(local) : null;
  }

  // Questions join the local names of classes to one text.
  function classNames(text) {
    const names = text.split(", ");
    const isKnown = (part) => Object.hasOwn(model.all.classes, part);
    return names.every(isKnown) ? names.map(model.classLabel).join(", ") : null;
  }

  // What a term is called; rows are sorted by it.
  function textOf(term) {
    if (!term) return "";
    if (term.type === "triple") return ["subject", "predicate", "object"].map((part) => textOf(term.value[part])).join(" ");
    if (term.type !== "uri") return classNames(term.value) ?? term.value;
    return thing(term.value)?.label ?? articleTitle(term.value) ?? classLabel(term.value)
      ?? sparql.shorten(term.value) ?? term.value;
  }

  // --- rows ---

  function cell(term) {
    const { length } = textOf(term);
    const [, width] = WIDTHS.find(([most]) => length <= most);
    const isNumber = NUMBER.test(term?.datatype ?? "");
    return make("td", { className: isNumber ? "number" : width }, content(term));
  }

  function content(term) {
    if (term?.type !== "uri") return name(textOf(term));
    const found = thing(term.value);
    if (!found) return linked(term.value);
    const { kind, id, label } = found;
    const element = button("link", () => state.set({ chosen: { kind, id } }), name(label));
    element.title = sparql.shorten(term.value) ?? term.value;
    return element;
  }

  // Names under the base are no pages of the web.
  function linked(iri) {
    const text = textOf({ type: "uri", value: iri });
    const isPage = !iri.startsWith(model.all.base) && text === iri;
    return isPage ? webLink(iri, iri) : make("span", { title: iri }, name(text));
  }

  function heading(view, label, column) {
    const isSorted = view.column === column;
    const next = isSorted && !view.isDown;
    const element = button("sort", () => sort(view, column, next), name(label.replaceAll("_", " ")));
    const head = make("th", { scope: "col" }, element);
    if (isSorted) head.setAttribute("aria-sort", view.isDown ? "descending" : "ascending");
    return head;
  }

  function sort(view, column, isDown) {
    const keys = new Map(view.rows.map((row) => [row, textOf(row[column])]));
    const sign = isDown ? -1 : 1;
    view.rows.sort((one, two) => sign * words.compare(keys.get(one), keys.get(two)));
    Object.assign(view, { column, isDown, page: 0 });
    view.draw();
    view.element.querySelectorAll("th button")[column].focus();
  }

  function drawTable(view) {
    const from = view.page * PAGE;
    const rows = view.rows.slice(from, from + PAGE);
    const table = make("table", {},
      make("thead", {}, make("tr", {}, view.names.map((label, column) => heading(view, label, column)))),
      make("tbody", {}, rows.map((row) => make("tr", {}, row.map(cell)))));
    return [scrolled(table), pager(view, view.rows.length, PAGE, "ask.rows")];
  }

  // What is wider than the page scrolls by itself, by the keyboard too.
  function scrolled(content) {
    const element = make("div", { className: "scrolled", tabIndex: 0 }, content);
    element.setAttribute("role", "region");
    element.setAttribute("aria-label", words.get("ask.answer"));
    return element;
  }

  // --- pages: everything can be reached, and what is shown is counted ---

  function pager(view, total, size, key) {
    if (total <= size) return null;
    const last = Math.ceil(total / size) - 1;
    const range = { from: view.page * size + 1, to: Math.min(total, (view.page + 1) * size), total: words.count(key, total) };
    const turn = (by, label) => {
      const element = button("", () => {
        view.page += by;
        view.draw();
        view.element.querySelector(".pager button:enabled").focus();
      }, label);
      element.disabled = view.page + by < 0 || view.page + by > last;
      return element;
    };
    return make("div", { className: "pager" }, turn(-1, words.get("ask.previous")),
      make("span", {}, words.fill("ask.range", range)), turn(1, words.get("ask.next")));
  }

  // --- triples ---

  function drawTurtle(view) {
    const lines = view.lines.slice(view.page * LINES, (view.page + 1) * LINES);
    const text = make("pre", {}, name(lines.join("\n")));
    return [scrolled(text), pager(view, view.lines.length, LINES, "ask.lines")];
  }

  // --- all ---

  // The answer as an element. result: of `engine.ask`.
  function create(result) {
    const view = { page: 0, column: null, isDown: false, element: make("div", { className: "answer" }) };
    if (result.rows) Object.assign(view, { names: result.names, rows: [...result.rows] });
    if (result.turtle !== undefined) view.lines = sparql.shortenTurtle(result.turtle).trim().split("\n");
    view.draw = () => view.element.replaceChildren(...draw(result, view).filter((part) => part));
    view.draw();
    return view.element;
  }

  function draw(result, view) {
    if (result.truth !== undefined) return [make("p", { className: "truth" }, words.get(result.truth ? "ask.affirmed" : "ask.negated"))];
    if (result.rows) return result.rows.length ? drawTable(view) : [];
    return result.turtle.trim() ? drawTurtle(view) : [];
  }

  // Ids of the actors, places and events among the terms of an answer.
  function things({ rows, turtle }) {
    const iris = rows
      ? rows.flat().filter((term) => term?.type === "uri").map((term) => term.value)
      : [...(turtle ?? "").matchAll(/<([^<>]*)>/g)].map(([, iri]) => iri);
    const found = [...new Set(iris)].map(thing).filter((item) => item && item.kind !== "report");
    return found.map(({ id }) => id);
  }

  return Object.freeze({ create, things });
})();
