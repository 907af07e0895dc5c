// The dataset of the page, asked in SPARQL: by Oxigraph, in a worker that starts when needed.
"use strict";

const engine = (() => {
  const waiting = new Map(); // number of a question: its promise
  let parts = null;
  let opening = null;
  let worker = null;
  let asked = 0;

  // The blocks are unpacked once; a worker that was stopped leaves them for the next.
  async function load() {
    const [script, wasm, dataset] = await Promise.all(["engine", "wasm", "rdf"].map(boot.unpack));
    const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    return { url, dataset, module: await WebAssembly.compile(wasm) };
  }

  // Starts the worker unless it runs; the IRIs of the classes and properties that occur.
  function open() {
    opening ??= (async () => {
      parts ??= load();
      const { url, dataset, module } = await parts;
      worker = new Worker(url);
      worker.onmessage = ({ data }) => settle(data);
      worker.onerror = (event) => fail(event.message || "Worker");
      return (await send("open", { wasm: module, dataset })).value;
    })();
    return opening;
  }

  function send(task, values) {
    asked += 1;
    const promise = new Promise((resolve, reject) => waiting.set(asked, { resolve, reject }));
    worker.postMessage({ id: asked, task, ...values });
    return promise;
  }

  function settle({ id, value, took, fault }) {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (fault === undefined) resolve({ value, took });
    else reject(new Error(fault));
  }

  function fail(message) {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  }

  // {took, turtle} or {took, truth} or {took, names, rows}; took: milliseconds.
  async function ask(query) {
    await open();
    const { value, took } = await send("ask", { query });
    return { took, ...value };
  }

  // The rows of a SELECT as "csv", "tsv" or "json".
  async function download(query, format) {
    await open();
    return (await send("download", { query, format })).value;
  }

  // Gives up what is being answered: a worker in the middle of it hears nothing.
  function stop() {
    worker?.terminate();
    worker = null;
    opening = null;
    fail("stopped");
  }

  return Object.freeze({ open, ask, download, stop });
})();
