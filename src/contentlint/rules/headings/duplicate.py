"""HD004: two headings with the same text in one section."""

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
)


class HeadingDuplicate(Rule[Options]):
    """Reports a heading with the same text as an earlier heading of the same level in the same section.

    In a list of questions or of versions it may well be meant so, which is why this never fails a build.

    ## Why is this bad?
    In a list of headings, in a table of contents and in links to a heading readers cannot tell the two apart.
    """

    dutch = """Meldt een kop met dezelfde tekst als een eerdere kop van hetzelfde niveau in hetzelfde deel.

    In een lijst met vragen of versies kan dat heel goed de bedoeling zijn; daarom laat deze regel een controle nooit
    mislukken.

    ## Waarom is dat erg?
    In een lijst van koppen, in een inhoudsopgave en in links naar een kop kunnen lezers de twee niet uit elkaar houden.
    """

    info = RuleInfo(
        name="heading-duplicate",
        code="HD004",
        family=Family.HEADINGS,
        severity=Severity.INFO,
        summary=Message(en="Two headings with one text", nl="Twee koppen met dezelfde tekst"),
        wcag=("2.4.6",),
        since="0.1.0",
    )
    duplicate = Message(
        en="There is a heading ‘{text}’ in this section already (line {line}), so readers cannot tell them apart. Give one "
        "its own text.",
        nl="Er staat al een kop ‘{text}’ in dit deel (regel {line}), dus lezers kunnen ze niet uit elkaar houden. Geef er "
        "één een eigen tekst.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("## 2024\n\n### Added\n\n## 2025\n\n### Added\n"),
        Valid("## A\n\n### A\n"),
        Invalid("## News\n\nText.\n\n## ⟦News⟧\n"),
        Invalid("## A\n\n### The *plan*\n\n#### B\n\n### ⟦the plan⟧\n"),
    )

    def begin(self) -> None:
        self.sections: list[tuple[int, dict[str, Heading]]] = []

    @on(Heading)
    def check_text(self, heading: Heading) -> Iterator[Violation]:
        while self.sections and self.sections[-1][0] > heading.level:
            self.sections.pop()
        if not self.sections or self.sections[-1][0] < heading.level:
            self.sections.append((heading.level, {}))
        text = " ".join(plain_text(heading).split())
        if not text:
            return
        first = self.sections[-1][1].setdefault(text.casefold(), heading)
        if first is not heading:
            line = self.document.source.line_of(first.span.start)
            yield self.violation(heading.content, self.duplicate(text=text, line=line))
