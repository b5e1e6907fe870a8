"""How a grader asks the learner's code, and reads what comes back without trusting its shape."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from headway.arrays import Array
from headway.labs.model import Wrong
from headway.sandbox.untrusted.model import Call, Failure, Protection, Ran

Runner = Callable[[Sequence[Call]], Ran]


class OwnError(Exception):
    """The learner's code raised."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(f"{failure.type}: {failure.message}")
        self.failure = failure


class Ask:
    """Puts calls to the code. Every ask is a process of its own: nothing is remembered from one to the next.

    given: texts that the driver of a lab gets before the arguments.
    """

    def __init__(self, run: Runner, given: tuple[str, ...] = ()) -> None:
        self._run = run
        self.given = given
        self.passed: list[str] = []
        self.shares: list[float] = []
        self.protection: Protection | None = None
        self.printed = ""

    def __call__(self, function: str, *arguments: Any) -> Any:
        """The value of one call."""
        return self.several((function, *arguments))[0]

    def several(self, *calls: tuple[Any, ...]) -> tuple[Any, ...]:
        """The values of several calls, made in one process in this order. Raises Wrong, OwnError, Ended."""
        return self._asked([Call(function, (*self.given, *arguments)) for function, *arguments in calls])

    def to_hand_on(self, function: str, *arguments: Any) -> Any:
        """The value of one call, with its arrays as they were: what another call is given. Raises as `several`."""
        return self._asked([Call(function, (*self.given, *arguments), whole=True)])[0]

    def with_arguments(self, function: str, *arguments: Any) -> tuple[Any, list[Any]]:
        """The value of one call, and its arguments as the call left them. Raises as `several`."""
        value, after = self._asked([Call(function, arguments, echo=True)])[0]
        return value, after

    def _asked(self, calls: Sequence[Call]) -> tuple[Any, ...]:
        ran = self._run(calls)
        self.protection, self.printed = ran.protection, ran.printed or self.printed
        for call, value in zip(calls, ran.values, strict=True):
            if isinstance(value, Failure):
                if value.missing:
                    raise Wrong("missing-function", f"The function is called {call.function}.")
                raise OwnError(value)
        return ran.values

    def holds(self, what: str) -> None:
        """A check held; said once."""
        if what not in self.passed:
            self.passed.append(what)


def array(value: Any, shape: tuple[int, ...], what: str) -> Array:
    """A result as finite numbers of this shape. Raises Wrong."""
    try:
        found = np.asarray(value, dtype=float)
    except (TypeError, ValueError, OverflowError):
        raise Wrong("wrong-shape", f"{what} should be numbers.") from None
    if found.shape != shape:
        raise Wrong("wrong-shape", f"{what} has shape {found.shape}, and should have {shape}.")
    if not np.isfinite(found).all():
        raise Wrong("wrong-shape", f"{what} holds values that are not finite numbers.")
    return found


def number(value: Any, what: str) -> float:
    """A result as one finite number. Raises Wrong."""
    return float(array(value, (), what))


def mapping(value: Any, keys: Sequence[str], what: str) -> dict[str, Any]:
    """A result as a dict with exactly these keys. Raises Wrong."""
    if not isinstance(value, dict):
        raise Wrong("wrong-shape", f"{what} should be a dict.")
    if set(value) != set(keys):
        raise Wrong("wrong-shape", f"{what} has the keys {sorted(value)}, and should have {sorted(keys)}.")
    return value


def close(found: Any, wanted: Any, tolerance: float = 1e-6) -> bool:
    """Equal up to a share of the largest value; what is no number is not equal."""
    try:
        one, other = np.asarray(found, dtype=float), np.asarray(wanted, dtype=float)
    except (TypeError, ValueError, OverflowError):
        return False
    return bool(
        one.shape == other.shape
        and np.allclose(one, other, rtol=0, atol=tolerance * (1 + np.abs(other).max(initial=0.0)))
    )
