/* What the harness asks of our own page, put into it from outside: the page itself is measured as it is served. */
window.bench = (() => {
  const when = (holds) => new Promise((done) => {
    const look = () => (holds() ? done() : setTimeout(look, 4));   // not at every frame: asking for frames would make the browser draw more of them
    look();
  });
  let shown = 0;
  document.addEventListener("animationend", (event) => { shown += event.animationName === "later"; });
  return {
    /** The whole drawing has been read, since something stands behind it, and its parts have come onto the screen. */
    painted: when(() => document.querySelector("lineage-tree svg.lineage")?.parentElement.nextElementSibling
      && document.querySelectorAll("lineage-tree .part").length === shown),
    /** The controls work. */
    ready: when(() => document.querySelector("lineage-tree")?.ready).then(() => {
      document.querySelector("[data-menu=openness]").open = true;   // as a reader has it who chooses there: its counts are part of the work
      return new Promise((done) => setTimeout(done, 50));            // its choices are made once it is open
    }),
    stage: ".tree__view",
    filter(classes) {
      // Open is one press of the group's button; the same button takes the filter out again.
      const open = document.querySelector("lineage-tree [data-group=open]");
      if ((open.getAttribute("aria-pressed") === "true") !== (classes !== null)) open.click();
    },
    zoomIn() { document.querySelector("lineage-tree [data-zoom='1.4']").click(); },
  };
})();
