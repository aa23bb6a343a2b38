"""Every organization, license and source that an entry names has an entry of its own."""

import difflib

from build_tools.checks.rule import citations, rule


@rule("references-exist")
def references_exist(lineage):
    """Ids point to entries of organizations.yaml, licenses.yaml and sources.yaml."""
    for model in lineage.models:
        for organization in model.organizations.value:
            yield from _unknown(("models", model.id, "organizations"), model.id, "organization", organization,
                                lineage.organization)
        for index, access in enumerate(model.access):
            if access.license:
                yield from _unknown(("models", model.id, "access", index), model.id, "license", access.license,
                                    lineage.license)
        for place, citation in citations(model):
            yield from _unknown(place, model.id, "source", citation.source, lineage.source)
            if citation.names:
                yield from _unknown(place, model.id, "source", citation.names, lineage.source)
    for kind in ("organizations", "licenses"):
        for entry in getattr(lineage, kind):
            yield from _unknown((kind, entry.id, "source"), entry.id, "source", entry.source, lineage.source)


def _unknown(place, about, kind, given, known):
    if given not in known:
        near = difflib.get_close_matches(given, known, n=1)
        yield (place, about, f"{kind} {given!r} is not in {kind}s.yaml",
               f"did you mean {near[0]!r}?" if near else f"add it to {kind}s.yaml, or correct the id")
