"""How a model is built and trained, what of it is public and where: the second block of facts on its page."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.facts import Cited, LanguagesFact
from build_tools.graph import Lineage
from build_tools.pages import _words as words
from build_tools.pages._citations import Notes
from build_tools.pages._facts import Fact, Part, Teller, Value, text
from build_tools.pages._here import Here
from build_tools.records import Model

__all__ = ["depth", "languages", "names", "tokens", "unknown"]

COLLECTIONS = {  # where each kind of identifier opens; None: the collection has no page for one
    "arxiv": ("arXiv", "https://arxiv.org/abs/{}"),
    "doi": ("DOI", "https://doi.org/{}"),
    "acl_anthology": ("ACL Anthology", "https://aclanthology.org/{}/"),
    "hugging_face": ("Hugging Face", "https://huggingface.co/{}"),
    "github": ("GitHub", "https://github.com/{}"),
    "epoch": ("Epoch AI's data", None),
    "models_dev": ("models.dev", None),
    "helm": ("HELM", None),
}


def depth(lineage: Lineage, model: Model, here: Here, notes: Notes) -> tuple[Fact, ...]:
    """Every fact of this block that is known, in a fixed order."""
    tell = Teller(lineage, here, notes)
    return tuple(fact for fact in _facts(tell, model) if fact.values)


def unknown(lineage: Lineage, model: Model, here: Here) -> tuple[str, ...]:
    """Terms of the block that no source has told us; aliases of other collections are no facts and do not count."""
    tell = Teller(lineage, here, Notes(lineage, here))
    return tuple(fact.term.lower() for fact in _facts(tell, model) if not fact.values)


def names(model: Model) -> tuple[tuple[str, tuple[tuple[str, str | None], ...]], ...]:
    """What other collections call the model: the collection, then each name with its address, if it has one."""
    if model.identifiers is None:
        return ()
    return tuple((title, tuple((name, form.format(name) if form else None) for name in getattr(model.identifiers, key)))
                 for key, (title, form) in COLLECTIONS.items() if getattr(model.identifiers, key))


def _facts(tell: Teller, model: Model) -> Iterator[Fact]:
    yield Fact("Context length", tokens(tell, model.context_length))
    yield Fact("Tokenizer", text(tell, model.tokenizer))
    yield Fact("Positions", _spelled(tell, model.position_encoding))
    yield Fact("Techniques", tuple(_techniques(tell, model)))
    yield Fact("Languages", languages(tell, model.languages))
    yield Fact("Modalities", _modalities(tell, model))
    yield Fact("Training tokens", tokens(tell, model.training_tokens))
    yield Fact("Training compute", _compute(tell, model))
    yield Fact("Data sets", tuple(_datasets(tell, model)))
    yield Fact("Public besides the weights", tuple(_releases(tell, model)))
    yield Fact("To be had at", tuple(_hosts(tell, model)))


def tokens(tell: Teller, fact: Cited | None) -> tuple[Value, ...]:
    """A number of tokens."""
    return () if fact is None else (tell.value(fact, Part(f"{words.count(fact.value)} tokens")),)


def languages(tell: Teller, fact: LanguagesFact | None) -> tuple[Value, ...]:
    """Languages by name, and how many they are where they are not all named."""
    if fact is None:
        return ()
    told = words.join([words.language(code) for code in fact.value])
    if fact.count is not None and fact.count != len(fact.value):
        total = words.plural(fact.count, "language")
        told = f"{total}, among them {told}" if told else total
    return (tell.value(fact, Part(told)),)


def _spelled(tell: Teller, fact: Cited | None) -> tuple[Value, ...]:
    return () if fact is None else (tell.value(fact, Part(words.spell(fact.value))),)


def _modalities(tell: Teller, model: Model) -> tuple[Value, ...]:
    fact = model.modalities
    if fact is None:
        return ()
    return (tell.value(fact, Part(f"reads {words.join(list(fact.input))}, writes {words.join(list(fact.output))}")),)


def _compute(tell: Teller, model: Model) -> tuple[Value, ...]:
    fact = model.training_compute
    return () if fact is None else (tell.value(fact, Part(f"{words.scientific(fact.value)} floating-point operations")),)


def _techniques(tell: Teller, model: Model) -> Iterator[Value]:
    for fact in model.techniques:
        first = [Part(" "), Part("introduced here", look="tag")] if fact.introduced else []
        yield tell.value(fact, Part(words.spell(fact.value)), *first)


def _datasets(tell: Teller, model: Model) -> Iterator[Value]:
    for edge in model.trained_on:
        record = tell.lineage.dataset.get(edge.id)
        name = Part(record.name, tell.here.dataset(edge.id)) if record else Part(edge.id)
        yield tell.value(edge, name, Part(f" {words.spell(edge.stage)}", look="quiet"))


def _releases(tell: Teller, model: Model) -> Iterator[Value]:
    for fact in model.releases:
        record = tell.lineage.license.get(fact.license) if fact.license else None
        under = [Part(", "), Part(record.name, tell.here.license(record.id))] if record else []
        yield tell.value(fact, Part(f"{words.spell(fact.part).capitalize()}: ", look="quiet"), Part(words.spell(fact.state)), *under)


def _hosts(tell: Teller, model: Model) -> Iterator[Value]:
    for fact in model.hosts:
        yield tell.value(fact, Part(words.spell(fact.value), fact.url, "outside" if fact.url else ""))
