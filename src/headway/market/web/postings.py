"""All postings of a board in one answer's bytes, page after page where its endpoint gives pages."""

from typing import Final

import msgspec

from headway.market.web.boards import Target
from headway.market.web.fetch import Fetcher

MOST_PAGES: Final = 200


def fetch(target: Target, fetcher: Fetcher) -> bytes:
    """The answer as it came; of several pages, one list. Raises NotReached."""
    if not target.pages:
        return fetcher.get(target.address)
    rows: list[msgspec.Raw] = []
    for number in range(MOST_PAGES):
        answer = fetcher.get(target.page(number))
        try:
            page = msgspec.json.decode(answer, type=list[msgspec.Raw])
        except (msgspec.DecodeError, UnicodeDecodeError):
            # An error page or an object that says what is wrong: the feed's reader tells.
            return answer
        rows += page
        if len(page) < target.pages:
            break
    return msgspec.json.encode(rows)
