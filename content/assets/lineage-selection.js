/* Which models a state keeps, and how many each further choice would keep: pure functions over the shared data's columns. */
(() => {
  "use strict";
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  let ready = null;

  /** The shared data with what is looked up often: `index` from id to place, `of` always lists, `month` counted from year 0. */
  function data() {
    if (ready) return ready;
    const raw = window.LineageData;
    const facets = raw.facets.map((facet) => ({
      ...facet, of: facet.of.map((value) => (Array.isArray(value) ? value : [value])),
      number: new Map(facet.values.map((value, place) => [value, place])),
    }));
    ready = {
      ...raw, facets, count: raw.id.length, index: new Map(raw.id.map((id, place) => [id, place])),
      facet: new Map(facets.map((facet) => [facet.name, facet])),
      year: raw.day.map((day) => Number(day.slice(0, 4))),
      month: raw.day.map((day) => 12 * Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) || 7) - 1),
      parent: raw.parents.map((links) => (links.length ? links[0][0] : -1)),
    };
    ready.greats = new Set(raw.great);
    ready.byRank = [...raw.id.keys()].sort((a, b) => raw.rank[a] - raw.rank[b]);
    ready.children = raw.id.map(() => []);
    ready.parent.forEach((up, place) => { if (up >= 0) ready.children[up].push(place); });
    return ready;
  }

  const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}+]+/gu, "");
  const words = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  /** What a search by words looks through: name, makers, date, branch and openness; with `LineageWords` other names and license too. */
  function textOf(all, place) {
    if (all.worded !== window.LineageWords) { all.text = []; all.worded = window.LineageWords; }
    all.text ??= [];
    const labels = (name) => { const facet = all.facet.get(name); return facet.of[place].map((value) => facet.labels[value]); };
    all.text[place] ??= words([all.name[place], ...labels("organization"), day(all.day[place]), ...labels("architecture"), ...labels("openness"),
      ...(all.worded ? [...all.worded.aliases[place], all.worded.license[place]] : [])].join(" "));
    return all.text[place];
  }
  const monthOf = (text) => 12 * Number(text.slice(0, 4)) + Number(text.slice(5, 7)) - 1;

  /** Tests beyond the facets, as functions from a model's place to whether it stays. */
  function further(all, state) {
    const tests = [];
    if (state.from) tests.push((place) => all.year[place] >= state.from);
    if (state.to) tests.push((place) => all.year[place] <= state.to);
    if (state.time) { const until = monthOf(state.time); tests.push((place) => all.month[place] <= until); }
    if (state.as === "figure1" && window.LineageSurvey) tests.push((place) => all.id[place] in window.LineageSurvey.models);
    if (state.find) { const wanted = words(state.find).split(" ").filter(Boolean); tests.push((place) => wanted.every((word) => textOf(all, place).includes(word))); }
    return tests;
  }

  /**
   * kept: 1 for each model that passes; alive: kept or an ancestor of a kept one in the tree; count: of the kept.
   * counts: by facet, how many would stay under each value, given all other choices.
   */
  function select(state) {
    const all = data();
    const n = all.count;
    const tests = further(all, state);
    const wanted = all.facets.map((facet) => {
      if (!state[facet.name].length) return null;
      const chosen = new Uint8Array(facet.values.length);
      for (const value of state[facet.name]) if (facet.number.has(value)) chosen[facet.number.get(value)] = 1;
      return chosen;
    });
    const kept = new Uint8Array(n);
    const alive = new Uint8Array(n);
    const counts = all.facets.map((facet) => new Int32Array(facet.values.length));
    let count = 0;
    for (let place = 0; place < n; place += 1) {
      if (tests.some((test) => !test(place))) continue;
      let failed = 0;
      let only = -1;
      for (let f = 0; f < wanted.length && failed < 2; f += 1) {
        if (wanted[f] && !all.facets[f].of[place].some((value) => wanted[f][value])) { failed += 1; only = f; }
      }
      if (failed > 1) continue;
      if (failed) { for (const value of all.facets[only].of[place]) counts[only][value] += 1; continue; }
      for (let f = 0; f < counts.length; f += 1) {
        const values = all.facets[f].of[place];
        for (let at = 0; at < values.length; at += 1) counts[f][values[at]] += 1;
      }
      kept[place] = 1;
      count += 1;
      for (let up = place; up >= 0 && !alive[up]; up = all.parent[up]) alive[up] = 1;
    }
    return { state, kept, alive, count, counts, data: all };
  }

  const either = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`);
  const low = (word) => word.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());

  /** The selection in words: "42 of 412 models: open, by Meta or Google, 2019–2023"; `kin`: whether the view shows ancestors too. */
  function sentence(selection, kin) {
    const { state, data: all } = selection;
    const words = (name) => state[name].map((value) => { const facet = all.facet.get(name); return facet.labels[facet.number.get(value)] ?? value; });
    const group = Object.keys(window.Lineage.GROUPS).find((key) => window.Lineage.sameSet(window.Lineage.GROUPS[key], state.openness));
    const says = [];
    const say = (name, form) => { if (state[name].length) says.push(form(words(name))); };
    if (state.as === "figure1") says.push("as the survey's Figure 1 drew them");
    if (group) says.push(group); else say("openness", (found) => either(found.map(low)));
    say("organization", (found) => `by ${either(found)}`);
    say("country", (found) => `from ${either(found)}`);
    say("architecture", (found) => either(found.map(low)));
    say("size", (found) => either(found.map((word) => (word === "unknown" ? "size unknown" : word))));
    say("license", (found) => `license: ${either(found.map(low))}`);
    say("technique", (found) => `technique: ${either(found)}`);
    say("relation", (found) => `parent link: ${either(found)}`);
    if (state.from && state.to) says.push(state.from === state.to ? String(state.from) : `${state.from}–${state.to}`);
    else if (state.from) says.push(`since ${state.from}`);
    else if (state.to) says.push(`until ${state.to}`);
    if (state.time) says.push(`as of ${MONTHS[Number(state.time.slice(5)) - 1]} ${state.time.slice(0, 4)}`);
    if (state.find) says.push(`matching “${state.find}”`);
    const told = says.filter(Boolean).join(", ");
    const more = kin && state.kin && selection.count < all.count ? " and their ancestors" : "";
    return `${selection.count} of ${all.count} models${more}${told ? `: ${told}` : ""}`;
  }

  /** A date of the data in words. */
  const day = (text) => {
    const [y, m, d] = text.split("-");
    return d ? `${MONTHS[m - 1]} ${Number(d)}, ${y}` : m ? `${MONTHS[m - 1]} ${y}` : y;
  };
  /** A count for small places: 110M. */
  const brief = (value) => {
    for (const [unit, letter] of [[1e12, "T"], [1e9, "B"], [1e6, "M"], [1e3, "K"]]) if (value >= unit) return `${Number((value / unit).toPrecision(3))}${letter}`;
    return String(value);
  };
  /** A file of ours that is asked for when it is needed first, as a script, so that it also works from a file. */
  const loading = new Map();
  function load(host, name) {
    if (!loading.has(name)) {
      loading.set(name, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = `${host.dataset.assets}${name}`;
        script.onload = done;
        script.onerror = () => { loading.delete(name); failed(new Error(`${name} could not be loaded`)); };
        document.head.append(script);
      }));
    }
    return loading.get(name);
  }

  window.Lineage = Object.assign(window.Lineage ?? {}, { data, select, sentence, plainText: plain, lowerText: words, dayInWords: day, brief, loadScript: load, MONTHS });
})();
