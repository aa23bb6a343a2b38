"""From positions to SVG text; knows no files."""
