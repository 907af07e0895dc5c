// Pieces of the page. Words of articles become text nodes only, never markup.
"use strict";

const elements = (() => {
  const SVG = "http://www.w3.org/2000/svg";

  function make(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children.flat(2).filter((child) => child));
    return element;
  }

  // The same shapes as in the drawing.
  function shape(type) {
    const svg = document.createElementNS(SVG, "svg");
    const use = document.createElementNS(SVG, "use");
    use.setAttribute("href", `#shape-${type}`);
    svg.setAttribute("class", `shape shape-${type}`);
    svg.setAttribute("aria-hidden", "true");
    svg.append(use);
    return svg;
  }

  // A name out of an article may try to turn the text around it: bdi keeps it to itself.
  function name(text) {
    return text && make("bdi", { textContent: text });
  }

  function badge(text, kind = "") {
    return text && make("span", { className: `badge ${kind}` }, name(text));
  }

  function button(className, act, ...children) {
    const element = make("button", { type: "button", className }, ...children);
    element.addEventListener("click", act);
    return element;
  }

  function webLink(url, text) {
    if (!/^https?:\/\//i.test(url ?? "")) return name(text);
    const properties = { href: url, target: "_blank", rel: "noopener noreferrer" };
    return make("a", properties, name(text ?? siteName(url)));
  }

  function siteName(url) {
    const host = url.split("/")[2];
    return host.endsWith("wikidata.org") ? "Wikidata" : host;
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

  // words: one string, or [singular, plural].
  function section(words, blocks) {
    if (!blocks.length) return [];
    const text = typeof words === "string" ? words : count(words, blocks.length);
    return [make("h3", { className: "heading", textContent: text }), ...blocks];
  }

  function count(words, number) {
    return `${number} ${words[number === 1 ? 0 : 1]}`;
  }

  return { make, shape, name, badge, button, webLink, facts, section, count };
})();
