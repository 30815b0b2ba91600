"""Sentences that tell readers what to do or where to look, and whether they name the thing itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from contentlint.document import GAP, Document, Prose
from contentlint.language.tokens import Sentence

_DO: Final[Mapping[str, str]] = {
    "nl": (
        r"\b(?:klik(?:t|ken)?|druk(?:t|ken)?|tik(?:t|ken)?|kies(?:t)?|kiezen|selecteer(?:t)?|selecteren|gebruik(?:t)?|open(?:t)?"
        r"|zie(?:t)?|bekijk(?:t)?|vind(?:t)?|vul(?:t|len)?|ga\s+naar|gaat\s+naar|sleep(?:t)?|scrol(?:t)?|zoek(?:t)?|let\s+op"
        r"|volg(?:t)?|staa(?:t|n)|toets(?:t)?|wijs(?:t)?|lees(?:t)?)\b"
    ),
    "en": (
        r"\b(?:click|press|tap|select|choose|use|see|open|find|fill|go\s+to|drag|scroll|look|follow|check|hit|push|read)\b"
    ),
}

THING: Final[Mapping[str, str]] = {
    "nl": r"(?:knop(?:pen|je|jes)?|ico(?:on|nen)(?:tje|tjes)?|pictogram(?:men)?|kolom(?:men)?|balk(?:en)?|vak(?:ken|je|jes)?"
    r"|kader(?:s)?|blok(?:ken|je|jes)?|veld(?:en)?|link(?:s)?|tabblad(?:en)?|tab(?:s)?|pijl(?:en|tje|tjes)?|plaatje(?:s)?"
    r"|menu(?:’s|'s)?|rondje(?:s)?|cirkel(?:s)?|vierkant(?:en|je|jes)?|driehoek(?:en|je|jes)?|bolletje(?:s)?|stip(?:pen)?"
    r"|symbo(?:ol|len)|vlak(?:ken)?|lijst(?:je)?|lijn(?:en)?|rij(?:en)?|regel(?:s)?|cel(?:len)?|woord(?:en)?|tekst(?:en)?"
    r"|letter(?:s)?|gebied(?:en)?|punt(?:en)?|staaf|staven|rand(?:en)?|achtergrond(?:en)?|markering(?:en)?)",
    "en": r"(?:buttons?|icons?|columns?|bars?|box(?:es)?|panels?|fields?|links?|tabs?|arrows?|circles?|squares?|triangles?|dots?"
    r"|symbols?|areas?|lists?|lines?|rows?|cells?|words?|text|letters|menus?|bullets?|panes?|images?|pictures?|borders?|outlines?|backgrounds?|highlights?)",
}
"""Things on a page that one can point at, for use in patterns."""

_NAMED: Final = re.compile(r"[\"“”„«»‘]\s*\w|\*\*|__|`|<b\b|<strong\b|<kbd\b|\]\(", re.IGNORECASE)
_NAME: Final = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(_DO[language], re.IGNORECASE)


def is_instruction(sentence: str, language: str) -> bool:
    """Whether a sentence tells its reader to do something with a thing on the page, or to look at it."""
    return _pattern(language).search(sentence) is not None


def names_thing(document: Document, piece: Prose, sentence: Sentence) -> bool:
    """Whether a sentence also calls the thing by its name: in quotation marks, in bold, as code or with a capital."""
    text = piece.text[sentence.start : sentence.end]
    source = document[piece.span_of(sentence.start, sentence.end)]
    return GAP in text or _NAMED.search(source) is not None or _NAME.search(text) is not None
