"""Mistakes that a rule of Dutch spelling explains in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from contentlint.language import flags as f
from contentlint.language.dutch.dictionary import DutchDictionary
from contentlint.language.english import EnglishWords
from contentlint.language.findings import Reason
from contentlint.language.grammar.lexicon import Form, dutch_lexicon
from contentlint.language.sounds import without_accents

_PARTICIPLES: Final = ("ge", "be", "ver", "ont", "her")
"""A past participle begins with one of these, or has *ge* inside."""
_VOICELESS: Final = ("t", "k", "f", "s", "c", "ch", "p", "x", "sh", "th")
_KNOWN_VERB: Final = 2.5
_ENGLISH_PARTICIPLE: Final = re.compile(
    r"((?:aan|achter|af|bij|dicht|door|her|in|los|mee|na|om|op|over|samen|terug|toe|uit|vast|voor|vrij|weg)?ge)(.{2,})(ede?)"
)
_TAKES_S: Final = ("heid", "teit", "schap", "ing")
"""Endings behind which the linking -s is the rule; the dictionary knows the exceptions."""
_GRAVE: Final = str.maketrans("àèìòù", "áéíóú")
_COMMON: Final = 3.0
_RARE: Final = 2.5
_WELL_KNOWN_NAME: Final = 4.0
_SHORTEST_LINKED: Final = 4
_SHORTEST_PLURAL: Final = 4
_SHORTEST_ENGLISH: Final = 5
"""*pros and cons* is left alone."""
_ACCENTED_LETTER: Final = {"a": "äàáâ", "e": "ëéèê", "i": "ïíî", "o": "öóô", "u": "üúû", "c": "ç", "n": "ñ"}
_TREMA: Final = {"e": "ë", "i": "ï", "o": "ö", "u": "ü"}


Mended = tuple[str, Reason]
"""A word as a rule mends it, and the rule."""


class DutchPatterns:
    """Mends words by rule.

    Args:
        dictionary: the Dutch dictionary.
        english: the English one.
    """

    __slots__ = ("_dictionary", "_english")

    def __init__(self, dictionary: DutchDictionary, english: EnglishWords) -> None:
        self._dictionary: Final = dictionary
        self._english: Final = english

    def mend(self, word: str) -> Mended | None:
        """Return the word as the first rule that fits makes it; ``word`` is in lower case."""
        accepts = self._dictionary.accepts
        if word.startswith("s'") and accepts(word[2:]):
            return f"'s {word[2:]}", Reason.SPLIT
        for mended in self._mendings(word):
            if mended[0] != word and accepts(mended[0]):
                return mended
        return next(self._english_participle(word), None) or self._english_stem(word)

    def plural(self, word: str) -> Mended | None:
        """Return a plural with the apostrophe put right: *website's*, which needs none, and *autos*, which needs one.

        Dutch has no such genitive of common words; and English words in -os or -us are no excuse in a Dutch sentence.
        """
        stem = word.removesuffix("'s")
        if stem == word:
            return self._plural_in_vowel(word)
        if self._dictionary.accepts(word):
            return None
        accented = stem[:-1] + "é"
        if stem[-1:] in ("e", "é") and self._is_common(accented):
            return accented + "s", Reason.PLURAL
        return (stem + "s", Reason.PLURAL) if self._is_common(stem) and self._dictionary.accepts(stem + "s") else None

    def _plural_in_vowel(self, word: str) -> Mended | None:
        shortest = _SHORTEST_ENGLISH if self._english.accepts(word) else _SHORTEST_PLURAL
        if len(word) < shortest or word[-1] != "s" or word[-2] not in "aiouy" or self._dictionary.accepts(word):
            return None
        stem = word[:-1]
        return (f"{stem}'s", Reason.PLURAL) if self._is_common(stem) and self._dictionary.accepts(f"{stem}'s") else None

    def name(self, word: str) -> Mended | None:
        """Return a well-known name with its accent put right (*Belgie*)."""
        if not word.isascii() or self._english.accepts(word):
            return None
        for place, letter in enumerate(word):
            for accented in _ACCENTED_LETTER.get(letter, ""):
                form = word[:place] + accented + word[place + 1 :]
                if self._dictionary.table.frequency(form) >= _WELL_KNOWN_NAME:
                    return form, Reason.ACCENT
        return None

    def _mendings(self, word: str) -> Iterator[Mended]:
        yield from self._accents(word)
        if word[-1] in "dt" and (word.startswith(_PARTICIPLES) or "ge" in word[2:-4]):
            for ending in ("dt", "t", "d"):
                if word.endswith(ending):
                    stem = word.removesuffix(ending)
                    for other in ("d", "t"):
                        yield (stem + other, Reason.PARTICIPLE)
        yield from self._linking_s(word)
        yield from self._linking_n(word)

    def _is_common(self, word: str) -> bool:
        return self._dictionary.table.frequency(word) >= _COMMON

    def _accents(self, word: str) -> Iterator[Mended]:
        bare = without_accents(word)
        if bare != word:
            yield (word.translate(_GRAVE), Reason.ACCENT)
            yield (bare, Reason.ACCENT)
        for place, letter in enumerate(bare):
            for accented in _ACCENTED_LETTER.get(letter, ""):
                form = bare[:place] + accented + bare[place + 1 :]
                if form in self._dictionary.table.trie:
                    yield (form, Reason.ACCENT)
        # Accents in one part of a compound, and two accents in one word (reëel, financiële).
        for place in range(1, len(bare)):
            if bare[place] in "eio" and bare[place - 1] in "aeiou":
                form = bare[:place] + _TREMA[bare[place]] + bare[place + 1 :]
                yield (form, Reason.ACCENT)

    def _english_participle(self, word: str) -> Iterator[Mended]:
        """Yield the Dutch participle of an English verb that stands between ge- and -ed.

        A verb that keeps its e in Dutch is right as it stands (*gesaved*). The participle of a verb that no dictionary has takes the t
        behind a voiceless sound, otherwise the d.
        """
        match = _ENGLISH_PARTICIPLE.fullmatch(word)
        if match is None:
            return
        prefix, stem, ending = match.groups()
        inflection = ending[2:]
        accepts, frequency = self._dictionary.accepts, self._english.table.frequency
        if stem.endswith("l") and accepts(form := f"{prefix}{stem[:-1]}eld{inflection}"):  # *gegoogled*
            yield form, Reason.ENGLISH_PARTICIPLE
            return
        if frequency(stem + "e") >= _KNOWN_VERB and stem[-1:] not in "aeiouy":
            return
        bare = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
        if max(frequency(stem), frequency(bare)) >= _KNOWN_VERB:
            forms = [prefix + root + last + inflection for root in (bare, stem) for last in "td"]
            root = bare if frequency(bare) > frequency(stem) else stem
            made = prefix + root + ("t" if root.endswith(_VOICELESS) else "d") + inflection
            yield next((form for form in (made, *forms) if accepts(form)), made), Reason.ENGLISH_PARTICIPLE

    def _english_stem(self, word: str) -> Mended | None:
        """Return the participle of an English verb in -e that was written without its ending (*geupdate, gedelete*)."""
        verb = word.removeprefix("ge")
        if verb == word or verb[-1:] != "e" or self._english.table.frequency(verb) < _KNOWN_VERB:
            return None
        first = _TREMA.get(verb[0], verb[0])
        made = (f"ge{first}{verb[1:]}{ending}" for ending in "td")
        return next(((form, Reason.ENGLISH_PARTICIPLE) for form in made if self._dictionary.accepts(form)), None)

    def _linking_n(self, word: str) -> Iterator[Mended]:
        """Yield the compound with -en- for -e- (*pannekoek, kippesoep*), or the listed one with -e- for -en- (*zonnenbril*)."""
        table, forms = self._dictionary.table, dutch_lexicon().forms
        frequency = table.frequency
        for place in range(_SHORTEST_LINKED, len(word) - 2):
            left, right = word[:place], word[place:]
            if left.endswith("e"):
                plural, form = left + "n", f"{left}n{right}"
                known = len(right) >= _SHORTEST_LINKED and frequency(left) < _RARE and self._is_common(plural)
                is_meant = known or table.may_offer(form)
            elif left.endswith("en"):
                plural, form = left, left[:-1] + right
                is_meant = table.may_offer(form)
            else:
                continue
            if is_meant and forms(plural) & Form.PLURAL and table.may_offer(right) and frequency(right) >= _RARE:
                yield form, Reason.LINKING_N

    def _linking_s(self, word: str) -> Iterator[Mended]:
        table = self._dictionary.table
        for text in table.trie.iter_prefixes(word):
            rest = word[len(text) :]
            if (
                len(text) > 4
                and len(rest) > 2
                and rest[0] != "s"
                and text.endswith(_TAKES_S)
                and text not in self._english.table.trie
                and table.has(text, f.LINKED_BY_S | f.PLURAL_LINKED)
                and table.has(rest, f.END)
            ):
                yield (text + "s" + rest, Reason.LINKING_S)
