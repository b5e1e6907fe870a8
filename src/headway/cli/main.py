"""The `headway` command: every command is one call of app; failures become one line and an exit code."""

import errno
import os
import sys
from typing import Annotated

import typer

from headway.app.extras import missing_words
from headway.cli import (
    applications,
    calibrate,
    classroom,
    keeping,
    knowledge,
    lab,
    market,
    mcp,
    pay,
    person,
    postings,
    profile,
    serve,
    test,
    workspace,
)
from headway.cli.sections import Sections
from headway.errors import HeadwayError

app = typer.Typer(
    name="headway",
    cls=Sections,
    help="A route planner for machine-learning careers. Offline, private, reproducible.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
STOPPED = "Stopped. Nothing was half-written."
"""A plan is written whole or not at all (app.files.write_whole), so this is always true."""

INTERRUPTED = 130

person.register(app)
knowledge.register(app)
profile.register(app)
pay.register(app)
postings.register(app)
market.register(app)
workspace.register(app)
keeping.register(app)
classroom.register(app)
applications.register(app)
test.register(app)
calibrate.register(app)
serve.register(app)
mcp.register(app)
lab.register(app)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"headway {version('headway')}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """A route planner for machine-learning careers. Offline, private, reproducible."""


def execute(arguments: list[str]) -> int:
    """Run one command line; the exit code. Every failure is one line on standard error."""
    try:
        result = app(args=arguments, prog_name="headway", standalone_mode=False)
        sys.stdout.flush()
        code = result if isinstance(result, int) else 0
        # Typer turns Ctrl-C into a silent 130.
        return _complain(STOPPED, code) if code == INTERRUPTED else code
    except HeadwayError as error:
        return _complain(str(error), error.exit_code)
    except (KeyboardInterrupt, EOFError):
        return _complain(STOPPED, INTERRUPTED)
    except BrokenPipeError:
        return _nobody_reads()
    except SystemExit as ended:
        # Typer leaves like this when it meets the broken pipe first.
        if isinstance(ended.__context__, BrokenPipeError):
            return _nobody_reads()
        raise
    except Exception as error:
        return _unexpected(error)


def _nobody_reads() -> int:
    """The reader of a pipe (head, less) has gone: not an error, and nothing more can be said."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _unexpected(error: Exception) -> int:
    """Usage errors of the command line carry their own message; anything else is a fault of ours."""
    message = getattr(error, "format_message", None)
    if message is not None:
        if type(error).__name__ == "NoArgsIsHelpError":
            sys.stderr.write(f"{message()}\n")
            return 2
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "headway"
        said = message().rstrip(".")
        return _complain(f"{said}{'' if said.endswith('?') else '.'} See '{command} --help'.", 2)
    if type(error).__name__ == "Abort":
        return _complain(STOPPED, INTERRUPTED)
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        _nobody_reads()
        return _complain(f"The answer cannot be written: {error.strerror}. Make room, and ask again.", 2)
    missing = missing_words(error) if isinstance(error, ModuleNotFoundError) else None
    if missing is not None:
        return _complain(missing, 2)
    if os.environ.get("HEADWAY_DEBUG"):
        raise error
    return _complain(
        f"Headway failed unexpectedly ({type(error).__name__}: {error}). "
        "Run again with HEADWAY_DEBUG=1 to see where, and report it.",
        70,
    )


def _complain(message: str, code: int) -> int:
    from headway.cli.output import note

    note(f"headway: {message}")
    return code
