/* In narrow windows, the dots of models without a name: one shape for all of a kind, since thousands of dots are too many for one frame. */
(() => {
  "use strict";
  // Half a dot, by branch, as steps from its middle.
  const SPECKS = {
    "encoder-only": "m-1.8-1.8h3.6v3.6h-3.6z", "encoder-decoder": "m0-2.5 2.5 2.5-2.5 2.5-2.5-2.5z", "decoder-only": "m-2-.8 1.2-1.2h1.6l1.2 1.2v1.6l-1.2 1.2h-1.6l-1.2-1.2z",
    "pre-transformer": "m0-2.4 2.3 4.2h-4.6z", other: "m-1.1-2.1h2.2l1.2 2.1-1.2 2.1h-2.2l-1.2-2.1z",
  };

  class Dust {
    /* svg: the drawing; nodes: its models. */
    constructor(svg, nodes) {
      this.nodes = nodes;
      svg.querySelector(".dust")?.remove();   // of an element that stood in the page before
      this.box = document.createElementNS(svg.namespaceURI, "g");
      this.box.setAttribute("class", "dust");
      this.box.setAttribute("aria-hidden", "true");
      svg.querySelector(".models").before(this.box);
      this.steps = nodes.map((node) => SPECKS[node.dataset.architecture] ?? SPECKS["decoder-only"]);
      this.looks = nodes.map((node) => `${node.dataset.architecture} ${node.dataset.openness}`);
      this.shapes = new Map();   // by look: the path, and what it draws now and next
    }

    /** Draw the specks of these models, and no others. px, py: of all models; context: 1 for each that is drawn faintly; painted: whether by a facet. */
    draw(places, px, py, context, painted) {
      for (const shape of this.shapes.values()) shape.next = "";
      for (const place of places) {
        let look = this.looks[place];
        if (context[place]) look += " is-context";
        if (painted) { const { hue = "", step = "" } = this.nodes[place].dataset; look += ` ${hue}/${step}`; }
        let shape = this.shapes.get(look);
        if (!shape) this.shapes.set(look, shape = { path: this.shape(place, context[place]), drawn: "", next: "" });
        shape.next += `M${px[place]} ${py[place]}${this.steps[place]}`;
      }
      for (const shape of this.shapes.values()) if (shape.drawn !== shape.next) shape.path.setAttribute("d", shape.drawn = shape.next);
    }

    /** A shape for all that look like a model. */
    shape(place, faint) {
      const { putSvg } = window.Lineage;
      const { architecture, openness, hue, step } = this.nodes[place].dataset;
      const group = putSvg("g", { class: `model${faint ? " is-context" : ""}`, "data-architecture": architecture, "data-openness": openness }, this.box);
      if (hue) group.dataset.hue = hue;
      if (step) group.dataset.step = step;
      return putSvg("path", { class: "dot" }, group);
    }
  }

  window.Lineage = Object.assign(window.Lineage ?? {}, { Dust });
})();
