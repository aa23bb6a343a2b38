"""Every organization, license and source that an entry names has an entry of its own."""

import difflib

from build_tools.checks.rule import citations, rule


@rule("references-exist")
def references_exist(lineage):
    """Ids point to entries of organizations.yaml, licenses.yaml and sources.yaml."""
    for model in lineage.models:
        for organization in model.organizations.value:
            yield from _unknown(lineage, ("models", model.id, "organizations"), "organization", organization)
        for index, access in enumerate(model.access):
            if access.license:
                yield from _unknown(lineage, ("models", model.id, "access", index), "license", access.license)
        for place, citation in citations(model):
            yield from _unknown(lineage, place, "source", citation.source)
            if citation.names:
                yield from _unknown(lineage, place, "source", citation.names)
    for kind in ("organizations", "licenses"):
        for entry in getattr(lineage, kind):
            yield from _unknown(lineage, (kind, entry.id, "source"), "source", entry.source)


def _unknown(lineage, place, kind, given):
    known = getattr(lineage, kind)
    if given not in known and not lineage.is_unread(f"{kind}s", given):
        near = difflib.get_close_matches(given, known, n=1)
        yield (place, place[1], f"{kind} {given!r} is not in {kind}s.yaml",
               f"did you mean {near[0]!r}?" if near else f"add it to {kind}s.yaml, or correct the id")
