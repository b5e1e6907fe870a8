"""`headway --help` names every command once, in a section, with its whole sentence."""

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
