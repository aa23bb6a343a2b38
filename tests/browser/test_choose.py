"""The decision flow is answered by keys, by mouse and by a pasted address; without script its picture and its list stand."""

import pytest

from tests.browser.tree import query

PAGE = "guide/choose/"


def told(page):
    return page.locator(".flow__status").text_content()


def asked(page):
    return page.locator(".flow__ask").text_content()


def lit(page):
    """Ids of what is lit up in the picture, without their common beginning."""
    return set(page.eval_on_selector_all(".flow-figure .is-on", "all => all.map(one => one.id.slice(5))"))


def focused(page):
    return page.evaluate("document.activeElement.id")


def enter(page):
    """Move the focus into the tool, as the Tab key does."""
    page.locator("[data-answer=y]").focus()


WAY = {"q1", "q1-no", "q2", "q2-no", "q3", "q3-no", "q4", "q4-yes", "q4-yes-end"}


def test_by_keys_one_comes_to_the_verdict_with_its_reasons(visit):
    page = visit(PAGE)
    enter(page)
    for key in "nnny":
        page.keyboard.press(key)
    assert query(page) == "?a=nnny" and told(page) == "The verdict after 4 answers: a fine-tuned model."
    assert asked(page) == "A fine-tuned model" and focused(page) == "flow-ask"
    assert page.locator(".flow__past li").count() == 4 and "Yes." in page.locator(".flow__past li").last.text_content()
    assert page.locator(".flow__why").text_content().startswith("Why: ")
    assert lit(page) == WAY and page.locator(".flow-figure .is-now").get_attribute("id") == "flow-q4-yes-end"


def test_capital_letters_answer_too_and_modified_keys_do_not(visit):
    page = visit(PAGE)
    enter(page)
    page.keyboard.press("Control+n")
    page.keyboard.press("Alt+y")
    assert query(page) == ""
    page.keyboard.press("Shift+N")
    assert query(page) == "?a=n"


def test_backspace_takes_the_last_answer_back_and_ends_at_the_first_question(visit):
    page = visit(PAGE + "?a=nn")
    enter(page)
    page.keyboard.press("Backspace")
    assert query(page) == "?a=n" and told(page) == "Question 2 of at most 10"
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    assert query(page) == "" and told(page) == "Question 1 of at most 10" and page.url.endswith(PAGE)


def test_by_mouse_the_same_verdict_is_reached(visit):
    page = visit(PAGE)
    for name in ("No", "No", "No", "Yes"):
        page.get_by_role("button", name=name, exact=True).click()
    assert query(page) == "?a=nnny" and lit(page) == WAY


def test_by_a_pasted_address_the_same_stands_there_at_once_and_the_focus_is_not_taken(visit):
    page = visit(PAGE + "?a=nnny")
    assert told(page) == "The verdict after 4 answers: a fine-tuned model." and lit(page) == WAY
    assert focused(page) == ""


@pytest.mark.parametrize("letters, verdict, end", [("y", "a large language model", "q1-yes-end"), ("nnnnnnnn", "a fine-tuned model", "q8-no-end"),
                                                   ("nnnnnnnyny", "an open question", "q10-yes-end"), ("nnnnnnnynn", "a large language model", "q10-no-end")])
def test_each_verdict_lights_its_own_end(visit, letters, verdict, end):
    page = visit(f"{PAGE}?a={letters}")
    assert told(page).endswith(f": {verdict}.")
    assert end in lit(page) and sum(one.endswith("-end") for one in lit(page)) == 1


@pytest.mark.parametrize("mangled, clean", [("?a=nnnyzzz", "?a=nnny"), ("?a=NNny", "?a=nnny"), ("?a=yyyyyyyyyyyyyyyy", "?a=y"), ("?a=%3Cb%3E", ""), ("?a=__proto__", ""), ("?a=", ""),
                                            ("?a=n%00y", "?a=n"), ("?b=1", "?b=1")])
def test_a_mangled_address_is_read_as_far_as_it_means_something(visit, mangled, clean):
    page = visit(PAGE + mangled)
    assert query(page) == clean
    assert told(page).startswith(("Question", "The verdict"))


def test_back_and_forward_walk_through_the_answers(visit):
    page = visit(PAGE)
    enter(page)
    for key in "nny":
        page.keyboard.press(key)
    page.go_back()
    assert query(page) == "?a=nn" and told(page) == "Question 3 of at most 10"
    page.go_forward()
    assert query(page) == "?a=nny" and told(page) == "The verdict after 3 answers: a large language model."


