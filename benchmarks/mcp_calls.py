"""What an assistant waits for: `python benchmarks/mcp_calls.py`. Wall milliseconds on the wire, median of nine."""

import os
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

import anyio
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

EXAMPLES = Path(__file__).parent.parent / "examples"
CV = "mara-lindqvist.pdf"
CALLS: list[tuple[str, dict[str, Any]]] = [
    ("roles", {}),
    ("skill", {"skill": "python"}),
    ("why", {"skill": "python", "cv_file": CV}),
    ("read_cv", {"file": CV}),
    ("fit", {"cv_file": CV}),
    ("plan", {"cv_file": CV, "role": "data-analyst"}),
    ("plan", {"cv_file": CV, "role": "machine-learning-engineer"}),
]


async def main() -> None:
    """Start, first and later calls."""
    how = StdioServerParameters(
        command=sys.executable, args=["-m", "headway", "mcp", "--files", str(EXAMPLES)], env=dict(os.environ)
    )
    begin = time.perf_counter()
    async with stdio_client(how) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        print(f"initialised after {1000 * (time.perf_counter() - begin):.0f} ms")
        listed = await session.list_tools()
        size = len(listed.model_dump_json(by_alias=True, exclude_none=True))
        took_ms = 1000 * (time.perf_counter() - begin)
        print(f"{len(listed.tools)} tools listed after {took_ms:.0f} ms, {size / 1000:.0f} kB")
        for name, given in CALLS:
            took = []
            for _ in range(10):
                begin = time.perf_counter()
                answer = await session.call_tool(name, given)
                took.append(1000 * (time.perf_counter() - begin))
            assert not answer.is_error, answer.content
            size = len(answer.content[0].text) / 1000  # type: ignore[union-attr]
            print(f"{name:10} first {took[0]:6.0f} ms, then {median(took[1:]):6.1f} ms, {size:.0f} kB")


if __name__ == "__main__":
    anyio.run(main)
