"""Small data for tests: a lineage in one line, YAML entries in one call, random trees from a seed."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from build_tools.facts import Parent
from build_tools.graph import Lineage
from build_tools.layout.scene import Twig
from build_tools.load import load_texts
from build_tools.problems import Problem
from build_tools.records import License, Model, Organization, Source

SOURCE = Source(id="paper", kind="paper", title="A paper", url="https://example.org/paper", read="all of it", accessed="2025-06-01")
MAKER = Organization(id="maker", name="Maker", monogram="Mk", country="US", kind="company", source="paper")
TERMS = License(id="mit", name="MIT License", spdx="MIT", url="https://example.org/mit", kind="permissive",
                commercial_use="allowed", summary="Do as you like.", source="paper")


def parent(model_id: str, **changes) -> Parent:
    """A further parent, stated; ``changes`` are keys of the entry."""
    return Parent(**{"id": model_id, "relation": "method", "grade": "stated", "source": "paper", **changes})


def model(model_id: str, *parents: str | Parent, date: str = "2020", architecture: str = "decoder-only",
          openness: str = "open-weights", makers: Sequence[str] = ("maker",), **changes) -> Model:
    """A model. Parents given as ids: the first one is primary, the others are further ones."""
    links = [link if isinstance(link, Parent) else
             parent(link, primary=True, relation="architecture") if place == 0 else parent(link)
             for place, link in enumerate(parents)]
    entry = {"id": model_id, "name": model_id.title(), "organizations": {"value": makers, "source": "paper"},
             "dates": [{"kind": "paper", "date": date, "source": "paper"}],
             "architecture": {"value": architecture, "source": "paper"},
             "access": [{"openness": openness, "source": "paper"}],
             "summary": {"value": "It is a model. It matters.", "source": "paper"},
             "parents": links, "checked": "2025-06-01", **({} if links else {"root": "the first of its line"})}
    return Model(**{**entry, **changes})


def lineage(*models: Model, organizations: Iterable[Organization] = (MAKER,), licenses: Iterable[License] = (TERMS,),
            sources: Iterable[Source] = (SOURCE,)) -> Lineage:
    """The models, joined."""
    return Lineage(models=models, organizations=tuple(organizations), licenses=tuple(licenses), sources=tuple(sources))


# --- YAML -----------------------------------------------------------------------------------

ENTRY = {
    "id": "alpha",
    "name": "Alpha",
    "root": "the first of its line",
    "organizations": "{value: [maker], source: paper}",
    "dates": "[{kind: paper, date: 2020-05, source: paper}]",
    "architecture": "{value: decoder-only, source: paper}",
    "access": "[{openness: unreleased, source: paper}]",
    "summary": '{value: "It is a model. It matters.", source: paper}',
    "checked": "2025-06-01",
}


def quoted(text: str) -> str:
    """The text in YAML's double quotes, all but plain ASCII as escapes."""
    return '"' + "".join(char if char.isascii() and char.isprintable() and char not in '"\\' else f"\\U{ord(char):08x}" for char in text) + '"'


def entry(*more: str, **changes: str | None) -> str:
    """YAML of a well-formed model, a key a line in the order of `ENTRY`; a key given as None is left out, ``more`` lines follow."""
    keys = {**ENTRY, **changes}
    lines = [f"{key}: {value}" for key, value in keys.items() if value is not None]
    return "- " + "\n  ".join([*lines, *more]) + "\n"


def faults(models: str) -> tuple[Problem, ...]:
    """The faults of form in a models.yaml of this text."""
    return load_texts({"models": models})[1]


def told(models: str) -> list[tuple[int, str, str]]:
    """As `faults`: line, what it is about, message."""
    return [(fault.at.line, fault.about, fault.message) for fault in faults(models)]


def first_model(models: str) -> Model:
    """The first model of a models.yaml of this text, which must be well-formed."""
    found, problems = load_texts({"models": models})
    assert not problems, problems
    return found.models[0]


# --- random trees -----------------------------------------------------------------------------

def random_twigs(size: int, seed: int, recent: float = 0.5) -> tuple[Twig, ...]:
    """``size`` twigs over ten years; a parent comes before its child, mostly; with ``recent`` at 1 all are of late models.

    Some stars, some chains, a few roots, some equal dates and some children dated before their parent, as real data has.
    """
    chance = random.Random(f"{size} {seed}")
    times = sorted(round(2014 + 10 * chance.random() ** 0.6, 2) for _ in range(size))
    twigs: list[Twig] = []
    for place, time in enumerate(times):
        mother = None
        if place and chance.random() > 0.03:
            earliest = max(0, place - 30) if chance.random() < recent else 0
            mother = chance.randrange(earliest, place)
            if chance.random() < 0.3:                   # the famous get more children
                mother = min(mother, chance.randrange(earliest, place))
        time -= 0.2 if mother is not None and chance.random() < 0.02 else 0.0
        twigs.append(Twig(f"m{place}", None if mother is None else f"m{mother}", time, float(chance.randint(30, 140)),
                          chance.choice((-1, 0, 0, 0, 1)), chance.choice((0, 0, 1))))
    return tuple(twigs)


def random_lineage(size: int, seed: int) -> Lineage:
    """A lineage over `random_twigs`, with some further, inferred and disputed links and all sorts of openness."""
    chance = random.Random(f"lineage {size} {seed}")
    kinds = ("encoder-only", "decoder-only", "encoder-decoder", "pre-transformer")
    models: list[Model] = []
    for twig in random_twigs(size, seed):
        links = [parent(twig.parent, primary=True, grade=chance.choice(("stated", "inferred", "disputed")), note="why")] if twig.parent else []
        others = [found.id for found in models if found.id != twig.parent]
        links += [parent(chance.choice(others))] if others and chance.random() < 0.2 else []
        month = min(int(twig.time % 1 * 12) + 1, 12)
        models.append(model(twig.id, *links, date=f"{int(twig.time)}-{month:02d}", architecture=chance.choice(kinds),
                            openness=chance.choice(("open-source", "open-weights", "restricted-weights", "api", "unreleased"))))
    return lineage(*models)
