// The drawing: vis-network on the nodes, edges and positions that pyvis wrote into the page.
"use strict";

const data = JSON.parse(document.getElementById("data").textContent);

const drawing = (() => {
  const FAINT = 0.25;
  const MENTIONED = "mentioned";
  const container = document.getElementById("canvas");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const nodes = new vis.DataSet(data.network.nodes);
  const edges = new vis.DataSet(data.network.edges);
  const joined = new Map(data.network.nodes.map((node) => [node.id, []]));
  for (const edge of data.network.edges) {
    joined.get(edge.from).push(edge);
    if (edge.to !== edge.from) joined.get(edge.to).push(edge);
  }
  const toldBy = new Map(); // report to event
  for (const { id, type, evidence } of Object.values(data.nodes)) {
    if (type === "event") for (const item of evidence ?? []) toldBy.set(item, id);
  }
  const switchedOff = new Set([MENTIONED]);
  const shownNodes = new vis.DataView(nodes, { filter: (node) => isShown(node.id) });
  const shownEdges = new vis.DataView(edges, {
    filter: (edge) => isShown(edge.from) && isShown(edge.to),
  });
  const network = new vis.Network(
    container,
    { nodes: shownNodes, edges: shownEdges },
    data.network.options,
  );
  let lit = null;

  // What the legend switches: the type of a node, or that it stands in the articles but in no event.
  function groupOf(id) {
    const node = data.nodes[id];
    const alone = node.type !== "event" && !node.titles && !joined.get(id).length;
    return alone ? MENTIONED : node.type;
  }

  function isShown(id) {
    return !switchedOff.has(groupOf(id));
  }

  function channels(hex) {
    return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  }

  // Mixed with the ground rather than transparent: no line shows through a faded node.
  function fade(hex, ground, opacity) {
    const under = channels(ground);
    const mixed = channels(hex).map((value, at) => value * opacity + under[at] * (1 - opacity));
    return `rgb(${mixed.map(Math.round).join(",")})`;
  }

  // Colours stand in the style sheet, once for light and once for dark.
  function readColours() {
    const style = getComputedStyle(document.documentElement);
    return (name) => style.getPropertyValue(`--${name}`).trim();
  }

  function paintNode(drawn, colour) {
    const { type } = data.nodes[drawn.id];
    const faded = (name) => fade(colour(name), colour("ground"), isLit("nodes", drawn.id) ? 1 : FAINT);
    const chosen = { background: colour(type), border: colour("ink") };
    const color = { background: faded(type), border: faded(`${type}-outline`) };
    const bold = drawn.font.bold && { ...drawn.font.bold, color: faded("ink") };
    const font = { ...drawn.font, color: faded("ink"), strokeColor: colour("ground") };
    return {
      id: drawn.id,
      color: { ...color, highlight: chosen, hover: chosen },
      font: bold ? { ...font, bold } : font,
    };
  }

  function paintEdge(drawn, colour) {
    const { kind } = data.edges[drawn.id];
    const faded = (name) => fade(colour(name), colour("ground"), isLit("edges", drawn.id) ? 1 : FAINT);
    const line = kind === "office" ? "person" : lit ? "quiet" : "line";
    return {
      id: drawn.id,
      color: { color: faded(line), highlight: colour("ink"), hover: colour("ink") },
      font: { ...drawn.font, color: faded("quiet"), strokeColor: colour("ground") },
    };
  }

  function isLit(kind, id) {
    return !lit || lit[kind].has(id);
  }

  function paint() {
    const colour = readColours();
    nodes.update(data.network.nodes.map((node) => paintNode(node, colour)));
    edges.update(data.network.edges.map((edge) => paintEdge(edge, colour)));
  }

  function edgesOf(id) {
    return joined.get(id).map((edge) => edge.id);
  }

  function light(nodeIds, edgeIds) {
    lit = { nodes: new Set(nodeIds), edges: new Set(edgeIds) };
    paint();
  }

  function unlight() {
    network.unselectAll();
    if (!lit) return;
    lit = null;
    paint();
  }

  function selectNode(id) {
    const near = joined.get(id).flatMap((edge) => [edge.from, edge.to]);
    const saying = (data.nodes[id].evidence ?? []).map((item) => toldBy.get(item));
    light([id, ...near, ...saying], edgesOf(id));
    if (!isShown(id)) return;
    network.selectNodes([id], false);
    bringIntoView(id);
  }

  function selectEdge(id) {
    const { source, target } = data.edges[id];
    light([source, target], [id]);
    if (isShown(source) && isShown(target)) {
      network.setSelection({ nodes: [], edges: [id] }, { highlightEdges: false });
    }
  }

  // A node that is in sight stays where it is: a drawing that jumps at every click loses its reader.
  function bringIntoView(id) {
    const { x, y } = network.canvasToDOM(network.getPosition(id));
    const { clientWidth: width, clientHeight: height } = container;
    const inSight = x > 60 && x < width - 60 && y > 60 && y < height - 60;
    if (inSight && network.getScale() > 0.4) return;
    const scale = Math.max(network.getScale(), 0.7);
    network.focus(id, { scale, animation: motion() });
  }

  function motion() {
    return calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" };
  }

  // Closer than vis-network's own fit, which leaves a margin of a tenth on each side.
  function fit(animation) {
    const ids = shownNodes.getIds();
    if (!ids.length) return;
    const boxes = ids.map((id) => network.getBoundingBox(id));
    const left = Math.min(...boxes.map((box) => box.left));
    const right = Math.max(...boxes.map((box) => box.right));
    const top = Math.min(...boxes.map((box) => box.top));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    const MARGIN = 24;
    const scale = Math.min(
      1.15,
      (container.clientWidth - 2 * MARGIN) / (right - left),
      (container.clientHeight - 2 * MARGIN) / (bottom - top),
    );
    const position = { x: (left + right) / 2, y: (top + bottom) / 2 };
    network.moveTo({ position, scale, animation });
  }

  // On a small screen the whole would be too small to read: begin in the middle of the action.
  function open() {
    fit(false);
    const READABLE = 0.55;
    if (network.getScale() >= READABLE || !shownNodes.length) return;
    const count = (id) => joined.get(id).length;
    const busiest = shownNodes.getIds().reduce((a, b) => (count(b) > count(a) ? b : a));
    network.moveTo({ position: network.getPosition(busiest), scale: READABLE });
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor, animation: motion() });
  }

  function toggle(group) {
    if (!switchedOff.delete(group)) switchedOff.add(group);
    shownNodes.refresh();
    shownEdges.refresh();
    return !switchedOff.has(group);
  }

  for (const [over, out] of [["hoverNode", "blurNode"], ["hoverEdge", "blurEdge"]]) {
    network.on(over, () => { container.style.cursor = "pointer"; });
    network.on(out, () => { container.style.cursor = "default"; });
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  paint();
  open();

  return {
    network, shownNodes, shownEdges, groupOf, isShown, MENTIONED,
    selectNode, selectEdge, light, unlight, edgesOf, fit: () => fit(motion()), zoom, toggle,
  };
})();
