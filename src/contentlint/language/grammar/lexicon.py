"""Dutch word forms: what a word can be, told from its letters alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from contentlint.language.forms import DATA
from contentlint.language.memo import Memo

if TYPE_CHECKING:
    from pathlib import Path

WORDS_FILE: Final = "nl-grammar-words.marisa"
FLAGS_FILE: Final = "nl-grammar-forms.bin"


class Form:
    """The kinds of form that a word can be, as bits; most words can be several."""

    NOUN: Final = 1
    PLURAL: Final = 2
    ADJECTIVE: Final = 4
    INFLECTED: Final = 8
    """An adjective or participle in -e."""
    STEM: Final = 16
    """The form after *ik*: werk, vind."""
    THIRD: Final = 32
    """Stem and t: werkt, vindt."""
    PARTICIPLE: Final = 64
    """A past participle in -d or -t: gewerkt, gebeurd."""
    INFINITIVE: Final = 128
    PAST: Final = 256
    """Past tense, singular or plural: werkte, vonden."""


class Lexicon:
    """The word forms of a language, read from a memory-mapped file.

    Args:
        folder: the folder with ``nl-grammar-words.marisa`` and ``nl-grammar-forms.bin``.

    Attributes:
        forms: the kinds that a word in lower case can be, as bits of ``Form``; 0 for an unknown or invariable word.

    Raises:
        OSError: a file is missing or cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        import marisa_trie  # noqa: PLC0415 - only for documents with Dutch text

        self._words: Final = marisa_trie.Trie().mmap(str(folder / WORDS_FILE))
        data = (folder / FLAGS_FILE).read_bytes()
        count = data[0]
        self._kinds: Final = [int.from_bytes(data[at : at + 2], "little") for at in range(1, 1 + 2 * count, 2)]
        self._by_id: Final = data[1 + 2 * count :]
        self.forms: Final = Memo(self._forms).__getitem__

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def _forms(self, word: str) -> int:
        at = self._words.get(word)
        return 0 if at is None else self._kinds[self._by_id[at]]


@cache
def dutch_lexicon() -> Lexicon:
    """Return the Dutch lexicon, read once."""
    return Lexicon(DATA)
