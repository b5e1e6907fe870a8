"""The small pieces that authored files share. Unknown keys are refused everywhere."""

import msgspec

from headway.values import Level, Span


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """Base of everything authored."""


class Need(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A prerequisite: this skill at this level, before the thing that needs it can be learned."""

    skill: str
    level: Level


class Teaches(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Raises one skill from one level to a higher one."""

    skill: str
    to: Level
    from_: Level = msgspec.field(default=0, name="from")


class Hours(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Hours to work through a resource. source: who says so; `editorial` needs a `why`."""

    low: float
    likely: float
    high: float
    source: str
    why: str = ""

    @property
    def span(self) -> Span:
        return Span(self.low, self.likely, self.high)


class Stated(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A duration as the provider or a guide states it: low and high bounds, inclusive."""

    source: str
    months: tuple[float, float] | None = None
    weeks: tuple[float, float] | None = None
    hours_per_week: tuple[float, float] | None = None
    hours: tuple[float, float] | None = None


class Duty(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What people in a role do, and who says so."""

    text: str
    sources: tuple[str, ...]
