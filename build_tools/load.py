"""Read lineage/ into records, remembering where each came from."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from build_tools.facts import Record
from build_tools.graph import Lineage
from build_tools.problems import At, Problem
from build_tools.records import KINDS
from build_tools.yaml_tree import Place, Tree, read_yaml

__all__ = ["load", "load_texts"]

def load(folder: Path) -> tuple[Lineage, tuple[Problem, ...]]:
    """Read every data file of ``folder``.

    Returns the lineage of all well-formed entries, and every fault of form in every file.
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for kind in KINDS:
        path = folder / f"{kind}.yaml"
        try:
            texts[kind] = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem(At(f"{folder.name}/{kind}.yaml", 1), "file", f"cannot be read: {error}",
                                    "restore the file, as UTF-8 text", "file"))
    lineage, faults = load_texts(texts, folder.name)
    return lineage, (*problems, *faults)


def load_texts(texts: Mapping[str, str], folder: str = "lineage") -> tuple[Lineage, tuple[Problem, ...]]:
    """As `load`, from the files' contents by kind."""
    problems: list[Problem] = []
    records: dict[str, tuple[Any, ...]] = {kind: () for kind in KINDS}
    places: dict[Place, At] = {}
    unread = {(kind, "*") for kind in KINDS if kind not in texts}
    for kind, text in texts.items():
        file = f"{folder}/{kind}.yaml"
        tree = read_yaml(text, file)
        problems += tree.problems
        records[kind], faults = _entries(kind, file, tree, places, unread)
        problems += faults
    return Lineage(**records, places=MappingProxyType(places), unread=frozenset(unread)), tuple(problems)


def _entries(kind: str, file: str, tree: Tree, places: dict[Place, At],
             unread: set[tuple[str, str]]) -> tuple[tuple[Any, ...], list[Problem]]:
    if not tree.complete:
        unread.add((kind, "*"))
    if tree.value is None:
        return (), []
    if not isinstance(tree.value, list):
        unread.add((kind, "*"))
        return (), [Problem(At(file, 1), "file", f"should be a list of {kind}",
                            "start each entry with `- id: …` at the left margin", "form")]
    found, problems = [], []
    first_line: dict[str, int] = {}
    for index, entry in enumerate(tree.value):
        line = tree.lines[(index,)]
        name = entry.get("id") if isinstance(entry, dict) else None
        about = name if isinstance(name, str) else f"entry {index + 1}"
        taken = about in first_line
        if taken:
            problems.append(Problem(At(file, line), about, f"this id is taken (line {first_line[about]})",
                                    "give the new entry an id of its own, or join the two entries", "unique-id"))
        first_line.setdefault(about, line)
        if not tree.complete and index == len(tree.value) - 1:
            continue                                   # cut short: what it lacks is no fault of its own
        try:
            record = KINDS[kind].model_validate(entry)
        except ValidationError as error:
            problems += [_fault(file, about, index, fault, tree, KINDS[kind]) for fault in _innermost(error.errors())]
            unread.add((kind, about))
            continue
        if not taken:
            found.append(record)
    own = {index: entry["id"] for index, entry in enumerate(tree.value)
           if isinstance(entry, dict) and isinstance(entry.get("id"), str)}
    for place, line in tree.lines.items():
        if place and place[0] in own:
            places.setdefault((kind, own[place[0]], *place[1:]), At(file, line))  # the first entry of an id keeps its lines
    return tuple(found), problems


def _innermost(faults: Sequence[Any]) -> list[Any]:
    """Faults without those of places that hold a faulty place: a list is not short because its item is wrong."""
    places = {fault["loc"][:length] for fault in faults for length in range(len(fault["loc"]))}
    return [fault for fault in faults if fault["loc"] not in places]


def _fault(file: str, about: str, index: int, fault: Any, tree: Tree, record: type[Record]) -> Problem:
    """Put one of pydantic's errors into words, with the line of the place it speaks of."""
    location = tuple(part for part in fault["loc"])
    place: Place = (index, *location)
    while place not in tree.lines and len(place) > 1:
        place = place[:-1]
    where = ".".join(str(part) for part in location) or "entry"
    message, remedy = _words(fault, where, location, record)
    return Problem(At(file, tree.lines.get(place, 1)), about, message, remedy, "form")


def _words(fault: Any, where: str, location: Place, record: type[Record]) -> tuple[str, str]:
    kind, context, given = fault["type"], fault.get("ctx") or {}, fault.get("input")
    if kind == "extra_forbidden":
        allowed = _keys(record, location[:-1])
        near = difflib.get_close_matches(str(location[-1]), allowed, n=1)
        return (f"unknown key {where!r}",
                f"did you mean {near[0]!r}?" if near else "use one of: " + ", ".join(allowed))
    if kind == "missing":
        return f"{where} is missing", f"add `{location[-1]}:`" + (
            "; every fact names the source it was read in" if location[-1] == "source" else "")
    if kind == "enum":
        return f"{where}: {given!r} is not allowed", f"use one of {context['expected']}"
    if kind == "string_pattern_mismatch":
        return (f"{where}: {given!r} is not a well-formed id or code",
                "use lower-case letters, digits, hyphens and dots (kebab-case); countries and badges as CONTRIBUTING.md says")
    if kind in ("string_type", "tuple_type", "model_type", "bool_type", "model_attributes_type"):
        wanted = {"string_type": "text in quotes", "tuple_type": "a list, [a, b] or one `- ` line an item",
                  "bool_type": "true or false"}.get(kind, "a mapping, {key: value, …}")
        return f"{where}: {_short(given)} has the wrong type", f"write {wanted}"
    told = fault["msg"][:1].lower() + fault["msg"][1:]
    found = "" if repr(given) in told else f" (found {_short(given)})"
    return f"{where}: {told}{found}", "correct the value; CONTRIBUTING.md shows each key"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _keys(record: type[Record], location: Place) -> list[str]:
    """The keys allowed at a place inside a record, found by walking the fields' types."""
    from typing import get_args
    current: Any = record
    for part in location:
        if isinstance(part, int):
            continue
        annotation = current.model_fields[part].annotation if part in getattr(current, "model_fields", {}) else None
        nested = [kind for kind in (annotation, *get_args(annotation))
                  if isinstance(kind, type) and issubclass(kind, Record)]
        if not nested:
            return []
        current = nested[0]
    return sorted(current.model_fields)