def test_start_again_and_back_are_offered_once_there_is_an_answer(visit):
    page = visit(PAGE)
    again, back = page.get_by_role("button", name="Start again"), page.get_by_role("button", name="Back", exact=True)
    assert again.is_disabled() and back.is_disabled()
    page.get_by_role("button", name="No", exact=True).click()
    page.get_by_role("button", name="No", exact=True).click()
    back.click()
    assert query(page) == "?a=n"
    again.click()
    assert query(page) == "" and focused(page) == "flow-ask" and lit(page) == {"q1"}


def test_any_answer_can_be_changed(visit):
    page = visit(PAGE + "?a=nnny")
    page.get_by_role("link", name="Change the answer to question 3").click()
    assert query(page) == "?a=nn" and told(page) == "Question 3 of at most 10"


def test_the_models_that_fit_depend_on_what_decided_and_lead_into_the_site(visit, built_site):
    reasoning, chat = (visit(f"{PAGE}?a={letters}").locator(".flow__families").text_content() for letters in ("ny", "y"))
    assert "reasoning" in reasoning and "chat models" in chat and "chat models" not in reasoning
    page = visit(PAGE + "?a=ny")
    for path in page.eval_on_selector_all(".flow__families a[href*='/models/']", "all => all.map(one => one.pathname)"):
        assert (built_site / "models" / path.rstrip("/").rpartition("/")[2] / "index.html").exists(), path
    page.locator(".flow__families a[href*='/tree/']").first.click()
    page.wait_for_function("document.querySelector('lineage-tree')?.kept && document.querySelector('.tree__status').textContent")
    assert 0 < page.locator("a.model:not([data-filtered])").count() < page.locator("a.model").count()


def test_a_stray_letter_leads_to_the_question_instead_of_turning_the_page(visit):
    page = visit(PAGE)
    page.keyboard.press("n")
    page.wait_for_timeout(200)
    assert page.url.endswith(PAGE) and focused(page) == "flow-ask"
    page.keyboard.press("n")
    assert query(page) == "?a=n"


def test_letters_typed_into_the_search_are_no_answers(visit):
    page = visit(PAGE)
    page.locator(".md-search__input").focus()
    page.keyboard.type("yny")
    assert query(page) == "" and page.locator(".md-search__input").input_value() == "yny"


def test_a_box_of_the_picture_leads_to_its_explanation(visit):
    page = visit(PAGE + "?a=nn")
    page.locator("#flow-q5").click()
    assert page.evaluate("location.hash") == "#q5" and page.locator("#q5").is_visible()
    assert query(page) == "?a=nn" and told(page) == "Question 3 of at most 10"


def test_without_script_the_picture_and_the_list_serve(visit):
    page = visit(PAGE + "?a=nnny", java_script_enabled=False)
    assert not page.locator(".flow__tool").is_visible() and page.locator(".flow-figure").is_visible()
    assert page.locator(".flow-list > li h3").count() == 10
    page.locator("#flow-q4-yes-end").click()
    assert page.url.endswith("#verdict-fine-tuned")
    assert page.locator("#verdict-fine-tuned a[href*='tree/?']").count() >= 3


def test_at_320_pixels_the_tool_stands_above_the_picture_and_both_fit(visit):
    page = visit(PAGE + "?a=nnny", width=320, height=700)
    card, figure = page.locator(".flow__card").bounding_box(), page.locator(".flow-figure").bounding_box()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert card["y"] + card["height"] < figure["y"] and figure["x"] + figure["width"] <= 320


def test_in_print_the_verdict_and_its_way_stay_and_the_controls_go(visit):
    page = visit(PAGE + "?a=nnny")
    page.emulate_media(media="print")
    assert page.locator(".flow__verdict").is_visible() and page.locator(".flow-figure").is_visible()
    assert not page.get_by_role("button", name="Back", exact=True).is_visible()


def test_in_forced_colors_the_way_keeps_apart_from_the_rest(visit):
    page = visit(PAGE + "?a=nnny", forced_colors="active")
    stroke = lambda selector: page.eval_on_selector(selector, "one => getComputedStyle(one).stroke")
    assert stroke("#flow-q1-no path") != stroke("#flow-q1-yes path")
    assert stroke("#flow-q1 rect") != page.evaluate("getComputedStyle(document.body).backgroundColor")
