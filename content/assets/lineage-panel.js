/* The panel beside the tree and the search above it; both get their words from the page's own data. */
(() => {
  "use strict";

  /** Write a model's facts into the panel's places. `all`: every model by id. */
  function fillPanel(panel, model, all) {
    const put = (name, text) => {
      const place = panel.querySelector(`[data-slot=${name}]`);
      place.textContent = text ?? "";
      const row = place.closest("[data-row]");
      if (row) row.hidden = !text;
    };
    for (const name of ["name", "summary", "date", "organizations", "branch", "openness", "license", "sizes"]) put(name, model[name]);
    panel.querySelector("[data-slot=page]").setAttribute("href", model.url);
    const children = [...all.values()].flatMap((other) => other.parents
      .filter((link) => link.id === model.id).map((link) => ({ ...link, id: other.id, relation: link.down })));
    list(panel.querySelector("[data-slot=parents]"), model.parents, all);
    list(panel.querySelector("[data-slot=children]"), children, all);
    panel.scrollTop = 0;
  }

  function list(place, links, all) {
    place.replaceChildren(...links.map((link) => {
      const item = document.createElement("li");
      const anchor = document.createElement("a");
      anchor.href = `?model=${encodeURIComponent(link.id)}`;
      anchor.dataset.open = link.id;
      anchor.textContent = all.get(link.id)?.name ?? link.id;
      const note = document.createElement("span");
      note.className = "tree__how";
      note.textContent = `${link.relation}${link.grade === "stated" ? "" : `, ${link.grade}`}`;
      item.append(anchor, " ", note);
      return item;
    }));
    place.closest("[data-row]").hidden = !links.length;
  }

  const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}+]+/gu, "");

  /** Models whose name or another name holds the text, the best match first. */
  function find(models, text, most = 8) {
    const wanted = plain(text);
    if (!wanted) return [];
    const found = [];
    for (const model of models) {
      let best = Infinity;
      let says = "";
      for (const name of [model.name, ...model.aliases]) {
        const at = plain(name).indexOf(wanted);
        const score = at < 0 ? Infinity : (plain(name) === wanted ? 0 : at === 0 ? 1 : 2) + (name === model.name ? 0 : 0.5);
        if (score < best) { best = score; says = name; }
      }
      if (best < Infinity) found.push({ model, says, best });
    }
    return found.sort((a, b) => a.best - b.best || a.model.name.length - b.model.name.length).slice(0, most);
  }

  /** Combobox with suggestions (WAI-ARIA Authoring Practices, list autocomplete). */
  function search(tree, signal) {
    const input = tree.querySelector("[role=combobox]");
    const box = tree.querySelector("[role=listbox]");
    let found = [];
    let at = -1;
    const draw = () => {
      box.replaceChildren(...found.map((hit, index) => {
        const option = document.createElement("li");
        option.id = `tree-option-${index}`;
        option.role = "option";
        option.dataset.index = index;
        option.setAttribute("aria-selected", String(index === at));
        option.textContent = hit.model.name;
        const note = document.createElement("span");
        note.textContent = hit.says === hit.model.name ? hit.model.date : hit.says;
        option.append(" ", note);
        return option;
      }));
      const open = found.length > 0;
      box.hidden = !open;
      input.setAttribute("aria-expanded", String(open));
      if (at >= 0) input.setAttribute("aria-activedescendant", `tree-option-${at}`);
      else input.removeAttribute("aria-activedescendant");
    };
    const close = () => { found = []; at = -1; draw(); };
    const pick = (hit) => {
      input.value = hit.model.name;
      close();
      tree.go({ model: hit.model.id });
      tree.seek(hit.model.id);
    };
    const hear = (target, name, run) => target.addEventListener(name, run, { signal });
    hear(input, "input", () => { found = find(tree.data.values(), input.value); at = -1; draw(); });
    hear(input, "keydown", (event) => {
      event.stopPropagation();
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!found.length) return;
        event.preventDefault();
        at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
        draw();
      } else if (event.key === "Enter" && found.length) { event.preventDefault(); pick(found[Math.max(at, 0)]); }
      else if (event.key === "Escape") { if (found.length) close(); else input.value = ""; }
    });
    hear(input, "blur", () => setTimeout(close, 150));
    hear(box, "pointerdown", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) { event.preventDefault(); pick(found[Number(option.dataset.index)]); }
    });
  }

  window.Lineage = Object.assign(window.Lineage ?? {}, { fillPanel, find, search });
})();
