"""Capitals: keeping those of what is replaced, and how titles and sentences have them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from contentlint.text.records import NamedTuple

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_OPENS_SENTENCE: Final = re.compile(r"(?:\A|[.!?…:]|[–—])[\s\"'‘’“”„(\[]*\Z|[\"‘“„(\[]\Z")
_NAME_LIKE: Final = re.compile(r"\w[A-Z0-9À-ÖØ-Þ]|[a-z].*[A-Z]|\.")
SMALL_WORDS: Final = frozenset(
    "a an and as at but by for from if in into near nor of off on onto or over per so than the to up upon via vs with yet"
    .split()
)  # fmt: skip
"""Words that a title in English writes without a capital, unless they come first or last."""

STYLES: Final = ("sentence", "title", "capital", "lower", "upper")
"""Ways to write capitals: as in a sentence, as in an English title, the first letter only, none, nothing but capitals."""


class Miscased(NamedTuple):
    """A part of a text whose capitals are not as asked, and how it would be written."""

    start: int
    end: int
    better: str


def keep_case(found: str, new: str, language: str) -> str:
    """Return a text with the capitals of the one it replaces: none, the first letter, or all."""
    if sum(char.isalpha() for char in found) > 1 and found.upper() == found and found.lower() != found:
        return new.upper()
    return capitalise(new, language) if found[:1].isupper() else new


def capitalise(text: str, language: str) -> str:
    """Return a text with a capital; in Dutch *ij* is one letter."""
    if language.startswith("nl") and text[:2] == "ij":
        return "IJ" + text[2:]
    return text[:1].upper() + text[1:]


def miscased(text: str, style: str, language: str, is_common: Callable[[str], bool]) -> Iterator[Miscased]:
    """Yield the parts of a text whose capitals are not those of a style.

    Args:
        text: the text.
        style: one of ``STYLES``.
        language: a language tag.
        is_common: whether a word, in lower case, is one that has no capital of its own.
    """
    if style in ("lower", "upper"):
        better = text.lower() if style == "lower" else text.upper()
        if better != text:
            yield Miscased(0, len(text), better)
        return
    words = [*_WORD.finditer(text)]
    for index, match in enumerate(words):
        word = match[0]
        if style == "title":
            small = word.lower() in SMALL_WORDS and 0 < index < len(words) - 1
            wrong = word[0].isupper() if small else word[0].islower()
            better = word.lower() if small else capitalise(word, language)
        elif index == 0:
            wrong, better = word[0].islower() and match.start() == _first_letter(text), capitalise(word, language)
        else:
            wrong = style == "sentence" and word[0].isupper() and not _OPENS_SENTENCE.search(text[: match.start()])
            wrong, better = wrong and is_common(word.lower()), word[0].lower() + word[1:]
        if wrong and better != word and not _NAME_LIKE.search(word):
            yield Miscased(match.start(), match.end(), better)


def _first_letter(text: str) -> int:
    """Return where the first letter or digit stands; a text that begins with a digit needs no capital."""
    return next((index for index, char in enumerate(text) if char.isalnum() or char == "\ufffc"), 0)
