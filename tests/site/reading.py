"""Read a built site: its pages, and where their links lead."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html

XLINK = "{http://www.w3.org/1999/xlink}href"
LOADED = {"img": "src", "script": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src", "embed": "src"}
LOADED_RELS = {"stylesheet", "icon", "preload", "modulepreload", "apple-touch-icon", "manifest", "preconnect", "dns-prefetch", "prefetch"}


def pages(site: Path) -> Iterator[tuple[str, lxml.html.HtmlElement]]:
    """Every HTML file of a site with its address, without the small redirect pages."""
    for path in sorted(site.rglob("*.html")):
        tree = read(path)
        if not tree.xpath("//meta[@http-equiv='refresh']"):
            yield path.relative_to(site).as_posix(), tree


@cache
def read(path: Path) -> lxml.html.HtmlElement:
    """The parsed page."""
    return lxml.html.fromstring(path.read_bytes())


def links(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """Where the links of a page lead, those in figures included."""
    for element in tree.iter():
        if isinstance(element.tag, str):
            for name in ("href", "xlink:href", XLINK):
                if element.get(name) is not None and element.tag != "link":
                    yield element.get(name)


def loaded(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """What the browser fetches on its own when it shows a page."""
    for tag, name in LOADED.items():
        yield from (element.get(name) for element in tree.iter(tag) if element.get(name))
    for element in tree.iter("link"):
        if LOADED_RELS & set((element.get("rel") or "").split()):
            yield element.get("href")


def anchors(path: Path) -> frozenset[str]:
    """Ids that a link may point at."""
    return _anchors(path)


@cache
def _anchors(path: Path) -> frozenset[str]:
    return frozenset(element.get("id") for element in read(path).iter() if isinstance(element.tag, str) and element.get("id"))


def fault(site: Path, page: str, href: str, base: str) -> str | None:
    """What is wrong with a link, if it leads inside the site. ``base``: path that the site is served under."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return None
    if parts.path.startswith("/"):
        if not parts.path.startswith(base):
            return f"{page}: {href} leaves the site's base {base}"
        target = site / unquote(parts.path[len(base):])
    elif parts.path:
        target = (site / page).parent / unquote(parts.path)
    else:
        target = site / page
    target = target.resolve()
    if target.is_dir():
        target /= "index.html"
    if not target.is_file():
        return f"{page}: {href} leads to no file"
    if parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in anchors(target):
        return f"{page}: {href} leads to no place on its page"
    return None
