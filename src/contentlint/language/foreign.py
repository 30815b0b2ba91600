"""Finds passages in another language than the text around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from contentlint.language.detect import FUNCTION_WORDS, UNSPELLED_FUNCTION_WORDS
from contentlint.language.memo import Memo
from contentlint.language.packs import language_pack
from contentlint.language.passages import QUOTATION
from contentlint.language.tokens import CHUNKS, Sentence, Token, chunks, read_sentence, sentence_ranges
from contentlint.text.records import NamedTuple

_LITTLE: Final[Mapping[str, frozenset[str]]] = {**UNSPELLED_FUNCTION_WORDS, **FUNCTION_WORDS}
_ENOUGH: Final = 3
"""How many little words of a language a passage must have."""
_SHARE: Final = 6
"""One word in this many must be a little one."""
_MOST: Final = 60
"""How many words of a passage are looked at."""
_PLACEHOLDER: Final = frozenset(("lorem", "ipsum"))


class ForeignPassage(NamedTuple):
    """A passage in another language.

    Attributes:
        start: its offset in the text.
        end: the offset behind it.
        language: the tag of its language.
        words: how many words it has.
    """

    start: int
    end: int
    language: str
    words: int


def foreign_passages(text: str, own: str, fewest: int) -> Sequence[ForeignPassage]:
    """Return the passages of a piece of prose that are in another language than its own.

    Sentences that follow each other in one language are one passage; what a sentence quotes is a passage of its own.

    Args:
        text: the prose.
        own: the tag of its language, which must be one whose spelling is checked; otherwise nothing is found.
        fewest: how many words a passage has at least.
    """
    if own not in FUNCTION_WORDS:
        return ()
    # Most prose has hardly a little word of another language, and need not be cut into sentences.
    lower = text.lower().split()
    if len(lower) < fewest or sum(map(_others(own).__contains__, lower)) < _ENOUGH - 1:
        return ()
    if sum(map(_hits(own).__getitem__, chunks(text))) < _ENOUGH:
        return ()
    return [passage for passage in _passages(text, own) if passage.words >= fewest]


def _passages(text: str, own: str) -> Iterator[ForeignPassage]:
    hits = _hits(own)
    open_passage: ForeignPassage | None = None
    for start, end in sentence_ranges(text):
        found: ForeignPassage | None = None
        quotations: Iterator[ForeignPassage] = iter(())
        if sum(map(hits.__getitem__, chunks(text[start:end]))) >= _ENOUGH:
            sentence = read_sentence(text, start, end)
            tokens = sentence.tokens
            if language := _language_of(tokens, own):
                found = ForeignPassage(tokens[0].start, tokens[-1].end, language, len(tokens))
            else:
                quotations = _quotations(text, sentence, own)
        if found is not None and open_passage is not None and open_passage.language == found.language:
            open_passage = open_passage._replace(end=found.end, words=open_passage.words + found.words)
            continue
        if open_passage is not None:
            yield open_passage
        open_passage = found
        yield from quotations
    if open_passage is not None:
        yield open_passage


@cache
def _others(own: str) -> frozenset[str]:
    """Return the little words of other languages that a language does not have."""
    return frozenset().union(*_LITTLE.values()) - _LITTLE[own]


@cache
def _hits(own: str) -> Memo[int]:
    """Return how many of them the words of each chunk are."""
    others = _others(own)
    return Memo(lambda chunk: sum(word[0].lower() in others for word in CHUNKS[chunk][0]))


def _quotations(text: str, sentence: Sentence, own: str) -> Iterator[ForeignPassage]:
    for match in QUOTATION.finditer(text, sentence.start, sentence.end):
        tokens = [token for token in sentence.tokens if match.start() <= token.start < match.end()]
        if language := _language_of(tokens, own):
            yield ForeignPassage(match.start() + 1, match.end() - 1, language, len(tokens))


def _language_of(tokens: Sequence[Token], own: str) -> str:
    """Return the tag of the language that words are in when it is surely not their own; else an empty string."""
    words = [token.text.lower() for token in tokens[:_MOST]]
    if len(words) < _ENOUGH or not _PLACEHOLDER.isdisjoint(words):
        return ""
    known = _LITTLE[own]
    scores = {
        language: sum(word in little and word not in known for word in words)
        for language, little in _LITTLE.items()
        if language != own
    }
    best = max(scores, key=lambda language: scores[language])
    count = scores[best]
    # Languages that are as likely as each other are some third one, such as the Latin of a sample text.
    if count < _ENOUGH or count * _SHARE < len(words) or [*scores.values()].count(count) > 1:
        return ""
    if 3 * sum(word in known and word not in _LITTLE[best] for word in words) >= count:
        return ""
    return best if _dictionaries_agree(tokens, own, best) else ""


def _dictionaries_agree(tokens: Sequence[Token], own: str, best: str) -> bool:
    """Whether the dictionaries know more of the words in the other language than in their own, names left out."""
    plain = [token.text for token in tokens[:_MOST] if token.opens or token.text[0].islower()]
    mine, other = language_pack(own), language_pack(best)
    if mine is None or not plain:
        return False
    if other is None:
        # The little words of other languages stand in our dictionaries, as parts of what has been borrowed.
        telling = [word for word in plain if word.lower() not in _LITTLE[best]]
        return 2 * sum(map(mine.accepts, telling)) <= len(telling)
    accepted = sum(map(mine.accepts, plain))
    theirs = sum(map(other.accepts, plain))
    return theirs > accepted and 10 * theirs >= 7 * len(plain)
