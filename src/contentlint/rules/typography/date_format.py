"""TY009: dates that can be misread, or are written as in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import Prose
from contentlint.rules.base import (
    Applicability,
    Example,
    Family,
    Invalid,
    Message,
    Options,
    Rule,
    RuleInfo,
    Severity,
    Valid,
    Violation,
    on,
)
from contentlint.text import Edit

_MONTHS_NL: Final = "januari februari maart april mei juni juli augustus september oktober november december".split()
_MONTHS_EN: Final = "January February March April May June July August September October November December".split()
_DUTCH: Final = dict(zip((month.lower() for month in _MONTHS_EN), _MONTHS_NL, strict=True))
_DAY = r"(?<![\w.,/-])(?:[12]\d|3[01]|0?[1-9])"
_CAPITAL_NL: Final = re.compile(
    rf"{_DAY}[ \u00a0](?P<month>{'|'.join(month.capitalize() for month in _MONTHS_NL)})(?![\w-])"
)
_SMALL_EN: Final = re.compile(
    # May and march are words of their own, so a year must follow.
    rf"{_DAY}(?:st|nd|rd|th)?[ \u00a0](?:of )?(?P<month>(?:may|march)(?=,? \d{{4}}\b)"
    rf"|{'|'.join(month.lower() for month in _MONTHS_EN if month not in ('May', 'March'))})(?![\w-])"
)
_ENGLISH_ORDER: Final = re.compile(
    rf"(?<![\w-])(?P<month>{'|'.join({*_MONTHS_NL, *_DUTCH})})[ \u00a0](?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
    r",? (?P<year>(?:19|20)\d\d)(?![\w-])",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")
_SLASHES: Final = re.compile(
    r"(?<![\w/.:-])(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<year>(?:19|20)\d\d|\d\d)(?![\w/-]|\.\d)"
)
_SHORT_YEAR: Final = re.compile(r"(?<![\w/.:-])(?P<day>\d\d?)-(?P<month>\d\d?)-(?P<year>['’]\d\d)(?![\w-])")
_WEEKDAY: Final = re.compile(r"[MDWVZ](?:aan|ins|oens|onder|rij|ater|on)dag")
_WEEKDAY_NL: Final = re.compile(
    r"\b(?i:op|elke|iedere|vanaf|tot|vorige|volgende|afgelopen|komende|aanstaande)[ \u00a0]"
    r"(?P<day>Maandag|Dinsdag|Woensdag|Donderdag|Vrijdag|Zaterdag|Zondag)(?![\w-])(?![ \u00a0][A-Z])"
)
_HIGHEST_MONTH: Final = 12


class DateFormat(Rule[Options]):
    """Reports a date that can be misread, or that is written as in another language.

    That is one of which day and month can be swapped, such as “03/04/2025”, one with a year that is cut short, and in Dutch
    one with a capital in the name of a month or day, or in English order.

    ## Why is this bad?
    “03/04/2025” is the third of April to some readers and the fourth of March to others.

    ## Fix safety
    The fix is unsafe: the date on the page is written differently. A date that can be misread is left to the writer.
    """

    dutch = """Meldt een datum waarvan dag en maand te verwisselen zijn, zoals ‘03/04/2025’, een afgekort jaartal, en in
    het Nederlands een maand of dag met een hoofdletter of in Engelse volgorde.

    ## Waarom is dat erg?
    ‘03/04/2025’ is voor de ene lezer 3 april en voor de andere 4 maart.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: de datum staat er anders. Een datum die verkeerd te lezen is, laat
    het aan de schrijver over.
    """

    info = RuleInfo(
        name="date-format",
        code="TY009",
        family=Family.TYPOGRAPHY,
        severity=Severity.WARNING,
        summary=Message(en="Date that can be misread", nl="Datum die verkeerd te lezen is"),
        fixable=Applicability.UNSAFE,
        languages=("nl", "en"),
        since="0.1.0",
    )
    ambiguous = Message(
        en="‘{date}’ is one day to some readers and another day to others. Write the month as a word.",
        nl="‘{date}’ is voor de ene lezer een andere dag dan voor de andere. Schrijf de maand als woord.",
    )
    short = Message(
        en="The year is cut short here, so readers have to guess the century. Write ‘{new}’.",
        nl="Het jaartal is hier afgekort, dus lezers moeten de eeuw raden. Schrijf ‘{new}’.",
    )
    capital_nl = Message(
        en="In Dutch the names of months have a small letter. Write ‘{new}’.",
        nl="Namen van maanden krijgen in het Nederlands een kleine letter. Schrijf ‘{new}’.",
    )
    day_nl = Message(
        en="In Dutch the names of days have a small letter. Write ‘{new}’.",
        nl="Namen van dagen krijgen in het Nederlands een kleine letter. Schrijf ‘{new}’.",
    )
    capital_en = Message(
        en="In English the names of months have a capital. Write ‘{new}’.",
        nl="Namen van maanden krijgen in het Engels een hoofdletter. Schrijf ‘{new}’.",
    )
    order = Message(
        en="In Dutch the day stands before the month. Write ‘{new}’.",
        nl="In het Nederlands staat de dag vóór de maand. Schrijf ‘{new}’.",
    )
    write = Message(en="Write ‘{new}’.", nl="Schrijf ‘{new}’.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Op 14 april 2025, 2025-04-14, 14-04-2025, 14/04/2025 en de 4 Mei-herdenking.\n", language="nl"),
        Valid("On 14 April 2025; either 1 may do. In 24/7 and 1/2/3 of https://example.org/03/04/2025/.\n"),
        Valid("April 14, 2025 in English and `03/04/2025` in code.\n"),
        Invalid("Vanaf 14 ⟦April⟧ en 1 ⟦Mei⟧ 2025.\n", fixed="Vanaf 14 april en 1 mei 2025.\n", language="nl"),
        Valid("Op zondag, op Zondag Met Lubach en op Goede Vrijdag. Maandag is het dicht.\n", language="nl"),
        Invalid("Wij zijn op ⟦Maandag⟧ dicht.\n", fixed="Wij zijn op maandag dicht.\n", language="nl"),
        Invalid("Op ⟦03/04/2025⟧ of ⟦3/4/25⟧.\n", language="nl"),
        Invalid("Op ⟦april 14, 2025⟧ was dat.\n", fixed="Op 14 april 2025 was dat.\n", language="nl"),
        Invalid("Op ⟦14-4-'25⟧ was dat.\n", fixed="Op 14-4-2025 was dat.\n", language="nl"),
        Invalid("On 14 ⟦april⟧ and 1 ⟦may⟧ 2025, ⟦03/04/2025⟧.\n", fixed="On 14 April and 1 May 2025, 03/04/2025.\n"),
    )

    @on(Prose, having=_WEEKDAY)
    def check_days(self, piece: Prose) -> Iterator[Violation]:
        if piece.language.partition("-")[0].lower() == "nl":
            for match in _WEEKDAY_NL.finditer(piece.text):
                yield from self._rewrite(piece, match.span("day"), self.day_nl, match["day"].lower())

    @on(Prose, having=_DIGIT)
    def check_dates(self, piece: Prose) -> Iterator[Violation]:
        for match in _SLASHES.finditer(piece.text):
            if _may_be_swapped(int(match["first"]), int(match["second"])):
                yield self.violation(piece.span_of(*match.span()), self.ambiguous(date=match[0]))
        dutch = piece.language.partition("-")[0].lower() == "nl"
        for match in (_CAPITAL_NL if dutch else _SMALL_EN).finditer(piece.text):
            new = match["month"].lower() if dutch else match["month"].capitalize()
            message = self.capital_nl if dutch else self.capital_en
            yield from self._rewrite(piece, match.span("month"), message, new)
        if not dutch:
            return
        for match in _ENGLISH_ORDER.finditer(piece.text):
            month = match["month"].lower()
            new = f"{int(match['day'])} {_DUTCH.get(month, month)} {match['year']}"
            yield from self._rewrite(piece, match.span(), self.order, new)
        for match in _SHORT_YEAR.finditer(piece.text):
            new = f"{match['day']}-{match['month']}-20{match['year'][1:]}"
            yield from self._rewrite(piece, match.span(), self.short, new)

    def _rewrite(self, piece: Prose, place: tuple[int, int], message: Message, new: str) -> Iterator[Violation]:
        span = piece.span_of(*place)
        if self.document[span] == piece.text[place[0] : place[1]]:
            fix = self.unsafe_fix(self.write(new=new), Edit(span, new))
            yield self.violation(span, message(new=new), fix=fix)


def _may_be_swapped(first: int, second: int) -> bool:
    """Whether both numbers may be the day as well as the month, and are not the same."""
    return 1 <= first <= _HIGHEST_MONTH and 1 <= second <= _HIGHEST_MONTH and first != second
