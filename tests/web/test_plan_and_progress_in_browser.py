"""Plan and Progress in a real browser: a swap taken back, the calendar's address, the picture of hours."""

import re
import urllib.error
import urllib.request

import pytest

from tests.web.test_journey import EXAMPLE, Journey, journey

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
__all__ = ["journey"]


def test_a_step_is_swapped_undone_and_the_plan_followed_in_a_calendar(journey: Journey) -> None:
    """The cost stands beside the button; undo brings the step back; the address works without the browser's key."""
    page = journey.page
    page.set_input_files("#cv", str(EXAMPLE))
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/?done=read")
    journey.go("/plan?asked=yes&role=data-analyst&hours=6")
    page.locator("[data-moves=deadline]").fill("10")
    playwright.expect(page.locator("#deadline")).to_have_value("2027-01-29")
    playwright.expect(page.locator("#answer")).to_contain_text("What would make it fit")
    page.locator("[data-moves=deadline]").fill("156")
    playwright.expect(page.locator("#deadline")).to_have_value("")
    page.locator("[data-moves=budget]").fill("50")
    playwright.expect(page.locator("#budget")).to_have_value("50")
    playwright.expect(page.locator(".proof")).to_contain_text("Proof.")
    journey.go("/plan?asked=yes&role=data-analyst&hours=6")
    page.get_by_role("button", name="Keep this plan").click()
    page.wait_for_url("**/plan?done=kept")

    place = page.locator("ol.steps details", has_text="could take its place").first
    place.locator("summary").click()
    assert re.search(r"[+-]\d+ h, .*(end|later|sooner)", place.inner_text())
    other = place.locator("li b").first.inner_text()
    place.get_by_role("button", name="Take this").first.click()
    page.wait_for_url("**/plan?done=swapped")
    assert page.locator("ol.steps h3", has_text=other).count() == 1
    journey.go("/progress")
    for _ in ("the plan", "the swap"):
        page.get_by_role("button", name="Undo").first.click()
        page.wait_for_url("**/progress?done=undone")
    journey.go("/plan")
    assert page.locator("ol.steps h3", has_text=other).count() == 0

    page.get_by_role("link", name="Calendar subscription").click()
    page.get_by_role("button", name="Open an address").click()
    address = page.locator("#address").input_value()
    with urllib.request.urlopen(address) as answer:
        assert answer.read().startswith(b"BEGIN:VCALENDAR")
    page.get_by_role("button", name="Close it").click()
    page.wait_for_url("**/plan/calendar?done=closed")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(address)

    journey.go("/progress")
    page.locator("#hours").fill("4")
    page.get_by_role("button", name="Write down").click()
    page.wait_for_url("**/progress?done=hours")
    assert "4 logged" in str(page.locator("figure svg").get_attribute("aria-label"))
    assert journey.wrong == []
