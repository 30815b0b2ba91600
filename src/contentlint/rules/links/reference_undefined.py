"""LK012: a reference link without its definition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Prose
from contentlint.rules.base import (
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

_REFERENCE = re.compile(r"(?<![\w\]\\])\[(?P<text>[^\[\]\n]{2,120})\]\[(?P<label>[^\[\]\n^]*[^\W\d][^\[\]\n]*)\]")

_COLLAPSED = re.compile(r"(?<![\w\]\\])\[(?P<text>(?=[^\[\]\n]*[^\W\d_]{3})[^\[\]\n]{3,120})\]\[\]")


class LinkReferenceUndefined(Rule[Options]):
    """Reports ``[text][label]`` or ``[label][]`` when no ``[label]: address`` stands anywhere on the page.

    ## Why is this bad?
    Readers see the brackets, and there is no link.
    """

    dutch = """Meldt ``[tekst][label]`` of ``[label][]`` als er nergens op de pagina ``[label]: adres`` staat.

    ## Waarom is dat erg?
    Lezers zien de haken, en er is geen link.
    """

    info = RuleInfo(
        name="link-reference-undefined",
        code="LK012",
        family=Family.LINKS,
        severity=Severity.ERROR,
        summary=Message(en="Reference link without a definition", nl="Verwijzing zonder definitie"),
        since="0.1.0",
    )
    needs = r"\][^\w\s]*\[|&[#\w]"
    undefined = Message(
        en="This is no link: nothing says where ‘{label}’ leads. Add a line ‘[{label}]: address’, or write the address here.",
        nl="Dit is geen link: nergens staat waar ‘{label}’ heen leidt. Voeg een regel ‘[{label}]: adres’ toe, of schrijf het "
        "adres hier.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("[The report][report]\n\n[report]: /report/\n"),
        Valid("A matrix a[i][j], a list [x][1] and `[a][b]`.\n"),
        Invalid("See ⟦[the report][raport]⟧.\n\n[report]: /report/\n"),
        Invalid("⟦[Hugo][hugo]⟧ is fast.\n"),
        Invalid("See ⟦[the report][]⟧.\n"),
    )

    @on(Prose, having="][")
    def check_text(self, piece: Prose) -> Iterator[Violation]:
        for match in _COLLAPSED.finditer(piece.text):
            span = piece.span_of(*match.span())
            if self.document[span] == match[0]:
                yield self.violation(span, self.undefined(label=match["text"]))
        for match in _REFERENCE.finditer(piece.text):
            span = piece.span_of(*match.span())
            if self.document[span] == match[0]:
                yield self.violation(span, self.undefined(label=match["label"]))
