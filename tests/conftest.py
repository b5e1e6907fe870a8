"""Every test runs with its own user folder, and never with the developer's."""

import itertools
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

NUMBERS = itertools.count(1)

settings.register_profile("headway", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("searching", parent=settings.get_profile("headway"), derandomize=False)
settings.load_profile("headway")
"""No law has a time limit, neither for an example nor for drawing ten: the first may build what the others use (a
finder's automaton takes longer than the 0.2 s that hypothesis allows), and another program may have the processor. It
would then fail now and then. For the same reason the examples are the same in every run; `make test-full` looks for
others (`--hypothesis-profile=searching`)."""


def pytest_configure() -> None:
    """Ctrl-C works in what the tests start, also where they were started in the background, which ignores it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def run_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The user folder of the whole run, with nobody in it: what is made for many tests is made there, and its cache
    (the compiled index) serves all. Made anew for each run: what an earlier one left is never found."""
    home = tmp_path_factory.mktemp("home-of-the-run")
    (home / "cache").mkdir()
    (home / "of-one-test").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HEADWAY_HOME", str(home))
        patch.delenv("HEADWAY_PROFILE", raising=False)
        yield home


@pytest.fixture(autouse=True)
def home(run_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty user folder of this test alone, and nobody's profile: no test finds what another one kept, whatever the
    order. The compiled index is shared, whoever makes it."""
    folder = run_home / "of-one-test" / str(next(NUMBERS))
    folder.mkdir()
    (folder / "cache").symlink_to(run_home / "cache")
    monkeypatch.setenv("HEADWAY_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def filled_home(run_home: Path) -> Path:
    """A user folder in which the bundled invented postings are imported, once for all tests: none of them writes in it.
    The others copy it (`market_home`)."""
    from headway.cli.main import execute

    folder = run_home / "with-postings"
    folder.mkdir()
    (folder / "cache").symlink_to(run_home / "cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HEADWAY_HOME", str(folder))
        assert execute(["market", "import", "--example", "--today", "2026-11-20"]) == 0
    return folder


@pytest.fixture
def market_home(filled_home: Path, home: Path) -> Path:
    """This test's own user folder, with the bundled invented postings in it."""
    shutil.copytree(filled_home, home, symlinks=True, dirs_exist_ok=True, ignore=shutil.ignore_patterns("cache"))
    return home


@pytest.fixture
def shared() -> Path:
    """The folder of public measuring data; tests that need it are skipped without it."""
    default = Path(__file__).parent.parent.parent / "shared"
    folder = Path(os.environ.get("HEADWAY_SHARED", default))
    if not (folder / "data").is_dir():
        pytest.skip("the public measuring data (HEADWAY_SHARED) is not here")
    return folder
