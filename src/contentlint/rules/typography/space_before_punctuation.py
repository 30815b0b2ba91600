"""TY002: a space before a full stop, comma or another sign that follows a word."""

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

_SPACE = re.compile(r"(?<=[^\W_])(?P<space>[ \u00a0\u202f]+)(?P<mark>[,;:!?.])(?=\s|\Z)")


class SpaceBeforePunctuation(Rule[Options]):
    """Reports a space before a comma, full stop, colon, semicolon, exclamation mark or question mark.

    Signs that begin something, such as “.NET” or “:-)”, and rows of dots are left alone.

    ## Why is this bad?
    The sign may end up alone at the beginning of a line, and it looks like a slip.

    ## Fix safety
    The fix is unsafe: the space disappears from the page.
    """

    dutch = """Meldt een spatie voor een komma, punt, dubbele punt, puntkomma, uitroepteken of vraagteken.

    Tekens die iets beginnen, zoals ‘.NET’ of ‘:-)’, en rijen puntjes blijven buiten beschouwing.

    ## Waarom is dat erg?
    Het teken kan alleen aan het begin van een regel komen te staan, en het ziet eruit als een vergissing.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: de spatie verdwijnt.
    """

    info = RuleInfo(
        name="space-before-punctuation",
        code="TY002",
        family=Family.TYPOGRAPHY,
        severity=Severity.WARNING,
        summary=Message(en="Space before a punctuation mark", nl="Spatie voor een leesteken"),
        fixable=Applicability.UNSAFE,
        languages=("nl", "en"),
        since="0.1.0",
    )
    needless = Message(en="No space belongs before ‘{mark}’.", nl="Voor ‘{mark}’ hoort geen spatie.")
    remove = Message(en="Remove the space.", nl="Haal de spatie weg.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Yes, it is. Is it? It is!\n"),
        Valid("We use .NET and smile :-) at night ... and `a , b`.\n"),
        Valid("- A\n- B\n\n  : C\n"),
        Invalid("Really⟦ ⟧? Yes⟦ ⟧, it is.\n", fixed="Really? Yes, it is.\n"),
        Invalid("Wat een dag⟦ ⟧!\n", fixed="Wat een dag!\n", language="nl"),
    )

    @on(Prose)
    def check_marks(self, piece: Prose) -> Iterator[Violation]:
        for match in _SPACE.finditer(piece.text):
            span = piece.span_of(*match.span("space"))
            if self.document[span] == match["space"]:
                fix = self.unsafe_fix(self.remove(), Edit(span, ""))
                yield self.violation(span, self.needless(mark=match["mark"]), fix=fix)
