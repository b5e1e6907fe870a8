"""A person's whole way in a real browser: CV, correction, plan, slider, log, re-plan, export. And every page."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from headway.web.render import PAGES
from tests.waiting import PATIENCE

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "mara-lindqvist.pdf"
TODAY = "2026-11-20"
DETAILS = (
    "/market/trends",
    "/market/jobs",
    "/market/hours",
    "/market/import",
    "/applications",
    "/tasks",
    "/labs/first-model",
    "/roles/data-scientist",
    "/skills/python",
    "/questions",
    "/compare",
    "/sources/facts",
    "/map?area=programming",
    "/plan/calendar",
    "/nowhere",
)
"""Pages behind those of the menu; the last one is the page for an address that is none."""
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
TROUBLE = re.compile(r"/nowhere$")


class Journey:
    """An open page, with everything that went wrong in it and every address it was at."""

    def __init__(self, page: Any, root: str) -> None:
        self.page = page
        self.root = root
        self.wrong: list[str] = []
        self.seen: set[str] = set()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        page.on("request", self._request)
        page.on("framenavigated", lambda frame: self.seen.add(frame.url.removeprefix(root).partition("?")[0]))

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning") and not TROUBLE.search(self.page.url):
            self.wrong.append(f"console at {self.page.url}: {message.text}")

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.root, "data:", "blob:")):
            self.wrong.append(f"asked elsewhere: {request.url}")

    def go(self, address: str) -> None:
        self.page.goto(self.root + address)


@pytest.fixture
def journey(home: Path) -> Iterator[Journey]:
    """A running server with an empty user folder, and a browser that came by the printed address."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("there is no Chromium here (apt install chromium)")
    command = [sys.executable, "-m", "headway", "serve", "--no-open", "--json", "--today", TODAY]
    started = {**os.environ, "HEADWAY_HOME": str(home)}
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, env=started) as server,
        playwright.sync_playwright() as driver,
    ):
        assert server.stdout is not None
        address = msgspec.json.decode(server.stdout.readline())["address"]
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=DESK)
        page.set_default_timeout(PATIENCE * 1000)
        playwright.expect.set_options(timeout=PATIENCE * 1000)
        found = Journey(page, address.partition("/?")[0])
        page.goto(address)
        yield found
        browser.close()
        server.terminate()


def test_from_a_cv_to_an_export(journey: Journey, tmp_path: Path) -> None:
    """The whole way, with nothing wrong in the console and nothing asked from elsewhere; every page has its part."""
    page = journey.page
    assert "token" not in page.url
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"

    page.set_input_files("#cv", str(EXAMPLE))
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/?done=read")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Mara Lindqvist")
    page.get_by_role("button", name=re.compile(r"^Not mine\W+BigQuery$")).click()
    page.wait_for_url("**/?done=removed")
    assert page.locator(".gone").inner_text() == "BigQuery"

    page.get_by_role("link", name="Make a plan").click()
    page.wait_for_selector(".proof")
    before = _done_by(page)
    page.locator("#hours").fill("25")
    playwright.expect(page.locator(".tile b").first).not_to_have_text(before)
    assert _done_by(page) < before
    assert page.locator("output[for=hours]").inner_text().startswith("25")
    page.get_by_role("button", name="Keep this plan").click()
    page.wait_for_url("**/plan?done=kept")

    journey.go("/progress")
    page.locator("#hours").fill("6")
    page.locator("#resource").select_option(index=1)
    page.get_by_role("button", name="Write down").click()
    page.wait_for_url("**/progress?done=hours")
    assert page.get_by_text("6 h on").count() >= 1
    journey.go("/plan")
    page.get_by_role("button", name=re.compile(r"^Skip\b")).nth(1).click()
    page.wait_for_url("**/plan?done=step")
    page.get_by_role("link", name="Bring up to date").click()
    page.get_by_role("button", name="Keep these changes").click()
    page.wait_for_url("**/plan?done=kept")
    assert page.locator("ol.steps > li").count() > 2

    for address, _ in PAGES:
        journey.go(address)
    for address in DETAILS:
        journey.go(address)
    journey.go("/market")
    page.get_by_role("button", name="Use the invented postings").click()
    _postings_are_here(journey)
    assert page.get_by_text("INVENTED").count() >= 1

    _apply_and_sit_a_test(journey)

    journey.go("/data")
    with page.expect_download() as waited:
        page.get_by_role("button", name="Download everything").click()
    assert Path(waited.value.path()).read_bytes().startswith(b"PK")
    assert journey.wrong == []
    assert _unseen(journey) == [], "a page without a part in the journey"


