"""Record what the code of test items prints: `python tools/item_answers.py [TOPIC...]` writes data/item-answers/.

Runs each variant of each item whose kind is `output`, and what each slip would have run. Python is run in this process
(it is our own), SQL on the topic's tables, shell in bash. A raised error is recorded by its name.
"""

import contextlib
import io
import subprocess
import sys
from pathlib import Path
from string import Template
from typing import Any

import yaml

from headway.assessment.draw import Values, every, shown
from headway.assessment.tables import printed, rows_of
from headway.knowledge.files import data_root, read
from headway.knowledge.items import AuthoredItem, Database, ItemTopic, Recorded

MOST_VARIANTS = 12
HEAD = "# Made by tools/item_answers.py; what the code of the items prints. Do not edit.\n"


def filled(text: str, values: Values) -> str:
    return Template(text).substitute({name: shown(value) for name, value in values.items()})


def run(code: str, language: str, database: Database | None) -> str:
    """What a piece of code prints, without the last line end."""
    if language == "sql":
        assert database is not None
        return printed(rows_of(database, code, hidden=False))
    if language == "bash":
        done = subprocess.run(["bash", "-c", code], capture_output=True, text=True, timeout=20, check=False)
        return done.stdout.strip()
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(code, "item", "exec"), {"__name__": "item"})
        except Exception as error:  # noqa: BLE001 - whatever is raised is the answer
            print(type(error).__name__)
    return out.getvalue().strip()


def recorded(item: AuthoredItem, database: Database | None) -> list[Recorded]:
    """One row a variant. A slip that starts with = is the answer itself."""
    rows = []
    for values in every(item.vary, MOST_VARIANTS):
        right = run(filled(item.code, values), item.language, database)
        slips = {}
        for name, slip in item.slips.items():
            text = filled(slip, values)
            slips[name] = text[1:] if text.startswith("=") else run(text, item.language, database)
        rows.append(Recorded(of=values, right=right, slips={n: s for n, s in slips.items() if s != right}))
    return rows


def topics(names: list[str]) -> list[ItemTopic]:
    found = []
    for path in sorted((data_root() / "items").rglob("*/*.yaml")):
        topic, findings = read(path, ItemTopic, path.name)
        if topic is None:
            sys.exit(f"{findings[0].where} {findings[0].what} {findings[0].hint}")
        if not names or topic.id in names:
            found.append(topic)
    return found


def as_yaml(topic: ItemTopic) -> str | None:
    """The file's content; None when the topic asks for no output."""
    answers: dict[str, Any] = {}
    for item in topic.items:
        if item.kind == "output":
            rows = recorded(item, topic.database)
            answers[item.id] = [{"of": dict(row.of), "right": row.right, "slips": dict(row.slips)} for row in rows]
    if not answers:
        return None
    body = yaml.safe_dump({"id": topic.id, "answers": answers}, sort_keys=False, allow_unicode=True, width=110)
    return HEAD + body


def main() -> None:
    folder: Path = data_root() / "item-answers"
    folder.mkdir(exist_ok=True)
    for topic in topics(sys.argv[1:]):
        content, path = as_yaml(topic), folder / f"{topic.id}.yaml"
        if content:
            path.write_text(content, encoding="utf-8")
        else:
            path.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
