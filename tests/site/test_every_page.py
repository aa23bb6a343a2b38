"""What holds for every page of the built site."""

from __future__ import annotations

import pytest

from tests.site import reading


@pytest.fixture(scope="module")
def all_pages(built_site):
    return list(reading.pages(built_site))


def test_every_page_has_one_main_heading(all_pages):
    wrong = [page for page, tree in all_pages if len(tree.xpath("//main//h1")) != 1]
    assert not wrong


def test_every_page_has_a_title_and_a_description_of_its_own(all_pages):
    found = [(page, tree) for page, tree in all_pages if page != "404.html"]
    for what in ("string(//head/title)", "string(//meta[@name='description']/@content)",
                 "string(//meta[@property='og:description']/@content)"):
        texts = [tree.xpath(what).strip() for _, tree in found]
        assert all(texts), what
        repeated = {page for (page, _), text in zip(found, texts) if texts.count(text) > 1}
        assert not repeated, what


def test_every_page_shows_a_preview_when_its_link_is_shared(all_pages):
    for page, tree in all_pages:
        image = tree.xpath("string(//meta[@property='og:image']/@content)")
        assert image.startswith("https://") and image.endswith("/assets/og.png"), page
        assert tree.xpath("string(//meta[@property='og:title']/@content)"), page


def test_no_page_has_styles_or_handlers_in_its_markup(all_pages):
    found = {(page, element.tag, name) for page, tree in all_pages for element in tree.iter() if isinstance(element.tag, str)
             for name in element.attrib if name == "style" or name.startswith("on")}
    assert not found
    assert not {page for page, tree in all_pages if tree.xpath("//style")}


def test_no_id_stands_twice_on_a_page(all_pages):
    for page, tree in all_pages:
        ids = [element.get("id") for element in tree.iter() if isinstance(element.tag, str) and element.get("id")]
        repeated = {found for found in ids if ids.count(found) > 1}
        assert not repeated, page


def test_every_link_in_a_figure_says_where_it_leads(all_pages):
    for page, tree in all_pages:
        for link in tree.xpath("//*[local-name()='svg']//*[local-name()='a']"):
            assert link.get("role") == "link", page
            assert link.get("aria-label"), page
        assert not tree.xpath("//*[local-name()='svg'][@role='img']//*[local-name()='a']"), page


def test_no_stand_in_for_the_address_is_left(built_site):
    for path in built_site.rglob("*"):
        if path.suffix in (".html", ".json", ".csv", ".txt", ".xml"):
            assert "site.invalid" not in path.read_text(encoding="utf-8"), path.name


def test_no_mark_of_a_hand_written_page_is_left(built_site):
    for path in built_site.rglob("*.html"):
        assert "<!-- lineage:" not in path.read_text(encoding="utf-8"), path.name


def test_the_navigation_stays_light(built_site):
    sizes = {path.parent.name: path.stat().st_size for path in (built_site / "models").glob("*/index.html")}
    links = len(reading.read(built_site / "models" / "bert" / "index.html").xpath("//nav[contains(@class, 'md-nav')]//a"))
    assert links < 60
    assert max(sizes.values()) < 200_000
