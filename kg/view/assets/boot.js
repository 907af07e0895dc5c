// Unpacks the data of the page, then starts its parts one after the other.
"use strict";

const boot = (() => {
  function toBytes(base64) {
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    return bytes;
  }

  // The content of a packed block, by the id of its element: base64 of gzip. A block is unpacked
  // once: its text goes, which frees the memory of a large one.
  async function unpack(id) {
    const block = document.getElementById(id);
    const packed = new Blob([toBytes(block.textContent)]);
    block.remove();
    const plain = packed.stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(plain).arrayBuffer());
  }

  // Each part has start(data) or needs none. A part that fails is named; the others go on.
  async function begin(parts) {
    const data = JSON.parse(new TextDecoder().decode(await unpack("data")));
    for (const part of parts) part.start?.(data);
    document.documentElement.dataset.ready = "";
  }

  return Object.freeze({ unpack, begin });
})();
