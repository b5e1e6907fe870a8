"""Drawings are sound SVG, and text in them is only text."""

import datetime as dt
from xml.etree import ElementTree

from headway.planning.model import Step
from headway.publish.fit_chart import Bar, fit_chart
from headway.publish.skill_map import Node, skill_map
from headway.publish.timeline import timeline
from headway.values import Span

EVIL = '<script>"&'


def _bar(label: str, score: float) -> Bar:
    return Bar(label=label, score=score, low=score / 2, high=min(1.0, score * 1.2), target=False)


def _node(id_: str, *needs: str, layer: int = 0) -> Node:
    return Node(id=id_, label=id_, needs=needs, level=1, wanted=2, basis="claim", step=None, layer=layer)


def _step(id_: str, start: dt.date, days: int) -> Step:
    return Step(kind="learn", id=id_, start=start, end=start + dt.timedelta(days), hours=Span(1, 2, 3), cost=0.0)


def test_labels_cannot_break_out_of_a_drawing() -> None:
    """Markup in a label is shown, not obeyed; the file parses."""
    for drawn in (
        fit_chart([_bar(EVIL, 0.5)]),
        skill_map([_node(EVIL)]),
        timeline([_step("a", dt.date(2026, 1, 1), 3)], {"a": EVIL}),
    ):
        root = ElementTree.fromstring(drawn)
        assert not [e for e in root.iter() if e.tag.endswith("script")]
        assert any(EVIL in "".join(e.itertext()) for e in root.iter())


def test_a_bar_is_as_long_as_its_score() -> None:
    """Half covered, half the track; the whisker spans the interval."""
    root = ElementTree.fromstring(fit_chart([_bar("x", 0.5)]))
    track, bar = (next(e for e in root.iter() if e.get("class") == css) for css in ("track", "bar"))
    assert float(bar.get("width", 0)) / float(track.get("width", 1)) == 0.5


def test_what_is_needed_stands_left_of_what_needs_it() -> None:
    """Every edge of the map runs rightwards."""
    nodes = [_node("c", "b", "a", layer=5), _node("b", "a", layer=3), _node("a"), _node("d", "gone")]
    root = ElementTree.fromstring(skill_map(nodes))
    x = {}
    for group in root:
        if group.tag.endswith("g"):
            rect, text = group[0], next(e for e in group if e.tag.endswith("text"))
            x["".join(text.itertext())] = float(rect.get("x", 0))
    assert x["a"] < x["b"] < x["c"]
    assert x["d"] == x["a"]


def test_no_two_skills_share_a_place() -> None:
    """Fifty skills, fifty boxes."""
    nodes = [_node(f"s{i}", *(f"s{j}" for j in range(max(0, i - 2), i)), layer=i // 9) for i in range(50)]
    root = ElementTree.fromstring(skill_map(nodes))
    corners = [(g[0].get("x"), g[0].get("y")) for g in root if g.tag.endswith("g")]
    assert len(set(corners)) == 50


def test_steps_lie_on_the_time_axis_in_proportion() -> None:
    """A step of half the time has a bar of half the width."""
    first = _step("a", dt.date(2026, 1, 1), 9)
    second = _step("b", dt.date(2026, 1, 11), 9)
    root = ElementTree.fromstring(timeline([first, second], {}))
    widths = [float(e.get("width", 0)) for e in root.iter() if (e.get("class") or "").startswith("step")]
    assert abs(widths[0] - widths[1]) < 0.2
    assert timeline([], {}) == ""
