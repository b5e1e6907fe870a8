"""Whether two adverts can be of one job: the same employer, and titles that say the same once places are left out.

Texts alone do not tell: a company's adverts for a senior and a staff engineer may share nineteen words in twenty.
"""

import hashlib
import re
from collections.abc import Iterable
from functools import cache, lru_cache

from headway.postings.words import PlaceWords, any_word, load

_LEGAL = re.compile(
    r"[\s,.]+(?:inc|incorporated|llc|llp|ltd|limited|gmbh|ag|se|sa|sas|s\.a|bv|b\.v|nv|ab|oy|corp|corporation|plc|pty)\b\.?"
)
_GENDER = re.compile(
    r"\((?:all genders?|gn|any gender|[mfwdxhi](?:\s*[/|,.*-]\s*[mfwdxhi*]){1,3})\)|\b[mfw]/[mfw]/[dx]\b"
)
_WORD = re.compile(r"[^\W_][\w+#&']*")
_WORKPLACE = frozenset(
    {"remote", "hybrid", "onsite", "on-site", "fully", "worldwide", "global", "anywhere", "relocation"}
)
_REGIONS = frozenset(
    {"emea", "apac", "amer", "americas", "latam", "nordics", "dach", "benelux", "mena", "eu", "europe", "asia"}
    | {"us", "usa", "uk", "uae", "north", "south", "east", "west"}
)
_BROAD = frozenset({"north", "south", "east", "west", "global"})
"""Left out beside another place only: `Sales, West Coast`, but not `Global Head`."""


def company_key(company: str | None) -> str:
    """Equal for one employer written in two ways (`Acme, Inc.`, `ACME`); empty where none is named."""
    return " ".join(_LEGAL.sub("", (company or "").casefold()).replace("&", " and ").split())


@lru_cache(maxsize=100_000)
def title_key(title: str, locations: tuple[str, ...]) -> str:
    """The title's words without places, workplace words and gender marks; the advert's own places are left out too."""
    low = _GENDER.sub(" ", title.casefold().replace("’", "'"))
    named = _places().sub(" ", low)
    own = {word for place in locations for word in _WORD.findall(place.casefold()) if len(word) > 2 and word.isalpha()}
    words = _WORD.findall(named)
    left_out = own | _WORKPLACE | _REGIONS
    kept = [word for word in words if word not in left_out or (word in _BROAD and named == low and word not in own)]
    return " ".join(kept or words or _WORD.findall(low))


@cache
def _places() -> re.Pattern[str]:
    words = load(PlaceWords)
    tables: Iterable[dict[str, tuple[str, ...]]] = (words.countries, words.cities)
    names = {name for table in tables for listed in table.values() for name in listed if len(name) > 3}
    return re.compile(any_word(sorted(names | {state for state in words.us_states if len(state) > 3})))


def key_of(*parts: str) -> int:
    """64 bits for equal parts."""
    return int.from_bytes(hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest())
