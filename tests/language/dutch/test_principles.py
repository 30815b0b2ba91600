"""Sentences of our own with one mistake each: what is found for certain, and that the right sentence is left alone.

A line of ``principles/*.txt`` holds a sentence with ``[as it was written>as it should be]``; a line without brackets is right
as it stands; ``#`` begins a topic. They are kept apart from the texts that the weights were set on.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from contentlint.language import Piece, SpellChecker
from contentlint.language.grammar.check import check_grammar

FOLDER = Path(__file__).parent / "principles"
_MARKED = re.compile(r"\[([^>\]]*)>([^\]]*)\]")


class Case(NamedTuple):
    """A sentence: with its mistake, without it, and where the mistake stands; ``start`` is -1 when there is none."""

    wrong: str
    right: str
    start: int
    end: int


class Found(NamedTuple):
    """A report at a place, and what the sentence is with its first suggestion."""

    start: int
    end: int
    certain: bool
    mended: str


def cases(name: str) -> list[Case]:
    found = []
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            mark = _MARKED.search(line)
            wrong, right = _MARKED.sub(r"\1", line), _MARKED.sub(r"\2", line)
            found.append(
                Case(wrong, right, mark.start(), mark.start() + len(mark[1])) if mark else Case(right, right, -1, -1)
            )
    return found


def reports(sentence: str) -> list[Found]:
    piece = [Piece(sentence, "nl")]
    found = [(one.start, one.end, one.is_certain, one.suggestions) for one in SpellChecker().check(piece)]
    found += [(one.start, one.end, one.certain, one.replacements) for one in check_grammar(piece)]
    return [
        Found(start, end, certain, sentence[:start] + (meant[0] if meant else "") + sentence[end:])
        for start, end, certain, meant in found
    ]


@cache
def counted(name: str) -> tuple[float, float, float]:
    """Return which share of the mistakes is found, found for certain, and mended by the first suggestion."""
    mistakes = [case for case in cases(name) if case.start >= 0]
    found = certain = mended = 0
    for case in mistakes:
        here = [one for one in reports(case.wrong) if one.start < case.end and case.start < one.end]
        found += bool(here)
        certain += any(one.certain for one in here)
        mended += any(one.mended == case.right for one in here)
    return found / len(mistakes), certain / len(mistakes), mended / len(mistakes)


@pytest.mark.parametrize("name", ["spelling", "grammar"])
def test_right_sentences_are_left_alone(name: str) -> None:
    assert [case.right for case in cases(name) if reports(case.right)] == []


def test_spelling_mistakes_are_found() -> None:
    found, certain, mended = counted("spelling")
    assert found >= 0.98
    assert certain >= 0.80
    assert mended >= 0.94


def test_grammar_mistakes_are_found() -> None:
    found, certain, mended = counted("grammar")
    assert found >= 0.85
    assert certain >= 0.50
    assert mended >= 0.82
