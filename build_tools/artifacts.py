"""What the rooms hand to the site: finished files, and pieces for hand-written pages."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.problems import At

__all__ = ["HOME", "Artifact", "Insert"]

# Stands for the site's own address until an adapter, which knows it, puts it in place.
HOME = "https://site.invalid/"


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of the site, before the site builder has seen it."""

    uri: str  # where it is, such as "models/bert.md" or "api/v1/models.json"
    content: str | bytes
    edit: At | None = None  # the place in the data that a reader would mend
    section: str | None = None  # uri of the index page it belongs to; such pages stay out of the navigation


@dataclass(frozen=True, slots=True)
class Insert:
    """HTML that replaces the comment ``<!-- lineage:name -->`` of a hand-written page."""

    page: str
    name: str
    html: str
