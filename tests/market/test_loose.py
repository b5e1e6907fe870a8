"""JSON as templates and tools write it: mended where one thing can be meant, else refused."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.market.feeds.loose import loose_json
from headway.market.feeds.model import Unfit

VALUE = {"title": "ML, [a, ] and {x, }", "url": "https://acme.example/1", "note": "// no comment"}
SAID = json.dumps(VALUE)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + SAID,
        "\u00a0" + SAID + ";",
        "<!--\n" + SAID + "\n//-->",
        "//<![CDATA[\n" + SAID + "\n//]]>",
        "/* <![CDATA[ */ " + SAID + " /* ]]> */",
        "/* a job */\n" + SAID + "\n// end",
        SAID[:-1] + ", }",
        SAID.replace('"url":', '/* where */ "url":'),
    ],
)
def test_marks_comments_and_last_commas_change_no_value(text: str) -> None:
    """What looks like a mark inside a string stays there."""
    assert loose_json(text) == VALUE


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": "x\n\ty"}', {"a": "x\n\ty"}),
        (r'{"a": "we\'re \d"}', {"a": "we're d"}),
        (r'{"a": "\ud83d\ude00 \ud83d cut"}', {"a": "\U0001f600 \ufffd cut"}),
        ('{"a": NaN, "b": -Infinity}', {"a": None, "b": None}),
        ('{"a": 1}\n{"a": 2}', [{"a": 1}, {"a": 2}]),
        ('[{"a": 1} {"a": 2}]', [{"a": 1}, {"a": 2}]),
        ("{&quot;a&quot;: &quot;R&amp;D&quot;}", {"a": "R&D"}),
    ],
)
def test_what_is_nearly_json(text: str, value: object) -> None:
    """Line breaks in strings, wrong escapes, no numbers, one value after another, entities for quotes."""
    assert loose_json(text) == value


def test_hostile_comments_take_no_time() -> None:
    """A page may hold anything: no text makes the search for comments go round and round."""
    with pytest.raises(Unfit):
        loose_json('{"a": 1}' + "// " * 5_000 + "\nx")
    with pytest.raises(Unfit):
        loose_json("/* " * 5_000 + '{"a": 1')


@pytest.mark.parametrize("text", ["", "hello", '{"a": ', '{"a" 1}', "{'a': 1}", "[" * 100_000])
def test_what_may_be_anything_is_refused(text: str) -> None:
    """With the reason."""
    with pytest.raises(Unfit, match=r"\w"):
        loose_json(text)


@settings(deadline=None)
@given(st.recursive(st.none() | st.booleans() | st.integers(-9, 9) | st.text(), lambda inner: st.lists(inner)))
def test_what_is_json_stays_as_it_is(value: object) -> None:
    """Whatever its strings hold."""
    assert loose_json(json.dumps(value)) == value
