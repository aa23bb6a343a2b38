"""What is wrong with an entry, where it stands and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["At", "Problem", "report"]


class At(NamedTuple):
    """A place in a data file; lines count from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in the data, ready to be printed."""

    at: At
    about: str
    message: str
    remedy: str
    rule: str

    def __str__(self) -> str:
        about, message, remedy = map(_printable, (self.about, self.message, self.remedy))
        return f"{self.at}: {about}: {message}  [{self.rule}]\n    mend: {remedy}"


def _printable(text: str) -> str:
    """The text with escapes for what would steer a terminal or hide: data under suspicion is printed here."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


def report(problems: Iterable[Problem]) -> str:
    """Every problem in the order of the files, one after the other, with a closing count."""
    ordered = sorted(set(problems), key=lambda problem: (problem.at, problem.rule, problem.message))
    if not ordered:
        return ""
    count = f"{len(ordered)} problem{'s' if len(ordered) > 1 else ''}"
    return "\n".join([*map(str, ordered), f"{count} found; nothing was built."])
