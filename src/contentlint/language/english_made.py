"""English words that no list has, but that are made as English makes words."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Final

from contentlint.language.detect import FUNCTION_WORDS

_PREFIXES: Final = (
    "anti", "auto", "bi", "co", "counter", "cross", "crypto", "cyber", "de", "dis", "down", "geo", "hyper", "inter",
    "macro", "meta", "micro", "mini", "mis", "mono", "multi", "nano", "non", "out", "over", "para", "photo", "post", "pre",
    "pseudo", "re", "self", "semi", "sub", "super", "tele", "trans", "tri", "ultra", "un", "under",
)  # fmt: skip
_ENDINGS: Final = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ly", ""),
    ("able", ""), ("able", "e"), ("ability", ""), ("ability", "e"), ("ability", "able"), ("ness", ""), ("less", ""),
    ("ship", ""), ("ships", ""), ("ity", ""), ("ity", "e"), ("ic", "y"), ("ic", ""), ("ical", "y"), ("ically", "y"),
    ("ically", ""), ("ally", ""), ("ist", ""), ("ists", ""), ("ism", ""), ("ize", ""), ("izes", ""), ("ized", ""),
    ("izing", ""), ("ization", ""), ("ization", "ize"), ("ise", ""), ("ises", ""), ("ised", ""), ("ising", ""),
    ("isation", ""), ("isation", "ise"), ("ation", "ate"), ("ator", "ate"), ("ators", "ate"), ("ify", ""), ("ifies", ""),
    ("al", ""), ("ee", ""), ("ees", ""),
)  # fmt: skip
"""Endings, and what stands in their place in the word that they are put behind."""
_AGENTS: Final = (
    ("er", ""),
    ("er", "e"),
    ("ers", ""),
    ("ers", "e"),
    ("ier", "y"),
    ("iers", "y"),
    ("or", "e"),
    ("ors", "e"),
)
_DOUBLED: Final = ("ed", "ing", "er", "ers")
"""British English doubles an s or t before these where American does not (*focussed*, *benefitting*)."""
_SHORTEST: Final = 4
_SHORTEST_NOUN: Final = 3
_SHORTEST_PART: Final = 3
_COMMON: Final = 3.6
"""How frequent each part of a compound must be."""
_LITTLE: Final = FUNCTION_WORDS["en"]


class Made(enum.Enum):
    """How a word is made that no list knows."""

    DOUBLED = "doubled"
    AGENT = "agent"
    DERIVATION = "derivation"
    COMPOUND = "compound"


class NewEnglishWords:
    """Recognises new words.

    Args:
        known: whether a list has a word in lower case.
        frequency: how frequent a listed word is, as a power of ten in 10^9 words.
    """

    __slots__ = ("_frequency", "_known")

    def __init__(self, known: Callable[[str], bool], frequency: Callable[[str], float]) -> None:
        self._known: Final = known
        self._frequency: Final = frequency

    def made(self, word: str) -> Made | None:
        """Return how a word in lower case is made of words that exist; None when it is not."""
        if self._is_doubled(word):
            return Made.DOUBLED
        if self._ends(word, _AGENTS):
            return Made.AGENT
        if self._is_derived(word):
            return Made.DERIVATION
        return Made.COMPOUND if self._is_compound(word) else None

    def _is_doubled(self, word: str) -> bool:
        for ending in _DOUBLED:
            stem = word.removesuffix(ending)
            if stem != word and stem[-2:] in ("ss", "tt") and len(stem) > _SHORTEST and self._known(stem[:-1]):
                return True
        return False

    def _is_derived(self, word: str) -> bool:
        if self._ends(word, _ENDINGS):
            return True
        for prefix in _PREFIXES:
            rest = word[len(prefix) :]
            if len(rest) >= _SHORTEST and word.startswith(prefix):
                return self._known(rest) or self._ends(rest, _ENDINGS) or self._ends(rest, _AGENTS)
        return False

    def _ends(self, word: str, endings: tuple[tuple[str, str], ...]) -> bool:
        for ending, instead in endings:
            if word.endswith(ending):
                stem = word.removesuffix(ending) + instead
                if len(stem) >= (_SHORTEST_NOUN if ending == "s" else _SHORTEST) and self._known(stem):
                    return True
        return False

    def _is_compound(self, word: str) -> bool:
        """Whether a word is two common words joined (*landuse*), the second with an ending perhaps (*cycleways*)."""
        for place in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            left, right = word[:place], word[place:]
            if {left, right}.isdisjoint(_LITTLE) and self._is_common(left) and self._closes(right):
                return True
        return False

    def _closes(self, part: str) -> bool:
        return self._is_common(part) or (part.endswith("s") and self._is_common(part[:-1]))

    def _is_common(self, part: str) -> bool:
        return len(part) >= _SHORTEST_PART and self._frequency(part) >= _COMMON
