"""The sizes of a family stand from the smallest to the largest."""

from build_tools.checks.rule import fixer, rule
from build_tools.values import read_count


@rule("sizes-ascend")
def sizes_ascend(lineage):
    """`sizes` go from the fewest parameters to the most."""
    for model in lineage.models:
        for index, (smaller, size) in enumerate(zip(model.sizes, model.sizes[1:]), start=1):
            if size.parameters < smaller.parameters:
                yield (("models", model.id, "sizes", index), model.id,
                       f"{size.parameters:,} parameters stand after {smaller.parameters:,}",
                       "put the sizes in order, smallest first (`lineage fmt` does it)")


@fixer("sizes-ascend")
def sort_sizes(kind, entry):
    """The sizes in order; equal ones stay as they stand."""
    if kind != "models" or "sizes" not in entry:
        return entry
    return {**entry, "sizes": sorted(entry["sizes"], key=lambda size: read_count(size["parameters"]))}
