"""A link that nobody stated says why it stands there."""

from build_tools.checks.rule import rule
from build_tools.vocabulary import Grade


@rule("doubt-is-explained")
def doubt_is_explained(lineage):
    """An inferred or disputed parent has a note."""
    for model in lineage.models:
        for index, parent in enumerate(model.parents):
            if parent.grade is not Grade.STATED and not parent.note:
                yield (("models", model.id, "parents", index), model.id,
                       f"the link to {parent.id!r} is {parent.grade} without a reason",
                       "add `note:` that says what the sources give and what we conclude")
