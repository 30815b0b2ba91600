"""Checks the spelling of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from contentlint.language.context import Context, DocumentWords
from contentlint.language.findings import Finding, Level, Piece, Reason
from contentlint.language.memo import Memo
from contentlint.language.packs import LanguagePack, Verdict, language_pack
from contentlint.language.passages import passages
from contentlint.language.tokens import CHUNKS, Sentence, Token, chunks, read_sentence, sentence_ranges
from contentlint.language.words import WordList


class SpellChecker:
    """Finds the spelling mistakes of documents.

    Args:
        words: words that editors accept, of the site and of the page.
    """

    __slots__ = ("_listed", "_words")

    def __init__(self, words: WordList | None = None) -> None:
        self._words: Final = words or WordList()
        self._listed: Final[dict[str, Memo[bool]]] = {}

    def check(self, pieces: Sequence[Piece]) -> Iterator[Finding]:
        """Yield what is wrong, in order.

        Prose in a language without a dictionary is passed over. A sentence that is in another language than its piece, or a
        passage that it quotes, is checked in that language.
        """
        document: DocumentWords | None = None
        for index, piece in enumerate(pieces):
            pack = language_pack(piece.language)
            if pack is None:
                continue
            text = piece.text
            unknown = _unknown(pack)
            if not any(map(unknown.__getitem__, chunks(text))):
                continue
            for start, end in sentence_ranges(text):
                if self._may_be_wrong(text[start:end], unknown, pack):
                    document = document or DocumentWords([one.text for one in pieces])
                    sentence = read_sentence(text, start, end)
                    yield from self._check_sentence(sentence, index, text, pack, document)

    def _may_be_wrong(self, text: str, unknown: Memo[tuple[str, ...]], pack: LanguagePack) -> bool:
        found = filter(None, map(unknown.__getitem__, chunks(text)))
        return any(not self._is_listed(word, pack) for words in found for word in words)

    def _check_sentence(
        self, sentence: Sentence, index: int, text: str, own: LanguagePack, document: DocumentWords
    ) -> list[Finding]:
        found = []
        for passage, pack in passages(sentence, text, own):
            for place, token in enumerate(passage.tokens):
                word = token.text
                if pack is None or self._is_right(word, pack):
                    continue
                listed = self._words.spelling_of(word)
                verdict = (
                    Verdict(Level.CAPITAL, Reason.CAPITAL, (listed,), 0.0)
                    if listed
                    else pack.judge(word, Context(document, passage.tokens, place))
                )
                if verdict is not None and not (verdict.level in _UNSURE and _is_in_path(text, token)):
                    found.append(Finding(index, token.start, token.end, word, *verdict))
        return sorted(found, key=lambda finding: finding.start)

    def _is_right(self, word: str, pack: LanguagePack) -> bool:
        return pack.accepts(word) or self._is_listed(word, pack)

    def accepts(self, word: str, language: str) -> bool:
        """Whether the dictionary of a language or the list knows a word; never without a dictionary."""
        pack = language_pack(language)
        return pack is not None and self._is_right(word, pack)

    def _is_listed(self, word: str, pack: LanguagePack) -> bool:
        """Whether the list has a word, in the forms of a language."""
        if not self._words.words:
            return False
        listed = self._listed.get(pack.language)
        if listed is None:
            forms = self._words.forms(pack.language, pack.accepts)
            listed = self._listed[pack.language] = Memo(lambda word: _is_accepted(word, forms, pack))
        return listed[word]


@cache
def _unknown(pack: LanguagePack) -> Memo[tuple[str, ...]]:
    """Return the words of each chunk of text that a language does not accept."""
    accepts = pack.accepts
    return Memo(lambda chunk: tuple(word[0] for word in CHUNKS[chunk][0] if not accepts(word[0])))


_SHORTEST_PART: Final = 3
_UNSURE: Final = (Level.UNKNOWN, Level.CAPITAL)


def _is_in_path(text: str, token: Token) -> bool:
    """Whether a word in lower case has a slash right beside it: *gohugoio/hugo* is the name of a repository, or a path."""
    beside = text[token.end : token.end + 2], text[max(token.start - 2, 0) : token.start][::-1]
    return token.text.islower() and any(side[:1] == "/" and side[1:].islower() for side in beside)


def _is_accepted(word: str, accepted: frozenset[str], pack: LanguagePack) -> bool:
    """Whether a word is on the list, at the begin of a sentence or in capitals too, or made of listed and known words."""
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
