"""One module for each format that other programs read: `exports(lineage)` gives its files."""
