"""The tree is a complete picture, with and without script."""

from build_tools.vocabulary import Architecture, Grade


def test_without_script_every_model_is_a_visible_link_to_its_page(tree, lineage, address):
    page = tree(java_script_enabled=False)
    links = page.locator("svg.lineage a.model")
    assert links.count() == len(lineage.models)
    target = page.locator("#model-bert").evaluate("a => a.href.baseVal")
    assert page.locator("#model-bert").is_visible()
    page.locator("#model-bert .card").click()
    assert page.url == address + "models/bert/" and target.endswith("models/bert/")


def test_without_script_no_control_stands_there_that_does_nothing(tree):
    page = tree(java_script_enabled=False)
    assert page.locator("[data-script]:visible").count() == 0


def test_each_node_carries_the_published_attributes(tree, lineage):
    page = tree()
    nodes = page.eval_on_selector_all("a.model", """nodes => nodes.map(n => ({id: n.id, role: n.getAttribute('role'),
        organization: n.dataset.organization, openness: n.dataset.openness, architecture: n.dataset.architecture,
        released: n.dataset.released}))""")
    assert nodes == [{"id": f"model-{model.id}", "role": "link", "organization": " ".join(model.organizations.value),
                      "openness": lineage.openness(model.id), "architecture": model.architecture.value,
                      "released": str(lineage.released(model.id))} for model in lineage.by_date]


def test_each_parent_link_is_drawn_with_its_relation(tree, lineage):
    drawn = tree().eval_on_selector_all(".edge", "all => all.map(e => [e.dataset.parent, e.dataset.child, e.dataset.relation].join(' '))")
    assert sorted(drawn) == sorted(f"{edge.parent} {edge.child} {edge.link.relation}" for edge in lineage.edges)


def test_later_models_stand_higher_and_children_above_their_parents(tree, lineage):
    page = tree()
    places = dict(page.eval_on_selector_all("[data-joint]", "all => all.map(j => [j.dataset.joint, Number(j.getAttribute('cy'))])"))
    for edge in lineage.edges:
        if edge.link.primary:
            assert places[edge.child] < places[edge.parent], (edge.child, edge.parent)
    days = [model for model in lineage.by_date if lineage.released(model.id).day]
    # A child dated like its parent is lifted above it, and may pass a neighbor of the same weeks: by little of the whole.
    lifted = 0.024 * page.eval_on_selector("svg.lineage", "svg => svg.viewBox.baseVal.height")
    for earlier, later in zip(days, days[1:]):
        assert places[later.id] <= places[earlier.id] + lifted, (earlier.id, later.id)


def test_open_is_filled_and_closed_is_outlined(tree, lineage):
    page = tree()
    looks = dict(page.eval_on_selector_all("a.model:has(.card)", """nodes => nodes.map(n => [n.dataset.id,
        getComputedStyle(n.querySelector('.card')).fill])"""))
    paper = page.evaluate("""() => { const e = document.createElement('i'); e.style.color = 'var(--paper)';
        document.body.append(e); return getComputedStyle(e).color }""")
    for one, fill in looks.items():
        assert (fill != paper) == lineage.openness(one).is_open, (one, fill)


def test_no_name_lies_on_another_name_or_on_another_dot(tree):
    overlaps = tree().evaluate("""() => {
        const nodes = [...document.querySelectorAll('a.model')];
        const rect = (e) => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; };
        const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
        const parts = nodes.flatMap(n => [...n.querySelectorAll('.card, .dot')].map(e => [n.dataset.id, rect(e), e.matches('.card')]));
        const out = [];
        for (const [id, box, card] of parts) for (const [other, more] of parts)
            if (card && id !== other && meet(box, more)) out.push(`${id} over ${other}`);
        return out; }""")
    assert overlaps == []


def test_names_fit_their_cards_in_the_font_that_is_shown(tree):
    loose = tree().evaluate("""async () => { await document.fonts.ready;
        return [...document.querySelectorAll('a.model:has(.card)')].filter(n => {
            const name = n.querySelector('.name').getBoundingClientRect(), card = n.querySelector('.card').getBoundingClientRect();
            return name.right > card.right - 1 || name.left < card.left; }).map(n => n.dataset.id); }""")
    assert loose == []


def test_at_1280_pixels_the_whole_tree_is_seen_with_its_landmarks_named(tree, lineage):
    page = tree()
    view, drawing = page.locator(".tree__view").bounding_box(), page.locator("svg.lineage").first.bounding_box()
    assert drawing["width"] <= view["width"] + 1 and drawing["height"] <= view["height"] + 1
    named = page.eval_on_selector_all(".far > a:has(.far-name)", """marks => marks.filter(m =>
        m.querySelector('.far-name').getBoundingClientRect().height >= 11).map(m => [m.dataset.far, m.querySelector('.far-card').getBoundingClientRect().toJSON()])""")
    assert len(named) >= 80 and {"transformer", "bert", "gpt-3", "t5", "llama"} <= {one for one, _ in named}
    for place, (one, box) in enumerate(named):
        for other, more in named[place + 1:]:
            assert (box["right"] <= more["left"] or more["right"] <= box["left"] or box["bottom"] <= more["top"] or more["bottom"] <= box["top"]), (one, other)


def test_drawn_to_scale_nearly_every_model_is_named_at_eleven_pixels_or_more(tree, lineage):
    page = tree("?view=1,1000,1200")
    assert page.locator(".far").is_hidden()
    named = page.eval_on_selector_all("a.model .card ~ .name", "names => names.filter(n => n.getBoundingClientRect().height >= 11).length")
    assert named >= 0.9 * len(lineage.models)


def test_a_landmark_opens_its_model_and_goes_with_the_filter(tree):
    page = tree("?branch=encoder-only")
    assert page.locator(".far > [data-far=bert]").is_visible() and page.locator(".far > [data-far=gpt-3]").is_hidden()
    page.locator(".far > [data-far=bert]").click()
    page.wait_for_url("**model=bert*")
    assert page.locator(".tree__panel").get_by_role("heading", name="BERT").first.is_visible()


def test_inferred_and_disputed_limbs_are_dashed_and_stated_ones_are_not(tree, lineage):
    dashes = dict(tree().eval_on_selector_all(".limb", "all => all.map(l => [l.dataset.child, getComputedStyle(l).strokeDasharray])"))
    for edge in lineage.edges:
        if edge.link.primary:
            assert (dashes[edge.child] != "none") == (edge.link.grade is not Grade.STATED), edge.child


def test_branches_have_their_own_colors_in_light_and_dark(tree):
    for scheme in ("light", "dark"):
        colors = tree(color_scheme=scheme).evaluate("""() => ['encoder-only', 'decoder-only', 'encoder-decoder', 'pre-transformer', 'other']
            .map(b => getComputedStyle(document.body).getPropertyValue('--branch-' + b))""")
        assert len(set(colors)) == len(Architecture)


def test_every_organization_of_the_bars_counts_its_open_and_closed_models(tree, lineage):
    says = tree().eval_on_selector_all(".org-bar", "bars => bars.map(b => b.getAttribute('aria-label'))")
    google = [lineage.openness(model.id).is_open for model in lineage.by_organization["google"]]
    assert f"Google: {sum(google)} open, {len(google) - sum(google)} closed" in says


def test_the_home_page_shows_the_same_tree(visit, lineage):
    page = visit()
    assert page.locator("lineage-tree a.model").count() == len(lineage.models)
