"""A browser's side of the app without a network: requests go straight into it, with the door in front."""

import asyncio
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="the extra 'web' is not installed")
httpx = pytest.importorskip("httpx", reason="httpx is not installed")

HOST = "127.0.0.1:8731"
TOKEN = "a-token-for-tests"
TODAY = "2026-11-20"
MOST = 200_000
MOST_OF_A_FILE = 20_000_000

Ask = Callable[..., Any]


def asker(headers: dict[str, str], **options: Any) -> Ask:
    """A function that sends one request to a fresh app and gives its answer."""
    from headway.app.context import open_context
    from headway.web.app import create_app
    from headway.web.desk import Desk
    from headway.web.guard import Door

    door = Door(hosts=frozenset({HOST}), token=TOKEN, most_bytes=MOST, larger={"/market/import": MOST_OF_A_FILE})
    app = create_app(Desk(open_context(TODAY), fixed=True, apart=False, **options), door)

    def ask(method: str, address: str, **more: Any) -> Any:
        sent = headers | (more.pop("headers", None) or {})

        async def go() -> Any:
            transport = httpx.ASGITransport(app=app, raise_app_exceptions=True)
            async with httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}") as client:
                return await client.request(method, address, headers=sent, **more)

        return asyncio.run(go())

    return ask


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine a plan may take longer than the time after which it gets a page of its own: test_stop.py."""
    from headway.web.pages import work

    monkeypatch.setattr(work, "SOON", 120.0)


def settled(ask: Ask, answer: Any) -> str:
    """Where something that may take long has led to in the end."""
    assert answer.status_code == 303, answer.text
    found: str = answer.headers["location"]
    while found.startswith("/tasks/"):
        shown = ask("GET", found)
        if shown.status_code == 303:
            found = shown.headers["location"]
        elif "data-follows" not in shown.text:
            return found
        else:
            time.sleep(0.1)
    return found


@pytest.fixture(scope="session")
def kept_home(run_home: Path) -> Path:
    """A user folder with a CV and a kept plan, made by the pages once for all tests. `planned` copies it."""
    from tests.web.test_pages import give_cv

    folder = run_home / "with-a-plan"
    folder.mkdir()
    (folder / "cache").symlink_to(run_home / "cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HEADWAY_HOME", str(folder))
        ask = asker({"cookie": f"headway={TOKEN}", "origin": f"http://{HOST}"})
        give_cv(ask)
        kept = ask("POST", "/plan", data={"asked": "yes", "role": "data-analyst", "hours": "5"})
        assert settled(ask, kept) == "/plan?done=kept"
    return folder


@pytest.fixture
def planned(kept_home: Path, home: Path, person: Ask) -> Ask:
    """A person's own browser; a CV was given, and the plan for a data analyst in five hours a week is kept."""
    shutil.copytree(kept_home, home, symlinks=True, dirs_exist_ok=True, ignore=shutil.ignore_patterns("cache"))
    return person


@pytest.fixture
def stranger() -> Ask:
    """Somebody without the key."""
    return asker({})


@pytest.fixture
def person(home: Path) -> Ask:
    """A person's own browser, with an empty workspace: it has the cookie and says where a form comes from."""
    return asker({"cookie": f"headway={TOKEN}", "origin": f"http://{HOST}"})
