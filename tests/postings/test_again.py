"""What is kept of texts read before changes nothing."""

from itertools import permutations

from headway.app.context import open_context
from headway.postings import workplace
from headway.postings.read import read_posting
from headway.postings.titles import Titles
from tests.postings.reading import readers

_HYBRID = "We work hybrid, 3 days a week in the office."
TEXTS = [
    ("ML Engineer", f"Requirements\n- Python\n{_HYBRID}"),
    ("ML Engineer (Remote)", f"{_HYBRID}\n\nRequirements\n- Python, {_HYBRID} from home"),
    ("Data Scientist", f"About\nInterview process: {_HYBRID}\n- remote from home"),
    (None, f"1{_HYBRID}\nBenefits\n- 3 days a week remote in the office"),
]


def test_texts_read_in_any_order_give_the_same() -> None:
    """The same sentence elsewhere, under another heading or another title does not take over what was read before."""
    finder, _ = readers()
    alone = {}
    for each in TEXTS:
        workplace._told.cache_clear()
        alone[each] = read_posting(*each, finder, _titles())
    for order in permutations(TEXTS):
        workplace._told.cache_clear()
        titles = _titles()
        assert {each: read_posting(*each, finder, titles) for each in order} == alone


def _titles() -> Titles:
    return Titles(open_context("2026-11-20").knowledge.roles)
