"""What the grammar checks are given and what they give back."""

from __future__ import annotations

import enum

from contentlint.text.records import NamedTuple


class Topic(enum.Enum):
    """The mistakes that are told apart; each is one rule."""

    VERB_FORM = "verb-form"
    COMPOUND_SPLIT = "compound-split"
    WORD_CONFUSED = "word-confused"
    WORD_REPEATED = "word-repeated"
    WORD_SPLIT = "word-split"


class GrammarFinding(NamedTuple):
    """A mistake in a piece.

    Attributes:
        piece: which of the given pieces, counted from 0.
        start: offset in the piece's text.
        end: offset behind it.
        topic: what kind of mistake.
        reason: a key that tells the rule which explanation fits.
        replacements: texts that could stand there, best first.
        certain: whether it is a mistake beyond reasonable doubt.
    """

    piece: int
    start: int
    end: int
    topic: Topic
    reason: str
    replacements: tuple[str, ...]
    certain: bool
