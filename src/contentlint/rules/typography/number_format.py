"""TY007: numbers written as another language writes them."""

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
from contentlint.text.records import NamedTuple


class _Numbers(NamedTuple):
    """The patterns of one language.

    Attributes:
        decimal: a number with the other language's decimal sign before something that is counted or measured, so that it is
            no version, section, address or time.
        grouped: a whole number of which the other language's sign parts the thousands.
        joined: a number and a word for large numbers without a space.
    """

    decimal: re.Pattern[str]
    grouped: re.Pattern[str]
    joined: re.Pattern[str]


_LARGE_NL = r"(?:duizend|miljoen|miljard|biljoen)\b"
_LARGE_EN = r"(?:hundred|thousand|million|billion|trillion)\b"
_UNITS = r"(?:km|kg|cm|mm|m²|m2|kWh|MWh|GWh|TWh|°C|kilo(?:meter|gram)?s?|hectare|liter)\b"
_NUMBERS: Final = {
    "nl": _Numbers(
        re.compile(
            rf"(?<![\w.,:/€$£-])\d{{1,3}}(?P<sign>\.)\d{{1,2}}(?=[ \u00a0]?%|[ \u00a0](?:{_LARGE_NL}|{_UNITS}"
            r"|(?:procent(?:punt)?|meter|graden|euro)\b))"
        ),
        re.compile(r"(?<![\w.,:/€$£-])\d{1,3}(?:,\d{3})+,000(?![\w,]|\.\d)"),
        re.compile(rf"(?<![\w.,])\d{{1,3}}(?:[.,]\d{{1,2}})?(?={_LARGE_NL})"),
    ),
    "en": _Numbers(
        re.compile(
            rf"(?<![\w.,:/€$£-])\d{{1,3}}(?P<sign>,)\d{{1,2}}(?=[ \u00a0]?%|[ \u00a0](?:{_LARGE_EN}|{_UNITS}"
            r"|(?:per cent|percent|met(?:er|re)s|degrees|euros?|lit(?:er|re)s)\b))"
        ),
        re.compile(r"(?<![\w.,:/€$£-])\d{1,3}(?:\.\d{3})+\.000(?![\w.]|,\d)"),
        re.compile(rf"(?<![\w.,])\d{{1,3}}(?:[.,]\d{{1,2}})?(?={_LARGE_EN})"),
    ),
}
_SOUGHT: Final = re.compile(r"\d(?:[.,]\d|[a-z])")
_SWAPPED: Final = str.maketrans(".,", ",.")


class NumberFormat(Rule[Options]):
    """Reports numbers with the signs of the other language: a decimal point in Dutch, a decimal comma in English.

    The signs between thousands are looked at, too, and the space between a number and the word behind it (“5,9miljard”). Only what counts or measures something is looked at (“5.9 miljard”, “5.9%”): versions, sections, addresses, times and
    dates are written with points in every language.

    ## Why is this bad?
    A Dutch reader takes “1.500” for fifteen hundred and an English reader for one and a half: the wrong sign changes the
    number.

    ## Fix safety
    The fix is unsafe: the number on the page is written differently.
    """

    dutch = """Meldt een decimale punt in het Nederlands en een decimale komma in het Engels, duizendtallen met het teken
    van de andere taal ertussen, en een getal dat vastzit aan het woord erachter, zoals in ‘5,9miljard’.

    Alleen wat iets telt of meet, wordt bekeken (‘5.9 miljard’, ‘5.9%’): in versies, paragraafnummers, adressen, tijden
    en datums staan in elke taal punten.

    ## Waarom is dat erg?
    Een Nederlandse lezer leest ‘1.500’ als vijftienhonderd en een Engelse als anderhalf: met het verkeerde teken staat
    er een ander getal.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: het getal staat er anders.
    """

    info = RuleInfo(
        name="number-format",
        code="TY007",
        family=Family.TYPOGRAPHY,
        severity=Severity.WARNING,
        summary=Message(en="Number written as in another language", nl="Getal geschreven als in een andere taal"),
        fixable=Applicability.UNSAFE,
        languages=("nl", "en"),
        since="0.1.0",
    )
    sign: ClassVar = {
        "nl": Message(
            en="In Dutch a comma parts whole from fraction: a reader may take this for another number. Write ‘{new}’.",
            nl="In het Nederlands staat voor de decimalen een komma; een lezer kan hier een ander getal lezen. Schrijf "
            "‘{new}’.",
        ),
        "en": Message(
            en="In English a point parts whole from fraction: a reader may take this for another number. Write ‘{new}’.",
            nl="In het Engels staat voor de decimalen een punt; een lezer kan hier een ander getal lezen. Schrijf ‘{new}’.",
        ),
    }
    groups: ClassVar = {
        "nl": Message(
            en="In Dutch a point parts the thousands. Write ‘{new}’.",
            nl="In het Nederlands staat tussen duizendtallen een punt. Schrijf ‘{new}’.",
        ),
        "en": Message(
            en="In English a comma parts the thousands. Write ‘{new}’.",
            nl="In het Engels staat tussen duizendtallen een komma. Schrijf ‘{new}’.",
        ),
    }
    touches = Message(
        en="A space belongs between a number and the word behind it.",
        nl="Tussen een getal en het woord erachter hoort een spatie.",
    )
    write = Message(en="Write ‘{new}’.", nl="Schrijf ‘{new}’.")
    part = Message(en="Put a space there.", nl="Zet er een spatie.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid(
            "Hugo 5.9 en versie 2.10 op 127.0.0.1, zie 3.2; om 14.30 uur, op 1.2.2025; 5,9 miljard.\n", language="nl"
        ),
        Valid("Er zijn 10.000 leden en 1.500 euro; 2.500 miljoen; 5,5% en 3,2 km.\n", language="nl"),
        Valid("About 5.9 billion, 1,500 people, sections 1,2 and 3.\n"),
        Valid("Een Blu-ray van 3.840,00 bij v1.2.3 en `5.9 miljard`.\n", language="nl"),
        Invalid("Dat kost ⟦5.9⟧ miljard, ⟦2.5⟧% meer.\n", fixed="Dat kost 5,9 miljard, 2,5% meer.\n", language="nl"),
        Invalid("Er wonen ⟦17,500,000⟧ mensen.\n", fixed="Er wonen 17.500.000 mensen.\n", language="nl"),
        Invalid("Het kost ⟦5,9⟧miljard.\n", fixed="Het kost 5,9 miljard.\n", language="nl"),
        Invalid(
            "It takes ⟦5,9⟧ billion and ⟦17.500.000⟧ people.\n", fixed="It takes 5.9 billion and 17,500,000 people.\n"
        ),
    )

    @on(Prose, having=_SOUGHT)
    def check_numbers(self, piece: Prose) -> Iterator[Violation]:
        language = piece.language.partition("-")[0].lower()
        numbers = _NUMBERS.get(language)
        if numbers is None:
            return
        for pattern, messages in ((numbers.decimal, self.sign), (numbers.grouped, self.groups)):
            for match in pattern.finditer(piece.text):
                span = piece.span_of(*match.span())
                if self.document[span] == match[0]:
                    new = match[0].translate(_SWAPPED)
                    fix = self.unsafe_fix(self.write(new=new), Edit(span, new))
                    yield self.violation(span, messages[language](new=new), fix=fix)
        for match in numbers.joined.finditer(piece.text):
            span = piece.span_of(*match.span())
            if self.document[span] == match[0]:
                yield self.violation(span, self.touches(), fix=self.unsafe_fix(self.part(), Edit(span, match[0] + " ")))
