"""Tables of word forms, mapped from files: nothing is read before it is asked for."""

from __future__ import annotations

import mmap
import struct
from functools import cache, reduce
from operator import or_
from pathlib import Path
from typing import Final

import marisa_trie

from contentlint.language import flags as f

DATA: Final = Path(__file__).parent / "data"
COMPOUNDS: Final = "nl-grammar-compounds.marisa"
"""Compounds of texts, and the parts that begin (``web-``) and end (``-pagina``) many."""
_UNOFFERED: Final = f.FORBIDDEN | f.NO_SUGGESTION
FREQUENCY_STEP: Final = 25
"""A frequency is kept in one byte, in this many steps for each power of ten."""


def map_file(name: str) -> memoryview:
    """Return the bytes of a data file, mapped."""
    with (DATA / name).open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def map_trie(name: str) -> marisa_trie.Trie:
    """Return a mapped set of words."""
    return marisa_trie.Trie().mmap(str(DATA / name))


class FormTable:
    """The forms of a language, with what the dictionary says of each and how frequent it is.

    Args:
        name: the name that the files in the data folder begin with.

    Attributes:
        trie: the forms, each with a number.
    """

    __slots__ = ("_combinations", "_frequencies", "_numbers", "_together", "trie")

    def __init__(self, name: str) -> None:
        self.trie: Final = map_trie(f"{name}.forms")
        content = map_file(f"{name}.flags")
        count, total = struct.unpack_from("<II", content)
        lengths = content[8 : 8 + count]
        masks = struct.unpack_from(f"<{total}Q", content, 8 + count)
        combinations: list[tuple[int, ...]] = []
        start = 0
        for length in lengths:
            combinations.append(masks[start : start + length])
            start += length
        self._combinations: Final = combinations
        self._together: Final = [reduce(or_, combination, 0) for combination in combinations]
        self._numbers: Final = content[8 + count + 8 * total :].cast("H")
        self._frequencies: Final = map_file(f"{name}.frequency")

    def masks(self, form: str) -> tuple[int, ...]:
        """Return the bits (``contentlint.language.flags``) of each analysis of a form; nothing for an unknown one."""
        number = self.trie.get(form)
        return () if number is None else self._combinations[self._numbers[number]]

    def bits(self, form: str) -> int:
        """Return the bits that any analysis of a form has; 0 for an unknown one."""
        number = self.trie.get(form)
        return 0 if number is None else self._together[self._numbers[number]]

    def has(self, form: str, bits: int) -> bool:
        """Whether any analysis of a form has any of these bits."""
        return bool(self.bits(form) & bits)

    def may_offer(self, form: str) -> bool:
        """Whether a form is a word that may be suggested."""
        bits = self.bits(form)
        return bool(bits & f.WORD and not bits & _UNOFFERED)

    def masks_of(self, number: int) -> tuple[int, ...]:
        """Return the same for the form with this number."""
        return self._combinations[self._numbers[number]]

    def frequency(self, form: str) -> float:
        """Return the logarithm (base 10) of how often a listed form is used in 10^9 words; 0 for an unknown one."""
        number = self.trie.get(form)
        return 0.0 if number is None else self._frequencies[number] / FREQUENCY_STEP


@cache
def form_table(name: str) -> FormTable:
    """Return the table of a language, mapped once."""
    return FormTable(name)
