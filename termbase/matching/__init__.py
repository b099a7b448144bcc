"""Finding terms in text.

folding.py    comparing texts regardless of case, width, quotes and script, with the way back to the caller's text
pattern.py    the notation of terms: alternatives, optional words, gaps
words.py      the index for languages that divide words by blanks: a trie over dictionary forms
characters.py the index for those that do not: an Aho–Corasick automaton over characters
segmenting.py which Chinese hits cut words in half (with the extra `zh`)
glossary.py   all terms of a base, read against a text
wording.py    whether a text says a term in any form at all
prose.py      which parts of a draft are its own words, and where its sentences are
screening.py  which terms can occur in a text at all, for a process that reads one draft
quick.py      regular expressions that skip over text where they cannot begin
quantities.py numbers, dates and times in a text
positions.py  code points ↔ UTF-16
"""

from termbase.matching.glossary import Glossary, Occurrence
from termbase.matching.pattern import check_pattern
from termbase.matching.prose import own_words, sentences

__all__ = ["Glossary", "Occurrence", "check_pattern", "own_words", "sentences"]
