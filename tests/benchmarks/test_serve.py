"""The server of the browser benchmark gives a page its measuring script and hears what the page tells."""

from __future__ import annotations

import urllib.error
import urllib.request

import pytest

from benchmarks.browser.serve import hosted


def test_a_page_asked_for_with_a_prelude_runs_it_first_and_others_are_as_they_are(tmp_path):
    (tmp_path / "page.html").write_text("<!doctype html>\n<head>\n<title>é</title></head>", encoding="utf-8")
    with hosted({"/a/": tmp_path}, {"alone=x": "let one;"}) as host:
        def read(path):
            return urllib.request.urlopen(host.address + path).read().decode()

        assert read("/a/page.html?alone=x") == "<!doctype html>\n<head><script>let one;</script>\n<title>é</title></head>"
        assert read("/a/page.html") == read("/a/page.html?alone=y") == (tmp_path / "page.html").read_text(encoding="utf-8")
        assert list(host.served) == [tmp_path / "page.html"] and host.bytes() > 0
        with pytest.raises(urllib.error.HTTPError, match="404"):
            read("/a/../other.html")


def test_what_a_page_posts_is_heard(tmp_path):
    with hosted({"/": tmp_path}) as host:
        urllib.request.urlopen(urllib.request.Request(f"{host.address}/said", data=b'{"ready": 12.5}', method="POST"))
        assert host.said.get(timeout=5) == {"ready": 12.5}
