"""From person and catalogue to the question: what is allowed, what is known, what it costs."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from headway.errors import UnknownName
from headway.knowledge.model import Hours, Module, Need, Price, Resource, Role, RoleNeed, Teaches
from headway.planning.build import build_instance
from headway.planning.model import Instance, Target
from headway.planning.options import PlanOptions
from headway.planning.targets import targets_of

FREE = Price(kind="free")


def resource(id_: str, teaches: str = "python", to: int = 2, **others: Any) -> Resource:
    given = {
        "kind": "course",
        "provider": "School",
        "format": "video",
        "language": "en",
        "price": FREE,
        "hours": Hours(low=10, likely=20, high=40, source="editorial"),
        "teaches": (Teaches(skill=teaches, to=to),),
    }
    return Resource(id=id_, summary="", **({"label": id_} | given | others))


def build(*resources: Resource, levels: dict[str, int] | None = None, **options: Any) -> Instance:
    wanted = PlanOptions(start=dt.date(2026, 11, 23), **options)
    targets = (Target(any_of=(("python", 2),), weight=1.0),)
    return build_instance(levels or {}, targets, {r.id: r for r in resources}, wanted)


def ids(instance: Instance) -> list[str]:
    return [choice.id for choice in instance.choices]


CATALOGUE = (
    resource("free-video"),
    resource("paid-book", format="reading", kind="book", price=Price(kind="paid", amount=40, currency="USD")),
    resource("german", language="de", provider="Schule"),
    resource("riddle", price=Price(kind="unknown")),
    resource("old", replaced_by="free-video"),
)


@pytest.mark.parametrize(
    ("options", "left", "unpriced"),
    [
        ({}, ["free-video", "german", "paid-book", "riddle"], 0),
        ({"free_only": True}, ["free-video", "german"], 1),
        ({"budget": 50}, ["free-video", "german", "paid-book"], 1),
        ({"formats": ("reading",)}, ["paid-book"], 0),
        ({"languages": ("de",)}, ["german"], 0),
        ({"skip": ("school",)}, ["german"], 0),
        ({"skip": ("book", "riddle")}, ["free-video", "german"], 0),
        ({"done": ("german",)}, ["free-video", "paid-book", "riddle"], 0),
    ],
)
def test_filters(options: dict[str, Any], left: list[str], unpriced: int) -> None:
    """What the options rule out is not offered; unknown prices under limited money are counted."""
    instance = build(*CATALOGUE, **options)
    assert (ids(instance), instance.unpriced_left_out) == (left, unpriced)


def test_a_done_resource_has_taught_and_is_not_offered() -> None:
    """What it teaches is held, up to the highest level that is ever planned."""
    instance = build(resource("a", to=4), resource("b"), done=("a",))
    assert (instance.levels, ids(instance), instance.done) == ({"python": 3}, ["b"], ("a",))


def test_preferred_by_id_provider_kind_or_format() -> None:
    """Words are matched without regard to case."""
    instance = build(*CATALOGUE, prefer=("SCHULE", "reading"))
    assert [c.id for c in instance.choices if c.preferred] == ["german", "paid-book"]


@pytest.mark.parametrize("option", ["done", "skip", "prefer"])
def test_an_unknown_word_is_refused_with_the_nearest(option: str) -> None:
    """A typing error is not silently a wish without effect."""
    with pytest.raises(UnknownName, match="Did you mean 'paid-book'"):
        build(*CATALOGUE, **{option: ("paid-bok",)})


def test_known_modules_are_skipped_with_their_hours() -> None:
    """Five of twenty module hours are known: the course takes three quarters of its hours."""
    modules = (
        Module(title="Basics", hours=5, teaches=(Teaches(skill="python", to=1),)),
        Module(title="More", hours=10, teaches=(Teaches(skill="python", to=2),)),
        Module(title="Talk", hours=5, teaches=()),
    )
    (choice,) = build(resource("c", modules=modules), levels={"python": 1}).choices
    assert choice.skipped_modules == ("Basics",)
    assert (choice.hours.low, choice.hours.likely, choice.hours.high) == (7.5, 15, 30)


def test_a_subscription_costs_as_many_months_as_it_takes() -> None:
    """20 hours at 3 a week are a month and a half: two months to pay. At 10 a week, one."""
    monthly = resource("c", price=Price(kind="subscription", amount=30, currency="USD", per="month"))
    assert build(monthly, hours=3).choices[0].cost == 60
    assert build(monthly, hours=10).choices[0].cost == 30


def test_a_price_in_another_currency_is_unknown() -> None:
    """Amounts of two currencies are never added."""
    foreign = resource("c", price=Price(kind="paid", amount=30, currency="EUR"))
    assert build(foreign).choices[0].cost is None
    assert build(foreign, budget=100).unpriced_left_out == 1
    assert build(foreign, currency="EUR", budget=100).choices[0].cost == 30


def test_no_choice_teaches_beyond_what_is_planned() -> None:
    """A level 4 is cut to 3, and a part from 3 to 4 is left out."""
    parts = (Teaches(skill="a", to=4), Teaches(skill="b", from_=3, to=4))
    (choice,) = build(msgspec.structs.replace(resource("c"), teaches=parts)).choices
    assert choice.teaches == (("a", 0, 3),)


def test_targets_take_the_nearest_lower_seniority_and_stop_at_proficient() -> None:
    """Mid is silent, so junior's level counts; expert is planned as proficient, and said."""
    role = Role(
        id="role",
        label="Role",
        summary="",
        aliases=(),
        duties=(),
        grades=(),
        why="",
        needs=(
            RoleNeed(any_of=("a", "b"), levels={"junior": 2, "senior": 3}, weight=5),
            RoleNeed(any_of=("c",), levels={"senior": 4}, weight=1),
        ),
    )
    mid, notes = targets_of(role, "mid")
    assert ([t.any_of for t in mid], notes) == ([(("a", 2), ("b", 2))], ())
    senior, notes = targets_of(role, "senior")
    assert [t.any_of for t in senior] == [(("a", 3), ("b", 3)), (("c", 3),)]
    assert [note.code for note in notes] == ["expert-level-not-planned"]
    (told,) = targets_of(role, "senior", {"c": "Cooking"})[1]
    assert told.what == "It asks for Cooking at expert; the plan leads to proficient.", "in words, not ids and numbers"
    assert targets_of(role, "intern") == ((), ())


def test_needs_come_along() -> None:
    """A resource's needs are the choice's."""
    (choice,) = build(resource("c", needs=(Need(skill="maths", level=1),))).choices
    assert choice.needs == (("maths", 1),)


def test_a_resource_may_be_named_as_the_plan_shows_it() -> None:
    """A plan prints titles, not ids: the title works for done, skip and prefer, in any case of letters."""
    catalogue = (resource("practical-mlops", label="Practical MLOps"), resource("other"))
    assert build(*catalogue, done=("practical mlops",)).done == ("practical-mlops",)
    assert ids(build(*catalogue, skip=("Practical MLOps",))) == ["other"]
    assert [c.id for c in build(*catalogue, prefer=("Practical MLOps",)).choices if c.preferred] == ["practical-mlops"]
    with pytest.raises(UnknownName, match="practical mlops"):
        build(*catalogue, done=("practical mlop",))
