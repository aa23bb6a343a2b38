"""How Figure 1 of the survey shows a model, and where our data says otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.facts import Access
from build_tools.graph import Lineage
from build_tools.pages import _words as words
from build_tools.pages._here import Here
from build_tools.records import Model
from build_tools.values import PartialDate
from build_tools.vocabulary import Openness

__all__ = ["InFigure1", "at_survey", "figure1", "restricted_but_filled"]

SURVEY = PartialDate("2023-08-06")  # when the last version of the figure was published
VERSIONS = {"V0": "April 23, 2023", "V1": "April 27, 2023", "V2": "April 29, 2023", "V3": "August 6, 2023"}


@dataclass(frozen=True, slots=True)
class InFigure1:
    """The figure's statements about one model, in words."""

    name: str
    branch: str
    branch_href: str
    fill: str
    band: str
    versions: str
    note: str | None
    differences: tuple[str, ...]


def figure1(lineage: Lineage, model: Model, here: Here) -> InFigure1 | None:
    """Nothing for models that the figure does not show."""
    shown = model.figure1
    if shown is None:
        return None
    versions = words.join([f"{name} ({VERSIONS[name]})" for name in shown.versions])
    fill = "a filled box: the survey counts it as open" if shown.fill == "open" else "an outlined box: the survey counts it as closed"
    return InFigure1(shown.name, words.BRANCH[shown.branch], here.branch(shown.branch), fill, shown.band,
                     versions, shown.note, tuple(_differences(lineage, model)))


def at_survey(model: Model) -> Access:
    """The state of openness when the last version of the figure was drawn."""
    return [state for state in model.access if state.since is None or state.since.key <= SURVEY.key][-1]


def restricted_but_filled(lineage: Lineage) -> tuple[Model, ...]:
    """Models that the figure draws as open although their weights carried restricted terms, oldest first."""
    return tuple(model for model in lineage.by_date if model.figure1 and model.figure1.fill == "open"
                 and at_survey(model).openness is Openness.RESTRICTED_WEIGHTS)


def _differences(lineage: Lineage, model: Model):
    shown, state = model.figure1, at_survey(model)
    if (shown.fill == "open") != state.openness.is_open:
        yield (f"The figure draws it as {shown.fill}; by our sources it was “{words.OPENNESS[state.openness].lower()}”: "
               f"{words.OPENNESS_MEANING[state.openness]}.")
    elif shown.fill == "open" and state.openness is Openness.RESTRICTED_WEIGHTS:
        license = lineage.license.get(state.license) if state.license else None
        terms = f" ({license.name})" if license else ""
        yield f"The figure draws it as open; its weights can be had, but under restricted terms{terms}."
    if shown.branch is not model.architecture.value:
        kind = f" ({model.architecture.kind})" if model.architecture.kind else ""
        yield (f"The figure puts it on the {words.BRANCH[shown.branch].lower()} branch; we put it on "
               f"{words.BRANCH[model.architecture.value].lower()}{kind}.")
