"""The terms of the weights in words: licenses/ and licenses/<id>/."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.artifacts import Artifact
from build_tools.graph import Lineage
from build_tools.pages import _words as words
from build_tools.pages._citations import described
from build_tools.pages._here import Here
from build_tools.pages._render import WIDE, page
from build_tools.pages._rows import chips, table
from build_tools.records import License
from build_tools.vocabulary import LicenseClass

INDEX = "licenses/index.md"


def pages(lineage: Lineage) -> Iterator[Artifact]:
    """The list, then one page for each license."""
    yield _index(lineage)
    for license in lineage.licenses:
        yield _page(lineage, license)


def _index(lineage: Lineage) -> Artifact:
    here = Here(INDEX)
    order = list(LicenseClass)
    found = sorted(lineage.licenses, key=lambda license: (order.index(license.kind), license.name.casefold()))
    entries = [(license, here.license(license.id), words.LICENSE_CLASS[license.kind], words.COMMERCIAL_SHORT[license.commercial_use],
                words.plural(len(lineage.by_license.get(license.id, ())), "model")) for license in found]
    return page(INDEX, "licenses.md.j2", hide=WIDE, title="Licenses", entries=entries,
                description="The licenses that language-model weights are given out under, in plain words: "
                            "commercial use, conditions and restrictions.")


def _page(lineage: Lineage, license: License) -> Artifact:
    uri = f"licenses/{license.id}.md"
    here = Here(uri)
    every = lineage.by_license.get(license.id, ())
    now = [model for model in every if lineage.access(model.id).license == license.id]
    source = lineage.source.get(license.source)
    return page(
        uri, "license.md.j2", hide=WIDE, title=license.name, description=f"{license.name} in plain words: {license.summary}",
        edit=lineage.at("licenses", license.id), section=INDEX, license=license,
        kind=words.LICENSE_CLASS[license.kind], commercial=words.COMMERCIAL[license.commercial_use],
        short_url=license.url.removeprefix("https://"), source=described(source) if source else None,
        table=table(lineage, reversed(now), here),
        former=chips(lineage, [model for model in every if model not in now], here))
