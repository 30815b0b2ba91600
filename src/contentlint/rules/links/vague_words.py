"""Words that say nothing about where a link leads."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from contentlint.text.records import NamedTuple

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_LONGEST: Final = 80


class Vagueness(Enum):
    """How little a link text says."""

    POINTING = "pointing"  # at the link itself: click here
    WEAK = "weak"  # read more


class _Words(NamedTuple):
    """Words of one language: those that point at the link itself, those that say little, and those in between."""

    pointing: frozenset[str]
    weak: frozenset[str]
    filler: frozenset[str]


_VAGUE: Final = {
    "nl": _Words(
        pointing=frozenset("hier klik klikken klikt hierop hierheen doorklikken link linkje".split()),
        weak=frozenset(
            """artikel bekijk bekijken bericht blog blogpost bron deze dit document download downloaden informatie info lees
            lezen meer nieuwsbericht ontdek pagina post site stuk verder volgende vervolg webpagina website weten zie
            """.split()
        ),
        filler=frozenset(
            """aan al alle als bij daar dan dat de die door een en er ga gaan het hun in is je jouw kan kun kunt maar met naar nog nu
            of om onze ook op over snel te ten toe tot u uit uw van via voor waar we""".split()
        ),
    ),
    "en": _Words(
        pointing=frozenset("here click clicking link links tap".split()),
        weak=frozenset(
            """article blog continue details document download find info information learn more out page post read
            reading see site source story this view visit webpage website""".split()
        ),
        filler=frozenset(
            """a about all an and at by can for from go how in is it its just learn now of on our out over that the their
            them then there these they through to us via want we you your""".split()
        ),
    ),
}
"""Own lists, made by reading link texts of real sites; nothing is left of a vague text once its words are taken out."""


def vagueness(text: str, language: str, extend: frozenset[str] = frozenset()) -> Vagueness | None:
    """Return in which way a link text says nothing by itself; None when it does say something.

    Args:
        text: the text of the link.
        language: a language tag; texts of unknown languages are never vague.
        extend: further words that say nothing, in lower case.
    """
    words = _VAGUE.get(language.partition("-")[0].lower())
    if words is None or len(text) > _LONGEST:
        return None
    found = {word.lower() for word in _WORD.findall(text)}
    weak = words.weak | extend
    if not found <= words.pointing | weak | words.filler:
        return None
    if found & words.pointing:
        return Vagueness.POINTING
    return Vagueness.WEAK if found & weak else None
