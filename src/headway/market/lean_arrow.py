"""pyarrow without pandas: it looks for pandas on first use and loads it where it is installed (ortools brings it).

Nothing here uses it, and loading it costs 0.3 s and 40 MB. pyarrow looks once; it is told then that there is none.
"""

import importlib.abc
import sys
from collections.abc import Sequence
from functools import cache
from importlib.machinery import ModuleSpec
from types import ModuleType

import pyarrow as pa


class _NoPandas(importlib.abc.MetaPathFinder):
    """Says that pandas is not installed."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Raises ModuleNotFoundError for pandas; leaves every other name to the finders after it."""
        if name == "pandas":
            raise ModuleNotFoundError("pandas is not wanted here", name=name)
        return None


@cache
def keep_pandas_out() -> None:
    """Let pyarrow look for pandas in vain, once a process. Where somebody loaded pandas before, nothing is done."""
    if "pandas" in sys.modules:
        return
    finder = _NoPandas()
    sys.meta_path.insert(0, finder)
    try:
        pa.chunked_array([pa.array([1], pa.int8())]).to_numpy()
    finally:
        sys.meta_path.remove(finder)
