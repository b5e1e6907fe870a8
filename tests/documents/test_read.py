"""The door: whatever the file is, a Document or one clear line."""

import os
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import msgspec
import pytest

from headway.documents.limits import Limits
from headway.documents.model import Document
from headway.documents.read import document_of, read_bytes, read_document, start_reading
from headway.documents.worker import Read
from headway.errors import UnreadableFile
from headway.sandbox.model import Outcome
from tests.documents.pdf_maker import pdf, text

GOOD = pdf(text(40, 100, "Jane Doe, data scientist"))
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")


def refusal(path: Path, limits: Limits = Limits()) -> str:
    """The one line that the user reads."""
    with pytest.raises(UnreadableFile) as caught:
        read_document(path, limits)
    line = str(caught.value)
    assert "\n" not in line
    assert caught.value.hint or "deep" in line
    return line


def refused(data: bytes, name: str, tmp_path: Path, limits: Limits = Limits()) -> str:
    path = tmp_path / name
    path.write_bytes(data)
    return refusal(path, limits)


def test_a_pdf_is_read_in_the_worker(tmp_path: Path) -> None:
    """The document comes back whole over the pipe."""
    (tmp_path / "cv.pdf").write_bytes(GOOD)

    document = read_document(tmp_path / "cv.pdf")

    assert (document.name, document.format, document.text) == ("cv.pdf", "pdf", "Jane Doe, data scientist")
    assert document.findings == ()


def test_standard_input_is_read_by_its_content() -> None:
    """A name without ending tells nothing; the first bytes do."""
    assert read_bytes(GOOD, "-").format == "pdf"
    assert read_bytes(b"Jane Doe\nPython", "-").format == "text"


def test_reading_can_go_on_while_the_caller_works(tmp_path: Path) -> None:
    """`start_reading` comes back at once; the result can be asked for twice."""
    (tmp_path / "cv.pdf").write_bytes(GOOD)

    pending = start_reading(tmp_path / "cv.pdf")

    assert pending.result() is pending.result()
    start_reading(tmp_path / "cv.pdf").close()


def test_the_door_imports_no_parser() -> None:
    """Whoever asks for a document does not pay for PDF, XML or HTML libraries."""
    code = "import sys, headway.documents.read; print(*sorted(sys.modules))"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert not set(modules) & {"pypdfium2", "lxml", "selectolax", "charset_normalizer", "yaml", "numpy", "ortools"}


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        (
            "cv.pdf",
            b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
            r"cv\.pdf is a PNG picture, not a PDF\. Export your CV as PDF or DOCX",
        ),
        ("cv.docx", b"\xff\xd8\xff\xe0" + b"\0" * 50, "is a JPEG picture, not a DOCX"),
        ("cv.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 50, r"old \(\.doc\) Office file"),
        ("cv.rtf", b"{\\rtf1 hello}", "is an RTF document"),
        ("cv.pdf", b"just some text", "is not a PDF: its first bytes"),
        ("cv.txt", bytes(range(256)) * 4, "is binary data"),
        ("cv.txt", b"", r"is empty \(0 bytes\)"),
        ("cv.txt", b" \n\t \n", "holds no text"),
        ("cv.mp4", b"\0\0\0\x18ftypmp42" + b"\0" * 40, "HEIC picture or a video"),
        ("cv.webp", b"RIFF\0\0\0\0WEBPVP8 ", "is a WebP picture"),
        ("cv.json", b'{"basics": {"name": "A"', "is not valid JSON: line 1, column"),
        ("cv.json", b'{"a": 1}', "not JSON Resume"),
        ("cv.json", b'{"basics":' + b"[" * 100_000, "nested too deeply"),
        ("cv.pdf", GOOD[:200], "damaged or cut off"),
        ("cv.pdf", b"%PDF-1.7\n" + b"junk " * 100, "damaged or cut off"),
        ("cv.txt", b"\xff\xfea", "damaged near byte"),
    ],
)
def test_a_bad_file_is_refused_in_one_line(name: str, data: bytes, line: str, tmp_path: Path) -> None:
    """The line says what is wrong and what to do next."""
    assert re.search(line, refused(data, name, tmp_path))


def test_an_encrypted_pdf_says_so(tmp_path: Path) -> None:
    """Protected is not damaged."""
    encrypt = "/Encrypt<</Filter/Standard/V 1/R 2/P -44/O<" + "41" * 32 + ">/U<" + "42" * 32 + ">>>/ID[<00><00>]"

    assert "password" in refused(pdf(text(40, 100, "x"), trailer_extra=encrypt), "cv.pdf", tmp_path)


