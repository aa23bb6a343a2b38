"""What a reader finds on the page of a model."""

from __future__ import annotations

import re

import pytest

from tests.site import reading


@pytest.fixture(scope="module")
def small(small_site):
    return lambda model: reading.read(small_site / "models" / model / "index.html")


def text_of(tree, path: str) -> str:
    return " ".join(" ".join(found.text_content() for found in tree.xpath(path)).split())


def test_every_footnote_leads_to_a_source_and_back(small_site):
    for page, tree in reading.pages(small_site):
        if page.startswith("models/") and page != "models/index.html":
            marks = {mark.get("id"): mark.get("href") for mark in tree.xpath("//sup[@class='mark']/a")}
            back = {link.get("href")[1:]: link for link in tree.xpath("//a[@class='sources__back']")}
            assert marks.keys() == back.keys(), page
            for mark, href in marks.items():
                assert back[mark].xpath("ancestor::li/@id") == [href[1:]], page


def test_dates_tell_their_kind_and_how_exact_they_are(small):
    facts = text_of(small("gamma"), "//dl[@class='facts']")
    assert "October 11, 2018 paper known to the day places it in the tree" in facts
    assert "November 2018 weights released known to the month" in facts


def test_a_primary_source_that_was_only_named_is_told_apart(small):
    sources = text_of(small("gamma"), "//ol[@class='sources']")
    assert re.search(r"Gamma: Half of Beta .*?Named by source 1\. Not read by us", sources)


def test_another_sources_value_is_shown_with_the_reason(small):
    assert "Another source says November 2018" in text_of(small("gamma"), "//*[@class='dispute']")
    assert "The post means the weights." in text_of(small("gamma"), "//*[@class='dispute']")


def test_main_facts_nobody_knows_are_told_as_unknown(small):
    rows = {row.findtext("dt"): row.xpath("dd")[0].text_content().split() for row in small("eta").xpath("//dl[@class='facts']/div")}
    assert rows["Sizes"] == rows["Training data"] == rows["Training objective"] == rows["Links"] == ["unknown"]

    assert " ".join(rows["License"]).startswith("none, because the weights are not given out")


def test_changes_of_openness_are_told_with_their_dates(small):
    facts = text_of(small("delta"), "//dl[@class='facts']")
    assert "At release: Unreleased" in facts and "Since June 11, 2020: API only" in facts


def test_parents_are_told_with_relation_grade_and_place(small):
    parents = text_of(small("delta"), "//h2[@id='comes-from']/following::ul[1]")
    assert "Delta takes its architecture from Beta 2017" in parents and "stated by the authors" in parents
    assert "Evidence: second paragraph" in parents
    assert "disputed" in parents and "further parent" in parents


def test_children_are_told_with_what_they_took(small):
    children = text_of(small("beta"), "//h2[@id='grew-from-it']/following::ul[1]")
    assert "Gamma 2018 takes its architecture" in children and "Eta 2023 takes a method" in children


def test_a_root_says_why_it_has_no_parent(small):
    assert "Nothing in this collection came before it." in text_of(small("alpha"), "//main")


def test_differences_from_the_surveys_figure_are_said(small):
    assert "draws it as closed" in text_of(small("gamma"), "//*[@class='in-figure']")
    epsilon = text_of(small("epsilon"), "//*[@class='in-figure']")
    assert "restricted terms (Guarded License)" in epsilon and "encoder-decoder branch" in epsilon


def test_the_family_figure_links_parents_children_and_grandchildren(small):
    links = small("beta").xpath("//*[local-name()='svg'][@class='family-figure']//*[local-name()='a']")
    assert {link.get("xlink:href") for link in links} == {"../alpha/", "./", "../gamma/", "../delta/", "../eta/", "../epsilon/"}


def test_a_page_tells_how_to_cite_it_and_its_paper(small):
    cite = text_of(small("beta"), "//div[@class='cite']")
    assert "@misc{llm-lineage-beta," in cite and "author = {Ada Example and Bo Sample}" in cite and "eprint = {1701.00001}" in cite


def test_neighbors_in_time_are_one_step_away(small):
    assert small("gamma").xpath("//a[@rel='prev']/@href")[0] == "../beta/"
    assert small("gamma").xpath("//main//a[@rel='next']/@href") == ["../delta/"]


def test_the_tree_opens_with_the_model_chosen(small):
    assert "../../tree/?model=gamma" in small("gamma").xpath("//a/@href")


def test_the_edit_link_leads_to_the_entrys_line(built_site, lineage):
    for model in lineage.models[:20]:
        tree = reading.read(built_site / "models" / model.id / "index.html")
        at = lineage.at("models", model.id)
        assert f"/edit/main/{at.file}#L{at.line}" in tree.xpath("string(//p[@class='mend']/a/@href)")


def test_a_former_id_leads_to_the_page(small_site):
    old = reading.read(small_site / "models" / "epsilon-one" / "index.html")
    assert old.xpath("string(//meta[@http-equiv='refresh']/@content)") == "0; url=../epsilon/"
    assert old.xpath("string(//link[@rel='canonical']/@href)").endswith("/models/epsilon/")
    assert old.xpath("//a/@href") == ["../epsilon/"]


def test_an_address_that_does_not_exist_offers_ways_on(built_site):
    page = reading.read(built_site / "404.html")
    assert any(href.endswith("/tree/") for href in page.xpath("//main//a/@href"))
    assert any(href.endswith("/models/") for href in page.xpath("//main//a/@href"))
