"""The one form that the data files are kept in: keys in the records' order, one fact a line, entries by age or by id.

Works on the text entry by entry, so that comments stay where they are: those above an entry or a key move with it,
and a key with a comment inside it is left as somebody wrote it unless a fixer changed its value.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, get_args

import yaml

from build_tools.facts import Citation, Cited, Record
from build_tools.records import KINDS
from build_tools.values import PartialDate
from build_tools.yaml_tree import MISREAD, read_yaml

__all__ = ["Block", "blocks", "entry_text", "format_text", "inserted", "joined", "sort_key"]

ONE_LINE = ("organizations", "sources")   # kinds whose entries stand on one line
BY_AGE = ("models", "datasets")           # kinds that are kept oldest first; the others by id
WIDTH = 110                               # a list of plain words that is longer has one line an item
START = re.compile(r"^- ", re.M)
KEY = re.compile(r"(?:- |  )([a-z_0-9]+):")
PLAIN = re.compile(r"[^\W_][^?,:#\[\]{}\"&*!|>%@`\\\n\t]*")
NUMBER = re.compile(r"[0-9]+\.[0-9]+")
RESERVED = MISREAD | {"true", "false", "null", "~"}


@dataclass(frozen=True, slots=True)
class Block:
    """One entry of a file: the comment lines above it, its own lines, and what they say."""

    above: str
    body: str
    value: dict[str, Any]
    start: int = 0   # where it begins in the text it was read from

    @property
    def text(self) -> str:
        """As it stands in the file."""
        return self.above + self.body


def format_text(kind: str, text: str, mend: Callable[[str, dict], dict] = lambda kind, entry: entry) -> str:
    """The whole file in canonical form, after ``mend``.

    Raises:
        ValueError: the text cannot be read, or the form would say something else than the text; nothing is changed then.
    """
    head, found = blocks(text, f"{kind}.yaml")
    made = [_formatted(kind, block, mend(kind, block.value)) for block in found]
    made.sort(key=lambda block: sort_key(kind, block.value))
    new = joined(kind, head, made)
    if {entry["id"]: entry for entry in read_yaml(new, kind).value or ()} != {block.value["id"]: block.value for block in made}:
        raise ValueError(f"{kind}.yaml: the canonical form would change what an entry says; nothing was written")
    return new


def blocks(text: str, file: str) -> tuple[str, list[Block]]:
    """The comment at the head of a file, and its entries in their order.

    Raises:
        ValueError: the text is no list of entries with ids, or is not whole.
    """
    tree = read_yaml(text, file)
    if tree.problems or not isinstance(tree.value or [], list):
        raise ValueError("\n".join(map(str, tree.problems)) or f"{file}: should be a list of entries")
    starts = [match.start() for match in START.finditer(text)]
    if len(starts) != len(tree.value or ()) or not all(isinstance(entry, dict) and "id" in entry for entry in tree.value or ()):
        raise ValueError(f"{file}: every entry should start with `- id: …` or `- {{id: …` at the left margin")
    starts = [_with_comments(text, start) for start in starts]
    ends = [*starts[1:], len(text)]
    found = []
    for start, end, value in zip(starts, ends, tree.value or ()):
        chunk = text[start:end].strip("\n") + "\n"
        cut = START.search(chunk).start()
        found.append(Block(chunk[:cut], chunk[cut:], value, start))
    return (text[:starts[0]] if starts else re.sub(r"^\[\]\s*$", "", text, flags=re.M)).strip("\n"), found


def joined(kind: str, head: str, made: Sequence[Block]) -> str:
    """A file from its head and its entries."""
    gap = "" if kind in ONE_LINE else "\n"
    return (head + "\n\n" if head else "") + (gap.join(block.text for block in made) or "[]\n")


def inserted(kind: str, text: str, value: dict[str, Any]) -> str:
    """The text with one more entry at its place; every other byte stays as it was.

    Raises:
        ValueError: the text cannot be read, or has an entry with this id.
    """
    head, found = blocks(text, f"{kind}.yaml")
    if any(block.value["id"] == value["id"] for block in found):
        raise ValueError(f"{kind}.yaml has an entry {value['id']!r} already")
    new, key = entry_text(kind, value), sort_key(kind, value)
    gap = "" if kind in ONE_LINE else "\n"
    after = next((block for block in found if sort_key(kind, block.value) > key), None)
    if after:
        return text[:after.start] + new + gap + text[after.start:]
    return (text.rstrip("\n") + "\n" + gap if found else head + "\n\n") + new


def sort_key(kind: str, value: dict[str, Any]) -> tuple:
    """Where an entry stands in its file.

    Raises:
        ValueError: a date cannot be read.
    """
    if kind not in BY_AGE:
        return (value["id"],)
    return (min((PartialDate(fact["date"]) for fact in value["dates"]), key=lambda date: date.latest).key, value["id"])


def entry_text(kind: str, value: dict[str, Any]) -> str:
    """One entry in canonical form."""
    if kind in ONE_LINE:
        return f"- {_flow(value, KINDS[kind])}\n"
    return "".join(text for _, text in _keys(kind, value))


def _with_comments(text: str, start: int) -> int:
    """Where the comment lines right above an entry begin; a blank line parts them from what stands before."""
    while start > 0:
        before = text.rfind("\n", 0, start - 1) + 1
        if not text[before:start].startswith("#"):
            return start
        start = before
    return start


def _formatted(kind: str, block: Block, value: dict[str, Any]) -> Block:
    if not _has_comment(block.body):
        return Block(block.above, entry_text(kind, value), value)
    if kind in ONE_LINE:
        return block if value == block.value else Block(block.above, entry_text(kind, value), value)
    kept = _commented(block.body)
    lines = []
    for key, text in _keys(kind, value):
        above, own = kept.get(key, ("", ""))
        lines.append(above + (own if own and _has_comment(own) and value[key] == block.value.get(key) else text))
    body = "".join(lines)
    return Block(block.above, "- " + body[2:] if body.startswith("  ") else body, value)


def _commented(body: str) -> dict[str, tuple[str, str]]:
    """The comment lines above each key of an entry, and the key's own lines."""
    found: dict[str, tuple[str, str]] = {}
    above, key = "", None
    for line in body.splitlines(keepends=True):
        match = KEY.match(line)
        if match:
            key = match[1]
            found[key] = (above, line)
            above = ""
        elif re.match(r"  #", line):
            above += line
        elif key:
            found[key] = (found[key][0], found[key][1] + above + line)
            above = ""
    return found


