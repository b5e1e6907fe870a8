"""Fields that narrow a list while one types, in a real browser; without a script they are not there."""

import pytest

from tests.web.test_journey import Journey, journey

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
__all__ = ["journey"]


def test_a_skill_to_test_is_found_by_typing(journey: Journey) -> None:
    """By its name or another written form, the best one chosen; nothing found is said; emptied, all are back."""
    page = journey.page
    journey.go("/tests")
    choices = page.locator("#skill option")
    every = choices.count()
    chosen = page.locator("#skill").input_value()
    page.fill("#narrow", "sql")
    assert 1 < choices.count() < 20
    assert page.locator("#skill").input_value() == "sql"
    page.fill("#narrow", "sklearn")
    assert page.locator("#skill").input_value() == "scikit-learn"
    playwright.expect(page.locator("#narrow-found")).to_have_text(f"1 of {every}")
    page.fill("#narrow", "<b>zzz</b>")
    playwright.expect(page.locator("#narrow-found")).to_have_text("Nothing here has this name.")
    page.fill("#narrow", "")
    assert choices.count() == every
    assert page.locator("#skill").input_value() in (chosen, "scikit-learn")
    page.fill("#narrow", "pandas")
    page.get_by_role("button", name="Begin").nth(1).click()
    page.wait_for_url("**/tests/2026-11-20-1")
    assert "pandas" in page.locator("h1").inner_text()
    assert journey.wrong == []


def test_what_a_filter_hides_is_hidden_and_without_a_script_there_is_none(journey: Journey) -> None:
    """On the pages of roles and of what was read from a CV, whose rows have a display of their own."""
    page = journey.page
    journey.go("/questions")
    for choice in page.locator("main form select").all():
        choice.select_option(index=3)
    page.locator("main form button").last.click()
    page.wait_for_url("**/?done=*")
    for address, rows, word in (("/roles", "#roles > *", "data analyst"), ("/", "#skills > *", "python")):
        journey.go(address)
        before = page.locator(f"{rows}:visible").count()
        page.fill("#narrow", word)
        assert 1 <= page.locator(f"{rows}:visible").count() < before, address
    context = page.context.browser.new_context(java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    bare = context.new_page()
    bare.goto(f"{journey.root}/tests")
    assert bare.locator("#narrow").count() == 1
    assert not bare.locator("#narrow").is_visible()
    assert bare.locator("#skill option").count() > 200
    context.close()
