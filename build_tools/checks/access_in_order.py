"""A model's openness is told from its release on, in the order of time."""

from build_tools.checks.rule import rule
from build_tools.vocabulary import Openness


@rule("access-in-order")
def access_in_order(lineage):
    """The first state has no `since`, each later one a later `since`; closed states carry no license."""
    for model in lineage.models:
        previous = None
        for index, access in enumerate(model.access):
            place = ("models", model.id, "access", index)
            if index == 0 and access.since:
                yield place, model.id, "the first access state has `since`", "remove it: the first state starts at release"
            if index > 0 and not access.since:
                yield place, model.id, "a later access state does not say since when", "add `since:` with the date of the change"
            if access.since and previous and access.since <= previous:
                yield place, model.id, f"access states are out of order ({previous}, then {access.since})", "put the older state first"
            if access.openness in (Openness.API, Openness.UNRELEASED) and access.license:
                yield (place, model.id, f"{access.openness} weights have no license ({access.license!r})",
                       "remove `license`, or correct `openness`")
            previous = access.since or previous
