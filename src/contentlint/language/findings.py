"""What the spelling check takes and what it finds."""

from __future__ import annotations

import enum
from typing import Final

from contentlint.text.records import NamedTuple

CERTAIN: Final = 1.0
"""The weight of evidence from which a word is certainly wrong."""


class Piece(NamedTuple):
    """A piece of prose in one language.

    Attributes:
        text: the prose; U+FFFC stands for what is no words.
        language: a language tag such as ``nl`` or ``en-GB``.
        kind: what it is in the document: ``paragraph``, ``heading``, ``cell``, …
    """

    text: str
    language: str
    kind: str = "paragraph"


class Level(enum.Enum):
    """How sure a finding is, and of what sort."""

    MISTAKE = "mistake"
    """Certainly wrong."""
    UNKNOWN = "unknown"
    """Known to no list; maybe right."""
    COMPOUND = "compound"
    """Parts that are right, joined wrongly."""
    CAPITAL = "capital"
    """Right but for its capitals."""


class Reason(enum.Enum):
    """Why a word is reported."""

    UNKNOWN = "unknown"
    """No list knows it."""
    NEAR = "near"
    """No list knows it, and a frequent word is near."""
    LISTED_WRONG = "listed-wrong"
    """The dictionary lists it as wrong."""
    ACCENT = "accent"
    """Only the accents differ from an existing word."""
    PARTICIPLE = "participle"
    """A past participle with the wrong one of d and t."""
    ENGLISH_PARTICIPLE = "english-participle"
    """A verb from English, conjugated the English way between ge- and -ed."""
    PLURAL = "plural"
    """A plural with the apostrophe wrong."""
    LINKING_S = "linking-s"
    """A compound without the s that joins its parts."""
    LINKING_N = "linking-n"
    """A compound with -e- where -en- joins its parts, or the reverse."""
    HYPHEN_NEEDLESS = "hyphen-needless"
    """A compound with a hyphen that it does not need."""
    HYPHEN_MISSING = "hyphen-missing"
    """A compound without the hyphen that it needs."""
    SPLIT = "split"
    """Two words written as one."""
    CAPITAL = "capital"
    """Only the capitals differ from an existing word."""


class Finding(NamedTuple):
    """A word that is reported.

    Attributes:
        piece: the index of the piece it stands in.
        start: its offset in the piece.
        end: the offset behind it.
        word: the word as it stands.
        level: how sure the finding is, and of what sort.
        reason: why it is reported.
        suggestions: what may have been meant, likeliest first.
        certainty: the weighted sum of the evidence; there is no doubt from ``CERTAIN`` on.
    """

    piece: int
    start: int
    end: int
    word: str
    level: Level
    reason: Reason
    suggestions: tuple[str, ...]
    certainty: float

    @property
    def is_certain(self) -> bool:
        """Whether there is no doubt that the word is wrong."""
        return self.certainty >= CERTAIN
