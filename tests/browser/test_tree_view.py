"""Wheel, pinch, drag and buttons move the tree; nothing is ever lost out of sight."""

import pytest

from tests.browser.tree import box, query, scale


def middle(page):
    view = box(page, ".tree__view")
    return view["x"] + view["width"] / 2, view["y"] + min(view["height"], 700) / 2


def place(page):
    drawing = box(page, ".tree__view svg.lineage")
    return drawing["x"], drawing["y"]


def test_the_wheel_zooms_about_the_pointer(tree):
    page = tree()
    x, y = middle(page)
    before, left = scale(page), place(page)
    page.mouse.move(x, y)
    page.mouse.wheel(0, -300)
    page.wait_for_function("k => document.querySelector('lineage-tree').view.k > k * 1.2", arg=before)
    grown = scale(page) / before
    assert place(page)[0] == pytest.approx(x - (x - left[0]) * grown, abs=42)


def test_a_drag_moves_the_tree_and_opens_nothing(tree):
    page = tree("?view=2,1100,1500")
    x, y = page.evaluate("""() => [...document.querySelectorAll('a.model .card')].map(c => c.getBoundingClientRect())
        .filter(b => b.left > 200 && b.right < 1000 && b.top > 350 && b.bottom < 700).map(b => [b.x + 5, b.y + 5])[0]""")
    before = place(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 90, y + 60, steps=6)
    page.mouse.up()
    after = place(page)
    assert (after[0] - before[0], after[1] - before[1]) == (pytest.approx(90, abs=8), pytest.approx(60, abs=8))
    assert page.locator(".tree__panel").is_hidden()


def test_buttons_zoom_move_and_fit(tree):
    page = tree()
    first = scale(page)
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Zoom in").click()
    assert scale(page) > first * 1.8
    before = place(page)
    page.get_by_role("button", name="Move right").click()
    assert place(page)[0] < before[0]
    page.get_by_role("button", name="Zoom out").click()
    page.get_by_role("button", name="Fit the whole tree").click()
    view, drawing = box(page, ".tree__view"), box(page, ".tree__view svg.lineage")
    assert drawing["width"] <= view["width"] + 1 and drawing["height"] <= view["height"] + 1
    page.wait_for_function("!location.search.includes('view=')")


def test_the_tree_cannot_be_dragged_out_of_its_window(tree):
    page = tree("?view=2,620,500")
    for _ in range(30):
        page.get_by_role("button", name="Move left").click()
    view, drawing = box(page, ".tree__view"), box(page, ".tree__view svg.lineage")
    assert drawing["x"] <= view["x"] + 41 and drawing["right"] >= view["right"] - 41


def test_full_screen_and_back(tree):
    page = tree()
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("document.fullscreenElement || document.querySelector('lineage-tree.is-full')")
    assert page.locator(".tree__view").is_visible()
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("!document.fullscreenElement && !document.querySelector('lineage-tree.is-full')")


def test_two_fingers_pinch_on_a_phone(tree):
    page = tree(width=390, height=844, has_touch=True, is_mobile=True)
    page.locator(".tree__view").scroll_into_view_if_needed()
    before = scale(page)
    view = box(page, ".tree__view")
    x, y = view["x"] + view["width"] / 2, view["y"] + 200
    touch = page.context.new_cdp_session(page)
    points = lambda gap: [{"x": x - gap, "y": y, "id": 0}, {"x": x + gap, "y": y, "id": 1}]
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": points(30)})
    for gap in (40, 50, 60, 70, 80, 90):
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": points(gap)})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert scale(page) > before * 1.6


def test_a_finger_drags_and_a_tap_opens_on_a_phone(tree):
    page = tree(width=390, height=844, has_touch=True, is_mobile=True)
    page.locator("#model-gpt-3").scroll_into_view_if_needed()
    before = place(page)[0]
    view = box(page, ".tree__view")
    touch = page.context.new_cdp_session(page)
    at = lambda x: [{"x": x, "y": view["y"] + 120, "id": 0}]
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": at(200)})
    for x in (190, 170, 150, 130):
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": at(x)})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert place(page)[0] < before - 40
    page.get_by_role("button", name="Fit the whole tree").tap()
    page.locator("[data-far=gpt-3]").tap()
    assert page.locator(".tree__panel").is_visible() and "model=gpt-3" in query(page)


def test_on_a_phone_the_first_view_has_names_one_can_read(tree):
    page = tree(width=390, height=844, has_touch=True, is_mobile=True)
    visible = page.evaluate("""() => { const v = document.querySelector('.tree__view').getBoundingClientRect();
        return [...document.querySelectorAll('a.model .card ~ .name, .far-name')].filter(n => n.checkVisibility({opacityProperty: true}))
            .map(n => n.getBoundingClientRect()).filter(b => b.left > v.left && b.right < v.right && b.top > v.top && b.bottom < v.bottom && b.height > 8).length }""")
    assert visible >= 8
    assert page.evaluate("document.documentElement.scrollWidth") == 390
