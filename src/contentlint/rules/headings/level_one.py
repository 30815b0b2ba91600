"""HD001: a heading of level one in the body."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from contentlint.document import Document, Heading
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
from contentlint.site import outline
from contentlint.text import Edit

_SITE = {"hugo.toml": 'title = "Site"\n', "layouts/_default/single.html": "<h1>{{ .Title }}</h1>{{ .Content }}"}
_BARE = {"hugo.toml": "", "layouts/_default/single.html": "<title>{{ .Title }}</title>{{ .Content }}"}
_REMOTE = {"hugo.toml": '[module]\n[[module.imports]]\npath = "example.org/theme"\n'}


class HeadingLevelOne(Rule[Options]):
    """Reports a heading of level one in the body of a page whose title the theme prints as its heading of level one.

    It looks at Hugo sites only: other programs print no title of their own when the body has such a heading. Where the
    templates on disk show no title in a heading of level 1, nothing is reported; where a theme is not on disk it is a warning.

    ## Why is this bad?
    The page then has two main titles. People who use a screen reader move by headings, and cannot tell which one the
    page is about.

    ## Fix safety
    The fix is unsafe: it makes the heading one level deeper, and the headings below it may have to follow.
    """

    dutch = """Meldt een kop van niveau 1 in de tekst van een pagina, als het thema de titel al als kop van niveau 1
    toont.

    Alleen bij Hugo-sites: andere programma’s zetten zelf geen titel boven een tekst met zo’n kop. Tonen de sjablonen op
    schijf geen titel als kop van niveau 1, dan komt er geen melding; staat een thema niet op schijf, dan is het een
    waarschuwing.

    ## Waarom is dat erg?
    De pagina heeft dan twee hoofdtitels. Wie een schermlezer gebruikt, gaat van kop naar kop en weet niet welke van de
    twee zegt waar de pagina over gaat.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: de kop gaat één niveau omlaag, en de koppen eronder moeten misschien
    mee.
    """

    info = RuleInfo(
        name="heading-level-one",
        code="HD001",
        family=Family.HEADINGS,
        severity=Severity.ERROR,
        summary=Message(en="Heading of level 1 in the text", nl="Kop van niveau 1 in de tekst"),
        fixable=Applicability.UNSAFE,
        wcag=("1.3.1", "2.4.6"),
        since="0.1.0",
    )
    second_title = Message(
        en="This heading has level 1, like the title of the page. Make it level 2, so that the page has one main title.",
        nl="Deze kop heeft niveau 1, net als de titel van de pagina. Maak er niveau 2 van, zodat er één hoofdtitel is.",
    )
    set_level = Message(en="Make this level 2.", nl="Maak hier niveau 2 van.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("---\ntitle: Home\n---\n\n## News\n", files=_SITE),
        Valid("# A plain page\n"),
        Valid("---\ntitle: Home\n---\n\n# Home\n", files=_BARE),
        Valid("---\nlayout: bare\n---\n\n# The only title\n", files=_SITE),
        Invalid(
            "---\ntitle: Home\n---\n\n⟦#⟧ Home\n\n## News\n",
            fixed="---\ntitle: Home\n---\n\n## Home\n\n## News\n",
            files=_SITE,
        ),
        Invalid(
            "---\ntitle: Home\n---\n\n⟦<h1>⟧Home</h1>\n",
            files={**_SITE, "hugo.toml": "[markup.goldmark.renderer]\nunsafe = true\n"},
        ),
        Invalid("---\ntitle: Home\n---\n\nHome\n⟦====⟧\n", fixed="---\ntitle: Home\n---\n\nHome\n----\n", files=_SITE),
    )

    def applies(self) -> bool:
        front_matter = self.document.front_matter
        return self.page.in_content and front_matter is not None and front_matter.get("title") is not None

    @cached_property
    def shown(self) -> bool | None:
        """Whether the theme shows the title of this page as its main heading."""
        return self.page.prints_title(self.document.front_matter)

    @on(Document)
    def check_raw(self, document: Document) -> Iterator[Violation]:
        for heading in outline(document, self.page):
            if heading.level == 1 and heading.source == "html" and self.shown is not False:
                severity = None if self.shown else Severity.WARNING
                yield self.violation(heading.span, self.second_title(), severity=severity)

    @on(Heading)
    def check_level(self, heading: Heading) -> Iterator[Violation]:
        if heading.level == 1 and self.shown is not False:
            marker = "-" * len(self.document[heading.marker]) if heading.setext else "##"
            fix = self.unsafe_fix(self.set_level(), Edit(heading.marker, marker))
            severity = None if self.shown else Severity.WARNING
            yield self.violation(heading.marker, self.second_title(), severity=severity, fix=fix)
