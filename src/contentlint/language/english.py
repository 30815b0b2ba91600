"""English words, American and British alike."""

from __future__ import annotations

from typing import Final

from contentlint.language.context import Context
from contentlint.language.distance import sound_groups
from contentlint.language.findings import CERTAIN, Level, Reason
from contentlint.language.forms import FormTable, map_trie
from contentlint.language.packs import Verdict
from contentlint.language.shapes import is_no_plain_word
from contentlint.language.sounds import without_accents
from contentlint.language.suggest import SoundIndex, Suggester

_SOUNDS: Final = sound_groups(
    (
        "f ph",
        "c k ck s",
        "ie ei",
        "ea ee e",
        "able ible",
        "ant ent",
        "ance ence",
        "er or",
        "x cs",
        "y i",
        "s z",
        "ou o u",
    ),
    (),
)


class EnglishWords:
    """The English dictionary."""

    __slots__ = ("_known", "_suggester", "table", "terms")

    def __init__(self) -> None:
        self.table: Final = FormTable("en")
        self.terms: Final = map_trie("terms.forms")
        self._known: Final[dict[str, bool]] = {}
        self._suggester: Suggester | None = None

    def accepts(self, word: str) -> bool:
        """Whether English has a word, with these capitals or with one at its begin."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._accepts(word.replace("’", "'"))
        return known

    def _accepts(self, word: str) -> bool:
        trie = self.table.trie
        if word in trie or word.lower() in trie or (word.isupper() and word.capitalize() in trie):
            return True
        if word.endswith("'s"):
            return self._accepts(word[:-2])
        if (plain := without_accents(word)) != word:  # English writes its accents or leaves them out: café, cafe
            return self._accepts(plain)
        return "-" in word and all(part and self._accepts(part) for part in word.split("-"))

    @property
    def suggester(self) -> Suggester:
        """What finds suggestions among English words."""
        if self._suggester is None:
            self._suggester = Suggester(self.table, SoundIndex("en", self.table), _SOUNDS)
        return self._suggester


class EnglishSpelling:
    """Judges words in English prose."""

    language: Final = "en"

    def __init__(self) -> None:
        self._words: Final = EnglishWords()

    def accepts(self, word: str) -> bool:
        return self._words.accepts(word)

    def judge(self, word: str, context: Context) -> Verdict | None:
        if is_no_plain_word(word) or word.lower() in self._words.terms or context.is_foreign("en"):
            return None
        if word[0].isupper() and (not context.opens or context.capital_inside):
            return None
        if all(part.lower() in self._words.terms or self._words.accepts(part) for part in word.split("-")):
            return None
        found = self._words.suggester.suggest(word)
        words = tuple(one.word for one in found)
        if not found:
            return Verdict(Level.UNKNOWN, Reason.UNKNOWN, (), -2.0)
        best = found[0]
        certainty = (
            -1.2 * best.score - 1.5 * best.cost + 0.22 * min(len(word), 14)
            - 0.7 * word[0].isupper() - 0.3 * min(context.times - 1, 5)
            - 0.7 * (not context.function_words["en"])
        )  # fmt: skip
        if certainty >= CERTAIN:
            return Verdict(Level.MISTAKE, Reason.NEAR, words, certainty)
        return Verdict(Level.UNKNOWN, Reason.UNKNOWN, words, certainty)
