"""What houses write in their own ways: headings, places, days, titles. All lines are invented."""

import pytest

from tests.postings.reading import needs, read


@pytest.mark.parametrize(
    ("heading", "need"),
    [
        ("What We Think are Important Traits for This Role", "required"),
        ("What We're Searching For:", "required"),
        ("⭐ Is it you we're looking for?", "required"),
        ("ROLE REQUIREMENTS.", "required"),
        ("We Prefer If You Have:", "preferred"),
        ("We'll pay special attention if:", "preferred"),
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
    found = needs("Requirements\n - Python and React (Angular experience is valued)\n")
    assert found == {"python": "required", "react": "required", "angular": "preferred"}


@pytest.mark.parametrize(
    ("line", "workplace"),
    [
        ("We offer remote work flexibility, but we value in-person collaboration.", "hybrid"),
        ("You can work from our office, but some flexibility to work from home as well.", "hybrid"),
        ("Based in Leeds, with flexibility to work from our office several days per week.", "hybrid"),
        ("Flexible working hours and hybrid set up", "hybrid"),
        ("An office setting role with the opportunity to work remotely after the first 90 days.", "onsite"),
    ],
)
def test_both_places_in_one_sentence(line: str, workplace: str) -> None:
    """Some of each is hybrid; what comes later is not the rule."""
    assert read(f"About the role\n{line}\n\nRequirements\n - Python\n").workplace == workplace


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("We work in person, in SF.", "US"),
        ("You work in person, 5 days/week, in Lisbon.", "PT"),
        ("Join our team in Boston.", "US"),
        ("We work out of our Toronto offices.", "CA"),
        ("Hybrid, with offices in:\n - Munich\n", "DE"),
        ("We are fully remote and spread out. If you are in Miami, come by.", None),
        ("Our customers and vendors are primarily located in the USA.", None),
        ("We seek a People Partner based in Medellin, Colombia.", "CO"),
    ],
)
def test_where_a_sentence_places_the_job(line: str, country: str | None) -> None:
    """Up to its end, and not where others are."""
    assert read(f"We build.\n{line}\n", "Data Engineer").country == country


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Senior Mechatronics Engineer", "other"),
        ("Staff Geartrain Design Engineer", "other"),
        ("GTM Engineer", "other"),
        ("SEO & Analytics Marketing Specialist", "other"),
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
    assert "supabase" not in needs("Supabase is a development platform. There are no Supabase offices.\n")


def test_to_test_is_no_skill_of_testing() -> None:
    """A verb among verbs names nothing; `automated testing` does."""
    assert "software-testing" not in needs("Duties\n - You design, build, test, and deploy software with unit checks\n")
    assert "model-deployment" not in needs("Duties\n - Models, from conception to deployment\n")
    assert "software-testing" in needs("Requirements\n - Automated testing of software\n")
