"""A model is not older than a model it descends from, unless the evidence says why."""

from build_tools.checks.rule import rule


@rule("parent-is-older")
def parent_is_older(lineage):
    """No child is dated before its parent, unless `older_child` on the link says why."""
    for model in lineage.models:
        released = lineage.released(model.id)
        for index, parent in enumerate(model.parents):
            if parent.id not in lineage.model or parent.id == model.id:
                continue
            before = lineage.released(parent.id)
            place = ("models", model.id, "parents", index)
            if not before.can_precede(released) and not parent.older_child:
                yield (place, model.id, f"released {released}, before its parent {parent.id!r} ({before})",
                       "correct one of the two dates, remove the parent, or say why under `older_child`")
            elif before.can_precede(released) and parent.older_child:
                yield (place, model.id, f"explains why it is older than {parent.id!r}, but it is not",
                       "remove `older_child`")
