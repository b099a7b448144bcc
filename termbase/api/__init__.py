"""HTTP: checking a draft, looking into the memory, reading concepts. `api(where)` makes the FastAPI application."""

from termbase.api.application import api

__all__ = ["api"]
