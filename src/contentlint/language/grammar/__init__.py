"""Mistakes that are words themselves: verb forms, split compounds, split words, repeated words."""

from contentlint.language.grammar.check import check_grammar
from contentlint.language.grammar.findings import GrammarFinding, Topic

__all__ = ["GrammarFinding", "Topic", "check_grammar"]
