"""A paper is not dated before arXiv had it."""

import re

from build_tools.checks.rule import rule

ARXIV = re.compile(r"https://arxiv\.org/abs/([0-9]{2})([0-9]{2})\.[0-9]{4,5}(?:v[0-9]+)?")
LAST_DAYS = 28   # a paper handed in on the last days of a month may get an id of the next


@rule("arxiv-month")
def arxiv_month(lineage):
    """Dates agree with the month in the arXiv id: a paper of 1810.04805 cannot be from 2018-09, nor from 2019-03 unless a note says why."""
    for source in lineage.sources:
        month = _month(source.url)
        if month and source.published and not _from(month, source.published):
            yield (("sources", source.id, "published"), source.id, f"published {source.published}, before its arXiv id's month {month}",
                   "correct the date or the id")
    for model in lineage.models:
        months = [month for link in model.links if link.kind == "paper" and (month := _month(link.url))]
        for index, fact in enumerate(model.dates):
            if fact.kind != "paper" or not months or fact.note or not fact.date.month:
                continue
            if not any(_from(month, fact.date) and f"{fact.date.year:04d}-{fact.date.month:02d}" <= month for month in months):
                yield (("models", model.id, "dates", index), model.id, f"paper of {fact.date}, but its arXiv id is of {' or '.join(months)}",
                       "correct the date or the link, or say under `note` which event the date is of")


def _month(url):
    """``2018-10`` of an arXiv address."""
    found = ARXIV.fullmatch(url)
    return f"20{found[1]}-{found[2]}" if found else None


def _from(month, date):
    """Whether a date is not before a month; its last days may count to the next."""
    year, number = int(month[:4]), int(month[5:])
    before = (year, number - 1) if number > 1 else (year - 1, 12)
    return date.latest >= (year, number, 1) or ((date.year, date.month) == before and (date.day or 0) >= LAST_DAYS)
