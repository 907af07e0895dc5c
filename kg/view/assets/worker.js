// Answers SPARQL beside the page, so that no question can freeze it.
// Runs after Oxigraph's own script, in a worker.
"use strict";

(() => {
  // What occurs, for the editor to complete.
  const OCCURRING = `SELECT DISTINCT ?term WHERE {
    { SELECT DISTINCT ?term WHERE { ?s ?term ?o } } UNION { SELECT DISTINCT ?term WHERE { ?s a ?term } } }`;
  const tasks = { open, ask, download };
  let store = null;

  // Oxigraph's own union of the graphs would tell a triple once for each graph that has it.
  function open({ wasm, dataset }) {
    initSync({ module: wasm });
    store = new Store();
    store.load(dataset, { format: "trig", lenient: true, no_transaction: true });
    store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }");
    return ask({ query: OCCURRING }).rows.map(([term]) => term.value);
  }

  // Turtle of CONSTRUCT and DESCRIBE, which Oxigraph refuses before it answers anything else;
  // then a truth value or rows: a list of terms each, null where nothing is bound.
  function ask({ query }) {
    try {
      return { turtle: store.query(query, { results_format: "ttl" }) };
    } catch {
      const { head, boolean, results } = JSON.parse(store.query(query, { results_format: "json" }));
      if (boolean !== undefined) return { truth: boolean };
      const row = (binding) => head.vars.map((name) => binding[name] ?? null);
      return { names: head.vars, rows: results.bindings.map(row) };
    }
  }

  // Rows as the W3C writes them. format: "csv", "tsv" or "json".
  function download({ query, format }) {
    return store.query(query, { results_format: format });
  }

  self.onmessage = ({ data: { id, task, ...values } }) => {
    try {
      const begun = performance.now();
      const value = tasks[task](values);
      self.postMessage({ id, value, took: performance.now() - begun });
    } catch (error) {
      self.postMessage({ id, fault: String(error.message ?? error) });
    }
  };
})();
