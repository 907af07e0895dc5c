// The filters: what each switches, and how much of it is shown.
"use strict";

const filters = (() => {
  const { make, shape, button, iconButton } = elements;
  const FEW = 8; // outlets before "more"
  const SUGGESTED = 12;
  const box = document.getElementById("filters");
  const opener = document.getElementById("open-filters");
  const narrow = matchMedia("(max-width: 900px)");
  let rows = []; // {group, value, input, amount}
  let totals = null;

  function row(group, value, label, icon) {
    const input = make("input", { type: "checkbox" });
    const amount = make("span", { className: "amount" });
    input.addEventListener("change", () => state.toggle(group, value));
    rows.push({ group, value, input, amount });
    return make("label", { className: "check" }, input, icon, make("span", { className: "label" }, elements.name(label)), amount);
  }

  function group(title, ...content) {
    return make("fieldset", {}, make("legend", { textContent: title }), ...content);
  }

  function drawTypes() {
    const types = Object.keys(words.get("types")).filter((type) => totals.type.has(type));
    const all = types.map((type) => row("type", type, words.get(`types.${type}`)[1], shape(type)));
    if (totals.type.has("mentioned")) {
      all.push(row("type", "mentioned", words.get("mentioned"), shape("mentioned")));
    }
    return group(words.get("filters.types"), all);
  }

  function classesOf(root) {
    return [...totals.cls.keys()].filter((name) => model.all.classes[name]?.root === root)
      .sort((one, two) => words.compare(model.classLabel(one), model.classLabel(two)));
  }

  function drawRoot(root) {
    const label = words.get(`roots.${root}`);
    const finer = classesOf(root);
    const summary = make("summary", { title: words.fill("filters.finer", { root: label }) });
    summary.setAttribute("aria-label", words.fill("filters.finer", { root: label }));
    return make("div", { className: "root" },
      row("root", root, label),
      make("details", {}, summary, finer.map((name) => row("cls", name, model.classLabel(name)))));
  }

  function stanceOf(root) {
    return Object.values(model.all.classes).find((item) => item.root === root)?.stance;
  }

  function drawClasses() {
    const roots = Object.keys(words.get("roots")).filter((root) => totals.root.has(root));
    return ["cooperation", "conflict"].map((stance) => {
      const own = roots.filter((root) => stanceOf(root) === stance);
      if (!own.length) return null;
      const title = `${words.get("filters.classes")}: ${words.get(`stance.${stance}`)}`;
      const block = group(title, own.map(drawRoot));
      block.dataset.stance = stance;
      return block;
    });
  }

  function drawStatus() {
    const all = Object.keys(words.get("status")).filter((status) => totals.status.has(status));
    return all.length > 1
      && group(words.get("filters.status"), all.map((item) => row("status", item, words.get(`status.${item}`))));
  }

  // The most frequent first; what is rare waits behind "more", which says how many.
  function drawMany(name, title, labelOf) {
    const values = [...totals[name].keys()].sort((one, two) => (
      totals[name].get(two) - totals[name].get(one) || words.compare(one, two)
    ));
    if (values.length < 2) return null;
    const all = values.map((value) => row(name, value, labelOf(value)));
    const rest = all.slice(FEW);
    const summary = make("summary", { textContent: words.fill("more", { n: rest.length }) });
    return group(title,
      make("div", { className: "both" },
        button("link", () => setOff(name, []), words.get("filters.all")),
        button("link", () => setOff(name, values), words.get("filters.none"))),
      all.slice(0, FEW),
      rest.length > 0 && make("details", { className: "rest" }, summary, rest));
  }

  function setOff(name, values) {
    state.set({ off: { ...state.now.off, [name]: values } });
  }

  function languageName(code) {
    if (!code) return words.get("filters.unnamed");
    return new Intl.DisplayNames([state.now.lang], { type: "language" }).of(code);
  }

  function drawActor() {
    const input = make("input", { type: "text", id: "only-actor", autocomplete: "off", placeholder: words.get("filters.any_actor") });
    const options = make("datalist", { id: "actors" });
    input.setAttribute("list", "actors");
    input.setAttribute("aria-label", words.get("filters.actor"));
    input.addEventListener("input", () => suggest(input, options));
    input.addEventListener("change", () => takeActor(input));
    return group(words.get("filters.actor"), make("div", { className: "actor" }, input,
      iconButton("close", words.get("filters.any_actor"), () => state.set({ actor: null }))), options);
  }

  function suggest(input, options) {
    const found = model.search(input.value).nodes.slice(0, SUGGESTED);
    options.replaceChildren(...found.map((ix) => make("option", { value: model.labelOf(ix) })));
    takeActor(input, { isExact: true });
  }

  // As typed, or as chosen out of those that are suggested.
  function takeActor(input, { isExact = false } = {}) {
    const wanted = model.fold(input.value.trim());
    if (!wanted) return isExact || state.set({ actor: null });
    const [best] = model.search(wanted).nodes.filter((ix) => !isExact || model.fold(model.labelOf(ix)) === wanted);
    if (best !== undefined) state.set({ actor: model.all.nodes[best].id });
    return undefined;
  }

  function drawScore() {
    const text = make("span", { id: "score-text" });
    const input = make("input", { type: "range", id: "score", min: 0, max: 100, step: 5 });
    input.addEventListener("input", () => state.set({ score: input.value / 100 }, { merge: "score" }));
    const dated = make("input", { type: "checkbox", id: "dated" });
    dated.addEventListener("change", () => state.set({ datedOnly: dated.checked }));
    return make("fieldset", {},
      make("label", { className: "range" }, text, input),
      make("label", { className: "check" }, dated, make("span", { className: "label" }, words.get("filters.dated"))));
  }

  function build() {
    rows = [];
    box.replaceChildren(
      make("div", { className: "bar" },
        make("h2", { textContent: words.get("filters.label") }),
        button("link", reset, words.get("filters.reset")),
        iconButton("close", words.get("close"), close)),
      ...[
        drawTypes(), ...drawClasses(), drawStatus(), drawActor(),
        drawMany("outlet", words.get("filters.outlet"), (name) => name || words.get("filters.unnamed")),
        drawMany("language", words.get("filters.language"), languageName),
        drawScore(),
      ].filter(Boolean),
    );
  }

  function reset() {
    const { off, actor, from, to, datedOnly, score } = state.initial;
    state.set({ off, actor, from, to, datedOnly, score });
  }

  // How many filters differ from the start.
  function changes() {
    const { now, initial } = state;
    const keys = ["actor", "from", "to", "datedOnly", "score"].filter((key) => now[key] !== initial[key]);
    const groups = Object.keys(initial.off)
      .filter((name) => String([...now.off[name]].sort()) !== String([...initial.off[name]].sort()));
    return keys.length + groups.length;
  }

  function draw(now, before) {
    if (!before || now.lang !== before.lang) build();
    const { nodes, events, reports } = model.shown();
    const shown = sieve.tally({ nodes: nodes.list(), events: events.list(), reports: reports.list() });
    for (const { group: name, value, input, amount } of rows) {
      const n = shown[name].get(value) ?? 0;
      const m = totals[name].get(value) ?? 0;
      input.checked = !now.off[name].includes(value);
      amount.textContent = n === m ? words.number(m) : `${words.number(n)}/${words.number(m)}`;
    }
    const ix = now.actor === null ? undefined : model.at("node", now.actor);
    const actor = document.getElementById("only-actor");
    if (document.activeElement !== actor || ix !== undefined) actor.value = ix === undefined ? "" : model.labelOf(ix);
    document.getElementById("score").value = Math.round(now.score * 100);
    document.getElementById("score-text").textContent = words.fill("filters.score", { n: Math.round(now.score * 100) });
    document.getElementById("dated").checked = now.datedOnly;
    drawCount();
  }

  function drawCount() {
    const count = document.getElementById("filter-count");
    count.textContent = changes();
    count.hidden = !changes();
  }

  // Beside the stage on a wide screen, over it on a narrow one.
  function isOpen() {
    return narrow.matches && !box.hidden;
  }

  function show(isShown) {
    box.hidden = !isShown;
    opener.setAttribute("aria-expanded", String(isShown));
    window.dispatchEvent(new Event("resize"));
  }

  function toggle() {
    show(box.hidden);
    if (isOpen()) box.querySelector("button, input").focus();
  }

  function close() {
    show(false);
    opener.focus();
  }

  function numbers(kind) {
    return Uint32Array.from(model.all[kind].keys());
  }

  function start() {
    totals = sieve.tally({ nodes: numbers("nodes"), events: numbers("events"), reports: numbers("reports") });
    narrow.addEventListener("change", () => show(!narrow.matches));
    show(!narrow.matches);
    state.on(draw);
    draw(state.now);
  }

  return Object.freeze({ start, toggle, close, isOpen });
})();
