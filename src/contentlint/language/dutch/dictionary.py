"""The Dutch dictionary: which words exist, compounds included, as Hunspell decides it with OpenTaal's dictionary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from contentlint.language import flags as f
from contentlint.language.forms import DATA, form_table
from contentlint.language.memo import Memo

_CLASHES: Final = {"a": f.CLASH_A, "e": f.CLASH_E, "é": f.CLASH_E, "i": f.CLASH_I, "o": f.CLASH_O, "u": f.CLASH_U}

_LONGEST: Final = 64
_MOST_PARTS: Final = 6


Part = tuple[str, int]
"""One part of a compound, with the bits of one analysis."""


def _flags_meet(left: Part, right: Part) -> bool:
    """Whether the flags and capitals of two parts let them stand side by side."""
    a, b = left
    c, d = right
    if d & f.NOT_AFTER_S and b & (f.LINKED_BY_S | f.PLURAL_LINKED):
        return False
    if d & _CLASHES.get(a[-1], 0):
        return False
    if b & f.PAIRED and (d & f.PAIRED or c.startswith("relat")):
        return False
    if d & f.NOT_AFTER_GAVE and a.endswith("gave"):
        return False
    return a != c and (not (a[-1].isupper() or c[0].isupper()) or a[-1] == "-" or c[0] == "-")


class DutchDictionary:
    """Decides which Dutch words exist.

    Attributes:
        table: the forms that it lists.
        accepts: whether a word is right as it stands, whatever its place in a sentence.
    """

    __slots__ = ("_apart", "_sequences", "accepts", "table")

    def __init__(self) -> None:
        self.table: Final = form_table("nl")
        joints = [line.split() for line in (DATA / "nl.joints").read_text(encoding="utf-8").splitlines()]
        self._apart: Final = [(words[0], words[1]) for kind, *words in joints if kind == "apart"]
        self._sequences: Final = [
            [f.SEQUENCE_BITS[flag] for flag in flags] for kind, *flags in joints if kind == "sequence"
        ]
        self.accepts: Final = Memo(self._accepts).__getitem__

    def _accepts(self, word: str) -> bool:
        word = word.replace("’", "'")
        if not word or len(word) > _LONGEST:
            return False
        exact = self._exact(word)
        if exact is not None:
            return exact
        lower = word.lower()
        if word == lower:
            return False
        if word[1:] == lower[1:] or (word[:2] == "IJ" and word[2:] == lower[2:]):
            return bool(self._exact(lower)) and not self.keeps_small(lower)
        if word == word.upper():
            return any(
                self._exact(form) and not self.table.has(form, f.KEEP_CASE) for form in (lower, lower.capitalize())
            )
        return False

    def _exact(self, word: str) -> bool | None:
        """Whether the word exists with these capitals; False for a known wrong form, None for an unknown one."""
        bits = self.table.bits(word)
        if bits & f.FORBIDDEN:
            return False
        if bits & f.WORD:
            return True
        return True if next(self.compounds(word), None) or self.is_sequence(word) else None

    def is_forbidden(self, word: str) -> bool:
        """Whether the dictionary lists a word as wrong."""
        return self.table.has(word, f.FORBIDDEN)

    def keeps_small(self, word: str) -> bool:
        """Whether a word in lower case has no capital but at the begin of a sentence (*maart*, *islam*)."""
        return self.table.has(word, f.KEEP_CASE)

    def compounds(self, word: str) -> Iterator[tuple[Part, ...]]:
        """Yield the ways to read a word as a compound; the last part closes it."""
        yield from self._rest(word, 0, ())

    def _rest(self, word: str, start: int, parts: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
        table = self.table
        if parts:
            rest = word[start:]
            for mask in table.masks(rest):
                if mask & f.END:
                    part = (rest, mask)
                    if self._meet(parts[-1], part) and not (mask & f.FORCE_CAPITAL and word[0].islower()):
                        yield (*parts, part)
            if len(parts) == _MOST_PARTS:
                return
        place = f.MIDDLE if parts else f.BEGIN
        for text, number in table.trie.iter_prefixes_with_ids(word[start:] if start else word):
            if start + len(text) == len(word):
                continue
            for mask in table.masks_of(number):
                if mask & place:
                    part = (text, mask)
                    if not parts or self._meet(parts[-1], part):
                        yield from self._rest(word, start + len(text), (*parts, part))

    def _meet(self, left: Part, right: Part) -> bool:
        """Whether two parts may stand side by side; some pairs of letters are kept apart because they are misread."""
        return _flags_meet(left, right) and not any(
            left[0].endswith(end) and right[0].startswith(begin) for end, begin in self._apart
        )

    def is_sequence(self, word: str) -> bool:
        """Whether the word is a number in words, or another of the fixed sequences."""
        return any(bits & f.SEQUENCE for bits in self._prefix_bits(word)) and any(
            self._follows(word, rule) for rule in self._sequences
        )

    def _prefix_bits(self, word: str) -> Iterator[int]:
        for _, number in self.table.trie.iter_prefixes_with_ids(word):
            yield from self.table.masks_of(number)

    def _follows(self, word: str, rule: list[int]) -> bool:
        if not rule:
            return not word
        return any(
            any(mask & rule[0] for mask in self.table.masks_of(number)) and self._follows(word[len(text) :], rule[1:])
            for text, number in self.table.trie.iter_prefixes_with_ids(word)
        )
