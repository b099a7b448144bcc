"""Literal renderings: how a word-for-word translator would have put a term.

glosses.py     what each part of a term is rendered as: our own tables in data/, and a dictionary where one is installed
derivation.py  from the parts of a term to the wordings they make together
finding.py     those wordings found in a draft, and the best of them proposed to a curator
place.py       which words of a draft stand where a term should

Everything is derived for one term when a source text holds it, and cached; never for a whole base.
"""

from termbase.literals.derivation import renderings
from termbase.literals.finding import example_of, find_rendering, propose
from termbase.literals.glosses import has_dictionary, pairs

__all__ = ["example_of", "find_rendering", "has_dictionary", "pairs", "propose", "renderings"]
