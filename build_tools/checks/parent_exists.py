"""A parent is a model of this lineage, and not the model itself."""

import difflib

from build_tools.checks.rule import rule


@rule("parent-exists")
def parent_exists(lineage):
    """Every parent is an entry of models.yaml, and another one than the child."""
    for model in lineage.models:
        for index, parent in enumerate(model.parents):
            place = ("models", model.id, "parents", index)
            if parent.id == model.id:
                yield place, model.id, "names itself as its parent", "name the model it descends from"
            elif parent.id not in lineage.model and not lineage.is_unread("models", parent.id):
                near = difflib.get_close_matches(parent.id, lineage.model, n=1)
                yield (place, model.id, f"parent {parent.id!r} is not in models.yaml",
                       f"did you mean {near[0]!r}?" if near else "add an entry for it, or correct the id")
