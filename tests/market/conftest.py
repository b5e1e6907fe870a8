"""Making a finder ready takes a second; the tests of this folder share one for each lexicon. It keeps no state."""

from pathlib import Path

import pytest

from headway.knowledge.load import load_knowledge, load_lexicon
from headway.knowledge.model import Lexicon
from headway.market.reading import Readers
from headway.mentions import find
from headway.postings.titles import Titles

_MADE: dict[int, find.Finder] = {}
_Finder = find.Finder


def _shared(lexicon: Lexicon, cache: Path | None = None) -> find.Finder:
    if id(lexicon) not in _MADE:
        _MADE[id(lexicon)] = _Finder(lexicon, cache=cache)
    return _MADE[id(lexicon)]


@pytest.fixture(autouse=True)
def one_finder(monkeypatch: pytest.MonkeyPatch) -> None:
    """The finder that `headway market import` makes."""
    monkeypatch.setattr(find, "Finder", _shared)


@pytest.fixture(scope="session")
def one_reader(run_home: Path) -> Readers:
    """Readers of the knowledge base as it is."""
    cache = run_home / "cache"
    knowledge, lexicon = load_knowledge(cache), load_lexicon(cache)
    return Readers(_shared(lexicon), Titles(knowledge.roles), "test")