def _done_by(page: Any) -> str:
    text: str = page.locator(".tile b").first.inner_text()
    return text


def _postings_are_here(journey: Journey) -> None:
    """Wait for the end of the import, which has a page of its own where it takes long."""
    journey.page.wait_for_url(re.compile(r"/market\?done=examples|/tasks/"))
    if "/tasks/" in journey.page.url:
        journey.page.get_by_role("link", name="Go on").click()
        journey.page.wait_for_url("**/market?done=examples")


def _apply_and_sit_a_test(journey: Journey, look: Callable[[str], None] = lambda what: None) -> None:
    """From the best job to the tracker; two questions of a test, then its end. look: is called on each page."""
    page = journey.page
    journey.go("/market/jobs")
    page.locator("li.card h2 a").first.click()
    page.get_by_role("button", name="Save to my applications").wait_for()
    look("a posting")
    page.get_by_role("button", name="Save to my applications").click()
    page.wait_for_url("**/applications/1?done=saved")
    look("an application")
    page.get_by_role("button", name="Write down").click()
    page.wait_for_url("**/applications/1?done=moved")
    journey.go("/tests")
    page.locator("#skill").select_option("python")
    page.get_by_role("button", name="Begin").nth(1).click()
    page.get_by_role("button", name="I do not know").wait_for()
    look("a question")
    page.get_by_role("button", name="I do not know").click()
    page.get_by_role("button", name="Skip").click()
    page.get_by_role("button", name="End the test").click()
    page.get_by_role("heading", name=re.compile("^Result")).wait_for()
    look("a result")
    journey.go("/tasks")
    page.get_by_role("link", name="Reading the invented postings").first.click()
    page.get_by_text("Done, after").wait_for()
    look("a finished task")


def _unseen(journey: Journey) -> list[str]:
    """Every address of the app that draws a page and had no part in the journey."""
    import pkgutil
    from importlib import import_module

    from headway.web import pages

    names = [f"{pages.__name__}.{module.name}" for module in pkgutil.iter_modules(pages.__path__)]
    routes: Any = [route for name in names for route in import_module(name).router.routes]
    drawn = {route.path for route in routes if "GET" in route.methods}
    drawn -= {"/calendar/{name}", "/start/page/{number}"}
    drawn = {path for path in drawn if not path.endswith((".pdf", ".docx", ".json", ".html", ".ics"))}
    shapes = {path: re.compile(re.sub(r"\{[^}]+\}", "[^/]+", path)) for path in drawn}
    return sorted(path for path, shape in shapes.items() if not any(map(shape.fullmatch, journey.seen)))


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_every_page_fits_the_width_and_can_be_used_by_everybody(journey: Journey, size: dict[str, int]) -> None:
    """No page scrolls sideways, in light and dark; axe-core finds nothing to complain of."""
    page = journey.page
    page.set_viewport_size(size)
    page.set_input_files("#cv", str(EXAMPLE))
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/?done=read")
    journey.go("/plan")
    page.get_by_role("button", name="Keep this plan").click()
    page.wait_for_url("**/plan?done=kept")
    journey.go("/market")
    page.get_by_role("button", name="Use the invented postings").click()
    _postings_are_here(journey)
    found = {}

    def look(what: str) -> None:
        if problems := _problems(page):
            found[what] = problems

    for address in (*(a for a, _ in PAGES), *DETAILS, "/plan?asked=yes&hours=3&deadline=2026-12-31"):
        journey.go(address)
        look(address)
    _apply_and_sit_a_test(journey, look)
    assert found == {}


