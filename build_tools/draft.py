"""A new entry from a few answers: the questions, what makes an answer a good one, and the entry itself."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from build_tools.graph import Lineage
from build_tools.values import ID_PATTERN, URL_PATTERN, PartialDate
from build_tools.vocabulary import Architecture, DateKind, Openness, Relation, SourceKind

__all__ = ["OF_A_NEW_SOURCE", "QUESTIONS", "Question", "drafted", "needed"]

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask; ``fault`` says what is wrong with an answer, or nothing."""

    key: str
    text: str
    fault: Callable[[Lineage, str], str | None]
    default: str | None = None


def _text(_: Lineage, answer: str) -> str | None:
    return None if answer.strip() else "write something"


def _word(words: type[StrEnum]) -> Callable[[Lineage, str], str | None]:
    def fault(_: Lineage, answer: str) -> str | None:
        return None if answer in list(words) else "use one of " + ", ".join(words)
    return fault


def _known(kind: str) -> Callable[[Lineage, str], str | None]:
    def fault(lineage: Lineage, answer: str) -> str | None:
        known = getattr(lineage, kind)
        if answer in known:
            return None
        near = difflib.get_close_matches(answer, known, n=3)
        return f"no {kind} has the id {answer!r}" + (f"; near: {', '.join(near)}" if near else f"; add it to {kind}s.yaml first")
    return fault


def _date(_: Lineage, answer: str) -> str | None:
    try:
        PartialDate(answer)
    except ValueError as error:
        return str(error)
    return None


def _id(_: Lineage, answer: str) -> str | None:
    return None if re.fullmatch(ID_PATTERN, answer) else "use lower-case letters, digits, hyphens and dots, such as arxiv-1810.04805"


def _url(_: Lineage, answer: str) -> str | None:
    return None if URL_PATTERN.fullmatch(answer) else "write the full https://… address"


QUESTIONS = (
    Question("name", "Name, as its makers write it", _text),
    Question("organization", "Who made it? (id of organizations.yaml)", _known("organization")),
    Question("date", "When was it first public? (2018-10-11, 2018-10 or 2018)", _date),
    Question("date-kind", "What happened then? (" + ", ".join(DateKind) + ")", _word(DateKind), "paper"),
    Question("architecture", "Which branch? (" + ", ".join(Architecture) + ")", _word(Architecture)),
    Question("openness", "How open are the weights? (" + ", ".join(Openness) + ")", _word(Openness)),
    Question("parent", "What did it grow from? (id of models.yaml)", _known("model")),
    Question("relation", "How? (" + ", ".join(Relation) + ")", _word(Relation), "architecture"),
    Question("source", "Which source did you read? (id of sources.yaml, or a new one)", _id),
    Question("at", "Where in it? (abstract, §2.1, README …)", _text),
    Question("summary", "Two sentences in your own words: what it is, and why it matters", _text),
)
OF_A_NEW_SOURCE = (
    Question("source-kind", "What sort of source? (" + ", ".join(SourceKind) + ")", _word(SourceKind), "paper"),
    Question("source-title", "Its title", _text),
    Question("source-url", "Its address", _url),
    Question("source-read", "What of it did you read?", _text),
)


def needed(lineage: Lineage, answers: Answers) -> tuple[Question, ...]:
    """The questions still open, in order; a source that is known already is not asked about."""
    asked = QUESTIONS
    if "source" in answers and answers["source"] not in lineage.source:
        asked += OF_A_NEW_SOURCE
    return tuple(question for question in asked if question.key not in answers)


def drafted(model_id: str, answers: Answers, lineage: Lineage, today: date) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """The entry for models.yaml and, where the source is new, the one for sources.yaml; every value as text."""
    cited = {"source": answers["source"], "at": answers["at"]}
    entry = {
        "id": model_id, "name": answers["name"],
        "organizations": {"value": [answers["organization"]], **cited},
        "dates": [{"kind": answers["date-kind"], "date": answers["date"], **cited}],
        "architecture": {"value": answers["architecture"], **cited},
        "access": [{"openness": answers["openness"], **cited}],
        "summary": {"value": answers["summary"], **cited},
        "parents": [{"id": answers["parent"], "relation": answers["relation"], "grade": "stated", "primary": True, **cited}],
        "checked": str(today),
    }
    if answers["source"] in lineage.source:
        return entry, None
    return entry, {"id": answers["source"], "kind": answers["source-kind"], "title": answers["source-title"],
                   "url": answers["source-url"], "read": answers["source-read"], "accessed": str(today)}
