"""Mistakes that are words themselves: verb forms, split compounds, split words, repeated words.

``check.check_grammar`` runs all checks; what only Dutch needs (``dutch``) is loaded when a text is Dutch.
"""

from contentlint.language.grammar.findings import GrammarFinding, Topic

__all__ = ["GrammarFinding", "Topic"]
