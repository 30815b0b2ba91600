"""TY010: a character that nobody sees."""

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

# Joiners are needed inside emoji and in scripts that join their letters, so they count between Latin letters only.
_SIGNS = "\u00ad\u180e\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f"
_ANY = re.compile(f"[{_SIGNS}\u200c\u200d]")
_INVISIBLE = re.compile(f"[{_SIGNS}]+|(?<=[A-Za-zÀ-ɏ ])[\u200c\u200d]+(?=[A-Za-zÀ-ɏ ])")
_NEEDED = ("ar", "bo", "fa", "he", "km", "lo", "my", "th", "ur")
"""Languages that mark the ends of words, or the direction of the text, with characters that nobody sees."""


class InvisibleCharacter(Rule[Options]):
    """Reports zero-width spaces, soft hyphens, control characters and other signs that came along when text was pasted.

    ## Why is this bad?
    The word looks right, but search, spell checkers and screen readers see another one, or stumble.

    ## Fix safety
    The fix is safe: nothing that shows is taken away.
    """

    dutch = """Meldt spaties zonder breedte, zachte afbreekstreepjes, stuurtekens en andere tekens die bij het plakken
    zijn meegekomen.

    ## Waarom is dat erg?
    Het woord ziet er goed uit, maar zoekfuncties, spellingcontroles en schermlezers zien een ander woord of lopen erop
    vast.

    ## Wat herstellen doet
    Herstellen is veilig: er verdwijnt niets wat zichtbaar is.
    """

    info = RuleInfo(
        name="invisible-character",
        code="TY010",
        family=Family.TYPOGRAPHY,
        severity=Severity.WARNING,
        summary=Message(en="Invisible character", nl="Onzichtbaar teken"),
        fixable=Applicability.SAFE,
        since="0.1.0",
    )
    needs = r"[\u00ad\u180e\u200b-\u200d\u202a-\u202e\u2060\u2066-\u2069\ufeff\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]|&[#\w]|\\"
    invisible = Message(
        en="Here stands an invisible character ({name}), which came along when text was pasted. Search and screen readers "
        "stumble over it.",
        nl="Hier staat een onzichtbaar teken ({name}), meegekomen bij het plakken. Zoekfuncties en schermlezers struikelen "
        "erover.",
    )
    remove = Message(en="Remove it.", nl="Haal het weg.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("A family: 👨\u200d👩\u200d👧 and a café.\n"),
        Valid("`a\u200bb` in code.\n"),
        Invalid("pay⟦\u202e⟧lap\n", fixed="paylap\n"),
        Invalid("web⟦\u200b⟧site\n", fixed="website\n"),
        Invalid("toe⟦\u00ad⟧gan⟦\u00ad⟧kelijk\n", fixed="toegankelijk\n", language="nl"),
    )

    @on(Prose, having=_ANY)
    def check_characters(self, piece: Prose) -> Iterator[Violation]:
        if piece.language[:2] in _NEEDED:
            return
        for match in _INVISIBLE.finditer(piece.text):
            span = piece.span_of(*match.span())
            if self.document[span] != match[0]:
                continue
            name = unicodedata.name(match[0][0], "").lower() or f"U+{ord(match[0][0]):04X}"
            fix = self.safe_fix(self.remove(), Edit(span, "")) if unicodedata.category(match[0][0]) == "Cf" else None
            yield self.violation(span, self.invisible(name=name), fix=fix)
