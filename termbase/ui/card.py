"""What a page says about itself; the menu is built from these."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Card:
    """A page's place in the menu. A module of this package with a `PAGE` and a `render()` is a page."""

    title: str
    """In English; the menu translates it."""
    path: str
    """The last part of its address."""
    icon: str
    """A Material symbol; the font comes with Streamlit."""
    order: int
    """Where it stands in the menu; the lowest is what people see first."""
