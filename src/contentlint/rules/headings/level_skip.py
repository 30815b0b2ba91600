"""HD002: a heading that skips a level."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document, Heading
from contentlint.rules.base import (
    Applicability,
    Example,
    Family,
    Fix,
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
from contentlint.site import OutlineHeading, outline
from contentlint.text import Edit


class HeadingLevelSkip(Rule[Options]):
    """Reports a heading that is more than one level deeper than the heading before it.

    The title of a page counts as its heading of level 1, so the first heading below it has level 2; that one is only worth a
    look, for the theme may put a heading between the two. What a shortcode shows as a heading counts too: the ``title`` of
    Hugo’s ``figure`` has level 4. ``contentlint outline`` shows all headings of a page.

    ## Why is this bad?
    Screen reader users move through a page by its headings. A skipped level looks like a missing section.

    ## Fix safety
    The fix is unsafe: it changes the level on the rendered page, and the heading *before* it may be the wrong one.
    """

    dutch = """Meldt een kop die meer dan één niveau lager staat dan de kop ervoor.

    De titel van de pagina telt als kop van niveau 1, dus de eerste kop daaronder heeft niveau 2. Slaat die eerste een
    niveau over, dan is dat maar een opmerking, want het thema kan er een kop tussen zetten. Wat een shortcode als kop
    toont, telt ook: de ``title`` van ``figure`` van Hugo heeft niveau 4. ``contentlint outline`` toont alle koppen van een
    pagina.

    ## Waarom is dat erg?
    Wie een schermlezer gebruikt, gaat van kop naar kop door een pagina. Bij een overgeslagen niveau lijkt er een deel
    te ontbreken.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: de kop krijgt een ander niveau, terwijl misschien de kop *ervoor*
    niet klopt.
    """

    info = RuleInfo(
        name="heading-level-skip",
        code="HD002",
        family=Family.HEADINGS,
        severity=Severity.WARNING,
        summary=Message(en="Heading skips a level", nl="Kop slaat een niveau over"),
        fixable=Applicability.UNSAFE,
        wcag=("1.3.1",),
        since="0.1.0",
    )
    skipped = Message(
        en="The level of the headings goes from {previous} to {level}, as if a section were missing. Make it level "
        "{expected}.",
        nl="Het kopniveau gaat van {previous} naar {level}, alsof er een deel ontbreekt. Maak er niveau {expected} van.",
    )
    first = Message(
        en="The first heading below the title has level {level}, as if a section were missing. Make it level 2.",
        nl="De eerste kop onder de titel heeft niveau {level}, alsof er een deel ontbreekt. Maak er niveau 2 van.",
    )
    shortcode = Message(
        en="This text becomes a heading of level {level} below one of level {previous}, as if a section were missing. Put it "
        "in the caption.",
        nl="Deze tekst wordt een kop van niveau {level} onder een kop van niveau {previous}, alsof er een deel ontbreekt. Zet "
        "hem in het bijschrift.",
    )
    set_level = Message(en="Make this level {level}.", nl="Maak hier niveau {level} van.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("---\ntitle: Home\n---\n\n## A\n\n### B\n\n## C\n"),
        Valid("#### A page without a title may start anywhere\n\n### And go up\n"),
        Invalid("## A\n\n⟦####⟧ B\n", fixed="## A\n\n### B\n"),
        Invalid("---\ntitle: Home\n---\n\n⟦###⟧ A\n", fixed="---\ntitle: Home\n---\n\n## A\n"),
        Invalid("A\n=\n\n⟦###⟧ B ###\n", fixed="A\n=\n\n## B ###\n"),
        Invalid("## A\n\n⟦<h4>⟧B</h4>\n\n##### C\n"),
        Invalid('## A\n\n{{< figure src="map.png" alt="A map" title="⟦The town⟧" >}}\n\n### B\n'),
    )

    @on(Document)
    def check_levels(self, document: Document) -> Iterator[Violation]:
        for heading in outline(document, self.page):
            if heading.skipped:
                yield self._report(heading)

    def _report(self, heading: OutlineHeading) -> Violation:
        level, expected, node = heading.level, heading.previous + 1, heading.node
        if heading.source == "shortcode":
            return self.violation(heading.span, self.shortcode(level=level, previous=heading.previous))
        is_first = heading.is_first_below_title
        message = (
            self.first(level=level)
            if is_first
            else self.skipped(previous=heading.previous, level=level, expected=expected)
        )
        span = heading.span
        fix: Fix | None = None
        if isinstance(node, Heading):
            span = node.marker
            if not node.setext:
                fix = self.unsafe_fix(self.set_level(level=expected), Edit(span, "#" * expected))
        return self.violation(span, message, severity=Severity.INFO if is_first else None, fix=fix)