def test_on_a_phone_the_plan_comes_before_its_controls(journey: Journey) -> None:
    """Its first figure stands on the first screen; the controls are one press away, and always there on a desk."""
    page = journey.page
    page.set_input_files("#cv", str(EXAMPLE))
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/?done=read")
    page.set_viewport_size(PHONE)
    journey.go("/plan")
    box = page.locator(".tile").first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < PHONE["height"]
    assert not page.locator("#hours").is_visible()
    page.get_by_text("Change hours, deadline, money or role").click()
    assert page.locator("#hours").is_visible()
    page.get_by_text("Change hours, deadline, money or role").click()
    page.set_viewport_size(DESK)
    playwright.expect(page.locator("#hours")).to_be_visible()


def test_the_menu_of_a_phone_shows_where_one_is_without_a_script(journey: Journey) -> None:
    """Every tab lies inside the width at once, the one of this page among them; nothing of the menu scrolls."""
    page = journey.page
    page.set_viewport_size(PHONE)
    page.route("**/*.js", lambda route: route.abort())
    for address, _ in PAGES:
        journey.go(address)
        inside = page.evaluate(
            """() => [...document.querySelectorAll("header nav a")].every(a => {
                 const box = a.getBoundingClientRect();
                 return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight / 4;
               }) && document.querySelector("header nav").scrollWidth <= innerWidth"""
        )
        assert inside, address
        assert page.locator("header nav a[aria-current]").count() == 1


def _problems(page: Any) -> list[str]:
    """Of the page as it stands: too wide, too heavy, not usable by everybody."""
    page.wait_for_load_state("load")  # a busy machine may show its text before the style sheet counts
    wide = page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
    problems = [f"{wide} px too wide"] if wide > 0 else []
    problems += _over_budget(page)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        problems += [f"{scheme}: {each}" for each in _complaints(page)]
    return problems


def test_the_keyboard_is_enough(journey: Journey) -> None:
    """From the start to the plan, the map and its search by Tab and Enter alone, and the focus always shows; the way
    back from a refusal keeps what was typed."""
    page = journey.page

    def to(name: str, role: str = "link") -> None:
        """Press Tab until the thing with this name has the focus, and see that the focus shows."""
        for _ in range(120):
            page.keyboard.press("Tab")
            if page.get_by_role(role, name=name).and_(page.locator(":focus")).count():
                outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                assert outline != "none", name
                return
        raise AssertionError(f"Tab never came to '{name}'")

    to("Plan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/plan")
    to("Map")
    page.keyboard.press("Enter")
    page.wait_for_url("**/map")
    to("Find a skill", "combobox")  # what is typed there: test_map_in_browser.py
    journey.go("/applications")
    page.fill("#text", "words of a posting without a title")
    to("Save", "button")
    page.keyboard.press("Enter")
    to("Back")
    page.keyboard.press("Enter")
    playwright.expect(page.locator("#text")).to_have_value("words of a posting without a title")


BUDGET = {"bytes": 300_000, "requests": 12, "elements": 6_000, "elsewhere": 0}
"""Of one page with all that it asks for: the map's limit in bytes; more elements make a phone slow to scroll."""


def _over_budget(page: Any) -> list[str]:
    """What a page asks for and holds beyond the budget; nothing may come from anywhere else."""
    spent = page.evaluate(
        """() => {
            const all = ["navigation", "resource"].flatMap(kind => performance.getEntriesByType(kind));
            return {
                bytes: all.reduce((sum, each) => sum + each.encodedBodySize, 0),
                requests: all.length,
                elements: document.getElementsByTagName("*").length,
                elsewhere: all.filter(each => new URL(each.name).origin !== location.origin).length,
            };
        }"""
    )
    assert spent["bytes"] > 300  # the figures are there at all
    return [f"{spent[what]} {what}, at most {most}" for what, most in BUDGET.items() if spent[what] > most]


def _complaints(page: Any) -> list[str]:
    """What axe-core says is wrong. It is one of the tools for development, so it is never left out."""
    from axe_playwright_python.sync_playwright import Axe

    violations = Axe().run(page).response["violations"]
    return [f"{v['id']} at {v['nodes'][0]['html'][:120]} ({len(v['nodes'])})" for v in violations]
