"""One posting in many forms asks for the same. The posting is invented."""

from collections.abc import Callable

import pytest

from headway.postings.model import Posting
from tests.postings.reading import asked, read

Item = str | tuple[str, list[str]]
POSTING: list[tuple[str, list[Item]]] = [
    ("What you'll do", ["Build data pipelines with Airflow", "Work with product managers on experiments"]),
    (
        "Requirements",
        [
            "3+ years of experience with Python",
            ("Experience with the major clouds:", ["AWS", "GCP"]),
            "PyTorch or TensorFlow",
            "Familiarity with Docker and Kubernetes",
        ],
    ),
    ("Nice to have", ["Spark, Kafka", "Experience with LLMs (e.g. LangChain, LlamaIndex)"]),
    ("Benefits", ["Health insurance", "A budget for learning"]),
]
Write = Callable[[str], str]


def lines(head: Write, item: Write, deeper: Write, joint: str = "\n") -> str:
    """The posting in plain text or Markdown."""
    rows: list[str] = []
    for heading, items in POSTING:
        rows.append(head(heading))
        for each in items:
            rows += [item(each)] if isinstance(each, str) else [item(each[0]), *map(deeper, each[1])]
        rows.append("")
    return joint.join(rows)


def page(head: Write, item: Write, nested: Callable[[str, list[str]], str], around: str = "ul") -> str:
    """The posting in HTML."""
    parts = []
    for heading, items in POSTING:
        rows = [item(each) if isinstance(each, str) else nested(*each) for each in items]
        parts.append(f"{head(heading)}<{around}>{''.join(rows)}</{around}>")
    return "".join(parts)


def inside(text: str, deeper: list[str]) -> str:
    """A list within an item."""
    return f"<li>{text}<ul>{''.join(f'<li>{each}</li>' for each in deeper)}</ul></li>"


def beside(text: str, deeper: list[str]) -> str:
    """A list behind an item, as many editors write it."""
    return f"<li>{text}</li><ul>{''.join(f'<li>{each}</li>' for each in deeper)}</ul>"


PLAIN = lines(str, lambda t: f"- {t}", lambda t: f"  - {t}")
FORMS = {
    "round bullets": lines(str, lambda t: f"• {t}", lambda t: f"    ◦ {t}"),
    "ticks": lines(str.upper, lambda t: f"✅ {t}", lambda t: f"  ✅ {t}"),
    "arrows": lines(lambda t: f"{t}:", lambda t: f"➢ {t}", lambda t: f"  ➢ {t}"),
    "tabs": lines(str, lambda t: f"•\t{t}", lambda t: f"\to\t{t}"),
    "numbers": lines(str, lambda t: f"1. {t}", lambda t: f"   a) {t}"),
    "no bullets": lines(str, str, str),
    "numbered headings": lines(lambda t: f"2. {t}", lambda t: f"- {t}", lambda t: f"  - {t}"),
    "emoji before headings": lines(lambda t: f"🚀 {t}", lambda t: f"- {t}", lambda t: f"  - {t}"),
    "Markdown headings": lines(lambda t: f"## {t}", lambda t: f"* {t}", lambda t: f"    * {t}"),
    "Markdown bold headings": lines(lambda t: f"**{t}:**", lambda t: f"* {t}", lambda t: f"  * {t}"),
    "Markdown underlined": lines(lambda t: f"{t}\n---", lambda t: f"- {t}", lambda t: f"  - {t}"),
    "Markdown quoted": lines(lambda t: f"> ## {t}", lambda t: f"> - {t}", lambda t: f">   - {t}"),
    "Markdown bold words": lines(
        lambda t: f"## {t}", lambda t: f"- **{t.split()[0]}** {' '.join(t.split()[1:])}", lambda t: f"  - **{t}**"
    ),
    "Markdown table": lines(
        lambda t: f"\n## {t}\n\n| # | Item |\n|---|---|", lambda t: f"| 1 | {t} |", lambda t: f"| | {t} |"
    ),
    "HTML nested": page(lambda t: f"<h3>{t}</h3>", lambda t: f"<li>{t}</li>", inside),
    "HTML beside": page(lambda t: f"<p><strong>{t}</strong></p>", lambda t: f"<li><p>{t}</p></li>", beside),
    "HTML ordered": page(lambda t: f"<div><b>{t}:</b></div>", lambda t: f"<li><span>{t}</span></li>", inside, "ol"),
    "HTML breaks": lines(lambda t: f"<b>{t}</b><br/>", lambda t: f"- {t}<br/>", lambda t: f"&nbsp;- {t}<br/>", ""),
    "HTML paragraphs": lines(lambda t: f"<p><b>{t}</b></p>", lambda t: f"<p>• {t}</p>", lambda t: f"<p>◦ {t}</p>", ""),
    "HTML table": page(lambda t: f"<h3>{t}</h3>", lambda t: f"<tr><td>{t}</td></tr>", inside, "table"),
}


