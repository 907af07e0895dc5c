// SPARQL as text: what a form asks, what is declared, what may come next, what went wrong.
"use strict";

const sparql = (() => {
  // Comments, IRIs and strings are taken whole: nothing in them is SPARQL.
  const WHOLE = /#[^\n]*|<[^<>"{}|^`\\\s]*>|"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;
  const TURTLE = /"(?:[^"\\]|\\.)*"|<([^<>]*)>/g;
  const LOCAL = /^[\p{L}\d_](?:[\p{L}\d_-]*[\p{L}\d_])?$/u;
  const TOKEN = /(?:[?$][\w]*|[\p{L}][\p{L}\w-]*:?[\p{L}\w-]*|:[\p{L}\w-]*)$/u;
  const DECLARED = /\bPREFIX\s+([\w-]*):\s*<>/gi;
  const PREFIXED = /(?<![\w?$:-])([A-Za-z][\w-]*):/g;
  const NEAR = 30;
  const SOME = 8;
  const KEYWORDS = [
    "SELECT", "DISTINCT", "WHERE", "OPTIONAL", "FILTER", "FILTER NOT EXISTS", "GRAPH", "UNION", "BIND",
    "VALUES", "GROUP BY", "ORDER BY", "DESC", "HAVING", "LIMIT", "OFFSET", "COUNT", "GROUP_CONCAT",
    "CONTAINS", "LCASE", "STR", "LANG", "BOUND", "CONSTRUCT", "DESCRIBE", "ASK", "PREFIX",
  ];
  let prefixes = {};
  let terms = {};

  // terms: prefixed name to labels by language.
  function know(known) {
    ({ prefixes, terms } = known);
  }

  // --- queries ---

  // values: of the parameters, by name; an empty one is not asked for.
  function bind({ head, tail }, values) {
    const given = Object.entries(values).filter(([, value]) => value);
    if (!given.length) return head + tail;
    const names = given.map(([name]) => `?${name}`).join(" ");
    // JSON writes a string as SPARQL reads it.
    const row = given.map(([, value]) => JSON.stringify(value)).join(" ");
    return `${head}\n  VALUES (${names}) { (${row}) }${tail}`;
  }

  // The query with blanks in place of comments and strings, and <> in place of IRIs.
  function bare(query) {
    return query.replace(WHOLE, (part) => (part[0] === "<" ? "<>" : part.replace(/[^\n]/g, " ")));
  }

  function declared(query) {
    return new Set([...bare(query).matchAll(DECLARED)].map(([, name]) => name));
  }

  // The first prefix that is neither declared nor known: [name, line], or nothing.
  function undeclared(query) {
    const own = declared(query);
    const text = bare(query).replace(DECLARED, "");
    const found = [...text.matchAll(PREFIXED)].find(([, name]) => !own.has(name) && !(name in prefixes));
    return found && [found[1], text.slice(0, found.index).split("\n").length];
  }

  function declaration(name) {
    return `PREFIX ${name}: <${prefixes[name]}>`;
  }

  // The prefixes of the model need no declaration; all stand in one line before the query, so that
  // the line of an error is one too high.
  function complete(query) {
    const own = declared(query);
    const missing = Object.keys(prefixes).filter((name) => !own.has(name));
    return `${missing.map(declaration).join(" ")}\n${query}`;
  }

  // One line: where, after which words, and what to check. message: Oxigraph's, whose list of all
  // that it expected would fill a screen.
  function explain(query, message) {
    const [, number, column] = /error at (\d+):(\d+)/.exec(message) ?? [];
    if (!number) return { text: words.fill("ask.failed", { fault: message.split("\n")[0] }) };
    const [name, place] = undeclared(query) ?? [];
    if (name !== undefined) return { line: place, text: words.fill("ask.undeclared", { name: `${name}:`, line: place }) };
    const line = Math.max(1, Number(number) - 1);
    const after = query.split("\n")[line - 1].slice(0, column - 1).trim().slice(-NEAR);
    return { line, text: words.fill(after ? "ask.wrong" : "ask.wrong_at_start", { line, after }) };
  }

  // --- names ---

  function shorten(iri) {
    const [name, namespace] = Object.entries(prefixes)
      .filter(([, start]) => iri.startsWith(start))
      .reduce((best, entry) => (entry[1].length > best[1].length ? entry : best), ["", ""]);
    const local = iri.slice(namespace.length);
    return name && LOCAL.test(local) ? `${name}:${local}` : null;
  }

  // Turtle with the prefixes that it uses; text between quotes stays as it is.
  function shortenTurtle(turtle) {
    const used = new Set();
    const body = turtle.replace(TURTLE, (whole, iri) => {
      const short = iri === undefined ? null : shorten(iri);
      if (short) used.add(short.split(":")[0]);
      return short ?? whole;
    });
    const head = [...used].sort().map((name) => `@prefix ${name}: <${prefixes[name]}> .\n`);
    return `${head.join("")}\n${body}`;
  }

  // --- completion ---

  // What may stand in the place of the word before the caret: {text, hint}; best first.
  function suggest(query, caret, more = []) {
    const [token] = TOKEN.exec(query.slice(0, caret)) ?? [""];
    const rest = query.slice(0, caret - token.length) + query.slice(caret);
    const found = /^[?$]/.test(token) ? variables(rest, token) : named(token, more);
    return { token, found: found.filter(({ text }) => text !== token).slice(0, SOME) };
  }

  function variables(query, token) {
    const names = [...new Set(query.match(/\?\w+/g))].sort();
    return names.filter((name) => name.startsWith(`?${token.slice(1)}`)).map((text) => ({ text }));
  }

  function named(token, more) {
    if (token.length < 2) return [];
    const wanted = model.fold(token);
    const starting = (text) => model.fold(text).startsWith(wanted);
    const known = [...new Set([...Object.keys(terms), ...more])];
    const entry = (text) => ({ text, hint: words.pick(terms[text]) });
    const inside = (text) => model.fold(`${text} ${words.pick(terms[text])}`).includes(wanted);
    const first = known.filter((text) => starting(text) || starting(text.split(":")[1]));
    const others = token.includes(":") ? [] : known.filter((text) => !first.includes(text) && inside(text));
    return [
      ...KEYWORDS.filter(starting).map((text) => ({ text })),
      ...Object.keys(prefixes).filter(starting).map((name) => ({ text: `${name}:`, hint: prefixes[name] })),
      ...[...first, ...others].map(entry),
    ];
  }

  return Object.freeze({
    know, bind, complete, declared, declaration, explain, shorten, shortenTurtle, suggest,
  });
})();
