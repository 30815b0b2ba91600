"""FM008: dates in an order that cannot be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import Entry, FrontMatter
from contentlint.document.front_matter.dates import HugoDate, date_of
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
from contentlint.site.time_zones import zone_of

_CHANGED: Final = ("lastmod", "modified")
_EXPIRY: Final = ("expiryDate", "unpublishdate")
_PUBLICATION: Final = ("publishDate", "pubdate", "published", "date")


class FrontMatterDateOrder(Rule[Options]):
    """Reports a change before the date of the page, and an end before its publication.

    A date without a time of day is compared by day.

    ## Why is this bad?
    Readers see ‘updated’ before ‘published’ and trust neither. A page whose end comes before its publication is never
    shown at all.
    """

    dutch = """Meldt een wijziging die vóór de datum van de pagina ligt, en een einddatum die vóór de publicatie ligt.

    Een datum zonder tijd wordt per dag vergeleken.

    ## Waarom is dat erg?
    Lezers zien dat de pagina is bijgewerkt voordat ze verscheen, en vertrouwen geen van beide datums. Een pagina met
    een einddatum vóór de publicatie is nooit te zien.
    """

    info = RuleInfo(
        name="front-matter-date-order",
        code="FM008",
        family=Family.FRONT_MATTER,
        severity=Severity.WARNING,
        summary=Message(en="Dates in an impossible order", nl="Datums in een onmogelijke volgorde"),
        since="0.1.0",
    )
    changed_before = Message(
        en="‘{key}’ is earlier than ‘{other}’, so readers see a change before the page was there. Set one of them right.",
        nl="‘{key}’ is eerder dan ‘{other}’, dus lezers zien een wijziging van voor de publicatie. Verbeter een van de twee.",
    )
    expired_before = Message(
        en="‘{key}’ is not later than ‘{other}’, so this page is never shown. Set one of them right.",
        nl="‘{key}’ is niet later dan ‘{other}’, dus deze pagina is nooit te zien. Verbeter een van de twee.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('---\ntitle: Wonen\ndate: 2025-11-20T07:00:00+01:00\nlastmod: "2025-11-20"\n---\n'),
        Valid("---\ntitle: Wonen\ndate: 2025-11-20\nlastmod: 2026-01-01\nexpiryDate: 2027-01-01\n---\n"),
        Valid("---\ntitle: Wonen\ndate: 2025-11-20\nlastmod:\n---\n"),
        Invalid("---\ntitle: Wonen\ndate: 2025-11-20\nlastmod: ⟦2025-11-02⟧\n---\n"),
        Invalid('---\ntitle: Wonen\ndate: 2025-11-20T08:00:00Z\nmodified: "⟦2025-11-20T08:30:00+01:00⟧"\n---\n'),
        Invalid("+++\ntitle = 'Wonen'\npublishDate = 2025-11-20\nexpiryDate = ⟦2025-01-01⟧\n+++\n"),
    )

    @on(FrontMatter)
    def check_front_matter(self, front_matter: FrontMatter) -> Iterator[Violation]:
        """Compare the dates two by two."""
        for later, earlier, message in (
            (_CHANGED, ("date",), self.changed_before),
            (_EXPIRY, _PUBLICATION, self.expired_before),
        ):
            first, second = _first(front_matter, earlier), _first(front_matter, later)
            if first and second and self._before(second[1], first[1], same=message is self.expired_before):
                entry = second[0]
                yield self.violation(entry.value.content, message(key=entry.key, other=first[0].key))

    def _before(self, left: HugoDate, right: HugoDate, *, same: bool) -> bool:
        """Whether ``left`` is before ``right``, or at the same moment."""
        moments = [self._placed(date) for date in (left, right)]
        if left.has_time and right.has_time:
            return moments[0] < moments[1] or (same and moments[0] == moments[1])
        return moments[0].date() < moments[1].date()

    def _placed(self, date: HugoDate) -> dt.datetime:
        """Return the moment in the site's time zone; without one, as it is written."""
        zone = zone_of(self.page)
        if date.moment.tzinfo is None:
            return date.moment.replace(tzinfo=zone or dt.UTC)
        return date.moment.astimezone(zone) if zone and date.zone != "none" else date.moment


def _first(front_matter: FrontMatter, keys: tuple[str, ...]) -> tuple[Entry, HugoDate] | None:
    """Return the first of some keys that holds a date."""
    for key in keys:
        entry = front_matter.get(key)
        if entry is not None and (date := date_of(entry.value)) and date.can_be_moved:
            return entry, date
    return None
