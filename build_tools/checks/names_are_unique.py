"""No two entries answer to the same name."""

from build_tools.checks.rule import rule


@rule("names-are-unique")
def names_are_unique(lineage):
    """Names, aliases and former ids differ, ignoring case, spaces and punctuation."""
    for kind in ("models", "datasets", "organizations", "licenses"):
        owner: dict[str, str] = {}
        for entry in getattr(lineage, kind):
            for name in dict.fromkeys((entry.name, *getattr(entry, "aliases", ()))):
                key = "".join(char for char in name.lower() if char.isalnum() or char == "+")
                if owner.setdefault(key, entry.id) != entry.id:
                    yield ((kind, entry.id, "name"), entry.id, f"{name!r} is a name of {owner[key]!r} already",
                           "tell the two names apart, or join the entries")
    redirects: dict[str, str] = {}
    for model in lineage.models:
        for former in model.former_ids:
            if redirects.setdefault(former, model.id) != model.id:
                yield (("models", model.id, "former_ids"), model.id, f"former id {former!r} is that of {redirects[former]!r} too",
                       "a former id redirects to one model: keep it with that one")
            if former in lineage.model:
                yield (("models", model.id, "former_ids"), model.id, f"former id {former!r} is in use",
                       "a former id redirects here, so nothing else may have it")
    badge: dict[str, str] = {}
    for organization in lineage.organizations:
        if badge.setdefault(organization.monogram, organization.id) != organization.id:
            yield (("organizations", organization.id, "monogram"), organization.id,
                   f"monogram {organization.monogram!r} is that of {badge[organization.monogram]!r}", "choose another")
