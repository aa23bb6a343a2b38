/* Where an arrow key leads in the tree: up to a child, down to the parent, sideways to a sibling. */
(() => {
  "use strict";

  /**
   * The model that a key leads to from another; null for a key that means nothing here.
   * tree: node, line (parent by child), offspring (children by parent), spot ([x, y] by id) and nodes in reading order.
   * Models that a filter has taken out are passed over.
   */
  function walk(tree, id, key) {
    const kept = (one) => !tree.node.get(one).hasAttribute("data-filtered");
    const above = (one) => tree.offspring.get(one).flatMap((child) => (kept(child) ? [child] : above(child)));
    const below = (one) => { let up = tree.line.get(one); while (up && !kept(up)) up = tree.line.get(up); return up; };
    const all = () => tree.nodes.map((node) => node.dataset.id).filter(kept);
    if (key === "ArrowUp") return above(id).find((one) => tree.offspring.get(one).length) ?? above(id)[0] ?? id;
    if (key === "ArrowDown") return below(id) ?? id;
    if (key === "Home") return all().find((one) => !below(one));
    if (key === "End") return all().at(-1);
    if (key !== "ArrowLeft" && key !== "ArrowRight") return null;
    const parent = below(id);
    const row = (parent ? above(parent) : all().filter((one) => !below(one))).sort((a, b) => tree.spot.get(a)[0] - tree.spot.get(b)[0]);
    return row[row.indexOf(id) + (key === "ArrowLeft" ? -1 : 1)] ?? id;
  }

  window.Lineage = Object.assign(window.Lineage ?? {}, { walk });
})();
