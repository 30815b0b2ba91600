"""HD005: a heading that is too long to be one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Heading, plain_text
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

_LONG = "what the council decided about the library " * 4


class HeadingLongOptions(Options):
    """How long a heading may be."""

    max_length = option(160, en="how many characters it may have", nl="hoeveel tekens hij mag hebben", minimum=1)


class HeadingLong(Rule[HeadingLongOptions]):
    """Reports a heading that is as long as a paragraph.

    ## Why is this bad?
    Headings are there to be glanced at, and to be heard one after another. Often the line below was pulled in by mistake.
    """

    dutch = """Meldt een kop die zo lang is als een alinea.

    ## Waarom is dat erg?
    Koppen zijn er om snel te bekijken en om achter elkaar te beluisteren. Vaak is de regel eronder per ongeluk
    meegekomen.
    """

    info = RuleInfo(
        name="heading-long",
        code="HD005",
        family=Family.HEADINGS,
        severity=Severity.WARNING,
        summary=Message(en="Very long heading", nl="Heel lange kop"),
        wcag=("2.4.6",),
        since="0.1.0",
    )
    long = Message(
        en="This heading has {length} characters; above {limit} nobody takes it in at a glance. Make it shorter, or make it a "
        "paragraph.",
        nl="Deze kop heeft {length} tekens; boven {limit} zie je niet in één oogopslag wat er staat. Maak hem korter, of maak "
        "er een alinea van.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("## What the council decided\n"),
        Valid(f"## {_LONG.strip()}\n", options={"max-length": 200}),
        Invalid(f"## ⟦{_LONG.strip()}⟧\n"),
        Invalid("## ⟦What the council decided⟧\n", options={"max-length": 10}),
    )

    @on(Heading)
    def check_length(self, heading: Heading) -> Iterator[Violation]:
        length = len(" ".join(plain_text(heading).split()))
        if length > self.options.max_length:
            yield self.violation(heading.content, self.long(length=length, limit=self.options.max_length))
