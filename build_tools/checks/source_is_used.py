"""Every source in the list supports something."""

from build_tools.checks.rule import citations, rule


@rule("source-is-used")
def source_is_used(lineage):
    """No entry of sources.yaml stands there without being cited or named."""
    if any(kind != "sources" for kind, _ in lineage.unread):
        return                                         # what cites it may stand in an entry that could not be read
    used = {entry.source for entry in (*lineage.organizations, *lineage.licenses)}
    for entry in (*lineage.models, *lineage.datasets):
        for _, citation in citations(entry):
            used.update(filter(None, (citation.source, citation.names)))
    if any(model.figure1 for model in lineage.models):
        used.add(FIGURE_SOURCE)
    for source in lineage.sources:
        if source.id not in used:
            yield (("sources", source.id), source.id, "is cited by nothing",
                   "remove it, or cite it from the fact it supports")


# `figure1` of a model is read from the survey's own drawing files, always.
FIGURE_SOURCE = "llms-practical-guide"
