"""What a model links to is among its identifiers, so that others can join our data to theirs."""

import re

from build_tools.checks.rule import fixer, rule

# Which link gives which identifier, and how its address is written.
FORMS = (("paper", "arxiv", re.compile(r"https://arxiv\.org/abs/([0-9]{4}\.[0-9]{4,5})(?:v[0-9]+)?")),
         ("weights", "hugging_face", re.compile(r"https://huggingface\.co/([\w.-]+/[\w.-]+)/?")),
         ("code", "github", re.compile(r"https://github\.com/([\w.-]+/[\w.-]+)/?")))


@rule("identifiers-agree")
def identifiers_agree(lineage):
    """A linked arXiv paper, Hugging Face or GitHub repository is under `identifiers` too."""
    for model in lineage.models:
        for key, given in _linked([(link.kind.value, link.url) for link in model.links]):
            if given not in getattr(model.identifiers, key, ()):
                yield (("models", model.id, "identifiers"), model.id, f"links to {given}, which is not under identifiers.{key}",
                       f"add it: `identifiers: {{{key}: [\"{given}\"]}}` (`lineage fmt` does it)")


@fixer("identifiers-agree")
def add_linked(kind, entry):
    """The identifiers with those that the links give."""
    if kind != "models":
        return entry
    held = {key: list(names) for key, names in (entry.get("identifiers") or {}).items()}
    for key, given in _linked([(link["kind"], link["url"]) for link in entry.get("links") or ()]):
        if given not in held.setdefault(key, []):
            held[key].append(given)
    return {**entry, "identifiers": held} if held else entry


def _linked(links):
    for kind, key, form in FORMS:
        for given, url in links:
            found = form.fullmatch(url)
            if given == kind and found:
                yield key, found[1]
