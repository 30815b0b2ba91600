"""English words, American and British alike."""

from __future__ import annotations

from typing import Final

from contentlint.language.context import Context
from contentlint.language.distance import sound_groups
from contentlint.language.english_made import Made, NewEnglishWords
from contentlint.language.findings import CERTAIN, Level, Reason
from contentlint.language.forms import form_table, map_trie
from contentlint.language.memo import Memo
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
_NEARLY: Final = 1.0
"""The same for a word of which less speaks for itself."""
_LONG: Final = 8
_OFTEN: Final = 4
_NO_SUGGESTION: Final = -2.0
_DOUBTFUL: Final = 0.9
"""The certainty of what is not certain for another reason than its weight."""
_SHORTEST_PART: Final = 3
"""Letters up to this many are not judged in a word with hyphens."""
_SHORTEST_CERTAIN: Final = 5
"""A word with fewer letters is near too many others to be sure."""


class EnglishWords:
    """The English dictionary.

    Attributes:
        accepts: whether English has a word, with these capitals or with one at its begin.
        made: how a word in lower case is made of words that exist; None when it is not.
    """

    __slots__ = ("_new", "_suggester", "accepts", "made", "table", "terms")

    def __init__(self) -> None:
        self.table: Final = form_table("en")
        self.terms: Final = map_trie("terms.forms")
        self.accepts: Final = Memo(self._accepts).__getitem__
        self._new: Final = NewEnglishWords(self._is_listed, self.table.frequency)
        self.made: Final = Memo(self._made).__getitem__
        self._suggester: Suggester | None = None

    def _accepts(self, word: str) -> bool:
        word = word.replace("’", "'")
        trie = self.table.trie
        if word in trie or word.lower() in trie or (word.isupper() and word.capitalize() in trie):
            return True
        if word.endswith("'s"):
            return self._accepts(word[:-2])
        if (plain := without_accents(word)) != word:  # English writes its accents or leaves them out: café, cafe
            return self._accepts(plain)
        return "-" in word and all(part and self._accepts(part) for part in word.split("-"))

    def is_term(self, word: str) -> bool:
        """Whether a word in lower case is a term, or a plural or possessive of one."""
        bare = word.removesuffix("'s").removesuffix("’s")
        return word in self.terms or bare in self.terms or (bare.endswith("s") and bare[:-1] in self.terms)

    def _made(self, word: str) -> Made | None:
        return self._new.made(word.removesuffix("'s").removesuffix("’s"))

    def _is_listed(self, word: str) -> bool:
        return word in self.table.trie or word in self.terms

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
        self.accepts: Final = self._words.accepts

    def judge(self, word: str, context: Context) -> Verdict | None:
        lower = word.lower()
        if is_no_plain_word(word) or self._words.is_term(lower) or context.is_foreign("en"):
            return None
        if word[0].isupper() and (not context.opens or context.capital_inside):
            return None
        if "-" in word:
            return self._judge_joined(word)
        found = self._words.suggester.suggest(word)
        best = found[0] if found else None
        words = tuple(one.word for one in found)
        if best is not None and best.word.lower() == lower:
            # Commands, handles and keys are written without a capital: in lists, alone, and again and again.
            in_sentence = context.function_words["en"] and not context.opens and context.times < _OFTEN
            return Verdict(Level.CAPITAL, Reason.CAPITAL, words, 0.0) if in_sentence else None
        if context.is_name:
            return None
        made = self._words.made(lower)
        doubted = made is Made.COMPOUND or (word[0].isupper() and len(word) >= _LONG)
        near = best is not None and best.cost <= (_NEARLY if doubted else _NEAR)
        if made is Made.DOUBLED or (not near and (made or context.times >= _OFTEN)):
            return None
        if best is None:
            return None if word[0].isupper() else Verdict(Level.UNKNOWN, Reason.UNKNOWN, (), _NO_SUGGESTION)
        certainty = (
            -1.2 * best.score - 1.5 * best.cost + 0.22 * min(len(word), 14)
            - 0.7 * word[0].isupper() - 0.3 * min(context.times - 1, 5)
            - 0.7 * (not context.function_words["en"])
        )  # fmt: skip
        is_odd = made is Made.AGENT or len(word) < _SHORTEST_CERTAIN or lower[0] == lower[1]  # *bbolt* is a name
        if certainty >= CERTAIN and not is_odd:
            return Verdict(Level.MISTAKE, Reason.NEAR, words, certainty)
        if word[0].isupper() and not near:
            return None
        return Verdict(Level.UNKNOWN, Reason.UNKNOWN, words, min(certainty, _DOUBTFUL))

    def _judge_joined(self, word: str) -> Verdict | None:
        """Judge a word with hyphens: a name of a program, unless one slip in one part makes known words of it."""
        parts = word.split("-")
        wrong = [place for place, part in enumerate(parts) if not self._is_part(part)]
        if len(wrong) != 1 or self._words.accepts(word.replace("-", "")):
            return None
        (place,) = wrong
        found = [one for one in self._words.suggester.suggest(parts[place]) if one.cost <= _NEAR]
        words = tuple("-".join((*parts[:place], one.word, *parts[place + 1 :])) for one in found)
        return Verdict(Level.UNKNOWN, Reason.UNKNOWN, words, 0.0) if words else None

    def _is_part(self, part: str) -> bool:
        words = self._words
        return (
            len(part) <= _SHORTEST_PART
            or part[0].isupper()
            or words.accepts(part)
            or words.is_term(part.lower())
            or bool(words.made(part.lower()))
        )
