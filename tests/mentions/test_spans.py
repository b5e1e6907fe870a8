"""The second reader: spans by the convention of SkillSpan."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from headway.mentions.find import Finder
from headway.mentions.model import TextBlock
from headway.mentions.spans import words_of
from tests.mentions.lexicon import small_lexicon

READER = Finder(small_lexicon(), "skillspan")


def test_it_marks_names_that_the_map_lacks_without_a_skill() -> None:
    """A known name keeps its skill; an unknown one is marked with an empty id."""
    found = READER.find("Experience with Python and JUnit")

    assert [(m.text, m.skill) for m in found] == [("Python", "python"), ("JUnit", "")]


def test_a_full_stop_at_the_end_is_no_part_of_a_word() -> None:
    """`Node.js.` ends a sentence with the name intact."""
    assert [word for *_, word in words_of("Use (Node.js).")[0]] == ["Use", "(", "Node.js", ")."]


@given(st.text(max_size=120), st.integers(0, 50))
def test_positions_are_exact_sorted_and_apart(text: str, offset: int) -> None:
    """Whatever the text, a span's characters are the text's own."""
    found = READER.find([TextBlock(text, None, offset)])

    assert all(text[m.start - offset : m.end - offset] == m.text for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
