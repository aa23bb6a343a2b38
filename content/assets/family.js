/* Where the family figure is wider than its box, begin with the model itself in the middle. */
(() => {
  "use strict";
  for (const box of document.querySelectorAll(".family__box")) {
    const own = box.querySelector(".node--self").getBoundingClientRect();
    const seen = box.getBoundingClientRect();
    box.scrollLeft += (own.left + own.right - seen.left - seen.right) / 2;
  }
})();
