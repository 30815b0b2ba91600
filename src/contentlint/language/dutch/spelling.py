"""Judges words in Dutch prose: certainly wrong, unknown, or right after all."""

from __future__ import annotations

import re
from typing import Final

from contentlint.language.context import Context
from contentlint.language.dutch.dictionary import DutchDictionary
from contentlint.language.dutch.loose import LooseWords, Made
from contentlint.language.dutch.patterns import DutchPatterns, Mended
from contentlint.language.dutch.slips import SOUNDS, CompoundSlips
from contentlint.language.english import EnglishWords
from contentlint.language.findings import CERTAIN, Level, Reason
from contentlint.language.packs import Verdict
from contentlint.language.shapes import is_acronym, is_no_plain_word
from contentlint.language.suggest import SoundIndex, Suggester, Suggestion

_LEVELS: Final = {
    Reason.LINKING_S: Level.COMPOUND,
    Reason.HYPHEN_MISSING: Level.COMPOUND,
    Reason.HYPHEN_NEEDLESS: Level.COMPOUND,
}
_NEAR_COST: Final = 0.95
_NEAR_SCORE: Final = 0.1
_INFLECTION: Final = re.compile(r"n|s|en|e|er|t|d|je")


class DutchSpelling:
    """The spelling of Dutch."""

    language: Final = "nl"

    def __init__(self) -> None:
        self.dictionary: Final = DutchDictionary()
        self._english: Final = EnglishWords()
        self._loose: Final = LooseWords(self.dictionary, self._english)
        self._patterns: Final = DutchPatterns(self.dictionary, self._english)
        table = self.dictionary.table
        self.suggester: Final = Suggester(
            table, SoundIndex("nl", table), SOUNDS, CompoundSlips(self.dictionary).candidates
        )

    def accepts(self, word: str) -> bool:
        return self.dictionary.accepts(word)

    def judge(self, word: str, context: Context) -> Verdict | None:
        plain = word.replace("’", "'").replace("\u2010", "-").replace("\u2011", "-")
        if plain != word and self.accepts(plain):
            return None
        if is_no_plain_word(plain) or self.accepts(plain + ".") or context.is_foreign("nl"):
            return None
        capital = plain[0].isupper()
        if capital and (not context.opens or context.capital_inside):
            return None
        lower = plain.lower() if capital else plain
        if (joined := self._with_hyphen(lower)) is not None:
            return self._verdict(Mended(joined, Reason.HYPHEN_MISSING), plain, -1.0)
        if self._is_term(lower):
            return None
        if "-" in plain:
            if (joined := self._without_hyphen(plain)) is not None:
                return self._verdict(Mended(joined, Reason.HYPHEN_NEEDLESS), plain, 0.0)
            if all(self._is_part(part) for part in plain.split("-") if part):
                return None
        mended = self._patterns.mend(lower)
        if mended is not None:
            return self._verdict(mended, plain, 3.0 - 1.5 * (capital and context.before[:1].isupper()))
        return self._by_evidence(plain, lower, context)

    def _verdict(self, mended: Mended, word: str, certainty: float) -> Verdict:
        text = mended.word[:1].upper() + mended.word[1:] if word[0].isupper() else mended.word
        level = _LEVELS.get(mended.reason) or (Level.MISTAKE if certainty >= CERTAIN else Level.UNKNOWN)
        others = [one.word for one in self.suggester.suggest(word) if one.word != text]
        return Verdict(level, mended.reason, (text, *others[:4]), certainty)

    def _is_term(self, word: str) -> bool:
        terms = self._english.terms
        return word in terms or (word.endswith(("'s", "s")) and word.rstrip("s").rstrip("'") in terms)

    def _with_hyphen(self, word: str) -> str | None:
        """Return the word as the dictionary lists it with a hyphen inside."""
        for place in range(1, len(word)):
            form = f"{word[:place]}-{word[place:]}"
            if form in self.dictionary.table.trie and self.dictionary.accepts(form):
                return form
        return None

    def _without_hyphen(self, word: str) -> str | None:
        """Return the compound that a word with one hyphen is without it."""
        joined = word.replace("-", "")
        return joined if word.count("-") == 1 and joined.islower() and self.dictionary.accepts(joined) else None

    def _is_part(self, part: str) -> bool:
        return (
            len(part) <= 2
            or is_acronym(part)
            or part[0].isupper()
            or is_no_plain_word(part)
            or self.accepts(part)
            or self._is_term(part.lower())
            or self._english.accepts(part)
            or any(True for _ in self.dictionary.compounds(part))
            or bool(self.dictionary.table.masks(part) or self.dictionary.table.masks(part + "-"))
        )

    def _by_evidence(self, word: str, lower: str, context: Context) -> Verdict | None:
        found = self.suggester.suggest(word)
        best = found[0] if found else None
        near = best is not None and best.cost <= _NEAR_COST and best.score <= _NEAR_SCORE
        english = self._english.accepts(lower)
        if english and not (best and best.cost <= 0.6 and self._english.table.frequency(lower) < 3):
            return None
        made = self._loose.made(lower)
        if made and not near:
            return None
        if context.times >= 4 and not near:
            return None
        certainty = self._certainty(word, lower, best, made, context, english=english)
        words = tuple(one.word for one in found)
        if best is not None and best.word.lower() == lower and best.word != word:
            return Verdict(Level.CAPITAL, Reason.CAPITAL, words, certainty)
        if certainty >= CERTAIN:
            return Verdict(Level.MISTAKE, Reason.NEAR, words, certainty)
        return Verdict(Level.UNKNOWN, Reason.UNKNOWN, words, certainty)

    def _certainty(
        self, word: str, lower: str, best: Suggestion | None, made: Made | None, context: Context, *, english: bool
    ) -> float:
        if best is None or "-" in word or "'" in word:
            return -2.0
        meant = best.word.lower()
        if meant == lower:
            return -1.0
        if lower.startswith(meant) and _INFLECTION.fullmatch(lower[len(meant) :]):
            return -0.9
        if context.times >= 4 and best.cost > 0.6:
            return -0.8
        total = -1.2 * best.score - 1.5 * best.cost + 0.22 * min(len(word), 14)
        if made is Made.COMPOUND:
            total -= 0.6
        elif made is Made.ENGLISH_VERB:
            total -= 2.0
        elif made is Made.DERIVATION:
            total -= 1.0
        total -= 0.8 * (not best.listed) + 1.0 * english + 0.7 * word[0].isupper() + 0.1 * min(context.times - 1, 5)
        total -= 0.7 * (not context.function_words["nl"])
        if " " in best.word:
            total -= 1.0
        return total
