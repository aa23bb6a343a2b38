"""A list of facts does not repeat itself."""

from build_tools.checks.rule import fixer, rule

KEYS = {"models": ("dates", "sizes", "links", "parents", "techniques", "hosts", "trained_on", "releases", "introduced"),
        "datasets": ("dates", "links", "parents", "generated_by")}


@rule("nothing-is-said-twice")
def nothing_is_said_twice(lineage):
    """No fact stands twice, word for word, in one list of an entry."""
    for kind, keys in KEYS.items():
        for entry in getattr(lineage, kind):
            for key in keys:
                facts = getattr(entry, key)
                for index, fact in enumerate(facts):
                    if fact in facts[:index]:
                        yield ((kind, entry.id, key, index), entry.id, f"the same fact stands twice under {key}",
                               "remove one of the two (`lineage fmt` does it)")


@fixer("nothing-is-said-twice")
def keep_one(kind, entry):
    """Each fact once, at its first place."""
    once = {key: [fact for index, fact in enumerate(entry[key]) if fact not in entry[key][:index]]
            for key in KEYS.get(kind, ()) if isinstance(entry.get(key), list)}
    return {**entry, **once}
