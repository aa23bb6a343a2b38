"""The pictures that link previews and home screens show: assets/og.png and assets/favicon.png."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator

from PIL import Image, ImageDraw, ImageFont

from build_tools.artifacts import Artifact
from build_tools.fonts import FOLDER
from build_tools.graph import Lineage

FINER = 4  # drawn so many times larger, then scaled down for smooth edges
PAPER, INK, SOFT = "#fffdf8", "#1b1b1f", "#5a554c"
TRUNK, PINK, GREEN, BLUE = "#6d655a", "#b2346f", "#21734a", "#2a62ad"
# Our mark on a 24 by 24 grid: limbs as cubic curves from the trunk, each with its leaf.
LIMBS = ((PINK, ((12, 17), (12, 12), (5, 13), (5, 7)), (5, 5.5)),
         (BLUE, ((12, 18), (12, 12), (19, 14), (19, 8)), (19, 6.5)),
         (GREEN, ((12, 16), (12, 12), (12, 8), (12, 5)), (12, 3.4)),
         (TRUNK, ((12, 23), (12, 20), (12, 17), (12, 14)), None))


def exports(lineage: Lineage) -> Iterator[Artifact]:
    """Two PNG files."""
    yield Artifact("assets/og.png", _png(_preview(lineage)))
    yield Artifact("assets/favicon.png", _png(_icon(96)))


def _preview(lineage: Lineage) -> Image.Image:
    """1200 by 630 pixels: the name, what it is, how much it holds, and our mark."""
    picture = Image.new("RGB", (1200 * FINER, 630 * FINER), PAPER)
    draw = ImageDraw.Draw(picture)
    _mark(draw, left=770, top=105, size=420)
    _text(draw, (80, 170), "LLM Lineage", 84, INK, 600)
    _text(draw, (84, 300), "Where does this language", 40, INK, 400)
    _text(draw, (84, 352), "model come from?", 40, INK, 400)
    amount = f"{len(lineage.models)} models, {len(lineage.edges)} parent links,"
    _text(draw, (84, 452), amount, 28, SOFT, 400)
    _text(draw, (84, 490), "every fact with its source", 28, SOFT, 400)
    return picture.resize((1200, 630), Image.Resampling.LANCZOS).quantize(128)


def _icon(size: int) -> Image.Image:
    picture = Image.new("RGBA", (size * FINER, size * FINER), (0, 0, 0, 0))
    _mark(ImageDraw.Draw(picture), left=0, top=0, size=size)
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def _mark(draw: ImageDraw.ImageDraw, left: float, top: float, size: float) -> None:
    unit = size / 24 * FINER

    def place(point: tuple[float, float]) -> tuple[float, float]:
        return left * FINER + point[0] * unit, top * FINER + point[1] * unit

    for color, curve, leaf in LIMBS:
        for step in range(201):
            _disc(draw, place(_bezier(curve, step / 200)), 1.2 * unit, color)
        if leaf:
            _disc(draw, place(leaf), 2.6 * unit, color)


def _bezier(points: tuple[tuple[float, float], ...], at: float) -> tuple[float, float]:
    """A point of a cubic curve."""
    weights = [math.comb(3, index) * at**index * (1 - at)**(3 - index) for index in range(4)]
    return tuple(sum(weight * point[axis] for weight, point in zip(weights, points)) for axis in (0, 1))


def _disc(draw: ImageDraw.ImageDraw, middle: tuple[float, float], radius: float, color: str) -> None:
    x, y = middle
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=color)


def _text(draw: ImageDraw.ImageDraw, place: tuple[int, int], text: str, size: int, color: str, weight: int) -> None:
    font = ImageFont.truetype(FOLDER / f"inter-latin-{weight}-normal.woff2", size * FINER,
                              layout_engine=ImageFont.Layout.BASIC)
    draw.text((place[0] * FINER, place[1] * FINER), text, fill=color, font=font)


def _png(picture: Image.Image) -> bytes:
    data = io.BytesIO()
    picture.save(data, "PNG", optimize=True)
    return data.getvalue()
