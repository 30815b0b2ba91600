"""What a dictionary knows of one analysis of a word form, as bits of a whole number.

The bits are written by ``scripts/build_dictionaries.py`` and read by the dictionaries. Those for compounds stand for flags
of OpenTaal's affix file, whose comments explain them.
"""

from __future__ import annotations

from typing import Final

WORD: Final = 1 << 0
"""A word by itself."""
BEGIN: Final = 1 << 1
"""May open a compound."""
MIDDLE: Final = 1 << 2
"""May stand inside a compound."""
END: Final = 1 << 3
"""May close a compound."""
FORBIDDEN: Final = 1 << 4
"""A known wrong form."""
KEEP_CASE: Final = 1 << 5
"""Written with exactly these capitals."""
FORCE_CAPITAL: Final = 1 << 6
"""A compound that ends in it begins with a capital."""
NO_SUGGESTION: Final = 1 << 7
"""Never offered."""

LINKED_BY_S: Final = 1 << 8
"""Its stem takes a linking -s and has no plural in -s (``Ch``)."""
PLURAL_LINKED: Final = 1 << 9
"""Its stem takes a linking -s that is also its plural (``Cd``)."""
NOT_AFTER_S: Final = 1 << 10
"""Does not follow a stem that takes a linking -s, for s + rest is another word (``Xc``: *port*, *sport*)."""
PAIRED: Final = 1 << 11
"""Two of these are joined by a hyphen (``Xf``: *moeder-dochterrelatie*)."""
NOT_AFTER_GAVE: Final = 1 << 12
"""Does not follow a part in *gave* (``Xa``)."""
CLASH_A: Final = 1 << 13
"""Needs a hyphen after a part that ends in a (``C1``)."""
CLASH_E: Final = 1 << 14
CLASH_I: Final = 1 << 15
CLASH_O: Final = 1 << 16
CLASH_U: Final = 1 << 17

SEQUENCE_BITS: Final[dict[str, int]] = {
    flag: 1 << (18 + index) for index, flag in enumerate("N1 N2 N3 N4 NH Nh Nd Nj n2 n3 Sv Sn Ll Hp Lr Le".split())
}
"""Parts of written numbers, street names and double nationalities, by their flag in ``COMPOUNDRULE``."""

COMPOUND: Final = BEGIN | MIDDLE | END
SEQUENCE: Final = sum(SEQUENCE_BITS.values())
