"""FM009: an offset from UTC that the site's time zone does not have on that day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import ClassVar, Final

from contentlint.document import Entry, FrontMatter, StringValue
from contentlint.document.front_matter.dates import HugoDate, date_of
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
from contentlint.rules.front_matter.known_keys import HUGO, Wanted
from contentlint.site.time_zones import named_zone, zone_of
from contentlint.text import Edit, Span

_AMSTERDAM: Final[Mapping[str, str | None]] = {"hugo.toml": 'timeZone = "Europe/Amsterdam"\n'}
_HALF_YEAR: Final = dt.timedelta(days=182)


class FrontMatterDateOffset(Rule[Options]):
    """Reports ``+02:00`` in winter and ``+01:00`` in summer, and other offsets the site's time zone does not have that day.

    Without a time zone in the site's configuration, Dutch pages are measured by Amsterdam's (which Brussels shares), and
    only summer and winter time are told apart. It is a remark: Hugo reads the date well, and the hour may be meant.

    ## Why is this bad?
    The page appears, and is dated, an hour earlier or later than was meant.

    ## Fix safety
    The fix is unsafe: it keeps the time of day and sets the offset of that day, so the page moves by an hour.
    """

    dutch = """Meldt ``+02:00`` in de winter en ``+01:00`` in de zomer, en andere afwijkingen van de tijdzone van de
    site op die dag.

    Staat er geen tijdzone in de instellingen van de site, dan geldt voor Nederlandse pagina’s die van Amsterdam (en
    Brussel), en wordt alleen op zomer- en wintertijd gelet. Het is een opmerking: Hugo leest de datum goed, en het uur
    kan zo bedoeld zijn.

    ## Waarom is dat erg?
    De pagina verschijnt een uur eerder of later dan bedoeld, en krijgt ook die tijd mee.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: het tijdstip blijft staan en krijgt het tijdsverschil van die dag,
    zodat de pagina een uur opschuift.
    """

    info = RuleInfo(
        name="front-matter-date-offset",
        code="FM009",
        family=Family.FRONT_MATTER,
        severity=Severity.INFO,
        summary=Message(en="Summer time in winter, or the reverse", nl="Zomertijd in de winter, of andersom"),
        fixable=Applicability.UNSAFE,
        since="0.1.0",
    )
    wrong = Message(
        en="On this day the clock in {zone} is at {right}, so ‘{given}’ means {time} there. Write ‘{right}’.",
        nl="Op deze dag staat de klok in {zone} op {right}, dus met ‘{given}’ is het daar {time}. Schrijf ‘{right}’.",
    )
    set_offset = Message(en="Write ‘{right}’.", nl="Schrijf ‘{right}’.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("---\ntitle: Wonen\ndate: 2025-11-20T07:00:00+01:00\n---\n", files=_AMSTERDAM),
        Valid("---\ntitle: Wonen\ndate: 2025-11-20T07:00:00Z\nlastmod: 2025-11-20\n---\n", files=_AMSTERDAM),
        Valid("---\ntitle: Wonen\ndate: 2025-07-20T07:00:00+0200\n---\n", files=_AMSTERDAM),
        Valid("---\ntitle: Wonen\ndate: 2025-11-20T07:00:00+05:30\n---\n", language="nl"),
        Valid("---\ntitle: Living\ndate: 2025-11-20T07:00:00+02:00\n---\n", language="en"),
        Invalid(
            "---\ntitle: Wonen\ndate: 2025-11-20T07:00:00⟦+02:00⟧\n---\n",
            fixed="---\ntitle: Wonen\ndate: 2025-11-20T07:00:00+01:00\n---\n",
            files=_AMSTERDAM,
        ),
        Invalid(
            '---\ntitle: Wonen\npublishDate: "2025-07-20 07:00:00 ⟦+0100⟧"\n---\n',
            fixed='---\ntitle: Wonen\npublishDate: "2025-07-20 07:00:00 +0200"\n---\n',
            language="nl",
        ),
        Invalid(
            "+++\ntitle = 'Wonen'\ndate = 2025-11-20T07:00:00⟦+02:00⟧\n+++\n",
            fixed="+++\ntitle = 'Wonen'\ndate = 2025-11-20T07:00:00+01:00\n+++\n",
            files=_AMSTERDAM,
        ),
    )

    @on(FrontMatter)
    def check_front_matter(self, front_matter: FrontMatter) -> Iterator[Violation]:
        """Look at every date that Hugo reads."""
        for entry in front_matter.root:
            known = HUGO.get(entry.key.lower())
            if known is not None and known.wanted is Wanted.DATE:
                date = date_of(entry.value)
                if date is not None and date.zone == "offset" and date.can_be_moved:
                    yield from self._check(entry, date)

    def _check(self, entry: Entry, date: HugoDate) -> Iterator[Violation]:
        name = self.page.time_zone
        zone = zone_of(self.page)
        guessed = zone is None and not name and self.page.language == "nl"
        if guessed:
            name = "Europe/Amsterdam"
            zone = named_zone(name)
        given = date.moment.utcoffset()
        if zone is None or not given:
            return
        local = date.moment.replace(tzinfo=zone)
        right = local.utcoffset()
        if right is None or right == given or (guessed and (local + _HALF_YEAR).utcoffset() != given):
            return
        value, offset = entry.value, date.offset
        span = (
            value.span_of(*offset)
            if isinstance(value, StringValue)
            else Span(value.span.start + offset.start, value.span.start + offset.end)
        )
        written = self.document[span]
        correct = _written(right, colon=":" in written)
        there = date.moment.astimezone(zone)
        yield self.violation(
            span,
            self.wrong(
                zone=name.rpartition("/")[2].replace("_", " "), right=correct, given=written, time=f"{there:%H:%M}"
            ),
            fix=self.unsafe_fix(self.set_offset(right=correct), Edit(span, correct)),
        )


def _written(offset: dt.timedelta, *, colon: bool) -> str:
    """Return an offset as ``+01:00`` or ``+0100``."""
    minutes = round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    hours, minutes = divmod(abs(minutes), 60)
    return f"{sign}{hours:02}{':' if colon else ''}{minutes:02}"
