// A field for SPARQL: line numbers, completion under the caret, Ctrl+Enter to ask.
"use strict";

const editor = (() => {
  const { make, name } = elements;
  const INDENT = /^[ \t]*/;

  // ask(): on Ctrl+Enter; more(): other names to complete. Returns {element, area, value, mark}.
  function create({ label, ask, more }) {
    const lines = make("div", { className: "line-numbers" });
    const area = make("textarea", { className: "code", spellcheck: false, wrap: "off", rows: 14 });
    const list = make("ul", { className: "offers", id: "ask-offers", hidden: true });
    const element = make("div", { className: "editor" }, lines, make("div", { className: "typing" }, area, list));
    const box = { area, list, lines, more, ask, offers: [], token: "", at: 0, marked: 0 };
    lines.setAttribute("aria-hidden", "true");
    set(list, { role: "listbox", "aria-label": words.get("ask.completion") });
    set(area, {
      "aria-label": label, "aria-autocomplete": "list", "aria-controls": list.id,
      autocapitalize: "off", autocomplete: "off",
    });
    listen(box);
    return Object.freeze({
      element, area,
      get value() { return area.value; },
      set value(text) { area.value = text; box.marked = 0; count(box); close(box); },
      mark(line) { box.marked = line; count(box); },
    });
  }

  function set(element, attributes) {
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  }

  function listen(box) {
    const { area } = box;
    area.addEventListener("input", () => { box.marked = 0; count(box); offer(box); });
    area.addEventListener("scroll", () => { box.lines.scrollTop = area.scrollTop; close(box); });
    area.addEventListener("keydown", (event) => press(box, event));
    area.addEventListener("blur", () => close(box));
    area.addEventListener("click", () => close(box));
  }

  // --- line numbers; that of an error is marked ---

  function count(box) {
    const amount = box.area.value.split("\n").length;
    const line = (number) => make("div", { textContent: number, className: number === box.marked ? "wrong" : "" });
    box.lines.replaceChildren(...Array.from({ length: amount }, (_, at) => line(at + 1)));
    box.lines.scrollTop = box.area.scrollTop;
  }

  // --- completion ---

  function offer(box, isAsked = false) {
    const { area } = box;
    const { token, found } = sparql.suggest(area.value, area.selectionStart, box.more());
    const isWanted = token.length > 1 || isAsked;
    if (!isWanted || !found.length || area.selectionStart !== area.selectionEnd) return close(box);
    Object.assign(box, { offers: found, token, at: 0 });
    box.list.replaceChildren(...found.map((entry, at) => item(box, entry, at)));
    box.list.hidden = false;
    place(box);
    return point(box, 0);
  }

  function item(box, { text, hint }, at) {
    const element = make("li", { id: `ask-offer-${at}` }, make("code", {}, name(text)),
      hint && make("span", {}, name(hint)));
    element.setAttribute("role", "option");
    // Before the field loses the focus to it.
    element.addEventListener("mousedown", (event) => { event.preventDefault(); accept(box, at); });
    return element;
  }

  function place({ area, list, token }) {
    const before = area.value.slice(0, area.selectionStart).split("\n");
    const style = getComputedStyle(area);
    const column = before[before.length - 1].length - token.length;
    const top = before.length * parseFloat(style.lineHeight) + parseFloat(style.paddingTop) - area.scrollTop;
    const left = column * letterWidth(style) + parseFloat(style.paddingLeft) - area.scrollLeft;
    list.style.top = `${top}px`;
    list.style.left = `${Math.max(0, Math.min(left, area.clientWidth - list.offsetWidth))}px`;
  }

  function letterWidth(style) {
    const context = document.createElement("canvas").getContext("2d");
    context.font = style.font;
    return context.measureText("0").width;
  }

  function point(box, at) {
    box.at = (at + box.offers.length) % box.offers.length;
    [...box.list.children].forEach((element, number) => {
      element.setAttribute("aria-selected", number === box.at);
    });
    box.area.setAttribute("aria-activedescendant", `ask-offer-${box.at}`);
  }

  function close(box) {
    box.offers = [];
    box.list.hidden = true;
    box.area.removeAttribute("aria-activedescendant");
  }

  // The word, and the declaration of its prefix when the query lacks it.
  function accept(box, at) {
    const { area, token } = box;
    const { text } = box.offers[at];
    const end = area.selectionStart;
    write(area, end - token.length, end, text);
    const caret = area.selectionStart;
    const [, prefix] = /^([\w-]+):/.exec(text) ?? [];
    if (prefix && !sparql.declared(area.value).has(prefix)) {
      const line = `${sparql.declaration(prefix)}\n`;
      write(area, 0, 0, line);
      area.setSelectionRange(caret + line.length, caret + line.length);
    }
    close(box);
    if (text.endsWith(":")) offer(box);
  }

  // As if typed, so that the browser can undo it.
  function write(area, from, to, text) {
    area.focus();
    area.setSelectionRange(from, to);
    if (!document.execCommand("insertText", false, text)) area.setRangeText(text, from, to, "end");
  }

  // --- keys; Tab leaves the field unless there is something to complete ---

  function press(box, event) {
    const { key } = event;
    if (key === "Enter" && (event.ctrlKey || event.metaKey)) return take(event, box.ask);
    if (key === " " && event.ctrlKey) return take(event, () => offer(box, true));
    if (box.offers.length) return choose(box, event);
    if (key === "Enter" && !event.shiftKey) return take(event, () => breakLine(box.area));
    return undefined;
  }

  function choose(box, event) {
    const acts = {
      ArrowDown: () => point(box, box.at + 1),
      ArrowUp: () => point(box, box.at - 1),
      Enter: () => accept(box, box.at),
      Tab: () => accept(box, box.at),
      Escape: () => close(box),
    };
    if (acts[event.key]) take(event, acts[event.key]);
  }

  function take(event, act) {
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  // A new line begins where the one before it does.
  function breakLine(area) {
    const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
    const [indent] = INDENT.exec(area.value.slice(start, area.selectionStart));
    write(area, area.selectionStart, area.selectionEnd, `\n${indent}`);
  }

  return Object.freeze({ create });
})();
