"""Mistakes that are words themselves: verb forms, split compounds, split words, repeated words.

``check.check_grammar`` runs all checks; it is imported where it is needed, for it loads the tables of Dutch.
"""

from contentlint.language.grammar.findings import GrammarFinding, Topic

__all__ = ["GrammarFinding", "Topic"]
