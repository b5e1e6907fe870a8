"""Rails joined to their lines: dates, places, labels and titles that stand beside what they belong to."""

from headway.documents.lines import is_item
from headway.documents.pdf.rows import Row, clusters_of, is_dated

DASHES = ("-", "–", "—")
"""A date that ends so, and is not open, goes on in the next line."""


def with_margin(rows: list[Row], margin: list[Row]) -> list[Row]:
    """Put each title of the margin before the first line beside or below it; join dates to their lines."""
    for note in margin:
        home = _level(rows, note)
        if home is not None and is_dated(note.text):
            _join(home, note, after=False)
            continue
        note.title = not is_dated(note.text)
        reach = note.base - 0.6 * note.size
        rows.insert(next((at for at, row in enumerate(rows) if row.base >= reach), len(rows)), note)
    return rows


def with_rail(rows: list[Row], rail: list[Row], after: bool) -> list[Row]:
    """Join each group of the rail to the line it stands beside.

    Further lines of a group (place, then dates, then duration) go to the line beside them when that
    is a line of the heading, else to the first: dates do not belong into the middle of a sentence.
    """
    loose: list[Row] = []
    for cluster in clusters_of(rail):
        home = _level(rows, cluster[0])
        if home is None:
            loose += cluster
            continue
        for last, row in zip([None, *cluster], cluster, strict=False):
            own = _level(rows, row)
            if not after:
                goes_on = last is not None and last.text.endswith(DASHES) and not row.text.endswith(DASHES)
                _join(home if own is None or goes_on else own, row, after)
                home = home if own is None or goes_on else own
            else:
                _join(own if own is not None and _of_heading(rows, home, own) else home, row, after)
    for row in loose:
        place = next((at for at, each in enumerate(rows) if each.base > row.base), len(rows))
        rows.insert(place, row)
    return rows


def _of_heading(rows: list[Row], home: Row, own: Row) -> bool:
    """True when no item begins from `home` down to `own`, and `own` is not a full line of prose."""
    start, end = rows.index(home), rows.index(own)
    if any(is_item(row.text) for row in rows[start + 1 : end + 1]):
        return False
    return own is home or own.right < own.left + 0.8 * (own.edge - own.left)


def _level(rows: list[Row], row: Row) -> Row | None:
    """The row on the same line, if any."""
    nearest = min(rows, key=lambda each: abs(each.base - row.base), default=None)
    if nearest is None or abs(nearest.base - row.base) > 0.6 * max(row.size, nearest.size):
        return None
    return nearest


def _join(row: Row, part: Row, after: bool) -> None:
    if after:
        row.text = f"{row.text}\t{part.text}"
    elif part.base > row.base + 1:  # the label goes on below its first line
        first, _, rest = row.text.partition("\t")
        row.text = f"{first} {part.text}\t{rest}"
    else:
        row.text = f"{part.text}\t{row.text}"
        row.left = min(row.left, part.left)
    row.top, row.bottom = min(row.top, part.top), max(row.bottom, part.bottom)
    row.bold = row.bold and part.bold
