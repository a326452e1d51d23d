"""What is held in memory for those who soon ask for it, while the cache keeps everything."""

from __future__ import annotations

from .cache import Cache

MEBIBYTE = 1024 * 1024
_PUT_AT_ONCE = 4 * MEBIBYTE
"""The cache takes larger portions quicker, but they have to lie in memory until then."""


class Held(dict[str, bytes]):
    """The first of the values that together are no larger: those of a large site would fill the memory.

    Where no cache keeps them, these are all of them.
    """

    def __init__(self, cache: Cache, most_bytes: int) -> None:
        super().__init__()
        self.cache = cache
        self.room = most_bytes

    def offer(self, key: str, value: bytes) -> None:
        """Hold the value while there is room."""
        self.room -= len(value)
        if self.room >= 0 or not self.cache.keeps:
            self[key] = value


class Portions:
    """Puts values into the cache as they come, many at once."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache
        self._waiting: dict[str, bytes] = {}
        self._size = 0

    def put(self, key: str, value: bytes) -> None:
        """Put the value there, soon."""
        self._waiting[key] = value
        self._size += len(value)
        if self._size >= _PUT_AT_ONCE:
            self.finish()

    def finish(self) -> None:
        """Put what waits."""
        self.cache.put_many(self._waiting)
        self._waiting, self._size = {}, 0
