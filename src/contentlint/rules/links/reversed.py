"""LK011: a link with its brackets the wrong way round."""

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

_TURNED = re.compile(r"\((?P<text>[^()\[\]\n]{1,120})\)\[(?P<url>(?:https?://|/|\.{1,2}/|mailto:)[^\s\[\]]+)\]")

# A full address is a link of its own and stands as a gap in prose.
_BRACKETS = re.compile(r"(?<![\w)\]])\([^()\[\]\n]{1,120}\)\[[^\s\[\]]+\]")


class LinkReversed(Rule[Options]):
    """Reports ``(text)[address]``, where ``[text](address)`` was meant.

    ## Why is this bad?
    Readers see the brackets and the address, and there is no link.

    ## Fix safety
    The fix is unsafe: it makes the link that was meant.
    """

    dutch = """Meldt ``(tekst)[adres]``, waar ``[tekst](adres)`` bedoeld was.

    ## Waarom is dat erg?
    Lezers zien de haken en het adres, en er is geen link.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: de link die bedoeld was, komt er.
    """

    info = RuleInfo(
        name="link-reversed",
        code="LK011",
        family=Family.LINKS,
        severity=Severity.ERROR,
        summary=Message(en="Link with its brackets reversed", nl="Link met verwisselde haken"),
        fixable=Applicability.UNSAFE,
        since="0.1.0",
    )
    needs = r"\)[^\w\s]*\[|&[#\w]"
    turned = Message(
        en="This is no link: the brackets are the wrong way round. Write [{text}]({url}).",
        nl="Dit is geen link: de haken staan verkeerd om. Schrijf [{text}]({url}).",
    )
    swap = Message(en="Swap the brackets.", nl="Wissel de haken om.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("[The report](/report/) (see below)[^1].\n\n[^1]: Below.\n"),
        Valid("A call f(xy)[1] and `(ab)[/b]`.\n"),
        Invalid("See ⟦(the report)[/report/]⟧.\n", fixed="See [the report](/report/).\n"),
        Invalid("⟦(Hugo)[https://gohugo.io/]⟧\n", fixed="[Hugo](https://gohugo.io/)\n"),
    )

    @on(Prose, having=")[")
    def check_text(self, piece: Prose) -> Iterator[Violation]:
        for place in _BRACKETS.finditer(piece.text):
            span = piece.span_of(*place.span())
            if (match := _TURNED.fullmatch(self.document[span])) is None:
                continue
            fix = self.unsafe_fix(self.swap(), Edit(span, f"[{match['text']}]({match['url']})"))
            yield self.violation(span, self.turned(text=match["text"], url=match["url"]), fix=fix)
