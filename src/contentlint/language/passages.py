"""In which language a sentence, or what is quoted in it, is, when it may be in another than the text around it."""

from __future__ import annotations

import re
from typing import Final

from contentlint.language.detect import FUNCTION_WORDS, UNSPELLED_FUNCTION_WORDS
from contentlint.language.packs import LanguagePack, language_pack
from contentlint.language.tokens import Sentence

_FEWEST: Final = 5
"""A passage of fewer words is a phrase that the language around it has borrowed."""
_MOST: Final = 60
"""How many words of a sentence are looked at."""
_TELLING: Final = 2
_TELLING_UNSPELLED: Final = 3
"""How many little words show that a sentence is in a language; in one without a dictionary it cannot be confirmed."""
_ANY_UNSPELLED: Final = frozenset().union(*UNSPELLED_FUNCTION_WORDS.values())

QUOTATION: Final = re.compile(r"“[^“”]+”|„[^„”“]+[”“]|«[^«»]+»|(?<!\w)\"[^\"]+\"|(?<!\w)‘[^‘]+?’(?!\w)")
"""What stands between quotation marks, the marks included."""

Passage = tuple[Sentence, LanguagePack | None]
"""A part of a sentence with what to check it with; None for one in no language that we can spell."""


def passages(sentence: Sentence, text: str, own: LanguagePack) -> list[Passage]:
    """Return the parts of a sentence: what it quotes in another language, and the rest of it.

    Args:
        sentence: the sentence.
        text: the piece of prose that it stands in.
        own: the language that the text around it is in.
    """
    found: list[Passage] = []
    rest = sentence.tokens
    if len(rest) > _FEWEST:
        for match in QUOTATION.finditer(text, sentence.start, sentence.end):
            start, end = match.span()
            quoted = Sentence(start, end, tuple(token for token in rest if start <= token.start < end))
            if len(quoted.tokens) < len(rest) and (pack := pack_for(quoted, own)) is not own:
                found.append((quoted, pack))
                rest = tuple(token for token in rest if not start <= token.start < end)
    remaining = Sentence(sentence.start, sentence.end, rest)
    return [*found, (remaining, pack_for(remaining, own))]


def pack_for(sentence: Sentence, own: LanguagePack) -> LanguagePack | None:
    """Return what to check a sentence with; None for one in no language that we can spell.

    Args:
        sentence: the sentence.
        own: the language that the text around it is in.
    """
    words = [token.text for token in sentence.tokens[:_MOST]]
    if len(words) < _FEWEST:
        return own
    lower = [word.lower() for word in words]
    little = _count(lower, FUNCTION_WORDS.get(own.language, frozenset()))
    if not _ANY_UNSPELLED.isdisjoint(lower):
        for unspelled in UNSPELLED_FUNCTION_WORDS.values():
            if (count := _count(lower, unspelled)) >= _TELLING_UNSPELLED and count > little:
                return None
    plain = [word for token, word in zip(sentence.tokens, words, strict=False) if token.opens or word[0].islower()]
    if len(plain) < _FEWEST:
        return own
    accepted = sum(map(own.accepts, plain))
    best, best_accepted = own, accepted
    if 2 * accepted < len(plain) or any(_speaks(lower, tag, little) for tag in FUNCTION_WORDS if tag != own.language):
        for tag in FUNCTION_WORDS:
            other = language_pack(tag) if tag != own.language else None
            if other is not None and (count := sum(map(other.accepts, plain))) > best_accepted:
                best, best_accepted = other, count
    if 2 * best_accepted < len(plain):
        return None
    return best if best is own or _speaks(lower, best.language, little) else own


def _count(lower: list[str], little: frozenset[str]) -> int:
    """Return how many of some words are among the little words of a language."""
    return sum(map(little.__contains__, lower))


def _speaks(lower: list[str], language: str, own: int) -> bool:
    """Whether words have the little words of a language, and more of them than of their own."""
    count = _count(lower, FUNCTION_WORDS[language])
    return count >= _TELLING and count > own
