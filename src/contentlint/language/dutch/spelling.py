"""Judges words in Dutch prose: certainly wrong, unknown, or right after all."""

from __future__ import annotations

import re
from operator import gt
from typing import Final

from contentlint.language.context import Context
from contentlint.language.detect import FUNCTION_WORDS
from contentlint.language.dutch.dictionary import DutchDictionary
from contentlint.language.dutch.evidence import weigh
from contentlint.language.dutch.inflected import is_inflected
from contentlint.language.dutch.joined import JOINED
from contentlint.language.dutch.loose import LooseWords, Made
from contentlint.language.dutch.patterns import DutchPatterns, Mended
from contentlint.language.dutch.slips import KNOWN_SLIPS, SOUNDS, DutchSlips
from contentlint.language.english import EnglishWords
from contentlint.language.findings import CERTAIN, Level, Reason
from contentlint.language.packs import Verdict
from contentlint.language.shapes import is_acronym, is_no_plain_word
from contentlint.language.suggest import SoundIndex, Suggester, Suggestion

_LEVELS: Final = {
    Reason.LINKING_S: Level.COMPOUND,
    Reason.LINKING_N: Level.COMPOUND,
    Reason.HYPHEN_MISSING: Level.COMPOUND,
    Reason.HYPHEN_NEEDLESS: Level.COMPOUND,
}
_NEAR_COST: Final = 1.3
_NEAR_SCORE: Final = 0.4
_SLIGHT: Final = 0.65
_BY_RULE: Final = 3.0
"""The certainty of what a rule of spelling explains."""
_OFTEN: Final = 4
_SPOKEN: Final = frozenset(
    """allez argh auw blabla blablabla da's dat's d'r effe efkes ehm hij's hoe's jaja joh mwah nie oja tsja uhm waar's wat's wie's
    zo's""".split()
)
"""Spoken words that stand near others and in no dictionary."""
_LITTLE: Final = FUNCTION_WORDS["nl"]
_SHORTENED: Final = frozenset(
    "adv aub eea evt icm idd igv iha ihb ihkv iig incl excl iom ipv ism itt ivm mbt nav oa oid oiv tav tbv tegenw tov tzt".split()
)
"""Abbreviations with a vowel that are written without their dots."""
_DRAWN_OUT: Final = re.compile(r"([aou])\1\1|eee\Z")
_LONGEST_CRY: Final = 6
_STREET: Final = re.compile(
    r"(?:straat|laan|weg|plein|gracht|kade|singel|dijk|steeg|hof|dreef|pad|plantsoen|markt|brink|haven|steiger)\Z"
)
_LONGEST_ACRONYM: Final = 4
_SHORTEST_CAPITAL: Final = 6
_BEFORE_DATIVE: Final = frozenset(("te", "ten", "ter"))
"""Words behind which a noun keeps an old ending (*ten blijke*)."""
_SHORTEST_JOINED: Final = 8
_LONG: Final = 12
_SMALL_SLIP: Final = 0.85
_WELL_KNOWN: Final = 5.0
_KNOWN_NAME: Final = 4.0
_CAPITAL_COST: Final = 1.3
_CAPITAL_SCORE: Final = -0.1
_RARE_NAME: Final = -0.9
"""The score above which a word that differs in its capital alone may as well be another word."""
_DOUBLE: Final = 2
_RARE_ACCENTED: Final = 2.5
_EITHER: Final = "kerst"
"""With a capital it is the feast, without one the season."""
_BEFORE_PLACES: Final = frozenset(("bij", "in", "naar", "nabij", "omgeving", "provincie", "te", "uit"))
_OF_PLACES: Final = ("s", "se", "sch", "sche", "er", "talig", "talige", "land", "week", "dag", "feest")
"""Ends of what comes from the name of a place, and of names of days and feasts; other names without a capital are commands or cries."""
_FOREIGN: Final = 3
"""How many words that only English has make a sentence English when Dutch has fewer."""
_STRESS: Final = str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU")
"""An acute accent on any vowel may stand for stress."""
_BOUND_PREFIXES: Final = ("ge-", "be-", "ver-", "ont-")


