"""Everything about words: dictionaries, compounds, suggestions, verb forms."""

from contentlint.language.checker import SpellChecker
from contentlint.language.findings import Finding, Level, Piece, Reason
from contentlint.language.words import WordList

__all__ = ["Finding", "Level", "Piece", "Reason", "SpellChecker", "WordList"]
