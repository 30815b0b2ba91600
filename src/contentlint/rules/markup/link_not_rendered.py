"""MK007: a link or picture that shows as text because its address holds a space."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

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
from contentlint.text import Edit, Span

_GAP = re.compile(r"\][ \u00a0]\(")
_SPACED = re.compile(r"!?\[[^\[\]\n]{0,300}\]\((?P<target>(?=[^()\n]*(?:[/.#]))[^\s()<>\"']+(?: [^\s()<>\"']+)+)\)")
_APART = re.compile(
    r"!?\[(?=[^\[\]\n]{0,80}[^\W\d_]{3})[^\[\]\n]{2,300}\](?P<space>[ \u00a0]+)"
    r"\((?:(?P<url>\ufffc)|(?P<target>(?:/|\.{1,2}/|#)[^\s()<>\"']*|[^\s()<>\"'/]+\.(?:html?|md|pdf|png|jpe?g|webp|svg)))\)"
)
_ADDRESS = re.compile(r"\.[a-z0-9]{2,5}\Z|\A(?:https?:|/|\.{1,2}/)", re.IGNORECASE)


class LinkNotRendered(Rule[Options]):
    """Reports a link or a picture that Markdown does not take for one: with a space in the address, or before it.

    ## Why is this bad?
    Readers see the brackets and the address, and no link or picture.

    ## Fix safety
    The fix is unsafe: it writes ``%20`` for a space in the address, or takes the space before it out, which makes the link
    or picture that was meant.
    """

    dutch = """Meldt een link of afbeelding waarin Markdown er geen ziet: met een spatie in het adres, of ervoor.

    ## Waarom is dat erg?
    Lezers zien de haken en het adres, en geen link of afbeelding.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: op de plek van een spatie in het adres komt ``%20``, en een spatie
    ervoor verdwijnt; daarmee komt er de link of afbeelding die bedoeld was.
    """

    info = RuleInfo(
        name="link-not-rendered",
        code="MK007",
        family=Family.MARKUP,
        severity=Severity.ERROR,
        summary=Message(en="Link or picture that shows as text", nl="Link of afbeelding die als tekst verschijnt"),
        fixable=Applicability.UNSAFE,
        since="0.1.0",
    )
    spaced = Message(
        en="The space in ‘{target}’ breaks this: readers see the brackets. Write %20 for it, or rename the file.",
        nl="Door de spatie in ‘{target}’ werkt dit niet: lezers zien de haken. Schrijf er %20 voor, of hernoem het bestand.",
    )
    spaced_address = Message(
        en="The space in ‘{target}’ breaks this: readers see the brackets. Take the space out of the address.",
        nl="Door de spatie in ‘{target}’ werkt dit niet: lezers zien de haken. Haal de spatie uit het adres.",
    )
    apart = Message(
        en="The space between ‘]’ and ‘(’ breaks this: readers see the brackets and the address. Take it out.",
        nl="Door de spatie tussen ‘]’ en ‘(’ werkt dit niet: lezers zien de haken en het adres. Haal haar weg.",
    )
    take_out = Message(en="Take the space out.", nl="Haal de spatie weg.")
    write = Message(en="Write %20 for the space.", nl="Schrijf %20 voor de spatie.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('![x](foto.png "A title") and [a](<my file.pdf>)\n'),
        Valid("An array[0](the first of it) and `[a](b c.png)`.\n"),
        Valid("A quotation [sic] (see below) and a note [1] (https://example.org/), an [x] (/y) too.\n"),
        Invalid("Read [the report]⟦ ⟧(/report/) first.\n", fixed="Read [the report](/report/) first.\n"),
        Invalid(
            "Read [the report]⟦ ⟧(https://example.org/a) first.\n",
            fixed="Read [the report](https://example.org/a) first.\n",
        ),
        Invalid("![x](⟦mijn foto.png⟧)\n", fixed="![x](mijn%20foto.png)\n"),
        Invalid("[News](⟦https://example. org/news⟧)\n", fixed="[News](https://example.org/news)\n"),
        Invalid("[The report](⟦/files/annual report.pdf⟧)\n", fixed="[The report](/files/annual%20report.pdf)\n"),
    )

    @on(Prose, having=_GAP)
    def check_gap(self, piece: Prose) -> Iterator[Violation]:
        """Look for a space between the text and the address."""
        for match in _APART.finditer(piece.text):
            span = piece.span_of(*match.span("space"))
            # What stands for no words may be code or a picture; only an address begins so.
            shown = self.document.text.startswith(("http://", "https://", "www."), span.end + 1)
            if self.document[span] == match["space"] and (match["target"] or shown):
                yield self.violation(span, self.apart(), fix=self.unsafe_fix(self.take_out(), Edit(span, "")))

    @on(Prose, having="](")
    def check_text(self, piece: Prose) -> Iterator[Violation]:
        for match in _SPACED.finditer(piece.text):
            span = piece.span_of(*match.span("target"))
            target = match["target"]
            if self.document[span] == target and "{{" not in target and _ADDRESS.search(target):
                if "://" in target:
                    fix = self.unsafe_fix(self.take_out(), Edit(Span(*span), target.replace(" ", "")))
                    yield self.violation(span, self.spaced_address(target=target), fix=fix)
                else:
                    fix = self.unsafe_fix(self.write(), Edit(Span(*span), target.replace(" ", "%20")))
                    yield self.violation(span, self.spaced(target=target), fix=fix)
