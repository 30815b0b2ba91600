"""Forms of known words that no list has: *de dapperen, iconischer, nominalisaties, geauthenticeerd, koppie*."""

from __future__ import annotations

import re
from typing import Final

from contentlint.language.dutch.dictionary import DutchDictionary
from contentlint.language.grammar.lexicon import Form, dutch_lexicon

_COMPARED: Final = ("isch", "ig", "lijk", "zaam", "baar", "loos", "vol", "erd", "end")
"""Endings of adjectives that take *-er* whatever comes before."""
_PLURALS: Final = (("ties", "tie"), ("ieën", "ie"), ("heden", "heid"), ("ismen", "isme"))
_PARTICIPLE: Final = re.compile(
    r"(?:be|her|ont|ver|(?:aan|af|bij|door|in|mee|na|om|op|over|toe|uit|voor|weg)?ge).*[dt]"
)
_SPOKEN: Final = re.compile(r"(.+([bdgkpst]))\2ies?")
"""A diminutive as it is said: *koppie* for *kopje*."""
_MADE_VERB: Final = re.compile(r"ge(.{4,})eerde?")
_VERBS: Final = ("eren", "atie", "ering")
"""Endings of what a verb in *-eren* is known by."""
_SHORTEST: Final = 6


def is_inflected(word: str, dictionary: DutchDictionary) -> bool:
    """Whether a word in lower case is a regular form of a word that exists."""
    if len(word) < _SHORTEST:
        return False
    forms, accepts = dutch_lexicon().forms, dictionary.accepts
    if word.endswith("en") and forms(word[:-1]) & Form.INFLECTED:
        return True
    if _PARTICIPLE.fullmatch(word) and accepts(word + "e"):
        return True
    adjective = word.removesuffix("e").removesuffix("er")
    if word.endswith(("er", "ere")) and adjective.endswith(_COMPARED) and accepts(adjective):
        return True
    if any(word.endswith(plural) and accepts(word.removesuffix(plural) + single) for plural, single in _PLURALS):
        return True
    spoken = _SPOKEN.fullmatch(word)
    if spoken is not None and forms(spoken[1]) & Form.NOUN:
        return True
    made = _MADE_VERB.fullmatch(word)
    return made is not None and any(accepts(made[1] + ending) for ending in _VERBS)
