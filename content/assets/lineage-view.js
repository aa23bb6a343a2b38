/* Pan and zoom of a drawing inside its window, by one CSS transform. Wheel, drag, pinch, buttons. */
(() => {
  "use strict";
  const MAX = 4;
  const READABLE = 0.7; // below this scale the names of the tree are too small to start with …
  const FAR = 0.75;     // … and below this one a tree with landmarks shows their large names instead,
  const LEAST = 0.45;   // which are too small to start with below this
  const WIDE = 860;     // from this width on the window is as tall as the drawing, and the page scrolls

  class View {
    /* box: the clipping element; svg: the drawing; settled: called when a gesture has come to rest. */
    constructor(box, svg, settled, signal) {
      Object.assign(this, { box, svg, settled, k: 1, x: 0, y: 0, pointers: new Map(), moved: false, covered: [0, 0] });
      this.width = svg.viewBox.baseVal.width;
      this.height = svg.viewBox.baseVal.height;
      const on = (name, run, options) => box.addEventListener(name, run, { signal, ...options });
      on("wheel", (event) => this.wheel(event), { passive: false });
      on("pointerdown", (event) => this.press(event));
      on("pointermove", (event) => this.move(event));
      for (const name of ["pointerup", "pointercancel"]) on(name, (event) => this.release(event));
      on("dragstart", (event) => event.preventDefault());
      on("click", (event) => { if (this.moved) { event.preventDefault(); event.stopPropagation(); } }, { capture: true });
      // Focus, find and #hash make browsers scroll the box: turn that into pan.
      on("scroll", () => {
        const { scrollLeft, scrollTop } = box;
        if (scrollLeft || scrollTop) { box.scrollTo(0, 0); this.pan(-scrollLeft, -scrollTop); }
      });
      this.observer = new ResizeObserver(() => this.resized());
      this.observer.observe(box);
      signal.addEventListener("abort", () => { this.observer.disconnect(); svg.removeAttribute("style"); box.removeAttribute("style"); });
    }

    get size() { return [this.box.clientWidth, this.box.clientHeight]; }
    get fitScale() { const [w, h] = this.size; return Math.min(w / this.width, h / this.height); }
    get least() { return Math.min(this.fitScale, 1); }

    /** On a wide screen, give the window the height at which the drawing fills its width, but never more than its own. */
    grow() {
      const width = this.box.clientWidth;
      const tall = Math.max(Math.min(width / this.width, 1) * this.height, Math.min(innerHeight - 140, this.height * 1.5));
      if (width >= WIDE) this.box.style.setProperty("--tree-height", `${Math.round(tall)}px`);
      else this.box.style.removeProperty("--tree-height");
    }

    /** Show the whole drawing. */
    fit() {
      const [w, h] = this.size;
      this.k = this.fitScale;
      this.x = (w - this.width * this.k) / 2;
      this.y = (h - this.height * this.k) / 2;
      this.home = true;
      this.apply();
    }

    /** The first view: everything where its names can be read, else the heart of the drawing. */
    start(heart) {
      this.grow();
      this.fit();
      const least = this.svg.querySelector(".far > a") ? LEAST : READABLE;
      if (this.k < least) { this.center(heart[0], heart[1], least); this.home = true; }
      this.begun = heart;
      this.seen = this.size;
    }

    /** Put a point of the drawing into the middle of the window. */
    center(x, y, scale = this.k) {
      const [w, h] = this.size;
      this.k = Math.min(Math.max(scale, this.least), MAX);
      this.x = w / 2 - x * this.k;
      this.y = h / 2 - y * this.k;
      this.home = false;
      this.clamp();
      this.apply();
    }

    /** As `center`, in the part of the window that nothing covers; `covered`: pixels taken at the right and at the bottom. */
    bring(x, y, scale) {
      const [right, bottom] = this.covered;
      const k = Math.min(Math.max(scale, this.least), MAX);
      this.center(x + right / 2 / k, y + bottom / 2 / k, k);
    }

    /** [scale, x, y] of the middle of the window, or null at the first view. */
    get state() {
      if (this.home) return null;
      const [w, h] = this.size;
      return [this.k, (w / 2 - this.x) / this.k, (h / 2 - this.y) / this.k];
    }

    zoom(factor, at) {
      const [w, h] = this.size;
      const [px, py] = at ?? [w / 2, h / 2];
      const k = Math.min(Math.max(this.k * factor, this.least), MAX);
      this.x = px - (px - this.x) * (k / this.k);
      this.y = py - (py - this.y) * (k / this.k);
      this.k = k;
      this.home = false;
      this.clamp();
      this.apply();
      this.rest();
    }

    /** A gesture of the reader: it ends in the address. */
    pan(dx, dy) {
      this.shift(dx, dy);
      this.rest();
    }

    shift(dx, dy) {
      this.x += dx;
      this.y += dy;
      this.home = false;
      this.clamp();
      this.apply();
    }

    /** What covers the window has changed. */
    cover(right, bottom) {
      this.covered = [right, bottom];
      this.shift(0, 0);
    }

    /** Bring an element of the drawing into the window, moving as little as possible. */
    reveal(element) {
      const box = this.box.getBoundingClientRect();
      const own = element.getBoundingClientRect();
      const edge = 24;
      const past = (low, high, start, end) => Math.max(start + edge - low, 0) + Math.min(end - edge - high, 0);
      const dx = past(own.left, own.right, box.left, box.right - this.covered[0]);
      const dy = past(own.top, own.bottom, box.top, box.bottom - this.covered[1]);
      if (dx || dy) this.shift(dx, dy);
    }

    /** Keep some of the drawing in the window, and all of it where it is smaller than the window. */
    clamp() {
      const [w, h] = this.size;
      const keep = (offset, room, length, cover) => {
        const slack = room - length;
        if (slack >= 0 && !cover) return slack / 2;
        return Math.min(Math.max(offset, Math.min(slack, 0) - cover - 40), Math.max(slack, 0) + 40);
      };
      this.x = keep(this.x, w, this.width * this.k, this.covered[0]);
      this.y = keep(this.y, h, this.height * this.k, this.covered[1]);
    }

    apply() {
      this.svg.style.transformOrigin = "0 0";
      this.svg.style.transform = `translate(${this.x}px, ${this.y}px) scale(${this.k})`;
      this.box.style.setProperty("--k", this.k);
      this.box.classList.toggle("is-far", this.k < FAR);
    }

    resized() {
      const [w, h] = this.size;
      if (!w || !h || (this.seen?.[0] === w && this.seen?.[1] === h)) return;
      const held = this.seen && !this.home
        ? [(this.seen[0] / 2 - this.x) / this.k, (this.seen[1] / 2 - this.y) / this.k] : null;
      if (this.seen?.[0] !== w) this.grow();
      this.seen = [w, h];
      if (held) this.center(held[0], held[1]); else if (this.begun) this.start(this.begun);
    }

    rest() {
      this.box.classList.add("is-moving");
      clearTimeout(this.timer);
      this.timer = setTimeout(() => { this.box.classList.remove("is-moving"); this.settled(); }, 160);
    }

    wheel(event) {
      const factor = Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016));
      if (factor < 1 && this.k <= this.least * 1.001) return; // nothing left to zoom out: let the page scroll
      event.preventDefault();
      const box = this.box.getBoundingClientRect();
      this.zoom(factor, [event.clientX - box.left, event.clientY - box.top]);
    }

    press(event) {
      if (event.button !== 0) return;
      if (!this.pointers.size) this.moved = false;
      this.pointers.set(event.pointerId, [event.clientX, event.clientY]);
    }

    move(event) {
      const before = this.pointers.get(event.pointerId);
      if (!before) return;
      const now = [event.clientX, event.clientY];
      const travelled = Math.hypot(now[0] - before[0], now[1] - before[1]);
      if (!this.moved && travelled < 4) return; // a click may tremble
      if (!this.moved) { this.moved = true; this.box.setPointerCapture(event.pointerId); }
      if (this.pointers.size === 2) {
        const other = [...this.pointers].find(([id]) => id !== event.pointerId)[1];
        const box = this.box.getBoundingClientRect();
        const span = (point) => Math.hypot(point[0] - other[0], point[1] - other[1]) || 1;
        this.zoom(span(now) / span(before), [(now[0] + other[0]) / 2 - box.left, (now[1] + other[1]) / 2 - box.top]);
        this.pan((now[0] - before[0]) / 2, (now[1] - before[1]) / 2);
      } else {
        this.pan(now[0] - before[0], now[1] - before[1]);
      }
      this.pointers.set(event.pointerId, now);
    }

    release(event) {
      this.pointers.delete(event.pointerId);
      if (this.moved && !this.pointers.size) setTimeout(() => { this.moved = false; });
    }
  }

  window.Lineage = Object.assign(window.Lineage ?? {}, { View });
})();
