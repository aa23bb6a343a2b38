"""One module for each kind of page: `pages(lineage)` gives its files, `inserts(lineage)` its pieces for content/."""
