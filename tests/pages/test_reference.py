"""How to cite a page and its paper."""

from __future__ import annotations

import pytest

from build_tools.reference import arxiv_id, references
from build_tools.records import Source
from tests.helpers import SOURCE, lineage, model


def paper(**changes) -> Source:
    return Source(**{"id": "arxiv-1810.00002", "kind": "paper", "title": "On {Braces} & 50% of_it", "url": "https://arxiv.org/abs/1810.00002",
                     "authors": "Devlin et al.", "published": "2018-10", **changes})


def cited(source: Source):
    found = model("alpha", links=[{"kind": "paper", "url": source.url, "source": "paper"}])
    return references(lineage(found, sources=(SOURCE, source)), found)


def test_the_page_is_cited_with_the_day_it_was_checked():
    page, _ = cited(paper())
    assert page.plain == "LLM Lineage contributors. “Alpha.” LLM Lineage, entry last checked June 1, 2025. https://site.invalid/models/alpha/"


def test_characters_that_tex_reads_as_commands_are_escaped():
    assert r"On \{Braces\} \& 50\% of\_it" in cited(paper())[1].bibtex


@pytest.mark.parametrize(("authors", "bibtex"), [
    ("Devlin et al.", "Devlin and others"), ("Ada Example, Bo Sample", "Ada Example and Bo Sample"),
    ("Ada Example and Bo Sample", "Ada Example and Bo Sample"), ("OpenAI", "OpenAI"), ("Shazeer, Fedus et al.", "Shazeer and Fedus and others"),
])
def test_authors_become_what_bibtex_expects(authors, bibtex):
    assert f"author        = {{{bibtex}}}" in cited(paper(authors=authors))[1].bibtex


def test_a_paper_on_arxiv_has_its_number():
    assert "eprint        = {1810.00002}" in cited(paper())[1].bibtex
    assert "eprint" not in cited(paper(url="https://example.org/paper.pdf"))[1].bibtex


def test_a_model_without_a_known_paper_offers_only_its_page():
    found = model("alpha")
    assert len(references(lineage(found), found)) == 1


@pytest.mark.parametrize(("url", "number"), [
    ("https://arxiv.org/abs/1810.04805", "1810.04805"), ("https://arxiv.org/abs/1810.04805v2", "1810.04805"),
    ("https://arxiv.org/abs/cmp-lg/9404003", "cmp-lg/9404003"), ("https://example.org/abs/1810.04805", None),
])
def test_arxiv_numbers_are_read_from_the_paper_link(url, number):
    assert arxiv_id(model("alpha", links=[{"kind": "paper", "url": url, "source": "paper"}])) == number
