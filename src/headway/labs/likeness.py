"""When two submissions are the same but for what does not matter: names, comments, docstrings, layout."""

import ast
import hashlib
import re

from headway.knowledge.labs import unbundle


def form(text: str, name: str) -> str:
    """The text without what does not change what it does. Python: its tree, own names numbered; else its words.

    Of several files together, that of each.
    """
    if parts := unbundle(text):
        return repr({name: form(part, name) for name, part in sorted(parts.items())})
    if name.endswith(".py"):
        try:
            return _tree(ast.parse(text))
        except (SyntaxError, ValueError, RecursionError):
            return text
    mark = "--" if name.endswith(".sql") else "#"
    return re.sub(r"\s+", " ", re.sub(rf"{mark}[^\n]*", "", text)).strip().casefold()


def alike(one: str, other: str, name: str) -> bool:
    """Whether two submissions are the same in form."""
    return form(one, name) == form(other, name)


def digest(text: str) -> str:
    """SHA-256 of a submission, its bytes as they are."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _tree(tree: ast.Module) -> str:
    names: dict[str, str] = {}
    own = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    own |= {n.arg for n in ast.walk(tree) if isinstance(n, ast.arg)}
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and _is_text(body[0]) and not isinstance(node, ast.Expression):
            body[:] = body[1:] or [ast.Pass()]
        if isinstance(node, ast.Name) and node.id in own:
            node.id = names.setdefault(node.id, f"v{len(names)}")
        elif isinstance(node, ast.arg):
            node.arg = names.setdefault(node.arg, f"v{len(names)}")
            node.annotation = None
        elif isinstance(node, ast.FunctionDef):
            node.returns = None
    return ast.dump(tree)


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
