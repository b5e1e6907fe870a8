"""The ZIP archive of a DOCX: its parts as XML, read under limits, with nothing fetched or expanded."""

import io
import posixpath
import struct
import zipfile
import zlib
from typing import Final

from lxml import etree

from headway.documents.limits import Limits
from headway.errors import UnreadableFile

PACKAGE: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_DAMAGED: Final = "Open it in a word processor, save it again, or export it as PDF."
_OTHERS: Final = (
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("mimetype", "an OpenDocument or e-book file"),
    ("META-INF/", "a Java archive or e-book"),
    ("Index/Document.iwa", "a Pages document"),
)


class Relation:
    """A link from one part to another, or to an address outside."""

    def __init__(self, kind: str, target: str, outside: bool) -> None:
        self.kind = kind
        self.target = target
        self.outside = outside


class Archive:
    """An opened DOCX. Every read is checked against what may be unpacked in all."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self.name = name
        self._left = limits.unpacked_bytes
        self._ratio = limits.unpacked_ratio
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct.error) as error:
            raise UnreadableFile(f"{name} is a damaged or cut-off DOCX ({error}).", _DAMAGED) from None
        self._members = {info.filename: info for info in self._zip.infolist()}

    def main_part(self) -> str:
        """Path of the part that holds the text; UnreadableFile when the archive is no DOCX."""
        for relation in self.relations("").values():
            known = relation.kind == "officeDocument" and relation.target in self._members
            if known and not relation.target.startswith(("xl/", "ppt/")):
                return relation.target
        if "word/document.xml" in self._members:
            return "word/document.xml"
        words = next((words for start, words in _OTHERS if any(m.startswith(start) for m in self._members)), None)
        raise UnreadableFile(
            f"{self.name} is {words or 'a ZIP archive'}, not a DOCX.",
            "Export your CV as PDF or DOCX and give that file.",
        )

    def relations(self, part: str) -> dict[str, Relation]:
        """What `part` refers to, by relation id; empty when it refers to nothing."""
        folder, file = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        found: dict[str, Relation] = {}
        for each in root.iter(f"{PACKAGE}Relationship"):
            target = each.get("Target", "")
            outside = each.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[each.get("Id", "")] = Relation(each.get("Type", "").rsplit("/", 1)[-1], target, outside)
        return found

    def xml(self, part: str) -> "etree._Element | None":
        """The root of a part, or None where the archive has no such part."""
        info = self._members.get(part)
        if info is None:
            return None
        data = self._unpacked(info)
        # No entity is expanded, no DTD loaded, nothing fetched; lxml's own limits on depth and size stay on.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            place = str(error).split("\n")[0][:120]
            raise UnreadableFile(f"{self.name} has damaged XML in {part}: {place}.", _DAMAGED) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableFile(f"{self.name} declares XML entities in {part}, which no DOCX needs.", _DAMAGED)
        return root

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        most = min(self._left, max(1_000_000, info.compress_size * self._ratio))
        if info.flag_bits & 1:
            raise UnreadableFile(f"{self.name} is protected with a password.", "Save it without one.")
        try:
            with self._zip.open(info) as member:
                data = member.read(most + 1)  # the size that the archive states may be a lie
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError) as error:
            raise UnreadableFile(f"{self.name} is damaged in {info.filename} ({error}).", _DAMAGED) from None
        if len(data) > most:
            raise UnreadableFile(
                f"{self.name} unpacks to more than {most / 1e6:.3g} MB in {info.filename}, as no CV does.", _DAMAGED
            )
        self._left -= len(data)
        return data
