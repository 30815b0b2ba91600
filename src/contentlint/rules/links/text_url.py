"""LK002: an address as the text of a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Link, plain_text
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

_URL = re.compile(r"\A(?:https?://|ftp://|www\.)\S+\Z", re.IGNORECASE)


class LinkTextUrlOptions(Options):
    """Which addresses are too long to be a text."""

    max_length = option(
        40, en="how many characters an address may have", nl="hoeveel tekens een adres mag hebben", minimum=0
    )


class LinkTextUrl(Rule[LinkTextUrlOptions]):
    """Reports a link whose text is a long address. A short one, such as ``https://example.org``, may be the best name.

    ## Why is this bad?
    A screen reader spells it out, sign by sign, and it tells little about what is behind it.
    """

    dutch = """Meldt een link met een lang webadres als tekst. Een kort adres, zoals ``https://example.org``, kan de
    beste naam zijn.

    ## Waarom is dat erg?
    Een schermlezer spelt het teken voor teken, en het zegt weinig over wat erachter zit.
    """

    info = RuleInfo(
        name="link-text-url",
        code="LK002",
        family=Family.LINKS,
        severity=Severity.WARNING,
        summary=Message(en="Address as link text", nl="Webadres als linktekst"),
        wcag=("2.4.4",),
        since="0.1.0",
    )
    address = Message(
        en="The text of this link is an address, which is spelled out when it is read aloud. Name what is behind it: "
        "[the name](address).",
        nl="De tekst van deze link is een webadres, dat bij voorlezen wordt gespeld. Noem wat erachter zit: [de naam](adres).",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("See <https://example.org/> and [the report](https://example.org/reports/2025/annual-report.html).\n"),
        Valid("See https://example.org/reports/2025/annual-report.html.\n", options={"max-length": 80}),
        Invalid("See ⟦https://example.org/reports/2025/annual-report.html⟧.\n"),
        Invalid("See <⟦https://example.org/reports/2025/annual-report.html⟧>.\n"),
        Invalid("[⟦www.example.org/a⟧](https://example.org/a)\n", options={"max-length": 10}),
    )

    @on(Link)
    def check_text(self, link: Link) -> Iterator[Violation]:
        text = plain_text(link).strip()
        if len(text) > self.options.max_length and _URL.match(text):
            yield self.violation(link.content, self.address())
