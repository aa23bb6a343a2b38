"""Questions that the tests ask of the tree's page."""

from __future__ import annotations

__all__ = ["at", "box", "focused", "menu", "named", "overlaps", "query", "scale", "shown", "status"]


def at(page, query: str) -> None:
    """Follow a link within the page, as back and forward do: a state without loading the page anew."""
    page.evaluate("""query => { history.pushState(null, "", query || location.pathname); dispatchEvent(new PopStateEvent("popstate")); }""", query)


def shown(page) -> set[str]:
    """Ids of the models that a reader can see and click."""
    return set(page.eval_on_selector_all(
        "a.model", "nodes => nodes.filter(n => n.checkVisibility({visibilityProperty: true})).map(n => n.id.slice(6))"))


def status(page, wait_for: str | None = None) -> str:
    """The sentence that says what is shown, once it begins with ``wait_for``."""
    if wait_for is not None:
        page.wait_for_function("t => document.querySelector('.tree__status').textContent.startsWith(t)", arg=wait_for)
    return page.locator(".tree__status").text_content()


def query(page) -> str:
    """The query of the address, with its question mark, once what is on the screen has been written into it."""
    return page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(location.search)))))")


def menu(page, facet: str) -> None:
    """Open the menu of a facet, or close it."""
    page.locator(f"[data-menu={facet}] > summary").click()


def scale(page) -> float:
    """The zoom: 1 shows the whole tree."""
    return page.evaluate("document.querySelector('lineage-tree').view.z")


def named(page) -> dict[str, dict[str, float]]:
    """Boxes of the names that can be read, by model."""
    return dict(page.eval_on_selector_all("a.model:not(.is-dot):not([data-filtered])", """nodes => nodes.map(n => {
        const b = n.querySelector('.card').getBoundingClientRect();
        return [n.id.slice(6), {x: b.x, y: b.y, right: b.right, bottom: b.bottom, height: b.height, width: b.width}]; })"""))


def overlaps(page) -> list[str]:
    """Names that lie on another name, or on another model's dot or speck of dust (what a narrow window has swept away is neither)."""
    return page.evaluate("""() => {
        const tree = document.querySelector('lineage-tree'), {figure, view} = tree, window_ = tree.box.getBoundingClientRect();
        const speck = (n) => { const at = figure.nodes.indexOf(n), x = window_.x + view.x + figure.px[at], y = window_.y + view.y + figure.py[at]; return [x - 2, y - 2, x + 2, y + 2]; };
        const nodes = [...document.querySelectorAll('a.model:not([data-filtered])')];
        const rect = (e) => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; };
        const meet = (a, b) => a[0] < b[2] - .2 && b[0] < a[2] - .2 && a[1] < b[3] - .2 && b[1] < a[3] - .2;
        const parts = nodes.flatMap(n => [...(n.matches('.is-dot') ? [] : [n.querySelector('.card')]), ...(n.matches('.is-under') ? [] : [n.querySelector('.dot')])].map(e => [n.id, e.matches('.is-dusty .is-dot > .dot') ? speck(n) : rect(e), e.matches('.card')]));
        const out = [];
        for (const [id, box, card] of parts) if (card) for (const [other, more] of parts)
            if (id !== other && meet(box, more)) out.push(`${id} over ${other}`);
        return out; }""")


def focused(page) -> str | None:
    """Id of the model that has the focus."""
    return page.evaluate("document.activeElement?.id?.match(/^model-(.*)/)?.[1] ?? null")


def box(page, selector: str) -> dict[str, float]:
    """Where an element is on the screen."""
    return page.eval_on_selector(selector, "e => { const b = e.getBoundingClientRect(); return {x: b.x, y: b.y, right: b.right, bottom: b.bottom, width: b.width, height: b.height} }")
