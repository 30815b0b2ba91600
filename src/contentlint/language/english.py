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
_NEAR: Final = 0.65
"""A slip that costs this much at most speaks against a new word."""
_OFTEN: Final = 4
_NO_SUGGESTION: Final = -2.0
_PREFIXES: Final = (
    "anti", "auto", "co", "counter", "cross", "de", "geo", "hyper", "inter", "macro", "meta", "micro", "mini", "mis", "multi",
    "non", "over", "post", "pre", "pseudo", "re", "semi", "sub", "super", "un", "under", "ultra",
)  # fmt: skip
_ENDINGS: Final = ("s", "ed", "er", "ers", "ing", "ly", "able", "ness", "ship", "ships", "less")
_SHORTEST: Final = 4


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

    def derives(self, word: str) -> bool:
        """Whether a word is made of a known one by a common prefix or a regular ending."""
        lower = word.lower()
        known = self.table.trie
        for prefix in _PREFIXES:
            if lower.startswith(prefix) and len(lower) - len(prefix) >= _SHORTEST and lower[len(prefix) :] in known:
                return True
        for ending in _ENDINGS:
            stem = lower.removesuffix(ending)
            if (
                stem != lower
                and len(stem) >= _SHORTEST
                and (stem in known or (ending[0] == "e" and stem + "e" in known))
            ):
                return True
        return False

    @property
    def suggester(self) -> Suggester:
        """What finds suggestions among English words."""
        if self._suggester is None:
            self._suggester = Suggester(self.table, SoundIndex("en", self.table), _SOUNDS)
        return self._suggester


class EnglishSpelling:
    """Judges words in English prose."""

    language: Final = "en"
    joins_words: Final = False

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
        near = bool(found) and found[0].cost <= _NEAR
        if not near and (context.times >= _OFTEN or self._words.derives(word)):
            return None
        words = tuple(one.word for one in found)
        if not found:
            return Verdict(Level.UNKNOWN, Reason.UNKNOWN, (), _NO_SUGGESTION)
        best = found[0]
        if best.word.lower() == word.lower():
            return Verdict(Level.CAPITAL, Reason.CAPITAL, words, 0.0)
        certainty = (
            -1.2 * best.score - 1.5 * best.cost + 0.22 * min(len(word), 14)
            - 0.7 * word[0].isupper() - 0.3 * min(context.times - 1, 5)
            - 0.7 * (not context.function_words["en"])
        )  # fmt: skip
        if certainty >= CERTAIN:
            return Verdict(Level.MISTAKE, Reason.NEAR, words, certainty)
        return Verdict(Level.UNKNOWN, Reason.UNKNOWN, words, certainty)
