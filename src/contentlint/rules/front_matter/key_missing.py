"""FM003: a key that the page must have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar, Final

from contentlint.document import FrontMatter
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
from contentlint.rules.front_matter.pages import is_page

_SITE: Final[Mapping[str, str | None]] = {"hugo.toml": ""}
_TITLE: Final = "title"


class FrontMatterKeyMissingOptions(Options):
    """The keys."""

    keys = option(
        (_TITLE,),
        en="Keys that every page must have. Schemas in the settings may ask for more on some pages.",
        nl="Sleutels die elke pagina moet hebben. Schema’s in de instellingen kunnen er op sommige pagina’s meer vragen.",
    )


class FrontMatterKeyMissing(Rule[FrontMatterKeyMissingOptions]):
    """Reports a page without a title, and without another key that the site's settings ask for.

    The home page needs no title, nor does a page without text or one that is never shown (``headless``,
    ``build.render: never``). Outside a Hugo site a heading of the first level is a title too.

    ## Why is this bad?
    Without a title browsers and screen readers have no name for the page. Keys that a site asks for are used by its
    templates: without them the page has gaps.
    """

    dutch = """Meldt een pagina zonder titel, of zonder een andere sleutel waar de instellingen om vragen.

    De homepage heeft geen titel nodig, en een pagina zonder tekst of een pagina die nooit getoond wordt ook niet
    (``headless``, ``build.render: never``). Buiten een Hugo-site telt een kop van het eerste niveau ook als titel.

    ## Waarom is dat erg?
    Zonder titel hebben browsers en schermlezers geen naam voor de pagina. Sleutels waar een site om vraagt, worden in
    de sjablonen gebruikt: zonder die sleutels vallen er gaten in de pagina.
    """

    info = RuleInfo(
        name="front-matter-key-missing",
        code="FM003",
        family=Family.FRONT_MATTER,
        severity=Severity.ERROR,
        summary=Message(en="Missing key in the front matter", nl="Ontbrekende sleutel in de front matter"),
        wcag=("2.4.2",),
        since="0.1.0",
    )
    no_title = Message(
        en="This page has no ‘title’, so browsers and screen readers have no name for it. Add one.",
        nl="Deze pagina heeft geen ‘title’, dus browsers en schermlezers hebben er geen naam voor. Voeg hem toe.",
    )
    missing = Message(
        en="The key ‘{key}’ is missing; this site asks for it on every page. Add it.",
        nl="De sleutel ‘{key}’ ontbreekt; deze site vraagt erom op elke pagina. Voeg hem toe.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("---\nTitle: Wonen\n---\n"),
        Valid("---\ndescription: Welkom\n---\n", path="content/_index.md", files=_SITE),
        Valid("---\ntype: redirect\n---\n", files=_SITE, movable=False),
        Valid("---\nheadless: true\n---\n"),
        Valid("---\nlayout: faq\n---\n\n# Vragen\n"),
        Valid("---\ndate: 2025-11-20\n---\n", options={"keys": []}),
        Valid("---\nname: Melding\n---\n", path="sjablonen/melding.md", files=_SITE),
        Invalid("⟦---⟧\ndate: 2025-11-20\n---\n\nTekst.\n", movable=False),
        Invalid("⟦---⟧\ndate: 2025-11-20\n---\n\n# Kop\n", files=_SITE, movable=False),
        Invalid("⟦+++⟧\ntitle = 'Wonen'\n+++\n", options={"keys": ["title", "author"]}, movable=False),
        Invalid('⟦{⟧"date": "2025-11-20"}\n\nTekst.\n', movable=False),
    )

    @on(FrontMatter)
    def check_front_matter(self, front_matter: FrontMatter) -> Iterator[Violation]:
        """Look for the keys; of a block that cannot be read nobody knows which keys it has."""
        if self.document.front_matter_problems:
            return
        asked: set[str] = set()
        for schema in self.page.schemas:
            for error in schema.validate(front_matter):
                if error.missing:
                    asked.add(error.path[0].lower())
                    yield self.violation(error.span, error.message)
        if self._is_never_shown(front_matter):
            return
        for key in self.options.keys:
            if front_matter.get(key) is None and key.lower() not in asked and self._is_needed(key.lower()):
                message = self.no_title() if key.lower() == _TITLE else self.missing(key=key)
                yield self.violation(front_matter.opening, message)

    def _is_needed(self, key: str) -> bool:
        """Whether a page must have a key that it has not; a heading of the first level is a title outside Hugo."""
        if key != _TITLE:
            return True
        if not self.document[self.document.body].strip():
            return False  # its template makes the page, as for redirections and translations still to come
        if self.page.site.is_hugo:
            return is_page(self.page) and self.page.kind != "home"
        return not any(heading.level == 1 for heading in self.document.headings)

    def _is_never_shown(self, front_matter: FrontMatter) -> bool:
        headless = front_matter.get("headless")
        render = front_matter.get("build", "render")
        return (headless is not None and headless.value.python is True) or (
            render is not None and render.value.python in ("never", False)
        )
