"""What the rest of a document says about a word in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from contentlint.language.detect import FUNCTION_WORDS
from contentlint.language.findings import Piece
from contentlint.language.tokens import Sentence, Token, sentences

_AROUND: Final = 20
"""How many words on each side tell the language of a sentence."""


class Context(NamedTuple):
    """Where a word stands.

    Attributes:
        opens: whether it begins a sentence, so that its capital says nothing.
        times: how often the document has the word, whatever its capitals.
        capital_inside: whether the document writes it with a capital inside a sentence.
        is_name: whether the document writes it, or what it is a possessive of, as a name or in capitals inside a sentence.
        before: the word before it in the sentence; empty for the first.
        after: the word behind it; empty for the last.
        function_words: how many little words of each language stand around it.
        sentence: the words of the sentence, at most twenty on each side.
    """

    opens: bool
    times: int
    capital_inside: bool
    is_name: bool
    before: str
    after: str
    function_words: Mapping[str, int]
    sentence: tuple[str, ...]

    def is_foreign(self, language: str) -> bool:
        """Whether the sentence is in another language than it should be, by its little words."""
        own = self.function_words.get(language, 0)
        return any(count >= 2 and count > own for other, count in self.function_words.items() if other != language)


def _bare(word: str) -> str:
    """Return a word without the ’s of a possessive."""
    return word.removesuffix("'s").removesuffix("’s")


class DocumentWords:
    """The words of a document in their sentences.

    Args:
        pieces: the prose of the document.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces: Final = pieces
        self.sentences: Final = [sentences(piece.text) for piece in pieces]
        self._counts: Final[Counter[str]] = Counter()
        self._inside: Final[set[str]] = set()
        for found in self.sentences:
            for sentence in found:
                for token in sentence.tokens:
                    self._counts[token.text.lower()] += 1
                    if not token.opens and token.text[0].isupper():
                        self._inside.update((token.text, _bare(token.text)))

    def _is_name(self, word: str) -> bool:
        bare = _bare(word)
        return not self._inside.isdisjoint((bare, bare[:1].upper() + bare[1:], bare.upper()))

    def context(self, sentence: Sentence, place: int) -> Context:
        """Return the context of the word at an index in a sentence."""
        tokens = sentence.tokens
        token: Token = tokens[place]
        around = tuple(other.text for other in tokens[max(0, place - _AROUND) : place + _AROUND + 1])
        lower = [word.lower() for word in around]
        return Context(
            opens=token.opens,
            times=self._counts[token.text.lower()],
            capital_inside=token.text in self._inside,
            is_name=self._is_name(token.text),
            before=tokens[place - 1].text if place else "",
            after=tokens[place + 1].text if place + 1 < len(tokens) else "",
            function_words={
                language: sum(word in known for word in lower) for language, known in FUNCTION_WORDS.items()
            },
            sentence=around,
        )
