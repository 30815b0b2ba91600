"""Letters that are no plain word, by their shape alone."""

from __future__ import annotations

import re
from typing import Final

_ACRONYM: Final = re.compile(r"[A-ZÀ-Þ]{2,}(?:['’-]?(?:s|e[nr]?|ers?|t?jes?|d|t))?")
_INNER_CAPITAL: Final = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]|(?<![A-ZÀ-Þ])[A-ZÀ-Þ]{2}[^\W\d_a-zà-ÿ]*+[a-zà-ÿ]")
_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏ'’‐‑-]+")
_CONSONANTS: Final = re.compile(r"[b-df-hj-np-tv-xz]{3,4}", re.IGNORECASE)
_REPEATED: Final = re.compile(r"(.)\1{3,}")
_LONGEST: Final = 100
"""More letters than this are a key or a hash; to take them apart would last for ever."""


def is_acronym(word: str) -> bool:
    """Whether a word is an acronym, or an inflected one (*URL's*, *KVK'er*)."""
    return bool(_ACRONYM.fullmatch(word))


def is_no_plain_word(word: str) -> bool:
    """Whether letters are too few or too many to judge, an acronym or an abbreviation (*mbv*), a name such as *GitHub*, a cry (*aaaargh*) or not Latin at all."""
    return (
        not 2 < len(word) <= _LONGEST
        or is_acronym(word)
        or bool(_INNER_CAPITAL.search(word) and not word.startswith("IJ"))
        or not _LATIN.fullmatch(word)
        or bool(_REPEATED.search(word) or _CONSONANTS.fullmatch(word))
    )
