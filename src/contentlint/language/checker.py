"""Checks the spelling of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from contentlint.language.context import DocumentWords
from contentlint.language.findings import Finding, Level, Piece, Reason
from contentlint.language.packs import LanguagePack, Verdict, language_pack
from contentlint.language.passages import passages
from contentlint.language.tokens import Sentence, Token
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
        """Yield what is wrong, in order.

        Prose in a language without a dictionary is passed over. A sentence that is in another language than its piece, or a
        passage that it quotes, is checked in that language.
        """
        document = DocumentWords(pieces)
        for index, piece in enumerate(pieces):
            pack = language_pack(piece.language)
            if pack is None:
                continue
            for sentence in document.sentences[index]:
                if any(not self._is_right(token.text, pack) for token in sentence.tokens):
                    yield from self._check_sentence(sentence, index, pack, document)

    def _check_sentence(
        self, sentence: Sentence, index: int, own: LanguagePack, document: DocumentWords
    ) -> list[Finding]:
        found = []
        for passage, pack in passages(sentence, document.pieces[index].text, own):
            for place, token in enumerate(passage.tokens):
                word = token.text
                if pack is None or self._is_right(word, pack):
                    continue
                listed = self._words.spelling_of(word)
                verdict = (
                    Verdict(Level.CAPITAL, Reason.CAPITAL, (listed,), 0.0)
                    if listed
                    else pack.judge(word, document.context(passage, place))
                )
                if verdict is not None and not (
                    verdict.level in _UNSURE and _is_in_path(document.pieces[index].text, token)
                ):
                    found.append(Finding(index, token.start, token.end, word, *verdict))
        return sorted(found, key=lambda finding: finding.start)

    def _is_right(self, word: str, pack: LanguagePack) -> bool:
        return pack.accepts(word) or _is_accepted(word, self._accepted_in(pack), pack)

    def accepts(self, word: str, language: str) -> bool:
        """Whether the dictionary of a language or the list knows a word; never without a dictionary."""
        pack = language_pack(language)
        return pack is not None and self._is_right(word, pack)

    def _accepted_in(self, pack: LanguagePack) -> frozenset[str]:
        accepted = self._accepted.get(pack.language)
        if accepted is None:
            accepted = self._accepted[pack.language] = self._words.forms(pack.language, pack.accepts)
        return accepted


_SHORTEST_PART: Final = 3
_UNSURE: Final = (Level.UNKNOWN, Level.CAPITAL)


def _is_in_path(text: str, token: Token) -> bool:
    """Whether a word in lower case has a slash right beside it: *gohugoio/hugo* is the name of a repository, or a path."""
    beside = text[token.end : token.end + 2], text[max(token.start - 2, 0) : token.start][::-1]
    return token.text.islower() and any(side[:1] == "/" and side[1:].islower() for side in beside)


def _is_accepted(word: str, accepted: frozenset[str], pack: LanguagePack) -> bool:
    """Whether a word is on the list, at the begin of a sentence or in capitals too, or made of listed and known words."""
    if not accepted:
        return False
    whole = word.replace("’", "'")
    plain = whole.removesuffix("'s")
    forms = {whole, plain, plain.lower(), plain[:1].lower() + plain[1:]}
    if plain.isupper():
        forms.add(plain.capitalize())
    if not forms.isdisjoint(accepted):
        return True
    parts = plain.split("-")
    if len(parts) > 1:
        return not accepted.isdisjoint(parts) and all(part in accepted or pack.accepts(part) for part in parts)
    if not pack.joins_words:
        return False
    for place in range(_SHORTEST_PART, len(plain) - _SHORTEST_PART + 1):
        left, right = plain[:place], plain[place:]
        if (left in accepted or left.lower() in accepted) and (pack.accepts(right) or right in accepted):
            return True
        if right in accepted and pack.accepts(left):
            return True
    return False
