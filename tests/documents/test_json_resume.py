"""JSON Resume becomes text a person could read, and its content is kept."""

import json

import pytest

from headway.errors import UnreadableFile
from tests.documents.reading import kinds, read

CV = {
    "skills": [{"name": "Machine learning", "level": "advanced", "keywords": ["PyTorch", "SQL"]}, "Docker"],
    "basics": {
        "name": "Jane Doe",
        "label": "Data scientist",
        "email": "jane@example.org",
        "location": {"city": "Lisbon", "countryCode": "PT"},
        "profiles": [{"network": "X", "url": "https://example.org/jane"}],
    },
    "work": [
        {"name": "Acme", "position": "Engineer", "startDate": "2021-03", "highlights": ["Built models"]},
        {"name": "Initech", "position": "Analyst", "startDate": "2019", "endDate": "2021", "summary": "Reports."},
    ],
}


def test_sections_come_in_the_order_of_a_cv() -> None:
    """Whatever the order of the keys; a job without an end goes on; a rating stands beside what it rates."""
    assert kinds(read(json.dumps(CV), "json-resume")) == [
        ("heading", "Jane Doe"),
        ("text", "Data scientist"),
        ("text", "jane@example.org · Lisbon · PT"),
        ("heading", "Experience"),
        ("text", "Engineer, Acme\t2021-03 – present"),
        ("item", "Built models"),
        ("text", "Analyst, Initech\t2019 – 2021"),
        ("text", "Reports."),
        ("heading", "Skills"),
        ("text", "Machine learning (advanced): PyTorch, SQL"),
        ("text", "Docker"),
    ]


def test_the_content_is_kept() -> None:
    """For those who want dates and names as they were given."""
    document = read(json.dumps(CV), "json-resume")

    assert document.structured == CV
    assert [each.url for each in document.links] == ["https://example.org/jane"]


@pytest.mark.parametrize("odd", [{"work": 3}, {"work": [[]]}, {"basics": []}, {"skills": [None, True, 1e400]}])
def test_odd_values_are_passed_over(odd: dict[str, object]) -> None:
    """Fields of the wrong shape give no text, and no error but that nothing was found."""
    with pytest.raises(UnreadableFile):
        read(json.dumps({"interests": [], **odd}), "json-resume")


def test_halves_of_characters_are_replaced() -> None:
    """JSON can spell what no file can hold."""
    document = read(r'{"basics": {"name": "Jane \ud800 Doe"}}', "json-resume")

    assert document.text == "Jane ? Doe"
