"""A small knowledge base on disk, to break on purpose."""

from pathlib import Path

FILES: dict[str, str] = {
    "words.yaml": """
areas: [{id: languages, label: Languages, order: 1}, {id: tools, label: Tools, order: 2}]
levels: [{level: 0, name: none, text: Does not know it.}, {level: 1, name: aware, text: Can follow.}]
half_life_months: {tech: 24, concept: 48, human: 96}
""",
    "sources.yaml": """
- {id: editorial, title: Our own judgement, kind: editorial}
- {id: g, title: A guide, kind: guide}
""",
    "claims.yaml": "[]",
    "glossary.yaml": "[]",
    "faq.yaml": "[]",
    "topics.yaml": "[]",
    "actions.yaml": "[]",
    "coverage.yaml": "[]",
    "exceptions.yaml": "[]",
    "skills/languages/python.yaml": """
id: python
label: Python
kind: tech
area: languages
summary: A programming language.
""",
    "skills/tools/pytorch.yaml": """
id: pytorch
label: PyTorch
kind: tech
area: tools
summary: A library for neural networks.
aliases: [py torch]
needs:
  - {skill: python, level: 2}
""",
    "roles/engineer.yaml": """
id: engineer
label: Engineer
summary: Builds.
aliases: [builder]
duties: [{text: Builds models., sources: [g]}]
grades: [{seniority: junior, title: Junior engineer, years: [0, 2], sources: [editorial], why: a guess}]
needs:
  - {any_of: [pytorch], levels: {junior: 2}, weight: 5}
why: judged by us
""",
    "resources/course/learn-python.yaml": """
id: learn-python
label: Learn Python
kind: course
provider: Someone
summary: Python from nothing.
format: video
language: en
hours: {low: 30, likely: 50, high: 80, source: editorial, why: typical}
price: {kind: free}
teaches: [{skill: python, from: 0, to: 2}]
""",
    "resources/course/learn-pytorch.yaml": """
id: learn-pytorch
label: Learn PyTorch
kind: course
provider: Someone
summary: PyTorch from nothing.
format: video
language: en
hours: {low: 20, likely: 40, high: 60, source: editorial, why: typical}
price: {kind: free}
needs: [{skill: python, level: 2}]
teaches: [{skill: pytorch, from: 0, to: 2}]
""",
    "resources/book/pytorch-book.yaml": """
id: pytorch-book
label: The PyTorch book
kind: book
provider: Someone
summary: PyTorch from nothing, on paper.
format: reading
language: en
hours: {low: 20, likely: 40, high: 60, source: editorial, why: typical}
price: {kind: unknown}
needs: [{skill: python, level: 2}]
teaches: [{skill: pytorch, from: 0, to: 2}]
""",
    "stages/g.yaml": """
id: g
title: A guide's roadmap
source: g
promised_months: [9, 12]
courses:
  - {resource: learn-python, stated: {source: g, months: [2, 3], hours_per_week: [10, 10]}}
""",
    "pay/guides.yaml": """
- {id: g-1, role: engineer, seniority: [junior], source: g, year: 2026, currency: USD, country: null,
   low: 1000, high: 2000}
""",
}


def write(root: Path, changes: dict[str, str] | None = None) -> Path:
    """The small knowledge base under `root`, with some files replaced or added."""
    for name, text in {**FILES, **(changes or {})}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n"), encoding="utf-8")
    return root
