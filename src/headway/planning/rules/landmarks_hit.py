"""Every cut that the bound has found is crossed. True of every plan anyway; it helps the proof."""

from collections.abc import Collection

from headway.planning.variables import Variables


class LandmarksHit:
    """Of each set of candidates at least one is chosen."""

    def __init__(self, cuts: Collection[frozenset[int]]) -> None:
        self.cuts = cuts

    def add_to(self, variables: Variables) -> None:
        for cut in self.cuts:
            variables.at_least_one([variables.chosen[c] for c in sorted(cut)])
