// Draws like the context of a canvas, but writes SVG: the part of its language that paint.js has.
"use strict";

const vector = (() => {
  const { svg } = elements;
  const BASELINES = { top: 0.8, middle: 0.35, alphabetic: 0 }; // parts of the size of the letters
  const ANCHORS = { left: "start", center: "middle", right: "end" };
  const ruler = document.createElement("canvas").getContext("2d");

  function short(value) {
    return String(Math.round(value * 100) / 100);
  }

  class Vector {
    constructor(width, height) {
      this.root = svg("svg", {
        xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`,
      });
      Object.assign(this, {
        fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, globalAlpha: 1, lineJoin: "miter",
        lineCap: "butt", font: "10px sans-serif", textAlign: "left", textBaseline: "alphabetic",
      });
      this.dashes = [];
      this.steps = [];
    }

    beginPath() {
      this.steps = [];
    }

    moveTo(x, y) {
      this.steps.push(`M${short(x)} ${short(y)}`);
    }

    lineTo(x, y) {
      this.steps.push(`L${short(x)} ${short(y)}`);
    }

    closePath() {
      this.steps.push("Z");
    }

    rect(x, y, width, height) {
      this.steps.push(`M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`);
    }

    // A whole turn, in halves: an arc of SVG cannot end where it begins.
    arc(x, y, r) {
      const half = `a${short(r)} ${short(r)} 0 1 0`;
      this.steps.push(`M${short(x - r)} ${short(y)}${half} ${short(2 * r)} 0${half} ${short(-2 * r)} 0Z`);
    }

    fillRect(x, y, width, height) {
      this.add("rect", { x, y, width, height, fill: this.fillStyle });
    }

    fill() {
      this.add("path", { d: this.steps.join(""), fill: this.fillStyle });
    }

    stroke() {
      this.add("path", { d: this.steps.join(""), fill: "none", ...this.pen() });
    }

    fillText(text, x, y) {
      this.write(text, x, y, { fill: this.fillStyle });
    }

    strokeText(text, x, y) {
      this.write(text, x, y, { fill: "none", ...this.pen() });
    }

    measureText(text) {
      ruler.font = this.font;
      return ruler.measureText(text);
    }

    setLineDash(dashes) {
      this.dashes = dashes;
    }

    pen() {
      return {
        stroke: this.strokeStyle, "stroke-width": this.lineWidth, "stroke-linejoin": this.lineJoin,
        "stroke-linecap": this.lineCap, "stroke-dasharray": this.dashes.join(" ") || null,
      };
    }

    write(text, x, y, ink) {
      const [, weight, size, family] = /^(?:(\S+) )?([\d.]+)px (.*)$/.exec(this.font);
      this.add("text", {
        x: short(x), y: short(y + BASELINES[this.textBaseline] * size),
        "font-family": family, "font-size": size, "font-weight": weight ?? null,
        "text-anchor": ANCHORS[this.textAlign], ...ink,
      }).textContent = text;
    }

    add(tag, attributes) {
      const opacity = this.globalAlpha < 1 ? this.globalAlpha : null;
      const element = svg(tag, { ...attributes, opacity });
      this.root.append(element);
      return element;
    }

    toString() {
      return new XMLSerializer().serializeToString(this.root);
    }
  }

  return Object.freeze({ make: (width, height) => new Vector(width, height) });
})();
