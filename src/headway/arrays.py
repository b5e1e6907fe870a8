"""What a function of arrays takes and gives. Here and not in `values`, which loads no numpy."""

from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]
"""Of any shape and kind; the docstring of whoever takes one says which."""
