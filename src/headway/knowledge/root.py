"""Where the knowledge base lies."""

from importlib.resources import files
from pathlib import Path


def data_root() -> Path:
    """The folder of the knowledge base inside the installed package."""
    return Path(str(files("headway") / "data"))
