"""`headway calibrate`."""

from pathlib import Path
from typing import Annotated

import typer

from headway.cli.options import AsJson, Profile, Today
from headway.cli.sections import Whole

calibrate = typer.Typer(
    name="calibrate",
    help="Fit the test questions to answers of people who agreed, on this machine.",
    no_args_is_help=True,
    cls=Whole,
)


def register(app: typer.Typer) -> None:
    """Add the group with its commands."""
    for command in (share, fit, use, undo):
        calibrate.command()(command)
    app.add_typer(calibrate)


def share(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where your answers are written.")],
    agree: Annotated[bool, typer.Option("--agree", help="Yes, my answers may be used to calibrate questions.")] = False,
    profile: Profile = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Write your own test answers for calibration: question and right or not, no name, nothing you typed."""
    from headway.app import calibration
    from headway.app.context import open_context
    from headway.cli import show_calibrate

    agreed = agree or (show_calibrate.can_ask(json) and show_calibrate.asked(calibration.CONSENT))
    show_calibrate.shared(calibration.share(open_context(today), out, agreed, profile), as_json=json)


def fit(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Answers that people shared, a file each.")],
    folds: Annotated[int, typer.Option("--folds", help="Parts that the people are divided into for the check.")] = 5,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write the parameters, for 'use'.")] = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Slope and difficulty of each question with 30 answers or more, checked on people left out."""
    from headway.app import calibration
    from headway.app.context import open_context
    from headway.cli import show_calibrate

    result = calibration.fit(open_context(today), files, folds, out)
    show_calibrate.fitted(result, as_json=json)
    if not result["better"]:
        raise typer.Exit(1)


def use(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Parameters that 'fit' wrote.")],
    json: AsJson = False,
) -> None:
    """Use fitted parameters in tests from now on; answers already given keep what they were worth."""
    from headway.app import calibration
    from headway.app.context import open_context
    from headway.cli import show_calibrate

    show_calibrate.used(calibration.use(open_context(), file), as_json=json)


def undo(json: AsJson = False) -> None:
    """Back to the parameters used before, in the end to the start values."""
    from headway.app import calibration
    from headway.app.context import open_context
    from headway.cli import show_calibrate

    show_calibrate.undone(calibration.undo(open_context()), as_json=json)
