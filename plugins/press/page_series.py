"""The pages that one long list is spread over, with the names that Pelican's templates know them by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from pelican.paginator import Paginator


def page_series(
    name: str, url: str | None, lists: Mapping[str, Sequence[Any]], settings: dict[str, Any], size: int
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the file of each page, and its names: of every list its paginator, its page, the one before and after."""
    paginators = {key: Paginator(name, url, value, settings, size) for key, value in lists.items()}
    # Each page is also the one before and the one after another.
    pages = {key: cache(paginator.page) for key, paginator in paginators.items()}
    for number in range(next(iter(paginators.values())).num_pages):
        save_as, own = name, dict[str, Any]()
        for key, paginator in paginators.items():
            page = pages[key](number + 1)
            last = number + 1 == paginator.num_pages
            save_as = page.save_as
            own |= {
                f"{key}_paginator": paginator,
                f"{key}_page": page,
                f"{key}_previous_page": pages[key](number) if number else None,
                f"{key}_next_page": None if last else pages[key](number + 2),
            }
        yield save_as, own
