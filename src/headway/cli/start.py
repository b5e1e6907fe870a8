"""Where the process begins: before anything heavy is imported, so that Ctrl-C is answered even then."""

import os
import sys


def run() -> None:
    """Entry point. Exit codes: 0 fine, 1 the answer is empty or a check fails, 2 bad input, 70 our fault."""
    # Small matrices are slower with several threads, and the order of additions must not depend on cores.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from headway.cli.main import execute

        code = execute(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("headway: Stopped. Nothing was half-written.\n")
        code = 130
    sys.exit(code)
