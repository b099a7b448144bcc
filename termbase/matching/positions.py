"""Code points ↔ UTF-16 code units, for browsers and the LanguageTool protocol."""

from __future__ import annotations


def to_utf16(text: str, position: int) -> int:
    """The UTF-16 offset of a code-point offset."""
    return position + sum(ord(char) > 0xFFFF for char in text[:position])


def from_utf16(text: str, position: int) -> int:
    """The code-point offset of a UTF-16 offset; one inside a surrogate pair counts as before the character."""
    units = 0
    for index, char in enumerate(text):
        width = 2 if ord(char) > 0xFFFF else 1
        if units + width > position:
            return index
        units += width
    return len(text)
