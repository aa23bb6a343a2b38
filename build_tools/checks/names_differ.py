"""An alias is another name."""

from build_tools.checks.rule import fixer, rule


@rule("names-differ")
def names_differ(lineage):
    """No alias repeats the name of its entry or another alias of it, ignoring case."""
    for kind in ("models", "datasets", "organizations"):
        for entry in getattr(lineage, kind):
            kept = _other_names(entry.name, entry.aliases)
            if len(kept) < len(entry.aliases):
                again = next(alias for alias in entry.aliases if alias not in kept or entry.aliases.count(alias) > 1)
                yield ((kind, entry.id, "aliases"), entry.id, f"the alias {again!r} is a name it has already",
                       "remove it (`lineage fmt` does it)")


@fixer("names-differ")
def drop_repeated(kind, entry):
    """Aliases that say something new."""
    if not entry.get("aliases"):
        return entry
    kept = _other_names(entry["name"], entry["aliases"])
    return {**entry, "aliases": kept} if kept else {key: value for key, value in entry.items() if key != "aliases"}


def _other_names(name, aliases):
    seen = {name.casefold()}
    return [alias for alias in aliases if not (alias.casefold() in seen or seen.add(alias.casefold()))]
