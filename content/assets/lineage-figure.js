/* The drawing of the tree: reads the SVG once, lays it out at a scale, names what has room, lights and hides. Knows no address. */
(() => {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const NEAR = 1.9;    // from this zoom on a name has its maker's badge …
  const CLOSE = 3.2;   // … and from this one also date and size
  const TIGHT = 0.6;   // narrower than this, leaves are drawn as dust
  const LANDMARKS = 60; // so many of the shown models are named even over minor dots …
  const MAJOR = 60;        // … which are those beyond this rank,
  const MAJOR_DUST = 40;   // or beyond this one where they are dust
  const COVERS = [0, 2, 6];          // a landmark looks for a place that covers no dot, else few minor ones, else some …
  const COVERS_DUST = [0, 5, 15];    // … and more where they are dust
  const SWEPT = 4.8;   // pixels: a dot whose middle is nearer to another's name lies under it
  const PAD = 5;
  const CORNER = [[0, 4], [1, 1], [4, 0]];   // a card's round corner in two steps, pixels from the corner
  const ARC = [CORNER, [...CORNER].reverse()];
  const BADGE = 23;
  const HEIGHT = [18, 18, 30];
  const GREAT = [22, 22, 34];   // of the most prominent models, whose names are larger
  const tenth = (value) => Math.round(value * 10) / 10;

  /** Corners of a box with round corners: a polygon, since a browser styles every rectangle of another size anew. */
  function rounded(x, y, w, h) {
    const corners = [[x, y, 1, 1], [x + w, y, -1, 1], [x + w, y + h, -1, -1], [x, y + h, 1, -1]];
    return corners.flatMap(([cx, cy, dx, dy], place) => ARC[place % 2].map(([across, down]) => `${tenth(cx + dx * across)} ${tenth(cy + dy * down)}`)).join(" ");
  }

  function put(tag, attributes, parent, text) {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text !== undefined) made.textContent = text;
    parent.append(made);
    return made;
  }

  class Figure {
    constructor(svg) {
      this.svg = svg;
      this.wood = svg.querySelector(".wood");
      this.nodes = [...svg.querySelectorAll("a.model")];
      this.groups = this.nodes.map((node) => node.parentElement);
      this.ids = this.nodes.map((node) => node.id.slice(6));
      this.index = new Map(this.ids.map((id, place) => [id, place]));
      const spots = this.groups.map((group) => group.getAttribute("transform").match(/-?[\d.]+/g).map(Number));
      this.x = spots.map((spot) => spot[0]);
      this.y = spots.map((spot) => spot[1]);
      this.limbs = new Map();
      this.up = this.nodes.map(() => -1);
      this.below = this.nodes.map(() => []);
      for (const limb of svg.querySelectorAll(".limb")) {
        const [parent, child] = [this.index.get(limb.dataset.parent), this.index.get(limb.dataset.child)];
        this.limbs.set(child, limb);
        this.up[child] = parent;
        this.below[parent].push(child);
      }
      this.load = this.nodes.map(() => 1);
      for (let place = this.nodes.length - 1; place >= 0; place -= 1) if (this.up[place] >= 0) this.load[this.up[place]] += this.load[place];
      this.further = this.nodes.flatMap((node, child) => (node.dataset.further?.split(" ") ?? []).map((word) =>
        ({ child, parent: this.index.get(word.replace("?", "")), unsure: word.endsWith("?") })));
      this.years = [...svg.querySelectorAll(".year-name")];
      this.yearAt = this.years.map((year) => Number(year.getAttribute("y")));
      this.base = [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height];
      this.cards = new Array(this.nodes.length).fill(null);
      this.nodes.forEach((node, place) => { if (node.querySelector(".card")) this.cards[place] = "drawn"; });
      this.lit = new Set(svg.querySelectorAll(".is-lit"));
      this.hidden = new Uint8Array(this.nodes.length);
      this.dead = new Uint8Array(this.nodes.length);
      this.leaving = new Set();   // dust whose links `leave` will bring in line
      this.held = false;          // whether names wait until someone else asks for them
      this.under = new Set([...this.nodes.keys()].filter((place) => this.nodes[place].classList.contains("is-under")));
      this.context = Uint8Array.from(this.nodes, (node) => node.classList.contains("is-context"));
      this.shown = (place) => !this.hidden[place];
      this.must = [];
    }

    /** Once all of its parts are on the screen; each begins when the one around it is there. Nobody waits for a page in the background. */
    async complete() {
      for (const part of this.svg.querySelectorAll(".part")) {
        const coming = part.getAnimations();
        if (document.hidden) coming.forEach((one) => one.finish());
        await Promise.allSettled(coming.map((one) => one.finished));
      }
    }

    // --- scale and names ------------------------------------------------------------------------
    /** Lay everything out with so many pixels of the screen in one of the drawing, in a window of a size. */
    draw(sx, sy, zoom, size, all) {
      this.scale = [sx, sy];
      this.drawings = (this.drawings ?? 0) + 1;
      const [w, h] = [this.base[0] * sx, this.base[1] * sy];
      this.svg.setAttribute("viewBox", `0 0 ${tenth(w)} ${tenth(h)}`);
      this.svg.setAttribute("width", tenth(w));
      this.svg.setAttribute("height", tenth(h));
      this.wood.setAttribute("transform", `scale(${sx.toFixed(4)} ${sy.toFixed(4)})`);
      this.px = this.x.map((x) => tenth(x * sx));
      this.py = this.y.map((y) => tenth(y * sy));
      this.groups.forEach((group, place) => group.setAttribute("transform", `translate(${this.px[place]} ${this.py[place]})`));
      this.dates(sy);
      this.tight = sx < TIGHT;
      this.svg.classList.toggle("is-tight", this.tight);
      this.detail = zoom >= CLOSE ? 2 : zoom >= NEAR ? 1 : 0;
      this.all = all;
      this.label();
    }

    /** The years' names, those that have room, the newest first. */
    dates(sy) {
      let above = -Infinity;
      for (let at = this.years.length - 1; at >= 0; at -= 1) {
        const y = tenth(this.yearAt[at] * sy);
        const room = y - above >= 13;
        this.years[at].setAttribute("y", y);
        this.years[at].classList.toggle("is-away", !room);
        if (room) above = y;
      }
    }

    /** Give names to the shown models that have room for one at this scale. */
    label() {
      if (this.held) return;
      const { all, detail } = this;
      const width = (place) => this.cardWidth(place);
      const found = window.Lineage.placeLabels({
        x: this.px, y: this.py, order: all.byRank, width, height: (place) => this.cardHeight(place), shown: this.shown, must: this.must,
        minor: (place) => all.rank[place] >= (this.tight ? MAJOR_DUST : MAJOR),
        landmarks: all.byRank.filter(this.shown).slice(0, LANDMARKS),
        covers: this.tight ? COVERS_DUST : COVERS,
        bounds: [-8, -24, this.base[0] * this.scale[0] + 8, this.base[1] * this.scale[1] + 24],
      });
      found.forEach((corner, place) => {
        const key = corner && `${tenth(corner[0] - this.px[place])},${tenth(corner[1] - this.py[place])},${detail}`;
        if (this.cards[place] === key) return;
        this.cards[place] = key;
        if (!key) { this.nodes[place].classList.add("is-dot"); return; }
        this.card(place, corner[0] - this.px[place], corner[1] - this.py[place]);
      });
      this.nodes.forEach((node, place) => { if (!this.cards[place]) node.classList.add("is-dot"); });
      this.sweep(found);
      this.leave();
      this.scatter();
    }

    /** In a narrow window, draw the dots without a name as dust; as the survey drew them there are few. */
    scatter() {
      this.dusty = this.tight && !this.svg.classList.contains("is-survey");
      this.svg.classList.toggle("is-dusty", this.dusty);
      if (!this.dusty && !this.dust) return;
      this.dust ??= new window.Lineage.Dust(this.svg, this.nodes);
      const places = [];
      if (this.dusty) for (let place = 0; place < this.nodes.length; place += 1) if (!this.cards[place] && !this.hidden[place] && !this.under.has(place)) places.push(place);
      this.dust.draw(places, this.px, this.py, this.context, Boolean(this.painted));
    }

    /** What left or came back as dust leaves or enters the page itself, which takes longer than to draw it. */
    leave() {
      for (const place of this.leaving) this.nodes[place].toggleAttribute("data-filtered", Boolean(this.hidden[place]));
      this.leaving.clear();
    }

    /** What lies under a landmark's name is not drawn until there is room. */
    sweep(found) {
      const under = new Set();
      found.forEach((corner, owner) => {
        if (!corner) return;
        const [right, bottom] = [corner[0] + this.cardWidth(owner) + SWEPT, corner[1] + this.cardHeight(owner) + SWEPT];
        const [left, top] = [corner[0] - SWEPT, corner[1] - SWEPT];
        for (let place = 0; place < this.px.length; place += 1) {
          const x = this.px[place];
          if (x > left && x < right && place !== owner && this.py[place] > top && this.py[place] < bottom) under.add(place);
        }
      });
      for (const place of this.under) if (!under.has(place)) this.nodes[place].classList.remove("is-under");
      for (const place of under) this.nodes[place].classList.add("is-under");
      this.under = under;
    }

    cardWidth(place) {
      const own = this.all.width[place] + (this.detail ? BADGE : 0);
      return this.detail < 2 ? own : Math.max(own, this.more(place).length * 5.1 + 2 * PAD + BADGE);
    }

    cardHeight(place) { return (this.all.greats.has(place) ? GREAT : HEIGHT)[this.detail]; }

    /** Date and size in few signs. */
    more(place) {
      const { all } = this;
      this.mores ??= [];
      const size = all.size[place];
      this.mores[place] ??= `${all.day[place].slice(0, 7)}${size ? ` · ${window.Lineage.brief(size)}` : ""}`;
      return this.mores[place];
    }

    badge(place) {
      const makers = this.all.facet.get("organization");
      return this.all.badge[makers.values[makers.of[place][0]]] ?? "?";
    }

    /** Draw or move one card; what it lacks is made now, so that a first visit is light. */
    card(place, x, y) {
      const node = this.nodes[place];
      const { detail } = this;
      const [w, h] = [this.cardWidth(place), this.cardHeight(place)];
      const great = this.all.greats.has(place);
      const box = node.querySelector(".card") ?? put("polygon", { class: "card" }, node);
      const name = node.querySelector(".name") ?? put("text", { class: great ? "name name--great" : "name" }, node, this.all.name[place]);
      box.setAttribute("points", rounded(x, y, w, h));
      const left = x + PAD + (detail ? BADGE : 0);
      name.setAttribute("x", tenth(left));
      name.setAttribute("y", tenth(y + (great ? 15.6 : 13)));
      let badge = node.querySelector(".badge");
      if (detail && !badge) {
        badge = put("g", { class: "badge", "aria-hidden": "true" }, node);
        put("rect", { class: "badge-box", x: -10, y: -6, width: 20, height: 12, rx: 3 }, badge);
        put("text", { class: "badge-text", y: 3 }, badge, this.badge(place));
      }
      badge?.setAttribute("transform", `translate(${tenth(x + 13)} ${tenth(y + h / 2)})`);
      badge?.classList.toggle("is-away", !detail);
      let more = node.querySelector(".more");
      if (detail === 2 && !more) more = put("text", { class: "more" }, node, this.more(place));
      more?.setAttribute("x", tenth(left));
      more?.setAttribute("y", tenth(y + h - 5));
      more?.classList.toggle("is-away", detail < 2);
      node.classList.remove("is-dot");
    }

    // --- what is shown ----------------------------------------------------------------------------
    /** Show the kept models, and as context their ancestors if `kin`; touch only what changes. Dust awaits `scatter`, and then `leave`. */
    select({ kept, alive }, kin) {
      kept.forEach((keep, place) => {
        const context = kin && !keep && alive[place] ? 1 : 0;
        const gone = keep || context ? 0 : 1;
        const node = this.nodes[place];
        if (this.hidden[place] !== gone) {
          this.hidden[place] = gone;
          if (this.dusty && !this.cards[place]) this.leaving.add(place); else node.toggleAttribute("data-filtered", Boolean(gone));
        }
        if (this.context[place] !== context) { this.context[place] = context; node.classList.toggle("is-context", Boolean(context)); }
        const dead = alive[place] ? 0 : 1;
        if (this.dead[place] !== dead) { this.dead[place] = dead; this.limbs.get(place)?.toggleAttribute("data-filtered", Boolean(dead)); }
      });
      this.lamp = undefined;   // what was lit may be gone
    }

    /** Color models and limbs by a facet; null: by branch, as they are drawn. */
    paint(name) {
      if ((this.painted ?? null) === name) return;
      this.painted = name;
      const scale = name === "size" ? "step" : "hue";
      const of = name && window.Lineage.hues(name).of;
      this.nodes.forEach((node, place) => {
        for (const part of [node, this.limbs.get(place)]) {
          if (!part) continue;
          delete part.dataset.hue;
          delete part.dataset.step;
          if (name) part.dataset[scale] = of[place] < 0 ? "none" : of[place];
        }
      });
      this.svg.classList.toggle("is-painted", Boolean(name));
    }

    // --- light --------------------------------------------------------------------------------------
    /** A model with the way to its root, everything below it and its further links: {models, limbs, edges}. */
    kin(place) {
      const models = new Set([place]);
      for (let up = this.up[place]; up >= 0; up = this.up[up]) models.add(up);
      const queue = [place];
      while (queue.length) for (const child of this.below[queue.pop()]) { models.add(child); queue.push(child); }
      const limbs = [...models].filter((one) => models.has(this.up[one]));
      const edges = this.further.filter(({ parent, child }) => (parent === place && this.shown(child)) || (child === place && this.shown(parent)));
      for (const { parent, child } of edges) models.add(parent).add(child);
      return { models, limbs, edges };
    }

    /** The way between two models, as `between` finds it, to be lit. */
    way(found) {
      const models = new Set([found.ancestor]);
      const [limbs, edges] = [[], []];
      for (const { child, parent } of [...found.first, ...found.second]) {
        models.add(child).add(parent);
        if (this.up[child] === parent) limbs.push(child);
        else edges.push(this.further.find((one) => one.parent === parent && one.child === child));
      }
      return { models, limbs, edges };
    }

    /** Light these and dim the rest; null puts the light out. */
    light(what) {
      if (this.lamp === what) return;
      this.lamp = what;
      const next = new Set();
      if (what) {
        for (const place of what.models) next.add(this.nodes[place]);
        for (const place of what.limbs) next.add(this.limbs.get(place));
        for (const edge of what.edges) next.add(edge.line ??= this.line(edge));
      }
      for (const part of this.lit) if (!next.has(part)) part.classList.remove("is-lit");
      for (const part of next) part.classList.add("is-lit");
      this.lit = next;
      this.svg.classList.toggle("is-tracing", Boolean(what));
    }

    /** The line of a further link, drawn when it is seen first: few ever are. */
    line({ parent, child, unsure }) {
      const { x, y } = this;
      const rise = Math.max(Math.abs(y[parent] - y[child]) * 0.5, 12);
      return put("path", {
        class: `edge edge--further${unsure ? " edge--unsure" : ""}`, "data-parent": this.ids[parent], "data-child": this.ids[child],
        d: `M${x[parent]} ${y[parent]}C${x[parent]} ${y[parent] - rise} ${x[child]} ${y[child] + rise} ${x[child]} ${y[child]}`,
      }, this.wood);
    }

    /** The shown model whose dot is nearest to a point of the svg in pixels, within reach; or -1. */
    nearest(px, py, reach) {
      let best = reach * reach;
      let found = -1;
      for (let place = 0; place < this.px.length; place += 1) {
        if (this.hidden[place]) continue;
        const far = (this.px[place] - px) ** 2 + (this.py[place] - py) ** 2;
        if (far < best) { best = far; found = place; }
      }
      return found;
    }
  }

  window.Lineage = Object.assign(window.Lineage ?? {}, { Figure, putSvg: put });
})();
