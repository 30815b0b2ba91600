"""Finds *als* and *dan* in comparisons: *groter als ik, even oud dan ik, anders als*."""

from __future__ import annotations

from typing import Final

from contentlint.language.grammar.clauses import FINITE
from contentlint.language.grammar.lexicon import Form
from contentlint.language.grammar.phrases import PhraseFinding
from contentlint.language.grammar.tokens import Sentence, word_set

_AMOUNTS: Final = frozenset(
    {"niets", "niks", "iets", "niemand", "iemand", "veel", "heel", "ergens", "nergens", "weinig"}
)
_PERSONS: Final = frozenset({"je", "jij", "ik", "we", "wij", "u", "ze", "jullie", "hij"})
_COMPARED: Final = word_set("ik jij hij zij wij jullie u mij jou hem haar ons hen")
_MORE: Final = word_set(
    "armer beter breder drukker dunner duurder erger goedkoper groter hoger jonger kleiner korter kouder langer langzamer "
    "lelijker lichter lager makkelijker meer minder moeilijker mooier ouder rijker rustiger slechter slimmer smaller sneller "
    "sterker trager vaker vroeger warmer zwaarder zwakker leuker liever later verder eerder dikker harder zachter"
)
_BEFORE_NOW: Final = word_set("verwacht gedacht vroeger voorheen normaal gewoonlijk ooit anders gepland gehoopt")
_LAST: Final = word_set("vorig vorige afgelopen")
_MEASURES: Final = word_set(
    "uur dag week maand jaar minuut kwartier kilometer meter kilo gram euro procent half halve hele eeuw seconde keer"
)
_DETERMINERS: Final = word_set("de het dit dat deze die mijn jouw zijn haar onze ons hun uw een")
_ENDS: Final = frozenset({"", ".", "!", "?", ")"})
_LONGEST: Final = 5
"""How many words of what is compared are looked at."""
_EQUALLY: Final = word_set("even evenveel net keer half bijna ongeveer precies minstens lang")
_VERBAL: Final = Form.STEM | Form.THIRD | Form.PAST | Form.INFINITIVE | Form.PARTICIPLE
_CLOSING: Final = Form.THIRD | Form.PAST | Form.INFINITIVE
"""Forms that a clause with such a subject may end in."""


def than(sentence: Sentence, index: int) -> PhraseFinding | None:
    """Return *als* that should be *dan*; None when it is right there."""
    before, behind = sentence.at(index - 1), sentence.at(index + 1)
    if before == "anders" and sentence.at(index - 2) in _AMOUNTS:
        return None if behind in _PERSONS else PhraseFinding(index, index, ("dan",), "than", certain=True)
    # With a verb behind it, it says when: groter als ik lach.
    if before in _MORE and behind in _COMPARED and sentence.at(index + 2) in _ENDS:
        return PhraseFinding(index, index, ("dan",), "more-than", certain=True)
    if not _is_more(sentence, index - 1):
        return None
    ends = sentence.at(index + 2) in _ENDS
    if (behind in _BEFORE_NOW and ends) or (behind in _LAST and sentence.at(index + 3) in _ENDS):
        return PhraseFinding(index, index, ("dan",), "more-than", certain=True)
    if behind in _DETERMINERS and _is_thing(sentence, index + 2, measured=behind == "een"):
        return PhraseFinding(index, index, ("dan",), "more-than", certain=False)
    return None


def as_much(sentence: Sentence, index: int) -> PhraseFinding | None:
    """Return *dan* that should be *als*: *even oud dan, twee keer zo hard dan*; None when it is right there."""
    at, before = index - 1, sentence.at(index - 2)
    if not sentence.forms[at] & Form.ADJECTIVE and sentence.at(at) not in ("veel", "vaak", "lang"):
        return None
    equal = before == "even" or (before == "zo" and sentence.at(index - 3) in _EQUALLY)
    if index < 2 or not equal or sentence.lower[at] in _MORE or sentence.at(index + 1) in ("", ".", ",", "?", "!"):
        return None
    return PhraseFinding(index, index, ("als",), "as-much", certain=False)


def _is_more(sentence: Sentence, at: int) -> bool:
    """Whether a word says more or less of something (*duurder*)."""
    return at >= 0 and sentence.lower[at] in _MORE


def _is_thing(sentence: Sentence, at: int, *, measured: bool) -> bool:
    """Whether a few words without a verb end the sentence: what is compared, not when something is so."""
    if measured and sentence.at(at) not in _MEASURES:
        return False  # *beter als een team* says in which role
    last = at - 1
    for place in range(at, min(at + _LONGEST, len(sentence))):
        word, forms = sentence.lower[place], sentence.forms[place]
        if word in _ENDS:
            break
        if word in FINITE or (forms & _VERBAL and not forms & Form.NOUN) or not word.isalpha():
            return False
        last = place
    if last < at or sentence.at(last + 1) not in _ENDS:
        return False
    forms = sentence.forms[last]
    return bool(forms & (Form.NOUN | Form.PLURAL)) and not forms & _CLOSING
