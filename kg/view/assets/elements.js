// Pieces of the page. Words of articles become text nodes only, never markup.
"use strict";

const elements = (() => {
  const LONG = 400; // characters of a name
  const SVG = "http://www.w3.org/2000/svg";

  function make(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children.flat(3).filter((child) => child || child === 0));
    return element;
  }

  // attributes: by name; one that is null or false is left out.
  function svg(tag, attributes = {}, ...children) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== false) element.setAttribute(name, value);
    }
    element.append(...children.flat().filter((child) => child));
    return element;
  }

  // The same shapes as in the drawing.
  function shape(type) {
    return svg("svg", { class: `shape shape-${type}`, "aria-hidden": "true" },
      svg("use", { href: `#shape-${type}` }));
  }

  function icon(name) {
    return svg("svg", { class: "glyph", "aria-hidden": "true" }, svg("use", { href: `#icon-${name}` }));
  }

  // No name is this long; what is would keep the browser busy for minutes.
  function clip(text, most = LONG) {
    return text.length > most ? `${text.slice(0, most)}…` : text;
  }

  // A name out of an article may try to turn the text around it: bdi keeps it to itself.
  function name(text) {
    return text && make("bdi", { textContent: clip(text) });
  }

  function badge(text, kind = "") {
    return text && make("span", { className: `badge ${kind}` }, name(text));
  }

  function button(className, act, ...children) {
    const element = make("button", { type: "button", className }, ...children);
    element.addEventListener("click", act);
    return element;
  }

  // A button that shows a picture only: its label is what it is called.
  function iconButton(glyph, label, act) {
    const element = button("icon", act, icon(glyph));
    element.setAttribute("aria-label", label);
    element.title = label;
    return element;
  }

  function webLink(url, text) {
    if (!/^https?:\/\//i.test(url ?? "")) return name(text);
    const properties = { href: url, target: "_blank", rel: "noopener noreferrer" };
    return make("a", properties, name(text ?? siteName(url)));
  }

  function siteName(url) {
    const host = url.split("/")[2];
    return { "www.wikidata.org": "Wikidata", "sws.geonames.org": "GeoNames" }[host] ?? host;
  }

  // rows: [term, values]; a row without values is left out.
  function facts(rows) {
    const filled = rows
      .map(([term, values]) => [term, values.filter((value) => value)])
      .filter(([, values]) => values.length);
    if (!filled.length) return null;
    return make("dl", { className: "facts" }, filled.map(([term, values]) => [
      make("dt", { textContent: term }),
      make("dd", {}, values.map((value) => make("div", {}, value))),
    ]));
  }

  return Object.freeze({ make, svg, shape, icon, clip, name, badge, button, iconButton, webLink, facts });
})();
