"""The slips of Dutch writers: letters written for each other, and joints of compounds gone wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from contentlint.language import flags as f
from contentlint.language.distance import sound_groups
from contentlint.language.dutch.dictionary import DutchDictionary
from contentlint.language.suggest import near_words

SOUNDS: Final = sound_groups(
    (
        "ei ij y", "au ou auw ouw", "g ch", "c k ck q kk", "c s ss", "s z sc", "f v ph", "d t dt", "i ie y", "u oe uu", "x ks cs",
        "t th", "sch s", "isch ies", "tie sie cie", "o oo eau", "sj sh ch", "w uw", "eu ue", "e ee", "a aa", "b p", "ng n",
        "iaal ieel", "iële ieele", "kw qu", "ieu iu",
    ),
    (("e", "en", 0.6), ("e", "er", 0.8), ("'s", "s", 0.3), ("s", "'s", 0.3), ("tt", "t", 0.45), ("dd", "d", 0.45)),
)  # fmt: skip
"""Spellings of one sound."""

_SHORTEST_PART: Final = 3
_JOINTS: Final = ("s", "en", "e", "n", "-")


class CompoundSlips:
    """Mends a compound of which one part, or the joint, is wrong."""

    __slots__ = ("_dictionary",)

    def __init__(self, dictionary: DutchDictionary) -> None:
        self._dictionary: Final = dictionary

    def candidates(self, word: str) -> Iterator[tuple[str, float]]:
        """Yield compounds that may have been meant, with the frequency of the rarer part less one."""
        for left, right in self._pairs(word):
            candidate = left + right
            if candidate not in self._dictionary.table.trie and self._dictionary.accepts(candidate):
                yield candidate, min(self._frequency(left), self._frequency(right)) - 2

    def _frequency(self, part: str) -> float:
        frequency = self._dictionary.table.frequency
        bare = part.strip("-")
        return max(frequency(bare), frequency(bare[:-1]) if bare.endswith("s") else 0.0)

    def _pairs(self, word: str) -> Iterator[tuple[str, str]]:
        for place in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            left, right = word[:place], word[place:]
            opens, closes = self._opens(left), self._closes(right)
            if closes:
                for joint in _JOINTS:
                    yield left + joint, right
                if left[-1] in "sn-":
                    yield left[:-1], right
                if not opens:
                    for part in near_words(left, self._dictionary.table):
                        yield part, right
            if opens:
                if right[0] == "-":
                    yield left, right[1:]
                if not closes:
                    for part in near_words(right, self._dictionary.table):
                        yield left, part

    def _opens(self, part: str) -> bool:
        return any(mask & f.BEGIN for mask in self._dictionary.table.masks(part))

    def _closes(self, part: str) -> bool:
        return any(mask & f.END for mask in self._dictionary.table.masks(part))
