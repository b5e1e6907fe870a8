"""Names joined by `or` and `and` in other languages. All lines are invented."""

import pytest

from tests.postings.reading import asked


@pytest.mark.parametrize(
    "line",
    [
        "Erfahrung mit AWS oder Azure",
        "Kenntnisse in AWS und/oder Azure",
        "Erfahrung mit Plattformen wie AWS, Azure",
        "Mindestens eine Plattform, z. B. AWS, Azure",
        "AWS bzw. Azure",
        "Expérience avec AWS ou Azure",
        "Expérience sur AWS, Azure ou équivalent",
        "Experiencia con AWS o Azure",
        "Esperienza con AWS o Azure",
        "Ervaring met AWS of Azure",
        "Znajomość AWS lub Azure",
        "Erfarenhet av AWS eller Azure",
    ],
)
def test_either_will_do_in_other_languages(line: str) -> None:
    """`AWS oder Azure` is one demand that each of the two meets."""
    assert {frozenset(each.any_of) for each in asked(line).requirements} == {frozenset({"aws", "azure"})}


@pytest.mark.parametrize("line", ["AWS und Azure", "AWS et Azure", "AWS sowie Azure", "o AWS o Azure", "AWS y Azure"])
def test_both_are_asked_for_in_other_languages(line: str) -> None:
    """A bullet that lost its line (`o`) is no `or`."""
    assert {each.any_of for each in asked(line).requirements} == {("aws",), ("azure",)}


def test_what_comes_behind_and_is_a_demand_of_its_own() -> None:
    """`Python und AWS oder Azure`: Python, and either of the two."""
    found = [each.any_of for each in asked("Python und AWS oder Azure").requirements]
    assert found == [("python",), ("aws", "azure")]
