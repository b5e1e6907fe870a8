"""The patterns kept in a folder: the same as those spelled out, and done without where they cannot be had."""

from pathlib import Path

import msgspec
import pytest

from headway.knowledge.model import Lexicon
from headway.mentions import kept
from headway.mentions.find import Finder
from headway.mentions.kept import spelt_out
from headway.mentions.patterns import spell_out
from headway.mentions.words import load_words
from tests.mentions.lexicon import small_lexicon


def _text(lexicon: Lexicon, folder: Path | None) -> bytes:
    return msgspec.json.encode(spelt_out(lexicon, folder), order="deterministic")


def _file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_kept_patterns_are_those_that_are_spelled_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Written once, then read: the program that spells is not asked again."""
    lexicon = small_lexicon()
    fresh = _text(lexicon, None)
    assert _text(lexicon, tmp_path) == fresh
    monkeypatch.delattr(kept, "spell_out")
    assert _text(lexicon, tmp_path) == fresh


@pytest.mark.parametrize("damage", [b"", b"{", b'{"check":"0","spelt":{}}', b"\xff\x00"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    """Also one that could be read, but is not what was written."""
    fresh = _text(small_lexicon(), tmp_path)
    written = _file(tmp_path).read_bytes()
    for bad in (damage, written[: len(written) // 2], written.replace(b"python", b"pythom", 1)):
        _file(tmp_path).write_bytes(bad)
        assert _text(small_lexicon(), tmp_path) == fresh
        assert _file(tmp_path).read_bytes() == written


def test_without_a_folder_that_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "no-folder").write_text("a file")
    for folder in (tmp_path / "no-folder", tmp_path / "missing"):
        assert [m.skill for m in Finder(small_lexicon(), cache=folder).find("Python and SQL")] == ["python", "sql"]
    assert [path.name for path in tmp_path.iterdir()] == ["no-folder"]


def test_another_lexicon_or_another_program_has_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And of files that nobody reads any more only a few stay."""
    lexicon = small_lexicon()
    spelt_out(lexicon, tmp_path)
    spelt_out(msgspec.structs.replace(lexicon, digest="other"), tmp_path)
    assert len(list(tmp_path.iterdir())) == 2
    for number in range(6):
        monkeypatch.setattr(kept, "_version", lambda number=number: f"program{number}")
        spelt_out(lexicon, tmp_path)
    assert len(list(tmp_path.iterdir())) == kept.KEPT


def test_what_is_kept_says_by_which_words_it_was_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other word lists spell otherwise: what was kept before them is not read."""
    spelt_out(small_lexicon(), tmp_path)
    kept._version.cache_clear()
    monkeypatch.setattr(kept, "words_as_written", lambda: b"other lists")
    spelt_out(small_lexicon(), tmp_path)
    kept._version.cache_clear()
    assert len(list(tmp_path.iterdir())) == 2
    assert spell_out(small_lexicon(), load_words()).texts
