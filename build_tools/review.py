"""What a change adds to the data, told for a reviewer as Markdown: ready to be a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.facts import Cited, facts_of
from build_tools.graph import Lineage
from build_tools.problems import Problem
from build_tools.records import Dataset, Model

__all__ = ["review"]

SHOWN = 40   # a longer list is cut, and says so


def review(before: Lineage, after: Lineage, problems: tuple[Problem, ...] = ()) -> str:
    """New, changed and removed entries; of new ones, how they are sourced; of changed ones, which facts differ."""
    lines = ["## What this change does to the data", ""]
    lines += [f"| | before | after |", "|---|---:|---:|"]
    lines += [f"| {name} | {old:,} | {new:,} |" for name, old, new in _totals(before, after)]
    if problems:
        lines += ["", f"### {len(problems)} problems to mend", "", "```text", *map(str, problems[:SHOWN]), "```"]
    for title, told in (("New", _new(before, after)), ("Changed", _changed(before, after)), ("Removed", _removed(before, after))):
        found = list(told)
        if found:
            lines += ["", f"### {title} ({len(found)})", "", *found[:SHOWN]]
            lines += [f"- … and {len(found) - SHOWN} more"] if len(found) > SHOWN else []
    if len(lines) == 4 + len(_totals(before, after)) and before == after:
        lines += ["", "No entry differs."]
    return "\n".join(lines) + "\n"


def _totals(before: Lineage, after: Lineage) -> list[tuple[str, int, int]]:
    return [(name, count(before), count(after)) for name, count in (
        ("models", lambda lineage: len(lineage.models)), ("data sets", lambda lineage: len(lineage.datasets)),
        ("parent links", lambda lineage: len(lineage.edges)), ("sources", lambda lineage: len(lineage.sources)))]


def _new(before: Lineage, after: Lineage) -> Iterator[str]:
    for kind in ("models", "datasets"):
        known = {entry.id for entry in getattr(before, kind)}
        for entry in getattr(after, kind):
            if entry.id not in known:
                facts = [fact for _, fact in facts_of(entry)]
                primary = sum(1 for fact in facts if _primary(after, fact))
                yield (f"- **{_plain(entry.name)}** (`{entry.id}`, {kind}): {len(facts)} facts, {primary} of them with a primary source read or named; "
                       f"sources {', '.join(f'`{found}`' for found in dict.fromkeys(fact.source for fact in facts))}" + _place(after, entry))


def _place(lineage: Lineage, entry: Model | Dataset) -> str:
    if not isinstance(entry, Model):
        return ""
    parent = lineage.primary_parent(entry.id)
    return f"; {lineage.released(entry.id)}, grows from {f'`{parent}`' if parent else 'nothing (a root)'}"


def _changed(before: Lineage, after: Lineage) -> Iterator[str]:
    for kind in ("models", "datasets", "organizations", "licenses", "sources"):
        old = {entry.id: entry for entry in getattr(before, kind)}
        for entry in getattr(after, kind):
            if entry.id in old and entry != old[entry.id]:
                keys = [key for key in type(entry).model_fields if getattr(entry, key) != getattr(old[entry.id], key)]
                yield f"- `{entry.id}` ({kind}): {', '.join(keys)}"


def _removed(before: Lineage, after: Lineage) -> Iterator[str]:
    for kind in ("models", "datasets", "organizations", "licenses", "sources"):
        kept = {entry.id for entry in getattr(after, kind)} | {former for entry in getattr(after, kind) for former in getattr(entry, "former_ids", ())}
        for entry in getattr(before, kind):
            if entry.id not in kept:
                lost = "; its address would be lost: keep the id under `former_ids` of the entry that takes its place" if kind in ("models", "datasets") else ""
                yield f"- `{entry.id}` ({kind}){lost}"


def _primary(lineage: Lineage, fact: Cited) -> bool:
    cited = [lineage.source.get(citation.source) for citation in fact.citations]
    return any(source and source.kind.is_primary for source in cited) or any(citation.names for citation in fact.citations)


def _plain(text: str) -> str:
    """Free of what Markdown or a mention would act on."""
    return "".join(f"&#{ord(letter)};" if letter in "*_`[]<>@#|\\!&" else letter for letter in text)
