// Takes what is shown out of the page: its address, pictures, tables and statements.
"use strict";

const share = (() => {
  const { make, button } = elements;
  const COLUMNS = [
    "event", "date", "earliest", "latest", "class", "root", "status", "source", "target",
    "participant", "place", "countries", "detail", "reports", "outlets", "languages", "score",
    "first_reported", "sentence", "article", "url",
  ];
  const box = document.getElementById("share");
  let menu = null;
  let told = null; // where the outcome is said

  // --- what can be taken ---

  const ACTIONS = [
    ["link", copyLink],
    ["png", async () => download.save(fileName("png"), "image/png", await picture.toPng())],
    ["svg", () => download.save(fileName("svg"), "image/svg+xml", picture.toSvg())],
    ["csv", () => download.save(fileName("csv"), "text/csv;charset=utf-8", csv.write(table()))],
    ["turtle", async () => download.save(fileName("ttl"), "text/turtle", await turtle.write())],
    ["report", () => state.set({ tab: "report" })],
  ];

  function fileName(ending) {
    const kind = { png: "", svg: "", csv: "-events", ttl: "-graph" }[ending];
    const tab = kind === "" ? `-${state.now.tab === "map" ? "map" : "graph"}` : kind;
    return `geopolitical-kg${tab}.${ending}`;
  }

  // The address as it will be in a moment: the state writes it with some delay.
  async function copyLink() {
    const address = location.href.split("#")[0] + state.fragment();
    try {
      await navigator.clipboard.writeText(address);
      return "share.copied";
    } catch {
      offer(address);
      return "share.copy";
    }
  }

  // Where the page may not write to the clipboard, the reader copies from a field.
  function offer(address) {
    const field = make("input", { type: "text", readOnly: true, value: address, className: "address" });
    field.setAttribute("aria-label", words.get("share.link"));
    told.after(field);
    field.select();
    field.addEventListener("blur", () => field.remove());
  }

  // One row for each event that is shown, in the order of the page.
  function table() {
    return [COLUMNS, ...[...model.shown().events].map(row)];
  }

  function row(ix) {
    const { classes, reports, articles, base } = model.all;
    const event = model.all.events[ix];
    const names = (nodes) => nodes.map(model.labelOf).join("; ");
    const told = event.reports.filter((report) => model.shown().reports.has(report));
    const all = (values) => [...new Set(values.filter(Boolean))].sort().join("; ");
    const sentences = told.map((report) => reports[report]);
    const cited = sentences.map(({ article }) => articles[article]);
    const dates = cited.map(({ date }) => date).filter(Boolean).sort();
    return [
      base + event.id, event.time, event.earliest, event.latest, event.cls.join("; "),
      all(event.cls.map((name) => classes[name]?.root)), event.status, names(event.source),
      names(event.target), names(event.participant), names(event.place),
      all(model.actorsOf(ix).map(geography.countryOf)), words.pick(event.detail), told.length,
      all(cited.map(({ source }) => source)), all(sentences.map(({ lang }) => lang)),
      Math.max(...sentences.map(({ score }) => score)), dates[0],
      sentences.length && model.sentenceOf(sentences[0]), cited[0]?.title, cited[0]?.url,
    ];
  }

  // --- the menu ---

  async function run(act, element) {
    told.textContent = words.get("share.working");
    element.disabled = true;
    try {
      told.textContent = words.get((await act()) ?? "share.saved");
    } catch (error) {
      told.textContent = words.fill("share.failed", { fault: error.message });
    } finally {
      element.disabled = false;
    }
  }

  function draw() {
    const opener = make("summary", { className: "icon" }, elements.icon("share"));
    opener.setAttribute("aria-label", words.get("share.label"));
    opener.title = words.get("share.label");
    told = make("p", { className: "quiet" });
    told.setAttribute("role", "status");
    const items = ACTIONS.map(([name, act]) => {
      const element = button("", () => run(act, element), make("span", {}, words.get(`share.${name}`)),
        make("span", { className: "quiet" }, words.get(`share.${name}_hint`)));
      return make("li", {}, element);
    });
    menu = make("details", { className: "share" }, opener, make("div", {}, make("ul", {}, items), told));
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      event.stopPropagation();
      menu.open = false;
      opener.focus();
    });
    box.replaceChildren(menu);
  }

  function start() {
    draw();
    state.on((now, before) => {
      if (now.lang !== before.lang) draw();
      if (now.tab !== before.tab) menu.open = false;
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (!menu.contains(target)) menu.open = false;
    });
  }

  return Object.freeze({ start, table });
})();