def _has_comment(body: str) -> bool:
    if "#" not in body:
        return False
    inside = [(token.start_mark.index, token.end_mark.index) for token in yaml.scan(body) if isinstance(token, yaml.ScalarToken)]
    return any(not any(start <= found.start() < end for start, end in inside) for found in re.finditer("#", body))


def _keys(kind: str, value: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each key of an entry with its lines."""
    for index, (key, held) in enumerate(_ordered(value, KINDS[kind])):
        annotation = KINDS[kind].model_fields[key].annotation if key in KINDS[kind].model_fields else None
        yield key, ("- " if index == 0 else "  ") + _key(key, held, annotation)


def _key(key: str, held: Any, annotation: Any) -> str:
    if isinstance(held, list) and held:
        line = f"{key}: {_flow(held, annotation)}\n"
        if any(isinstance(item, dict) for item in held) or len(line) > WIDTH:
            return f"{key}:\n" + "".join(f"    - {_flow(item, annotation)}\n" for item in held)
        return line
    return f"{key}: {_flow(held, annotation)}\n"


def _flow(held: Any, annotation: Any) -> str:
    """A value on one line."""
    if isinstance(held, dict):
        return "{" + ", ".join(f"{key}: {_flow(item, _annotation(annotation, key))}"
                               for key, item in _ordered(held, annotation)) + "}"
    if isinstance(held, list):
        return "[" + ", ".join(_flow(item, annotation) for item in held) + "]"
    if isinstance(held, bool):
        return "true" if held else "false"
    return "null" if held is None else _scalar(held)


def _scalar(text: str) -> str:
    plain = PLAIN.fullmatch(text) and text == text.strip() and text.lower() not in RESERVED and not NUMBER.fullmatch(text)
    return text if plain else json.dumps(text, ensure_ascii=False)


def _ordered(value: dict[str, Any], annotation: Any) -> list[tuple[str, Any]]:
    """Keys in the order of the record: what is said first, then where it was read; unknown keys last."""
    record = _record(annotation)
    fields = list(record.model_fields) if record else []
    if record and issubclass(record, Citation):
        own = [key for key in fields if key not in Cited.model_fields]
        fields = [*own, *(key for key in fields if key in Cited.model_fields)]
    order = {key: index for index, key in enumerate(fields)}
    return sorted(value.items(), key=lambda item: order.get(item[0], len(order)))


def _annotation(annotation: Any, key: str) -> Any:
    record = _record(annotation)
    return record.model_fields[key].annotation if record and key in record.model_fields else None


def _record(annotation: Any) -> type[Record] | None:
    """The record type inside an annotation such as ``tuple[Size, ...]`` or ``TextFact | None``."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record(part))), None)
