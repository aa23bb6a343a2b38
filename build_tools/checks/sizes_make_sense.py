"""No size uses more parameters than it has."""

from build_tools.checks.rule import rule


@rule("sizes-make-sense")
def sizes_make_sense(lineage):
    """`active` is not more than `parameters`."""
    for model in lineage.models:
        for index, size in enumerate(model.sizes):
            if size.active and size.active > size.parameters:
                yield (("models", model.id, "sizes", index), model.id,
                       f"{size.active:,} active of {size.parameters:,} parameters", "correct one of the two")
