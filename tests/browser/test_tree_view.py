"""Wheel, pinch, drag and buttons move the tree; nothing is ever lost out of sight."""

import pytest

from tests.browser.tree import at, box, named, overlaps, query, scale, shown


def middle(page):
    view = box(page, ".tree__view")
    return view["x"] + view["width"] / 2, view["y"] + min(view["height"], 700) / 2


def place(page):
    """Where the drawing's corner is on the screen."""
    return tuple(page.evaluate("""() => { const t = document.querySelector('lineage-tree'), b = t.box.getBoundingClientRect();
        return [b.x + t.view.x, b.y + t.view.y] }"""))


def test_the_wheel_zooms_about_the_pointer(tree):
    page = tree()
    x, y = middle(page)
    before, left = scale(page), place(page)
    page.mouse.move(x, y)
    page.mouse.wheel(0, -300)
    page.wait_for_function("z => document.querySelector('lineage-tree').view.z > z * 1.2", arg=before)
    grown = scale(page) / before
    assert place(page)[0] == pytest.approx(x - (x - left[0]) * grown, abs=42)


def test_a_drag_moves_the_tree_and_opens_nothing(tree):
    page = tree("?view=2,800,300")
    x, y = page.evaluate("""() => [...document.querySelectorAll('a.model:not(.is-dot) .card')].map(c => c.getBoundingClientRect())
        .filter(b => b.left > 200 && b.right < 900 && b.top > 350 && b.bottom < 640).map(b => [b.x + 5, b.y + 5])[0]""")
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
    assert scale(page) == 1
    page.wait_for_function("!location.search.includes('view=')")


def test_the_tree_cannot_be_dragged_out_of_its_window(tree):
    page = tree("?view=2,620,400")
    for _ in range(30):
        page.get_by_role("button", name="Move left").click()
    view, (left, _) = box(page, ".tree__view"), place(page)
    width = page.evaluate("(() => { const v = document.querySelector('lineage-tree').view; return v.base[0] * v.scale[0] })()")
    assert left <= view["x"] + 41 and left + width >= view["right"] - 41


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
    page = tree("?view=2,640,380", width=390, height=844, has_touch=True, is_mobile=True)
    page.locator(".tree__view").scroll_into_view_if_needed()
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
    page.locator("#model-gpt-3").tap()
    assert page.locator(".tree__panel").is_visible() and "model=gpt-3" in query(page)


def test_a_tap_beside_a_dot_means_a_dot_within_a_finger(tree):
    page = tree("?view=3,640,300", width=390, height=844, has_touch=True, is_mobile=True)
    page.locator(".tree__view").scroll_into_view_if_needed()
    spot = page.evaluate("""() => { const t = document.querySelector('lineage-tree'), v = t.box.getBoundingClientRect();
        for (const n of t.figure.nodes) { const b = n.querySelector('.dot').getBoundingClientRect(), x = b.x + b.width / 2 + 9, y = b.y + b.height / 2 + 7;
            if (x > v.left + 20 && x < v.right - 20 && y > v.top + 20 && y < Math.min(v.bottom - 90, innerHeight - 20) && !document.elementFromPoint(x, y)?.closest('a.model')
                ) return [n.id.slice(6), x, y]; } }""")
    before = dict(page.eval_on_selector_all("a.model .dot", "all => all.map(d => { const b = d.getBoundingClientRect(); return [d.closest('a').id.slice(6), [b.x + b.width / 2, b.y + b.height / 2]] })"))
    page.touchscreen.tap(spot[1], spot[2])
    page.wait_for_function("location.search.includes('model=')")
    x, y = before[query(page).split("model=")[1].split("&")[0]]
    assert ((x - spot[1]) ** 2 + (y - spot[2]) ** 2) ** 0.5 <= 30


def test_on_a_phone_the_first_view_tells_the_story(tree):
    page = tree(width=390, height=844, has_touch=True, is_mobile=True)
    view = box(page, ".tree__view")
    seen = {one for one, own in named(page).items() if view["x"] <= own["x"] and own["right"] <= view["right"] and view["y"] <= own["y"] and own["bottom"] <= view["bottom"]}
    assert len(seen) >= 15 and {"bert", "t5", "gpt-3", "llama"} <= seen
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert view["height"] >= 1.2 * view["width"]


