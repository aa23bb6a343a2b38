"""Links are relative, so that the site works under any base address."""

from __future__ import annotations

import pytest

from build_tools.pages._here import Here, address


@pytest.mark.parametrize(("uri", "served"), [
    ("index.md", ""), ("about.md", "about/"), ("models/index.md", "models/"), ("models/bert.md", "models/bert/"),
    ("api/v1/models.json", "api/v1/models.json"), ("models/gpt-3.5.md", "models/gpt-3.5/"),
])
def test_pages_are_served_as_folders_and_other_files_as_they_are(uri, served):
    assert address(uri) == served


@pytest.mark.parametrize(("page", "target", "link"), [
    ("index.md", "tree/", "tree/"), ("about.md", "models/bert/", "../models/bert/"), ("models/bert.md", "models/t5/", "../t5/"),
    ("models/bert.md", "tree/?model=bert", "../../tree/?model=bert"), ("models/index.md", "models/bert/#cite", "bert/#cite"),
    ("models/bert.md", "", "../../"), ("sources.md", "api/v1/models.json", "../api/v1/models.json"), ("models/bert.md", "models/bert/", "./"),
])
def test_a_link_leads_from_the_page_to_its_target(page, target, link):
    assert Here(page).to(target) == link


def test_each_kind_of_page_has_its_address():
    here = Here("models/bert.md")
    assert here.model("t5") == "../t5/"
    assert here.organization("google") == "../../organizations/google/"
    assert here.branch("encoder-only") == "../../branches/encoder-only/"
    assert here.year(2018) == "../../years/2018/"
    assert here.license("mit") == "../../licenses/mit/"
    assert here.source("paper") == "../../sources/#source-paper"
    assert here.full == "https://site.invalid/models/bert/"
