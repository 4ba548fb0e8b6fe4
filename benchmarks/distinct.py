"""As many different pages as are asked for, made of those that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_AFTER_WORD = re.compile(r"(?<=[^\W\d_]{4})(?=\. )")


def distinct(pages: Sequence[str], count: int) -> Iterator[str]:
    """The pages over and over; from the second time on, sentences end with the number of the page, so no two are the same.

    >>> list(distinct(["Fog closed the port. It opens today.", "Rain."], 3))
    ['Fog closed the port. It opens today.', 'Rain.', 'Fog closed the port 2. It opens today.']
    """
    for number in range(count):
        page = pages[number % len(pages)]
        yield page if number < len(pages) else _AFTER_WORD.sub(f" {number}", page)
