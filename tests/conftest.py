"""Every test runs with its own user folder, and never with the developer's."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("headway", deadline=None)
settings.load_profile("headway")
"""No law has a time limit: the first example of a test may build what the others use (a finder's automaton takes longer
than the 0.2 s that hypothesis allows), and another program may have the processor. It would then fail now and then."""


def pytest_configure() -> None:
    """Ctrl-C works in what the tests start, also where they were started in the background, which ignores it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh HEADWAY_HOME, with the compiled index shared by the whole run (it is only a cache)."""
    home = tmp_path_factory.getbasetemp().parent / f"headway-home-{os.getpid()}"
    home.mkdir(exist_ok=True)
    monkeypatch.setenv("HEADWAY_HOME", str(home))
    return home


@pytest.fixture
def home(tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty user folder of this test alone, and nobody's profile. The compiled index is shared, whoever makes it."""
    folder = tmp_path / "home"
    folder.mkdir()
    (own_home / "cache").mkdir(exist_ok=True)
    (folder / "cache").symlink_to(own_home / "cache")
    monkeypatch.setenv("HEADWAY_HOME", str(folder))
    monkeypatch.delenv("HEADWAY_PROFILE", raising=False)
    return folder


@pytest.fixture
def shared() -> Path:
    """The folder of public measuring data; tests that need it are skipped without it."""
    default = Path(__file__).parent.parent.parent / "shared"
    folder = Path(os.environ.get("HEADWAY_SHARED", default))
    if not (folder / "data").is_dir():
        pytest.skip("the public measuring data (HEADWAY_SHARED) is not here")
    return folder
