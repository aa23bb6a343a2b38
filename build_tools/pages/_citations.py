"""Number the sources of one page in the order in which its facts use them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from build_tools.facts import Citation, Cited, facts_of
from build_tools.graph import Lineage
from build_tools.pages import _words as words
from build_tools.pages._here import Here
from build_tools.records import Dataset, Model, Source

__all__ = ["Entry", "Notes", "Ref", "citations_of", "described"]


@dataclass(frozen=True, slots=True)
class Ref:
    """A footnote mark: its number, its own id, and what a pointer resting on it shows."""

    number: int
    id: str
    hint: str


@dataclass(frozen=True, slots=True)
class Described:
    """A source in words."""

    id: str
    title: str
    url: str
    kind: str
    byline: str
    read: str | None
    accessed: str | None
    copy_url: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One numbered source at the end of a page."""

    number: int
    source: Described
    bibliography: str
    places: str
    named_by: str
    back: tuple[str, ...]


@dataclass
class _Use:
    source: Source
    number: int
    places: list[str] = field(default_factory=list)
    named_by: list[int] = field(default_factory=list)
    backs: list[str] = field(default_factory=list)


@dataclass
class Notes:
    """Collects the citations of one page; ids of sources that do not exist are left out (checks report them)."""

    lineage: Lineage
    here: Here
    _uses: dict[str, _Use] = field(default_factory=dict)

    def cite(self, fact: Cited) -> tuple[Ref, ...]:
        """Marks for the main citation of a fact and those that agree with it; conflicts have marks of their own."""
        return self.refs(Citation(source=fact.source, at=fact.at, names=fact.names), *fact.also)

    def refs(self, *citations: Citation) -> tuple[Ref, ...]:
        """Marks for citations, one for each source; then those of the primary sources that they name."""
        found: dict[int, Ref] = {}
        for citation in citations:
            use = self._use(citation.source)
            if use is None:
                continue
            if citation.at and citation.at not in use.places:
                use.places.append(citation.at)
            if use.number not in found:
                found[use.number] = self._mark(use, citation.at)
            named = self._use(citation.names) if citation.names else None
            if named is not None and named is not use:
                if use.number not in named.named_by:
                    named.named_by.append(use.number)
                if named.number not in found:
                    found[named.number] = self._mark(named, f"named by source {use.number}")
        return tuple(found.values())

    def entries(self) -> tuple[Entry, ...]:
        """The list of sources, once all facts have been cited."""
        return tuple(Entry(use.number, described(use.source), self.here.source(use.source.id),
                           "; ".join(use.places), words.join([str(found) for found in use.named_by]), tuple(use.backs))
                     for use in self._uses.values())

    def _use(self, source_id: str) -> _Use | None:
        if source_id not in self._uses and source_id in self.lineage.source:
            self._uses[source_id] = _Use(self.lineage.source[source_id], len(self._uses) + 1)
        return self._uses.get(source_id)

    def _mark(self, use: _Use, place: str | None) -> Ref:
        mark = f"cite-{use.number}-{len(use.backs) + 1}"
        use.backs.append(mark)
        return Ref(use.number, mark, use.source.title + (f", {place}" if place else ""))


def described(source: Source) -> Described:
    """The parts of a bibliography entry, in words."""
    byline = [source.authors, words.day(source.published) if source.published else None, words.SOURCE_KIND[source.kind]]
    return Described(source.id, source.title, source.url, words.SOURCE_KIND[source.kind],
                     " · ".join(part for part in byline if part), source.read,
                     words.day(source.accessed) if source.accessed else None, source.copy_url)


def citations_of(entry: Model | Dataset) -> Iterator[Citation]:
    """Every citation of every fact of an entry."""
    for _, fact in facts_of(entry):
        yield from fact.citations
