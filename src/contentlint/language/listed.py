"""The spelling of a language of which there is a list of words and nothing more."""

from __future__ import annotations

from typing import Final

from contentlint.language.context import Context
from contentlint.language.distance import sound_groups
from contentlint.language.findings import Level, Reason
from contentlint.language.forms import form_table
from contentlint.language.memo import Memo
from contentlint.language.packs import Verdict
from contentlint.language.shapes import is_no_plain_word
from contentlint.language.suggest import SoundIndex, Suggester

_OFTEN: Final = 4
_UNSURE: Final = 0.0


class ListedSpelling:
    """Judges words by a list: what it lacks is unknown, never certainly wrong.

    The data folder holds the list as ``scripts/build_dictionaries.py`` writes it (``form_files``), in files whose names
    begin with the tag of the language.

    Args:
        language: the tag.
        sounds: groups of letters that sound alike in the language, separated by spaces.
        joins_words: whether it writes new words by joining words without a space.
    """

    __slots__ = ("_suggester", "_table", "accepts", "joins_words", "language")

    def __init__(self, language: str, sounds: tuple[str, ...] = (), *, joins_words: bool = False) -> None:
        self.language: Final = language
        self.joins_words: Final = joins_words
        self._table: Final = form_table(language)
        self.accepts: Final = Memo(self._accepts).__getitem__
        self._suggester: Final = Suggester(self._table, SoundIndex(language, self._table), sound_groups(sounds))

    def _accepts(self, word: str) -> bool:
        plain = word.replace("’", "'")
        return (
            plain in self._table.trie
            or plain.lower() in self._table.trie
            or (plain.isupper() and plain.capitalize() in self._table.trie)
        )

    def judge(self, word: str, context: Context) -> Verdict | None:
        if is_no_plain_word(word) or context.times >= _OFTEN or context.is_foreign(self.language):
            return None
        if word[0].isupper() and (not context.opens or context.capital_inside):
            return None
        if all(not part or self.accepts(part) for part in word.split("-")):
            return None
        words = tuple(one.word for one in self._suggester.suggest(word))
        if words and words[0].lower() == word.lower():
            return Verdict(Level.CAPITAL, Reason.CAPITAL, words, _UNSURE)
        return Verdict(Level.UNKNOWN, Reason.UNKNOWN, words, _UNSURE)
