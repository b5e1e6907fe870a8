"""What a skill or a resource takes, with all that has to come first."""

import datetime as dt

from headway.planning.bundles import Bundles
from headway.planning.model import Calendar, Choice, Instance, Target
from headway.values import Span

CALENDAR = Calendar(start=dt.date(2026, 11, 27), hours_by_weekday=(2, 2, 2, 2, 2, 0, 0))


def choice(id_: str, hours: float, teaches: dict[str, int], **needs: int) -> Choice:
    """A resource that teaches from nothing."""
    return Choice(
        id=id_, hours=Span(hours, hours, hours), cost=0.0,
        teaches=tuple((skill, 0, to) for skill, to in sorted(teaches.items())), needs=tuple(sorted(needs.items())),
    )  # fmt: skip


def bundles(wanted: list[tuple[str, int]], *choices: Choice, **levels: int) -> Bundles:
    targets = tuple(Target((fact,), 1.0) for fact in wanted)
    return Bundles(Instance(levels=levels, targets=targets, choices=choices, calendar=CALENDAR))


PYTHON, LONG = choice("python-book", 20, {"python": 2}), choice("python-degree", 300, {"python": 2})
TORCH = choice("torch-course", 30, {"pytorch": 2, "docker": 1}, python=2)


def test_a_skill_comes_with_its_cheapest_prerequisites_in_order() -> None:
    """The book, not the degree, and before the course; what else it teaches is told too."""
    found = list(bundles([("pytorch", 2), ("docker", 1)], TORCH, LONG, PYTHON).of_skills([("pytorch", 2)]))
    assert [(b.resources, b.total) for b in found] == [(("python-book", "torch-course"), 50.0)]
    assert found[0].raises == (("docker", 1), ("python", 2), ("pytorch", 2))


def test_who_holds_the_prerequisite_does_not_pay_for_it() -> None:
    """Thirty hours for someone who knows Python."""
    found = list(bundles([("pytorch", 2)], TORCH, PYTHON, python=2).of_skills([("pytorch", 2)]))
    assert [b.total for b in found] == [30.0]


def test_what_nobody_teaches_has_no_bundle() -> None:
    """It is left out, not free."""
    assert list(bundles([("rust", 2)], TORCH, PYTHON).of_skills([("rust", 2)])) == []


def test_a_resource_comes_with_what_it_needs() -> None:
    """The course needs Python first; the book stands alone."""
    found = {b.of: b.resources for b in bundles([("pytorch", 2)], TORCH, PYTHON).of_resources()}
    assert found == {"torch-course": ("python-book", "torch-course"), "python-book": ("python-book",)}


def test_what_another_member_teaches_on_the_way_is_not_bought_twice() -> None:
    """A course that teaches both prerequisites makes the two single ones needless."""
    both = choice("both", 25, {"python": 2, "sql": 2})
    sql = choice("sql-book", 20, {"sql": 2})
    goal = choice("goal", 10, {"dbt": 2}, python=2, sql=2)
    found = next(iter(bundles([("dbt", 2)], both, sql, PYTHON, goal).of_skills([("dbt", 2)])))
    assert found.resources in (("both", "goal"), ("python-book", "sql-book", "goal"))
    assert len(set(found.resources)) == len(found.resources)
