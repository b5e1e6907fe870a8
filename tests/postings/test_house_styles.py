"""What houses write in their own ways: headings, places, days, titles. All lines are invented."""

import pytest

from tests.postings.reading import needs, read


@pytest.mark.parametrize(
    ("heading", "need"),
    [
        ("What We Hold to be Good Traits for This Job", "required"),
        ("What We're Searching For:", "required"),
        ("⭐ Are you who we're looking for?", "required"),
        ("OUR REQUIREMENTS.", "required"),
        ("We Prefer If You Have:", "preferred"),
        ("It gets our special attention if:", "preferred"),
        ("Qualities that make you successful", "required"),
        ("THE INTANGIBLES", "required"),
        ("Beyond the basics:", "preferred"),
        ("Further qualities that may be helpful:", "preferred"),
        ("Sample projects include:", "context"),
        ("CORE TECH WE USE", "context"),
    ],
)
def test_headings_in_more_words(heading: str, need: str) -> None:
    """Long ones that begin with `what we`, ones behind a star, loud ones with a full stop."""
    assert needs(f"What you'll do\n - Build things\n\n{heading}\n - Python in production\n") == {"python": need}


def test_a_title_heads_nothing() -> None:
    """`Full-stack Engineer` names no stack that the employer uses, `Fraud Analyst` no legal text."""
    assert needs("Full-stack Engineer\nYou must know Python.\n")["python"] == "required"
    assert read("This role is based in Lisbon.\nWe build.\n", "Fraud Analyst").country == "PT"


def test_what_is_valued_is_a_wish() -> None:
    """In its brackets alone."""
    found = needs("Requirements\n - Python and React (Angular is valued)\n")
    assert found == {"python": "required", "react": "required", "angular": "preferred"}


@pytest.mark.parametrize(
    ("line", "workplace"),
    [
        ("Remote work options exist, but in-person days matter to us.", "hybrid"),
        ("At our office, with some flexibility to work remotely.", "hybrid"),
        ("Based in Leeds, from our office a few days per week.", "hybrid"),
        ("A hybrid set up and hours of your own", "hybrid"),
        ("An office setting position; option to work from home after half a year.", "onsite"),
    ],
)
def test_both_places_in_one_sentence(line: str, workplace: str) -> None:
    """Some of each is hybrid; what comes later is not the rule."""
    assert read(f"About the role\n{line}\n\nRequirements\n - Python\n").workplace == workplace


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("You sit with us in person, in Denver.", "US"),
        ("You work in person, 5 days/week, in Lisbon.", "PT"),
        ("Join our team in Boston.", "US"),
        ("We work out of our Toronto offices.", "CA"),
        ("Hybrid, with offices in:\n - Munich\n", "DE"),
        ("We are fully remote and spread out. If you are in Miami, come by.", None),
        ("Most of our suppliers and users are located in the USA.", None),
        ("We seek a Finance Partner based in Bogota, Colombia.", "CO"),
    ],
)
def test_where_a_sentence_places_the_job(line: str, country: str | None) -> None:
    """Up to its end, and not where others are."""
    assert read(f"We build.\n{line}\n", "Data Engineer").country == country


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Senior Mechatronics Engineer", "other"),
        ("Geartrain Engineer", "other"),
        ("GTM Engineer", "other"),
        ("Analytics Marketing Specialist", "other"),
        ("Marketing Analytics Manager", "data-analyst"),
        ("Robotics Software Engineer", "software-engineer"),
    ],
)
def test_engineers_of_other_things(title: str, role: str) -> None:
    """Gears, lasers and sales are no software."""
    assert read("We build.\n", title).role == role


def test_parts_of_a_library_are_one_name() -> None:
    """`React Query` is no plain React; the network's edge runs no models; the maker of a tool does not ask for it."""
    found = read("Requirements\n - React Query, Redux Saga and TypeScript\n")
    assert [each.text for each in found.mentions] == ["React Query", "Redux Saga", "TypeScript"]
    assert "edge-ai" not in needs("Requirements\n - Embedded inference, TLS at our edge services\n")
    assert "supabase" not in needs("Backends run on Supabase. All Supabase offices are closed on Fridays.\n")


def test_to_test_is_no_skill_of_testing() -> None:
    """A verb among verbs names nothing; `automated testing` does."""
    assert "software-testing" not in needs("Duties\n - You design, build, test, and deploy software with unit checks\n")
    assert "model-deployment" not in needs("Duties\n - Models, from conception to deployment\n")
    assert "software-testing" in needs("Requirements\n - Automated testing of software\n")
