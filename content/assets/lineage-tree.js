/* <lineage-tree>: filters, search, panel, light and keys for a tree that is complete without it. Needs the other lineage-*.js before it. */
(() => {
  "use strict";
  const { read, write, walk, View } = window.Lineage;
  const CLASS_GROUP = { open: ["open-source", "open-weights", "restricted-weights"], closed: ["api", "unreleased"] };
  const FACETS = ["openness", "organization", "architecture"];
  const empty = () => read("");

  class LineageTree extends HTMLElement {
    #listening;

    connectedCallback() {
      this.#listening = new AbortController();
      const { signal } = this.#listening;
      this.svg = this.querySelector("svg.lineage");
      this.box = this.querySelector(".tree__view");
      if (!this.svg || !this.box) return;
      this.gather();
      this.rove(this.nodes[0]);
      const hear = (target, name, run, options) => target.addEventListener(name, run, { signal, ...options });
      hear(this.box, "pointerover", (event) => this.light(this.owner(event.target)));
      hear(this.box, "pointerleave", () => this.light(this.focused()));
      hear(this.box, "focusin", (event) => this.entered(event.target.closest("a.model")));
      hear(this.box, "focusout", () => this.light(null));
      hear(this.box, "keydown", (event) => this.key(event));
      this.full = this.hasAttribute("data-full");
      if (!this.full) return this.middle();
      this.view = new View(this.box, this.svg, () => this.record(), signal);
      this.reveal(true);
      hear(this, "click", (event) => this.click(event));
      hear(this, "change", (event) => { if (event.target.closest(".tree__bar")) this.choose(); });
      hear(this, "keydown", (event) => this.leaveMenu(event));
      hear(window, "popstate", () => this.show(read(location.search), true));
      hear(document, "click", (event) => this.closeMenus(event.target));
      hear(document, "click", (event) => { if (event.target.closest?.("[data-list]")) this.querySelector(".tree__list").open = true; });
      hear(document, "fullscreenchange", () => this.classList.toggle("is-full", document.fullscreenElement === this));
      window.Lineage.search?.(this, signal);
      const heart = this.dataset.heart.split(",").map(Number);
      requestAnimationFrame(() => { this.view.start(heart); this.show(read(location.search), true); });
    }

    /** A picture wider than its window begins with its trunk in the middle; a small one names its landmarks only. */
    middle() {
      const far = () => this.box.classList.toggle("is-far", this.far.size > 0 && this.svg.getBoundingClientRect().width < 0.75 * this.svg.viewBox.baseVal.width);
      window.addEventListener("resize", far, { signal: this.#listening.signal });
      far();
      const share = this.dataset.heart.split(",")[0] / this.svg.viewBox.baseVal.width;
      this.box.scrollLeft = share * this.box.scrollWidth - this.box.clientWidth / 2;
    }

    disconnectedCallback() {
      this.#listening.abort();
      this.reveal(false);
      this.nodes?.forEach((node) => node.removeAttribute("tabindex"));
    }

    /** Read the drawing once: nodes in reading order, limbs, links and the data beside them. */
    gather() {
      this.nodes = [...this.svg.querySelectorAll("a.model")];
      this.node = new Map(this.nodes.map((node) => [node.dataset.id, node]));
      this.joints = new Map([...this.svg.querySelectorAll("[data-joint]")].map((joint) => [joint.dataset.joint, joint]));
      this.far = new Map([...this.svg.querySelectorAll("[data-far]")].map((mark) => [mark.dataset.far, mark]));
      this.limb = new Map();
      this.line = new Map();
      this.offspring = new Map(this.nodes.map((node) => [node.dataset.id, []]));
      for (const limb of this.svg.querySelectorAll(".limb")) {
        const { parent, child } = limb.dataset;
        this.limb.set(child, limb);
        this.line.set(child, parent);
        this.offspring.get(parent).push(child);
      }
      this.further = [...this.svg.querySelectorAll(".edge--further")];
      this.spot = new Map([...this.joints].map(([id, joint]) => [id, [Number(joint.getAttribute("cx")), Number(joint.getAttribute("cy"))]]));
      for (const [, ids] of this.offspring) ids.sort((a, b) => this.spot.get(a)[0] - this.spot.get(b)[0]);
      const data = this.querySelector('script[type="application/json"]');
      this.data = new Map(data ? JSON.parse(data.textContent).map((model) => [model.id, model]) : []);
      this.inputs = [...this.querySelectorAll(".tree__bar input[type=checkbox][data-facet]")];
      this.items = [...this.querySelectorAll("[data-item]")];
    }

    /** Show or put away what only works with script. */
    reveal(on) {
      this.querySelectorAll("[data-script]").forEach((part) => { part.hidden = !on; });
      this.classList.toggle("is-live", on);
    }

    // --- state ------------------------------------------------------------------------------------
    get state() { return this.current ?? empty(); }

    /** Make the page show a state; the address is left alone. */
    show(state, first = false) {
      const before = this.current;
      this.current = state;
      this.filter();
      if (before?.model !== state.model || first) this.open(this.data.has(state.model) ? state.model : null, first && !state.view);
      if (state.view && first) this.view.center(state.view[1], state.view[2], state.view[0]);
      else if (first && before && !state.view && !state.model) this.view.start(this.view.begun);
    }

    /** Change the state, show it and write it into the address. */
    go(changes, replace = false) {
      const state = { ...this.state, ...changes };
      const address = location.pathname + write(state) + location.hash;
      this.show(state);
      if (address === location.pathname + location.search + location.hash) return;
      history[replace ? "replaceState" : "pushState"](history.state, "", address);
    }

    /** A pan or zoom came to rest: note it in the address without a new step back. */
    record() {
      if (this.current) this.go({ view: this.view.state }, true);
    }

    choose() {
      const state = {};
      for (const facet of FACETS) { // what was chosen before keeps its place, so that an address stays as it was
        const chosen = this.inputs.filter((input) => input.dataset.facet === facet && input.checked).map((input) => input.value);
        state[facet] = [...this.state[facet].filter((value) => chosen.includes(value)), ...chosen.filter((value) => !this.state[facet].includes(value))];
      }
      const year = (name) => Number(this.querySelector(`[data-year=${name}]`).value) || null;
      this.go({ ...state, from: year("from"), to: year("to") });
    }

    // --- filter -----------------------------------------------------------------------------------
    passes(node, state, but = null) {
      const { openness, organization, architecture, released } = node.dataset;
      const year = Number(released.slice(0, 4));
      return (but === "openness" || !state.openness.length || state.openness.includes(openness))
        && (but === "architecture" || !state.architecture.length || state.architecture.includes(architecture))
        && (but === "organization" || !state.organization.length || organization.split(" ").some((one) => state.organization.includes(one)))
        && (!state.from || year >= state.from) && (!state.to || year <= state.to);
    }

    filter() {
      const state = this.state;
      const kept = new Set();
      const alive = new Set(); // kept, or on the way from a kept model to its root
      for (const node of this.nodes) {
        const keep = this.passes(node, state);
        node.toggleAttribute("data-filtered", !keep);
        this.far.get(node.dataset.id)?.toggleAttribute("data-filtered", !keep);
        if (!keep) continue;
        kept.add(node.dataset.id);
        for (let id = node.dataset.id; id && !alive.has(id); id = this.line.get(id)) alive.add(id);
      }
      this.kept = kept;
      for (const [id, limb] of this.limb) limb.toggleAttribute("data-filtered", !alive.has(id));
      for (const [id, joint] of this.joints) joint.toggleAttribute("data-filtered", !alive.has(id));
      for (const edge of this.further) edge.toggleAttribute("data-filtered", !(kept.has(edge.dataset.parent) && kept.has(edge.dataset.child)));
      for (const item of this.items) {
        const id = item.dataset.item;
        item.hidden = !alive.has(id);
        item.querySelector(":scope > a").hidden = !kept.has(id);
        item.querySelector(":scope > span").hidden = kept.has(id);
      }
      this.controls(state);
      this.says(kept.size, state);
      const roving = this.nodes.find((node) => node.tabIndex === 0 && !node.hasAttribute("data-filtered"));
      this.rove(roving ?? this.nodes.find((node) => !node.hasAttribute("data-filtered")));
    }

    /** Bring the controls in line with the state, and count what each choice would leave. */
    controls(state) {
      const counts = new Map();
      for (const facet of FACETS) {
        for (const node of this.nodes) {
          if (!this.passes(node, state, facet)) continue;
          for (const value of node.dataset[facet].split(" ")) {
            const key = `${facet} ${value}`;
            counts.set(key, (counts.get(key) ?? 0) + 1);
          }
        }
      }
      for (const input of this.inputs) {
        input.checked = state[input.dataset.facet].includes(input.value);
        input.parentElement.querySelector(".count").textContent = counts.get(`${input.dataset.facet} ${input.value}`) ?? 0;
      }
      for (const facet of FACETS) {
        const chosen = state[facet].length;
        const badge = this.querySelector(`[data-chosen=${facet}]`);
        badge.textContent = chosen || "";
        badge.hidden = !chosen;
      }
      for (const name of ["from", "to"]) {
        const select = this.querySelector(`[data-year=${name}]`);
        select.value = [...select.options].some((option) => Number(option.value) === state[name]) ? state[name] : "";
      }
      for (const button of this.querySelectorAll("[data-group]")) {
        const group = CLASS_GROUP[button.dataset.group];
        button.setAttribute("aria-pressed", String(group.length === state.openness.length && group.every((one) => state.openness.includes(one))));
      }
      this.querySelector("[data-reset]").disabled = write({ ...state, model: null, view: null }) === "";
    }

    /** Say in words what is shown; screen readers hear it. */
    says(count, state) {
      const label = (facet) => state[facet].map((value) => this.inputs.find((input) => input.value === value && input.dataset.facet === facet)?.dataset.label ?? value);
      const kinds = (facet) => label(facet).map((word) => word.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()));
      const either = (words) => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
      const says = [either(kinds("openness")), state.organization.length ? `by ${either(label("organization"))}` : "", either(kinds("architecture"))];
      if (state.from && state.to) says.push(state.from === state.to ? String(state.from) : `${state.from}–${state.to}`);
      else if (state.from) says.push(`since ${state.from}`);
      else if (state.to) says.push(`until ${state.to}`);
      const told = says.filter(Boolean).join(", ");
      const text = `${count} of ${this.nodes.length} models${told ? `: ${told}` : ""}`;
      clearTimeout(this.saying);
      const status = this.querySelector(".tree__status");
      this.saying = setTimeout(() => { status.textContent = text; }, status.textContent ? 120 : 0);
    }

    // --- light and focus ----------------------------------------------------------------------------
    /** The model that a part of the figure belongs to: its link, or its name in the view from afar. */
    owner(target) { return target.closest?.("a.model") ?? this.node.get(target.closest?.("[data-far]")?.dataset.far); }

    focused() { return this.box.contains(document.activeElement) ? document.activeElement.closest("a.model") : null; }

    entered(node) {
      if (!node) return;
      this.rove(node);
      node.style.setProperty("--k", this.view?.k ?? 1);
      if (node.matches(":focus-visible")) this.light(node);
      this.view?.reveal(node);
    }

    rove(node) {
      if (!node) { this.nodes.forEach((one) => { one.tabIndex = -1; }); return; }
      for (const one of this.nodes) one.tabIndex = one === node ? 0 : -1;
    }

    /** Light a model, the way to its root, everything below it, and its further links. */
    light(node) {
      const lit = node && !node.hasAttribute("data-filtered") ? node : this.node.get(this.state.model) ?? null;
      if (this.lit === lit) return;
      this.lit = lit;
      this.svg.classList.toggle("is-tracing", Boolean(lit));
      this.svg.querySelectorAll(".is-lit").forEach((part) => part.classList.remove("is-lit"));
      if (!lit) return;
      const id = lit.dataset.id;
      const related = new Set([id]);
      for (let up = this.line.get(id); up; up = this.line.get(up)) related.add(up);
      const queue = [id];
      while (queue.length) for (const child of this.offspring.get(queue.pop())) { related.add(child); queue.push(child); }
      for (const one of related) {
        if (related.has(this.line.get(one))) this.limb.get(one)?.classList.add("is-lit");
      }
      for (const edge of this.further) {
        const { parent, child } = edge.dataset;
        if (parent === id || child === id) { edge.classList.add("is-lit"); related.add(parent).add(child); }
      }
      for (const one of related) for (const part of [this.node.get(one), this.far.get(one)]) part?.classList.add("is-lit");
    }

    // --- keys ---------------------------------------------------------------------------------------
    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const node = event.target.closest("a.model");
      const next = node && walk(this, node.dataset.id, event.key);
      if (event.key === "Escape" && this.full) this.go({ model: null });
      else if (!next) { if (node && event.key.length === 1) event.stopPropagation(); return; }
      event.preventDefault();
      event.stopPropagation();
      if (next) this.node.get(next).focus({ preventScroll: true });
    }

    /** Escape closes an open menu and gives the focus back to its button. */
    leaveMenu(event) {
      const menu = event.key === "Escape" && event.target.closest("details.facet[open]");
      if (!menu) return;
      event.stopPropagation();
      menu.open = false;
      menu.querySelector("summary").focus();
    }

    // --- clicks and panel -----------------------------------------------------------------------------
    click(event) {
      const target = event.target;
      const node = this.owner(target);
      if (node && this.box.contains(node)) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.go({ model: node.dataset.id });
        this.querySelector(".tree__panel").focus({ preventScroll: true });
        return;
      }
      const jump = target.closest("[data-open]");
      if (jump) { event.preventDefault(); this.go({ model: jump.dataset.open }); this.seek(jump.dataset.open); return; }
      const button = target.closest("button");
      if (!button) return;
      const [w, h] = this.view.size;
      if (button.dataset.zoom) this.view.zoom(Number(button.dataset.zoom));
      else if (button.dataset.pan) { const [dx, dy] = button.dataset.pan.split(",").map(Number); this.view.pan(dx * w / 3, dy * h / 3); }
      else if (button.hasAttribute("data-fit")) { this.view.fit(); this.record(); }
      else if (button.hasAttribute("data-fullscreen")) this.toggleFull();
      else if (button.hasAttribute("data-close")) this.close();
      else if (button.hasAttribute("data-reset")) this.go({ ...empty(), model: this.state.model, view: this.state.view });
      else if (button.dataset.group) this.toggleGroup(button.dataset.group);
    }

    toggleGroup(name) {
      const group = CLASS_GROUP[name];
      const whole = group.length === this.state.openness.length && group.every((one) => this.state.openness.includes(one));
      this.go({ openness: whole ? [] : group });
    }

    toggleFull() {
      if (document.fullscreenElement) document.exitFullscreen();
      else this.requestFullscreen?.().catch(() => this.classList.toggle("is-full"));
    }

    close() {
      const id = this.state.model;
      this.go({ model: null });
      this.node.get(id)?.focus({ preventScroll: true });
    }

    closeMenus(target) {
      for (const menu of this.querySelectorAll("details.facet[open]")) if (!menu.contains(target)) menu.open = false;
    }

    /** Bring a model into the middle, large enough to read. */
    seek(id) {
      const spot = this.spot.get(id);
      if (spot) this.view.bring(spot[0], spot[1], Math.max(this.view.k, 1));
    }

    /** Tell the view which part of its window the panel takes: the right side, or the bottom where it is a sheet. */
    cover(panel) {
      const [window, own] = [this.box.getBoundingClientRect(), panel.getBoundingClientRect()];
      const sheet = own.width > 0.7 * window.width;
      if (sheet) this.view.cover(0, window.bottom - own.top);
      else this.view.cover(window.right - own.left, 0);
    }

    /** Open the panel of a model, or close it. */
    open(id, seek) {
      this.nodes.forEach((node) => node.removeAttribute("aria-current"));
      const panel = this.querySelector(".tree__panel");
      panel.hidden = !id;
      this.classList.toggle("has-panel", Boolean(id));
      if (!id) { if (this.view.covered.some(Boolean)) this.view.cover(0, 0); this.lit = undefined; this.light(this.focused()); return; }
      this.node.get(id).setAttribute("aria-current", "true");
      window.Lineage.fillPanel(panel, this.data.get(id), this.data);
      this.cover(panel);
      this.lit = undefined;
      this.light(null);
      if (seek && this.view.k < 1) this.seek(id);
      else this.view.reveal(this.node.get(id));
    }
  }

  if (!customElements.get("lineage-tree")) customElements.define("lineage-tree", LineageTree);
})();
