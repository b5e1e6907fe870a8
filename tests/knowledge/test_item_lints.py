"""`headway check` on test items: what it refuses, and where it points."""

import shutil
from pathlib import Path

import msgspec
import pytest

from headway.knowledge import check
from headway.knowledge.authored import read_all
from headway.knowledge.files import data_root
from headway.knowledge.items import fingerprint, guess_rate
from headway.knowledge.link import link_findings
from headway.knowledge.lints import item_wording, items

TOPIC = """id: odd
label: Odd
skill: python
source: editorial
why: For this test.
reviews:
  - {by: execution, on: "2026-01-01", looked_at: [correctness], note: x}
  - {by: automated-reader, on: "2026-01-01", looked_at: [correctness, single-best-answer, level, wording], note: x}
items:
"""
GOOD = """  - id: odd-one
    level: 1
    kind: choice
    ask: Which is even?
    right: four
    wrong: {takes odd for even: three, counts letters: five}
"""


RULES = [rule for rule in check.RULES if rule.__module__ in (items.__name__, item_wording.__name__)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A knowledge base of one skill, with no items but those that a test writes."""
    (tmp_path / "items" / "programming").mkdir(parents=True)
    (tmp_path / "skills" / "programming").mkdir(parents=True)
    shutil.copy(data_root() / "items" / "parameters.yaml", tmp_path / "items")
    skill = "id: python\nlabel: Python\nkind: tech\narea: programming\nsummary: A language.\n"
    (tmp_path / "skills" / "programming" / "python.yaml").write_text(skill, encoding="utf-8")
    source = "- {id: editorial, title: Our own judgement, kind: editorial, author: us, licence: CC BY 4.0}\n"
    (tmp_path / "sources.yaml").write_text(source, encoding="utf-8")
    return tmp_path


def _found(root: Path, text: str, topic: str = TOPIC) -> list[tuple[str, str, str]]:
    (root / "items" / "programming" / "odd.yaml").write_text(topic + text, encoding="utf-8")
    authored = read_all(root)
    findings = authored.findings + link_findings(authored) + [f for rule in RULES for f in rule(authored)]
    return [(f.code, f.where, f.what) for f in findings if "data/items" in f.where]


def test_a_sound_item_passes(root: Path) -> None:
    """Nothing to say."""
    assert _found(root, GOOD) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("four", "all of the above"), "speak of other options"),
        (
            ("right: four", "right: the number that is left when three and one are added up with care by hand"),
            "length tells",
        ),
        (("three", "five"), "the same"),
        (("level: 1", "level: 7"), "1 to 4"),
        (("    right: four\n", ""), "needs 'right'"),
        (("ask: Which", "ask: Which $n"), "varies"),
        (("kind: choice", "kind: query"), "needs 'solution'"),
        (("takes odd for even: three, counts letters: five", "takes odd for even: three"), "two to four"),
    ],
)
def test_faults_are_named_with_file_and_line(root: Path, change: tuple[str, str], said: str) -> None:
    """Each planted fault is found at its item."""
    found = _found(root, GOOD.replace(*change))
    assert any(said in what and where.startswith("data/items/programming/odd.yaml:") for _, where, what in found), found


NUMBER = """  - id: odd-two
    level: 1
    kind: number
    ask: What is half of $n?
    vary: {n: [3, 5]}
    tolerance: 0.01
"""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("$n?", "$n, to two decimals?"), "how precise"),
        (("$n?", "$n, rounded to a whole number?"), "how precise"),
        (("0.01", "0.2"), "tolerance 0.2"),
        (("0.01", "-0.01"), "tolerance -0.01"),
    ],
)
def test_a_number_has_one_precision_that_is_worked_out(root: Path, change: tuple[str, str], said: str) -> None:
    """One in the text could contradict it; a wide tolerance would let misconceptions in."""
    assert _found(root, NUMBER) == []
    assert any(said in what for _, _, what in _found(root, NUMBER.replace(*change)))


def test_an_id_stands_once(root: Path) -> None:
    """Two items of one id are refused."""
    assert any("twice" in what for _, _, what in _found(root, GOOD + GOOD))


def test_one_review_is_not_enough(root: Path) -> None:
    """Two, and all four things looked at."""
    once = "\n".join(line for line in TOPIC.splitlines() if "automated-reader" not in line) + "\n"
    assert [code for code, _, _ in _found(root, GOOD, once)] == ["item-reviews"]


def test_an_unknown_skill_is_pointed_at(root: Path) -> None:
    """With the nearest right word, as for any id."""
    assert any(code == "dangling" for code, _, _ in _found(root, GOOD + "    skill: pythn\n"))


def test_a_published_item_is_replaced_and_never_edited(root: Path) -> None:
    """An edited one and one that is gone are errors; a new difficulty is not an edit."""
    _found(root, GOOD)
    item = read_all(root).of("items")["odd"].items[0]
    (root / "items" / "published.yaml").write_text(f'odd-one: "{fingerprint(item, "python")}"\n', encoding="utf-8")
    assert _found(root, GOOD + "    b: 0.4\n    guess: 0.3\n") == []
    assert [code for code, _, _ in _found(root, GOOD.replace("four", "six"))] == ["item-changed"]
    renamed = [code for code, _, _ in _found(root, GOOD.replace("odd-one", "odd-two"))]
    assert sorted(renamed) == ["item-changed", "item-unpublished"]


ASKED = """  - id: {id}
    level: 1
    kind: choice
    ask: A shop sells {n} apples in the morning and {n} pears at noon. {what}
    right: "{right}"
    wrong: {{a: "{wrong}", b: "{n}1"}}
"""


def test_the_same_question_with_other_numbers_is_found(root: Path) -> None:
    """Under two ids it would come twice in one test, and the second would show nothing new."""
    first = ASKED.format(id="one", n=4, what="How many in all?", right="8", wrong="9")
    again = ASKED.format(id="two", n=30, what="How many in all?", right="60", wrong="61")
    other = ASKED.format(id="two", n=4, what="What is to be known before the till can be closed?", right="8", wrong="9")
    assert [(code, what) for code, _, what in _found(root, first + again)] == [
        ("item-twice", "item 'two' asks nearly what 'one' asks")
    ]
    assert _found(root, first + again + "    replaced_by: one\n") == []
    assert _found(root, first + other) == []


@pytest.mark.parametrize(("right", "wrong", "said"), [("the apples", "60", ["item-words"]), ("60", "the apples", [])])
def test_a_word_of_the_question_in_the_right_option_alone_tells(
    root: Path, right: str, wrong: str, said: list[str]
) -> None:
    """Where that is so in all of forty choices, and not where the word stands in a wrong option."""
    texts = [ASKED.format(id=f"x{n}", n=n, what="?", right=right, wrong=wrong) for n in range(100, 140)]
    (root / "items" / "programming" / "odd.yaml").write_text(TOPIC + "".join(texts), encoding="utf-8")
    assert [f.code for f in item_wording.words_do_not_tell(read_all(root))] == said


@pytest.mark.parametrize("luck", ["0", "0.9"])
def test_a_luck_of_its_own_makes_sense(root: Path, luck: str) -> None:
    """A question that luck hits in nine of ten shows nothing."""
    assert any("by luck" in what for _, _, what in _found(root, GOOD + f"    guess: {luck}\n"))


def test_a_luck_of_its_own_counts(root: Path) -> None:
    """It stands for that of its kind, or of its options."""
    _found(root, GOOD + "    guess: 0.4\n")
    authored = read_all(root)
    assert authored.parameters is not None
    parameters = authored.parameters.kinds["choice"]
    item = authored.of("items")["odd"].items[0]
    assert guess_rate(item, parameters) == 0.4
    assert guess_rate(msgspec.structs.replace(item, guess=None), parameters) == round(1 / 3, 6)
