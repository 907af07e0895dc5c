// The drawing on a canvas, or on anything that draws like one: lines, nodes, marks and labels.
"use strict";

const paint = (() => {
  const FAINT = 0.16;
  const DASHES = [6, 4];
  const DOTS = [1.5, 3.5];
  const FONT = '"Segoe UI", "Helvetica Neue", Arial, sans-serif';
  const SMALL = 2.2; // pixels of radius below which every node is a square: many are drawn at once
  const MANY = 4000; // lines alike that only their colours tell apart
  const PATH = 2000; // lines of one path: a longer one takes more time than its parts
  const LINE = 15; // pixels from one line of a label to the next
  const LONGEST = 26; // characters of a label
  const widths = new Map();

  // Colours stand in the style sheet, once for light and once for dark.
  function readColours() {
    const style = getComputedStyle(document.documentElement);
    const known = new Map();
    return (name) => {
      if (!known.has(name)) known.set(name, style.getPropertyValue(`--${name}`).trim());
      return known.get(name);
    };
  }

  // view: {scale, x, y, width, height, least} with x, y where the origin of the plane stands, in
  // pixels; least: the smallest radius of a node; over: [left, top, width, height] of what no name
  // may lie under.
  // look: {colour, lit, middle} with the keys of what is not faded, or null when nothing is, and
  // that of the node whose lines are not.
  function all(context, view, { items, lines }, look) {
    const seen = items.filter((item) => isSeen(view, item));
    paintLines(context, view, lines, look);
    paintNodes(context, view, seen, look);
    paintLabels(context, view, seen, look);
  }

  function toX(view, item) {
    return item.x * view.scale + view.x;
  }

  function toY(view, item) {
    return item.y * view.scale + view.y;
  }

  // At a distance nodes shrink less than the plane does, so that they stay to be seen.
  function radius(view, item) {
    return Math.max(view.least ?? 1.2, item.r * Math.min(1.5, view.scale ** 0.65));
  }

  function isSeen(view, item) {
    const x = toX(view, item);
    const y = toY(view, item);
    return x > -160 && y > -60 && x < view.width + 160 && y < view.height + 40;
  }

  function isLit(look, ...keys) {
    return !look.lit || keys.every((key) => look.lit.has(key));
  }

  function isLineLit(look, one, other) {
    return isLit(look, one, other) && (!look.middle || one === look.middle || other === look.middle);
  }

  // --- lines: those that look the same are one path ---

  function paintLines(context, view, lines, look) {
    const batches = new Map();
    for (const line of lines) {
      if (!crosses(view, line)) continue;
      const lit = isLineLit(look, line.a.key, line.b.key);
      const width = Math.round(Math.max(0.5, line.width * Math.min(1, view.scale ** 0.5)) * 2) / 2;
      const key = `${lit ? 1 : 0} ${lineColour(line)} ${width} ${dashes(line)}`;
      if (!batches.has(key)) batches.set(key, { lit, width, colour: lineColour(line), dash: dashes(line), lines: [] });
      batches.get(key).lines.push(line);
    }
    // The faded ones lie under the others.
    for (const batch of [...batches.values()].sort((one, other) => one.lit - other.lit)) {
      paintBatch(context, view, batch, look);
    }
    context.globalAlpha = 1;
    context.setLineDash([]);
  }

  function crosses(view, { a, b }) {
    const [x1, y1, x2, y2] = [toX(view, a), toY(view, a), toX(view, b), toY(view, b)];
    return Math.max(x1, x2) > 0 && Math.max(y1, y2) > 0
      && Math.min(x1, x2) < view.width && Math.min(y1, y2) < view.height;
  }

  function lineColour({ kind, stance }) {
    if (kind === "office") return "person-outline";
    if (kind === "place") return "place-outline";
    if (Number.isNaN(stance)) return "mixed";
    return { 1: "cooperation", "-1": "conflict" }[stance] ?? "line";
  }

  function dashes({ kind, status }) {
    if (kind === "place" || kind === "office") return DOTS;
    return status === "actual" ? [] : DASHES;
  }

  function paintBatch(context, view, { lit, width, colour, dash, lines }, look) {
    context.globalAlpha = lit ? (lines.length > MANY ? 0.45 : 0.85) : FAINT;
    context.strokeStyle = look.colour(colour);
    context.lineWidth = width;
    context.setLineDash(dash);
    for (let from = 0; from < lines.length; from += PATH) {
      context.beginPath();
      for (const { a, b } of lines.slice(from, from + PATH)) {
        context.moveTo(toX(view, a), toY(view, a));
        context.lineTo(toX(view, b), toY(view, b));
      }
      context.stroke();
    }
    context.setLineDash([]);
    context.fillStyle = look.colour(colour);
    if (lines.length < MANY) for (const line of lines) paintMarks(context, view, line, width);
  }

  // Conflict has a second sign beside its colour, a cross on the line; mutual give and take a ring.
  // What one does to another has an arrowhead.
  function paintMarks(context, view, line, width) {
    const [x1, y1, x2, y2] = [toX(view, line.a), toY(view, line.a), toX(view, line.b), toY(view, line.b)];
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (length < 40) return;
    const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
    const end = length - radius(view, line.b) - 1;
    if (line.arrow) paintHead(context, x1 + dx * end, y1 + dy * end, dx, dy);
    if (line.kind !== "relation") return;
    const size = (3 + width * 0.7) * Math.min(1, Math.max(0.6, view.scale ** 0.5));
    if (line.stance === -1) paintCross(context, (x1 + x2) / 2, (y1 + y2) / 2, dx, dy, size);
    if (Number.isNaN(line.stance)) paintBar(context, (x1 + x2) / 2, (y1 + y2) / 2, dx, dy, size);
  }

  function paintHead(context, x, y, dx, dy) {
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x - 8 * dx - 4 * dy, y - 8 * dy + 4 * dx);
    context.lineTo(x - 8 * dx + 4 * dy, y - 8 * dy - 4 * dx);
    context.closePath();
    context.fill();
  }

  function paintCross(context, x, y, dx, dy, size) {
    const [ax, ay, bx, by] = [dx - dy, dy + dx, dx + dy, dy - dx].map((value) => value * size * 0.8);
    context.lineWidth = 2;
    context.beginPath();
    context.moveTo(x - ax, y - ay);
    context.lineTo(x + ax, y + ay);
    context.moveTo(x - bx, y - by);
    context.lineTo(x + bx, y + by);
    context.stroke();
  }

  function paintBar(context, x, y, dx, dy, size) {
    context.lineWidth = 2;
    context.beginPath();
    context.moveTo(x - dy * size, y + dx * size);
    context.lineTo(x + dy * size, y - dx * size);
    context.stroke();
  }

  // --- nodes ---

  const CORNERS = {
    state: turned(6, 0), group: turned(3, -90), place: turned(3, 90), organisation: turned(4, 45),
    "event-cooperation": turned(4, 0), "event-neither": turned(4, 0), "event-conflict": star(),
  };
  // A shape of fewer corners looks smaller at the same radius.
  const GROWN = { group: 1.2, place: 1.2, organisation: 1.15, "event-conflict": 1.3 };

  function turned(corners, degrees) {
    return Array.from({ length: corners }, (_, at) => {
      const angle = ((at * 360) / corners + degrees) * (Math.PI / 180);
      return [Math.cos(angle), Math.sin(angle)];
    });
  }

  function star() {
    return Array.from({ length: 16 }, (_, at) => {
      const angle = (at * Math.PI) / 8;
      const reach = at % 2 ? 0.58 : 1;
      return [Math.cos(angle) * reach, Math.sin(angle) * reach];
    });
  }

  // As the legend and the style sheet call it.
  function looks({ type, stance }) {
    if (type !== "event") return type;
    return { 1: "event-cooperation", "-1": "event-conflict" }[stance] ?? "event-neither";
  }

  function paintNodes(context, view, items, look) {
    const batches = new Map();
    for (const item of items) {
      const key = `${isLit(look, item.key) ? 1 : 0} ${looks(item)} ${isDashed(item)}`;
      if (!batches.has(key)) batches.set(key, []);
      batches.get(key).push(item);
    }
    for (const [key, batch] of [...batches].sort(([one], [other]) => (one < other ? -1 : 1))) {
      paintAlike(context, view, batch, look, key.startsWith("1"));
    }
    context.setLineDash([]);
  }

  function isDashed({ status }) {
    return status !== undefined && status !== "actual";
  }

  function paintAlike(context, view, items, look, lit) {
    const name = looks(items[0]);
    const small = items.every((item) => radius(view, item) < SMALL);
    context.beginPath();
    for (const item of items) trace(context, toX(view, item), toY(view, item), radius(view, item), small ? "" : name);
    // Nothing shows through a faded node: its ground is painted first.
    context.fillStyle = look.colour("ground");
    if (!lit) context.fill();
    context.globalAlpha = lit ? 1 : FAINT * 1.5;
    context.fillStyle = look.colour(isDashed(items[0]) ? "ground" : name);
    context.fill();
    context.strokeStyle = look.colour(`${name}-outline`);
    context.lineWidth = 1.5;
    context.setLineDash(isDashed(items[0]) ? [3, 2.5] : []);
    if (!small) context.stroke();
    context.globalAlpha = 1;
  }

  function trace(context, x, y, r, name) {
    if (!name) {
      context.rect(x - r, y - r, 2 * r, 2 * r);
      return;
    }
    const corners = CORNERS[name];
    if (!corners) {
      context.moveTo(x + r, y);
      context.arc(x, y, r, 0, 2 * Math.PI);
      return;
    }
    const reach = r * (GROWN[name] ?? 1);
    corners.forEach(([dx, dy], at) => {
      context[at ? "lineTo" : "moveTo"](x + dx * reach, y + dy * reach);
    });
    context.closePath();
  }

  // --- labels: the most important first, none over another, always of a size to be read ---

  function paintLabels(context, view, items, look) {
    const taken = new Taken();
    for (const box of view.over ?? []) taken.add(...box);
    for (const item of items) {
      const r = radius(view, item);
      if (r > 4) taken.add(toX(view, item) - r, toY(view, item) - r, 2 * r, 2 * r, item.key);
    }
    context.textBaseline = "top";
    context.lineJoin = "round";
    const rank = ({ key }) => (key === look.middle ? 2 : Number(isLit(look, key)));
    const order = items.filter((item) => radius(view, item) > 1.5)
      .sort((one, other) => rank(other) - rank(one) || other.r - one.r);
    // A window has room for no more: to try thousands of others would take its time.
    let left = Math.round((view.width * view.height) / 2500);
    for (const item of order) {
      if (left <= 0) break;
      if (paintLabel(context, view, item, look, taken)) left -= 1;
      else left -= 0.2;
    }
    context.globalAlpha = 1;
  }

  function paintLabel(context, view, item, look, taken) {
    const lines = linesOf(item);
    const size = item.kind === "node" && item.r > 17 ? 14 : 13;
    const width = Math.max(...lines.map((line) => measure(context, line, size)));
    const spots = spotsFor(view, item, width, lines.length * LINE);
    const isWhole = ([, x]) => x > 2 && x + width < view.width - 2;
    const isFree = ([, x, y]) => !taken.has(x - 2, y, width + 4, lines.length * LINE, item.key);
    // What is chosen has its name, whatever stands there.
    const last = item.key === look.middle ? spots[0] : undefined;
    const spot = spots.find((one) => isWhole(one) && isFree(one)) ?? last;
    if (!spot) return false;
    const [align, left, top] = spot;
    taken.add(left - 2, top, width + 4, lines.length * LINE, item.key);
    context.globalAlpha = isLit(look, item.key) ? 1 : 0.35;
    context.textAlign = align;
    const x = left + { left: 0, center: width / 2, right: width }[align];
    lines.forEach((line, at) => {
      const isQuiet = item.below !== "" && at === lines.length - 1;
      writeLine(context, line, x, top + at * LINE, look, size, isQuiet ? "quiet" : "ink");
    });
    return true;
  }

  // Below its node, else above it, on a side or askew: how the text is set, and its left upper corner.
  function spotsFor(view, item, width, height) {
    const [x, y, r] = [toX(view, item), toY(view, item), radius(view, item) + 3];
    const [above, beside, below] = [y - r - height, y - height / 2, y + r];
    // Moved into the window, as far as it stays over its node.
    const inside = (start) => Math.min(Math.max(start, x - width, 4), x, Math.max(4, view.width - 4 - width));
    const [middle, right, left] = [x - width / 2, x - r, x + r - width].map(inside);
    return [
      ["center", middle, below], ["center", middle, above],
      ["left", x + r + 1, beside], ["right", x - r - 1 - width, beside],
      ["center", right, below], ["center", right, above], ["center", left, below], ["center", left, above],
    ];
  }

  function writeLine(context, text, x, y, look, size, colour) {
    context.font = fontOf(size);
    context.strokeStyle = look.colour("ground");
    context.lineWidth = 3.5;
    context.strokeText(text, x, y);
    context.fillStyle = look.colour(colour);
    context.fillText(text, x, y);
  }

  function fontOf(size) {
    return `${size > 13 ? 600 : 500} ${size}px ${FONT}`;
  }

  function measure(context, text, size) {
    const key = `${size} ${text}`;
    if (!widths.has(key)) {
      context.font = fontOf(size);
      widths.set(key, context.measureText(text).width);
    }
    return widths.get(key);
  }

  // The label in one or two lines, then what stands below it.
  function linesOf({ label, below }) {
    const text = shorten(label, 2 * LONGEST);
    if (text.length <= LONGEST) return below ? [text, below] : [text];
    const space = text.lastIndexOf(" ", LONGEST);
    const cut = space > 8 ? space : LONGEST;
    const lines = [text.slice(0, cut), shorten(text.slice(cut).trim(), LONGEST)];
    return below ? [...lines, below] : lines;
  }

  // Controls that turn the text around them are left out: a canvas has no bdi.
  function shorten(text, most) {
    const plain = text.slice(0, 4 * most).replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "");
    const letters = [...plain];
    return letters.length > most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : plain || "?";
  }

  // Rectangles on the screen, to ask which would be drawn over.
  class Taken {
    constructor() {
      this.cells = new Map();
    }

    * around(x, y, width, height) {
      for (let column = Math.floor(x / 64); column <= (x + width) / 64; column += 1) {
        for (let row = Math.floor(y / 32); row <= (y + height) / 32; row += 1) yield column * 65536 + row;
      }
    }

    add(x, y, width, height, key) {
      for (const cell of this.around(x, y, width, height)) {
        if (!this.cells.has(cell)) this.cells.set(cell, []);
        this.cells.get(cell).push([x, y, x + width, y + height, key]);
      }
    }

    has(x, y, width, height, key) {
      for (const cell of this.around(x, y, width, height)) {
        for (const [left, top, right, bottom, other] of this.cells.get(cell) ?? []) {
          if (other !== key && x < right && x + width > left && y < bottom && y + height > top) return true;
        }
      }
      return false;
    }
  }

  // --- what is pointed at, chosen or found: over the drawing, whatever its size ---

  function ring(context, view, item, look, name) {
    context.strokeStyle = look.colour(name);
    context.lineWidth = 2.5;
    context.setLineDash([]);
    context.beginPath();
    context.arc(toX(view, item), toY(view, item), radius(view, item) * 1.25 + 4, 0, 2 * Math.PI);
    context.stroke();
  }

  function overLine(context, view, { a, b, width }, look) {
    context.strokeStyle = look.colour("ink");
    context.lineWidth = Math.max(3, width * Math.min(1, view.scale ** 0.5) + 2);
    context.setLineDash([]);
    context.globalAlpha = 0.45;
    context.beginPath();
    context.moveTo(...edgeOf(view, a, b));
    context.lineTo(...edgeOf(view, b, a));
    context.stroke();
    context.globalAlpha = 1;
  }

  // Where the line from one node to another leaves it.
  function edgeOf(view, from, to) {
    const [x, y] = [toX(view, from), toY(view, from)];
    const [dx, dy] = [toX(view, to) - x, toY(view, to) - y];
    const part = Math.min(0.5, radius(view, from) / (Math.hypot(dx, dy) || 1));
    return [x + dx * part, y + dy * part];
  }

  // --- what stands at a point of the screen ---

  function nodeAt(view, items, x, y) {
    let [found, least] = [null, Infinity];
    for (const item of items) {
      const distance = Math.hypot(toX(view, item) - x, toY(view, item) - y) - radius(view, item);
      if (distance < 6 && distance < least) [found, least] = [item, distance];
    }
    return found;
  }

  function lineAt(view, lines, x, y) {
    let [found, least] = [null, 7];
    for (const line of lines) {
      const distance = fromLine(view, line, x, y) - line.width / 2;
      if (distance < least) [found, least] = [line, distance];
    }
    return found;
  }

  function fromLine(view, { a, b }, x, y) {
    const [x1, y1] = [toX(view, a), toY(view, a)];
    const [dx, dy] = [toX(view, b) - x1, toY(view, b) - y1];
    const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1);
    const part = Math.min(1, Math.max(0, along));
    return Math.hypot(x - x1 - part * dx, y - y1 - part * dy);
  }

  return Object.freeze({ all, readColours, looks, ring, overLine, nodeAt, lineAt, shorten });
})();
