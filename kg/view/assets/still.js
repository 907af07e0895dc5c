// A picture of a large drawing, somewhat larger than the window: it is moved instead of painted anew
// for every frame while the reader pans or zooms.
"use strict";

const still = (() => {
  const LIGHT = 200; // nodes and lines up to which painting is as quick as a copy
  const HEAVY = 900; // from which it takes longer than a frame
  const BEYOND = 0.2; // of the window on each side
  const canvas = document.createElement("canvas");
  let held = null;
  let parted = null;

  function isHeavy({ items, lines }) {
    return items.length + lines.length > HEAVY;
  }

  // Draws a scene into the whole of a context whose unit is the pixel of the screen. quick: of a
  // heavy one, a picture that is blurred or ends too soon will do. dragged: an item that moves, or
  // null. Returns whether it is as good as can be.
  function draw(context, view, scene, look, { ratio, quick, dragged }) {
    if (scene.items.length + scene.lines.length <= LIGHT) {
      paint.all(context, view, scene, look);
      return true;
    }
    if (!dragged) return drawStill(context, view, scene, look, { ratio, quick });
    const { own, rest } = part(scene, dragged);
    drawStill(context, view, rest, look, { ratio, quick: false });
    paint.all(context, view, own, look);
    return true;
  }

  // A scene in two, for as long as an item is dragged: the item with its lines and their other ends,
  // painted for every frame, and the rest.
  function part(scene, item) {
    if (parted?.scene === scene && parted.item === item) return parted;
    const isOwn = ({ a, b }) => a === item || b === item;
    const lines = scene.lines.filter(isOwn);
    const items = new Set([item, ...lines.flatMap(({ a, b }) => [a, b])]);
    parted = {
      scene, item,
      own: { items: [...items], lines },
      rest: {
        items: scene.items.filter((other) => !items.has(other)),
        lines: scene.lines.filter((line) => !isOwn(line)),
      },
    };
    return parted;
  }

  function drawStill(context, view, scene, look, { ratio, quick }) {
    const isSame = held?.scene === scene && held.look === look && held.ratio === ratio;
    const isGood = isSame && isUnmoved(view);
    const isSpared = !isGood && quick && (isHeavy(scene) || (isSame && covers(view)));
    if (isSpared && held?.scene !== scene) return false;
    if (!isGood && !isSpared) hold(view, scene, look, ratio);
    show(context, view);
    return !isSpared;
  }

  // Names keep clear of the tools and the edges only where they stood as it was painted.
  function isUnmoved({ scale, x, y }) {
    return held.at.scale === scale && held.at.x === x && held.at.y === y;
  }

  function covers(view) {
    const [left, top, scale] = placeIn(view);
    return scale === 1 && left <= 0 && top <= 0
      && left + held.view.width >= view.width && top + held.view.height >= view.height;
  }

  // Where the picture lies in the window, and by how much it is larger.
  function placeIn(view) {
    const scale = view.scale / held.view.scale;
    return [view.x - held.view.x * scale, view.y - held.view.y * scale, scale];
  }

  function hold(view, scene, look, ratio) {
    const [right, down] = [view.width, view.height].map((side) => Math.round(side * BEYOND));
    const wide = {
      scale: view.scale, x: view.x + right, y: view.y + down,
      width: view.width + 2 * right, height: view.height + 2 * down,
    };
    // No name is to be cut by the edges of the window.
    const edges = [0, view.width].map((left) => [left, 0, 1, view.height]);
    wide.over = [...view.over, ...edges].map(([left, top, ...size]) => [left + right, top + down, ...size]);
    canvas.width = wide.width * ratio;
    canvas.height = wide.height * ratio;
    const context = canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint.all(context, wide, scene, look);
    held = { at: view, view: wide, scene, look, ratio };
  }

  function show(context, view) {
    const [left, top, scale] = placeIn(view);
    // On whole pixels a copy is quick and sharp.
    const [x, y] = scale === 1 ? [Math.round(left), Math.round(top)] : [left, top];
    context.drawImage(canvas, x, y, held.view.width * scale, held.view.height * scale);
  }

  return Object.freeze({ draw, isHeavy });
})();
