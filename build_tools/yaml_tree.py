"""Read YAML as nested lists and texts with line numbers, refusing what YAML silently changes.

PyYAML keeps the last of two equal keys, turns `no` into False and `1.10` into 1.1, and
expands aliases without end. Here every scalar stays the text that was written (only `true`
and `false` become booleans), and the rest is reported with its line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from build_tools.problems import At, Problem

__all__ = ["Place", "Tree", "read_yaml"]

Place = tuple[str | int, ...]

MAX_DEPTH = 20
MISREAD = frozenset("y n yes no on off".split())
BOOLEANS = {"true": True, "false": False}
Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Tree:
    """The values of one file, the line of each place in it, and what was refused.

    `complete` is false where reading stopped: the last entry may then lack its end.
    """

    value: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    complete: bool = True


def read_yaml(text: str, file: str) -> Tree:
    """Parse ``text``; faults become problems, never exceptions."""
    tree = Tree()
    reader = _Reader(file, tree)
    loader = None
    try:
        loader = Parser(text)
        while loader.check_event():
            reader.take(loader.get_event())
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or " ".join(str(error).split())
        tree.problems.append(_problem(file, mark.line + 1 if mark else 1, f"not valid YAML: {what}",
                                      "check indentation, quotes and brackets on this line and the one above", reader.about()))
        tree.complete = False
    except _Refused:
        tree.complete = False
    finally:
        if loader is not None:
            loader.dispose()
    tree.value = reader.root
    return tree


class _Refused(Exception):
    """Reading on would only repeat the fault."""


def _problem(file: str, line: int, message: str, remedy: str, about: str = "file") -> Problem:
    return Problem(At(file, line), about, message, remedy, "yaml")


class _Reader:
    """Builds the tree from parser events; `stack` holds the open lists and mappings."""

    def __init__(self, file: str, tree: Tree):
        self.file, self.tree, self.root = file, tree, None
        self.stack: list[tuple[Any, Place]] = []
        self.key: list[str | None] = []
        self.documents = 0

    def take(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.refuse(line, "a second document starts here", "keep one document in a file; remove the ---")
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self.refuse(line, f"anchors and aliases are not allowed (&{event.anchor})", "write the value out in full")
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            self.open([] if isinstance(event, yaml.SequenceStartEvent) else {}, event, line)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            self.stack.pop()
            self.key.pop()
        elif isinstance(event, yaml.ScalarEvent):
            self.scalar(event, line)

    def refuse(self, line: int, message: str, remedy: str) -> None:
        self.note(line, message, remedy)
        raise _Refused

    def open(self, container: Any, event: yaml.Event, line: int) -> None:
        if event.tag and not event.implicit:
            self.refuse(line, f"the YAML tag {event.tag} is not allowed", "remove the tag")
        if len(self.stack) >= MAX_DEPTH:
            self.refuse(line, f"nested more than {MAX_DEPTH} deep", "write the entry as in CONTRIBUTING.md")
        if self.stack and isinstance(self.stack[-1][0], dict) and self.key[-1] is None:
            self.refuse(line, "a list or mapping cannot be a key", "write the key as a plain word")
        place = self.place_value(container, line)
        self.stack.append((container, place))
        self.key.append(None)

    def scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        plain = not event.style
        text = event.value
        if event.tag and not event.implicit[1] and not event.implicit[0]:
            self.refuse(line, f"the YAML tag {event.tag} is not allowed", "remove the tag")
        if plain and text.lower() in MISREAD:
            self.note(line, f"plain {text!r} means true or false to other YAML readers",
                      f'write "{text}" in quotes, or one of the allowed words')
        if self.stack and isinstance(self.stack[-1][0], dict) and self.key[-1] is None:
            container, place = self.stack[-1]
            if text in container:
                first = self.tree.lines.get((*place, text), line)
                self.note(line, f"the key {text!r} is given twice (first on line {first})", "keep one of the two")
            self.key[-1] = text
            self.tree.lines.setdefault((*place, text), line)
            return
        value: Any = BOOLEANS.get(text, text) if plain else text
        if plain and text in ("", "~", "null"):
            value = None
        self.place_value(value, line)

    def note(self, line: int, message: str, remedy: str) -> None:
        self.tree.problems.append(_problem(self.file, line, message, remedy, self.about()))

    def about(self) -> str:
        """The id of the entry being read, where it is known already."""
        for container, _ in self.stack:
            if isinstance(container, dict) and isinstance(container.get("id"), str):
                return container["id"]
        return "file"

    def place_value(self, value: Any, line: int) -> Place:
        if not self.stack:
            self.root = value
            self.tree.lines[()] = line
            return ()
        container, place = self.stack[-1]
        if isinstance(container, dict):
            key = self.key[-1]
            self.key[-1] = None
            where = (*place, key)
            if key not in container:
                container[key] = value
                self.tree.lines.setdefault(where, line)
        else:
            where = (*place, len(container))
            container.append(value)
            self.tree.lines.setdefault(where, line)   # a list given twice keeps the lines of the first
        return where
