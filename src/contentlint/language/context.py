"""What the rest of a document says about a word in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final
from unicodedata import is_normalized

from contentlint.language.detect import FUNCTION_WORDS
from contentlint.language.tokens import CHUNKS, Token, chunks, sentences

_AROUND: Final = 20
"""How many words on each side tell the language of a sentence."""


def _bare(word: str) -> str:
    """Return a word without the ’s of a possessive."""
    return word.removesuffix("'s").removesuffix("’s")


class DocumentWords:
    """The words of a document, looked for when something is asked of them.

    Args:
        texts: the prose of the document.
    """

    __slots__ = ("_counts", "_inside", "_is_composed", "_lower", "_text", "_texts")

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts: Final = texts
        self._text: Final = "\n".join(texts)
        self._lower: Final = self._text.lower()
        # Words have their accents composed. A text that has not must be read, for they do not stand in it as they are.
        self._is_composed: Final = self._text.isascii() or is_normalized("NFC", self._text)
        self._counts: Counter[str] | None = None
        self._inside: Final[dict[str, bool]] = {}

    def times(self, word: str) -> int:
        """Return how often the document has a word, whatever its capitals there.

        Args:
            word: a word that it has, in lower case.
        """
        if self._is_composed and self._lower.count(word) == 1:
            return 1
        if self._counts is None:
            self._counts = Counter()
            for chunk, times in Counter(chunks(self._text)).items():
                for found in CHUNKS[chunk][0]:
                    self._counts[found[0].lower()] += times
        return self._counts[word]

    def has_inside(self, word: str) -> bool:
        """Whether the document has a word with a capital, or a possessive of it, inside a sentence."""
        known = self._inside.get(word)
        if known is None:
            known = self._inside[word] = word[:1].isupper() and any(
                not token.opens and word in (token.text, _bare(token.text))
                for text in self._texts_with(word)
                for sentence in sentences(text)
                for token in sentence.tokens
            )
        return known

    def _texts_with(self, word: str) -> Sequence[str]:
        if not self._is_composed:
            return self._texts
        return [text for text in self._texts if word in text] if word in self._text else ()


class Context:
    """Where a word stands; what it tells is worked out when it is asked.

    Args:
        document: the words of the document.
        tokens: those of the sentence.
        place: the index of the word among them.

    Attributes:
        opens: whether it begins a sentence, so that its capital says nothing.
    """

    __slots__ = ("_document", "_function_words", "_place", "_tokens", "opens")

    def __init__(self, document: DocumentWords, tokens: Sequence[Token], place: int) -> None:
        self._document: Final = document
        self._tokens: Final = tokens
        self._place: Final = place
        self.opens: Final = tokens[place].opens
        self._function_words: Mapping[str, int] | None = None

    @property
    def times(self) -> int:
        """How often the document has the word, whatever its capitals."""
        return self._document.times(self._tokens[self._place].text.lower())

    @property
    def capital_inside(self) -> bool:
        """Whether the document writes it with a capital inside a sentence."""
        return self._document.has_inside(self._tokens[self._place].text)

    @property
    def is_name(self) -> bool:
        """Whether the document writes it, or what it is a possessive of, as a name or in capitals inside a sentence."""
        bare = _bare(self._tokens[self._place].text)
        return any(map(self._document.has_inside, (bare, bare[:1].upper() + bare[1:], bare.upper())))

    @property
    def before(self) -> str:
        """The word before it in the sentence; empty for the first."""
        return self._tokens[self._place - 1].text if self._place else ""

    @property
    def after(self) -> str:
        """The word behind it; empty for the last."""
        return self._tokens[self._place + 1].text if self._place + 1 < len(self._tokens) else ""

    @property
    def sentence(self) -> tuple[str, ...]:
        """The words of the sentence, at most twenty on each side."""
        place = self._place
        return tuple(token.text for token in self._tokens[max(0, place - _AROUND) : place + _AROUND + 1])

    @property
    def function_words(self) -> Mapping[str, int]:
        """How many little words of each language stand around it."""
        if self._function_words is None:
            lower = [word.lower() for word in self.sentence]
            self._function_words = {
                language: sum(map(known.__contains__, lower)) for language, known in FUNCTION_WORDS.items()
            }
        return self._function_words

    def is_foreign(self, language: str) -> bool:
        """Whether the sentence is in another language than it should be, by its little words."""
        counts = self.function_words
        own = counts.get(language, 0)
        return any(count >= 2 and count > own for other, count in counts.items() if other != language)
