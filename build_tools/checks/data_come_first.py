"""A data set is made from older ones, never from itself."""

from build_tools.checks.rule import rule


@rule("data-come-first")
def data_come_first(lineage):
    """The data sets that one was made from are not younger than it, and none is its own ancestor."""
    for dataset in lineage.datasets:
        for index, edge in enumerate(dataset.parents):
            place = ("datasets", dataset.id, "parents", index)
            if edge.id == dataset.id:
                yield place, dataset.id, "is made from itself", "remove this link"
            elif edge.id in lineage.dataset and not lineage.made(edge.id).can_precede(lineage.made(dataset.id)):
                yield (place, dataset.id, f"of {lineage.made(dataset.id)} is made from {edge.id!r} of {lineage.made(edge.id)}",
                       "correct one of the two dates, or remove the link")
