// Where what is drawn stands: the positions of the page, stretched to its number and kept apart.
"use strict";

const placing = (() => {
  const CELL = [104, 66]; // pixels that a node needs with its label
  const FEW = 300; // nodes that all have room for a label
  const LEAST = 0.4; // part of a cell that a node needs among ever so many
  const ROOM = 0.15; // part of the nodes that may be nearer than that before they are kept apart
  const GOLDEN = Math.PI * (3 - Math.sqrt(5));
  const TRIES = 400;

  // Points in squares of a grid, to ask for those around a point.
  class Grid {
    constructor(width, height) {
      this.width = width;
      this.height = height;
      this.cells = new Map();
    }

    add(point) {
      const key = this.key(Math.floor(point.x / this.width), Math.floor(point.y / this.height));
      const cell = this.cells.get(key);
      if (cell) cell.push(point);
      else this.cells.set(key, [point]);
    }

    key(column, row) {
      return column * 4194304 + row;
    }

    // Whether a test holds for a point in the nine cells around.
    some(x, y, test) {
      const column = Math.floor(x / this.width);
      const row = Math.floor(y / this.height);
      for (let dx = -1; dx <= 1; dx += 1) {
        for (let dy = -1; dy <= 1; dy += 1) {
          if (this.cells.get(this.key(column + dx, row + dy))?.some(test)) return true;
        }
      }
      return false;
    }
  }

  // How much of a cell each of so many nodes gets.
  function need(count) {
    return Math.max(LEAST, Math.min(1, Math.sqrt(FEW / count)));
  }

  // How far two points are apart, in cells.
  function apart(one, x, y) {
    return Math.max(Math.abs(one.x - x) / CELL[0], Math.abs(one.y - y) / CELL[1]);
  }

  // By how much to stretch the plane, for most of these points to stand a cell apart. The same
  // points, the same answer: nothing moves as filters hide some of what is drawn.
  function stretchOf(points) {
    if (points.length < 3) return 1;
    let [least, most] = [0.02, 50];
    while (most / least > 1.05) {
      const middle = Math.sqrt(least * most);
      if (crowded(points, middle) > ROOM * points.length) least = middle;
      else most = middle;
    }
    return most;
  }

  function crowded(points, stretch) {
    const least = need(points.length);
    const grid = new Grid(CELL[0] * least, CELL[1] * least);
    let count = 0;
    for (const point of points) {
      const x = point.x * stretch;
      const y = point.y * stretch;
      if (grid.some(x, y, (other) => apart(other, x, y) < least)) count += 1;
      grid.add({ x, y });
    }
    return count;
  }

  // Moves each item {x, y} to the nearest spot that is free, the first ones first. Those with
  // fixed: true stay.
  function settle(items) {
    const least = need(items.length);
    const grid = new Grid(CELL[0] * least, CELL[1] * least);
    const isFree = (x, y) => !grid.some(x, y, (other) => apart(other, x, y) < least * 0.96);
    for (const item of items.filter(({ fixed }) => fixed)) grid.add(item);
    for (const item of items) {
      if (item.fixed) continue;
      [item.x, item.y] = nearest(item.x, item.y, least, isFree);
      grid.add(item);
    }
  }

  // The first free spot on a spiral outwards; the wish itself where all are taken.
  function nearest(x, y, least, isFree) {
    for (let turn = 0; turn < TRIES; turn += 1) {
      const radius = 0.28 * least * Math.sqrt(turn);
      const spot = [
        x + radius * CELL[0] * Math.cos(turn * GOLDEN),
        y + radius * CELL[1] * Math.sin(turn * GOLDEN),
      ];
      if (isFree(...spot)) return spot;
    }
    return [x, y];
  }

  return Object.freeze({ stretchOf, settle });
})();
