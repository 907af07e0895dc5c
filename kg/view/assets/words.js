// The words of the page in the language of the reader, and numbers and dates as it writes them.
"use strict";

const words = (() => {
  const FALLBACK = "en";
  const DAY = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/;
  const WEEK = /^(\d{4})-W(\d\d)$/;
  let strings = {};
  let formats = new Map();

  function start(data) {
    strings = data.strings;
  }

  function find(lang, key) {
    return key.split(".").reduce((part, name) => part?.[name], strings[lang]);
  }

  // The words of a key such as "tabs.map"; English ones where the language lacks them.
  function get(key) {
    return find(state.now.lang, key) ?? find(FALLBACK, key) ?? key;
  }

  // "{n} of {m}" with numbers as the language writes them.
  function fill(key, values) {
    return fillText(get(key), values);
  }

  function fillText(text, values) {
    return text.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = values[name];
      return typeof value === "number" ? number(value) : value ?? whole;
    });
  }

  // Of [singular, plural], with the number before it.
  function count(key, amount) {
    return `${number(amount)} ${get(key)[amount === 1 ? 0 : 1]}`;
  }

  function format(name, make) {
    const key = `${state.now.lang} ${name}`;
    if (!formats.has(key)) formats.set(key, make(state.now.lang));
    return formats.get(key);
  }

  function number(value) {
    return format("number", (lang) => new Intl.NumberFormat(lang)).format(value);
  }

  function compare(one, two) {
    const make = (lang) => new Intl.Collator(lang, { numeric: true });
    return format("collator", make).compare(one, two);
  }

  // An EDTF value in words: "2025-10-27" is "27 Oct 2025", "2022/.." is "since 2022".
  function time(edtf) {
    if (!edtf) return "";
    if (edtf.includes("/")) return interval(edtf);
    const plain = edtf.replace(/[~?%]+$/, "");
    return plain === edtf ? point(plain) : fill("dates.about", { time: point(plain) });
  }

  function interval(edtf) {
    const [start, end] = edtf.split("/");
    const open = (value) => value === "" || value === "..";
    if (open(end)) return fill("dates.since", { time: time(start) });
    if (open(start)) return fill("dates.until", { time: time(end) });
    return `${time(start)} – ${time(end)}`;
  }

  function point(edtf) {
    const week = WEEK.exec(edtf);
    if (week) return fill("dates.week", { year: week[1], week: String(Number(week[2])) });
    const [, year, month, day] = DAY.exec(edtf) ?? [];
    if (!month) return edtf;
    const parts = { year, month: get("months")[Number(month) - 1], day: String(Number(day)) };
    return fill(day ? "dates.day" : "dates.month", parts);
  }

  // Of words by language: in that of the reader, else English, else any.
  function pick(labels) {
    if (!labels) return "";
    return labels[state.now.lang] ?? labels[FALLBACK] ?? Object.values(labels)[0] ?? "";
  }

  // Sets the words of all elements that name theirs: data-words for the text, data-words-label
  // for what a screen reader says and a hover shows, data-words-hint for an empty field.
  function apply(root = document) {
    for (const element of root.querySelectorAll("[data-words]")) {
      element.textContent = get(element.dataset.words);
    }
    for (const element of root.querySelectorAll("[data-words-label]")) {
      const label = get(element.dataset.wordsLabel);
      element.setAttribute("aria-label", label);
      if (element.matches("button, select, summary")) element.title = label;
    }
    for (const element of root.querySelectorAll("[data-words-hint]")) {
      element.placeholder = get(element.dataset.wordsHint);
    }
  }

  function languages() {
    return Object.keys(strings);
  }

  return Object.freeze({
    start, get, fill, count, number, compare, time, pick, apply, languages,
  });
})();
