"""The ways one authored alias is also written: plural, joined, split, with other signs between its words."""

import re
from functools import cache, lru_cache

from headway.mentions.words import load_words
from headway.values import Kind

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_SEPARATOR = re.compile(r"[\s/_\-‐-―]+")
_GENERIC_TAIL = re.compile(r"[a-z]{4,}$|API$")
_NO_SINGULAR = ("ss", "us", "is", "ics", "ous")
_SHORTEST_JOINED = 6


def spellings(alias: str, kind: Kind, *, strict: bool) -> list[str]:
    """The alias first, then its automatic variants, letter case kept.

    strict: a short or ambiguous alias, of which only the plural is tried.
    """
    base = [alias, *_over_the_sea(alias)]
    if not strict:
        base += [form for one in base for form in _joined(one) + _signs(one)]
    return list(dict.fromkeys(base + [form for one in base for form in _numbers(one, kind)]))


@cache
def _seas() -> tuple[re.Pattern[str], dict[str, str]]:
    words = load_words()
    pairs = dict(zip(words.british + words.american, words.american + words.british, strict=True))
    parts = sorted(pairs, key=len, reverse=True)
    return re.compile("|".join(parts)), pairs


def _over_the_sea(alias: str) -> list[str]:
    """`containerisation` ↔ `containerization`: every British or American part changed to the other.

    The parts leave out a word's first letter, so that a capital there is no matter.
    """
    other = " ".join([_other_spelling(word) for word in alias.split(" ")])
    return [other] if other != alias else []


@lru_cache(maxsize=20_000)
def _other_spelling(word: str) -> str:
    pattern, pairs = _seas()
    return pattern.sub(lambda m: pairs[m[0]], word)


def _joined(alias: str) -> list[str]:
    """`scikit-learn` → `scikitlearn`; `PyTorch` → `Py Torch`."""
    words = _SEPARATOR.split(alias)
    found = []
    if len(words) == 2 and min(map(len, words)) > 1 and sum(map(len, words)) >= _SHORTEST_JOINED:
        found.append("".join(words))
    split = _CAMEL.sub(" ", alias)
    return [*found, split] if split != alias else found


def _signs(alias: str) -> list[str]:
    """`Node.js` → `Node js`, `Nodejs`; `Weights & Biases` → `Weights and Biases`."""
    found = []
    if "." in alias[1:-1]:
        found += [alias[0] + alias[1:].replace(".", " "), alias[0] + alias[1:].replace(".", "")]
    if " & " in alias:
        found.append(alias.replace(" & ", " and "))
    if " and " in alias:
        found.append(alias.replace(" and ", " & "))
    return found


def _numbers(alias: str, kind: Kind) -> list[str]:
    """Singular and plural. A product's proper name has neither, unless it ends in a common noun."""
    words = _SEPARATOR.split(alias)
    if kind == "human" and len(words) > 1:
        return []
    if kind == "tech" and not (len(words) > 1 and _GENERIC_TAIL.search(words[-1])):
        return []
    last = words[-1]
    if len(last) < 2 or not last.isalpha():
        return []
    if last.endswith("s") and (last[-2].isupper() or not last.lower().endswith(_NO_SINGULAR)):
        return [alias[:-3] + "y" if last.endswith("ies") and len(last) > 4 else alias[:-1]]
    return [_plural(alias)]


@cache
def in_both_numbers(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Phrases and their plurals: what forbids a name before `hiring manager` does so before `hiring managers`."""
    return (*phrases, *(_plural(each) for each in phrases if each[-1:].isalpha() and each[-1:] != "s"))


def _plural(alias: str) -> str:
    if alias[-1] == "y" and alias[-2] not in "aeiou":
        return alias[:-1] + "ies"
    return alias + ("es" if alias.lower().endswith(("s", "x", "ch", "sh")) else "s")
