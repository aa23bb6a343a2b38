"""The timeline and the charts in a browser: the same selection as in the tree and the table, by the same address."""

from __future__ import annotations

import pytest

from build_tools.render.charts import series_of
from tests.browser.tree import query

QUERY = "?openness=open&org=google,meta&from=2020"


@pytest.fixture
def chosen(lineage):
    """The models that `QUERY` keeps."""
    return [model for model in lineage.models if lineage.openness(model.id).is_open and lineage.released(model.id).year >= 2020
            and {"google", "meta"} & set(model.organizations.value)]


def dots(page) -> list[tuple[str, str]]:
    """Lane (empty for the lines of single models) and id of every dot that can be seen."""
    return [tuple(one) for one in page.evaluate("""() => [...document.querySelectorAll('.timeline a.model')]
        .filter(n => n.getClientRects().length && getComputedStyle(n).visibility === 'visible')
        .map(n => [n.closest('.lane').querySelector('.lane__name a')?.textContent ?? '', n.dataset.id])""")]


def pieces(page, figure) -> dict[tuple[str, str], tuple[float, float]]:
    """Width and height of each piece of a chart by row and series."""
    found = page.eval_on_selector_all(f"#{figure} .piece", """all => all.filter(n => n.getClientRects().length).map(n => [n.dataset.row, n.dataset.series,
        Number(n.getAttribute('width')), Number(n.getAttribute('height'))])""")
    return {(row, series): (width, height) for row, series, width, height in found}


def cells(page, figure) -> dict[str, dict[str, str]]:
    """The table of a chart: numbers by row and column; hidden rows are left out."""
    return page.eval_on_selector_all(f"#{figure} tbody tr:not([hidden])", """rows => Object.fromEntries(rows.map(row =>
        [row.dataset.row, Object.fromEntries([...row.querySelectorAll('[data-cell]')].map(c => [c.dataset.cell, c.textContent]))]))""")


# --- the timeline ---------------------------------------------------------------------------------

@pytest.mark.parametrize("script", [True, False])
def test_every_model_stands_in_the_timeline_with_or_without_script(visit, lineage, script):
    page = visit("timeline/", java_script_enabled=script)
    shown = page.eval_on_selector_all(".timeline a.model", "all => all.map(n => n.dataset.id)") if script else [
        node.get_attribute("data-id") for node in page.locator(".timeline a.model").element_handles()]
    assert sorted(shown) == sorted(model.id for model in lineage.models for _ in model.organizations.value)
    assert page.locator(".timeline :is(input, summary, select):visible").count() == (0 if not script else page.locator(".tree__bar :is(input, summary, select):visible").count())


def test_an_address_narrows_the_lanes_and_their_counts(visit, lineage, chosen):
    page = visit("timeline/" + QUERY)
    assert {model for _, model in dots(page)} == {model.id for model in chosen}
    meta = [model for model in chosen if "meta" in model.organizations.value]
    lane = page.locator(".lane", has=page.get_by_role("heading", name="Meta ", exact=False)).first
    assert lane.locator(".lane__count").inner_text() == f"{len(meta)} of {len(lineage.by_organization['meta'])}"
    assert page.locator(".tree__status").text_content().startswith(f"{len(chosen)} of {len(lineage.models)} models")


def test_a_lane_without_a_chosen_model_goes_away_and_comes_back(visit, lineage):
    page = visit("timeline/")
    several = [key for key, models in lineage.by_organization.items() if len(models) > 1]
    assert page.locator("ul.lanes > .lane:visible").count() == len(several)
    page.locator("summary", has_text="Branch").click()
    page.get_by_role("checkbox", name="Pre-Transformer").click()
    before = [key for key in several if any(model.architecture.value == "pre-transformer" for model in lineage.by_organization[key])]
    assert page.locator("ul.lanes > .lane:visible").count() == len(before)
    assert "branch=pre-transformer" in query(page)
    page.go_back()
    page.wait_for_function("!location.search")
    assert page.locator("ul.lanes > .lane:visible").count() == len(several)


