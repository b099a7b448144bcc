"""Counting what a written file does not carry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from termbase.formats.format import Loss


class Losses:
    """Gathers losses while a file is written: a count, the first example and the reason for each field."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], tuple[int, str]] = {}

    def add(self, field: str, example: Any = "", reason: str = "", *, count: int = 1) -> None:
        """Note that `field` held something that is not in the file."""
        known = self._found.get((field, reason))
        if known:
            self._found[field, reason] = (known[0] + count, known[1])
        else:
            self._found[field, reason] = (count, _shown(example))

    def add_held(self, value: Any, fields: tuple[str, ...], prefix: str, reason: str = "") -> None:
        """Note each of `fields` that holds something on `value`."""
        for field in fields:
            held = getattr(value, field)
            if held or held == 0:
                self.add(f"{prefix}.{field}", held, reason)

    def remark(self, field: str, example: str, reason: str) -> None:
        """Say which choice was made; not a loss."""
        self._found[field, reason] = (0, example)

    def found(self) -> tuple[Loss, ...]:
        """The losses in the order they were first met."""
        return tuple(
            Loss(field=field, count=count, example=example, reason=reason)
            for (field, reason), (count, example) in self._found.items()
        )


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        value = ", ".join(f"{key}={held}" for key, held in value.items())
    elif isinstance(value, tuple):
        value = ", ".join(str(one) for one in value)
    text = str(value)
    return text if len(text) <= 80 else text[:79] + "…"
