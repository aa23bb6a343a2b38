"""Nothing is dated, was published, read or checked in the future."""

from build_tools.checks.rule import rule
from build_tools.values import PartialDate


@rule("dates-are-past", needs_today=True)
def dates_are_past(lineage, today):
    """No date lies in the future."""
    now = PartialDate(today.isoformat())
    for source in lineage.sources:
        for key in ("published", "accessed"):
            date = getattr(source, key)
            if date and not date.can_precede(now):
                yield ("sources", source.id, key), source.id, f"{date} is in the future (today is {now})", "correct the date"
    for model in lineage.models:
        dated = [(("models", model.id, "dates", index), fact.date) for index, fact in enumerate(model.dates)]
        dated += [(("models", model.id, "access", index), access.since)
                  for index, access in enumerate(model.access) if access.since]
        dated.append((("models", model.id, "checked"), model.checked))
        for place, date in dated:
            if not date.can_precede(now):
                yield place, model.id, f"{date} is in the future (today is {now})", "correct the date"
