"""Sentences and syllables, for measuring how hard a text is to read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from contentlint.language.memo import Memo
from contentlint.text.records import NamedTuple

_WORD: Final = re.compile(r"[^\W_\ufffc]+(?:['’.,-][^\W_\ufffc]+)*|\ufffc")
_END: Final = re.compile(r"[.!?…]++[\"'’”)\]]*+(?=\s++[\"'‘“(\[]*+[^\W_a-zà-ÿ]|\s++\ufffc|\s*\Z)")
_ABBREVIATION: Final = re.compile(
    r"(?:\b[^\W\d_]|\.[^\W\d_]+|\b(?:art|bijv|blz|bv|ca|cf|dhr|dr|drs|e\.g|etc|fig|i\.e|ing|ir|jr|max|mevr|min|mr|mrs|ms|mw"
    r"|nr|no|par|prof|sr|st|vgl|vol|vs|zgn))\.\Z",
    re.IGNORECASE,
)
_LONGEST_ABBREVIATION: Final = 8


class WrittenSentence(NamedTuple):
    """A sentence as a reader counts them: from a capital to the sign that ends it.

    Attributes:
        start: the offset of its first character.
        end: the offset behind its last.
        words: how many words it has; what is no words (code, a formula) counts as one.
        ended: whether a sign ends it, so that it is no heading or fragment.
    """

    start: int
    end: int
    words: int
    ended: bool


def written_sentences(text: str) -> Iterator[WrittenSentence]:
    """Yield the sentences of a piece of prose; a colon or a semicolon ends none."""
    start = 0
    written = len(text.rstrip())
    for match in _END.finditer(text):
        dot = match.start() + 1
        if match[0] == "." and dot < written:
            before = text[max(start, dot - _LONGEST_ABBREVIATION) : dot]
            if _ABBREVIATION.search(before):
                continue
        yield _sentence(text, start, match.end(), ended=True)
        start = match.end()
    if text[start:].strip():
        yield _sentence(text, start, len(text), ended=False)


def _sentence(text: str, start: int, end: int, *, ended: bool) -> WrittenSentence:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return WrittenSentence(start, end, _count(text[start:end]), ended)


_IN_CHUNK: Final = Memo(lambda chunk: len(_WORD.findall(chunk)))
"""How many words each chunk of text without a space has."""


def _count(text: str) -> int:
    return sum(map(_IN_CHUNK.__getitem__, text.split()))


def word_starts(text: str, sentence: WrittenSentence) -> list[int]:
    """Return where the words of a sentence of a piece of prose begin, as offsets in the piece."""
    return [word.start() for word in _WORD.finditer(text, sentence.start, sentence.end)]


def may_have_words(text: str, words: int) -> bool:
    """Whether any sentence of a piece of prose can have more than so many words."""
    return len(text) > words and _count(text) > words


_VOWELS: Final[Mapping[str, re.Pattern[str]]] = {
    # Longest first: what is one sound to a Dutch reader. A letter with a trema begins a syllable of its own.
    "nl": re.compile(
        r"aai|ooi|oei|eeuw?|ieuw?|ouw|auw|aa|au|ee|ei|eu|ie|ij|oe|oo|ou|ui|uu|(?<!\b)y(?![aeiou])|[aeiouàáâäèéêëìíîïòóôöùúûü]"
    ),
    "en": re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]+"),
}
_SILENT: Final = re.compile(
    r"(?:(?<=[^aeiouyl])|(?<=[aeiou]l))e\Z|(?<=[^aeiouytd])ed\Z|(?:(?<=[^aeiouycgsxzl])|(?<=[aeiou]l))es\Z"
    r"|(?<=..[^aeiou]e)(?=ly\Z|ment\Z)"
)
_APART: Final = re.compile(r"i(?:a|um|ous)(?!l\b)|(?<![tscg])io|ua(?=l|t)|(?<=[aeo])ing\Z|ea(?=te|ti)|eo\b|eo(?=l|g)")


def syllables(word: str, language: str) -> int:
    """Return how many syllables a word has, nearly: by its vowels, and at least one.

    Args:
        word: a word of letters.
        language: ``nl`` or ``en``.
    """
    word = word.lower()
    count = len(_VOWELS[language].findall(word))
    if language == "en":
        count += len(_APART.findall(word))
        if count > 1 and _SILENT.search(word):
            count -= 1
    return max(count, 1)


class Readability(NamedTuple):
    """What a formula makes of a text.

    Attributes:
        words: how many words were counted.
        score: reading ease: about 0 for very hard, about 100 for very easy.
        sentence_length: words in a sentence, on average.
        syllables_per_word: on average.
    """

    words: int
    score: float
    sentence_length: float
    syllables_per_word: float


_LETTERS: Final = re.compile(r"[^\W\d_]+")
_FLESCH: Final = (206.835, 1.015, 84.6)
"""Rudolf Flesch, A new readability yardstick (1948): reading ease of English."""

_DOUMA: Final = (206.84, 0.93, 77.0)
"""W.H. Douma, De leesbaarheid van landbouwbladen (1960): the same for Dutch, with 0.77 for each syllable in 100 words."""


def readability(texts: Iterator[str], language: str) -> Readability | None:
    """Return the reading ease of running text by Flesch (English) or Flesch-Douma (Dutch).

    Args:
        texts: pieces of prose; only sentences with a sign at their end are counted.
        language: ``nl`` or ``en``.

    Returns:
        None when there is no sentence.
    """
    sentences = words = sounds = 0
    for text in texts:
        for sentence in written_sentences(text):
            if sentence.ended and (found := _LETTERS.findall(text, sentence.start, sentence.end)):
                sentences += 1
                words += len(found)
                sounds += sum(syllables(word, language) for word in found)
    if not sentences:
        return None
    base, by_length, by_sound = _DOUMA if language == "nl" else _FLESCH
    length, rate = words / sentences, sounds / words
    return Readability(words, base - by_length * length - by_sound * rate, length, rate)
