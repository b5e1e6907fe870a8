"""The lexicon compiled for the scan: every spelling of every alias, and every phrase the decision listens for."""

from functools import cached_property

import msgspec

from headway.knowledge.model import Case, Lexicon, LexiconEntry
from headway.mentions.fold import fold_name
from headway.mentions.spelling import in_both_numbers, spellings
from headway.mentions.words import Words
from headway.values import Kind

_ONLY_LETTERS = {code: None for code in range(128) if not chr(code).isalnum() and chr(code) not in "+#"}
_SHORT = 3
_SHORTEST_LOUD = 4
"""Letters of a name from which on capitals may stand for it; shorter ones are mostly initials (`GO`, `RAY`)."""
NAMED = "-"
"""In the place of a signal: the pattern is a name or a veto and no signal."""


class Form(msgspec.Struct, kw_only=True, eq=False, array_like=True):
    """One spelling of one alias: what the candidate at that pattern may stand for.

    key: skill and folded alias, the name in the weights. vague: the class of vague names it is in, or none. exact:
    the spelling's letters, for the case rule. other: what the name means near certain words, a form that stands only
    there (strict). title: the name of a concept is that of who does it (`solutions architect`).
    """

    skill: str
    kind: Kind
    case: Case
    ambiguous: bool
    key: str
    exact: str = ""
    cues: frozenset[int] = frozenset()
    vetoes: frozenset[int] = frozenset()
    vague: str = ""
    other: "Form | None" = None
    strict: bool = False
    title: bool = False

    def spelt(self, spelling: str) -> "Form":
        """The same for another spelling; shared where letter case does not matter."""
        return self if self.case == "any" else msgspec.structs.replace(self, exact=bare_letters(spelling))

    def allows(self, surface: str) -> bool:
        """Whether the letters stand in the case the alias asks for."""
        if self.case == "any" or surface == self.exact:
            return True
        bare = bare_letters(surface)
        if self.case == "exact":
            return bare == self.exact
        if bare.isupper() and len(bare) >= _SHORTEST_LOUD:
            return bare == self.exact.upper()  # `KAFKA`, in a list in capitals
        return bare[1:] == self.exact[1:] and bare[:1].lower() == self.exact[:1].lower()


def bare_letters(text: str) -> str:
    """Letters, digits, plus and hash only, case kept: what the case rule compares."""
    return text.translate(_ONLY_LETTERS)


class Spelt(msgspec.Struct, frozen=True):
    """What is spelled out, in a shape that can be kept. texts: of the patterns, by their ids, after a space.

    forms: each once. forms_of: by pattern id, the places of its forms. vetoes: pattern ids. signals: pattern ids, each
    with what it is a signal of.
    """

    texts: list[str]
    forms: list[Form]
    forms_of: list[tuple[int, ...]]
    vetoes: set[int]
    signals: list[tuple[int, str]]


class Patterns:
    """All patterns with what each means. A pattern may be a name, a cue, a veto and a listened-for phrase at once.

    active: by pattern id, the signal it is, or NAMED, or nothing for a cue (looked up only where one is needed).
    is_cue: by pattern id, whether it is one. heads: last words of the names of several words.
    """

    def __init__(self, spelt: Spelt) -> None:
        self.texts, self.vetoes = spelt.texts, spelt.vetoes
        self.forms = {
            id_: tuple([spelt.forms[place] for place in places]) for id_, places in enumerate(spelt.forms_of) if places
        }
        self.active = [NAMED if places else "" for places in spelt.forms_of]
        for id_ in self.vetoes:
            self.active[id_] = NAMED
        for id_, signal in spelt.signals:
            self.active[id_] = signal
        cues = set().union(*{form.cues for form in spelt.forms}, *{f.other.cues for f in spelt.forms if f.other})
        self.is_cue = [False] * len(self.texts)
        for id_ in cues:
            self.is_cue[id_] = True
        self.heads = frozenset([self.texts[id_].rpartition(" ")[2] for id_ in self.forms if " " in self.texts[id_][1:]])

    @cached_property
    def _ids(self) -> dict[str, int]:
        return {text: id_ for id_, text in enumerate(self.texts)}

    def find_name(self, folded: str) -> tuple[Form, ...]:
        """The forms of a folded name, for names put together from two places (elided heads)."""
        id_ = self._ids.get(f" {folded}")
        return self.forms.get(id_, ()) if id_ is not None else ()


def spell_out(lexicon: Lexicon, words: Words) -> Spelt:
    """Every spelling of every alias, and every phrase that is listened for."""
    return _Spelling(lexicon, words).result()


