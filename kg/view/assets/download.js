// Files that the page makes, handed to the reader by the browser: nothing leaves the machine.
"use strict";

const download = (() => {
  const LATER = 10_000; // milliseconds until a browser has surely begun to save

  // content: text, or a Blob, which has its own type.
  function save(file, type, content) {
    const blob = content instanceof Blob ? content : new Blob([content], { type });
    const url = URL.createObjectURL(blob);
    elements.make("a", { href: url, download: file }).click();
    setTimeout(() => URL.revokeObjectURL(url), LATER);
  }

  return Object.freeze({ save });
})();
