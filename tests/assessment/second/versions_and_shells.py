"""Second solvers: versions and shells, by Git itself in a folder made for it, and by asking the system."""

import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

HELPERS = r"""
cd "$(mktemp -d "$BASE/XXXXXX")"
git init -q --template= . && git symbolic-ref HEAD refs/heads/main
n=0
c() {
    now=$(git symbolic-ref HEAD)
    from=
    if git rev-parse -q --verify "$now" >/dev/null; then from="from $now^0\n"; fi
    for ((i = 0; i < $1; i++)); do
        n=$((n + 1))
        printf "commit $now\ncommitter a <a@b> $((1700000000 + n)) +0000\ndata 1\nx\n$from"
        printf "M 100644 inline f$n\ndata ${#n}\n$n\n"
        from=
    done >stream
    git fast-import --quiet <stream
    rm stream
    git reset -q --hard
}
listed() { git log --oneline "$@" | wc -l; }
branch() { git checkout -q -b "$1"; }
on() { git checkout -q "$1"; }
"""
"""Commits with a file each are read in one go: a process for each would take most of the time."""


@cache
def by_git(script):
    """The number that a script of Git commands prints, run once for each script."""
    with tempfile.TemporaryDirectory() as base:
        who = {
            "GIT_AUTHOR_NAME": "a",
            "GIT_AUTHOR_EMAIL": "a@b",
            "GIT_COMMITTER_NAME": "a",
            "GIT_COMMITTER_EMAIL": "a@b",
        }
        own = {"PATH": os.environ["PATH"], "BASE": base, "HOME": base, "GIT_CONFIG_NOSYSTEM": "1", **who}
        if shutil.which("git") is None:
            pytest.skip("Git is not installed")
        done = subprocess.run(
            ["bash", "-ec", HELPERS + script], env=own, capture_output=True, text=True, timeout=60, check=True
        )
        return int(done.stdout)


def lines(a, b, c):
    return by_git(
        f"seq {a} > f; git add f; git commit -qm 1; seq {b} >> f; git add f; seq {c} >> f; git commit -qm more\n"
        "git show HEAD:f | wc -l"
    )


def left(k, m):
    made = "".join(f"branch b{i}; c 1; on main\n" for i in range(k))
    gone = "".join(f"git merge -q --no-edit b{i} >/dev/null; git branch -q -d b{i}\n" for i in range(m))
    return by_git(f"c 1\n{made}{gone}git branch | wc -l")


def first_parents(m, b):
    merges = "".join(f"branch b{i}; c {b}; on main; git merge -q --no-ff --no-edit b{i} >/dev/null\n" for i in range(3))
    return by_git(f"c {m}\n{merges}listed --first-parent main")


def umask(u):
    """The mode of a file that is made under the umask."""
    before = os.umask(int(str(u), 8))
    try:
        with tempfile.TemporaryDirectory() as folder:
            os.close(os.open(f"{folder}/f", os.O_CREAT | os.O_WRONLY, 0o666))
            return int(oct(Path(folder, "f").stat().st_mode & 0o777)[2:])
    finally:
        os.umask(before)


def waited(a, b, c):
    """Second by second, until both have ended."""
    at = 0
    while at < a or at < b:
        at += 1
    return at + c


SECOND = {
    "git-commits-after-changes": lambda n: by_git(
        "echo a > f; git add f; git commit -qm 0\n"
        f"for i in $(seq {n}); do echo $i > f; git commit -qam $i; done; listed"
    ),
    "git-still-untracked": lambda n, k: by_git(
        f"touch $(seq {n}); git add $(seq {k}); git commit -qm 1; git status --porcelain | grep -c '^??'"
    ),
    "git-branches-that-are-left": left,
    "git-log-after-a-revert": lambda m: by_git(f"c {m}; git revert --no-edit HEAD >/dev/null; listed"),
    "git-lines-added-after-staging": lines,
    "git-log-after-a-rebase": lambda m, b, n: by_git(
        f"c {m}; branch new; c {b}; on main; c {n}; on new; git rebase -q main; listed"
    ),
    "git-log-after-cherry-picks": lambda m, b: by_git(
        f"c {m}; branch new; c {b}; on main; git cherry-pick new~1 new >/dev/null; listed main"
    ),
    "git-range-of-two-dots": lambda a, b: by_git(
        f"c 1; branch new; c {b}; on main; c {a}; on new\ngit merge -q --no-edit main >/dev/null; c 2; listed main..new"
    ),
    "git-log-of-first-parents": first_parents,
    "linux-wait-for-both": waited,
    "linux-mode-under-a-umask": umask,
}
