"""Which packages a submission needs, and how to install those that are not there."""

import ast
from importlib.util import find_spec

from headway.knowledge.labs import AuthoredLab, unbundle

EXTRAS = {
    "fastapi": ("FastAPI", "web"),
    "scipy": ("SciPy", "labs"),
    "sklearn": ("scikit-learn", "labs"),
    "torch": ("PyTorch", "torch"),
}
"""Name in words, and Headway's extra that brings it."""


def used(lab: AuthoredLab, submission: str) -> tuple[str, ...]:
    """The lab's packages, and those of the allowed ones that the submission imports by name."""
    return (*lab.packages, *(name for name in lab.may_use if name in imported(submission)))


def imported(text: str) -> frozenset[str]:
    """Packages that import statements name; none where the text is not Python."""
    nodes = [node for part in unbundle(text).values() or [text] for node in _nodes(part)]
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level]
    return frozenset(name.partition(".")[0] for name in names)


def _nodes(text: str) -> list[ast.AST]:
    try:
        return list(ast.walk(ast.parse(text)))
    except (SyntaxError, ValueError, RecursionError):
        return []


def allowed(lab: AuthoredLab) -> str:
    """What a solution may import, as a sentence."""
    names = [EXTRAS[name][0] if name in EXTRAS else name for name in (*lab.packages, *lab.may_use)]
    return f"This lab is done with {', '.join(['the standard library', *names])}; nothing else can be imported."


def lacking(packages: tuple[str, ...]) -> str:
    """Which of these are not installed, with the line that installs them; empty where all are."""
    missing = [name for name in packages if find_spec(name) is None]
    if not missing:
        return ""
    words = ", ".join(EXTRAS[name][0] if name in EXTRAS else name for name in missing)
    extras = [f"'headway[{EXTRAS[name][1]}]'" if name in EXTRAS else name for name in missing]
    return f"This needs {words}, which is not installed here. Install it: pip install {' '.join(extras)}"
