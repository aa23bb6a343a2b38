/* Sorts and filters a table that is complete without it; the view is in the address. */
(() => {
  "use strict";
  const COLLATE = new Intl.Collator("en", {numeric: true, sensitivity: "base"});
  const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  class SortableTable extends HTMLElement {
    #listening = null;
    #buttons = [];

    connectedCallback() {
      this.#listening = new AbortController();
      const {signal} = this.#listening;
      this.rows = [...this.querySelectorAll("tbody tr")];
      this.original ??= [...this.rows];
      this.controls = this.querySelector(".models-table__controls");
      this.fields = [...this.controls.querySelectorAll("input, select")];
      this.keys = [...this.querySelectorAll("th[data-sort]")];
      this.texts = new Map(this.original.map((row) => [row, plain(`${row.textContent} ${row.dataset.also}`)]));
      this.keys.forEach((head) => this.#addButton(head, signal));
      this.controls.hidden = false;
      this.controls.addEventListener("input", () => this.#changed(), {signal});
      this.querySelector(".models-table__none button").addEventListener("click", () => this.#clear(), {signal});
      window.addEventListener("popstate", () => this.#read(), {signal});
      this.#read();
    }

    disconnectedCallback() {
      this.#listening.abort();
      for (const button of this.#buttons) button.replaceWith(...button.childNodes);
      this.#buttons = [];
      this.controls.hidden = true;
    }

    #addButton(head, signal) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "models-table__sort";
      button.append(...head.childNodes);
      head.append(button);
      this.#buttons.push(button);
      button.addEventListener("click", () => {
        const first = head.dataset.first ?? "ascending";
        const other = first === "ascending" ? "descending" : "ascending";
        this.sort = {key: head.dataset.sort, order: head.ariaSort === first ? other : first};
        this.#show();
        this.#write();
      }, {signal});
    }

    #changed() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => { if (this.isConnected) { this.#show(); this.#write(); } }, 120);
    }

    #clear() {
      for (const field of this.fields) field.value = "";
      this.#show();
      this.#write();
      this.fields[0].focus();
    }

    #read() {
      const query = new URLSearchParams(location.search);
      for (const field of this.fields) {
        const value = (query.get(field.name) ?? "").slice(0, 200);
        field.value = value;
        if (field.value !== value) field.value = "";
      }
      const [key, order] = (query.get("sort") ?? "").split(".");
      const known = this.keys.some((head) => head.dataset.sort === key) && ["ascending", "descending"].includes(order);
      this.sort = known ? {key, order} : null;
      this.#show();
    }

    #write() {
      const query = new URLSearchParams(location.search);
      for (const field of this.fields) query.set(field.name, field.value.trim());
      query.set("sort", this.sort ? `${this.sort.key}.${this.sort.order}` : "");
      for (const [key, value] of [...query]) if (!value) query.delete(key);
      const text = query.toString();
      history.replaceState(history.state, "", location.pathname + (text ? `?${text}` : "") + location.hash);
    }

    #show() {
      this.#order();
      const {find = "", ...choices} = Object.fromEntries(this.fields.map((field) => [field.name, field.value]));
      const words = plain(find).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of this.original) {
        const fits = words.every((word) => this.texts.get(row).includes(word))
          && Object.entries(choices).every(([name, value]) => !value || row.dataset[name].split(" ").includes(value));
        row.hidden = !fits;
        shown += fits;
      }
      const all = this.original.length;
      this.querySelector("output").textContent = shown === all ? `${all} models` : `${shown} of ${all} models`;
      this.querySelector(".models-table__none").hidden = shown > 0;
    }

    #order() {
      const rows = [...this.original];
      const column = this.sort ? this.keys.findIndex((head) => head.dataset.sort === this.sort.key) : -1;
      if (column >= 0) {
        const numeric = "numeric" in this.keys[column].dataset;
        const sign = this.sort.order === "ascending" ? 1 : -1;
        const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
        const values = new Map(rows.map((row) => [row, value(row)]));
        const compare = numeric ? (a, b) => a - b : COLLATE.compare;
        rows.sort((a, b) => sign * compare(values.get(a), values.get(b)));
      }
      this.keys.forEach((head, index) => head.setAttribute("aria-sort", index === column ? this.sort.order : "none"));
      this.querySelector("tbody").append(...rows);
    }
  }
  if (!customElements.get("sortable-table")) customElements.define("sortable-table", SortableTable);
})();
