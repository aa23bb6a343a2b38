"""Every link inside the site leads somewhere."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
import yaml

from tests.site import reading
from tests.site.conftest import ROOT


@pytest.fixture(scope="module")
def base() -> str:
    address = re.search(r'site_url: !ENV \[SITE_URL, "(.*?)"\]', (ROOT / "mkdocs.yml").read_text())[1]
    return urlsplit(address).path


def test_every_internal_link_and_anchor_resolves(built_site, base):
    faults = [found for page, tree in reading.pages(built_site) for href in reading.links(tree)
              if (found := reading.fault(built_site, page, href, base))]
    assert not faults, "\n".join(faults[:40])


def test_links_in_figures_are_among_those_checked(built_site):
    tree = reading.read(built_site / "models" / "transformer" / "index.html")
    figure = tree.xpath("//*[local-name()='svg'][contains(@class, 'family-figure')]")[0]
    assert any("bert" in href for href in reading.links(figure))


def test_the_check_finds_a_missing_page_and_a_missing_anchor(built_site, base):
    assert reading.fault(built_site, "about/index.html", "../models/no-such-model/", base)
    assert reading.fault(built_site, "about/index.html", "../models/#no-such-place", base)
    assert reading.fault(built_site, "about/index.html", "/elsewhere/", base)
    assert reading.fault(built_site, "about/index.html", "../models/", base) is None


def test_everything_a_page_loads_is_there(built_site, base):
    faults = {found for page, tree in reading.pages(built_site) for href in reading.loaded(tree)
              if (found := reading.fault(built_site, page, href.partition("?")[0], base))}
    assert not faults, "\n".join(sorted(faults)[:40])


def test_nothing_is_loaded_from_other_hosts(built_site):
    outside = {(page, href) for page, tree in reading.pages(built_site) for href in reading.loaded(tree)
               if urlsplit(href).netloc}
    assert not outside


def test_style_sheets_load_nothing_from_other_hosts(built_site):
    for path in built_site.rglob("*.css"):
        found = re.findall(r"url\(\s*[\"']?(https?:|//)[^)]*\)|@import[^;]*(?:https?:|//)", path.read_text(encoding="utf-8"))
        assert not found, path.name


def test_every_page_of_the_site_map_is_in_the_site(built_site):
    address = re.search(r'site_url: !ENV \[SITE_URL, "(.*?)"\]', (ROOT / "mkdocs.yml").read_text())[1]
    listed = re.findall(r"<loc>(.*?)</loc>", (built_site / "sitemap.xml").read_text())
    assert f"{address}models/bert/" in listed
    assert all((built_site / url.removeprefix(address) / "index.html").is_file() for url in listed)


def test_the_configuration_names_the_address_once():
    text = (ROOT / "mkdocs.yml").read_text()
    assert len(re.findall(r"llm-lineage\.github\.io", text)) == 1
    assert yaml.compose(text)
