/* <lineage-tree>: the figure with its panel, keys, light and modes. It is a complete picture without this. Needs the other lineage-*.js before it. */
(() => {
  "use strict";
  const { Figure, walk } = window.Lineage;
  const REACH = { mouse: 12, touch: 24, pen: 16 };   // how far from a dot a pointer still means it, in pixels

  class LineageTree extends HTMLElement {
    connectedCallback() {
      const svg = this.querySelector("svg.lineage");
      this.box = this.querySelector(".tree__view");
      if (!svg || !this.box) return;
      this.listening = new AbortController();
      const { signal } = this.listening;
      this.figure = new Figure(svg);
      this.rove(0);
      this.hear(this.box, "pointerover", (event) => { if (!this.full) this.light(this.owner(event.target)); });
      this.hear(this.box, "pointerleave", () => this.point(-1));
      this.hear(this.box, "focusin", (event) => this.entered(this.owner(event.target)));
      this.hear(this.box, "focusout", () => this.light(-1));
      this.hear(this.box, "keydown", (event) => this.key(event));
      this.full = this.hasAttribute("data-full");
      if (this.full) this.grow(signal); else this.middle();
    }

    hear(target, name, run, options) { target.addEventListener(name, run, { signal: this.listening.signal, ...options }); }

    /** Everything that the page of the tree has beyond the picture, in tasks short enough not to hold the page up. */
    grow(signal) {
      const { View, Bar, Time, Minimap, Tip } = window.Lineage;
      const { figure } = this;
      const steps = [
        () => { this.all = window.Lineage.data(); },
        () => { this.bar = new Bar(this, (selection, first) => this.show(selection, first)); this.reveal(true); },
        () => {
          this.view = new View(this.box, figure.svg, figure.base, (sx, sy) => figure.draw(sx, sy, this.view.z, this.view.size, this.all),
            () => this.bar.note({ view: this.view.state }), signal);
          this.view.changed = () => this.follow();
          this.map = new Minimap(this.querySelector(".minimap"), this, signal);
          this.tip = new Tip(figure, this.view);
          this.time = new Time(this.querySelector(".tree__time"), (time, done) => { if (done) this.bar.go({ time }); else this.bar.set({ ...this.bar.state, time }); }, signal);
        },
        () => figure.complete(),
        () => { figure.held = true; this.bar.start(); },
        () => { figure.held = false; figure.label(); },
        () => this.listen(signal),
      ];
      const next = async () => {
        if (signal.aborted || !steps.length) return;
        await steps.shift()();
        if (document.hidden) setTimeout(next); else requestAnimationFrame(() => setTimeout(next));   // what a step changed is drawn before the next
      };
      next();
    }

    /** What the reader does from now on. */
    listen(signal) {
      this.hear(this.box, "pointermove", (event) => this.hover(event));
      this.hear(this, "click", (event) => this.click(event));
      this.hear(document, "click", (event) => { if (event.target.closest?.("[data-list]")) this.querySelector(".tree__list").open = true; });
      this.hear(document, "fullscreenchange", () => this.classList.toggle("is-full", document.fullscreenElement === this));
      this.hear(matchMedia("print"), "change", () => this.view.whole());
      this.hear(window, "beforeprint", () => this.view.whole());
      this.hear(this.querySelector(".tree__list"), "toggle", () => this.list());
      const exports = this.querySelector(".facet--export");
      this.hear(exports, "toggle", () => window.Lineage.loadScript(this, "lineage-export.js").then(() => window.Lineage.exportMenu(this, signal)), { once: true });
      window.Lineage.combobox(this, this.querySelector("#tree-find"), (place) => { this.bar.go({ model: this.all.id[place] }); this.seek(place); }, signal);
      window.Lineage.combobox(this, this.querySelector("#tree-between"), (place) => this.relate(place), signal);
      this.ready = true;
    }

    /** A picture wider than its window begins with its trunk in the middle. */
    middle() {
      const [share] = this.dataset.heart.split(",");
      this.box.scrollLeft = (share / this.figure.base[0]) * this.box.scrollWidth - this.box.clientWidth / 2;
    }

    disconnectedCallback() {
      this.listening?.abort();
      this.bar?.stop();
      this.reveal(false);
      this.figure?.nodes.forEach((node) => node.removeAttribute("tabindex"));
    }

    /** Show or put away what only works with script. */
    reveal(on) {
      this.querySelectorAll("[data-script]").forEach((part) => { part.hidden = !on; });
      this.classList.toggle("is-live", on);
    }

    pageOf(place) { return this.figure.nodes[place].href.baseVal; }

    // --- showing a state ----------------------------------------------------------------------------
    show(selection, first) {
      const { state } = selection;
      const before = this.shown;
      const drawn = this.figure.drawings;
      this.shown = state;
      this.kept = selection.kept;
      const { figure, view, all } = this;
      figure.select(selection, state.kin === "ancestors");
      figure.svg.classList.toggle("is-timed", Boolean(state.time));
      figure.paint(state.color);
      window.Lineage.survey(this, state);
      if (figure.drawings) figure.scatter();
      this.legend(selection);
      this.time.reflect(state.time);
      this.marks(state);
      const place = all.index.get(state.model) ?? -1;
      this.chosen = place;
      this.pair = state.between?.map((id) => all.index.get(id)).filter((one) => one !== undefined);
      if (this.pair?.length !== 2) this.pair = null;
      figure.must = [...new Set([place, ...(this.pair ?? []), ...state.mark.map((id) => all.index.get(id) ?? -1)])].filter((one) => one >= 0);
      if (first) {
        view.measure();
        if (state.view) view.center(state.view[1], state.view[2], state.view[0]); else if (!before || before.view) view.whole();
      }
      if (figure.drawings === drawn) { if (first) figure.label(); else this.settleLabels(); }
      if (first || before?.model !== state.model) this.open(place, first && !state.view);
      this.tell();
      this.light(-1, true);
      if (this.map && !this.map.box.hidden) this.map.draw();
      this.list();
      this.rove(this.roving >= 0 && figure.shown(this.roving) ? this.roving : figure.hidden.indexOf(0));
    }

    /** What a filter takes away or brings back is on the screen in the next frame; names find their places right after it. */
    settleLabels() {
      cancelAnimationFrame(this.waiting);
      this.waiting = requestAnimationFrame(() => { this.waiting = requestAnimationFrame(() => this.figure.label()); });
    }

    /** The colors' legend, which filters too. */
    legend(selection) {
      const box = this.querySelector(".tree__hues");
      const name = selection.state.color ?? "architecture";
      if (box.dataset.name !== name) { box.dataset.name = name; window.Lineage.drawLegend(box, name); }
      window.Lineage.reflectLegend(box, name, selection);
    }

    marks(state) {
      if (this.markedIds === state.mark.join()) return;
      this.markedIds = state.mark.join();
      const wanted = new Set(state.mark.map((id) => this.all.index.get(id)));
      this.figure.nodes.forEach((node, place) => { if (node.classList.contains("is-marked") !== wanted.has(place)) node.classList.toggle("is-marked", wanted.has(place)); });
      const note = this.querySelector(".tree__marks");
      note.hidden = !wanted.size;
      const known = state.mark.filter((id) => this.all.index.has(id));
      note.querySelector("span").textContent = `Marked: ${known.map((id) => this.all.name[this.all.index.get(id)]).join(", ") || "none of these is in the tree"}.`;
    }

    /** The nested list of the same models; brought in line when it is seen. */
    list() {
      const list = this.querySelector(".tree__list");
      if (!list.open) return;
      this.items ??= [...list.querySelectorAll("[data-item]")];
      for (const item of this.items) {
        const place = this.all.index.get(item.dataset.item);
        const [gone, hidden] = [Boolean(this.figure.dead[place]), !this.figure.shown(place)];
        item.hidden = gone;
        item.querySelector(":scope > a").hidden = hidden;
        item.querySelector(":scope > span").hidden = !hidden;
      }
    }

    /** How the two models of `between` are related, in words beside the figure. */
    tell() {
      const box = this.querySelector(".tree__between");
      box.hidden = !this.pair;
      if (!this.pair) { this.lane = null; return; }
      const found = window.Lineage.between(this.all, ...this.pair);
      this.lane = found && this.figure.way(found);
      box.querySelector("p").textContent = window.Lineage.relatedInWords(this.all, ...this.pair, found);
      const link = box.querySelector("a");
      link.dataset.plain ??= link.getAttribute("href");
      link.setAttribute("href", `${link.dataset.plain}?between=${this.pair.map((one) => this.all.id[one]).join(",")}`);
    }

    relate(place) {
      const id = this.all.id[place];
      if (this.chosen >= 0 && this.chosen !== place) this.bar.go({ between: [this.all.id[this.chosen], id], model: null });
    }

    // --- light and focus ----------------------------------------------------------------------------
    owner(target) { const node = target.closest?.("a.model"); return node ? this.figure.index.get(node.id.slice(6)) : -1; }

    /** Light a model and its kin; -1: the chosen one, or the way between two, or nothing. */
    light(place, anew = false) {
      const { figure } = this;
      const one = place >= 0 && figure.shown(place) ? place : this.chosen ?? -1;
      const lane = place < 0 && this.lane ? this.lane : null;
      const key = lane ? "lane" : one;
      if (this.lighted === key && !anew) return;
      this.lighted = key;
      figure.light(lane ?? (one >= 0 ? figure.kin(one) : null));
    }

    /** The pointer is at a model, or at none: light it and say what it is. */
    point(place) {
      if (!this.full || this.pointed === place) return;
      this.pointed = place;
      this.box.classList.toggle("is-over", place >= 0);
      this.light(place);
      this.tip.show(place, this.all);
    }

    hover(event) {
      if (this.view.moved || event.pointerType === "touch") return;
      this.point(this.at(event));
    }

    /** The model that a pointer means: the one under it, or the nearest dot within reach. */
    at(event) {
      const own = this.owner(event.target);
      if (own >= 0) return own;
      if (!event.target.closest("svg.lineage, .tree__view")) return -1;
      const box = this.box.getBoundingClientRect();
      return this.figure.nearest(event.clientX - box.left - this.view.x, event.clientY - box.top - this.view.y, REACH[event.pointerType] ?? REACH.mouse);
    }

    entered(place) {
      if (place < 0) return;
      this.rove(place);
      const node = this.figure.nodes[place];
      if (node.matches(":focus-visible")) { this.light(place); this.tip?.show(place, this.all); }
      this.view?.reveal(node);
    }

    rove(place) {
      const { nodes } = this.figure;
      if (this.roving === undefined) nodes.forEach((node) => { node.tabIndex = -1; });
      else if (this.roving >= 0) nodes[this.roving].tabIndex = -1;
      this.roving = place;
      if (place >= 0) nodes[place].tabIndex = 0;
    }

    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const place = this.owner(event.target);
      const next = place >= 0 ? walk(this.figure, place, event.key) : null;
      if (event.key === "Escape" && this.ready) this.bar.go({ model: null, between: null });
      else if (next === null || next === undefined) { if (place >= 0 && event.key.length === 1) event.stopPropagation(); return; }
      event.preventDefault();
      event.stopPropagation();
      if (next !== null && next !== undefined) this.figure.nodes[next].focus({ preventScroll: true });
    }

    /** The view has moved: the years stay at the window's edge, the map follows. */
    follow() {
      const { view, figure } = this;
      figure.names ??= figure.svg.querySelector(".year-names");
      figure.names.setAttribute("transform", `translate(${Math.round(6 - Math.min(view.x, 10))} 0)`);
      this.box.classList.toggle("is-home", view.z === 1);
      this.map?.follow();
      this.tip?.away();
    }

    // --- clicks ---------------------------------------------------------------------------------------
    click(event) {
      const { target } = event;
      if (this.box.contains(target)) {
        const place = this.at(event);
        if (place < 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.bar.go({ model: this.all.id[place] });
        this.querySelector(".tree__panel").focus({ preventScroll: true });
        return;
      }
      const jump = target.closest("[data-open]");
      if (jump) { event.preventDefault(); this.bar.go({ model: jump.dataset.open }); this.seek(this.all.index.get(jump.dataset.open)); return; }
      const button = target.closest("button");
      if (!button) return;
      const { view, bar } = this;
      const [w, h] = view.size;
      if (button.dataset.zoom) view.zoom(Number(button.dataset.zoom));
      else if (button.dataset.pan) { const [dx, dy] = button.dataset.pan.split(",").map(Number); view.pan((dx * w) / 3, (dy * h) / 3); }
      else if (button.hasAttribute("data-fit")) { view.whole(); bar.note({ view: null }); }
      else if (button.hasAttribute("data-fullscreen")) this.toggleFull();
      else if (button.hasAttribute("data-close")) this.close();
      else if (button.dataset.hueFacet) bar.toggle(button.dataset.hueFacet, button.dataset.hueValue);
      else if (button.hasAttribute("data-figure1")) bar.go({ as: bar.state.as ? null : "figure1" });
      else if (button.hasAttribute("data-mark")) this.toggleMark(this.all.id[this.chosen]);
      else if (button.hasAttribute("data-unmark")) bar.go({ mark: [] });
      else if (button.hasAttribute("data-unrelate")) bar.go({ between: null });
    }

    toggleMark(id) {
      const { mark } = this.bar.state;
      this.bar.go({ mark: mark.includes(id) ? mark.filter((one) => one !== id) : [...mark, id] });
      this.marked();
    }

    toggleFull() {
      if (document.fullscreenElement) document.exitFullscreen();
      else this.requestFullscreen?.().catch(() => this.classList.toggle("is-full"));
    }

    close() {
      const place = this.chosen;
      this.bar.go({ model: null });
      this.figure.nodes[place]?.focus({ preventScroll: true });
    }

    /** Bring a model into the middle, large enough for its neighbors' names. */
    seek(place) {
      const { figure, view } = this;
      view.bring(figure.x[place], figure.y[place], Math.max(view.z, 2));
      this.bar.note({ view: view.state });
    }

    /** Open the panel of a model, or close it. */
    open(place, seek) {
      this.figure.svg.querySelector("[aria-current]")?.removeAttribute("aria-current");
      const panel = this.querySelector(".tree__panel");
      panel.hidden = place < 0;
      this.classList.toggle("has-panel", place >= 0);
      if (place < 0) { this.view.cover(0, 0); return; }
      this.figure.nodes[place].setAttribute("aria-current", "true");
      window.Lineage.fillPanel(this, panel, place);
      this.querySelector("#tree-between").value = "";
      this.marked();
      const [window_, own] = [this.box.getBoundingClientRect(), panel.getBoundingClientRect()];
      if (own.width > 0.7 * window_.width) this.view.cover(0, window_.bottom - own.top); else this.view.cover(window_.right - own.left, 0);
      if (seek && innerWidth < 700) this.view.bring(this.figure.x[place], this.figure.y[place], 2);
      this.view.reveal(this.figure.nodes[place]);
    }

    marked() {
      const button = this.querySelector("[data-mark]");
      button.setAttribute("aria-pressed", String(this.chosen >= 0 && this.bar.state.mark.includes(this.all.id[this.chosen])));
    }
  }

  if (!customElements.get("lineage-tree")) customElements.define("lineage-tree", LineageTree);
})();
