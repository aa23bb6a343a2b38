"""The page of a model on a small screen."""

from __future__ import annotations


def test_the_family_figure_begins_with_the_model_itself(visit):
    page = visit("models/gpt-3/", width=390, height=844)
    inside = page.evaluate("""() => { const box = document.querySelector('.family__box').getBoundingClientRect(),
        own = document.querySelector('.node--self').getBoundingClientRect();
        return own.left >= box.left && own.right <= box.right && document.querySelector('.family__box').scrollLeft > 0; }""")
    assert inside


def test_a_footnote_leads_to_its_source_and_back(visit):
    page = visit("models/bert/")
    page.locator("sup.mark a").first.click()
    assert page.evaluate("location.hash") == "#source-1"
    page.locator("#source-1 .sources__back").first.click()
    assert page.evaluate("location.hash") == "#cite-1-1"


def test_a_node_of_the_family_leads_to_its_page_by_keyboard(visit):
    page = visit("models/bert/")
    page.get_by_role("link", name="RoBERTa 2019").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/models/roberta/")
