"""Finds what a writer may have meant by a word that does not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from marisa_trie import Trie

from contentlint.language.distance import Slips, Sounds, capital_cost
from contentlint.language.forms import FormTable, map_file, map_trie
from contentlint.language.memo import Memo
from contentlint.language.sounds import skeleton
from contentlint.text.records import NamedTuple

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_ACCENTED: Final = {
    "a": "àáâä", "c": "ç", "e": "éèêë", "i": "ïîí", "n": "ñ", "o": "öôó", "u": "üûú",
}  # fmt: skip
_CONSONANTS: Final = "fgklmnprst"
_SHORTEST_SKELETON: Final = 4
_FREQUENCY_WEIGHT: Final = 0.32
_LONGEST_BUCKET: Final = 80
_MOST: Final = 5
_REMEMBERED: Final = 4096
"""How many words are kept with their suggestions."""
_DEAREST: Final = 2.4
"""A slip that costs more is no longer a slip."""


_NEAR: Final = 1.3
"""A slip that costs this much at most is near enough to look no further."""
_MOST_LENGTH: Final = 3
_MOST_LETTERS: Final = 4
"""How many different letters two spellings of a word may not share."""


Candidate = tuple[str, float, float]
"""A word to weigh, with its own capitals; how frequent it counts as; and what the slip costs, 0 to have that counted."""


class Suggestion(NamedTuple):
    """A word that may have been meant.

    Attributes:
        word: the word, with the capitals of the word it replaces.
        cost: how big the slip is (``Slips.cost``).
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

    def alike(self, word: str) -> Iterator[str]:
        """Yield the words that sound like a word."""
        yield from self._bucket(skeleton(word))

    def nearly_alike(self, word: str) -> Iterator[str]:
        """Yield the words that sound like a word but for one consonant more, less or different, or two swapped."""
        key = skeleton(word)
        if len(key) < _SHORTEST_SKELETON:
            return
        keys = set()
        for place in range(len(key) + 1):
            head, rest = key[:place], key[place + 1 :]
            keys.add(head + rest)
            keys.add(head + key[place + 1 : place + 2] + key[place : place + 1] + key[place + 2 :])
            for letter in _CONSONANTS:
                keys.add(head + letter + key[place:])
                keys.add(head + letter + rest)
        for other in sorted(keys):
            if other != key and other in self._sounds:
                yield from self._bucket(other)


def near_words(word: str, trie: Trie) -> Iterator[str]:
    """Yield the forms in a set that one edit makes of a word.

    Positions behind the longest beginning that any form shares cannot lead to one, so they are not tried.
    """
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
            for letter in _LETTERS + _ACCENTED.get(tail[0], ""):
                if (form := head + letter + rest) in trie:
                    yield form
        for letter in _LETTERS + "-'":
            if (form := head + letter + tail) in trie:
                yield form


class Suggester:
    """Finds suggestions in one language.

    Args:
        table: the forms of the language.
        index: its words by sound.
        sounds: letters that are written for each other in it.
        more: further candidates that the language knows for a word in lower case.
    """

    __slots__ = ("_index", "_known", "_more", "_sounds", "_table")

    def __init__(
        self,
        table: FormTable,
        index: SoundIndex,
        sounds: Sounds,
        more: Callable[[str], Iterator[Candidate]] = lambda _: iter(()),
    ) -> None:
        self._table: Final = table
        self._index: Final = index
        self._sounds: Final = sounds
        self._more: Final = more
        self._known: Final = Memo(self._suggest, _REMEMBERED)

    def suggest(self, word: str) -> tuple[Suggestion, ...]:
        """Return what may have been meant, likeliest first, at most five."""
        return self._known[word]

    def _suggest(self, word: str) -> tuple[Suggestion, ...]:
        word = word.replace("’", "'")
        collected = _Collected(word, self._table, self._sounds)
        lower = word.lower()
        collected.add(near_words(lower, self._table.trie))
        if lower != word:
            collected.add(near_words(word, self._table.trie))
        collected.add(self._index.alike(lower))
        for candidate in self._more(lower):
            collected.offer(candidate)
        if collected.cheapest > _NEAR:
            collected.add(self._index.nearly_alike(lower))
        return collected.best()


class _Collected:
    """The candidates for one word."""

    def __init__(self, word: str, table: FormTable, sounds: Sounds) -> None:
        self._word: Final = word
        self._capital: Final = word[:1].isupper()
        self._lower: Final = word.lower()
        self._letters: Final = frozenset(self._lower)
        self._table: Final = table
        self._slips: Final = Slips(self._lower, sounds)
        self._seen: Final[set[str]] = set()
        self._found: Final[dict[str, Suggestion]] = {}
        self.cheapest = _DEAREST

    def add(self, forms: Iterator[str]) -> None:
        """Weigh listed forms."""
        length = len(self._word)
        for form in forms:
            if form in self._seen:
                continue
            self._seen.add(form)
            if abs(len(form) - length) > _MOST_LENGTH or len(self._letters.symmetric_difference(form)) > _MOST_LETTERS:
                continue
            if self._table.may_offer(form):
                self.offer((form, self._table.frequency(form), 0.0), listed=True)

    def offer(self, candidate: Candidate, *, listed: bool = False) -> None:
        """Weigh a candidate."""
        form, frequency, known_cost = candidate
        lower = form.lower()
        capital = 0.0
        if self._capital and form == lower:
            form = form[:1].upper() + form[1:]
        else:
            capital = capital_cost(self._word, form)
        if form in self._found or form == self._word:
            return
        cost = known_cost or self._slips.cost(lower, _DEAREST, capital)
        if cost < _DEAREST:
            self._found[form] = Suggestion(form, cost, cost - _FREQUENCY_WEIGHT * frequency, listed)
            self.cheapest = min(self.cheapest, cost)

    def best(self) -> tuple[Suggestion, ...]:
        """Return the likeliest forms."""
        return tuple(sorted(self._found.values(), key=lambda one: (one.score, one.word))[:_MOST])
