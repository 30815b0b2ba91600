"""Checks the spelling of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from contentlint.language.context import DocumentWords
from contentlint.language.findings import Finding, Piece
from contentlint.language.packs import language_pack
from contentlint.language.words import WordList


class SpellChecker:
    """Finds the spelling mistakes of documents.

    Args:
        words: words that editors accept, of the site and of the page.
    """

    __slots__ = ("_accepted", "_words")

    def __init__(self, words: WordList | None = None) -> None:
        self._words: Final = words or WordList()
        self._accepted: Final[dict[str, frozenset[str]]] = {}

    def check(self, pieces: Sequence[Piece]) -> Iterator[Finding]:
        """Yield what is wrong, in order. Prose in a language without a dictionary is passed over."""
        document = DocumentWords(pieces)
        for index, piece in enumerate(pieces):
            pack = language_pack(piece.language)
            if pack is None:
                continue
            accepted = self._accepted.get(pack.language)
            if accepted is None:
                accepted = self._accepted[pack.language] = self._words.forms(pack.language, pack.accepts)
            for sentence in document.sentences[index]:
                for place, token in enumerate(sentence.tokens):
                    word = token.text
                    if pack.accepts(word) or self._is_accepted(word, accepted):
                        continue
                    verdict = pack.judge(word, document.context(sentence, place))
                    if verdict is not None:
                        yield Finding(index, token.start, token.end, word, *verdict)

    @staticmethod
    def _is_accepted(word: str, accepted: frozenset[str]) -> bool:
        if not accepted:
            return False
        plain = word.replace("’", "'")
        return (
            plain in accepted
            or plain.lower() in accepted
            or (plain[:1].isupper() and plain[:1].lower() + plain[1:] in accepted)
            or ("-" in plain and all(part in accepted for part in plain.split("-")))
        )
