"""The map in a real browser: typing finds, a click tells beside the drawing, arrows walk, no script is needed."""

import pytest

from tests.web.test_journey import Journey, journey

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
__all__ = ["journey"]


def test_the_map_is_used_with_mouse_and_keyboard(journey: Journey) -> None:
    """Found by typing, told by a click, left with Escape, walked with arrows; from far only areas have names."""
    page = journey.page
    journey.go("/map?whole=yes")
    assert page.locator("#canvas a[data-id]").count() > 450
    assert "far" in page.locator("#canvas svg").get_attribute("class")
    page.fill("#skill", "gradient b")
    playwright.expect(page.locator("#map-said")).to_have_text("1 on this map: Gradient boosting.")
    page.fill("#skill", "Python")
    page.press("#skill", "Enter")
    about = page.locator("#about")
    playwright.expect(about).to_contain_text("Opens the way to")
    for told in ("Needs", "Who asks for it", "Who teaches it"):
        playwright.expect(about).to_contain_text(told)
    assert page.locator(".lights path").count() > 20
    page.keyboard.press("Escape")
    playwright.expect(about).to_be_hidden()
    assert page.evaluate("document.activeElement.dataset.id") == "python"
    page.keyboard.press("ArrowRight")
    walked = page.evaluate("document.activeElement.dataset.id")
    assert walked not in (None, "python")
    page.keyboard.press("Enter")
    playwright.expect(about).to_be_visible()
    assert page.evaluate("document.querySelectorAll('#canvas a[tabindex=\"0\"]').length") == 1
    page.locator("a.heading").first.click()
    page.wait_for_url("**/map?area=*")
    assert page.locator("#canvas .block").count() >= 1
    assert journey.wrong == []


OVERLAPS = """() => {
  document.querySelector('#canvas svg').classList.remove('far');
  const boxes = [...document.querySelectorAll('#canvas svg a[data-id]')].map((a) => [
    a.dataset.id, a.querySelector('rect').getBBox(), a.querySelector('.node-label').getBBox()]);
  const found = boxes.filter(([, box, name]) => name.x + name.width > box.x + box.width).map(([id]) => id);
  boxes.forEach(([id, a], n) => boxes.slice(n + 1).forEach(([other, b]) => {
    if (Math.abs(a.x - b.x) < a.width && Math.abs(a.y - b.y) < a.height) found.push(id + ' on ' + other);
  }));
  return found;
}"""
"""Names that leave their box, and boxes on each other."""


def test_nothing_overlaps_and_without_script_the_map_is_links_and_a_list(journey: Journey) -> None:
    """As the browser lays it out, in every view; and each skill leads to its page without any script."""
    for address in ("/map", "/map?whole=yes", "/map?area=llm", "/map?skill=python"):
        journey.go(address)
        assert journey.page.evaluate(OVERLAPS) == [], address
    context = journey.page.context.browser.new_context(java_script_enabled=False)
    context.add_cookies(journey.page.context.cookies())
    page = context.new_page()
    page.goto(journey.root + "/map?area=programming")
    page.fill("#skill", "PyTorch")
    page.get_by_role("button", name="Show").click()
    assert page.locator("h1").inner_text() == "Around PyTorch"
    page.locator('#canvas a[data-id="pytorch"]').click()
    assert page.locator("h1").inner_text() == "PyTorch"
    context.close()
