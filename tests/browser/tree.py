"""Questions that the tests ask of the tree's page."""

from __future__ import annotations

__all__ = ["box", "focused", "query", "scale", "shown", "status"]


def shown(page) -> set[str]:
    """Ids of the models that a reader can see and click."""
    return set(page.eval_on_selector_all(
        "a.model", "nodes => nodes.filter(n => getComputedStyle(n).visibility === 'visible').map(n => n.dataset.id)"))


def status(page, wait_for: str | None = None) -> str:
    """The sentence that says what is shown, once it begins with ``wait_for``."""
    if wait_for is not None:
        page.wait_for_function("t => document.querySelector('.tree__status').textContent.startsWith(t)", arg=wait_for)
    return page.locator(".tree__status").text_content()


def query(page) -> str:
    """The query of the address, with its question mark."""
    return page.evaluate("location.search")


def scale(page) -> float:
    """How large the drawing is drawn: 1 is its own size."""
    return page.evaluate("() => { const s = document.querySelector('.tree__view svg.lineage'); return s.getBoundingClientRect().width / s.viewBox.baseVal.width }")


def focused(page) -> str | None:
    """Id of the model that has the focus."""
    return page.evaluate("document.activeElement?.dataset?.id ?? null")


def box(page, selector: str) -> dict[str, float]:
    """Where an element is on the screen."""
    return page.eval_on_selector(selector, "e => { const b = e.getBoundingClientRect(); return {x: b.x, y: b.y, right: b.right, bottom: b.bottom, width: b.width, height: b.height} }")