class _Spelling:
    """Patterns being numbered."""

    def __init__(self, lexicon: Lexicon, words: Words) -> None:
        self.texts: list[str] = []
        self._ids: dict[str, int] = {}
        self.forms: dict[int, list[Form]] = {}
        self.vetoes: set[int] = set()
        self.signals: dict[int, str] = {}
        self._add_names(lexicon, words)
        for name, phrases in words.signals.items():
            for phrase in phrases:
                self.signals[self._id(fold_name(phrase))] = name

    def result(self) -> Spelt:
        """What was numbered."""
        places = {form: place for place, form in enumerate({f: None for forms in self.forms.values() for f in forms})}
        forms_of = [tuple([places[f] for f in self.forms.get(id_, ())]) for id_ in range(len(self.texts))]
        return Spelt(self.texts, list(places), forms_of, self.vetoes, list(self.signals.items()))

    def _id(self, folded: str) -> int:
        if folded not in self._ids:
            self._ids[folded] = len(self.texts)
            self.texts.append(f" {folded}")
        return self._ids[folded]

    def _add_names(self, lexicon: Lexicon, words: Words) -> None:
        folded = {entry.text: fold_name(entry.text) for entry in lexicon.entries}
        authored = {folded[entry.text]: entry.skill for entry in lexicon.entries}
        sure = {folded[entry.text]: entry.skill for entry in lexicon.entries if not entry.ambiguous}
        unsure = {(folded[entry.text], entry.skill) for entry in lexicon.entries if entry.ambiguous}
        sure = {name: skill for name, skill in sure.items() if name not in words.adjectives}
        loose = {name: skill for name, skill in authored.items() if name not in words.adjectives}
        phrases: dict[tuple[str, ...], frozenset[int]] = {}
        for entry in lexicon.entries:
            name = folded[entry.text]
            if f"{entry.skill}|{name}" in words.silent or _is_list(entry.text, entry.skill, authored, words):
                continue
            if not entry.text.rpartition(" ")[2].istitle():  # a proper name as it stands (`Google Cloud Platform`)
                label = entry.text == lexicon.labels[entry.skill]
                if _is_framed(name, sure, words) or (not label and _is_padded(entry, name, sure, loose, words)):
                    continue
            form = self._form(entry, name, lexicon.kinds[entry.skill], words, phrases)
            form.other = self._sense(form.key, entry, name, lexicon, words, phrases)
            for spelling in _spellings(entry, form.kind):
                pattern = name if spelling == entry.text else fold_name(spelling)
                if pattern != name and (pattern, entry.skill) in unsure:
                    continue  # written down with what makes it sure
                if authored.get(pattern, entry.skill) == entry.skill:  # else written down for another skill
                    self.forms.setdefault(self._id(pattern), []).append(form.spelt(spelling))

    def _form(
        self, entry: LexiconEntry, name: str, kind: Kind, words: Words, phrases: dict[tuple[str, ...], frozenset[int]]
    ) -> Form:
        key = f"{entry.skill}|{name}"
        form = Form(skill=entry.skill, kind=kind, case=entry.case, ambiguous=entry.ambiguous, key=key)
        form.cues = self._phrases(entry.cues, phrases)
        form.vetoes = self._phrases(in_both_numbers(entry.vetoes), phrases)
        form.vague = next((c for c, listed in words.vague.items() if form.skill in listed or form.key in listed), "")
        form.title = kind == "concept" and name.rpartition(" ")[2] in words.after["person"]
        self.vetoes |= form.vetoes
        return form

    def _sense(
        self,
        key: str,
        entry: LexiconEntry,
        name: str,
        lexicon: Lexicon,
        words: Words,
        phrases: dict[tuple[str, ...], frozenset[int]],
    ) -> Form | None:
        """The form of the other skill that a name means near certain words."""
        sense = words.senses.get(key)
        if sense is None or sense.skill not in lexicon.kinds:
            return None
        other = msgspec.structs.replace(entry, skill=sense.skill, ambiguous=True, cues=sense.cues)
        form = self._form(other, name, lexicon.kinds[sense.skill], words, phrases)
        form.strict = True
        return form

    def _phrases(self, phrases: tuple[str, ...], seen: dict[tuple[str, ...], frozenset[int]]) -> frozenset[int]:
        if phrases not in seen:
            seen[phrases] = frozenset(self._id(fold_name(phrase)) for phrase in phrases)
        return seen[phrases]


def _is_list(alias: str, skill: str, authored: dict[str, str], words: Words) -> bool:
    """Whether an alias is two names, which a reader splits into two mentions.

    With a slash they are of two skills (`AI/ML`), with an `and` of any (`metrics and KPIs`).
    """
    joint = next((joint for joint in (" and ", " & ", "/") if joint in alias), None)
    if joint is None or fold_name(alias) in words.whole:
        return False
    first, _, second = alias.partition(joint)
    owners = {_owner(fold_name(first), authored), _owner(fold_name(second), authored)}
    return None not in owners and (joint != "/" or owners != {skill})


def _is_padded(entry: LexiconEntry, folded: str, sure: dict[str, str], loose: dict[str, str], words: Words) -> bool:
    """Whether an alias is a shorter name of the same skill and a word of no weight: `deep learning models`.

    Things that are made and run make a name of a word that is unsure by itself (`ranking models`): it must be sure.
    """
    first, _, rest = folded.partition(" ")
    start, _, last = folded.rpartition(" ")
    shorter = sure if last in words.made else loose
    return (first in words.openers and loose.get(rest) == entry.skill) or (
        last in words.tails and shorter.get(start) == entry.skill
    )


def _is_framed(folded: str, sure: dict[str, str], words: Words) -> bool:
    """Whether a name is a sure name of whatever skill and one of the lightest words (`ML frameworks`, `applied ML`)."""
    first, _, rest = folded.partition(" ")
    start, _, last = folded.rpartition(" ")
    return (first in words.light_openers and rest in sure) or (last in words.light_tails and start in sure)


def _owner(name: str, authored: dict[str, str]) -> str | None:
    return authored.get(name) or authored.get(f"{name}s") or authored.get(name.removesuffix("s"))


def _spellings(entry: LexiconEntry, kind: Kind) -> list[str]:
    strict = len(entry.text) <= _SHORT or (entry.ambiguous and " " not in entry.text)
    return spellings(entry.text, kind, strict=strict)
