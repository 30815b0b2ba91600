"""TY003: an opening quotation mark where an apostrophe belongs."""

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
from contentlint.text import Edit

_TURNED = {
    # What follows must not be closed by a quotation mark within the sentence, or it is a quotation of one word.
    "nl": re.compile(r"(?<![\w‘`´])[‘´`](?=(?:s|t|n|k|m|r)(?:\s+\w|[- ](?:gravenhage|hertogenbosch)))", re.IGNORECASE),
    "en": re.compile(r"(?<![\w‘])‘(?=(?:tis|twas|em|til|cause|\d0s)\b(?!’))", re.IGNORECASE),
}
_SIGN = re.compile("[‘´`]")
# Only between letters of the Latin script: others write no spaces, so a quotation may begin behind any letter.
_INSIDE = re.compile(r"(?<=[A-Za-z\u00c0-\u024f])[‘´`](?=[A-Za-z\u00c0-\u024f])")


class ApostropheTurned(Rule[Options]):
    """Reports ``‘s morgens``, ``‘t`` and the like: the sign in front of them is an apostrophe, ``’``.

    ## Why is this bad?
    It is a mistake that word processors make; readers see a quotation that never ends.

    ## Fix safety
    The fix is unsafe: another sign appears on the page.
    """

    dutch = """Meldt ``‘s morgens``, ``‘t`` en dergelijke: het teken ervoor hoort een apostrof te zijn, ``’``.

    ## Waarom is dat erg?
    Het is een fout die tekstverwerkers maken; lezers zien een citaat dat nergens eindigt.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: er verschijnt een ander teken.
    """

    info = RuleInfo(
        name="apostrophe-turned",
        code="TY003",
        family=Family.TYPOGRAPHY,
        severity=Severity.ERROR,
        summary=Message(en="Quotation mark in place of an apostrophe", nl="Aanhalingsteken in plaats van apostrof"),
        fixable=Applicability.UNSAFE,
        languages=("nl", "en"),
        since="0.1.0",
    )
    needs = r"[‘´`]|&[#\w]|\\[uUx]"
    turned = Message(
        en="Here belongs an apostrophe, ’, not the sign {sign}.",
        nl="Hier hoort een apostrof, ’, en niet het teken {sign}.",
    )
    write = Message(en="Write ’.", nl="Schrijf ’.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Hij zei: ‘t is goed’ en ’s avonds was hij weg.\n", language="en"),
        Valid("’s Morgens en ’t huis, ‘een citaat’.\n", language="nl"),
        Valid("工资‘拖欠’的问题\n", language="en"),
        Invalid("Het is ⟦‘⟧s morgens koud.\n", fixed="Het is ’s morgens koud.\n", language="nl"),
        Invalid("De foto⟦´⟧s van ⟦`⟧s middags.\n", fixed="De foto’s van ’s middags.\n", language="nl"),
        Invalid("In the ⟦‘⟧90s, don⟦‘⟧t ask.\n", fixed="In the ’90s, don’t ask.\n"),
    )

    @on(Prose, having=_SIGN)
    def check_marks(self, piece: Prose) -> Iterator[Violation]:
        pattern = _TURNED[self.document.language.split("-")[0].lower()]
        for match in (*pattern.finditer(piece.text), *_INSIDE.finditer(piece.text)):
            rest = piece.text[match.end() :]
            closing, opening = rest.find("’"), rest.find("‘")
            # A quotation such as ‘t is goed’ may begin with the very word.
            if (
                match[0] == "‘"
                and match.re is not _INSIDE
                and closing >= 0
                and not rest[closing + 1 : closing + 2].isalpha()
                and (opening < 0 or closing < opening)
            ):
                continue
            span = piece.span_of(*match.span())
            if self.document[span] == match[0]:
                yield self.violation(
                    span, self.turned(sign=match[0]), fix=self.unsafe_fix(self.write(), Edit(span, "’"))
                )
