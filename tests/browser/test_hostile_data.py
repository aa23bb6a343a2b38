"""Hostile data in a browser: nothing of it runs, on any kind of page, whatever is pointed at or clicked."""

import pytest

from tests.site.conftest import SMALL, build_from
from tests.site.hostile import write_hostile

PAGES = ("models/", "sources/", "tree/", "organizations/", "organizations/example-labs/", "licenses/guarded/", "models/gamma/",
         "models/alpha/", "years/2018/", "")


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile-browser")
    write_hostile(SMALL, folder / "lineage")
    return build_from(folder / "lineage", folder)


@pytest.mark.parametrize("path", PAGES)
def test_no_text_of_the_data_runs(hostile_site, browser, path):
    context = browser.new_context()
    page = context.new_page()
    caught = []
    page.expose_function("pwn", lambda: caught.append(path))
    page.on("dialog", lambda dialog: caught.append(dialog.message))
    page.goto((hostile_site / path / "index.html").as_uri())
    page.evaluate("""() => { for (const node of document.querySelectorAll('main *')) {
        node.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})); if (!node.closest('a')) node.click?.(); } }""")
    context.close()
    assert caught == []
