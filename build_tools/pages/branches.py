"""The branches of the tree: branches/ and branches/<architecture>/."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.artifacts import Artifact
from build_tools.graph import Lineage
from build_tools.pages import _words as words
from build_tools.pages._figures import part
from build_tools.pages._here import Here
from build_tools.pages._render import WIDE, page
from build_tools.pages._rows import chips, table
from build_tools.pages._tally import tally
from build_tools.records import Model
from build_tools.vocabulary import Architecture

INDEX = "branches/index.md"
EXAMPLES = 6

MEANING = {
    Architecture.ENCODER_ONLY: "reads a whole text at once, in both directions, and turns it into vectors. It is trained to fill "
                               "in hidden words, so it understands rather than writes: it serves classification, tagging and search.",
    Architecture.DECODER_ONLY: "reads from left to right and predicts the next word, again and again. Writing is what it is trained "
                               "for; scaled up, the same training brought few-shot learning and the chat assistants of today.",
    Architecture.ENCODER_DECODER: "keeps both halves of the Transformer: an encoder reads the input, a decoder writes the output. "
                                  "It suits tasks that turn one text into another, such as translation and summarization.",
    Architecture.PRE_TRANSFORMER: "came before the Transformer, or was built without it at the time: word vectors, recurrent "
                                  "networks, and the first models that were pre-trained and then reused.",
    Architecture.OTHER: "fits none of the other branches: it mixes them, as permutation and prefix language models do, or leaves "
                        "attention behind, as state-space models do. Each entry says in a word what it is.",
}


def pages(lineage: Lineage) -> Iterator[Artifact]:
    """The list, then one page for each branch that has a model."""
    groups = {branch: tuple(model for model in lineage.by_date if model.architecture.value is branch)
              for branch in Architecture}
    yield _index(lineage, groups)
    for branch, models in groups.items():
        yield _page(lineage, branch, models)


def _index(lineage: Lineage, groups: dict[Architecture, tuple[Model, ...]]) -> Artifact:
    here = Here(INDEX)
    entries = [(branch.value, words.BRANCH[branch], here.branch(branch), MEANING[branch], tally(lineage, models),
                chips(lineage, models[:EXAMPLES], here)) for branch, models in groups.items()]
    return page(INDEX, "branches.md.j2", hide=WIDE, title="Branches",
                description="The branches of the family tree of language models: encoder-only, decoder-only, "
                            "encoder-decoder, pre-Transformer and others.", entries=entries)


def _page(lineage: Lineage, branch: Architecture, models: tuple[Model, ...]) -> Artifact:
    uri = f"branches/{branch}.md"
    here = Here(uri)
    title = f"{words.BRANCH[branch]} models"
    return page(
        uri, "branch.md.j2", hide=WIDE, title=title, section=INDEX, branch=branch.value, meaning=MEANING[branch],
        description=f"{title} in the family tree: {words.plural(len(models), 'model')} with dates, parents, "
                    "openness and licenses.",
        tally=tally(lineage, models), tree=here.to(f"tree/?branch={branch}"),
        figure=part(lineage, [model.id for model in models], here, f"{title} in the family tree") if models else None,
        table=table(lineage, reversed(models), here))
