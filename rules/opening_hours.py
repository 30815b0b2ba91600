"""HR010: opening hours that end before they begin. A rule in Python: what it looks at is no text, but two times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time
from typing import ClassVar

from contentlint import Example, Family, Invalid, Message, Options, Rule, RuleInfo, Severity, Valid, Violation, on
from contentlint.document import ShortcodeTag

_TIME = re.compile(r"(\d{1,2})(?:[.:](\d\d))?")


class OpeningHours(Rule[Options]):
    """Reports opening hours that end before they begin.

    ## Why is this bad?
    Readers stand before a closed door.
    """

    dutch = """Meldt openingstijden die eindigen voor ze beginnen.

    ## Waarom is dat erg?
    Lezers staan voor een dichte deur.
    """

    info = RuleInfo(
        name="house-opening-hours",
        code="HR010",
        family=Family("HR"),
        severity=Severity.ERROR,
        summary=Message(
            en="Opening hours that end before they begin", nl="Openingstijden die eindigen voor ze beginnen"
        ),
        since="1.0",
    )
    wrong = Message(
        en="We would close at {end} and open at {start}, which leaves readers before a closed door. Correct one of them.",
        nl="We zouden om {end} sluiten en om {start} opengaan; dan staan lezers voor een dichte deur. Verbeter een van de twee.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('{{< opening day="Dinsdag" from="10.00 uur" to="17.00 uur" >}}\n'),
        Valid('{{< opening day="Dinsdag" from="10.00 uur" >}}\n'),
        Invalid('{{< opening day="Dinsdag" from="17.00 uur" to="⟦10.00 uur⟧" >}}\n'),
        Invalid('{{< opening from="9:30" to="⟦9⟧" >}}\n'),
    )

    @on(ShortcodeTag)
    def check_hours(self, tag: ShortcodeTag) -> Iterator[Violation]:
        if tag.name != "opening":
            return
        hours = {parameter.key: parameter for parameter in tag.parameters}
        start, end = hours.get("from"), hours.get("to")
        if start and end:
            opens, closes = _read(str(start.value)), _read(str(end.value))
            if opens and closes and closes <= opens:
                yield self.violation(end.value_span, self.wrong(start=start.value, end=end.value))


def _read(text: str) -> time | None:
    match = _TIME.match(text)
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return None
    return time(int(match[1]), int(match[2] or 0))
