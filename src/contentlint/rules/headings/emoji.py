"""HD011: an emoji in a heading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Prose
from contentlint.language.emoji import EMOJI, EMOJI_SIGN, NAMED_EMOJI
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


class HeadingEmoji(Rule[Options]):
    """Reports an emoji in a heading; where the site makes emoji of ``:tada:``, that too.

    ## Why is this bad?
    A screen reader says its name in every list of headings (“party popper News”), and a table of contents may not show it.
    """

    dutch = """Meldt een emoji in een kop; maakt de site van ``:tada:`` een emoji, dan ook dat.

    ## Waarom is dat erg?
    Een schermlezer zegt de naam ervan in elke lijst van koppen (‘feestknaller Nieuws’), en niet elke inhoudsopgave kan
    hem tonen.
    """

    info = RuleInfo(
        name="heading-emoji",
        code="HD011",
        family=Family.HEADINGS,
        severity=Severity.INFO,
        summary=Message(en="Emoji in a heading", nl="Emoji in een kop"),
        wcag=("2.4.6",),
        default=False,
        since="0.1.0",
    )
    emoji = Message(
        en="A screen reader says the name of ‘{emoji}’ with the heading. Move it to the text, or leave it out.",
        nl="Een schermlezer zegt bij deze kop ook de naam van ‘{emoji}’. Zet hem in de tekst, of laat hem weg.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("## News\n\nWe won! 🎉\n"),
        Valid("## Version 2 of the :tada: plug-in & more ©\n"),
        Invalid("## ⟦🎉⟧ News\n"),
        Invalid("## News ⟦:tada:⟧\n", files={"hugo.toml": "enableEmoji = true\n"}),
    )

    @on(Prose, having=EMOJI_SIGN)
    def check(self, piece: Prose) -> Iterator[Violation]:
        if piece.kind != "heading":
            return
        found = [*EMOJI.finditer(piece.text)]
        if self.page.site.markup.emoji:
            found += NAMED_EMOJI.finditer(piece.text)
        for match in found:
            yield self.violation(piece.span_of(*match.span()), self.emoji(emoji=match[0]))
