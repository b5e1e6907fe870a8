"""pandas stays out: it is installed (the solver brings it), nobody here uses it, and it is slow and large."""

import subprocess
import sys

QUESTION = """
import sys
from pathlib import Path
from headway.market.store import Store
import pyarrow as pa
store = Store(Path(sys.argv[1]))
with store.together():
    table = store.ask("listing")
pa.chunked_array([pa.array([1.5])]).to_numpy()
assert table.num_rows == 0
print("pandas" in sys.modules)
"""
LATER = (
    "import headway.market.lean_arrow as lean; lean.keep_pandas_out(); import pandas; print(pandas.Series([1]).sum())"
)


def test_questions_to_the_market_load_no_pandas(tmp_path: object) -> None:
    """Neither DuckDB nor pyarrow brings it in on the way from a question to numbers."""
    done = subprocess.run([sys.executable, "-c", QUESTION, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_who_wants_pandas_still_gets_it() -> None:
    """Only pyarrow's own look for it is in vain."""
    done = subprocess.run([sys.executable, "-c", LATER], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"
