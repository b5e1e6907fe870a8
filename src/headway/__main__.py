"""`python -m headway`."""

from headway.cli.start import run

run()
