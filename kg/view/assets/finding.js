// Finding what has some words: names in all languages, events, sentences.
"use strict";

const finding = (() => {
  const NONE = Object.freeze([]);
  let folded = null; // the texts of nodes, events and reports, made at the first search

  // "São Tomé" is found as "sao tome".
  function fold(text) {
    // Most names are plain, and folding is what a search spends its time on.
    // eslint-disable-next-line no-control-regex
    const plain = /^[\0-\x7f]*$/.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "");
    return plain.toLowerCase();
  }

  function foldAll() {
    const { nodes, events, reports, classes } = model.all;
    const ofClass = Object.fromEntries(Object.entries(classes)
      .map(([name, { labels }]) => [name, fold(Object.values(labels).join("\n"))]));
    const named = nodes.map(({ labels, names }) => fold([...Object.values(labels), ...names].join("\n")));
    const told = events.map(({ cls, time }, ix) => (
      [...cls.map((name) => ofClass[name]), time, ...model.actorsOf(ix).map((node) => named[node])].join("\n")
    ));
    folded = { nodes: named, events: told, reports: reports.map((report) => fold(model.sentenceOf(report))) };
  }

  // How well a text answers: a whole line, the start of one, the start of a word, or anywhere.
  function rate(text, wanted) {
    const lines = `\n${text}\n`;
    if (lines.includes(`\n${wanted}\n`)) return 0;
    if (lines.includes(`\n${wanted}`)) return 1;
    return lines.includes(` ${wanted}`) ? 2 : 3;
  }

  function having(texts, wanted) {
    const found = [];
    texts.forEach((text, ix) => { if (wanted.every((part) => text.includes(part))) found.push(ix); });
    return found;
  }

  // Numbers of the nodes, events and reports that have all words of a query. Nodes come by how well
  // a name of theirs answers, then as in the data, the most reported first; events and reports as
  // in the data.
  function search(query) {
    const wanted = fold(query.trim()).split(/\s+/).filter(Boolean);
    if (!wanted.length) return { nodes: NONE, events: NONE, reports: NONE };
    if (!folded) foldAll();
    const whole = wanted.join(" ");
    const rated = having(folded.nodes, wanted).map((ix) => [rate(folded.nodes[ix], whole), ix]);
    return {
      nodes: rated.sort((one, two) => one[0] - two[0] || one[1] - two[1]).map(([, ix]) => ix),
      events: having(folded.events, wanted),
      reports: having(folded.reports, wanted),
    };
  }

  return Object.freeze({ fold, search });
})();
