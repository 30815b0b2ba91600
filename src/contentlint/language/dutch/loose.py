"""Words that the dictionary cannot know but that are made as Dutch makes words: new compounds and derivations."""

from __future__ import annotations

import enum
from typing import Final

from contentlint.language import flags as f
from contentlint.language.detect import FUNCTION_WORDS
from contentlint.language.dutch.dictionary import DutchDictionary
from contentlint.language.english import EnglishWords
from contentlint.language.forms import COMPOUNDS, map_trie
from contentlint.language.grammar.lexicon import Form, dutch_lexicon

_ALWAYS_S: Final = ("heid", "teit", "schap", "ling")
_PREFIXES: Final = (
    "aarts", "anti", "auto", "bio", "co", "eco", "ex", "extra", "hyper", "inter", "macro", "mede", "mega", "meta", "micro", "mini",
    "mono", "multi", "nano", "neo", "niet", "non", "on", "oud", "post", "pre", "pro", "pseudo", "re", "semi", "sub", "super",
    "tele", "trans", "ultra", "her",
)  # fmt: skip
_PARTICIPLE_PREFIXES: Final = ("voor", "bij", "mee", "na", "door")
"""Parts of verbs that are put before any participle."""
_SUFFIXES: Final = (
    "achtig", "achtige", "baar", "bare", "baarheid", "loos", "loze", "gewijs", "matig", "matige", "waardig", "waardige",
    "heid", "heden", "schap", "schappen", "vrij", "vrije", "rijk", "rijke", "gericht", "gerichte", "gedreven", "gebaseerd",
    "gebaseerde", "vormig", "vormige", "talig", "talige",
)  # fmt: skip
_PLACES: Final = frozenset(("achter", "beneden", "binnen", "boven", "buiten", "onder", "tussen"))
"""Words of place that open new compounds with a noun (*onderbalk*), although they are as frequent as adverbs."""
_VERB_ENDINGS: Final = ("en", "t", "d", "de", "te", "den", "ten", "er", "ers", "bare", "baar", "ing")
_SHORTEST: Final = 4
_RARE: Final = 2.0
_LITTLE: Final = 4.2
_WELL_KNOWN: Final = 3.4
_LONG: Final = 7
_COMMON: Final = 4.0
_BORROWED: Final = 3.0
"""How frequent in English a part of a Dutch compound is; more so when it is short."""
_HOW: Final = frozenset(("best", "half", "niet", "veel"))
_SAID: Final = ("d", "t", "de", "te", "end", "ende", "bare", "baar")
_VERBAL: Final = Form.STEM
_SHORT_NOUN: Final = 3
_NO_NOUN: Final = ~(Form.NOUN | Form.PLURAL)


class Made(enum.Enum):
    """How a word is made that no list knows."""

    COMPOUND = "compound"
    DERIVATION = "derivation"
    ENGLISH_VERB = "english-verb"


