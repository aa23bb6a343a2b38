"""A recorded conflict is one."""

from build_tools.checks.rule import cited_facts, rule


@rule("conflict-differs")
def conflict_differs(lineage):
    """The other value under `conflicts` is not the value shown."""
    for entry in (*lineage.models, *lineage.datasets):
        for place, fact in cited_facts(entry):
            shown = str(getattr(fact, "value", None) or getattr(fact, "date", None) or "")
            for other in fact.conflicts:
                if shown and other.value.casefold() == shown.casefold():
                    yield place, entry.id, f"the conflict gives {other.value!r}, which is the value shown", (
                        "give the value of the other source, or move its citation to `also`")
