"""The one Jinja environment: everything is escaped, a missing value is an error."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

__all__ = ["environment"]


def number(value: float) -> str:
    """A length for SVG: at most one decimal, no trailing zero, no minus zero."""
    text = f"{value:.1f}"
    text = text[:-2] if text.endswith(".0") else text
    return "0" if text == "-0" else text


@cache
def environment() -> Environment:
    """Templates of ``build_tools/templates/``; filter ``n`` writes a length."""
    found = Environment(loader=FileSystemLoader(Path(__file__).resolve().parent.parent / "templates"),
                        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
                        keep_trailing_newline=True)
    found.filters["n"] = number
    return found
