"""Ways of writing that other boards use, seen in postings read blind; all sentences are invented."""

import pytest

from headway.postings.model import Pay
from tests.postings.reading import asked, needs, read

PAY = [
    ("Gehalt: 65.000 € – 80.000 €", (65_000, 80_000, "EUR", "year")),
    ("Gehalt: 4.500 € brutto / Monat", (4_500, 4_500, "EUR", "month")),
    ("Salário: R$ 12.000 por mês", (12_000, 12_000, "BRL", "month")),
    ("Rémunération : 45 000 € - 55 000 € par an", (45_000, 55_000, "EUR", "year")),
    ("Salary 18-25 LPA", (1_800_000, 2_500_000, "INR", "year")),
    ("CTC: ₹25,00,000 - ₹40,00,000", (2_500_000, 4_000_000, "INR", "year")),
    ("US: $150,000 - $180,000; Canada: CAD 120,000 - 140,000", (150_000, 180_000, "USD", "year")),
    ("L4: $150k-$180k, L5: $180k-$220k", (150_000, 180_000, "USD", "year")),
    ("You start from $120k base", (120_000, None, "USD", "year")),
]


@pytest.mark.parametrize(("line", "pay"), PAY)
def test_pay_in_other_languages_groupings_and_under_labels(
    line: str, pay: tuple[float, float | None, str, str]
) -> None:
    """Words for pay of the commonest languages, lakhs and crores, ranges behind a place or a level."""
    found = read(f"About us\n\n{line}\n").pay

    assert isinstance(found, Pay)
    assert (found.min, found.max, found.currency, found.period) == pay


@pytest.mark.parametrize(
    "line",
    [
        "We raised a $1.2M seed round",
        "1,200,000 people and $40M ARR",
        "401k match up to $5,000",
        "A sign-on bonus of $20,000",
        "Average deal size: $60k - $90k",
        "US customers: 150,000 - 180,000",
    ],
)
def test_other_money_and_other_numbers_are_no_pay(line: str) -> None:
    """Funding, users, retirement plans, deals."""
    assert read(f"About us\n\n{line}\n").pay is None


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("Between 2 and 4 years of experience", 2),
        ("Between two and four years of experience", 2),
        ("10+ yoe in backend work", 10),
        ("Five or more years of experience", 5),
        ("Experience level: Senior (5+ years), Staff (7+ years)", 5),
    ],
)
def test_years_of_a_span_are_its_least(line: str, years: float) -> None:
    """`between … and` is a range; `yoe` is a unit."""
    assert asked(line).min_years == years


@pytest.mark.parametrize(
    ("line", "workplace"),
    [
        ("Flexible work schedule (Hybrid Available)", "hybrid"),
        ("You spend 40% in office", "hybrid"),
        ("We meet twice a week in our Leeds office", "hybrid"),
        ("We hire from any geographical location", "remote"),
        ("Open to candidates based anywhere within LATAM", "remote"),
        ("Remote, but you must live within 50 miles of Leeds", "remote"),
    ],
)
def test_more_ways_to_say_where_one_works(line: str, workplace: str) -> None:
    """Shares and rhythms of office time, and hiring from anywhere."""
    assert read(f"About us\n\n{line}\n").workplace == workplace


@pytest.mark.parametrize(
    ("title", "role", "seniority"),
    [
        ("Firmware Engineer", "software-engineer", "unstated"),
        ("Founding Engineer - Firmware / Embedded Software", "software-engineer", "unstated"),
        ("Machine Learning Ops Engineer", "mlops-engineer", "unstated"),
        ("Alternance Data Engineer (F/H)", "data-engineer", "intern"),
    ],
)
def test_titles_of_neighbouring_work(title: str, role: str, seniority: str) -> None:
    """Firmware is software; a year of Alternance is training."""
    found = read("We make things.", title)

    assert (found.role, found.seniority) == (role, seniority)


def test_a_wish_in_brackets_at_the_start_weakens_its_line() -> None:
    """`(Bonus)` without a colon is a label too."""
    found = needs("Requirements:\n- Worked with Python\n- (Bonus) Have built apps with Django\n")

    assert found["python"] == "required"
    assert found["django"] == "preferred"


def test_desired_skills_are_the_requirements_beside_prose_about_who_is_sought() -> None:
    """`Who we're looking for` over prose is no list of requirements; over a list it is."""
    prose = "Who we're looking for\n\nWe seek an analyst who likes our product.\n\nDesired skills\n\n- SQL\n- Tableau\n"
    listed = "Who we're looking for\n\n- Analysts who know Python\n\nDesired skills\n\n- SQL\n- Tableau\n"

    assert needs(prose)["sql"] == "required"
    assert needs(listed)["sql"] == "preferred"


def test_subjects_of_a_degree_stay_subjects_when_brackets_speak_of_experience() -> None:
    """The brackets behind the subjects do not turn them into skills."""
    found = needs(
        "Requirements:\n- MSc in Statistics, Genomics or other related subject (or much work experience)\n- SQL\n"
    )

    assert set(found) == {"sql"}


@pytest.mark.parametrize(
    "line",
    [
        "We are backed by the founders of Figma, Stripe and Databricks",
        "Our customers include Snowflake and MongoDB",
        "Many of us worked on Figma and Snowflake",
        "We count forty DAX companies among our readers",
        "A product mind with a bias for plain solutions",
        "You thrive in a fast-paced development environment",
    ],
)
def test_companies_and_turns_of_phrase_are_no_tools(line: str) -> None:
    """Companies that also make tools, an environment that is no program."""
    found = needs(f"{line}\n\nRequirements:\n- Python\n")

    assert {"figma", "databricks", "snowflake", "mongodb", "ide", "power-bi", "fairness"}.isdisjoint(found)


def test_a_wish_ends_where_the_next_demand_begins() -> None:
    """`ideally` reaches to `and … experience`, no further; an ideal background is asked for, an extra signal wished."""
    found = needs(
        "Requirements:\n- Frontend work, ideally with React, and back-end experience with Django and FastAPI\n"
    )
    parts = needs("Ideal background\n\n- Strong TypeScript\n\nExtra signal\n\n- Production experience with LLMs\n")

    assert (found["react"], found["django"], found["fastapi"]) == ("preferred", "required", "required")
    assert (parts["typescript"], parts["large-language-models"]) == ("required", "preferred")
