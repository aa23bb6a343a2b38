/* Put into every page before its own scripts: notes long tasks and when the picture is complete, and times filters and frames. */
window.measure = (() => {
  const native = window.requestAnimationFrame.bind(window);
  let [current, begun] = [0, 0];
  window.requestAnimationFrame = (run) => native((time) => { // so that we know when the first work of a frame begins, whose ever it is
    if (time !== current) [current, begun] = [time, performance.now()];
    run(time);
  });
  /** When the frame that is being made, or else the next one, has been handed on by the main thread: milliseconds since navigation. */
  const frame = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel(); // its message waits until the frame is made
    port1.onmessage = () => done(performance.now());
    port2.postMessage(null);
  }));
  const long = [];
  new PerformanceObserver((list) => long.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask", buffered: true });
  const loaded = (async () => {
    const painted = window.bench?.painted?.then(frame);
    if (!window.bench) await new Promise((done) => document.addEventListener("readystatechange", done, { once: true }));
    const ready = await bench.ready.then(frame);
    return { painted: (await painted) ?? ready, ready };
  })();
  loaded.then((times) => console.log(`bench ready ${JSON.stringify(times)}`), (error) => console.log(`bench failed ${error}`));
  let frames = null;
  const note = (time) => { if (frames) { frames.push(time); requestAnimationFrame(note); } };
  return {
    long,
    loaded,
    /** Milliseconds of main thread until the change is on screen: the call, and the making of the next frame. */
    async change(run) {
      await frame();
      await new Promise((done) => setTimeout(done, 30));
      const start = performance.now();
      run();
      const called = performance.now() - start;
      const made = await frame();
      return called + made - begun;
    },
    start() { frames = []; requestAnimationFrame(note); },
    /** Milliseconds between one frame and the next since `start`. */
    stop() {
      const found = frames.slice(1).map((time, index) => time - frames[index]);
      frames = null;
      return found;
    },
    /** The middle of what can be seen of the drawing's window. */
    middle() {
      const box = document.querySelector(bench.stage).getBoundingClientRect();
      return [(Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2];
    },
  };
})();
