"""Sentences and their words, as the grammar checks read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from contentlint.language.grammar.lexicon import Lexicon

_TOKEN = re.compile(r"['’‘][snt]\b|\d+(?:[.,:]\d+)+|\w(?:[\w'’.-]*\w)?|[^\w\s]")
LONGEST: Final = 250
"""The most tokens of one sentence. What is longer is no sentence but a list or a trap, and is cut."""

_ENDS = frozenset(".!?")
_CLOSERS = frozenset("\"'”’)]»*")


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


class Sentence:
    """The tokens of one sentence: words, numbers, punctuation and gaps.

    Attributes:
        words: the tokens as they are written.
        lower: the same in lower case, with a straight apostrophe.
        starts: where each begins in the text of its piece.
        ends: where each ends.
        forms: the kinds of form each can be, as bits of ``Form``.
    """

    __slots__ = ("ends", "forms", "lower", "starts", "words")

    def __init__(self, words: list[str], starts: list[int], ends: list[int], lexicon: Lexicon) -> None:
        self.words: Final = words
        self.starts: Final = starts
        self.ends: Final = ends
        lower = [*map(str.lower, words)]
        if "’" in "".join(words):
            lower = [word.replace("’", "'") for word in lower]
        self.lower: Final = lower
        self.forms: Final = [*map(lexicon.forms, lower)]

    def __len__(self) -> int:
        return len(self.words)

    def joined(self, index: int) -> bool:
        """Whether the token stands against the next one without a space between."""
        return index + 1 < len(self.words) and self.ends[index] == self.starts[index + 1]

    def at(self, index: int) -> str:
        """Return the token in lower case, or an empty string outside the sentence."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""


def sentences(text: str, lexicon: Lexicon) -> Iterator[Sentence]:
    """Yield the sentences of a text.

    A sentence ends at a full stop, question or exclamation mark before white space and something that is not a small
    letter.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    ended = False
    for match in _TOKEN.finditer(text):
        word = match[0]
        start, end = match.span()
        if ended:
            if start > ends[-1] and not word[0].islower():
                yield Sentence(words, starts, ends, lexicon)
                words, starts, ends = [], [], []
                ended = False
            elif word not in _CLOSERS:
                ended = False
        if len(words) == LONGEST:
            yield Sentence(words, starts, ends, lexicon)
            words, starts, ends = [], [], []
        if word in _ENDS:
            ended = True
        words.append(word)
        starts.append(start)
        ends.append(end)
    if words:
        yield Sentence(words, starts, ends, lexicon)
