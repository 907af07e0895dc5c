// The tab that asks: named questions as forms, or SPARQL of the reader's own, and the answer.
"use strict";

const ask = (() => {
  const { make, name, button } = elements;
  const OWN = "own";
  const SOME = 500; // names that a field offers, the most reported first
  // What the fields of the questions offer, by the name of the parameter.
  const OFFERS = {
    state: ["state"], a: ["state"], b: ["state"], person: ["person"], at: ["place", "state"],
    party: ["state", "person", "organisation", "group"],
    by_whom: ["person", "state", "organisation", "group"],
  };
  const DATES = ["since", "until"];
  const QUIET = 300; // milliseconds without a letter until the address follows what is typed
  const TYPES = { csv: "text/csv", tsv: "text/tab-separated-values", json: "application/sparql-results+json" };
  const EXAMPLE = `SELECT ?event ?source ?target ?time
WHERE {
  ?event a kg:Event ;
    kg:source ?source ;
    kg:target ?target .
  OPTIONAL { ?event kg:time/kg:edtf ?time }
}
ORDER BY ?time
`;
  const root = document.getElementById("ask");
  const narrow = matchMedia("(max-width: 900px)"); // as in ask.css
  const parts = {}; // elements that change
  const given = {}; // values of the fields, by their name, kept from question to question
  const outcome = { result: null, query: "", fault: null, isRunning: false };
  let questions = [];
  let fields = {};
  let occurring = [];
  let chosen = null; // name of a question, or OWN
  let own = EXAMPLE;
  let running = 0;
  let kept = "null"; // what the state has of it, as JSON
  let typing = null;
  let isOpen = false;

  // --- start: nothing is unpacked before the tab is opened ---

  function start() {
    state.on((now, before) => {
      if (now.tab === "ask" && !isOpen) open();
      if (!questions.length) return;
      if (now.lang !== before.lang) draw();
      if (JSON.stringify(now.ask) !== kept) follow(now.ask);
    });
    narrow.addEventListener("change", () => { if (parts.choice) parts.choice.open = !narrow.matches; });
    if (state.now.tab === "ask") open();
  }

  async function open() {
    isOpen = true;
    const known = JSON.parse(new TextDecoder().decode(await boot.unpack("questions")));
    sparql.know(known);
    ({ queries: questions, fields } = known);
    chosen = inOrder()[0].name;
    draw();
    warmUp();
    if (state.now.ask) follow(state.now.ask);
  }

  // So that the first answer waits for less; what goes wrong is told to who asks.
  async function warmUp() {
    const iris = await engine.open().catch(() => []);
    occurring = iris.map(sparql.shorten).filter(Boolean);
  }

  function inOrder() {
    return [...questions].sort((one, two) => words.compare(words.pick(one.title), words.pick(two.title)));
  }

  function question() {
    return questions.find((one) => one.name === chosen);
  }

  // --- the whole tab, anew for each language ---

  function draw() {
    parts.list = make("ul", { className: "questions" });
    parts.form = make("form", { className: "question", noValidate: true });
    parts.answer = make("section", { className: "outcome" });
    parts.form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
    const filter = make("input", { type: "search", placeholder: words.get("ask.find") });
    filter.setAttribute("aria-label", words.get("ask.find"));
    filter.addEventListener("input", () => drawList(filter.value));
    parts.choice = make("details", { className: "choice", open: !narrow.matches },
      make("summary", {}, words.get("ask.questions")), make("nav", {}, filter, parts.list));
    parts.choice.querySelector("nav").setAttribute("aria-label", words.get("ask.questions"));
    root.replaceChildren(parts.choice, make("div", { className: "asking" }, parts.form, parts.answer));
    drawList("");
    drawForm();
    drawOutcome();
  }

  function drawList(wanted) {
    const matches = ({ title, question: text }) => (
      model.fold(`${words.pick(title)} ${words.pick(text)}`).includes(model.fold(wanted.trim()))
    );
    const items = inOrder().filter(matches).map((one) => listItem(one.name, words.pick(one.title)));
    parts.list.replaceChildren(listItem(OWN, words.get("ask.own")), ...items);
  }

  function listItem(key, label) {
    const element = button(key === OWN ? "own" : "", () => choose(key), label);
    element.dataset.question = key;
    if (key === chosen) element.setAttribute("aria-current", "true");
    return make("li", {}, element);
  }

  function choose(key) {
    turnTo(key);
    keep();
    if (narrow.matches) parts.choice.open = false;
    parts.form.querySelector("input, select, textarea, button").focus();
  }

  function turnTo(key) {
    chosen = key;
    for (const element of parts.list.querySelectorAll("button")) {
      if (element.dataset.question === key) element.setAttribute("aria-current", "true");
      else element.removeAttribute("aria-current");
    }
    drawForm();
    show({});
  }

  // --- the question in the address ---

  // merge: as `state.set` takes it.
  async function keep({ merge = null } = {}) {
    const [key, text] = [chosen, own];
    const values = key === OWN ? await packed(text) : valuesOf(question());
    if (key !== chosen || text !== own) return; // meanwhile it is another
    kept = JSON.stringify({ name: key, values });
    state.set({ ask: { name: key, values } }, { merge });
  }

  async function packed(text) {
    const letters = text === EXAMPLE ? null : await packing.pack(text);
    return letters ? { text: letters } : {};
  }

  function valuesOf({ fields: asked }) {
    return Object.fromEntries(asked.map(([key]) => [key, given[key]]).filter(([, value]) => value));
  }

  // What the address, or an undo, asks. A named question is answered at once: the project wrote it, and
  // it ends soon. SPARQL is only filled in: anyone can send an address, and a query that never ends
  // would begin without the reader having seen it.
  async function follow(asked) {
    kept = JSON.stringify(asked);
    const { name: key, values } = asked ?? { name: inOrder()[0].name, values: {} };
    const one = questions.find((other) => other.name === key);
    if (key === OWN) {
      const text = values.text && await packing.unpack(values.text);
      if (kept !== JSON.stringify(asked)) return; // meanwhile it is another
      own = text || EXAMPLE;
    } else if (!one) return;
    for (const [param] of one?.fields ?? []) given[param] = values[param];
    turnTo(key);
    const isReady = one?.fields.every(([param, isRequired]) => !isRequired || given[param]);
    if (asked && isReady && state.now.tab === "ask") run();
  }

  // --- the form ---

  function drawForm() {
    parts.editor = null;
    parts.form.replaceChildren(...(chosen === OWN ? ownForm() : namedForm(question())));
  }

  function ownForm() {
    const label = words.get("ask.sparql");
    parts.editor = editor.create({ label, ask: run, more: () => occurring });
    parts.editor.value = own;
    parts.editor.area.addEventListener("input", () => {
      own = parts.editor.value;
      clearTimeout(typing);
      typing = setTimeout(() => keep({ merge: "ask" }), QUIET);
    });
    return [
      make("h2", {}, words.get("ask.own")),
      make("p", { className: "hint" }, words.get("ask.hint")),
      parts.editor.element,
      buttons(),
    ];
  }

  function namedForm(one) {
    return [
      make("h2", {}, words.pick(one.title)),
      make("p", { className: "hint" }, words.pick(one.question)),
      make("div", { className: "fields" }, one.fields.map(([key, isRequired]) => field(key, isRequired))),
      buttons(button("", edit, words.get("ask.edit"))),
    ];
  }

  function buttons(...more) {
    parts.run = make("button", { type: "submit", className: "primary" }, words.get("ask.run"));
    parts.stop = button("", stop, words.get("ask.stop"));
    parts.stop.hidden = true;
    return make("div", { className: "buttons" }, parts.run, parts.stop, more);
  }

  function field(key, isRequired) {
    const control = key === "lang" ? languageField() : textField(key, isRequired);
    control.name = key;
    control.addEventListener("input", () => {
      given[key] = control.value.trim();
      control.removeAttribute("aria-invalid");
      keep({ merge: "ask" });
    });
    const label = fields[state.now.lang]?.[key] ?? fields.en[key] ?? key;
    const mark = isRequired && make("span", { className: "needed" }, ` (${words.get("ask.required")})`);
    return make("label", {}, make("span", {}, label, mark), control, offers(key, control));
  }

  function textField(key, isRequired) {
    const type = DATES.includes(key) ? "date" : key === "least" ? "number" : "text";
    const control = make("input", { type, required: isRequired, value: given[key] ?? "", autocomplete: "off" });
    if (type === "number") control.min = 1;
    return control;
  }

  // Answers name actors in the language of the page unless the reader wants another.
  function languageField() {
    const wanted = given.lang ?? state.now.lang;
    return make("select", {}, words.languages().map((lang) => make("option", {
      value: lang, lang, selected: lang === wanted, textContent: model.all.strings[lang].name,
    })));
  }

  function offers(key, control) {
    const texts = offered(key);
    if (!texts.length) return null;
    const list = make("datalist", { id: `ask-${key}` }, texts.slice(0, SOME).map((value) => make("option", { value })));
    control.setAttribute("list", list.id);
    return list;
  }

  function offered(key) {
    const { nodes, articles } = model.all;
    const distinct = (values) => [...new Set(values.filter(Boolean))];
    if (key === "outlet") return distinct(articles.map(({ source }) => source));
    if (key === "article") return distinct(articles.map(({ title }) => title));
    if (key === "about") return ["number", "roles", "fact"];
    const types = OFFERS[key] ?? [];
    return distinct(nodes.flatMap(({ type }, ix) => (types.includes(type) ? model.labelOf(ix) : [])));
  }

  // --- asking ---

  function queryOf() {
    if (chosen === OWN) return own;
    const controls = [...parts.form.elements].filter((control) => control.name);
    return sparql.bind(question(), Object.fromEntries(controls.map(({ name: key, value }) => [key, value.trim()])));
  }

  // The question with its values, to be changed at will.
  function edit() {
    own = queryOf();
    choose(OWN);
  }

  function missing() {
    const empty = [...parts.form.elements].filter((control) => control.required && !control.value.trim());
    empty.forEach((control) => control.setAttribute("aria-invalid", "true"));
    empty[0]?.focus();
    return empty.length > 0;
  }

  async function run() {
    if (missing()) return show({ fault: { text: words.get("ask.missing") } });
    const query = queryOf();
    keep({ merge: "ask" });
    running += 1;
    const number = running;
    show({ isRunning: true });
    let found;
    try {
      found = { query, result: await engine.ask(sparql.complete(query)) };
    } catch (error) {
      found = { fault: sparql.explain(query, error.message) };
    }
    // A later question, or a stop, has made this one void.
    return number === running ? show(found) : undefined;
  }

  function stop() {
    running += 1;
    engine.stop();
    show({ fault: { text: words.get("ask.stopped") } });
    warmUp();
  }

  // --- the answer ---

  function show(change) {
    Object.assign(outcome, { result: null, query: "", fault: null, isRunning: false }, change);
    parts.editor?.mark(outcome.fault?.line ?? 0);
    drawOutcome();
  }

  function drawOutcome() {
    const { result, fault, isRunning } = outcome;
    parts.run.disabled = isRunning;
    parts.stop.hidden = !isRunning;
    const status = make("p", { className: fault ? "status fault" : "status" }, name(statusText()));
    status.setAttribute("role", fault ? "alert" : "status");
    parts.answer.replaceChildren(make("div", { className: "bar" }, status, ...(result ? tools(result) : [])));
    if (result) parts.answer.append(answer.create(result));
    if (narrow.matches && (result || fault)) parts.answer.scrollIntoView();
  }

  function statusText() {
    const { result, fault, isRunning } = outcome;
    if (fault) return fault.text;
    if (isRunning) return words.get("ask.running");
    if (!result) return "";
    const time = words.fill("ask.took", { n: Math.max(1, Math.round(result.took)) });
    return [amount(result), time].filter(Boolean).join(" · ");
  }

  function amount({ rows, turtle }) {
    if (rows) return words.count("ask.rows", rows.length);
    if (turtle === undefined) return "";
    return words.count("ask.lines", turtle.split("\n").filter(Boolean).length);
  }

  function tools(result) {
    const ids = answer.things(result);
    const save = (format) => button("", () => saveRows(format), format.toUpperCase());
    const light = button("", () => state.set({ tab: "graph", lit: ids }), words.get("ask.light"));
    return [
      ids.length ? light : "",
      ...(result.rows ? ["csv", "tsv", "json"].map(save) : []),
      result.turtle === undefined ? "" : button("", saveTurtle, "Turtle"),
    ];
  }

  // What people open in a spreadsheet is made safe for it; the others are as the W3C writes them.
  async function saveRows(format) {
    const { query, result } = outcome;
    const plain = () => csv.write([result.names, ...result.rows.map((row) => row.map((term) => term?.value))]);
    const text = format === "csv" ? plain() : await engine.download(sparql.complete(query), format);
    download.save(`answer.${format}`, TYPES[format], text);
  }

  function saveTurtle() {
    download.save("answer.ttl", "text/turtle", sparql.shortenTurtle(outcome.result.turtle));
  }

  return Object.freeze({ start });
})();
