"""FM014: two pages with the same title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from contentlint.document.facts import DocumentFacts
from contentlint.rules.base import (
    Example,
    Family,
    Invalid,
    Message,
    Options,
    RuleInfo,
    Severity,
    SiteRule,
    Valid,
    Violation,
)

_OTHER = {"content/about/index.md": "---\ntitle: About us\n---\n"}
_TWO_LANGUAGES = {"hugo.toml": 'defaultContentLanguage = "en"\n[languages.en]\n[languages.nl]\n'}


class TitleDuplicate(SiteRule[Options]):
    """Reports pages of one language that have the same title. Drafts are not counted.

    ## Why is this bad?
    In search results, in the browser's tabs and in the site's own lists readers cannot tell the pages apart.
    """

    dutch = """Meldt pagina’s in dezelfde taal met dezelfde titel. Concepten tellen niet mee.

    ## Waarom is dat erg?
    In zoekresultaten, in de tabbladen van de browser en in de lijsten op de site kunnen lezers de pagina’s niet uit
    elkaar houden.
    """

    info = RuleInfo(
        name="title-duplicate",
        code="FM014",
        family=Family.FRONT_MATTER,
        severity=Severity.WARNING,
        summary=Message(en="Two pages with one title", nl="Twee pagina’s met dezelfde titel"),
        wcag=("2.4.2",),
        since="0.1.0",
    )
    duplicate = Message(
        en="‘{title}’ is the title of {other} too, so readers cannot tell the two apart. Give one of them its own.",
        nl="‘{title}’ is ook de titel van {other}, dus lezers kunnen ze niet uit elkaar houden. Geef er één een eigen titel.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("---\ntitle: News\n---\n", files=_OTHER),
        Valid("---\ntitle: About us\ndraft: true\n---\n", files=_OTHER),
        Valid("---\ntitle: About us\n---\n", path="content/post/index.nl.md", files=_OTHER | _TWO_LANGUAGES),
        Invalid("---\ntitle: ⟦About us⟧\n---\n", files=_OTHER),
        Invalid('---\ntitle: "⟦about  us⟧"\n---\n', files=_OTHER),
    )

    def check(self, pages: Sequence[DocumentFacts]) -> Iterator[tuple[str, Violation]]:
        first: dict[tuple[str, str], str] = {}
        for page in pages:
            title = page.values.get("title")
            if title is None or page.draft or not title.value.strip():
                continue
            key = (page.language, " ".join(title.value.split()).casefold())
            other = first.setdefault(key, page.path)
            if other != page.path:
                yield page.path, self.violation(title.span, self.duplicate(title=title.value, other=other))
