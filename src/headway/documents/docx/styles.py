"""How text of a DOCX looks: properties of runs and paragraphs, through styles and defaults."""

from collections.abc import Iterator
from typing import Final

import msgspec
from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF: Final = frozenset({"0", "false", "off", "none"})
_DEEPEST: Final = 20
WHITE_FROM: Final = 0xF0
"""A colour whose three parts are all at least this cannot be read on white paper."""


class Look(msgspec.Struct, frozen=True):
    """What matters of how a run looks. None: not said here, so the next style up decides."""

    size: float | None = None
    bold: bool | None = None
    hidden: bool | None = None
    colour: str | None = None
    ground: str | None = None
    """Colour painted beneath (shading or highlight)."""

    def over(self, base: "Look") -> "Look":
        """This look where it says something, else the base."""
        pairs = {name: getattr(self, name) for name in self.__struct_fields__}
        return Look(**{name: getattr(base, name) if value is None else value for name, value in pairs.items()})


class Style(msgspec.Struct, frozen=True):
    """A named style; `heading` and `item` tell what its paragraphs are."""

    look: Look = Look()
    base: str = ""
    heading: bool = False
    item: bool = False


def value_of(parent: "etree._Element | None", name: str) -> str | None:
    """`w:val` of a child: None when there is no such child, empty when it has no value."""
    child = None if parent is None else parent.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val", "")


def is_on(parent: "etree._Element | None", name: str) -> bool | None:
    """A switch property: None where it is not there."""
    value = value_of(parent, name)
    return None if value is None else value.lower() not in _OFF


def is_white(colour: str | None) -> bool:
    """True for a colour of six hex digits that cannot be seen on white."""
    if colour is None or len(colour) != 6:
        return False
    try:
        return all(int(colour[at : at + 2], 16) >= WHITE_FROM for at in (0, 2, 4))
    except ValueError:
        return False


def ground_of(properties: "etree._Element | None") -> str | None:
    """The colour that shading or highlighting paints beneath, if any but white."""
    if properties is None:
        return None
    highlight = value_of(properties, "highlight")
    if highlight and highlight not in ("none", "white"):
        return highlight
    shading = properties.find(f"{W}shd")
    if shading is None:
        return None
    fill = shading.get(f"{W}fill", "auto")
    if shading.get(f"{W}val") in ("solid", "pct100"):
        fill = shading.get(f"{W}color", "auto")
    return None if fill == "auto" or is_white(fill) else fill


def look_of(properties: "etree._Element | None") -> Look:
    """The look that a w:rPr states."""
    if properties is None:
        return Look()
    half_points = value_of(properties, "sz")
    size = int(half_points) / 2 if half_points is not None and half_points.isdecimal() else None
    return Look(
        size=size,
        bold=is_on(properties, "b"),
        hidden=is_on(properties, "vanish"),
        colour=value_of(properties, "color"),
        ground=ground_of(properties),
    )


class Styles:
    """The styles of one document."""

    def __init__(self, root: "etree._Element | None") -> None:
        self._styles: dict[str, Style] = {}
        self.default_paragraph = ""
        self._defaults = Look()
        if root is None:
            return
        self._defaults = look_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for element in root.iter(f"{W}style"):
            name = element.get(f"{W}styleId", "")
            self._styles[name] = _style(element)
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default", "0").lower() not in _OFF:
                self.default_paragraph = name

    def _chain(self, name: str | None) -> Iterator[Style]:
        """The style and those it is based on; a ring of styles ends."""
        for _ in range(_DEEPEST):
            style = self._styles.get(name or "")
            if style is None:
                return
            yield style
            name = style.base

    def look(self, run: "etree._Element | None", paragraph_style: str | None) -> Look:
        """The look of a run: its own word first, then its style, the paragraph's style, the defaults."""
        look = look_of(run)
        for name in (value_of(run, "rStyle"), paragraph_style or self.default_paragraph):
            for style in self._chain(name):
                look = look.over(style.look)
        return look.over(self._defaults)

    def is_heading(self, name: str | None) -> bool:
        """True when the style, or one it is based on, is a heading or title."""
        return any(style.heading for style in self._chain(name))

    def is_item(self, name: str | None) -> bool:
        """True when the style, or one it is based on, numbers or bullets its paragraphs."""
        return any(style.item for style in self._chain(name))


def _style(element: "etree._Element") -> Style:
    paragraph = element.find(f"{W}pPr")
    label = (value_of(element, "name") or "").lower()
    outline = value_of(paragraph, "outlineLvl")
    heading = label.startswith(("heading", "title", "subtitle")) or (outline is not None and outline in "012345678")
    look = look_of(element.find(f"{W}rPr"))
    ground = look.ground or ground_of(paragraph)
    item = paragraph is not None and paragraph.find(f"{W}numPr") is not None
    return Style(msgspec.structs.replace(look, ground=ground), value_of(element, "basedOn") or "", heading, item)