class LooseWords:
    """Recognises new words.

    Args:
        dictionary: the Dutch dictionary.
        english: the English one, whose verbs and nouns Dutch borrows.
    """

    __slots__ = ("_dictionary", "_english", "_parts")

    def __init__(self, dictionary: DutchDictionary, english: EnglishWords) -> None:
        self._dictionary: Final = dictionary
        self._english: Final = english
        self._parts: Final = map_trie(COMPOUNDS)

    def made(self, word: str) -> Made | None:
        """Return how a word in lower case is made of words that exist; None when it is not."""
        if self._is_compound(word):
            return Made.COMPOUND
        if self._is_derived(word):
            return Made.DERIVATION
        if self._is_english_verb(word):
            return Made.ENGLISH_VERB
        return None

    def _is_compound(self, word: str) -> bool:
        if self._opens_often(word[: _SHORTEST - 1]) and self._closes(word[_SHORTEST - 1 :]) and len(word) > _LONG:
            return True
        for place in range(_SHORTEST, len(word) - _SHORTEST + 1):
            left, right = word[:place], word[place:]
            if left in _PLACES:
                if self._dictionary.table.has(right, f.END):
                    return True
            elif (self._closes(right) and (self._opens(left) or self._is_long(left, right))) or self._is_said_of(
                left, right
            ):
                return True
        # Short words close a compound only where they close many (*-dag, -tip*), and behind a whole word.
        left, right = word[:-_SHORT_NOUN], word[-_SHORT_NOUN:]
        return (
            len(word) > _LONG
            and f"-{right}" in self._parts
            and self._dictionary.table.frequency(right) >= _WELL_KNOWN
            and bool(dutch_lexicon().forms(right) & Form.NOUN)
            and self._opens(left)
        )

    def _is_said_of(self, left: str, right: str) -> bool:
        """Whether a participle stands behind what says how (*veelgezocht, lichtverteerbare, versgedrukt*)."""
        frequency = self._dictionary.table.frequency
        if not right.endswith(_SAID) or frequency(left) < _COMMON or frequency(right) < _RARE:
            return False
        forms = dutch_lexicon().forms
        how = left in _HOW or forms(left) & Form.ADJECTIVE
        return bool(how and forms(right) & (Form.PARTICIPLE | Form.INFLECTED | Form.ADJECTIVE))

    def _is_long(self, part: str, noun: str) -> bool:
        """Whether the part before a noun is a compound itself (*schoolkrantredactie*)."""
        forms = dutch_lexicon().forms(noun)
        is_noun = forms & Form.NOUN or (forms & Form.PLURAL and not forms & Form.INFINITIVE)
        return bool(is_noun) and len(part) > _LONG and not part.endswith(_ALWAYS_S) and self._dictionary.accepts(part)

    def _closes(self, part: str) -> bool:
        table = self._dictionary.table
        if any(mask & f.WORD and not mask & f.FORBIDDEN for mask in table.masks(part)):
            return table.frequency(part) >= _RARE or table.has(part, f.END)
        return self._is_borrowed(part)

    def _opens(self, part: str) -> bool:
        if part.endswith(_ALWAYS_S):
            return False
        if self._stands(part):
            return not self._is_little(part)
        if len(part) > _SHORTEST and dutch_lexicon().forms(part) & Form.STEM:
            return True
        for joint in ("s", "-", "en"):
            if part.endswith(joint) and len(part) - len(joint) >= _SHORTEST:
                bare = part[: -len(joint)]
                if self._stands(bare) and (joint != "s" or not bare.endswith(("e", "s"))):
                    return True
        return False

    def _stands(self, part: str) -> bool:
        table = self._dictionary.table
        return (
            any(mask & f.WORD and not mask & f.FORBIDDEN for mask in table.masks(part))
            and table.frequency(part) >= _RARE
        ) or self._is_borrowed(part)

    def _is_little(self, part: str) -> bool:
        """Whether a word is so frequent without opening any listed compound that it is an adverb or the like."""
        table = self._dictionary.table
        if part in FUNCTION_WORDS["nl"]:
            return True
        if table.frequency(part) < _LITTLE or table.has(part, f.BEGIN):
            return False
        forms = dutch_lexicon().forms(part)
        return not forms & Form.NOUN or bool(forms & _NO_NOUN)

    def _opens_often(self, part: str) -> bool:
        """Whether a word of three letters begins compounds in many texts (*web-, log-, vak-*)."""
        if self._dictionary.table.frequency(part) < _WELL_KNOWN or part in FUNCTION_WORDS["nl"] or part in _PREFIXES:
            return False
        return f"{part}-" in self._parts or dutch_lexicon().forms(part) & ~_VERBAL == Form.NOUN

    def is_attested(self, word: str) -> bool:
        """Whether texts have a compound in lower case that no dictionary lists."""
        return word in self._parts

    def reads_as_two(self, word: str) -> bool:
        """Whether a word in lower case can be read as two words, however they are joined."""
        for place in range(_SHORTEST - 1, len(word) - _SHORTEST + 2):
            left, right = word[:place], word[place:]
            if not (dutch_lexicon().forms(right) or self._is_borrowed(right)):
                continue  # a little word closes no compound
            if self._stands(right) and (self._stands(left) or (left[-1] == "s" and self._stands(left[:-1]))):
                return True
        return False

    def _is_borrowed(self, part: str) -> bool:
        if len(part) < _SHORTEST:
            return False
        least = _LITTLE if len(part) == _SHORTEST else _BORROWED
        return part in self._english.terms or self._english.table.frequency(part) >= least

    def _is_derived(self, word: str) -> bool:
        accepts = self._dictionary.accepts
        for prefix in _PREFIXES:
            rest = word[len(prefix) :]
            if len(rest) > _SHORTEST and word.startswith(prefix) and accepts(rest.removeprefix("-")):
                return True
        for prefix in _PARTICIPLE_PREFIXES:
            if word.startswith(prefix + "ge") and accepts(word.removeprefix(prefix)):
                return True
        for suffix in _SUFFIXES:
            stem = word[: -len(suffix)]
            if len(stem) >= _SHORTEST and word.endswith(suffix) and self._dictionary.table.frequency(stem) >= _RARE:
                return True
        return False

    def _is_english_verb(self, word: str) -> bool:
        stem = word.removeprefix("ge")
        for ending in _VERB_ENDINGS:
            if stem.endswith(ending) and len(stem) - len(ending) >= 3:
                base = stem[: -len(ending)]
                for verb in (base, base + "e", base[:-1] if base[-1:] == base[-2:-1] else base):
                    if verb in self._english.table.trie and self._english.table.frequency(verb) >= 3:
                        return True
        return False