def dust(page, ids) -> bool:
    """Whether there is a speck at the place of each of these models, and none besides."""
    return page.evaluate("""ids => { const {figure} = document.querySelector('lineage-tree');
        const specks = [...document.querySelectorAll('.dust path')].flatMap(path => (path.getAttribute('d') ?? '').match(/M[-\\d.]+ [-\\d.]+/g) ?? []);
        const places = ids.map(id => figure.index.get(id)).map(at => `M${figure.px[at]} ${figure.py[at]}`);
        return JSON.stringify(specks.sort()) === JSON.stringify(places.sort()); }""", sorted(ids))


def swept(page) -> set[str]:
    """Models over which a landmark's name lies."""
    return set(page.eval_on_selector_all("a.is-under", "all => all.map(n => n.id.slice(6))"))


def test_on_a_phone_dots_without_a_name_are_dust_which_a_filter_takes_and_gives_back(tree, lineage):
    page = tree(width=390, height=844, has_touch=True, is_mobile=True)
    whole = set(lineage.model) - set(named(page)) - swept(page)
    assert len(whole) > 300 and dust(page, whole)
    at(page, "?openness=api")
    api = {one for one in lineage.model if lineage.openness(one) == "api"}
    page.wait_for_function("amount => document.querySelectorAll('a.model:not([data-filtered])').length === amount", arg=len(api))
    assert set(named(page)) < api and dust(page, api - set(named(page)) - swept(page)) and not overlaps(page)
    fills = page.eval_on_selector_all(".dust .dot", "all => all.filter(d => d.getAttribute('d')).map(d => getComputedStyle(d).fill)")
    assert set(fills) == {page.evaluate("getComputedStyle(document.querySelector('.lineage')).backgroundColor")}, "closed models are hollow, as dust too"
    at(page, "")
    page.wait_for_function("document.querySelectorAll('a.model[data-filtered]').length === 0")
    assert dust(page, set(lineage.model) - set(named(page)) - swept(page))


def test_a_speck_that_is_marked_or_chosen_is_a_dot_again(tree):
    page = tree(width=390, height=844, has_touch=True, is_mobile=True)
    one = min(set(page.eval_on_selector_all("a.is-dot:not(.is-under)", "all => all.map(n => n.id.slice(6))")))
    assert page.locator(f"#model-{one} .dot").is_hidden()
    at(page, f"?mark={one}")
    page.locator(f"#model-{one}.is-marked .dot").wait_for(state="visible")
    at(page, "?as=figure1")
    page.wait_for_function("document.querySelector('.is-survey')")
    page.wait_for_function("![...document.querySelectorAll('.dust path')].some(path => path.getAttribute('d'))")


def test_every_part_of_the_drawing_is_there_once_it_answers(tree, lineage):
    page = tree()
    assert page.locator(".part").count() > 1
    assert shown(page) == set(lineage.model)


def test_a_finger_on_the_whole_tree_still_scrolls_the_page(tree):
    page = tree(width=390, height=844, has_touch=True, is_mobile=True)
    assert page.locator(".tree__view").evaluate("e => getComputedStyle(e).touchAction") == "pan-y"


def test_the_map_shows_where_one_is_and_takes_one_elsewhere(tree):
    page = tree()
    assert page.locator(".minimap").is_hidden()
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Zoom in").click()
    frame, chart = box(page, ".minimap__frame"), box(page, ".minimap canvas")
    assert 0.3 < frame["width"] / chart["width"] < 0.8
    drawn = page.evaluate("(() => { const c = document.querySelector('.minimap canvas'); return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(v => v > 0) })()")
    assert drawn
    before = place(page)
    page.mouse.click(chart["x"] + 3, chart["y"] + 3)
    assert place(page)[0] > before[0] and place(page)[1] > before[1]


def test_the_years_stay_at_the_edge_of_the_window(tree):
    page = tree("?view=4,900,300")
    view = box(page, ".tree__view")
    lefts = page.eval_on_selector_all(".year-name:not(.is-away)", "all => all.map(y => y.getBoundingClientRect().x)")
    assert all(view["x"] <= left <= view["x"] + 30 for left in lefts)
