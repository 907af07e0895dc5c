// What lies over the drawing, and the room that it leaves: tools, signs, and on a telephone the sheet.
"use strict";

const room = (() => {
  const stage = document.getElementById("graph");
  const sheet = document.getElementById("panel");

  // [left, top, width, height] of elements, in pixels of the stage; none of what is not shown.
  function boxes(elements) {
    const { left, top } = stage.getBoundingClientRect();
    return elements.map((element) => element.getBoundingClientRect()).filter(({ width }) => width)
      .map((box) => [box.left - left, box.top - top, box.width, box.height]);
  }

  // Between the tools and the signs.
  function free() {
    const [[, above, , tools], , [, bottom]] = boxes(toolbar.parts);
    return { top: above + tools, bottom };
  }

  // The same without what the sheet covers.
  function seen() {
    const { top, bottom } = free();
    const [left, end] = boxes([sheet])[0];
    return { top, bottom: left < stage.clientWidth ? Math.min(bottom, end) : bottom };
  }

  // The sheet rises and sinks.
  function onChange(act) {
    new ResizeObserver(act).observe(sheet);
  }

  return Object.freeze({ boxes, free, seen, onChange });
})();