def test_where_nothing_is_found_the_timeline_offers_the_way_back(visit, lineage):
    page = visit("timeline/?find=no-such-model-anywhere")
    assert dots(page) == []
    page.get_by_role("button", name="Show all").click()
    assert len(dots(page)) == sum(len(model.organizations.value) for model in lineage.models)


def test_the_arrow_keys_lead_through_a_lane_past_what_is_hidden(visit, lineage):
    page = visit("timeline/?openness=open")
    openly = [model.id for model in lineage.by_organization["meta"] if lineage.openness(model.id).is_open]
    page.locator(f".lane:has(.lane__name a[href*='/meta/']) a.model[data-id='{openly[0]}']").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.id") == openly[1]
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.dataset.id") == openly[-1]
    assert page.locator(".timeline__tip").is_visible()
    assert lineage.model[openly[-1]].name in page.locator(".timeline__tip").inner_text()


@pytest.mark.parametrize("width", [900, 1280, 1700])
def test_names_in_a_lane_do_not_run_into_each_other(visit, width):
    meeting = visit("timeline/", width=width).evaluate("""() => {
        const wrong = [];
        for (const lane of document.querySelectorAll('ul.lanes .lane')) {
            const boxes = [...lane.querySelectorAll('.spot text')].filter(n => n.getClientRects().length).map(n => [n.getBoundingClientRect(), n.textContent]);
            for (const [a, one] of boxes) for (const [b, two] of boxes)
                if (a !== b && a.left < b.left && a.right > b.left && Math.abs(a.top - b.top) < 8) wrong.push(`${one} / ${two}`);
        }
        return wrong; }""")
    assert meeting == []


# --- the charts -------------------------------------------------------------------------------------

def test_the_charts_of_a_selection_count_its_models(visit, lineage, chosen):
    page = visit("charts/" + QUERY)
    table, drawn = cells(page, "open-closed"), pieces(page, "open-closed")
    for year in lineage.by_year:
        own = [series_of(lineage.openness(model.id)) for model in chosen if lineage.released(model.id).year == year]
        assert [table[str(year)][key] for key in ("open", "restricted", "closed", "all")] == [
            str(number) for number in (own.count("open"), own.count("restricted"), 0, len(own))]
    unit = drawn["2020", "open"][1] / int(table["2020"]["open"])
    assert unit > 0
    assert all(abs(height - unit * int(table[row][series])) < 0.2 for (row, series), (_, height) in drawn.items())
    branches = cells(page, "branches")
    assert sum(int(row["all"]) for row in branches.values()) == len(chosen)
    assert page.locator("#open-closed .chart__counted").inner_text() == f"{len(chosen)} of {len(lineage.models)} models are counted."


def test_the_organizations_of_a_selection_are_ranked_anew(visit, lineage):
    page = visit("charts/?country=fr")
    french = [model for model in lineage.models if any(lineage.organization[key].country == "FR" for key in model.organizations.value)]
    counted = {key: sum(key in model.organizations.value for model in french) for model in french for key in model.organizations.value}
    table = cells(page, "organizations")
    assert {key: int(row["all"]) for key, row in table.items()} == counted
    numbers = [int(row["all"]) for row in table.values()]
    assert numbers == sorted(numbers, reverse=True)
    first = page.locator("#organizations .bar__name").first.text_content()
    assert first == lineage.organization[max(counted, key=counted.get)].name


def test_sizes_that_nobody_knows_are_counted_and_not_drawn(visit, lineage):
    page = visit("charts/?org=openai")
    known = {model.id for model in lineage.by_organization["openai"] if model.sizes}
    drawn = page.eval_on_selector_all("#parameters a.model", "all => all.filter(n => n.checkVisibility({visibilityProperty: true})).map(n => n.href.baseVal.split('/').at(-2))")
    rows = page.eval_on_selector_all("#parameters tbody tr:not([hidden]) a", "all => all.map(n => n.getAttribute('href').split('/').at(-2))")
    assert set(rows) == known
    assert set(drawn) == known and len(drawn) == len(known)
    told = page.eval_on_selector_all("#parameters .unknown-size", "all => all.map(n => Number(n.textContent))")
    assert sum(told) == len(lineage.by_organization["openai"]) - len(known) > 0
    assert page.locator("#parameters .chart__counted").inner_text() == f"{len(known)} of {len(lineage.by_organization['openai'])} models are drawn."


