"""Second solvers: Git day by day, by Git itself."""

from tests.assessment.second.versions_and_shells import by_git


def shared(a, commands):
    """A repository with so many commits, a clone of it, and the commands run in the clone."""
    return by_git(
        f"c {a}; here=$PWD\n"
        'git clone -q --bare . "$BASE/shared.git"; git clone -q "$BASE/shared.git" "$BASE/own"; cd "$BASE/own"\n'
        f"n=1000; {commands}"
    )


SECOND = {
    "git-own-commits-after-a-clone": lambda a, b: shared(a, f"c {b}; listed"),
    "git-commits-that-were-pushed": lambda a, b, c: shared(
        a, f"c {b}; git push -q; c {c}; cd ../shared.git; listed main"
    ),
    "git-tracked-after-adding": lambda n, k: by_git(f"c {n}; touch $(seq {k}); git add 1 2; git ls-files | wc -l"),
    "git-lines-of-a-diff": lambda n, k, m: by_git(
        f"seq {n} >f; git add f; git commit -qm 1; seq $(({k} + 1)) {n} >f; seq 900 $((899 + {m})) >>f\n"
        "git diff | grep -cE '^(-|[+])[0-9]'"
    ),
    "git-commits-after-amending": lambda m: by_git(
        f"c {m}; git commit -q --amend -m x; git commit -q --amend -m y; c 1; listed"
    ),
    "git-log-after-fast-forward": lambda m, b: by_git(
        f"c {m}; branch new; c {b}; on main; git merge -q new >/dev/null; listed"
    ),
}
