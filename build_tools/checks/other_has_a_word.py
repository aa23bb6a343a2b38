"""An architecture outside the branches has a word for what it is."""

from build_tools.checks.rule import rule
from build_tools.vocabulary import Architecture


@rule("other-has-a-word")
def other_has_a_word(lineage):
    """`architecture: other` comes with `kind`."""
    for model in lineage.models:
        if model.architecture.value is Architecture.OTHER and not model.architecture.kind:
            yield (("models", model.id, "architecture"), model.id, "architecture other without a word for it",
                   "add `kind:`, for example `kind: state-space model`")
