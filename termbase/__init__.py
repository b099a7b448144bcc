"""termbase: terminology and translation memory for teams that answer customers in many languages.

The names below are what a program needs to check a draft; they bring no database and no browser with them.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from termbase.checks import run
    from termbase.errors import TermbaseError
    from termbase.matching import Glossary
    from termbase.model import Concept, Draft, Finding, Reason, Severity, Status, Term, Unit, Variant

__version__ = "0.1.0"

__all__ = [
    "Concept",
    "Draft",
    "Finding",
    "Glossary",
    "Reason",
    "Severity",
    "Status",
    "Term",
    "TermbaseError",
    "Unit",
    "Variant",
    "__version__",
    "run",
]

_HOMES = {"run": "termbase.checks", "Glossary": "termbase.matching", "TermbaseError": "termbase.errors"}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for, so that `import termbase` costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'termbase' has no attribute '{name}'")
    import importlib

    return getattr(importlib.import_module(_HOMES.get(name, "termbase.model")), name)
