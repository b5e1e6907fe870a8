"""Word lists as patterns."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.postings.words import any_word

_LETTERS = "ab c+.é_"
_WORD = st.text(_LETTERS, min_size=1, max_size=5).filter(lambda w: w.strip() == w)
_LISTED = st.builds(lambda word, star: word + star, _WORD, st.sampled_from(["", "*"]))


def one_by_one(words: list[str], text: str) -> set[tuple[int, int]]:
    """Every place where a word stands, told word by word and place by place."""
    found = set()
    for word in words:
        bare = word.rstrip("*")
        for at in range(len(text)):
            end = at + len(bare)
            if not text.startswith(bare, at) or (bare[0].isalnum() and at and re.match(r"\w", text[at - 1])):
                continue
            if word.endswith("*"):
                end += len(re.match(r"\w*", text[end:])[0])  # type: ignore[index]
            elif bare[-1].isalnum() and re.match(r"\w", text[end:]):
                continue
            found.add((at, end))
    return found


@given(st.lists(_LISTED, min_size=1, max_size=6), st.text(_LETTERS + "x ", max_size=20))
def test_a_list_of_words_finds_what_looking_for_each_word_finds(words: list[str], text: str) -> None:
    """The shared branches change the time only: the same places, and of two words at one place the longer."""
    places = one_by_one(words, text)
    found = {
        match.start(): match.end() for at in range(len(text)) if (match := re.compile(any_word(words)).match(text, at))
    }
    assert found == {start: max(end for begin, end in places if begin == start) for start, _ in places}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("head of data", ["head of"]),
        ("ahead of data", []),
        ("c++ and c", ["c++", "c"]),
        ("engineering", ["engineering"]),
    ],
)
def test_whole_words_only(text: str, found: list[str]) -> None:
    """A word within another is none; a star lets letters follow; signs need no word's end."""
    assert re.findall(any_word(["head of", "c", "c++", "engineer*"]), text) == found
