// All that is shown as tables: to sort, to read aloud, and to go on from.
"use strict";

const table = (() => {
  const { make, button, shape, name } = elements;
  const PAGE = 50;
  const box = document.getElementById("table");
  let rows = 0; // how many are drawn
  let body = null;

  const joined = (list) => list.map(model.labelOf).join(", ");
  const outletsOf = (reports) => new Set(reports.map((ix) => model.outletOf(model.all.reports[ix].article))).size;
  const toldOf = (ix) => model.all.events[ix].reports.filter((report) => model.shown().reports.has(report));

  // Columns of each table: key of its heading, value to sort by, and what a cell shows.
  const TABLES = {
    events: {
      items: () => [...model.shown().events],
      choose: (ix) => ({ kind: "event", id: model.all.events[ix].id }),
      first: "-date",
      columns: [
        { key: "date", value: (ix) => model.all.events[ix].earliest ?? "", show: model.timeLabel },
        { key: "what", value: (ix) => model.eventLabel(ix), isHead: true },
        { key: "who", value: (ix) => model.namesOf(ix)[0] },
        { key: "whom", value: (ix) => model.namesOf(ix)[1] },
        { key: "where", value: (ix) => joined(model.all.events[ix].place) },
        { key: "status", value: (ix) => words.get(`status.${model.all.events[ix].status}`) },
        { key: "sentences", value: (ix) => toldOf(ix).length, isNumber: true },
        { key: "outlets", value: (ix) => outletsOf(toldOf(ix)), isNumber: true },
      ],
    },
    nodes: {
      items: () => [...model.shown().nodes],
      choose: (ix) => ({ kind: "node", id: model.all.nodes[ix].id }),
      first: "-sentences",
      columns: [
        { key: "name", value: model.labelOf, isHead: true, icon: (ix) => model.all.nodes[ix].type },
        { key: "type", value: (ix) => words.get(`types.${model.all.nodes[ix].type}`)[0] },
        { key: "country", value: countryOf },
        { key: "count", value: (ix) => eventsOf(ix).length, isNumber: true },
        { key: "sentences", value: sentencesOf, isNumber: true },
      ],
    },
    relations: {
      items: () => model.shown().relations,
      choose: (relation) => ({ kind: "relation", id: relation.id }),
      first: "-sentences",
      columns: [
        { key: "one", value: ({ a }) => model.labelOf(a), isHead: true },
        { key: "other", value: ({ b }) => model.labelOf(b) },
        { key: "count", value: ({ count }) => count, isNumber: true },
        { key: "sentences", value: ({ reports }) => reports, isNumber: true },
        { key: "balance", value: ({ balance }) => balance, draw: evidence.balanceBar },
      ],
    },
  };

  function countryOf(ix) {
    const { country } = model.all.nodes[ix];
    const state = country && model.at("node", `state/${country}`);
    return state === undefined ? country ?? "" : state && model.labelOf(state);
  }

  function eventsOf(ix) {
    return model.eventsOf(ix).filter((event) => model.shown().events.has(event));
  }

  function sentencesOf(ix) {
    return eventsOf(ix).reduce((sum, event) => sum + toldOf(event).length, 0);
  }

  // "date" or "-date", the other way round; a column that the table lacks is its first order.
  function order({ columns, first }) {
    const wanted = state.now.sort || first;
    const column = columns.find(({ key }) => key === wanted.replace(/^-/, ""));
    if (column) return { column, isDown: wanted.startsWith("-") };
    return { column: columns.find(({ key }) => key === first.slice(1)), isDown: true };
  }

  // What has no value comes last, whichever way.
  function sorted(chosen) {
    const { column, isDown } = order(chosen);
    const turn = isDown ? -1 : 1;
    const compare = (one, two) => {
      if (one === "" || two === "") return (one === "") - (two === "");
      return turn * (typeof one === "number" ? one - two : words.compare(one, two));
    };
    return chosen.items().map((item, at) => [column.value(item), at, item])
      .sort((one, two) => compare(one[0], two[0]) || one[1] - two[1])
      .map(([, , item]) => item);
  }

  function heading({ key, isNumber }, chosen) {
    const { column, isDown } = order(chosen);
    const isSorted = column.key === key;
    const arrow = isSorted ? (isDown ? " ↓" : " ↑") : "";
    const sort = button("", () => {
      state.set({ sort: isSorted && !isDown ? `-${key}` : isSorted ? key : `${isNumber ? "-" : ""}${key}` });
      box.querySelector(`[data-sort="${key}"]`).focus();
    }, words.get(`table.${key}`), make("span", { ariaHidden: "true", textContent: arrow }));
    sort.dataset.sort = key;
    const cell = make("th", { scope: "col", className: isNumber ? "number" : "" }, sort);
    if (isSorted) cell.setAttribute("aria-sort", isDown ? "descending" : "ascending");
    return cell;
  }

  function cell(column, item, chosen) {
    const { value, show, draw, isHead, isNumber, icon } = column;
    if (draw) return make("td", {}, draw(item));
    const raw = value(item);
    const text = show ? show(item) : typeof raw === "number" ? words.number(raw) : raw;
    if (!isHead) return make("td", { className: isNumber ? "number" : "" }, name(text));
    return make("th", { scope: "row" },
      button("link", () => state.set({ chosen: chosen.choose(item) }), icon && shape(icon(item)), name(text)));
  }

  function row(item, chosen) {
    const { kind, id } = chosen.choose(item);
    const element = make("tr", {}, chosen.columns.map((column) => cell(column, item, chosen)));
    element.classList.toggle("chosen", kind === state.now.chosen?.kind && id === state.now.chosen?.id);
    return element;
  }

  function addRows(items, chosen, more) {
    body.append(...items.slice(rows, rows + PAGE).map((item) => row(item, chosen)));
    rows = Math.min(items.length, rows + PAGE);
    const left = items.length - rows;
    more.hidden = !left;
    more.textContent = `${words.fill("more", { n: Math.min(left, PAGE) })} (${words.fill("showing", { n: rows, m: items.length })})`;
  }

  function choices() {
    return make("div", { className: "choices", role: "group" }, Object.keys(TABLES).map((key) => {
      const element = button("action", () => {
        state.set({ table: key, sort: "" });
        box.querySelector("[aria-pressed=true]").focus();
      }, words.get(`table.${key}`));
      element.setAttribute("aria-pressed", String(key === current()));
      return element;
    }));
  }

  function current() {
    return Object.hasOwn(TABLES, state.now.table) ? state.now.table : "events";
  }

  function draw() {
    const chosen = TABLES[current()];
    const items = sorted(chosen);
    const kept = Math.max(rows, PAGE);
    const more = button("more", () => addRows(items, chosen, more));
    const total = current() === "relations" ? items.length : model.all[current()].length;
    const caption = words.fill("table.caption", { n: items.length, m: total });
    body = make("tbody");
    rows = 0;
    box.replaceChildren(
      choices(),
      make("div", { className: "scroll" }, make("table", {},
        make("caption", { textContent: caption }),
        make("thead", {}, make("tr", {}, chosen.columns.map((column) => heading(column, chosen)))),
        body), more));
    while (rows < Math.min(kept, items.length)) addRows(items, chosen, more);
    more.hidden = rows >= items.length;
  }

  const KEYS = ["tab", "lang", "off", "actor", "from", "to", "datedOnly", "score", "table", "sort", "chosen"];

  // Nothing is drawn while another tab is open.
  function changed(now, before) {
    if (now.tab !== "table" || !KEYS.some((key) => now[key] !== before[key])) return;
    const isSame = KEYS.every((key) => key === "chosen" || now[key] === before[key]);
    if (!isSame) rows = 0;
    const top = box.querySelector(".scroll")?.scrollTop ?? 0;
    const focused = [...box.querySelectorAll("button")].indexOf(document.activeElement);
    draw();
    if (!isSame) return;
    box.querySelector(".scroll").scrollTop = top;
    if (focused >= 0) box.querySelectorAll("button")[focused]?.focus({ preventScroll: true });
  }

  function start() {
    state.on(changed);
    if (state.now.tab === "table") draw();
  }

  return Object.freeze({ start });
})();
