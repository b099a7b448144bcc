"""termbase: terminology and translation memory for teams that answer customers in many languages."""

__version__ = "0.1.0"
