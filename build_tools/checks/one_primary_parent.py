"""Every model but a root has exactly one primary parent."""

from build_tools.checks.rule import rule


@rule("one-primary-parent")
def one_primary_parent(lineage):
    """Exactly one parent is primary, unless `root` says why there is none."""
    for model in lineage.models:
        primary = [index for index, parent in enumerate(model.parents) if parent.primary]
        if len(primary) > 1:
            ids = ", ".join(model.parents[index].id for index in primary)
            yield (("models", model.id, "parents", primary[1]), model.id,
                   f"has {len(primary)} primary parents ({ids})", "keep `primary: true` on the closest one only")
        elif model.root and primary:
            yield (("models", model.id, "root"), model.id, "is marked as a root but has a primary parent",
                   "remove `root`, or `primary: true` from the parent")
        elif not model.root and not primary:
            yield (("models", model.id, "parents"), model.id, "has no primary parent",
                   "mark the closest parent with `primary: true`, or say under `root` why there is none")
