"""A list of concepts or units that can be opened, with each text in its own language."""

from termbase.ui.components.rows.rows import Line, Row, rows

__all__ = ["Line", "Row", "rows"]
