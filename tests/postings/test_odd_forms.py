"""Odd forms of adverts: tables of pay, wishes beside demands, refusals of remote work, and more languages."""

import pytest

from tests.postings.reading import needs, read


def test_a_higher_degree_that_is_wished_for_leaves_the_lower_one_asked_for() -> None:
    """`Bachelor's in X, Master's preferred` asks for a bachelor's."""
    text = "You must\n - Have a Bachelor’s degree in Statistics, Finance or a related field, Master’s preferred.\n"
    assert read(text).degree.level == "bachelor"
    assert read("Requirements\n - Master's degree in Physics, PhD a plus\n").degree.level == "master"


def test_what_many_candidates_have_is_not_asked_for() -> None:
    """A sentence about the usual candidate states no minimum."""
    text = "Many strong candidates for our roles have 10+ years’ experience. We hire for ability.\n\nMust have\n- SQL\n"
    assert read(text).min_years is None
    assert read("Must have\n- 4+ years of experience with SQL\n").min_years == 4


def test_pay_in_the_rows_of_a_table_is_read_for_the_level_named_in_the_title() -> None:
    """Each row states the pay of its level; without a level the first counts."""
    table = "| Level | Range |\n| Mid | €70,000 - €85,000 |\n| Senior | €90,000 - €110,000 |\n"
    senior, plain = read(table, "Senior Data Scientist").pay, read(table, "Data Scientist").pay
    assert senior is not None
    assert (senior.min, senior.max) == (90_000, 110_000)
    assert plain is not None
    assert (plain.min, plain.max) == (70_000, 85_000)


@pytest.mark.parametrize("line", ["Remote not possible.", "Kein Homeoffice.", "Remote work is not available."])
def test_remote_work_that_is_refused_is_no_remote_work(line: str) -> None:
    """The word alone does not make the job remote."""
    assert read(f"{line}\n\nRequirements\n- Python\n").workplace == "unstated"


@pytest.mark.parametrize(
    ("text", "required", "preferred", "workplace"),
    [
        ("Wymagania\n- Python\n- SQL\n\nMile widziane\n- Airflow\n\nPraca zdalna\n", "python", "airflow", "remote"),
        ("Wat vragen wij\n- Python\n\nPluspunten\n- Kafka\n\nHybride werken\n", "python", "kafka", "hybrid"),
        ("Wat je meebrengt\n- Python\n\nPluspunten\n- Kafka\n\nHybride werken\n", "python", "kafka", "hybrid"),
        ("자격요건\n- Python\n\n우대사항\n- Kafka\n\nRemote\n", "python", "kafka", "remote"),
        ("Requisitos\n- Python\n\nDiferenciais\n- Airflow\n\nTrabalho remoto\n", "python", "airflow", "remote"),
    ],
)
def test_headings_of_more_languages_give_the_need(text: str, required: str, preferred: str, workplace: str) -> None:
    """Polish, Dutch, Korean and Brazilian headings for what is asked for and what is wished for."""
    found = needs(text)
    assert (found[required], found[preferred], read(text).workplace) == ("required", "preferred", workplace)


def test_a_sum_in_reais_names_no_language() -> None:
    """`R$` is money."""
    assert "r-language" not in needs("Requisitos\n- Python\n- SQL\n\nSalário: R$ 8.000 - R$ 12.000 por mês\n")