def test_a_missing_file_a_folder_and_a_large_file_are_refused(tmp_path: Path) -> None:
    """Each with its own words."""
    assert "does not exist" in refusal(tmp_path / "no.pdf")
    assert "is a folder" in refusal(tmp_path)
    assert "a document may have" in refused(b"x" * 2000, "big.txt", tmp_path, Limits(file_bytes=1000))


@posix_only
def test_pipes_devices_and_rings_of_links_are_refused_at_once(tmp_path: Path) -> None:
    """Nothing is opened that could block or never end."""
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "ring.pdf").symlink_to(tmp_path / "ring.pdf")

    assert "device, pipe or socket" in refusal(tmp_path / "pipe.pdf")
    assert "device, pipe or socket" in refusal(Path("/dev/zero"))
    assert "ring.pdf" in refusal(tmp_path / "ring.pdf")


@posix_only
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    """The permission is named."""
    (tmp_path / "cv.txt").write_text("x")
    (tmp_path / "cv.txt").chmod(0)

    assert "may not be read" in refusal(tmp_path / "cv.txt")


def test_a_name_with_control_characters_is_shown_escaped(tmp_path: Path) -> None:
    """A file name cannot paint the terminal."""
    assert "\x1b" not in refusal(tmp_path / "a\x1b[31mb\n.pdf")


def test_a_pdf_that_unpacks_to_much_is_stopped(tmp_path: Path) -> None:
    """150 KB that would become 150 MB stay within the memory that is allowed."""
    bomb = pdf(b" " * 150_000_000, compress=True)

    line = refused(bomb, "bomb.pdf", tmp_path, Limits(memory_bytes=200_000_000))

    assert "memory" in line


def test_a_pdf_that_takes_long_is_stopped(tmp_path: Path) -> None:
    """A small file with a million painting commands meets the limit of time."""
    bomb = pdf("".join(f"BT /F1 9 Tf {n % 600} {n % 780} Td (A{n}) Tj ET\n" for n in range(150_000)), compress=True)

    line = refused(bomb, "bomb.pdf", tmp_path, Limits(cpu_seconds=1))

    assert "takes more than 1 s" in line


def zipped(**members: bytes) -> bytes:
    """A ZIP archive; `__` in a name stands for a slash."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return held.getvalue()


BODY = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">%s]>' % b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (zipped(a_xml=b"x"), "is a ZIP archive, not a DOCX"),
        (zipped(xl__workbook_xml=b"x"), "is an Excel workbook, not a DOCX"),
        (zipped(word__document_xml=b"<w:document"), "damaged XML in word/document.xml"),
        (zipped(word__document_xml=BODY % (b" " * 60_000_000)), "unpacks to more than"),
        (zipped(word__document_xml=ENTITIES + BODY % b"&j;"), "entities|damaged XML"),
        (zipped(word__document_xml=BODY % (b"<w:p>" * 5000 + b"</w:p>" * 5000)), "damaged XML|deep"),
        (zipped(word__document_xml=BODY % b"")[:-30], "damaged or cut-off DOCX"),
        (zipped(word__document_xml=b"<x/>"), "has no text body"),
    ],
    ids=["zip", "excel", "broken", "bomb", "entities", "nested", "cut", "other"],
)
def test_a_bad_archive_is_refused_in_one_line(data: bytes, line: str, tmp_path: Path) -> None:
    """Bombs, damage and other formats that are ZIP archives too."""
    assert re.search(line, refused(data, "cv.docx", tmp_path))


def test_a_system_without_limits_is_mentioned() -> None:
    """Where the reader's memory cannot be limited, the user learns it."""
    answer = msgspec.msgpack.encode(Read(Document("cv.pdf", "pdf", "x", (), ())))

    document = document_of(Outcome(answer, ("memory",)), "cv.pdf")

    assert [finding.code for finding in document.findings] == ["unlimited-reader"]
    assert "cannot limit the memory" in document.findings[0].what


def test_too_much_text_is_cut_and_said(tmp_path: Path) -> None:
    """The rest is left out at the end of a block."""
    (tmp_path / "cv.txt").write_text("A line of text.\n" * 100)

    document = read_document(tmp_path / "cv.txt", Limits(characters=200))

    assert len(document.text) <= 200
    assert [finding.code for finding in document.findings] == ["read-in-part"]
