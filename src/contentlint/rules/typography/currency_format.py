"""TY008: amounts of money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import Document, Prose
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

_SIGN: Final = re.compile("[€£]")
_NUMBER = r"\d+(?:[.,]\d+)*"
_BEFORE: Final = re.compile(
    rf"(?P<symbol>[€£])(?P<gap>[ \u00a0\u202f]*)(?P<number>{_NUMBER})(?P<dash>[.,](?:--|[-–—]))?"
)
_BEHIND: Final = re.compile(
    rf"(?<![\w.,€£$])(?P<number>{_NUMBER})[ \u00a0\u202f]?(?P<symbol>[€£])(?![ \u00a0\u202f]?\d|\w)"
)
_WRONG_CENTS: Final = {
    "nl": re.compile(r"\d{1,3}(?:,\d{3})+\.\d{2}|\d+\.\d{2}"),
    "en": re.compile(r"\d{1,3}(?:\.\d{3})+,\d{2}|\d+,\d{2}"),
}
_SWAPPED: Final = str.maketrans(".,", ",.")


class CurrencyFormat(Rule[Options]):
    """Reports a currency sign behind the amount, and cents behind the other language’s decimal sign.

    It also reports amounts with and without a space behind the sign on one page. “€ 5”, “€5”, “€ 5,00” and “€ 5,–” are all in use in Dutch; the space follows the page’s own majority.

    ## Why is this bad?
    “€ 5.95” in a Dutch text may be read as thousands; a sign behind the amount is read out too late.

    ## Fix safety
    The fix is unsafe: the amount on the page is written differently.
    """

    dutch = """Meldt een valutateken achter het bedrag, centen achter het decimaalteken van de andere taal, en bedragen met
    en zonder spatie achter het teken op één pagina.

    ‘€ 5’, ‘€5’, ‘€ 5,00’ en ‘€ 5,–’ komen in het Nederlands allemaal voor; voor de spatie telt wat op de pagina het meest
    voorkomt.

    ## Waarom is dat erg?
    ‘€ 5.95’ kan in een Nederlandse tekst voor duizenden worden aangezien, en een teken achter het bedrag komt voor wie
    luistert te laat.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: het bedrag staat er anders.
    """

    info = RuleInfo(
        name="currency-format",
        code="TY008",
        family=Family.TYPOGRAPHY,
        severity=Severity.WARNING,
        summary=Message(en="Amount of money in an unusual form", nl="Bedrag in een ongebruikelijke vorm"),
        fixable=Applicability.UNSAFE,
        languages=("nl", "en"),
        since="0.1.0",
    )
    needs = r"[€£]|&[#\w]|\\[uUx]"
    behind = Message(
        en="The sign of a currency stands before the amount. Write ‘{new}’.",
        nl="Een valutateken staat vóór het bedrag. Schrijf ‘{new}’.",
    )
    cents = Message(
        en="Readers of this language may take this for another amount. Write ‘{new}’.",
        nl="Lezers van deze taal kunnen hier een ander bedrag lezen. Schrijf ‘{new}’.",
    )
    mixed = Message(
        en="Most amounts on this page have it the other way: with or without a space behind the sign. Write ‘{new}’.",
        nl="De meeste bedragen op deze pagina hebben het andersom: met of juist zonder spatie achter het teken. Schrijf "
        "‘{new}’.",
    )
    write = Message(en="Write ‘{new}’.", nl="Schrijf ‘{new}’.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Het kost € 5, € 5,95, € 5,–, € 10.000 of € 10.000,50.\n", language="nl"),
        Valid("It costs €5, €5.95 or £10,000.50, and `5 €`.\n"),
        Valid("Tussen €5 en €10, of 5 euro.\n", language="nl"),
        Invalid("Het kost ⟦5 €⟧ of ⟦5,95€⟧.\n", fixed="Het kost € 5 of € 5,95.\n", language="nl"),
        Invalid("Het kost ⟦€ 5.95⟧ of ⟦€ 5.-⟧.\n", fixed="Het kost € 5,95 of € 5,-.\n", language="nl"),
        Invalid("It costs ⟦€5,95⟧ or ⟦£1.000,50⟧.\n", fixed="It costs €5.95 or £1,000.50.\n"),
        Invalid("Van € 5 en € 6 naar ⟦€7⟧.\n", fixed="Van € 5 en € 6 naar € 7.\n", language="nl"),
    )

    def begin(self) -> None:
        gaps = [
            bool(match["gap"]) for piece in self.document.prose_with(_SIGN) for match in _BEFORE.finditer(piece.text)
        ]
        spaced = sum(gaps)
        self.is_mixed = 0 < spaced < len(gaps)
        language = self.document.language.partition("-")[0].lower()
        # On a draw the first amount sets the habit; without any amount the language does.
        first = gaps[0] if gaps else language == "nl"
        self.is_spaced = spaced * 2 > len(gaps) or (spaced * 2 == len(gaps) and first)

    @on(Document)
    def check_amounts(self, document: Document) -> Iterator[Violation]:
        for piece in document.prose_with(_SIGN):
            yield from self._check_behind(piece)
            yield from self._check_before(piece)

    def _check_behind(self, piece: Prose) -> Iterator[Violation]:
        for match in _BEHIND.finditer(piece.text):
            span = piece.span_of(*match.span())
            if self.document[span] == match[0]:
                new = match["symbol"] + " " * self.is_spaced + match["number"]
                fix = self.unsafe_fix(self.write(new=new), Edit(span, new))
                yield self.violation(span, self.behind(new=new), fix=fix)

    def _check_before(self, piece: Prose) -> Iterator[Violation]:
        language = piece.language.partition("-")[0].lower()
        wrong = _WRONG_CENTS.get(language)
        for match in _BEFORE.finditer(piece.text):
            span = piece.span_of(*match.span())
            if self.document[span] != match[0]:
                continue
            number, dash = match["number"], match["dash"] or ""
            gap = match["gap"]
            if self.is_mixed and bool(gap) != self.is_spaced:
                gap = " " * self.is_spaced
            if wrong is not None and wrong.fullmatch(number):
                number = number.translate(_SWAPPED)
            if language == "nl" and dash.startswith("."):
                dash = "," + dash[1:]
            new = match["symbol"] + gap + number + dash
            if new != match[0]:
                same_digits = number == match["number"] and dash == (match["dash"] or "")
                message = (self.mixed if same_digits else self.cents)(new=new)
                yield self.violation(span, message, fix=self.unsafe_fix(self.write(new=new), Edit(span, new)))