class DutchSpelling:
    """The spelling of Dutch."""

    language: Final = "nl"
    joins_words: Final = True

    def __init__(self) -> None:
        self.dictionary: Final = DutchDictionary()
        self.accepts: Final = self.dictionary.accepts
        self._english: Final = EnglishWords()
        self._loose: Final = LooseWords(self.dictionary, self._english)
        self._patterns: Final = DutchPatterns(self.dictionary, self._english)
        table = self.dictionary.table
        index = SoundIndex("nl", table)
        slips = DutchSlips(self.dictionary, index, self._english)
        self.suggester: Final = Suggester(table, index, SOUNDS, slips.candidates)

    def judge(self, word: str, context: Context) -> Verdict | None:
        plain = word.replace("’", "'").replace("\u2010", "-").replace("\u2011", "-")
        if self.accepts(plain.translate(_STRESS)):
            return None
        if is_no_plain_word(plain) or self.accepts(plain + ".") or self._is_foreign(context):
            return None
        capital = plain[0].isupper()
        lower = plain.lower() if capital else plain
        if capital and lower != _EITHER and self.dictionary.keeps_small(lower) and self.accepts(lower):
            before = context.before
            beside_capital = (before[:1].isupper() and before.lower() not in _LITTLE) or context.after[:1].isupper()
            return None if context.opens or beside_capital else Verdict(Level.CAPITAL, Reason.CAPITAL, (lower,), 0.0)
        if capital and (name := self._patterns.name(plain)) is not None:
            return self._verdict(name, plain, _BY_RULE)
        if capital and (not context.opens or context.capital_inside):
            return self._instead_of_name(plain, lower, context)
        if (known := KNOWN_SLIPS.get(lower)) is not None:
            return self._verdict((known, Reason.LISTED_WRONG), plain, _BY_RULE)
        if lower == _EITHER or lower in JOINED or lower in _SPOKEN or lower in _SHORTENED or self._is_cry(lower):
            return None
        if capital and self._is_name(plain, context):
            return None
        if (joined := self._with_hyphen(lower)) is not None:
            return self._verdict((joined, Reason.HYPHEN_MISSING), plain, -1.0)
        if (plural := self._patterns.plural(lower)) is not None:
            return self._verdict(plural, plain, _BY_RULE)
        if not capital and self._is_well_known_name(lower):
            return Verdict(Level.CAPITAL, Reason.CAPITAL, (lower.capitalize(),), 0.0)
        if self._is_term(lower):
            return None
        if not capital and self._is_small_acronym(lower):
            return None
        if "-" in plain:
            if (joined := self._without_hyphen(plain)) is not None:
                return self._verdict((joined, Reason.HYPHEN_NEEDLESS), plain, _BY_RULE)
            parts = plain.split("-")
            if all(self._is_part(part) for part in parts if part):
                return None
            if len(parts) > _DOUBLE and self.accepts("".join(parts).lower()):  # spelt out: *ein-de-lijk*
                return None
        mended = self._patterns.mend(lower)
        if (
            mended is not None
            and not self._is_rather_english(lower, mended)
            and (mended[0] in self.dictionary.table.trie or not self._is_new_compound(mended, lower))
        ):
            return self._verdict(mended, plain, _BY_RULE - 1.5 * (capital and context.before[:1].isupper()))
        if is_inflected(lower, self.dictionary) or (
            context.before.lower() in _BEFORE_DATIVE and lower.endswith("e") and self.accepts(lower[:-1])
        ):
            return None
        return self._by_evidence(plain, lower, context)

    @staticmethod
    def _is_cry(word: str) -> bool:
        """Whether a short word is drawn out as it is said (*jaaa, tuuut*)."""
        return len(word) <= _LONGEST_CRY and bool(_DRAWN_OUT.search(word))

    def _is_name(self, word: str, context: Context) -> bool:
        """Whether a word that opens a sentence is the first of two names, or a street."""
        if _STREET.search(word):
            return True
        after = context.after
        return after[:1].isupper() and not after.isupper() and not self.accepts(after.lower())

    def _is_well_known_name(self, word: str) -> bool:
        """Whether a word is one of the most frequent names without its capital (*amsterdam*), and nothing else."""
        name = word.capitalize()
        known = self.dictionary.table.frequency(name) >= _WELL_KNOWN
        return known and self.accepts(name) and not self._english.accepts(word)

    def _instead_of_name(self, word: str, lower: str, context: Context) -> Verdict | None:
        """Judge a word with a capital inside a sentence: a name, unless a common word is very near."""
        if len(word) < _SHORTEST_CAPITAL or context.times > 1 or "-" in word or self._is_term(lower):
            return None
        found = self.suggester.suggest(word)
        if not found or not self._is_rather(found[0], word):
            return None
        if self._english.accepts(word) or self._loose.made(lower):
            return None
        return Verdict(Level.UNKNOWN, Reason.UNKNOWN, tuple(one.word for one in found), 0.0)

    def _is_rather(self, best: Suggestion, word: str) -> bool:
        """Whether a word with a capital is rather a suggestion with a slip than a name."""
        if not best.listed:
            return len(word) >= _LONG and best.cost <= _SMALL_SLIP
        if not self.dictionary.accepts(best.word.lower()):
            return best.cost <= _SMALL_SLIP and self.dictionary.table.frequency(best.word) >= _KNOWN_NAME
        return best.cost <= _CAPITAL_COST and best.score <= _CAPITAL_SCORE

    def _is_foreign(self, context: Context) -> bool:
        """Whether the sentence is English, by its little words or by the words that only one of the languages has."""
        if context.is_foreign("nl"):
            return True
        dutch = [*map(self.accepts, context.sentence)]
        english = [*map(self._english.accepts, context.sentence)]
        own: int = sum(map(gt, dutch, english))
        other: int = sum(map(gt, english, dutch))
        return other > own and other >= _FOREIGN

    def _is_new_compound(self, mended: Mended, word: str) -> bool:
        """Whether a word that a compound with an accent was found for is a compound as it stands (*clientzijde*)."""
        return mended[1] is Reason.ACCENT and self._loose.made(word) is Made.COMPOUND

    def _is_rather_english(self, word: str, mended: Mended) -> bool:
        """Whether a word without accents is English, and the Dutch one too rare to be meant (*rape, resistance*)."""
        rare = self.dictionary.table.frequency(mended[0]) < _RARE_ACCENTED
        return rare and mended[1] is Reason.ACCENT and self._english.accepts(word)

    def _verdict(self, mended: Mended, word: str, certainty: float) -> Verdict:
        text, reason = mended
        if word[0].isupper():
            text = text[:1].upper() + text[1:]
        level = _LEVELS.get(reason) or (Level.MISTAKE if certainty >= CERTAIN else Level.UNKNOWN)
        others = [one.word for one in self.suggester.suggest(word) if one.word != text]
        return Verdict(level, reason, (text, *others[:4]), certainty)

    def _is_term(self, word: str) -> bool:
        terms = self._english.terms
        return word in terms or (word.endswith(("'s", "s")) and word.rstrip("s").rstrip("'") in terms)

    def _with_hyphen(self, word: str) -> str | None:
        """Return the word as the dictionary lists it with a hyphen inside."""
        for place in range(1, len(word) - 1):
            form = f"{word[:place]}-{word[place:]}"
            if form in self.dictionary.table.trie and self.dictionary.accepts(form):
                return form
        return None

    def _without_hyphen(self, word: str) -> str | None:
        """Return the compound that a word with a hyphen should be.

        A hyphen that parts a long compound is a matter of taste (*software-ontwikkelaar*); behind a prefix that is no word it is wrong.
        """
        left, _, right = word.partition("-")
        joined = left + right
        if "-" in right or not joined.islower() or not self.dictionary.accepts(joined):
            return None
        return joined if word.startswith(_BOUND_PREFIXES) else None

    def _is_small_acronym(self, word: str) -> bool:
        """Whether a word is an acronym in small letters, as many are written (*usb*)."""
        bare = word.partition("'")[0]
        return len(bare) <= _LONGEST_ACRONYM and bare.upper() in self.dictionary.table.trie

    def _is_part(self, part: str) -> bool:
        return (
            len(part) <= 2
            or is_acronym(part)
            or self._is_small_acronym(part)
            or part[0].isupper()
            or is_no_plain_word(part)
            or self.accepts(part)
            or self._is_term(part.lower())
            or self._english.accepts(part)
            or self._loose.made(part) is not None
            or bool(self.dictionary.table.masks(part) or self.dictionary.table.masks(part + "-"))
        )

    def _is_backed(self, suggestion: Suggestion) -> bool:
        """Whether a list or texts have a suggestion, or it differs so little that the joint alone is wrong."""
        return suggestion.listed or suggestion.cost <= _SLIGHT or self._loose.is_attested(suggestion.word.lower())

    def _by_evidence(self, word: str, lower: str, context: Context) -> Verdict | None:
        made = self._loose.made(lower)
        found = self.suggester.suggest(word)
        if made is Made.COMPOUND:  # it is one word, and need not be two
            found = tuple(one for one in found if " " not in one.word)
        two_words = self._loose.reads_as_two(lower)
        if made or two_words:  # another compound is no better, unless people write it
            found = tuple(one for one in found if self._is_backed(one))
        best = found[0] if found else None
        english = self._english.accepts(lower)
        if english and not (
            best
            and best.cost <= _SLIGHT
            and self._english.table.frequency(lower) < self.dictionary.table.frequency(best.word)
        ):
            return None
        two_words = self._loose.reads_as_two(lower)
        near = (
            best is not None
            and best.cost <= _NEAR_COST
            and best.score <= _NEAR_SCORE
            and (best.listed or not two_words or best.cost <= _SLIGHT or self._loose.is_attested(best.word.lower()))
        )
        as_made = made or (two_words and not found and len(lower) >= _SHORTEST_JOINED)
        if (as_made or context.times >= _OFTEN) and not near:
            return None
        if word[0].isupper() and (best is None or (best.cost > _NEAR_COST and best.score > _NEAR_SCORE)):
            return None  # a name, or a new word at the begin of a sentence
        words = tuple(one.word for one in found)
        if best is not None and best.word.lower() == lower:
            place = lower.endswith(_OF_PLACES) or context.before.lower() in _BEFORE_PLACES
            rare = best.score > _RARE_NAME or not place
            return None if rare and (two_words or word == lower) else Verdict(Level.CAPITAL, Reason.CAPITAL, words, 0.0)
        if self._english.accepts(lower.capitalize()):
            return None
        if self.dictionary.is_forbidden(lower) and best is not None and best.cost <= _SLIGHT:
            return Verdict(Level.MISTAKE, Reason.LISTED_WRONG, words, _BY_RULE)
        name = best is not None and not self.accepts(best.word.lower())
        certainty = weigh(word, found, context, made, two_words=two_words, english=english, name=name)
        if certainty >= CERTAIN:
            return Verdict(Level.MISTAKE, Reason.NEAR, words, certainty)
        apart = best is not None and " " in best.word
        return Verdict(Level.UNKNOWN, Reason.SPLIT if apart else Reason.UNKNOWN, words, certainty)
