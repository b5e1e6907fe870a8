"""First thing that runs in a process apart: bounds itself, then calls the work.

Started as a file by `headway.sandbox.run`, never imported by the parent's code. The bounds are set
here rather than between fork and exec because code run there is unsafe once the parent has threads.
Standard library only until the bounds are in force.
"""

import json
import os
import sys
from typing import Any

OUT_OF_MEMORY = 86
FAILED = 87
"""Exit codes that `run` reads; others mean that the process died by itself."""


def bound(resource: Any, name: str, value: int, spare: int = 0) -> str | None:
    """Set one limit; the name in plain words when the platform cannot, else None."""
    words = {"RLIMIT_AS": "memory", "RLIMIT_CPU": "processor time", "RLIMIT_FSIZE": "file size"}
    number = getattr(resource, name, None)
    if number is None:
        return words.get(name)
    try:
        _, ceiling = resource.getrlimit(number)
        hard = value + spare
        if ceiling != resource.RLIM_INFINITY:
            hard = min(hard, ceiling)
        resource.setrlimit(number, (min(value, hard), hard))
    except (ValueError, OSError):
        return words.get(name)
    return None


def bound_all(task: dict[str, Any]) -> list[str]:
    """Put every bound in force; those this platform lacks are named in the answer."""
    try:
        import resource
    except ImportError:
        return ["memory", "processor time", "file size"]
    failed = [
        bound(resource, "RLIMIT_AS", task["memory_bytes"]),
        bound(resource, "RLIMIT_CPU", task["cpu_seconds"], spare=2),
        bound(resource, "RLIMIT_FSIZE", task["file_bytes"]),
        bound(resource, "RLIMIT_CORE", 0),
    ]
    return [each for each in failed if each]


def main() -> int:
    """Read the task from the command line, the data from standard input; write the answer to standard output."""
    task = json.loads(sys.argv[1])
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print must not mix with the answer
    unmet = bound_all(task)
    sys.path[:] = task["path"]
    try:
        from importlib import import_module

        work = import_module(task["module"]).work
        result = work(task["argument"], sys.stdin.buffer.read())
        with answer:
            answer.write(json.dumps(unmet).encode() + b"\n" + result)
    except MemoryError:
        return OUT_OF_MEMORY
    except BrokenPipeError:
        return FAILED
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # no tidying up: whatever the parsers left behind goes with the process
