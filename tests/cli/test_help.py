"""`headway --help` names every command once, in a section, with its whole sentence."""

from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from headway.cli.main import app, execute
from headway.cli.sections import SECTIONS


def test_every_command_has_one_place_in_the_help() -> None:
    """None is missing, none twice, none named that is not there."""
    named = [name for _, names in SECTIONS for name in names]
    assert sorted(named) == sorted(get_command(app).commands)  # type: ignore[attr-defined]


def test_the_help_begins_with_the_first_step_and_cuts_no_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """What a newcomer does first stands on top and once more at the end."""
    assert execute(["--help"]) == 0
    said = capsys.readouterr().out
    assert said.index("Begin here:") < said.index("serve") < said.index("What you can do:")
    assert "..." not in said.partition("\n")[2]
    assert said.rstrip().splitlines()[-1].startswith("headway serve opens it in your browser")


@pytest.mark.parametrize("group", ["market", "pay", "lab", "calibrate"])
def test_a_groups_help_cuts_no_sentence(group: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The commands of a group too are told in whole."""
    assert execute([group, "--help"]) == 0
    assert "..." not in capsys.readouterr().out.partition("\n")[2]


TIMELESS = {
    "roles", "role", "skill", "resources", "glossary", "compare", "audit", "check", "posting", "skills",
    "calibrate use", "calibrate undo",
}  # fmt: skip
"""Commands whose answer is the same on every day: facts as they stand, texts as they are written."""


def _commands(group: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{above}{name} ")
        else:
            yield f"{above}{name}", command


def test_every_command_that_knows_a_day_takes_it_as_an_option() -> None:
    """`--today` means the same everywhere, so that an answer can be had again; those without it know no day."""
    without = {
        name
        for name, command in _commands(get_command(app))
        if "--today" not in [word for each in command.params for word in each.opts]
    }
    assert without == TIMELESS
