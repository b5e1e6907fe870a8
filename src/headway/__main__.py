"""`python -m headway`."""

from headway.cli.main import run

run()
