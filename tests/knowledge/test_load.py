"""The index is built once, kept by digest, and never stale."""

import subprocess
import sys
from pathlib import Path

import pytest

from headway.errors import KnowledgeBroken
from headway.knowledge.files import data_root
from headway.knowledge.load import KEPT, load_knowledge, load_lexicon
from tests.knowledge.small import FILES, write


def test_the_compiled_index_says_what_the_files_say(tmp_path: Path) -> None:
    """Skills, needs and aliases survive the way through the index."""
    root = write(tmp_path / "data")
    knowledge = load_knowledge(tmp_path / "cache", root)
    assert knowledge.skills["pytorch"].needs[0].skill == "python"
    forms = {(e.text, e.skill) for e in load_lexicon(tmp_path / "cache", root).entries}
    assert forms == {("Python", "python"), ("PyTorch", "pytorch"), ("py torch", "pytorch")}


def test_a_changed_file_is_seen_at_once(tmp_path: Path) -> None:
    """A stale index is never used."""
    root, cache = write(tmp_path / "data"), tmp_path / "cache"
    before = load_knowledge(cache, root)
    changed = FILES["skills/tools/pytorch.yaml"].replace("label: PyTorch", "label: Torch!")
    write(root, {"skills/tools/pytorch.yaml": changed})
    after = load_knowledge(cache, root)
    assert (before.skills["pytorch"].label, after.skills["pytorch"].label) == ("PyTorch", "Torch!")
    assert before.digest != after.digest


def test_the_same_files_elsewhere_give_the_same_bytes(tmp_path: Path) -> None:
    """The index depends on content alone."""
    for name in ("a", "b"):
        load_knowledge(tmp_path / name / "cache", write(tmp_path / name / "data"))
    files = [sorted((tmp_path / n / "cache").glob("*.json")) for n in ("a", "b")]
    assert [p.name for p in files[0]] == [p.name for p in files[1]]
    assert [p.read_bytes() for p in files[0]] == [p.read_bytes() for p in files[1]]


def test_a_broken_base_lists_its_errors(tmp_path: Path) -> None:
    """The message names file and line."""
    root = write(tmp_path, {"roles/engineer.yaml": "id: engineer\n"})
    with pytest.raises(KnowledgeBroken, match=r"data/roles/engineer\.yaml:1"):
        load_knowledge(None, root)


def test_nothing_is_kept_on_disk_without_a_cache_folder(tmp_path: Path) -> None:
    """A read-only home still works."""
    root = write(tmp_path / "data")
    files = sorted(tmp_path.rglob("*"))
    load_knowledge(None, root)
    assert sorted(tmp_path.rglob("*")) == files


@pytest.mark.parametrize("kept", ["core-*.json", "lexicon-*.json", "seen-*.txt"])
@pytest.mark.parametrize("damage", [b"", b"\0" * 100, b'{"digest"', b"\xff\xfe"])
def test_a_damaged_cache_file_is_made_anew(tmp_path: Path, kept: str, damage: bytes) -> None:
    """A power cut leaves half a file: it heals without a word, and the next start is a fast one again."""
    root, cache = write(tmp_path / "data"), tmp_path / "cache"
    whole = load_knowledge(cache, root), load_lexicon(cache, root)
    path = next(cache.glob(kept))
    sound = path.read_bytes()
    path.write_bytes(damage)
    assert (load_knowledge(cache, root), load_lexicon(cache, root)) == whole
    assert path.read_bytes() == sound


def test_the_cache_does_not_grow_with_each_change(tmp_path: Path) -> None:
    """Of the indexes of older states of the files only the newest few stay; other files there are nobody's business."""
    root, cache = write(tmp_path / "data", FILES), tmp_path / "cache"
    cache.mkdir()
    (cache / "core-notes.json").write_text("mine", encoding="utf-8")
    skill = next((root / "skills").rglob("*.yaml"))
    for turn in range(KEPT + 3):
        skill.write_text(f"{skill.read_text('utf-8')}\n# {turn}\n", encoding="utf-8")
        newest = load_knowledge(cache, root)
    kept = [path.name for path in cache.glob("core-*.json")]
    assert len(kept) == KEPT + 1
    assert f"core-{newest.digest}.json" in kept
    assert "core-notes.json" in kept
    assert len(list(cache.glob("lexicon-*.json"))) <= KEPT + 1


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """Something else stands where the cache file should: the answer is the same."""
    root, cache = write(tmp_path / "data"), tmp_path / "cache"
    whole = load_knowledge(cache, root)
    for path in list(cache.iterdir()):
        path.unlink()
        (path / "in the way").mkdir(parents=True)
    assert load_knowledge(cache, root) == whole


def test_the_bundled_knowledge_base_is_as_large_as_promised() -> None:
    """Sizes that make it useful."""
    knowledge, lexicon = load_knowledge(None, data_root()), load_lexicon(None, data_root())
    edges = sum(len(s.needs) for s in knowledge.skills.values())
    assert len(knowledge.skills) >= 450
    assert len(lexicon.entries) >= 1800
    assert edges >= 900
    assert len(knowledge.roles) >= 20
    assert len(knowledge.resources) >= 250
    assert len(knowledge.pay) >= 120


def test_what_reads_the_files_is_not_loaded_where_the_index_is_there(tmp_path: Path) -> None:
    """YAML is for those who change the facts; every other command starts without it."""
    program = (
        "import sys, pathlib; from headway.knowledge.load import load_knowledge; "
        "load_knowledge(pathlib.Path(sys.argv[1])); print('yaml' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    said = [subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() for _ in range(2)]
    assert said == ["True", "False"]
