"""A fact rests on a source that somebody read; what was only named is told apart."""

from build_tools.checks.rule import citations, rule


@rule("source-was-read")
def source_was_read(lineage):
    """`source` is one with `read`; `names` is another, first-hand one."""
    for kind in ("organizations", "licenses"):
        for entry in getattr(lineage, kind):
            source = lineage.source.get(entry.source)
            if source and not source.read:
                yield ((kind, entry.id, "source"), entry.id, f"rests on {source.id!r}, which nobody has read",
                       "cite a source that was read, or say under `read` in sources.yaml what was read of it")
    for entry in (*lineage.models, *lineage.datasets):
        for place, citation in citations(entry):
            source, named = lineage.source.get(citation.source), lineage.source.get(citation.names or "")
            if source and not source.read:
                yield (place, entry.id, f"rests on {source.id!r}, which nobody has read",
                       "cite the source the fact was read in and put this one under `names`, "
                       "or say under `read` in sources.yaml what was read of it")
            if named and named.id == citation.source:
                yield place, entry.id, f"names the source {named.id!r} that it cites", "remove `names`"
            elif named and not named.kind.is_primary:
                yield (place, entry.id, f"names {named.id!r}, which is not first-hand itself",
                       "name the paper, official page, repository, model card or license, or leave `names` out")
