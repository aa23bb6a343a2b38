/* What the window of the tree shows, as a file that stands alone: an SVG that carries its colors and its font, or the same as PNG. */
(() => {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const XLINK = "http://www.w3.org/1999/xlink";
  const LOOKS = ["fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray", "opacity", "vector-effect"];
  const TEXT = [...LOOKS, "font-size", "font-weight", "text-anchor", "letter-spacing", "paint-order", "text-decoration-line"];
  const PLAIN = { "fill-opacity": "1", stroke: "none", "stroke-opacity": "1", "stroke-dasharray": "none", opacity: "1", "vector-effect": "none", "text-anchor": "start",
    "letter-spacing": "normal", "paint-order": "normal", "text-decoration-line": "none" };
  const DEAD = new Set(["tabindex", "style", "aria-current"]);
  const EDGE = 26;     // pixels above and below the drawing, for names
  const PAD = 12;
  const LINE = 17;
  const MOST = 16e6;   // pixels of a canvas that every browser can hold

  const put = (...all) => window.Lineage.putSvg(...all);

  /** How an element looks now, as CSS without what is so anyway. */
  function looks(element) {
    const style = getComputedStyle(element);
    const found = [];
    for (const name of element.localName === "text" || element.localName === "tspan" ? TEXT : LOOKS) {
      const value = style.getPropertyValue(name);
      if (value && value !== PLAIN[name] && !(name === "stroke-width" && style.stroke === "none")) found.push(`${name === "text-decoration-line" ? "text-decoration" : name}:${value}`);
    }
    return found.join(";");
  }

  /** Copies of what an element holds, without what is not seen in the window; `classes` collects the looks. */
  function copyInto(target, source, box, classes) {
    for (const element of source.children) {
      if (element.localName === "title" || element.classList.contains("tip")) continue;
      const style = getComputedStyle(element);
      if (style.display === "none") continue;
      const shape = !["g", "a", "svg"].includes(element.localName);
      if ((shape || element.localName === "a") && style.visibility !== "visible") continue;
      if (shape || element.getAttribute("role") === "listitem") {
        const own = element.getBoundingClientRect();
        const line = style.stroke === "none" ? 0 : 2;
        if (own.right + line < box.left || own.left - line > box.right || own.bottom + line < box.top || own.top - line > box.bottom) continue;
      }
      const copy = document.createElementNS(SVG, element.localName);
      for (const { name, value } of element.attributes) if (!DEAD.has(name) && !name.startsWith("xlink:")) copy.setAttribute(name, value);
      if (element.localName === "a") copy.setAttributeNS(XLINK, "xlink:href", new URL(element.href.baseVal, document.baseURI).href);
      if (shape) {
        const told = looks(element);
        if (!classes.has(told)) classes.set(told, `s${classes.size}`);
        copy.setAttribute("class", `${element.getAttribute("class") ?? ""} ${classes.get(told)}`.trim());
        if (!element.hasAttribute("transform") && style.transform !== "none") copy.setAttribute("transform", style.transform);
        if (element.localName === "text") copy.textContent = element.textContent;
      } else copyInto(copy, element, box, classes);
      if (shape || copy.childElementCount) target.append(copy);
    }
  }

  /** Break words into lines of at most so many pixels; what has no blanks breaks anywhere. */
  function lines(text, pen, most) {
    const found = [""];
    for (const word of text.split(/(?<=\s)/)) {
      if (pen.measureText(found.at(-1) + word.trimEnd()).width <= most) { found[found.length - 1] += word; continue; }
      if (found.at(-1)) found.push("");
      for (const letter of word) {
        if (pen.measureText(found.at(-1) + letter).width > most) found.push("");
        found[found.length - 1] += letter;
      }
    }
    return found.map((line) => line.trim()).filter(Boolean);
  }

  /** Below the picture: what it shows, what the colors mean, where it comes from. Returns its height. */
  function foot(parent, host, width, ink) {
    const pen = document.createElement("canvas").getContext("2d");
    const group = put("g", { class: "foot", "font-size": 11 }, parent);
    let y = PAD + 8;
    const write = (text, weight, color, target = group) => {
      pen.font = `${weight} 11px Inter, system-ui, sans-serif`;
      for (const line of lines(text, pen, width - 2 * PAD)) { put("text", { x: PAD, y, fill: color, "font-weight": weight }, target, line); y += LINE; }
    };
    write(`LLM Lineage: ${window.Lineage.sentence(host.bar.selection)}.`, 600, ink.ink);
    pen.font = "400 11px Inter, system-ui, sans-serif";
    let x = PAD;
    for (const entry of host.querySelectorAll(".tree__hues > *")) {
      const mark = entry.querySelector(".hue");
      const text = [...entry.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join("").trim();
      const wide = pen.measureText(text).width + 14;
      if (x > PAD && x + wide > width - PAD) { x = PAD; y += LINE; }
      const style = getComputedStyle(mark);
      put("rect", { x: x + 0.5, y: y - 8.5, width: 9, height: 9, rx: 2, fill: style.backgroundColor, stroke: style.borderTopColor }, group);
      put("text", { x: x + 14, y, fill: ink.ink }, group, text);
      x += wide + 14;
    }
    y += LINE;
    const link = put("a", {}, group);
    link.setAttributeNS(XLINK, "xlink:href", location.href);
    write(location.href, 400, ink.soft, link);
    write("License: CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). Every date and link has its source on the model’s page.", 400, ink.soft);
    return y - LINE + PAD;
  }

  const fonts = new Map();
  /** A weight of the site's font as a data: address; null where it cannot be read, as from a file. */
  async function font(host, weight) {
    if (!fonts.has(weight)) {
      fonts.set(weight, fetch(`${host.dataset.assets}fonts/inter-latin-${weight}-normal.woff2`).then((answer) => (answer.ok ? answer.blob() : null))
        .then((blob) => blob && new Promise((done, failed) => {
          const reader = new FileReader();
          reader.onload = () => done(reader.result.replace(/^data:[^;,]*/, "data:font/woff2"));
          reader.onerror = failed;
          reader.readAsDataURL(blob);
        })).catch(() => null));
    }
    return fonts.get(weight);
  }

  /** The picture's text and its size in pixels. */
  async function draw(host) {
    const { figure, view, box } = host;
    const faces = await Promise.all([400, 600].map(async (weight) => [weight, await font(host, weight)]));
    const [width, room] = view.size;
    // Of a window higher than the drawing, the part with the drawing.
    const from = Math.max(view.y - EDGE, 0);
    const tall = Math.ceil(Math.min(view.y + figure.base[1] * view.scale[1] + EDGE, room) - from);
    const style = getComputedStyle(figure.svg);
    const ink = { paper: style.getPropertyValue("--paper").trim(), ink: style.getPropertyValue("--ink").trim(), soft: style.getPropertyValue("--ink-soft").trim(), rule: style.getPropertyValue("--rule").trim() };
    const root = document.createElementNS(SVG, "svg");
    put("title", {}, root, `LLM Lineage: ${window.Lineage.sentence(host.bar.selection)}`);
    const sheet = put("style", {}, root);
    put("rect", { width: "100%", height: "100%", fill: ink.paper }, root);
    const classes = new Map();
    const frame = box.getBoundingClientRect();
    const left = frame.left + box.clientLeft;
    const top = frame.top + box.clientTop + from;
    copyInto(put("g", { transform: `translate(${view.x} ${view.y - from})` }, root), figure.svg, { left, top, right: left + width, bottom: top + tall }, classes);
    const below = put("g", { transform: `translate(0 ${tall})` }, root);
    const ground = put("rect", { width, fill: ink.paper }, below);
    put("path", { d: `M0 .5h${width}`, stroke: ink.rule }, below);
    const more = foot(below, host, width, ink);
    ground.setAttribute("height", more);
    const height = Math.ceil(tall + more);
    for (const [name, value] of [["viewBox", `0 0 ${width} ${height}`], ["width", width], ["height", height], ["font-family", "Inter, system-ui, sans-serif"]]) root.setAttribute(name, value);
    sheet.textContent = faces.filter(([, address]) => address).map(([weight, address]) => `@font-face{font-family:Inter;font-weight:${weight};src:url(${address}) format("woff2")}`)
      .concat([...classes].map(([told, name]) => `.${name}{${told}}`)).join("\n");
    root.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:xlink", XLINK);
    return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`, width, height };
  }

  /** The picture as an SVG file. */
  async function picture(host) { return new Blob([(await draw(host)).text], { type: "image/svg+xml" }); }

  /** The same as a PNG file, two pixels for one where the browser can hold so many. */
  async function raster(host) {
    const { text, width, height } = await draw(host);
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await image.decode();
    const scale = Math.min(2, Math.sqrt(MOST / (width * height)));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done, failed) => { canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"); });
  }

  window.Lineage = Object.assign(window.Lineage ?? {}, { picture, raster });
})();
