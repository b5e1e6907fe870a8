"""What the grader says of a pipeline's scripts is what a shell does with them when the tests fail."""

import shutil
import subprocess
from pathlib import Path

import pytest

from headway.labs.graders.model_service_shell import TEST, hides, runs, script_of

FAIL = [
    "pytest -q",
    "pytest -q; exit 0",
    "pytest -q\nexit 0",
    "pytest -q; true",
    "pytest -q || exit 1",
    "pytest -q || { echo failed; exit 1; }",
    "pytest -q || code=$?\necho later\nexit $code",
    "set +e\npytest -q\ncode=$?\necho later\nexit $code",
    "pytest -q > log.txt 2>&1",
    "pytest -q 2>&1 # || true",
    "if ! pytest -q; then\n  exit 1\nfi",
    "cd . && pytest -q",
    "pytest -q && echo well",
    "(cd . && pytest -q)",
    "set -o pipefail\npytest -q | tee log.txt",
    "x=$(pytest -q)",
    'report="$(pytest -q 2>&1)"\necho "$report"',
    "x=`pytest -q` && echo well",
    "if true; then pytest -q; else echo never; fi",
    "if false; then\n  echo never\nelse\n  pytest -q\nfi",
    "if false; then if true; then echo never; fi; fi\npytest -q",
    "until false; do pytest -q; done",
    "! pytest -q && exit 1",
    "for part in a b; do\n  pytest -q $part\ndone",
]
HIDE = [
    "if false; then pytest -q; fi",
    "if false; then\n  if true; then\n    pytest -q\n  fi\nfi\necho later",
    "check() { if false; then pytest -q; fi; }\ncheck",
    "if true; then echo well; else pytest -q; fi",
    "if true; then echo well; elif true; then pytest -q; fi",
    "while false; do pytest -q; done",
    "! pytest -q || exit 1",
    "x=$(pytest -q) || true",
    "x=$(pytest -q | tail -n 1)",
    "x=$(pytest -q; echo later)",
    "export x=$(pytest -q)",
    "x=$(pytest -q) echo later",
    "pytest -q || true",
    "pytest -q || \\\n  true",
    "pytest -q ||\n  :",
    "pytest -q || echo failed",
    "pytest -q || code=$?\necho $code",
    "set +e\npytest -q\nexit 0",
    "set +o errexit\npytest -q\necho later",
    "set +ex\npytest -q\ncode=$?\nexit 0",
    "pytest -q | tee log.txt",
    "pytest -q |& tee log.txt",
    "pytest -q & wait",
    "pytest -q && echo well\necho later",
    "pytest -q && echo well; echo later",
    "if pytest -q; then echo well; fi",
    "check() {\n  pytest -q\n}\nif check; then echo well; fi",
    "trap 'exit 0' EXIT\npytest -q",
    "exit 0\npytest -q",
    'bash -c "pytest -q; exit 0"',
]
SHELLS = {"": ["bash", "-e"], "bash": ["bash", "-eo", "pipefail"], "bash {0}": ["bash"]}


def _fails(script: str, shell: str, folder: Path) -> bool:
    """Whether the shell tells a failure, with tests that fail."""
    tests = folder / "pytest"
    tests.write_text("#!/bin/sh\nexit 1\n")
    tests.chmod(0o755)
    (folder / "step.sh").write_text(script)
    done = subprocess.run(
        [*SHELLS[shell], "step.sh"],
        cwd=folder,
        env={"PATH": f"{folder}:/usr/bin:/bin"},
        capture_output=True,
        check=False,
    )
    return done.returncode != 0


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs a bash to compare with")
@pytest.mark.parametrize(
    ("script", "shell", "fails"),
    [
        *((script, "", True) for script in FAIL),
        *((script, "", False) for script in HIDE),
        ("pytest -q | tee log.txt", "bash", True),
        ("pytest -q", "bash {0}", True),
        ("pytest -q; exit 0", "bash {0}", False),
        ("pytest -q\necho later", "bash {0}", False),
    ],
)
def test_a_hidden_failure_is_told_where_the_shell_hides_it_and_nowhere_else(
    script: str, shell: str, fails: bool, tmp_path: Path
) -> None:
    """The same script, once judged and once run."""
    assert _fails(script, shell, tmp_path) is fails
    said = script_of(script)
    assert (runs(said, TEST) and hides(said, shell) is None) is fails
