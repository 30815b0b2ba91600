"""TY011: a letter and its accent as two characters."""

from __future__ import annotations

import re
import unicodedata
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

_MARK = re.compile("[\u0300-\u036f]")
_COMBINED = re.compile("\\w[\u0300-\u036f]+")


class NotNfc(Rule[Options]):
    """Reports a letter with its accent written as two characters where there is one for both (Unicode's form NFC).

    ## Why is this bad?
    It looks the same, but searching for “café” does not find it, and the accent may sit beside the letter.

    ## Fix safety
    The fix is safe: the page looks the same.
    """

    dutch = """Meldt een letter die los van zijn accent is opgeslagen, als twee tekens, terwijl er één teken voor beide
    is (de vorm NFC van Unicode).

    ## Waarom is dat erg?
    Het ziet er hetzelfde uit, maar wie op ‘café’ zoekt vindt het niet, en het accent kan naast de letter terechtkomen.

    ## Wat herstellen doet
    Herstellen is veilig: de pagina ziet er hetzelfde uit.
    """

    info = RuleInfo(
        name="not-nfc",
        code="TY011",
        family=Family.TYPOGRAPHY,
        severity=Severity.WARNING,
        summary=Message(en="Letter and accent stored apart", nl="Letter en accent los van elkaar opgeslagen"),
        fixable=Applicability.SAFE,
        since="0.1.0",
    )
    needs = r"[\u0300-\u036f]|&[#\w]|\\[uU]"
    apart = Message(
        en="‘{text}’ is stored as a letter and a loose accent, so searching does not find the word. Write it as one character.",
        nl="‘{text}’ is opgeslagen als letter met een los accent, dus zoeken vindt het woord niet. Schrijf het als één teken.",
    )
    join = Message(en="Write it as one character.", nl="Schrijf het als één teken.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("caf\u00e9\n"),
        Valid("q\u0303 has no character of its own\n"),
        Invalid("caf⟦e\u0301⟧\n", fixed="caf\u00e9\n"),
        Invalid("ide⟦e\u0308⟧n\n", fixed="idee\u0308n\n".replace("e\u0308", "\u00eb"), language="nl"),
    )

    @on(Prose, having=_MARK)
    def check_letters(self, piece: Prose) -> Iterator[Violation]:
        for match in _COMBINED.finditer(piece.text):
            joined = unicodedata.normalize("NFC", match[0])
            span = piece.span_of(*match.span())
            if len(joined) < len(match[0]) and self.document[span] == match[0]:
                fix = self.safe_fix(self.join(), Edit(span, joined))
                yield self.violation(span, self.apart(text=joined), fix=fix)
