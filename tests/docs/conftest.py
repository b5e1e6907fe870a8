"""Pages are checked by running the command in this process."""

from tests.cli.conftest import headway

__all__ = ["headway"]
