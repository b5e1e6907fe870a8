"""Counts in words."""

from headway.values import so_many


def test_one_is_one_and_the_rest_are_many() -> None:
    """No `1 days` and no `2 day`; a half is plural, whole numbers have no point."""
    assert [so_many(n, "day") for n in (0, 1, 2, 1.0, 0.5)] == ["0 days", "1 day", "2 days", "1 day", "0.5 days"]
