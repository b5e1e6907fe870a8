"""What the scan finds and the decision keeps."""

import msgspec

from headway.values import Kind


class TextBlock(msgspec.Struct, frozen=True):
    """A piece of text to read. section: a section word (`skills`, `benefits` ...) or None.

    offset is added to the positions of its mentions, so that they count in the whole text.
    """

    text: str
    section: str | None = None
    offset: int = 0


class Mention(msgspec.Struct, frozen=True):
    """A place that names a skill. start, end: Unicode code points; text is exactly what stands there.

    confidence: the decision's estimate, 0 to 1, that a careful reader would mark it.
    """

    start: int
    end: int
    text: str
    skill: str
    label: str
    kind: Kind
    confidence: float
