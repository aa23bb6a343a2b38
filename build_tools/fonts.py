"""Measure text in the font that the site serves."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

__all__ = ["Measure", "measurer"]

Measure = Callable[[str, float], float]

FOLDER = Path(__file__).resolve().parent.parent / "content" / "assets" / "fonts"


@cache
def measurer(weight: int = 600) -> Measure:
    """A function from (text, font size in pixels) to width in pixels.

    Advance widths of Inter; a character that the font lacks falls back to the reader's own
    fonts and is taken as one em wide if East Asian wide, else as 0.62 em.
    """
    font = TTFont(FOLDER / f"inter-latin-{weight}-normal.woff2")
    units, glyphs, advances = font["head"].unitsPerEm, font.getBestCmap(), font["hmtx"]
    widths = {chr(code): advances[name][0] / units for code, name in glyphs.items()}

    def measure(text: str, size: float) -> float:
        return size * sum(widths.get(char) or (1.0 if unicodedata.east_asian_width(char) in "WF" else 0.62)
                          for char in text)

    return measure
