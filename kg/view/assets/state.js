// What the reader looks at: one frozen value, its history, and its short form in the address.
"use strict";

const state = (() => {
  const TABS = ["graph", "map", "table", "ask", "report"];
  const LEVELS = ["actors", "events"];
  const KINDS = ["node", "event", "relation", "report"];
  const DAY = /^\d{4}-\d\d-\d\d$/;
  const STEPS = 200; // that can be undone
  const QUIET = 200; // milliseconds until the address follows: browsers forbid a flood of changes
  // What is not reported as a fact is one click away; what is only mentioned, too.
  const OFF = {
    type: ["mentioned"],
    root: [],
    cls: [],
    status: ["planned", "demanded", "possible", "hypothetical", "denied"],
    outlet: [],
    language: [],
  };
  const START = {
    tab: "graph", level: "actors", lang: "en", q: "", off: OFF, actor: null, from: null, to: null,
    datedOnly: false, score: 0, chosen: null, focus: null, expanded: [], hidden: [], pins: {},
    limit: 150, table: "events", sort: "", ask: null, lit: [],
  };

  let languages = ["en"];
  let initial = deepFreeze(structuredClone(START));
  let now = initial;
  let past = [];
  let future = [];
  let merging = null;
  let waiting = null;
  const listeners = [];

  function deepFreeze(value) {
    if (value && typeof value === "object") Object.values(value).forEach(deepFreeze);
    return Object.freeze(value);
  }

  function same(one, two) {
    return JSON.stringify(one) === JSON.stringify(two);
  }

  // --- the address: only what differs from the start, one readable part for each key ---

  const text = { write: (value) => value ?? "", read: (value) => value || null };
  const word = { write: (value) => value, read: (value) => value };
  const list = {
    write: (values) => values.map(encodeURIComponent).join(","),
    read: (value) => value.split(",").filter(Boolean).map(decodeURIComponent),
  };
  const among = (values) => ({
    write: (value) => value,
    read: (value) => (values.includes(value) ? value : values[0]),
  });
  const day = { write: text.write, read: (value) => (DAY.test(value) ? value : null) };
  const flag = { write: (value) => (value ? "yes" : ""), read: (value) => value === "yes" };
  const amount = (least, most) => ({
    write: String,
    read: (value) => Math.min(most, Math.max(least, Number(value) || 0)),
  });
  const thing = {
    write: (value) => (value ? `${value.kind}:${value.id}` : ""),
    read(value) {
      const [, kind, id] = /^(\w+):(.+)$/s.exec(value) ?? [];
      return KINDS.includes(kind) ? { kind, id } : null;
    },
  };
  const points = {
    write: (value) => list.write(Object.entries(value).map(([id, [x, y]]) => `${id}@${x}@${y}`)),
    read: (value) => Object.fromEntries(list.read(value).flatMap((item) => {
      const [, id, x, y] = /^(.+)@(-?\d+)@(-?\d+)$/s.exec(item) ?? [];
      return id ? [[id, [Number(x), Number(y)]]] : [];
    })),
  };
  // The name of a question and the values of its fields.
  const question = {
    write: (value) => (value ? [value.name, ...Object.entries(value.values)
      .map(([key, one]) => `${key}:${encodeURIComponent(one)}`)].join(",") : ""),
    read(value) {
      const [name, ...rest] = value.split(",");
      const values = rest.map((part) => /^(\w+):(.*)$/s.exec(part)).filter(Boolean)
        .map(([, key, one]) => [key, decodeURIComponent(one)]);
      return name ? { name, values: Object.fromEntries(values) } : null;
    },
  };
  const language = {
    write: (value) => value,
    read: (value) => (languages.includes(value) ? value : initial.lang),
  };
  const CODES = {
    lang: language,
    tab: among(TABS), level: among(LEVELS), q: word, actor: text, from: day, to: day,
    datedOnly: flag, score: amount(0, 1), chosen: thing, focus: text, expanded: list,
    hidden: list, pins: points, limit: amount(1, 1e6), table: word, sort: word,
    ask: question, lit: list,
  };

  // Plain in the address, but for what could end or split a part of it.
  function encode(value) {
    return encodeURIComponent(value).replace(/%(2C|2F|3A|40|2520)/g, (code) => decodeURIComponent(code));
  }

  function write() {
    const parts = Object.keys(CODES).filter((key) => !same(now[key], initial[key]))
      .map((key) => `${key}=${encode(CODES[key].write(now[key]))}`);
    const off = Object.keys(OFF).filter((key) => !same(now.off[key], initial.off[key]))
      .map((key) => `off.${key}=${encode(list.write(now.off[key]))}`);
    return [...parts, ...off].join("&");
  }

  // An address is typed and shortened by hand: what cannot be read is left as at the start.
  function read(fragment) {
    const found = { ...initial, off: { ...initial.off } };
    for (const part of fragment.split("&").filter(Boolean)) {
      const [, key, value] = /^([^=]*)=?(.*)$/s.exec(part);
      try {
        const plain = decodeURIComponent(value);
        const [, group] = /^off\.(\w+)$/.exec(key) ?? [];
        if (group && Object.hasOwn(OFF, group)) found.off[group] = list.read(plain);
        else if (Object.hasOwn(CODES, key)) found[key] = CODES[key].read(plain);
      } catch (error) {
        if (!(error instanceof URIError)) throw error;
      }
    }
    return deepFreeze(found);
  }

  function fragment() {
    const written = write();
    return written && `#${written}`;
  }

  function keepAddress() {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      try {
        history.replaceState(null, "", location.href.split("#")[0] + fragment());
      } catch (error) {
        // In the frame of a notebook the page has no address of its own.
        if (error.name !== "SecurityError") throw error;
      }
    }, QUIET);
  }

  // --- changes ---

  function become(next) {
    const before = now;
    now = next;
    for (const listener of listeners) listener(now, before);
    keepAddress();
  }

  // Changes some keys. merge: a name; a run of changes of one name, such as the letters of a word
  // that is typed or the steps of a slider, is undone as one.
  function set(patch, { merge = null } = {}) {
    const next = deepFreeze({ ...now, ...structuredClone(patch) });
    if (same(next, now)) return;
    if (!merge || merge !== merging) past = [...past.slice(1 - STEPS), now];
    merging = merge;
    future = [];
    become(next);
  }

  // Switches a value of a filter off or on.
  function toggle(group, value) {
    const off = now.off[group];
    const rest = off.filter((item) => item !== value);
    set({ off: { ...now.off, [group]: rest.length < off.length ? rest : [...off, value] } });
  }

  function undo() {
    if (!past.length) return;
    future = [now, ...future];
    merging = null;
    const last = past[past.length - 1];
    past = past.slice(0, -1);
    become(last);
  }

  function redo() {
    if (!future.length) return;
    past = [...past, now];
    merging = null;
    const [next, ...rest] = future;
    future = rest;
    become(next);
  }

  function on(listener) {
    listeners.push(listener);
  }

  function start(data) {
    languages = Object.keys(data.strings);
    const lang = languages.includes(data.lang) ? data.lang : START.lang;
    initial = deepFreeze({ ...structuredClone(START), lang });
    now = read(location.hash.slice(1));
    window.addEventListener("hashchange", () => {
      const next = read(location.hash.slice(1));
      if (same(next, now)) return;
      past = [...past, now];
      become(next);
    });
  }

  return Object.freeze({
    get now() { return now; },
    get initial() { return initial; },
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,
    set, toggle, undo, redo, on, start, fragment,
  });
})();
