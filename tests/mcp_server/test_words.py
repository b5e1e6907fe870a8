"""Refusals as an assistant reads them."""

from pathlib import Path

import pytest

pytest.importorskip("mcp", reason="the extra 'mcp' is not installed")

from headway.app.context import open_context
from headway.app.person import PersonQuestion, must_say_something
from headway.errors import BadOption, HeadwayError
from headway.mcp_server.calls import as_called
from headway.mcp_server.desk import Desk
from headway.mcp_server.tools.progress import write_application


def test_options_are_arguments_and_commands_stay() -> None:
    """An assistant has `free_only`, and no `--free-only`; a command is for the person to type."""
    assert as_called(BadOption("--hours is 0.", "Leave --free-only out.")) == "hours is 0. Leave free_only out."
    kept = "Begin with: headway plan CV --save"
    assert as_called(BadOption("Nothing is kept yet.", kept)) == f"Nothing is kept yet. {kept}"


def test_who_says_nothing_of_the_person_is_told_the_arguments() -> None:
    """Not the options of the terminal."""
    with pytest.raises(HeadwayError) as refused:
        must_say_something(PersonQuestion())
    told = as_called(refused.value)
    assert "cv_text, cv_file or know" in told
    assert "--know" not in told


def test_a_name_that_no_file_can_have_is_refused_in_our_words(tmp_path: Path, home: Path) -> None:
    """Longer than a file's name may be, in bytes: no fault of ours to report."""
    desk = Desk(open_context("2026-11-20"), folders=(tmp_path,))
    with pytest.raises(BadOption, match="no such file"):
        desk.file("😀" * 80)
    with pytest.raises(HeadwayError):
        write_application(desk, "save", which="😀" * 80)
