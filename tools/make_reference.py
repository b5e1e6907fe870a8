"""Renew docs/reference/commands.md: `python tools/make_reference.py [--check]`.

What stands between marks comes from the code itself: every command with its help, arguments, options and
defaults, and every error with its docstring. The rest of the page is written by hand. `--check` writes nothing
and exits 1 when the page is stale; tests/docs/test_commands.py does the same.
"""

import argparse
import inspect
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args

from typer.models import ArgumentInfo, OptionInfo

from headway import errors
from headway.cli.main import app

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "commands.md"
BEGIN = "<!-- {}: made by tools/make_reference.py, do not edit -->"
END = "<!-- end of {} -->"
KINDS = {str: "TEXT", float: "NUMBER", int: "NUMBER", bool: "", Path: "PATH"}


class Parameter(NamedTuple):
    """One argument or option as a person types it."""

    name: str
    is_option: bool
    required: bool
    value: str
    default: Any
    help: str


def commands() -> dict[str, Callable[..., None]]:
    """Every command by name, in the order of `headway --help`."""
    inner = [group.typer_instance for group in app.registered_groups]
    found = {}
    for holder in (app, *filter(None, inner)):
        prefix = "" if holder is app else f"{holder.info.name} "
        for command in holder.registered_commands:
            assert command.callback is not None
            found[prefix + (command.name or command.callback.__name__.replace("_", "-"))] = command.callback
    return found


def parameters(callback: Callable[..., None]) -> Iterator[Parameter]:
    """What a command takes, from its signature."""
    for parameter in inspect.signature(callback, eval_str=True).parameters.values():
        annotation, info = get_args(parameter.annotation)[:2]
        assert isinstance(info, ArgumentInfo | OptionInfo)
        plain = [t for t in get_args(annotation) or (annotation,) if t is not type(None)]
        several = any(str(t).startswith("list[") for t in (annotation, *plain))
        kind = "TEXT" if several else KINDS[plain[0]]
        is_option = isinstance(info, OptionInfo)
        # Inside Annotated, Typer takes the first name from where a default would stand.
        named = [n for n in (info.default, *(info.param_decls or ())) if isinstance(n, str) and n.startswith("-")]
        yield Parameter(
            name=", ".join(named) if is_option else info.metavar or parameter.name.upper(),
            is_option=is_option,
            required=parameter.default is inspect.Parameter.empty,
            value=(info.metavar or kind) + (" ..." if several else ""),
            default=parameter.default,
            help=info.help or "",
        )


def usage(name: str, wanted: list[Parameter]) -> str:
    """The command line in one line."""
    words = ["headway", name, "[OPTIONS]"]
    for p in wanted:
        if not p.is_option:
            shown = p.name + (" ..." if p.value.endswith("...") else "")
            words.append(shown if p.required else f"[{shown}]")
    return " ".join(words)


def section(name: str, callback: Callable[..., None]) -> list[str]:
    """The part of the page about one command."""
    wanted = list(parameters(callback))
    lines = [f"### headway {name}", "", inspect.getdoc(callback) or "", "", "```", usage(name, wanted), "```", ""]
    lines += ["| argument or option | value | default | meaning |", "|---|---|---|---|"]
    for p in sorted(wanted, key=lambda p: p.is_option):
        lines.append(f"| `{p.name}` | {_value(p)} | {_default(p)} | {_cell(p.help)} |")
    return [*lines, ""]


def _value(p: Parameter) -> str:
    return f"`{p.value}`" if p.is_option and p.value else ""


def _default(p: Parameter) -> str:
    if p.required:
        return "required"
    return "" if p.default in (None, False) else f"`{p.default}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def error_rows() -> list[str]:
    """Every error class with the first line of its docstring, the base first."""
    classes = [c for c in vars(errors).values() if isinstance(c, type) and issubclass(c, errors.HeadwayError)]
    rows = [f"| `{c.__name__}` | {_cell((inspect.getdoc(c) or '').splitlines()[0])} |" for c in classes]
    return ["| class | when |", "|---|---|", *rows, ""]


def command_sections() -> list[str]:
    """The parts about all commands."""
    return [line for name, callback in commands().items() for line in section(name, callback)]


def renewed(page: str) -> str:
    """The page with what stands between its marks up to date."""
    for name, lines in (("errors", error_rows()), ("commands", command_sections())):
        begin, end = BEGIN.format(name), END.format(name)
        before, _, rest = page.partition(begin)
        _, _, after = rest.partition(end)
        page = before + "\n".join([begin, "", *lines, end]) + after
    return page


def main() -> int:
    """Write the page, or tell whether it is stale."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when the page is stale")
    options = parser.parse_args()
    page = PAGE.read_text(encoding="utf-8")
    new = renewed(page)
    if options.check:
        return int(new != page)
    PAGE.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
