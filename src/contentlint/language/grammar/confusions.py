"""Finds words that are mixed up with another word and can be told apart by their neighbours: *anders als, tenslotte*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from contentlint.language.grammar.lexicon import Form
from contentlint.language.grammar.phrases import PhraseFinding
from contentlint.language.grammar.tokens import Sentence, word_set

_PERSONS: Final = frozenset({"je", "jij", "ik", "we", "wij", "u", "ze", "jullie", "hij"})
_AMOUNTS: Final = frozenset(
    {"niets", "niks", "iets", "niemand", "iemand", "veel", "heel", "ergens", "nergens", "weinig"}
)

_NO_POSSESSIONS: Final = word_set(
    "voor iets lid neer niets maar over door naar onder alleen beter samen vooral erbij langs tegen achter"
)

_COMPARATIVES: Final = word_set(
    "armer beter breder drukker dunner duurder erger goedkoper groter hoger jonger kleiner korter kouder langer langzamer "
    "lelijker lichter lager makkelijker minder moeilijker mooier ouder rijker rustiger slechter slimmer smaller sneller "
    "sterker trager vaker vroeger warmer zwaarder zwakker"
)
_COMPARED: Final = word_set("ik jij hij zij wij jullie u mij jou hem haar ons hen")
_DOING: Final = word_set("hebben hadden gaan gingen moeten moesten zullen zouden mogen zeggen vinden komen kwamen")
_CLAUSE_ENDS: Final = frozenset({"", ".", "!", "?", ")"})

_TOLD_APART: Final = frozenset({"als", "tenslotte", "jou", "hun"})


def confusions(sentence: Sentence) -> Iterator[PhraseFinding]:
    """Yield the words of a Dutch sentence that should be another word."""
    lower = sentence.lower
    for index, word in enumerate(lower):
        if word not in _TOLD_APART:
            continue
        before, behind = sentence.at(index - 1), sentence.at(index + 1)
        if word == "als" and before == "anders" and sentence.at(index - 2) in _AMOUNTS and behind not in _PERSONS:
            yield PhraseFinding(index, index, ("dan",), "than", certain=True)
        elif (
            word == "als" and before in _COMPARATIVES and behind in _COMPARED and sentence.at(index + 2) in _CLAUSE_ENDS
        ):
            # With a verb behind it, it says when: groter als ik lach.
            yield PhraseFinding(index, index, ("dan",), "more-than", certain=True)
        elif word == "hun" and index == 0 and behind in _DOING and sentence.at(index + 2) != "en":
            yield PhraseFinding(index, index, ("Zij",), "they", certain=True)
        elif word == "tenslotte" and (index == 0 or before == "en"):
            replacement = "Ten slotte" if sentence.words[index][0].isupper() else "ten slotte"
            yield PhraseFinding(index, index, (replacement,), "finally", certain=False)
        elif word == "jou" and index + 1 < len(lower) and _is_noun(sentence, index + 1):
            yield PhraseFinding(index, index, ("jouw",), "your", certain=False)


def _is_noun(sentence: Sentence, index: int) -> bool:
    """Whether the token can be nothing but a noun, and is not the first half of a longer name or list."""
    forms = sentence.forms[index]
    return (
        bool(forms & Form.NOUN)
        and not forms & ~Form.NOUN
        and sentence.words[index][0].islower()
        and len(sentence.words[index]) > 3
        and sentence.lower[index] not in _NO_POSSESSIONS
    )
