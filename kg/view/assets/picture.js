// Pictures of the graph or the map as it stands on the screen, with a line that says what it shows.
"use strict";

const picture = (() => {
  const FONT = '"Segoe UI", "Helvetica Neue", Arial, sans-serif';
  const FOOT = 30; // pixels of the line below
  const UNSEEN = [1600, 1000]; // pixels of a graph that is not on the screen
  const MARGIN = 60; // pixels around it
  const SHARP = 2; // pixels of a PNG to one of the screen
  const LARGEST = 8000; // pixels of a side that every browser can draw
  // What the style sheet says of the map and a file has to say itself.
  const STYLES = [
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-opacity", "stroke-linecap",
    "stroke-linejoin", "stroke-dasharray", "paint-order", "text-anchor", "dominant-baseline",
    "font-weight", "font-family",
  ];

  // What it is and how much of how much it shows.
  function caption() {
    return `${words.get("title")} · ${document.getElementById("counts").textContent}`;
  }

  function isMap() {
    return state.now.tab === "map" && map.picture();
  }

  function size() {
    const { clientWidth, clientHeight } = isMap() ? map.picture() : graphBox();
    return clientWidth ? [clientWidth, clientHeight] : UNSEEN;
  }

  function graphBox() {
    return document.querySelector("#graph .canvas");
  }

  // The view that has all of the graph in it, for when its tab is not open.
  function whole([width, height]) {
    const { items } = scene.now();
    const [xs, ys] = [items.map(({ x }) => x), items.map(({ y }) => y)];
    const [left, top] = [Math.min(...xs, 0), Math.min(...ys, 0)];
    const [right, bottom] = [Math.max(...xs, 0), Math.max(...ys, 0)];
    const scale = Math.min(1, (width - 2 * MARGIN) / (right - left || 1), (height - 2 * MARGIN) / (bottom - top || 1));
    const x = width / 2 - (scale * (left + right)) / 2;
    const y = height / 2 - (scale * (top + bottom)) / 2;
    return { scale, x, y, width, height };
  }

  // On a context of a canvas or one that writes SVG.
  function drawGraph(context, [width, height]) {
    const colour = paint.readColours();
    context.fillStyle = colour("ground");
    context.fillRect(0, 0, width, height + FOOT);
    if (graphBox().clientWidth) graph.drawOn(context);
    else paint.all(context, whole([width, height]), scene.now(), { colour, lit: null });
    drawFoot(context, [width, height], colour);
  }

  function drawFoot(context, [width, height], colour) {
    context.fillStyle = colour("paper");
    context.fillRect(0, height, width, FOOT);
    Object.assign(context, { textAlign: "left", textBaseline: "middle", font: `400 12px ${FONT}` });
    context.fillStyle = colour("quiet");
    context.fillText(caption(), 10, height + FOOT / 2);
  }

  // The map with its colours in its own elements, since no style sheet goes with a file, and
  // without what the style sheet hides.
  function standaloneMap([width, height]) {
    const original = map.picture();
    const copy = original.cloneNode(true);
    const seen = [original, ...original.querySelectorAll("*")];
    [copy, ...copy.querySelectorAll("*")].forEach((element, at) => inline(element, getComputedStyle(seen[at])));
    for (const [name, value] of Object.entries({ width, height, x: 0, y: 0 })) copy.setAttribute(name, value);
    return copy;
  }

  function inline(element, style) {
    if (style.display === "none") {
      element.remove();
      return;
    }
    for (const property of STYLES) element.setAttribute(property, style.getPropertyValue(property));
    for (const name of element.getAttributeNames()) {
      if (/^(class|tabindex|role|aria-|data-)/.test(name)) element.removeAttribute(name);
    }
  }

  // The text of an SVG file.
  function toSvg() {
    const [width, height] = size();
    const drawing = vector.make(width, height + FOOT);
    if (!isMap()) {
      drawGraph(drawing, [width, height]);
      return String(drawing);
    }
    const colour = paint.readColours();
    drawing.fillStyle = colour("sea");
    drawing.fillRect(0, 0, width, height);
    drawing.root.append(standaloneMap([width, height]));
    drawFoot(drawing, [width, height], colour);
    return String(drawing);
  }

  // A Blob of a PNG file.
  async function toPng() {
    const [width, height] = size();
    const scale = Math.min(SHARP, LARGEST / Math.max(width, height + FOOT));
    const canvas = Object.assign(document.createElement("canvas"), {
      width: Math.round(width * scale), height: Math.round((height + FOOT) * scale),
    });
    const context = canvas.getContext("2d");
    context.scale(scale, scale);
    if (isMap()) context.drawImage(await load(toSvg()), 0, 0, width, height + FOOT);
    else drawGraph(context, [width, height]);
    return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  }

  async function load(text) {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await image.decode();
    return image;
  }

  return Object.freeze({ toSvg, toPng });
})();
