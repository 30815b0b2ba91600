"""The skeleton of a word: what stays the same under the slips that writers make most.

Vowels, doubled letters, accents and letters that sound alike make no difference, so that *geintresseerd* and *geïnteresseerd*
share the skeleton ``gntrsrt``. The same function makes the index at build time and looks words up in it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LETTERS: Final = str.maketrans("bcdqvzy", "pktkfsi", "-'’")
_GROUPS: Final = (("sch", "s"), ("ch", "g"), ("ph", "f"), ("th", "t"), ("x", "ks"), ("ng", "n"))
_REPEATED: Final = re.compile(r"(.)\1+")
_INNER_VOWELS: Final = re.compile(r"(?<!^)[aeiouhjw]+")


def without_accents(word: str) -> str:
    """Return a word without the accents on its letters."""
    if word.isascii():
        return word
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def skeleton(word: str) -> str:
    """Return the skeleton of a word; words that a writer may confuse have the same one."""
    text = without_accents(word.lower())
    for group, letter in _GROUPS:
        if group in text:
            text = text.replace(group, letter)
    text = text.translate(_LETTERS)
    text = _REPEATED.sub(r"\1", _INNER_VOWELS.sub("", text))
    return "a" + text[1:] if text[:1] in "aeiou" else text
