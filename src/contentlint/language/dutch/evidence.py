"""Weighs what speaks for and against an unknown word being a mistake.

The weights were set by hand on labelled Dutch texts (``benchmarks/dutch.py`` measures what they reach); each can be said in a
sentence, and their sum is compared with ``CERTAIN``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from contentlint.language.context import Context
from contentlint.language.dutch.loose import Made
from contentlint.language.sounds import skeleton, without_accents
from contentlint.language.suggest import Suggestion

_START: Final = 1.0
_SCORE: Final = -1.2
"""For each point of the suggestion's score: near and frequent words have a low one."""
_COST: Final = -1.5
"""For each point of the slip's cost."""
_LETTER: Final = 0.15
"""For each letter up to the fourteenth: a long word near another is seldom one by chance."""
_LONGEST: Final = 14
_SHORT: Final = -1.0
"""It has few letters: it may be dialect, an abbreviation or a word of any language. Once more when it has three."""
_FEW: Final = 4
_MADE: Final = {Made.COMPOUND: -0.6, Made.DERIVATION: -1.0, Made.ENGLISH_VERB: -2.0}
"""It is made as new words are made."""
_UNLISTED: Final = -1.0
"""The suggestion is a compound that no list has."""
_UNLISTED_BESIDE_WORDS: Final = -2.0
"""The same, while the word itself reads as two words."""
_FIRST_LETTER: Final = -0.8
"""The first letter differs by more than an accent."""
_INFLECTION: Final = -2.0
"""It is the suggestion with an ending."""
_ENGLISH: Final = -1.0
_CAPITAL: Final = -0.7
_REPEATED: Final = -0.1
"""For each time that it comes back, up to the fifth."""
_FREQUENT: Final = -0.6
"""It stands in the document four times or more, and the slip is not a common one."""
_OFTEN: Final = 4
_NO_DUTCH: Final = -0.6
"""The sentence has none of the little words of Dutch."""
_ALONE: Final = 0.5
"""It is not made of other words, and one frequent word alone comes near."""
_RIVAL: Final = 1.0
"""By how many points of score another suggestion must stay behind."""
_SAME_SOUND: Final = 0.7
"""It sounds like a frequent word: it was written by ear."""
_FREQUENT_WORD: Final = 1.1
"""What frequency takes from a score at least."""
_SHORTEST_SOUND: Final = 3
_NAME_FOR_NAME: Final = -1.5
"""Word and suggestion have a capital: a name near another name is a name."""
_ADDED_ACCENT: Final = -2.0
"""It has an accent that the suggestion lacks: writers leave accents out, and seldom put them in."""
_BEHIND_FOREIGN: Final = -1.5
"""An article of another language stands before it (*El libro*)."""
_FOREIGN_ARTICLES: Final = frozenset(("das", "des", "du", "el", "il", "la", "las", "le", "les", "los", "un", "une"))
_TWO_WORDS: Final = -2.0
"""The suggestion is two words."""
_NEVER: Final = -2.0

_ENDINGS: Final = frozenset(("n", "s", "en", "e", "er", "r", "t", "d", "je"))
_COMMON_SLIP: Final = 0.6


def weigh(
    word: str,
    found: Sequence[Suggestion],
    context: Context,
    made: Made | None,
    *,
    two_words: bool,
    english: bool,
    name: bool,
) -> float:
    """Return the sum of the weights for an unknown word.

    Args:
        word: the word as it stands.
        found: the suggestions, the likeliest first.
        context: where it stands.
        made: how it is made of words that exist.
        two_words: whether it reads as two words that exist.
        english: whether English has it.
        name: whether the likeliest suggestion is a name.
    """
    lower = word.lower()
    if not found or "-" in lower or "'" in lower or found[0].word.lower() == lower:
        return _NEVER
    best = found[0]
    meant = best.word.lower()
    total = _START + _SCORE * best.score + _COST * best.cost + _LETTER * min(len(lower), _LONGEST)
    total += _SHORT * (len(lower) <= _FEW) + _SHORT * (len(lower) < _FEW)
    if made is not None:
        total += _MADE[made]
    if not best.listed:
        total += _UNLISTED_BESIDE_WORDS + _UNLISTED if two_words else _UNLISTED
    total += _FIRST_LETTER * (without_accents(meant[0]) != without_accents(lower[0]))
    if best.cost > _COMMON_SLIP:
        if lower.startswith(meant) and lower[len(meant) :] in _ENDINGS:
            total += _INFLECTION
        if context.times >= _OFTEN:
            total += _FREQUENT
    total += _ENGLISH * english + _CAPITAL * word[0].isupper()
    frequent = best.listed and best.cost - best.score >= _FREQUENT_WORD
    if made is None and frequent and not any(one.listed and one.score < best.score + _RIVAL for one in found[1:]):
        total += _ALONE
    if made is None and frequent and _sound_alike(lower, meant):
        total += _SAME_SOUND
    if name and word[0].isupper():
        total += _NAME_FOR_NAME
    if not lower.isascii() and meant.isascii():
        total += _ADDED_ACCENT
    total += _BEHIND_FOREIGN * (context.before.lower() in _FOREIGN_ARTICLES)
    total += _REPEATED * min(context.times - 1, 5)
    total += _NO_DUTCH * (not context.function_words["nl"])
    return total + _TWO_WORDS * (" " in meant)


def _sound_alike(word: str, meant: str) -> bool:
    sound = skeleton(word)
    return len(sound) >= _SHORTEST_SOUND and sound == skeleton(meant)
