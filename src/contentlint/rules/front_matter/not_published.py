"""FM015: a page that Hugo does not publish."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import Entry, FrontMatter
from contentlint.document.front_matter.casts import to_bool
from contentlint.document.front_matter.dates import date_of
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
from contentlint.rules.front_matter.time_zones import zone_of

_PUBLICATION: Final = ("publishDate", "pubdate", "published", "date")
_EXPIRY: Final = ("expiryDate", "unpublishdate")


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
        for key, message in (("draft", self.draft), ("headless", self.never)):
            entry = front_matter.get(key)
            if entry is not None and to_bool(entry.value):
                yield self.violation(entry.value.span, message(key=entry.key))
        render = front_matter.get("build", "render")
        if render is not None and render.value.python in ("never", False):
            yield self.violation(render.value.span, self.never(key="build.render"))
        is_past = self.page.site.is_past
        if (start := self._first(front_matter, _PUBLICATION)) and not is_past(start[1]):
            yield self.violation(start[0].value.content, self.future())
        if (end := self._first(front_matter, _EXPIRY)) and is_past(end[1]):
            yield self.violation(end[0].value.content, self.expired(key=end[0].key))

    def _first(self, front_matter: FrontMatter, keys: tuple[str, ...]) -> tuple[Entry, dt.datetime] | None:
        for key in keys:
            entry = front_matter.get(key)
            if entry is not None and (date := date_of(entry.value)) and date.can_be_moved:
                moment = date.moment
                return entry, moment if moment.tzinfo else moment.replace(tzinfo=zone_of(self.page) or dt.UTC)
        return None
