"""A reader who knows nothing goes from the home page over a verdict, a task and a model to the tree, without a dead end."""


def test_from_home_over_verdict_and_task_to_a_model_in_the_tree(visit, address):
    page = visit("")
    page.get_by_role("link", name="Which kind do I need?").click()
    page.wait_for_url(address + "guide/choose/")
    page.locator("decision-flow").wait_for()
    for _ in range(3):
        page.get_by_role("button", name="No", exact=True).click()
    page.get_by_role("button", name="Yes", exact=True).click()
    assert page.url.endswith("?a=nnny")
    page.locator("article a[href$='tasks/']").first.click()
    page.wait_for_url("**/guide/tasks/")
    page.locator("article a[href*='regression/']").first.click()
    page.wait_for_url("**/guide/tasks/regression/")
    page.locator("#models ~ * a[href*='/models/']").first.click()
    page.wait_for_url("**/models/*/")
    page.get_by_role("link", name="See in the tree").first.click()
    page.wait_for_url("**/tree/?model=*")
    page.wait_for_function("document.querySelector('lineage-tree')?.ready")
    assert page.locator(".tree__panel").is_visible()
