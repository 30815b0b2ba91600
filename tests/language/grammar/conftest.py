"""Small ways to ask the grammar checks about one text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contentlint.language import Piece
from contentlint.language.grammar import GrammarFinding, Topic
from contentlint.language.grammar.check import check_grammar

Found = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def found() -> Found:
    """Return a function that gives the reported words and their first replacements, of one topic."""

    def look(text: str, topic: Topic, kind: str = "paragraph", language: str = "nl") -> list[tuple[str, str]]:
        findings: list[GrammarFinding] = list(check_grammar([Piece(text, language, kind)]))
        return [(text[one.start : one.end], one.replacements[0]) for one in findings if one.topic is topic]

    return look
