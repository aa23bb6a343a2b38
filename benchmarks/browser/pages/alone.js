/* Put into a page behind measure.js where nobody drives the browser: the page tries its filter itself and tells the server what it saw. */
(() => {
  const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const tell = (what) => navigator.sendBeacon("/said", JSON.stringify(what));
  document.addEventListener("DOMContentLoaded", async () => {
    try {
      const times = await measure.loaded;
      await rest(ALONE.settled);
      const long = [...measure.long];
      const filters = [];
      for (const change of ALONE.changes) {
        filters.push(await measure.change(() => bench.filter(change)));
        await rest(ALONE.settled);
      }
      tell({ ...times, long, filters, window: [innerWidth, innerHeight] });
    } catch (error) { tell({ error: String(error) }); }
  });
})();
