"""Finds what a writer may have meant by a word that does not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from contentlint.language import flags as f
from contentlint.language.distance import Sounds, slip_cost
from contentlint.language.forms import FormTable, map_file, map_trie
from contentlint.language.sounds import skeleton

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_ACCENTED: Final = {
    "a": "àáâä", "c": "ç", "e": "éèêë", "i": "ïîí", "n": "ñ", "o": "öôó", "u": "üûú",
}  # fmt: skip
_FREQUENCY_WEIGHT: Final = 0.32
_LONGEST_BUCKET: Final = 80
_MOST: Final = 5
_DEAREST: Final = 2.4
"""A slip that costs more is no longer a slip."""


class Suggestion(NamedTuple):
    """A word that may have been meant.

    Attributes:
        word: the word, with the capitals of the word it replaces.
        cost: how big the slip is (``slip_cost``).
        score: cost and frequency together; lower is likelier.
        listed: whether the dictionary lists it; otherwise it is a compound.
    """

    word: str
    cost: float
    score: float
    listed: bool


class SoundIndex:
    """The frequent words of a language by their skeleton, mapped.

    Args:
        name: the name that the files in the data folder begin with.
        table: the forms of the language.
    """

    __slots__ = ("_index", "_sounds", "_table")

    def __init__(self, name: str, table: FormTable) -> None:
        self._sounds: Final = map_trie(f"{name}.sounds")
        self._index: Final = map_file(f"{name}.sound-words").cast("I")
        self._table: Final = table

    def _bucket(self, key: str) -> Iterator[str]:
        number = self._sounds.get(key)
        if number is None:
            return
        offset = self._index[0] + 1
        start, end = self._index[number + 1], self._index[number + 2]
        for place in range(start, min(end, start + _LONGEST_BUCKET)):
            yield self._table.trie.restore_key(self._index[offset + place])

    def words(self, word: str) -> Iterator[str]:
        """Yield words that sound like a word, or nearly: with one consonant more, less or different."""
        key = skeleton(word)
        yield from self._bucket(key)
        if len(key) < 4:
            return
        keys = set()
        for place in range(len(key)):
            keys.add(key[:place] + key[place + 1 :])
            keys.add(key[:place] + key[place + 1 : place + 2] + key[place : place + 1] + key[place + 2 :])
            for letter in "fgklmnprst":
                keys.add(key[:place] + letter + key[place:])
                keys.add(key[:place] + letter + key[place + 1 :])
        for letter in "fgklmnprst":
            keys.add(key + letter)
        for other in sorted(keys):
            if other != key and other in self._sounds:
                yield from self._bucket(other)


def near_words(word: str, table: FormTable, letters: str = _LETTERS) -> Iterator[str]:
    """Yield the listed forms that one edit makes of a word.

    Positions behind the longest beginning that any form shares cannot lead to one, so they are not tried.
    """
    trie = table.trie
    length = len(word)
    for place in range(length + 1):
        head, tail = word[:place], word[place:]
        if place and next(trie.iterkeys(head), None) is None:
            return
        if tail:
            rest = tail[1:]
            if (form := head + rest) in trie:
                yield form
            if rest and rest[0] != tail[0] and (form := head + rest[0] + tail[0] + rest[1:]) in trie:
                yield form
            for letter in letters + _ACCENTED.get(tail[0], ""):
                if (form := head + letter + rest) in trie:
                    yield form
        for letter in letters + "-'":
            if (form := head + letter + tail) in trie:
                yield form


class Suggester:
    """Finds suggestions in one language.

    Args:
        table: the forms of the language.
        index: its words by sound.
        sounds: letters that are written for each other in it.
        more: further candidates that the language knows for a word: the word and what its frequency counts as.
    """

    __slots__ = ("_index", "_known", "_more", "_sounds", "_table")

    def __init__(
        self,
        table: FormTable,
        index: SoundIndex,
        sounds: Sounds,
        more: Callable[[str], Iterator[tuple[str, float]]] = lambda _: iter(()),
    ) -> None:
        self._table: Final = table
        self._index: Final = index
        self._sounds: Final = sounds
        self._more: Final = more
        self._known: Final[dict[str, tuple[Suggestion, ...]]] = {}

    def suggest(self, word: str) -> tuple[Suggestion, ...]:
        """Return what may have been meant, likeliest first, at most five."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._suggest(word.replace("’", "'"))
        return known

    def _suggest(self, word: str) -> tuple[Suggestion, ...]:
        lower = word.lower()
        capital = word[:1].isupper()
        found: dict[str, Suggestion] = {}

        def add(form: str, frequency: float, *, listed: bool) -> None:
            meant = form
            if capital and form == form.lower():
                form = form[:1].upper() + form[1:]
            if form in found or form == word:
                return
            cost = slip_cost(lower if capital and meant == form.lower() else word, meant, self._sounds, _DEAREST)
            if cost < _DEAREST:
                found[form] = Suggestion(form, cost, cost - _FREQUENCY_WEIGHT * frequency, listed)

        seen = set()
        candidates = [*near_words(lower, self._table), *self._index.words(lower)]
        if capital:
            candidates += near_words(word, self._table)
        for form in candidates:
            if form not in seen:
                seen.add(form)
                if abs(len(form) - len(word)) <= 3 and self._may_offer(form):
                    add(form, self._table.frequency(form), listed=True)
        for form, frequency in self._more(lower):
            add(form, frequency, listed=False)
        return tuple(sorted(found.values(), key=lambda one: (one.score, one.word))[:_MOST])

    def _may_offer(self, form: str) -> bool:
        masks = self._table.masks(form)
        return any(mask & f.WORD for mask in masks) and not any(
            mask & (f.FORBIDDEN | f.NO_SUGGESTION) for mask in masks
        )
