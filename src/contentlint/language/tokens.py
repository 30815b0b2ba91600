"""Cuts prose into words, and passes over what stands between words without being one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from contentlint.language.memo import Memo
from contentlint.text.records import NamedTuple

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


_new: Final = tuple.__new__
"""What the constructor of a token comes down to, without the call."""


class Sentence(NamedTuple):
    """A sentence, or what stands where one could."""

    start: int
    end: int
    tokens: tuple[Token, ...]


ChunkWord = tuple[str, int, int, bool, bool]
"""A word as a token has it, with its offsets in its chunk; whether it opens a sentence when the chunk does; and whether a
quotation mark opens before it, so that it opens in any case."""

Chunk = tuple[tuple[ChunkWord, ...], bool]
"""The words of what stands between two spaces, and whether a word behind it may still open the sentence."""


def chunks(text: str) -> list[str]:
    """Return what stands between the spaces and dashes of a text; no word goes beyond them."""
    return text.replace("\u2013", " ").replace("\u2014", " ").split()


def _read_chunk(chunk: str) -> Chunk:
    if chunk.isalpha():
        return ((chunk, 0, len(chunk), True, False),), False
    if len(chunk) > _LONGEST or (not chunk[:-1].isalpha() and _IDENTIFIER.search(chunk)):
        return (), False
    words: list[ChunkWord] = []
    is_first = True
    for match in _WORD.finditer(chunk):
        start, end = match.span()
        word, before = match[0], chunk[:start]
        if _is_word(before, chunk[end:]):
            composed = word if word.isascii() else unicodedata.normalize("NFC", word)
            begins = is_first and not before.strip(_OPENING)
            words.append((composed, start, end, begins, before[-1:] in _QUOTES))
        is_first = False
    return tuple(words), not chunk.strip(_OPENING)


CHUNKS: Final = Memo(_read_chunk)
"""The words of each chunk."""


def sentences(text: str) -> Sequence[Sentence]:
    """Return the sentences of a piece of prose with their words."""
    return _remembered(text) if len(text) < _MEMORABLE else tuple(_sentences(text))


@lru_cache(maxsize=1024)
def _remembered(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text; several rules ask for those of a paragraph."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    for start, end in sentence_ranges(text):
        yield read_sentence(text, start, end)


def sentence_ranges(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a piece of prose begins and ends; only white space parts them."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def read_sentence(text: str, start: int, end: int) -> Sentence:
    """Return the sentence in a range with its words."""
    tokens = []
    opens = True
    for match in _SPACE.finditer(text, start, end):
        words, stays_open = CHUNKS[match[0]]
        place = match.start()
        for word, first, behind, begins, quoted in words:
            tokens.append(_new(Token, (word, place + first, place + behind, quoted or (opens and begins))))
        opens = opens and stays_open
    return Sentence(start, end, tuple(tokens))


def _is_word(before: str, after: str) -> bool:
    """Whether letters with this before and after them are a whole word.

    They are not when part of a word stands in brackets (*(on)gelijk, analys[e]*), behind something that is no words (`` `GET`-verzoek ``),
    in a suspended compound (*voor- en nadelen*), beside digits and where a letter was lost to a wrong encoding.
    """
    last, following = before[-1:], after[:1]
    if last in ("-", "'", "’", "\u2011") and before.strip("-'’\u2011"):
        return False
    if (last in "()[]" and before.strip("([")) or (following in "()[]" and after[1:2].isalpha()):
        return False
    if last in ("-", GAP, _LOST) or following == _LOST or last.isdigit() or following.isdigit():
        return False
    return following not in ("-", "\u2011") or following == GAP
