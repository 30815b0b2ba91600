"""The slips of Dutch writers: letters written for each other, compounds with a wrong part or joint, words run together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from contentlint.language import flags as f
from contentlint.language.distance import sound_groups
from contentlint.language.dutch.dictionary import DutchDictionary
from contentlint.language.english import EnglishWords
from contentlint.language.sounds import without_accents
from contentlint.language.suggest import Candidate, SoundIndex, near_words

SOUNDS: Final = sound_groups(
    (
        "ei ij y", "au ou auw ouw", "g ch", "c k ck q", "cc kk", "ct kt", "c s ss", "s z sc", "f v ph", "d t dt", "i ie y", "u oe uu", "x ks cs",
        "t th", "sch s", "isch ies", "tie sie cie", "o oo eau", "sj sh ch", "w uw", "eu ue", "e ee", "a aa", "b p", "ng n",
        "iaal ieel", "iële ieele", "kw qu", "ieu iu",
    ),
    (("e", "en", 0.6), ("e", "er", 0.8), ("'s", "s", 0.3), ("s", "'s", 0.3), ("tt", "t", 0.45), ("dd", "d", 0.45), ("ons", "onts", 0.5), ("onz", "ontz", 0.5), ("ien", "ieën", 0.4), ("iele", "iële", 0.2)),
)  # fmt: skip
"""Spellings of one sound."""

KNOWN_SLIPS: Final = {
    "applaudis": "applaus", "burolamp": "bureaulamp", "gearanceerd": "gearrangeerd", "gearangeert": "gearrangeerd",
    "gearanseerd": "gearrangeerd", "sowiezo": "sowieso", "tegelijktijdig": "tegelijkertijd", "zoiezo": "sowieso", "zoizo": "sowieso",
    "zowieso": "sowieso", "zowiezo": "sowieso",
}  # fmt: skip
"""Words that are often written by ear, so far from their spelling that no letter-by-letter comparison finds it."""
_SHORTEST_PART: Final = 3
_JOINTS: Final = ("s", "en", "e", "n", "-")
_COMPOUND_LESS: Final = 2.2
"""What is taken from the frequency of the rarer part of a compound."""
_ENGLISH_LESS: Final = 3.4
"""What is taken from the frequency of an English word; one that is rarer is not offered."""
_TERM: Final = 1.0
"""The frequency that a term counts with."""
_WORD_ALONE: Final = 4.7
"""How frequent both of two words must be that were run together."""
_SPLIT_LESS: Final = 3.4
_STUTTER_COST: Final = 0.9
_STUTTER: Final = re.compile(r"(.{2,5})\1")


class DutchSlips:
    """Finds candidates that are no listed Dutch words.

    Args:
        dictionary: the Dutch dictionary.
        index: its words by sound.
        english: the English dictionary.
    """

    __slots__ = ("_dictionary", "_english", "_index")

    def __init__(self, dictionary: DutchDictionary, index: SoundIndex, english: EnglishWords) -> None:
        self._dictionary: Final = dictionary
        self._index: Final = index
        self._english: Final = english

    def candidates(self, word: str) -> Iterator[Candidate]:
        """Yield what may have been meant by a word in lower case."""
        yield from self._compounds(word)
        yield from self._stutters(word)
        yield from self._apart(word)
        yield from self._borrowed(word)

    def _compounds(self, word: str) -> Iterator[Candidate]:
        seen = set()
        first = without_accents(word[0])
        for left, right in self._pairs(word):
            candidate = left + right
            if without_accents(left[0]) != first:
                continue  # a slip in the first letter is rare, and would make compounds that nobody has heard of
            if candidate not in seen and candidate not in self._dictionary.table.trie:
                seen.add(candidate)
                if self._dictionary.accepts(candidate):
                    yield candidate, min(self._frequency(left), self._frequency(right)) - _COMPOUND_LESS, 0.0

    def _frequency(self, part: str) -> float:
        frequency = self._dictionary.table.frequency
        bare = part.strip("-")
        return max(frequency(bare), frequency(bare[:-1]) if bare.endswith("s") else 0.0)

    def _pairs(self, word: str) -> Iterator[tuple[str, str]]:
        for place in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            left, right = word[:place], word[place:]
            opens, closes = self._may(left, f.BEGIN), self._may(right, f.END)
            if closes:
                for joint in _JOINTS:
                    yield left + joint, right
                if left[-1] in "sn-":
                    yield left[:-1], right
                if not opens:
                    for part in self._like(left, f.BEGIN):
                        yield part, right
            if opens:
                if right[0] in "-s":
                    yield left, right[1:]
                if not closes:
                    for part in self._like(right, f.END):
                        yield left, part

    def _may(self, part: str, place: int) -> bool:
        return any(mask & place and not mask & f.NO_SUGGESTION for mask in self._dictionary.table.masks(part))

    def _like(self, part: str, place: int) -> Iterator[str]:
        for form in near_words(part, self._dictionary.table.trie):
            if self._may(form, place):
                yield form
        if len(part) > _SHORTEST_PART + 1:
            for form in self._index.alike(part):
                if self._may(form, place) and abs(len(form) - len(part)) <= 2:
                    yield form

    def _stutters(self, word: str) -> Iterator[Candidate]:
        """Yield the word without a group of letters that stands in it twice (*evenenementen*)."""
        for start in range(len(word)):
            if match := _STUTTER.match(word, start):
                form = word[:start] + word[start + len(match[1]) :]
                if self._dictionary.accepts(form) and not self._dictionary.table.has(form, f.NO_SUGGESTION):
                    yield form, self._dictionary.table.frequency(form), _STUTTER_COST

    def _apart(self, word: str) -> Iterator[Candidate]:
        """Yield the word as two frequent words."""
        for place in range(2, len(word) - 1):
            frequency = self._dictionary.table.frequency
            left, right = frequency(word[:place]), frequency(word[place:])
            if left >= _WORD_ALONE and right >= _WORD_ALONE:
                yield f"{word[:place]} {word[place:]}", min(left, right) - _SPLIT_LESS, 0.0

    def _borrowed(self, word: str) -> Iterator[Candidate]:
        """Yield English words and terms."""
        table = self._english.table
        for form in near_words(word, table.trie):
            frequency = table.frequency(form) - _ENGLISH_LESS
            if frequency > 0 and table.may_offer(form):
                yield form, frequency, 0.0
        for form in near_words(word, self._english.terms):
            yield form, _TERM, 0.0
