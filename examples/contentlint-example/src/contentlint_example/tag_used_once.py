"""EX002: tags of one page only. A rule about the whole site, which sees the facts of all its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from contentlint import (
    DocumentFacts,
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

_OTHER = {"hugo.toml": "", "content/other.md": "---\ntags: [winter]\n---\n"}


class TagUsedOnce(SiteRule[Options]):
    """Reports tags that only one page of the site has.

    ## Why is this bad?
    Readers who choose the tag find the page that they came from, and nothing else.
    """

    dutch = """Meldt tags die maar één pagina van de site heeft.

    ## Waarom is dat erg?
    Wie op de tag klikt, vindt alleen de pagina waar hij vandaan komt.
    """

    info = RuleInfo(
        name="tag-used-once",
        code="EX002",
        family=Family("EX"),
        severity=Severity.INFO,
        summary=Message(en="Tag that only one page has", nl="Tag die maar één pagina heeft"),
        since="1.0.0",
    )
    alone = Message(
        en="No other page has the tag ‘{tag}’. Use one that exists, or leave it out.",
        nl="Geen andere pagina heeft de tag ‘{tag}’. Gebruik een bestaande, of laat hem weg.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("---\ntags: [winter]\n---\n", path="content/one.md", files=_OTHER),
        Valid("---\ntitle: One\n---\n", path="content/one.md", files=_OTHER),
        Invalid("---\ntags: ⟦[winter, snow]⟧\n---\n", path="content/one.md", files=_OTHER),
        Invalid("---\ntags: ⟦[summer]⟧\n---\n", path="content/one.md", files=_OTHER),
    )

    def check(self, pages: Sequence[DocumentFacts]) -> Iterator[tuple[str, Violation]]:
        tagged = [(page, fact) for page in pages if (fact := page.values.get("tags"))]
        every = [tag for _, fact in tagged for tag in fact.value.split("\n")]
        for page, fact in tagged:
            for tag in fact.value.split("\n"):
                if every.count(tag) == 1:
                    yield page.path, self.violation(fact.span, self.alone(tag=tag))
