"""Which characters of a text are spoken for."""

from __future__ import annotations

from collections.abc import Iterable


class Marks:
    """Marked stretches of a text; asking takes time by the stretch, not by how many there are."""

    def __init__(self, length: int, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._marked = bytearray(length)
        for start, end in spans:
            self.mark(start, end)

    def mark(self, start: int, end: int) -> None:
        """Mark a stretch."""
        self._marked[start:end] = b"\1" * (end - start)

    def touches(self, start: int, end: int) -> bool:
        """Whether any character of a stretch is marked."""
        return 1 in self._marked[start:end]

    def covers(self, start: int, end: int) -> bool:
        """Whether every character of a stretch is marked."""
        return 0 not in self._marked[start:end]
