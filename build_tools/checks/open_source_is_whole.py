"""What is called open source is so in all its parts."""

from build_tools.checks.rule import rule
from build_tools.vocabulary import Openness, ReleasedPart, ReleaseState

NEEDED = (ReleasedPart.TRAINING_CODE, ReleasedPart.DATA)


@rule("open-source-is-whole")
def open_source_is_whole(lineage):
    """No model is open-source whose training code or data are recorded as closed."""
    for model in lineage.models:
        if model.access[-1].openness is not Openness.OPEN_SOURCE:
            continue
        for index, fact in enumerate(model.releases):
            if fact.part in NEEDED and fact.state is ReleaseState.CLOSED:
                yield (("models", model.id, "releases", index), model.id, f"open-source, but its {fact.part.value} is closed",
                       "correct `openness` to open-weights, or the release")
