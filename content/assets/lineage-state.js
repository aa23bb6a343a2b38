/* The address is the view: one table of keys reads and writes it. Classic script, shared through window.Lineage. */
(() => {
  "use strict";
  const ID = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;
  const list = (text) => text.split(",").filter((word) => ID.test(word));
  const year = (text) => (/^\d{4}$/.test(text) ? Number(text) : undefined);
  const model = (text) => (ID.test(text) ? text : undefined);
  // A pan and zoom as "scale,x,y": the point of the drawing in the middle of the window.
  const view = (text) => {
    const numbers = text.split(",").map(Number);
    return numbers.length === 3 && numbers.every(Number.isFinite) ? numbers : undefined;
  };
  const GROUPS = { open: ["open-source", "open-weights", "restricted-weights"], closed: ["api", "unreleased"] };
  const classes = (text) => [...new Set(list(text).flatMap((word) => GROUPS[word] ?? word))];
  const joined = (values) => values.join(",");
  const rounded = (numbers) => numbers.map((number) => Math.round(number * 100) / 100).join(",");

  /* key in the address, key in the state, from text, to text, default. */
  const KEYS = [
    ["openness", "openness", classes, joined, () => []],
    ["org", "organization", list, joined, () => []],
    ["branch", "architecture", list, joined, () => []],
    ["from", "from", year, String, () => null],
    ["to", "to", year, String, () => null],
    ["model", "model", model, String, () => null],
    ["view", "view", view, rounded, () => null],
  ];

  /** The state that an address stands for; whatever is mangled falls back to its default. */
  function read(search) {
    const query = new URLSearchParams(search);
    const state = {};
    for (const [key, name, parse, , initial] of KEYS) {
      const text = query.get(key);
      state[name] = (text === null || text.length > 4000 ? undefined : parse(text)) ?? initial();
    }
    return state;
  }

  /** The shortest address of a state: what is at its default is left out. */
  function write(state) {
    const parts = [];
    for (const [key, name, , format] of KEYS) {
      const value = state[name];
      if (value === null || (Array.isArray(value) && !value.length)) continue;
      parts.push(`${key}=${encodeURIComponent(format(value)).replace(/%2C/g, ",")}`);
    }
    return parts.length ? `?${parts.join("&")}` : "";
  }

  window.Lineage = Object.assign(window.Lineage ?? {}, { read, write });
})();
