"""A person's profile as it may leave the machine: nothing stands in it without what it rests on.

A skill is made of its evidence: `ShownSkill` cannot be built without a `Witness`, and a `Witness` not without the words
it quotes and the place where they stand. What is written to a file is built from these and from nothing else.
"""

import msgspec

LEVEL_WORDS = ("none", "aware", "working", "proficient", "expert")


class Witness(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that speaks for a line of the profile.

    text: the quoted line, or the result of a test or lab. place: the document with page and line, or the day of the
    result. proof: shown by the person; else said by them (a claim). note: what it is evidence of, in a few words.
    """

    text: str
    place: str
    proof: bool
    kind: str
    date: str | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if not self.text.strip() or not self.place.strip():
            raise ValueError("a witness says something, and somewhere")


class ShownSkill(msgspec.Struct, frozen=True, kw_only=True):
    """A skill with its level (1 to 4) and what it rests on; claim and proof apart. first: the strongest witness.

    The level is never above what was claimed or proven: what only follows from other skills is not shown.
    """

    skill: str
    label: str
    kind: str
    level: int
    claim_level: int
    proof_level: int
    first: Witness
    more: tuple[Witness, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= self.level <= max(self.claim_level, self.proof_level) <= 4:
            raise ValueError("a skill is shown at a level that was claimed or proven")
        if self.proof_level and not self.proven:
            raise ValueError("a proven level needs a witness that is proof")

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """All that speaks for it."""
        return (self.first, *self.more)

    @property
    def proven(self) -> bool:
        """Whether anything of it was shown and not only said."""
        return any(each.proof for each in self.witnesses)

    @property
    def words(self) -> str:
        """Claimed and shown level in words; never one for the other."""
        claimed = f"claimed {LEVEL_WORDS[self.claim_level]}" if self.claim_level else ""
        shown = f"shown {LEVEL_WORDS[self.proof_level]}" if self.proof_level else ""
        return ", ".join(filter(None, (shown, claimed)))


class ShownEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A job, a study or a certificate. title: job title, field or name; at: employer, school or issuer."""

    title: str
    at: str
    start: str | None
    end: str | None
    current: bool
    kind: str
    witness: Witness
    lines: tuple[str, ...] = ()
    """Lines of the document under a job that speak for a skill that is shown."""

    @property
    def dates(self) -> str:
        """As a CV writes them; empty where none is known."""
        if self.start is None:
            return self.end or ""
        return f"{self.start} – {'present' if self.current else self.end or '?'}"


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """A skill that may be there but is not shown, and why."""

    skill: str
    label: str
    why: str


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """What goes out. today: ISO date it was made on; document: the CV's name, where there is one."""

    today: str
    name: str | None
    country: str | None
    document: str | None
    years: float | None
    languages: tuple[str, ...]
    skills: tuple[ShownSkill, ...]
    jobs: tuple[ShownEntry, ...]
    education: tuple[ShownEntry, ...]
    certificates: tuple[ShownEntry, ...]
    left_out: tuple[LeftOut, ...]
