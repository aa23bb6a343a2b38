"""The facts of a model in words, each with its footnotes, for the block at the head of its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.facts import Access, Cited, TextFact
from build_tools.graph import Lineage
from build_tools.pages import _words as words
from build_tools.pages._citations import Notes, Ref
from build_tools.pages._here import Here
from build_tools.records import Dataset, Model
from build_tools.vocabulary import LinkKind

__all__ = ["Dispute", "Fact", "Part", "Teller", "Value", "dates", "facts", "links", "organizations", "text"]


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words, perhaps a link, perhaps with a look of its own."""

    text: str
    href: str | None = None
    look: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """What another source says, and why it is not what we show."""

    value: str
    why: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a fact."""

    parts: tuple[Part, ...]
    refs: tuple[Ref, ...] = ()
    note: str | None = None
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and its values; no values means unknown."""

    term: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Teller:
    """Turns cited facts of one page into values."""

    lineage: Lineage
    here: Here
    notes: Notes

    def value(self, fact: Cited, *parts: Part, note: str | None = None) -> Value:
        refs = self.notes.cite(fact)
        disputes = tuple(Dispute(other.value, other.why, self.notes.refs(other)) for other in fact.conflicts)
        return Value(parts, refs, " ".join(text for text in (note, fact.note) if text) or None, disputes)


def facts(lineage: Lineage, model: Model, here: Here, notes: Notes) -> tuple[Fact, ...]:
    """Every main fact in a fixed order; those nobody knows are told as unknown."""
    tell = Teller(lineage, here, notes)
    return tuple(_facts(tell, model))


def _facts(tell: Teller, model: Model) -> Iterator[Fact]:
    yield Fact("Released", tuple(dates(tell, model)))
    yield Fact("Made by", (organizations(tell, model),))
    yield Fact("Branch", (_branch(tell, model),))
    yield Fact("Training objective", text(tell, model.objective))
    yield Fact("Sizes", tuple(_sizes(tell, model)))
    yield Fact("Training data", text(tell, model.training_data))
    yield Fact("Openness", tuple(_access(tell, state, index) for index, state in enumerate(model.access)))
    yield Fact("License", tuple(_licenses(tell, model)) or (_without_license(tell, model),))
    yield Fact("Links", tuple(links(tell, model)))
    if model.aliases:
        yield Fact("Also called", (Value((Part(", ".join(model.aliases)),)),))


def text(tell: Teller, fact: TextFact | None) -> tuple[Value, ...]:
    """A fact put into words; none where it is unknown."""
    return () if fact is None else (tell.value(fact, Part(fact.value)),)


def dates(tell: Teller, model: Model | Dataset) -> Iterator[Value]:
    """Every date, the one that places a model in the tree first."""
    first = min((fact.date for fact in model.dates), key=lambda date: date.latest)
    told = len(model.dates) == 1
    for fact in sorted(model.dates, key=lambda found: (found.date != first, found.date.latest)):
        tag = [] if told or isinstance(model, Dataset) else [Part(" "), Part("places it in the tree", look="tag")]
        told = True
        yield tell.value(fact, Part(words.day(fact.date), look="strong"), Part(f" {words.DATE_KIND[fact.kind]}"),
                         Part(f" {words.PRECISION[fact.date.precision]}", look="quiet"), *tag)


def organizations(tell: Teller, model: Model | Dataset) -> Value:
    """Who made it; of a single maker also what it is and where."""
    parts: list[Part] = []
    for index, found in enumerate(model.organizations.value):
        record = tell.lineage.organization.get(found)
        parts += [Part(", ")] if index else []
        has_page = record and found in tell.lineage.by_organization      # makers of data sets alone have none
        parts.append(Part(record.name if record else found, tell.here.organization(found) if has_page else None))
    if len(parts) == 1 and record:
        parts.append(Part(f" ({words.ORGANIZATION_KIND[record.kind].lower()}, {words.country(record.country)})", look="quiet"))
    return tell.value(model.organizations, *parts)


def _branch(tell: Teller, model: Model) -> Value:
    fact = model.architecture
    link = Part(words.BRANCH[fact.value], tell.here.branch(fact.value), f"branch-{fact.value}")
    return tell.value(fact, link, Part(f" {fact.kind}" if fact.kind else " branch"))


def _sizes(tell: Teller, model: Model) -> Iterator[Value]:
    for size in model.sizes:
        name = [Part(size.name, look="strong"), Part(" ")] if size.name else []
        active = f", {words.count(size.active)} of them used for each token" if size.active else ""
        yield tell.value(size, *name, Part(f"{words.count(size.parameters)} parameters{active}"))


def _access(tell: Teller, state: Access, index: int) -> Value:
    when = f"Since {words.day(state.since)}: " if state.since else "At release: " if index == 0 else ""
    return tell.value(state, *([Part(when, look="quiet")] if when else []),
                      Part(words.OPENNESS[state.openness], look=f"open-{state.openness}"),
                      Part(f" {words.OPENNESS_MEANING[state.openness]}"))


def _licenses(tell: Teller, model: Model) -> Iterator[Value]:
    for index, state in enumerate(model.access):
        if not (state.license or state.commercial_use or state.restrictions):
            continue
        record = tell.lineage.license.get(state.license) if state.license else None
        parts = [Part(f"Since {words.day(state.since)}: ", look="quiet")] if state.since else []
        if record:
            parts.append(Part(record.name, tell.here.license(record.id)))
        else:
            parts.append(Part(state.license or "No license stated"))
        if state.commercial_use:
            parts.append(Part(words.COMMERCIAL[state.commercial_use], look=f"use-{state.commercial_use}"))
        yield tell.value(_bare(state), *parts, note=_terms(state, record))


def _without_license(tell: Teller, model: Model) -> Value:
    state = model.access[-1]
    text = "none stated" if state.openness.is_open else "none, because the weights are not given out"
    return tell.value(_bare(state), Part(text))


def _terms(state: Access, record) -> str | None:
    """The license in words, then what is special to this model."""
    told = [record.summary] if record else []
    told += ["Restrictions:", *record.restrictions] if record and record.restrictions else []
    told += [f"For this model: {state.restrictions}"] if state.restrictions else []
    return " ".join(text if text.endswith((".", ":", "!", "?")) else f"{text}." for text in told) or None


def _bare(state: Access) -> Cited:
    """The citation of a state alone: its note and conflicts are told under openness."""
    return Cited(source=state.source, at=state.at, names=state.names)


def links(tell: Teller, model: Model | Dataset) -> Iterator[Value]:
    """Addresses, papers first."""
    order = list(LinkKind)
    for link in sorted(model.links, key=lambda found: order.index(found.kind)):
        short = link.url.removeprefix("https://").removeprefix("www.").rstrip("/")
        yield tell.value(link, Part(f"{words.LINK[link.kind]}: ", look="quiet"), Part(short, link.url, "outside"))
