"""MK001: asterisks that show on the page."""

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

_STARS = re.compile(
    r"(?<![\w*\\])\*\*(?P<left>[ \t]*)(?P<text>[^\s*\ufffc](?:[^*\n\ufffc]{0,200}[^\s*\ufffc])?)(?P<right>[ \t]*)\*\*(?![*])"
)


_LONE = re.compile(r"(?<![^\s(“‘\"'])\*\*(?=[^\W_][^*]*\s[^*]*\Z)")


class EmphasisNotRendered(Rule[Options]):
    """Reports ``** bold**`` and the like: with a space inside, the asterisks make nothing bold and show on the page.

    Two asterisks that nothing closes are a warning.

    ## Why is this bad?
    Readers see asterisks, a screen reader says “star star”, and nothing is stressed.

    ## Fix safety
    The fix is unsafe: it makes the words bold, which is what was meant.
    """

    dutch = """Meldt ``** vet**`` en dergelijke: met een spatie erbinnen maken de sterretjes niets vet en komen ze op de
    pagina te staan.

    Twee sterretjes die niets sluit, zijn een waarschuwing.

    ## Waarom is dat erg?
    Lezers zien sterretjes, een schermlezer zegt ‘ster ster’, en er krijgt niets nadruk.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: de woorden worden vet, zoals bedoeld was.
    """

    info = RuleInfo(
        name="emphasis-not-rendered",
        code="MK001",
        family=Family.MARKUP,
        severity=Severity.ERROR,
        summary=Message(en="Asterisks that show on the page", nl="Sterretjes die op de pagina verschijnen"),
        fixable=Applicability.UNSAFE,
        since="0.1.0",
    )
    needs = r"\*[^\w\s]*\*|&[#\w]"
    space = Message(
        en="A space inside the asterisks keeps this from being bold, and readers see the asterisks. Remove the space.",
        nl="Door een spatie binnen de sterretjes wordt dit niet vet, en lezers zien de sterretjes. Haal de spatie weg.",
    )
    unclosed = Message(
        en="Nothing closes these asterisks, so readers see them. Put two behind the last word that is to be bold.",
        nl="Niets sluit deze sterretjes, dus lezers zien ze. Zet er twee achter het laatste woord dat vet moet zijn.",
    )
    remove = Message(en="Remove the space.", nl="Haal de spatie weg.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("**Bold**, *stressed* and `** code **`.\n"),
        Valid("2 ** 3 ** 4 and \\*\\* stars \\*\\*\n"),
        Valid("It costs 5** a month.\n\n** for members\n\nPass **kwargs.\n"),
        Invalid("This is ⟦**⟧very bold indeed.\n"),
        Invalid("This is ⟦** bold**⟧.\n", fixed="This is **bold**.\n"),
        Invalid("This is ⟦**very bold **⟧indeed.\n", fixed="This is **very bold** indeed.\n"),
    )

    @on(Prose, having="**")
    def check_stars(self, piece: Prose) -> Iterator[Violation]:
        # Two asterisks that nothing answers; behind a word they may lead to a note.
        if piece.text.count("*") == 2 and (lone := _LONE.search(piece.text)):
            span = piece.span_of(*lone.span())
            if self.document[span] == "**":
                yield self.violation(span, self.unclosed(), severity=Severity.WARNING)
        for match in _STARS.finditer(piece.text):
            left, right, text = match["left"], match["right"], match["text"]
            span = piece.span_of(*match.span())
            # With spaces on both sides it may be arithmetic.
            if bool(left) == bool(right) or self.document[span] != match[0]:
                continue
            after = self.document.text[span.end : span.end + 1]
            new = f"{' ' if left and _joins(self.document.text, span.start) else ''}**{text}**"
            new += " " if right and after.isalnum() else ""
            yield self.violation(span, self.space(), fix=self.unsafe_fix(self.remove(), Edit(span, new)))


def _joins(text: str, offset: int) -> bool:
    return offset > 0 and text[offset - 1].isalnum()
