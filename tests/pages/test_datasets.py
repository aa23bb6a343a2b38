"""Data sets have pages that say what they were made from and what was trained on them."""

from __future__ import annotations

from build_tools import site as everything
from build_tools.load import load
from tests.site.conftest import SMALL

LINEAGE = load(SMALL)[0]
PAGES = {found.uri: found.content for found in everything.site(LINEAGE)}


def test_a_data_set_is_listed_with_what_was_trained_on_it():
    page = PAGES["datasets/index.md"]
    assert page.index("Crawl") < page.index("Clean Crawl") and page.count("1 model</td>") == 2
    assert "not released" in page


def test_its_page_tells_origin_offspring_and_models_by_stage():
    crawl, clean = PAGES["datasets/crawl.md"], PAGES["datasets/clean-crawl.md"]
    assert "is filtered from it" in crawl and "Counted without markup." in crawl and "Pre-training" in crawl
    assert 'href="../../models/delta/"' in crawl
    assert "is filtered from" in clean and 'href="../crawl/"' in clean and 'href="../../models/gamma/"' in clean
    assert "250 billion tokens" in clean and "places it in the tree" not in clean + crawl


def test_the_model_leads_back_to_its_data():
    delta = PAGES["models/delta.md"]
    for text in ('href="../../datasets/crawl/"', "2,048 tokens", "46 languages, among them English and French", "reads text and image, writes text",
                 "3.14 × 10²³", "learned absolute positions", "introduced here", "https://doi.org/10.1000/182", "is widely used"):
        assert text in delta, text
    assert "Not known to us" not in delta
    assert "Not known to us: context length, tokenizer" in PAGES["models/alpha.md"]


def test_an_address_a_data_set_once_had_leads_to_it():
    assert 'url=../crawl/"' in PAGES["datasets/crawl-one/index.html"]


def test_the_quality_page_shows_every_conflict_and_every_year():
    page = PAGES["data/quality.md"]
    for text in ("November 2018", "2 TB", "2013", "Context length"):
        assert text in page, text
