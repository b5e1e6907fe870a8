"""Years of experience and degrees, sentence by sentence."""

import pytest

from headway.postings.east import east_years
from tests.postings.reading import asked, read

YEARS = [
    ("3+ years of experience with Python", 3),
    ("At least two years of professional experience", 2),
    ("5-7 yrs building data pipelines", 5),
    ("3+ yoe", 3),
    ("5 – 7 years of experience", 5),
    ("Minimum of 4 years in data engineering", 4),
    ("Minimum one (1) year of industry experience", 1),
    ("6/8 years+ of experience building systems", 6),
    ("5 + years experience in Python", 5),
    ("A decade of experience in software", 10),
    ("Extensive experience (10+ years) in applied machine learning", 10),
    ("Leadership: 2-4 years managing data scientists; 6-8 years in data science", 6),
    ("8+ years in AI, with at least 4+ years in credit cards", 8),
    ("B.S. + 5 years experience or M.S. + 3 years experience or Ph.D. + 1 year of experience", 5),
    ("PhD with 2+ years, or Master's with 4+ years, or Bachelor's with 6+ years of experience", 6),
    ("5+ years in backend or 3+ years in machine learning", 3),
    ("Less than 2 years of work experience", None),
    ("A four-year degree in a quantitative field", None),
    ("Availability for a 2 year contract", None),
    ("5+ years of Kubernetes experience is a plus", None),
]


@pytest.mark.parametrize(("line", "years"), YEARS)
def test_years_stated_as_required(line: str, years: float | None) -> None:
    """The smallest number that is stated; of what all must have the largest; the lowest degree's own path."""
    assert asked(line).min_years == years


@pytest.mark.parametrize(
    "sentence",
    [
        "We have grown fast over the past two years.",
        "Our founders have a combined 40 years of experience in finance.",
        "30 days of paid sabbatical after 5 years of service.",
        "We are just over 2 years old.",
        "Options vest over 4 years with a 10-year exercise window.",
    ],
)
def test_years_of_others_are_not_asked_for(sentence: str) -> None:
    """Ages, tenures, founders and vesting are no demand."""
    assert read(f"About us\n\n{sentence}\n\nRequirements\n - SQL\n").min_years is None


def test_years_preferred_are_not_required() -> None:
    """Only what stands under the requirements counts."""
    text = "Requirements\n - 4+ years of Python\n\nPreferred requirements\n - 8+ years of experience in NLP\n"
    assert read(text).min_years == 4


@pytest.mark.parametrize(
    ("line", "skill", "years"),
    [
        ("3+ years of experience with Python", "python", 3),
        ("Python (4+ years)", "python", 4),
        ("Python: 3+ years writing clean code", "python", 3),
        ("5+ years in data engineering, with a strong focus on Kafka", "kafka", None),
    ],
)
def test_years_for_one_skill(line: str, skill: str, years: float | None) -> None:
    """Years stand right before or right behind what they are for."""
    assert {each.years for each in asked(line).requirements if skill in each.any_of} == {years}


DEGREES = [
    ("Bachelor's degree in Computer Science", "bachelor", False),
    ("BS, MS or PhD in Computer Science, Engineering or a related field", "bachelor", False),
    ("B.Sc. in Mathematics or equivalent", "bachelor", True),
    ("BS/MS in Computer Science or equivalent practical experience", "bachelor", True),
    ("A degree in a quantitative field", "bachelor", False),
    ("CS degree or equivalent background", "bachelor", True),
    ("Master’s or PhD degree in Computer Science or a related field.", "master", False),
    ("Have an MS/PhD in Computer Science, ML, a related field, or equivalent experience", "master", True),
    ("Advanced degree in statistics", "master", False),
    ("A postgraduate degree in Machine Learning", "master", False),
    ("Masters (PhD preferred) in Computer Science", "master", False),
    ("PhD in physics or similar industry research experience", "phd", True),
    ("PhD or 3-5 years of experience in machine learning", "phd", True),
    ("Bachelor's degree required; Master's preferred", "bachelor", False),
    ("Currently pursuing a Bachelor's or Master's degree", "bachelor", False),
    ("Master's degree or PhD strongly preferred", "unstated", False),
    ("A Master's degree or PhD in ML Systems (not strictly required)", "unstated", False),
    ("No degree required", "none", False),
    ("Education is not a requirement for our roles.", "none", False),
    ("A high degree of ownership", "unstated", False),
    ("Experience with MS SQL and latencies below 5 ms", "unstated", False),
    ("Mastery of Python", "unstated", False),
]


@pytest.mark.parametrize(("line", "level", "equivalent"), DEGREES)
def test_the_lowest_degree_stated_as_required(line: str, level: str, equivalent: bool) -> None:
    """`or equivalent experience` keeps the degree and says that it may be replaced; a related field does not."""
    degree = asked(line).degree
    assert (degree.level, degree.equivalent_ok) == (level, equivalent)


def test_degrees_of_founders_are_not_asked_for() -> None:
    """About the company is not about the candidate."""
    text = "About us\n\nAda earned her bachelor's and master's degrees from a great school.\n\nRequirements\n - SQL\n"
    assert read(text).degree.level == "unstated"


def test_the_years_of_the_founders_are_not_asked_for() -> None:
    """Beside a section of requirements, what stands under `Our team` is about the team."""
    team = "Our team\n\nJo Sample [CEO]\n\n- 10+ years in technology leadership\n"
    wanted = "Requirements\n\n- 4+ years of experience in motion design\n"
    assert read(f"{team}\n{wanted}").min_years == 4


def test_years_in_a_very_long_line_are_read_where_they_stand() -> None:
    """Only what is near is looked at: a line of nothing but years takes no time for each pair of them."""
    line = "a年" * 300 + "。経験3年以上"
    assert east_years(line, 0, len(line), line.index("3年") + 1) == (603, 605, 3.0)
    assert east_years("創業10年。" + line, 0, len(line) + 6, 4) is None
