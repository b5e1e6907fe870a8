"""Packed files are unpacked as they stream."""

import bz2
import gzip
import io
import lzma
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from headway.app.context import Context
from headway.app.market_import import import_postings
from headway.errors import UnreadableFile
from tests.market.feeds import one
from tests.market.room import empty

TABLE = b"title,company,description\nML Engineer,Acme,We rank with Python and PyTorch for shops all over the world\n"


@pytest.fixture
def context(tmp_path: Path, run_home: Path) -> Context:
    """A user folder with nothing in it."""
    return empty(tmp_path, run_home)


def zipped(members: dict[str, bytes]) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def zstd(content: bytes) -> bytes:
    """Zstandard."""
    return bytes(pa.compress(content, codec="zstd", asbytes=True))


PACKED: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstd,
    "zip": lambda content: zipped({"jobs.csv": content, "__MACOSX/._jobs.csv": b"x"}),
}


@pytest.mark.parametrize("ending", PACKED)
def test_a_packed_table(context: Context, tmp_path: Path, ending: str) -> None:
    """From a stream, and from a file in a folder."""
    assert one(PACKED[ending](TABLE), name=f"jobs.csv.{ending}").title == "ML Engineer"
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / f"jobs.csv.{ending}").write_bytes(PACKED[ending](TABLE))
    assert import_postings(context, (str(folder),))["new"] == 1


@pytest.mark.parametrize("ending", PACKED)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_packed_file_that_is_cut_off(ending: str, share: float) -> None:
    """One line that says so."""
    content = PACKED[ending](TABLE + b"".join(b"Dev %d,Acme,%d\n" % (n, n * n) for n in range(500)))
    with pytest.raises(UnreadableFile, match=f"jobs.{ending}.*(breaks off|damaged)"):
        one(content[: int(len(content) * share)], name=f"jobs.{ending}")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (zipped({"a.csv": TABLE, "b.csv": TABLE}), "of 2 files"),
        (zipped({"[Content_Types].xml": b"x"}), "a spreadsheet"),
        (zipped({}), "of 0 files"),
        (gzip.compress(gzip.compress(TABLE)), "not text"),
    ],
)
def test_an_archive_that_is_not_one_file(content: bytes, said: str) -> None:
    """Which of several is meant is not guessed."""
    with pytest.raises(UnreadableFile, match=said):
        one(content, name="archive.zip")
