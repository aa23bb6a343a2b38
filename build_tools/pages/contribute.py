"""What the contributors' page takes from the records: every key, what it means, and the words to choose from."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_args

from build_tools.artifacts import Artifact, Insert
from build_tools.facts import Citation, Cited, Record
from build_tools.graph import Lineage
from build_tools.pages._render import fragment
from build_tools.records import KINDS


@dataclass(frozen=True, slots=True)
class Key:
    """One key of an entry."""

    name: str
    meaning: str
    needed: bool
    inside: str


def pages(lineage: Lineage) -> tuple[Artifact, ...]:
    """None: the page itself is hand-written."""
    return ()


def inserts(lineage: Lineage) -> Iterator[Insert]:
    """The keys of models and of data sets, and all fixed words."""
    for kind in ("models", "datasets"):
        yield Insert("contribute.md", f"{kind}-keys", fragment("contribute-keys.j2", kind=kind, keys=list(_keys(KINDS[kind]))))
    yield Insert("contribute.md", "words", fragment("contribute-words.j2", words=_words()))


def _keys(record: type[Record]) -> Iterator[Key]:
    for name, field in record.model_fields.items():
        inner = _record(field.annotation)
        own = [key for key in inner.model_fields if not issubclass(inner, Citation) or key not in Cited.model_fields] if inner else []
        yield Key(name, field.description or "", field.is_required(), ", ".join(own))


def _words() -> list[tuple[str, str, list[str]]]:
    """Where each fixed set of words is used, what it tells, and the words."""
    found: dict[type[StrEnum], list[str]] = {}
    for kind, record in KINDS.items():
        for path, words in _enums(record, kind):
            found.setdefault(words, []).append(path)
    return [(", ".join(dict.fromkeys(paths)), (words.__doc__ or "").strip(), [word.value for word in words])
            for words, paths in found.items()]


def _enums(record: type[Record], path: str) -> Iterator[tuple[str, type[StrEnum]]]:
    for name, field in record.model_fields.items():
        for part in _parts(field.annotation):
            if issubclass(part, StrEnum):
                yield f"{path}.{name}", part
            elif issubclass(part, Record) and part not in (Citation, Cited):
                yield from _enums(part, f"{path}.{name}")


def _record(annotation: Any) -> type[Record] | None:
    return next((part for part in _parts(annotation) if issubclass(part, Record)), None)


def _parts(annotation: Any) -> Iterator[type]:
    """The plain types inside an annotation."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        yield annotation
    for part in get_args(annotation):
        yield from _parts(part)
