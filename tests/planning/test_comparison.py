"""A fixed roadmap, for this person."""

from headway.knowledge.model import Need, Roadmap, Stage, StageCourse, Stated, Teaches
from headway.planning.comparison import roadmap_hours
from headway.values import Span
from tests.planning.small import question, target
from tests.planning.test_build import resource

ASKED = question([], [target("python 2", 3), target("ml 2", 1)], levels={"python": 1})
CATALOGUE = {"py": resource("py"), "maths": resource("maths", "maths", needs=(Need(skill="algebra", level=1),))}


def test_stated_months_and_hours_come_before_the_catalogue() -> None:
    """Three to four months at 6 to 10 hours a week, then 20 catalogue hours; ten hours a week end it."""
    roadmap = Roadmap(
        id="guide",
        title="",
        hours_per_week=(10, 10),
        courses=(
            StageCourse(resource="py", stated=Stated(source="s0", months=(3, 4), hours_per_week=(6, 10))),
            StageCourse(resource="maths"),
        ),
    )
    row = roadmap_hours(roadmap, ASKED, CATALOGUE)
    assert row.hours is not None
    assert [round(x, 1) for x in (row.hours.low, row.hours.likely, row.hours.high)] == [88.0, 145.7, 213.3]
    assert row.weeks is not None
    assert round(row.weeks.likely, 2) == 14.57
    assert row.end is not None
    assert row.end.isoformat() == "2027-03-03"
    assert (row.needs_missing, row.known_hours) == ((("algebra", 1),), 0.0)
    assert [t.any_of for t in row.unmet] == [(("ml", 2),)]
    assert row.weight_met == 0.75


def test_the_roadmaps_own_pace_fills_in() -> None:
    """Weeks without hours a week take those of the roadmap; hours need no pace."""
    weeks = StageCourse(label="Twelve weeks", stated=Stated(source="s0", weeks=(12, 12)))
    hours = StageCourse(label="Forty hours", stated=Stated(source="s0", hours=(40, 60)))
    paced = Roadmap(id="guide", title="", hours_per_week=(10, 10), courses=(weeks, hours))
    assert roadmap_hours(paced, ASKED, {}).hours == Span(160, 170, 180)
    silent = roadmap_hours(Roadmap(id="guide", title="", courses=(weeks, hours)), ASKED, {})
    assert (silent.hours, silent.without_hours) == (Span(40, 50, 60), ("Twelve weeks",))


def test_what_the_person_knows_is_counted_as_known() -> None:
    """The roadmap does not care what one knows: its hours stay, and are shown as known."""
    first = StageCourse(
        label="First", teaches=(Teaches(skill="python", to=1),), stated=Stated(source="s", hours=(8, 12))
    )
    row = roadmap_hours(Roadmap(id="guide", title="", courses=(first,)), ASKED, {})
    assert (row.hours, row.known_hours) == (Span(8, 10, 12), 10.0)


def test_a_roadmap_of_stages_only_counts_its_skills() -> None:
    """Without courses there are no hours unless the guide gives a pace."""
    stages = (
        Stage(id="one", label="", months=(0, 6), skills=(Need(skill="ml", level=2), Need(skill="python", level=2))),
    )
    row = roadmap_hours(Roadmap(id="guide", title="", stages=stages), ASKED, {})
    assert (row.hours, row.end, row.unmet, row.weight_met) == (None, None, (), 1.0)
    paced = roadmap_hours(Roadmap(id="guide", title="", stages=stages, hours_per_week=(5, 10)), ASKED, {})
    assert paced.hours == Span(130, 195, 260)
