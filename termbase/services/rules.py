"""What must be true of a concept before it is kept: the model's rules, and patterns that can be read."""

from __future__ import annotations

from termbase.errors import Invalid
from termbase.matching import check_pattern
from termbase.model import Concept
from termbase.model_rules import validate_concept


def check_concept(concept: Concept) -> None:
    """Raise `Invalid` with a sentence that names the term and what is wrong with it."""
    validate_concept(concept)
    for term in concept.terms:
        for pattern in (term.pattern, *term.unless):
            if pattern:
                try:
                    check_pattern(pattern)
                except Invalid as error:
                    raise Invalid(f"{term.lang} '{term.text}': {error}") from error
