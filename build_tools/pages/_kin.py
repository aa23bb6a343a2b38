"""Tell the edges of a model in words: where it comes from and what grew from it."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.graph import Edge, Lineage
from build_tools.pages import _words as words
from build_tools.pages._citations import Notes, Ref
from build_tools.pages._facts import Dispute
from build_tools.pages._here import Here
from build_tools.records import Model

__all__ = ["Kin", "children", "further", "parents"]

TOLD = 40   # a page tells so many children with their evidence, and names the others


@dataclass(frozen=True, slots=True)
class Kin:
    """One edge, told from one of its ends."""

    name: str
    href: str
    year: str
    branch: str
    relation: str
    primary: bool
    grade: str
    grade_text: str
    place: str
    refs: tuple[Ref, ...]
    note: str | None
    disputes: tuple[Dispute, ...]


def parents(lineage: Lineage, model: Model, here: Here, notes: Notes) -> tuple[Kin, ...]:
    """The parents of a model, the primary one first."""
    edges = sorted((edge for edge in lineage.edges if edge.child == model.id), key=lambda edge: not edge.link.primary)
    return tuple(_kin(lineage, edge, edge.parent, words.RELATION[edge.link.relation], here, notes) for edge in edges)


def children(lineage: Lineage, model: Model, here: Here, notes: Notes) -> tuple[Kin, ...]:
    """The models that grew from this one, at most `TOLD`: those of the tree first, oldest first."""
    return tuple(_kin(lineage, edge, edge.child, words.RELATION_DOWN[edge.link.relation], here, notes) for edge in _edges_down(lineage, model)[:TOLD])


def further(lineage: Lineage, model: Model) -> tuple[Model, ...]:
    """The models that grew from this one and are not told by `children`; the evidence stands on their own pages."""
    return tuple(dict.fromkeys(lineage.model[edge.child] for edge in _edges_down(lineage, model)[TOLD:]))


def _edges_down(lineage: Lineage, model: Model) -> list[Edge]:
    order = {found.id: index for index, found in enumerate(lineage.by_date)}
    return sorted((edge for edge in lineage.edges if edge.parent == model.id),
                  key=lambda edge: (not edge.link.primary, order[edge.child]))


def _kin(lineage: Lineage, edge: Edge, other: str, relation: str, here: Here, notes: Notes) -> Kin:
    found, link = lineage.model[other], edge.link
    return Kin(found.name, here.model(other), str(lineage.released(other).year), found.architecture.value.value,
               relation, link.primary, link.grade.value, words.GRADE[link.grade], link.at or "", notes.cite(link),
               " ".join(text for text in (link.note, link.older_child) if text) or None,
               tuple(Dispute(other.value, other.why, notes.refs(other)) for other in link.conflicts))
