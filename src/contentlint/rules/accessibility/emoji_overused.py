"""AX016: emoji in a row."""

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
    option,
)


class EmojiOverusedOptions(Options):
    """How many are too many."""

    max_in_row = option(
        3,
        en="how many emoji may stand in a row",
        nl="hoeveel emoji’s er achter elkaar mogen staan",
        minimum=1,
    )


class EmojiOverused(Rule[EmojiOverusedOptions]):
    """Reports more than three emoji in a row; where the site makes emoji of ``:tada:``, those count too.

    ## Why is this bad?
    A screen reader says the name of each: “party popper, party popper, party popper, clinking beer mugs”. Many people cannot
    tell small emoji apart.
    """

    dutch = """Meldt meer dan drie emoji’s achter elkaar; maakt de site van ``:tada:`` een emoji, dan tellen die mee.

    ## Waarom is dat erg?
    Een schermlezer zegt van elk de naam: ‘feestknaller, feestknaller, feestknaller, proostende bierpullen’. Veel mensen
    kunnen kleine emoji’s niet uit elkaar houden.
    """

    info = RuleInfo(
        name="emoji-overused",
        code="AX016",
        family=Family.ACCESSIBILITY,
        severity=Severity.WARNING,
        summary=Message(en="Many emoji in a row", nl="Veel emoji’s achter elkaar"),
        wcag=("1.1.1",),
        since="0.1.0",
    )
    needs = r"[\u2600-\u27bf\u2b50\u2b55\u20e3\U0001f1e6-\U0001faff]|:[a-z0-9_+-]{2,40}:|&[#\w]|\\[uU]"
    many = Message(
        en="A screen reader says the names of these {count} emoji one by one. Keep one, behind the text.",
        nl="Een schermlezer zegt de namen van deze {count} emoji’s een voor een. Houd er één over, achter de tekst.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("We won! 🎉🎉🎉\n\n👨‍👩‍👧‍👦 👍🏽 🇳🇱\n"),
        Valid("`🎉🎉🎉🎉` 🎉 and 🎉 and 🎉 and 🎉\n"),
        Valid("We won! 🎉🎉🎉🎉\n", options={"max-in-row": 4}),
        Valid("We won! :tada::tada::tada::tada:\n"),
        Invalid("We won! ⟦🎉🎉🎉🎉⟧\n"),
        Invalid("## Open ⟦☀️ 👨‍👩‍👧‍👦 👍🏽 🇳🇱⟧ day\n"),
        Invalid("We won! ⟦:tada::tada: :beers::+1:⟧\n", files={"hugo.toml": "enableEmoji = true\n"}),
    )

    @on(Prose, having=EMOJI_SIGN)
    def check(self, piece: Prose) -> Iterator[Violation]:
        text = piece.text
        named = self.page.site.markup.emoji and ":" in text
        found = [match.span() for match in EMOJI.finditer(text)]
        if named:
            found = sorted(found + [match.span() for match in NAMED_EMOJI.finditer(text)])
        start = 0
        for index in range(1, len(found) + 1):
            if index < len(found) and not text[found[index - 1][1] : found[index][0]].strip(" \u00a0"):
                continue
            if index - start > self.options.max_in_row:
                span = piece.span_of(found[start][0], found[index - 1][1])
                yield self.violation(span, self.many(count=index - start))
            start = index
