"""A use as a tool of the SDK: its schema, its call on a thread of its own, and one line where it fails."""

import functools
import inspect
import json
import re
from importlib.resources import files
from typing import Annotated, Any, Final

import anyio
import anyio.to_thread
from mcp.server.mcpserver.tools import Tool
from mcp_types import CallToolResult, TextContent, ToolAnnotations
from pydantic import Field

from headway.app.extras import missing_words
from headway.errors import HeadwayError
from headway.mcp_server.desk import Desk
from headway.mcp_server.use import Use
from headway.values import Json

LONGEST_CALL: Final = 120.0
"""Seconds after which a question is given up; what writes is never given up half-way."""
AT_ONCE: Final = 4
OPTION: Final = re.compile(r"(?<![\w-])--([a-z][a-z-]*)")
NO_PERSON: Final = (
    'Give cv_text, cv_file or know, such as ["python=3", "sql=2"]; or the person keeps a CV: headway plan CV --save'
)
Only = Annotated[
    list[str] | None, Field(description="Only these keys of the answer; the whole of it may be long.", max_length=40)
]


@functools.cache
def schemas() -> dict[str, Json]:
    """The schema of each answer, by command. Made from docs/reference/json.md by tools/make_schemas.py."""
    found: dict[str, Json] = json.loads((files("headway.mcp_server") / "schemas.json").read_text(encoding="utf-8"))
    return found


def tool_of(desk: Desk, use: Use, limit: anyio.CapacityLimiter, seconds: float = LONGEST_CALL) -> Tool:
    """The tool. Only the keys asked for come back, and the schema asks for none but `schema`."""

    async def call(only: Only = None, **given: Any) -> CallToolResult:
        return await _answered(functools.partial(_kept, use, desk, only, given), use, limit, seconds)

    signature = inspect.signature(use.run, eval_str=True)
    asked = [*signature.parameters.values()][1:]
    only = inspect.Parameter("only", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Only)
    call.__signature__ = inspect.Signature([*asked, only], return_annotation=CallToolResult)  # type: ignore[attr-defined]
    call.__name__ = use.name
    tool = Tool.from_function(
        call, name=use.name, title=use.title, description=use.description,
        annotations=ToolAnnotations(
            title=use.title, read_only_hint=not use.writes, destructive_hint=use.destroys,
            idempotent_hint=not use.writes, open_world_hint=False,
        ),
    )  # fmt: skip
    tool.fn_metadata.output_schema = schemas()[use.command]
    tool.parameters["additionalProperties"] = False
    return tool


def _kept(use: Use, desk: Desk, only: list[str] | None, given: Json) -> Json:
    answer = use.run(desk, **given)
    if only is None:
        return answer
    return {key: value for key, value in answer.items() if key in only or key == "schema"}


async def _answered(
    work: "functools.partial[Json]", use: Use, limit: anyio.CapacityLimiter, seconds: float
) -> CallToolResult:
    """On a thread of its own. A cancelled question is left to end by itself; what writes is waited for."""
    try:
        with anyio.fail_after(None if use.writes else seconds):
            answer = await anyio.to_thread.run_sync(work, abandon_on_cancel=not use.writes, limiter=limit)
    except HeadwayError as error:
        return wrong(as_called(error))
    except TimeoutError:
        return wrong(f"{use.name} took longer than {seconds:g} seconds and was given up. Ask for less.")
    except ModuleNotFoundError as error:
        return wrong(missing_words(error) or _ours(error))
    except Exception as error:  # the door: any failure becomes one line
        return wrong(_ours(error))
    text = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
    return CallToolResult(content=[TextContent(type="text", text=text)], structured_content=answer)


def as_called(error: HeadwayError) -> str:
    """The terminal's line in the words of a call: `--free-only` is `free_only`. A command stays as it is."""
    hint = NO_PERSON if error.hint.startswith("Name a CV file, or say what you know: --know") else error.hint
    told = [text if "headway " in text else OPTION.sub(_argument, text) for text in (error.message, hint)]
    return " ".join(filter(None, told))


def _argument(found: re.Match[str]) -> str:
    return found[1].replace("-", "_")


def wrong(line: str) -> CallToolResult:
    """An error as the assistant sees it: our one line."""
    return CallToolResult(content=[TextContent(type="text", text=line)], is_error=True)


def _ours(error: Exception) -> str:
    return f"Headway failed unexpectedly ({type(error).__name__}). Please report it."
