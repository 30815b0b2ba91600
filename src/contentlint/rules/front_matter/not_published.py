"""FM015: a page that Hugo does not publish."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

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
)
from contentlint.site import Unpublished, obstacles


class PageNotPublished(Rule[Options]):
    """Reports pages that Hugo leaves out: drafts, pages of the future, pages whose end has come, and those never shown.

    ## Why is this bad?
    Hugo leaves them out without a word. Before publication it is good to know which they are.
    """

    dutch = """Meldt pagina’s die Hugo weglaat: concepten, pagina’s met een datum in de toekomst, pagina’s waarvan de
    einddatum voorbij is, en pagina’s die nooit getoond worden.

    ## Waarom is dat erg?
    Hugo laat ze weg zonder iets te zeggen. Vóór publicatie is het goed te weten welke dat zijn.
    """

    info = RuleInfo(
        name="page-not-published",
        code="FM015",
        family=Family.FRONT_MATTER,
        severity=Severity.INFO,
        summary=Message(en="Page that is not published", nl="Pagina die niet gepubliceerd wordt"),
        default=False,
        since="0.1.0",
    )
    draft = Message(
        en="This page is a draft, so Hugo leaves it out. Take ‘{key}’ away to publish it.",
        nl="Deze pagina is een concept, dus Hugo laat hem weg. Haal ‘{key}’ weg om hem te publiceren.",
    )
    future = Message(
        en="This page is dated in the future, so Hugo leaves it out until then.",
        nl="Deze pagina heeft een datum in de toekomst, dus Hugo laat hem tot dan weg.",
    )
    expired = Message(
        en="The expiry date of this page (‘{key}’) is past, so Hugo leaves it out.",
        nl="De einddatum van deze pagina (‘{key}’) is voorbij, dus Hugo laat hem weg.",
    )
    never = Message(
        en="With ‘{key}’ Hugo makes no page of this. Take it away if readers are to see the page.",
        nl="Met ‘{key}’ maakt Hugo hier geen pagina van. Haal het weg als lezers de pagina moeten zien.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("---\ntitle: Wonen\ndate: 2020-01-01\ndraft: false\n---\n"),
        Valid("---\ntitle: Wonen\ndate: 2020-01-01\nexpiryDate: 2999-01-01\nbuild:\n  render: always\n---\n"),
        Invalid("---\ntitle: Wonen\ndraft: ⟦true⟧\n---\n"),
        Invalid("---\ntitle: Wonen\ndate: ⟦2999-01-01⟧\n---\n"),
        Invalid("---\ntitle: Wonen\ndate: 2020-01-01\nexpiryDate: ⟦2021-01-01⟧\n---\n"),
        Invalid("---\ntitle: Wonen\nheadless: ⟦true⟧\n---\n"),
        Invalid("---\ntitle: Wonen\nbuild:\n  render: ⟦never⟧\n---\n"),
    )

    @on(FrontMatter)
    def check_front_matter(self, front_matter: FrontMatter) -> Iterator[Violation]:
        """Look at each of the reasons."""
        messages = {
            Unpublished.DRAFT: self.draft,
            Unpublished.NEVER: self.never,
            Unpublished.FUTURE: self.future,
            Unpublished.EXPIRED: self.expired,
        }
        for obstacle in obstacles(front_matter, self.page):
            yield self.violation(obstacle.entry.value.content, messages[obstacle.reason](key=obstacle.key))