def test_after_a_filter_and_back_the_charts_are_as_they_were_built(visit):
    page = visit("charts/")
    words = "[...document.querySelectorAll('.chart-box :is(text, figcaption, th, td)')].map(n => n.textContent)"
    lengths = "[...document.querySelectorAll('.piece')].flatMap(n => ['x', 'y', 'width', 'height'].map(k => Number(n.getAttribute(k))))"
    built, drawn = page.evaluate(words), page.evaluate(lengths)
    page.locator("summary", has_text="Openness").click()
    page.locator("[data-group=closed]").click()
    page.wait_for_function("location.search === '?openness=closed'")
    assert page.evaluate(words) != built and page.evaluate(lengths) != drawn
    page.locator("[data-group=closed]").click()
    page.wait_for_function("location.search === ''")
    assert page.evaluate(words) == built
    assert max(abs(before - after) for before, after in zip(drawn, page.evaluate(lengths), strict=True)) <= 0.11


def test_without_script_the_charts_and_their_tables_are_whole(visit, lineage):
    page = visit("charts/", java_script_enabled=False)
    assert page.locator("#parameters a.model").count() == sum(bool(model.sizes) for model in lineage.models)
    assert page.locator("#organizations tbody tr").count() == len(lineage.by_organization)
    assert page.locator(".tree__bar").is_hidden()
    assert page.locator("[data-statement]").count() == 0


# --- one address for all views ----------------------------------------------------------------------

@pytest.mark.parametrize("view", ["models/", "timeline/", "charts/"])
def test_the_links_between_the_views_carry_the_selection(visit, lineage, chosen, view):
    page = visit(view + QUERY)
    links = page.eval_on_selector_all("a[data-view]", "all => all.map(n => [n.dataset.view, new URL(n.href).pathname, new URL(n.href).search])")
    assert [key for key, _, _ in links] == ["tree", "table", "timeline", "charts"]
    assert {search for _, _, search in links} == {page.evaluate("Lineage.write(Lineage.read(location.search))")} == {QUERY}
    page.locator("a[data-view=timeline]").click()
    page.wait_for_function("document.querySelector('lineage-timeline .tree__status')?.textContent")   # while the page is on its way
    assert {model for _, model in dots(page)} == {model.id for model in chosen}


@pytest.mark.parametrize("view", ["models/", "timeline/", "charts/"])
def test_other_names_find_the_same_models_in_every_view(visit, view):
    page = visit(view + "?find=bidirectional+encoder+representations+from+transformers")
    page.wait_for_function("window.LineageWords && !document.querySelector('.tree__status').textContent.startsWith('0 ')")
    assert page.evaluate("[...document.querySelector('models-table, lineage-timeline, lineage-charts').bar.selection.kept].map((k, i) => k && LineageData.id[i]).includes('bert')")


@pytest.mark.parametrize("view", ["timeline/", "charts/"])
@pytest.mark.parametrize("query", ["?find=%E0%A4%A", "?openness=nonsense", "?__proto__=1&constructor=2&org=constructor", "?from=3000&to=1", "?view=1,2&time=2020-99"])
def test_a_mangled_address_does_no_harm(visit, view, query):
    page = visit(view + query)
    assert page.locator(".tree__status").text_content()
    assert page.locator("a.model").count() > 100


@pytest.mark.parametrize(("view", "element"), [("timeline/", "lineage-timeline"), ("charts/", "lineage-charts")])
def test_taken_out_and_put_back_a_view_still_answers(visit, view, element):
    page = visit(view)
    page.evaluate(f"() => {{ const found = document.querySelector('{element}'), place = found.parentNode; for (let i = 0; i < 3; i++) {{ found.remove(); place.append(found); }} }}")
    page.locator("summary", has_text="Openness").click()
    page.locator("[data-group=closed]").click()
    assert query(page) == "?openness=closed"
    assert page.locator("details.facet", has=page.locator("[data-facet=openness]")).count() == 1
