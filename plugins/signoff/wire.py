"""The byte language of SSH keys and signatures (RFC 4251): lengths, then bytes, nothing guessed."""

from __future__ import annotations


class WireError(Exception):
    """The bytes are not what their lengths promise."""


class WireReader:
    """Takes values off the front of some bytes; every method raises WireError where there are too few."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.at = 0

    def take(self, count: int) -> bytes:
        """Return the next `count` bytes."""
        end = self.at + count
        if end > len(self.content):
            raise WireError(f"{count} bytes announced, {len(self.content) - self.at} there")
        taken = self.content[self.at : end]
        self.at = end
        return taken

    def number(self, size: int) -> int:
        """Return an unsigned number of `size` bytes."""
        return int.from_bytes(self.take(size))

    def string(self) -> bytes:
        """Return bytes that come after their length."""
        return self.take(self.number(4))

    def text(self) -> str:
        """Return a string that is printable ASCII, as every name in these formats is."""
        found = self.string()
        if not (found.isascii() and found.decode("ascii").isprintable()):
            raise WireError("a name that is not plain ASCII")
        return found.decode("ascii")

    def utf8(self) -> str:
        """Return a string that people may have chosen."""
        found = self.string()
        try:
            if b"\0" in found:
                raise WireError("a NUL in a text")
            return found.decode()
        except UnicodeDecodeError as error:
            raise WireError("a text that is not UTF-8") from error

    def whole_number(self) -> int:
        """Return an `mpint`; ours are never negative."""
        found = self.string()
        if found and found[0] & 0x80:
            raise WireError("a negative number")
        return int.from_bytes(found)

    def rest(self) -> bytes:
        """Return what has not been taken."""
        return self.content[self.at :]

    def end(self) -> None:
        """Raise WireError if anything is left."""
        if self.at != len(self.content):
            raise WireError(f"{len(self.content) - self.at} bytes too many")


def wire_string(content: bytes) -> bytes:
    """Put the length before the bytes."""
    return len(content).to_bytes(4) + content


def wire_number(value: int) -> bytes:
    """Write an `mpint` that is not negative."""
    return wire_string(value.to_bytes(value.bit_length() // 8 + 1) if value else b"")
