"""Which extra brings a package, for whatever a use case meets before it could say so itself."""

EXTRA_OF = {
    "daft": "cluster",
    "docx": "export",
    "duckdb": "market",
    "fastapi": "web",
    "fsrs": "review",
    "httpx": "market",
    "mcp": "mcp",
    "mcp_types": "mcp",
    "protego": "market",
    "pyarrow": "market",
    "ray": "cluster",
    "rensa": "market",
    "starlette": "web",
    "typst": "export",
    "uvicorn": "web",
}


def missing_words(error: ModuleNotFoundError) -> str | None:
    """The line that installs what is missing; None where no extra of ours brings it."""
    extra = EXTRA_OF.get((error.name or "").partition(".")[0])
    if extra is None:
        return None
    return f"This needs packages that are not installed. Install them: pip install 'headway[{extra}]'"
