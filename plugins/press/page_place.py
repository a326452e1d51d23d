"""Where a page lies in the output, and the way from there back to its top, as Pelican would work them out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from posixpath import abspath, normpath

from pelican.utils import get_relative_path, path_to_url, sanitised_join

from .failure import StoppedError


def forbid_twice(written: set[str], names: Iterable[str], output: str) -> None:
    """Note where pages will be written. Raises StoppedError where two pages want the same file."""
    top = abspath(output)
    for name in names:
        place = f"{top}/{name}" if _is_plain(name) else str(sanitised_join(output, name))
        if place in written:
            raise StoppedError([f"{name}: two pages would be written there"])
        written.add(place)


def way_up(name: str) -> str:
    """Return the address of the site as seen from the page."""
    return _way_over(name.count("/")) if _is_plain(name) else str(path_to_url(get_relative_path(name)))


def _is_plain(name: str) -> bool:
    """Say whether the name is what any other spelling of it would be made to, and stays inside of the output."""
    return normpath(name) == name and not name.startswith(("/", ".."))


@cache
def _way_over(folders: int) -> str:
    return str(path_to_url(get_relative_path("/".join("-" * (folders + 1)))))
