// Looks at a part of an SVG picture: moves and zooms by mouse, wheel, fingers and keys.
"use strict";

const camera = (() => {
  const CLOSEST = 60; // times the size at which all is in sight
  const FRAMED = 12; // the same, when it goes to some points of itself
  const SLIP = 4; // pixels that a click may move
  const STEP = 70; // pixels of an arrow key
  const MARGIN = 40; // pixels around a frame
  const REST = 140; // milliseconds without a move until the picture is drawn anew
  const KEYS = {
    ArrowLeft: (view) => view.pan(STEP, 0),
    ArrowRight: (view) => view.pan(-STEP, 0),
    ArrowUp: (view) => view.pan(0, STEP),
    ArrowDown: (view) => view.pan(0, -STEP),
    "+": (view) => view.zoom(1.4),
    "=": (view) => view.zoom(1.4),
    "-": (view) => view.zoom(1 / 1.4),
    0: (view) => view.fit(),
    Home: (view) => view.fit(),
  };

  function clamp(value, low, high) {
    return Math.min(Math.max(value, low), Math.max(low, high));
  }

  // The middle of a stretch that is to stay within another, or that other's middle.
  function within(value, length, start, room) {
    if (length >= room) return start + room / 2;
    return clamp(value, start + length / 2, start + room - length / 2);
  }

  // svg: fills its parent. box: [left, top, width, height] of the picture, which stays in sight.
  // moved(unit): called when it has moved, with the units of the picture in a pixel.
  class Camera {
    constructor(svg, box, moved) {
      Object.assign(this, { svg, box, moved });
      this.x = box[0] + box[2] / 2;
      this.y = box[1] + box[3] / 2;
      this.unit = Infinity;
      this.fingers = new Map();
      this.isDragging = false;
      this.drawn = null; // x, y and unit of the picture as it was last drawn
      this.resting = null;
      this.listen();
      this.measure();
      new ResizeObserver(() => { this.measure(); this.show(); }).observe(svg);
    }

    // Not at each move: to ask for it makes the browser lay out the page.
    measure() {
      this.width = this.svg.clientWidth;
      this.height = this.svg.clientHeight;
    }

    // The units of a pixel when all is in sight.
    get widest() {
      return Math.max(this.box[2] / this.width, this.box[3] / this.height);
    }

    show() {
      if (!this.width || !this.height) return;
      this.settle();
      clearTimeout(this.resting);
      const { svg, x, y, unit } = this;
      const [width, height] = [this.width * unit, this.height * unit];
      svg.style.transform = "";
      svg.setAttribute("viewBox", [x - width / 2, y - height / 2, width, height].join(" "));
      this.drawn = { x, y, unit };
      this.moved(unit);
    }

    // Within the bounds of what can be seen.
    settle() {
      const { box } = this;
      this.unit = clamp(this.unit, this.widest / CLOSEST, this.widest);
      this.x = within(this.x, this.width * this.unit, box[0], box[2]);
      this.y = within(this.y, this.height * this.unit, box[1], box[3]);
    }

    // In the course of a gesture the picture is moved and stretched as it was drawn, for which the
    // browser paints nothing; when it rests it is drawn sharp, with lines and names of their size.
    glide() {
      if (!this.drawn) return;
      this.settle();
      const { svg, drawn, x, y, unit, width, height } = this;
      const scale = drawn.unit / unit;
      const left = (drawn.x - x) / unit + (width / 2) * (1 - scale);
      const top = (drawn.y - y) / unit + (height / 2) * (1 - scale);
      svg.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
      clearTimeout(this.resting);
      this.resting = setTimeout(() => this.show(), REST);
    }

    pan(dx, dy) {
      this.move(dx, dy);
      this.show();
    }

    zoom(factor) {
      this.stretch(factor);
      this.show();
    }

    move(dx, dy) {
      this.x -= dx * this.unit;
      this.y -= dy * this.unit;
    }

    // What lies under a point of the window stays there; without one, the middle does.
    stretch(factor, point = null) {
      const { width, height } = this;
      // Not the picture's own, which glides.
      const { left, top } = this.svg.parentElement.getBoundingClientRect();
      const [dx, dy] = point ? [point[0] - left - width / 2, point[1] - top - height / 2] : [0, 0];
      const unit = clamp(this.unit / factor, this.widest / CLOSEST, this.widest);
      this.x += dx * (this.unit - unit);
      this.y += dy * (this.unit - unit);
      this.unit = unit;
    }

    fit() {
      this.unit = Infinity;
      this.show();
    }

    // Brings points of the picture into sight, as large as they fit.
    frame(points) {
      this.measure();
      const { width, height } = this;
      if (!points.length || !width) return;
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      const [left, right] = [Math.min(...xs), Math.max(...xs)];
      const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
      this.x = (left + right) / 2;
      this.y = (top + bottom) / 2;
      this.unit = Math.max(
        (right - left) / Math.max(1, width - 2 * MARGIN),
        (bottom - top) / Math.max(1, height - 2 * MARGIN),
        this.widest / FRAMED,
      );
      this.show();
    }

    press({ button, pointerId, clientX, clientY }) {
      if (button) return;
      this.fingers.set(pointerId, [clientX, clientY]);
      if (this.fingers.size === 1) this.isDragging = false;
    }

    drag({ pointerId, clientX, clientY }) {
      const last = this.fingers.get(pointerId);
      if (!last) return;
      const [dx, dy] = [clientX - last[0], clientY - last[1]];
      if (!this.isDragging && Math.hypot(dx, dy) < SLIP) return;
      this.isDragging = true;
      // Not before it is a drag: what captures the pointer gets the click, too.
      this.svg.setPointerCapture(pointerId);
      const before = this.spread();
      this.fingers.set(pointerId, [clientX, clientY]);
      const after = this.spread();
      if (before) this.stretch(after.gap / Math.max(1, before.gap), after.middle);
      if (before) this.move(after.middle[0] - before.middle[0], after.middle[1] - before.middle[1]);
      else this.move(dx, dy);
      this.glide();
    }

    // Of two fingers.
    spread() {
      if (this.fingers.size !== 2) return null;
      const [[x1, y1], [x2, y2]] = this.fingers.values();
      return { gap: Math.hypot(x2 - x1, y2 - y1), middle: [(x1 + x2) / 2, (y1 + y2) / 2] };
    }

    // The click that ends a drag is none.
    click(event) {
      if (this.isDragging) event.stopPropagation();
      this.isDragging = false;
    }

    wheel(event) {
      event.preventDefault();
      const step = event.deltaY * (event.deltaMode ? 0.05 : 0.0016);
      this.stretch(Math.exp(-step), [event.clientX, event.clientY]);
      this.glide();
    }

    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (!Object.hasOwn(KEYS, event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      KEYS[event.key](this);
    }

    listen() {
      const release = ({ pointerId }) => this.fingers.delete(pointerId);
      this.svg.addEventListener("pointerdown", (event) => this.press(event));
      this.svg.addEventListener("pointermove", (event) => this.drag(event));
      for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
        this.svg.addEventListener(end, release);
      }
      this.svg.addEventListener("click", (event) => this.click(event), true);
      this.svg.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
      this.svg.addEventListener("keydown", (event) => this.key(event));
    }
  }

  return Object.freeze({ attach: (svg, box, moved) => new Camera(svg, box, moved) });
})();