def wants(posting: Posting) -> set[tuple[frozenset[str], str, int, float | None]]:
    """What it asks for."""
    return {(frozenset(each.any_of), each.need, each.level, each.years) for each in posting.requirements}


@pytest.mark.parametrize("form", FORMS)
def test_the_form_of_a_posting_does_not_matter(form: str) -> None:
    """Bullets, headings, Markdown and HTML of all kinds give the same requirements."""
    expected = wants(read(PLAIN))
    assert (frozenset({"pytorch", "tensorflow"}), "required", 2, None) in expected
    assert (frozenset({"python"}), "required", 3, 3.0) in expected
    assert wants(read(FORMS[form])) == expected


CHOICES = [
    ("Python (or R)", [{"python", "r-language"}]),
    ("AWS (or GCP or Azure)", [{"aws", "google-cloud", "azure"}]),
    ("AWS or equivalent (GCP, Azure)", [{"aws", "google-cloud", "azure"}]),
    ("Experience with `PyTorch` or `TensorFlow`", [{"pytorch", "tensorflow"}]),
    ("[PyTorch](https://pytorch.org/docs) or [TensorFlow](https://tensorflow.org)", [{"pytorch", "tensorflow"}]),
    ("**PyTorch** or **TensorFlow**", [{"pytorch", "tensorflow"}]),
    ("Python, SQL, and one of Spark or Flink", [{"python"}, {"sql"}, {"apache-spark", "flink"}]),
    ("Databases (SQL)", [{"databases"}, {"sql"}]),
]


@pytest.mark.parametrize(("line", "groups"), CHOICES)
def test_a_choice_stays_one_in_brackets_and_in_marks(line: str, groups: list[set[str]]) -> None:
    """Brackets that begin with `or`, and the marks of Markdown, part no choice."""
    found = [set(each.any_of) for each in asked(line).requirements]
    assert sorted(map(sorted, found)) == sorted(map(sorted, groups))


@pytest.mark.parametrize("line", ["**3+ years** with Python", "**3+** years with Python"])
def test_years_in_bold_belong_to_their_skill(line: str) -> None:
    """Marks of Markdown between a number, its years and what they are of do not matter."""
    found = asked(line)
    assert found.min_years == 3
    assert [each.years for each in found.requirements] == [3]


def test_an_ideal_is_a_wish_beside_firm_requirements() -> None:
    """`Ideal qualifications` below requirements, and a list of the employer's principles, ask for nothing firm."""
    text = (
        "What we need\n- Python\n\nIdeal qualifications\n- Kubernetes\n\n"
        "🤝 The Acme Way - These principles guide everything we do, in every team and on every day of the year.\n"
        "- Creativity: we try new things\n"
    )
    found = {each.skill: each.need for each in read(text).skills}
    assert (found["python"], found["kubernetes"]) == ("required", "preferred")
    assert found.get("creativity", "context") == "context"
