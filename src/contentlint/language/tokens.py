"""Cuts prose into words, and passes over what stands between words without being one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

GAP: Final = "\ufffc"
"""Stands in prose for what is no words: code, a formula, a picture."""

_LOST: Final = "\ufffd"
_WORD: Final = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+(?:['’\-\u2010\u2011](?:[^\W\d_][\u0300-\u036f]*)+)*")
_SPACE: Final = re.compile(r"[^\s\u2013\u2014]+")
_IDENTIFIER: Final = re.compile(
    r"""
    \w://\S                          # an address
    | ^[(<\["'‘“]*www\.
    | [^\s@]@[^\s@]                  # mail
    | ^[(\["'‘“]*[@#\\$~%&]\w        # a handle, a tag, a variable
    | \w_\w | \\ | [{}<>=|^`] | \w\(\) | ::| ->
    | [^\W\d_]\d | \d[^\W\d_]{3}      # letters and digits in one
    | ^[(\["'‘“]*\.{0,2}/\w          # a path
    | ^--?\w                         # an option of a program
    | [^\W\d_]{2}\.[^\W\d_]{2}       # a file, a host, an attribute
    | ^(?:[^\W\d_]\.){2,}            # d.w.z.
    | /[^/\s]*/[^/\s]*/ | /[.,;:!?)\]"'’”]*$
    """,
    re.VERBOSE,
)
_SENTENCE_END: Final = re.compile(r"(?<![.!?:…])[.!?:…]++[\"'’”)\]]*+\s+|(?<!\n)\n\s*+|;\s++")
_LONGEST: Final = 120
"""Longer letters without a space are no prose; they also make patterns slow."""
_MEMORABLE: Final = 5000
"""Characters of a text whose sentences are remembered: more than a paragraph has."""
_QUOTES: Final = tuple("\"'‘“„«(")
_OPENING: Final = "\"'‘’“”„«»([{*_–—- \t\u00a0•·" + GAP


class Token(NamedTuple):
    """A word in prose.

    Attributes:
        text: the word as it stands, its accents composed (NFC).
        start: its offset.
        end: the offset behind it.
        opens: whether it begins a sentence, a title, an item or a cell, so that its capital says nothing.
    """

    text: str
    start: int
    end: int
    opens: bool


class Sentence(NamedTuple):
    """A sentence, or what stands where one could."""

    start: int
    end: int
    tokens: tuple[Token, ...]


def sentences(text: str) -> Sequence[Sentence]:
    """Return the sentences of a piece of prose with their words."""
    return _remembered(text) if len(text) < _MEMORABLE else tuple(_sentences(text))


@lru_cache(maxsize=1024)
def _remembered(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text; several rules ask for those of a paragraph."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield Sentence(start, match.end(), tuple(_tokens(text, start, match.end())))
        start = match.end()
    if start < len(text):
        yield Sentence(start, len(text), tuple(_tokens(text, start, len(text))))


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    opens = True
    for chunk in _SPACE.finditer(text, start, end):
        piece = chunk[0]
        if piece.isalpha():
            yield Token(piece, chunk.start(), chunk.end(), opens)
            opens = False
            continue
        if len(piece) > _LONGEST or (not piece[:-1].isalpha() and _IDENTIFIER.search(piece)):
            opens = False
            continue
        for match in _WORD.finditer(piece):
            word = match[0]
            before, after = piece[: match.start()], piece[match.end() :]
            if _is_word(before, after):
                begins = opens and not before.strip(_OPENING)
                start = chunk.start() + match.start()
                yield Token(
                    word if word.isascii() else unicodedata.normalize("NFC", word),
                    start,
                    start + len(word),
                    begins or before[-1:] in _QUOTES,
                )
            opens = False
        if piece.strip(_OPENING):
            opens = False


def _is_word(before: str, after: str) -> bool:
    """Whether letters with this before and after them are a whole word.

    They are not when part of a word stands in brackets (*(on)gelijk*), behind something that is no words (`` `GET`-verzoek ``),
    in a suspended compound (*voor- en nadelen*), beside digits and where a letter was lost to a wrong encoding.
    """
    last, following = before[-1:], after[:1]
    if last in ("-", "'", "’", "\u2011") and before.strip("-'’\u2011"):
        return False
    if (last in "()" and before.strip("(")) or (following in "()" and after[1:2].isalpha()):
        return False
    if last in ("-", GAP, _LOST) or following == _LOST or last.isdigit() or following.isdigit():
        return False
    return following not in ("-", "\u2011") or following == GAP
