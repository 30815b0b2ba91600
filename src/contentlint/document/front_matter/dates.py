"""Dates as Hugo reads them (spf13/cast, ``internal/time.go``), with the place of the offset from UTC."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, Literal, TypeAlias

from contentlint.document.front_matter.model import StringValue, Value
from contentlint.text import Span
from contentlint.text.records import NamedTuple

Zone: TypeAlias = Literal["none", "utc", "offset", "named"]

_DAYS: Final = "Sun|Mon|Tue|Wed|Thu|Fri|Sat"
_LONG_DAYS: Final = "Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = f"(?P<name>{'|'.join(_MONTHS)})"
_DATE: Final = r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
_CLOCK: Final = r"(?P<hour>\d{1,2}):(?P<minute>\d{2}):(?P<second>\d{2})(?:[.,](?P<fraction>\d+))?"
_CLOCK_SHORT: Final = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})"
_COLON: Final = r"(?P<offset>[+-]\d{2}:\d{2})"
_COMPACT: Final = r"(?P<offset>[+-]\d{4})"
_ZULU: Final = r"(?P<utc>Z)"
_NAMED: Final = r"(?P<named>[A-Z]{3}|[A-Z]{3,4}T|WITA|GMT[+-]\d{1,2}|[+-]\d{2})"
_FORMS: Final = (
    _DATE,
    rf"{_DATE}T{_CLOCK}(?:{_ZULU}|{_COLON})",
    rf"{_DATE}T{_CLOCK}",
    rf"{_DATE}T{_CLOCK}{_COMPACT}",
    rf"{_DATE} {_CLOCK}(?:{_ZULU}|{_COMPACT})",
    rf"{_DATE} {_CLOCK}",
    rf"{_DATE} {_CLOCK}(?:{_ZULU}|{_COLON})",
    rf"{_DATE} {_CLOCK} {_COLON}",
    rf"{_DATE} {_CLOCK} {_COMPACT}",
    rf"{_DATE} {_CLOCK} {_COMPACT} {_NAMED}",
    rf"(?P<day>\d{{2}}) {_MONTH} (?P<year>\d{{4}})",
    rf"(?:{_DAYS}), (?P<day>\d{{2}}) {_MONTH} (?P<year>\d{{4}}) {_CLOCK} (?:{_COMPACT}|{_NAMED})",
    rf"(?P<day>\d{{2}}) {_MONTH} (?P<short>\d{{2}}) {_CLOCK_SHORT} (?:{_COMPACT}|{_NAMED})",
    rf"(?:{_LONG_DAYS}), (?P<day>\d{{2}})-{_MONTH}-(?P<short>\d{{2}}) {_CLOCK} {_NAMED}",
    rf"(?:{_DAYS}) {_MONTH} (?P<day>\d{{2}}|\d) {_CLOCK} (?:{_NAMED} )?(?P<year>\d{{4}})",
    rf"(?:{_DAYS}) {_MONTH} (?P<day>\d{{2}}) {_CLOCK} {_COMPACT} (?P<year>\d{{4}})",
)
"""Patterns in Hugo's order, the common ones first. Each is compiled when a text gets so far."""


class HugoDate(NamedTuple):
    """A date as Hugo has it.

    Attributes:
        moment: without ``tzinfo`` when the site's time zone is to be added.
        has_time: whether a time of day is written.
        zone: what is written of the time zone; a name (``CET``) is taken for the site's own zone.
        offset: where the offset (``+02:00`` or ``Z``) stands in the text, empty at its end when there is none.
    """

    moment: dt.datetime
    has_time: bool
    zone: Zone
    offset: Span

    @property
    def can_be_moved(self) -> bool:
        """Whether the moment can be told in any time zone: Python knows no year before 1 or behind 9999."""
        return 1 < self.moment.year < 9999


def parse_date(text: str) -> HugoDate | None:
    """Read a date; None for what Hugo rejects, and for a time of day without a date."""
    if not text.isascii():
        return None
    for form in _FORMS:
        flags = re.IGNORECASE if "<name>" in form else re.NOFLAG
        if match := re.fullmatch(form.replace(" ", " +"), text, flags):
            return _date(match)
    return None


def _date(match: re.Match[str]) -> HugoDate | None:
    found: dict[str, str] = {name: text for name, text in match.groupdict().items() if text}
    year = int(found["year"]) if "year" in found else _full_year(int(found["short"]))
    month = _MONTHS.index(found["name"].lower()) + 1 if "name" in found else int(found["month"])
    hour, minute, second = (int(found.get(part, "0")) for part in ("hour", "minute", "second"))
    microseconds = int(found.get("fraction", "").ljust(6, "0")[:6])
    zone: Zone = "none"
    tzinfo: dt.tzinfo | None = None
    place = Span(match.end(), match.end())
    if "offset" in found:
        zone, place = "offset", Span(*match.span("offset"))
        if (tzinfo := _time_zone(found["offset"])) is None:
            return None
    elif "utc" in found:
        zone, place, tzinfo = "utc", Span(*match.span("utc")), dt.UTC
    elif "named" in found:
        zone = "named"
    try:
        moment = dt.datetime(year, month, int(found["day"]), hour, minute, second, microseconds, tzinfo=tzinfo)
    except ValueError:
        return None
    return HugoDate(moment, "hour" in found, zone, place)


def _full_year(short: int) -> int:
    """Return the year that Go makes of two digits."""
    return short + (1900 if short >= 69 else 2000)


def _time_zone(offset: str) -> dt.tzinfo | None:
    digits = offset[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:])
    if hours > 23 or minutes > 60:
        return None
    delta = dt.timedelta(hours=hours, minutes=minutes)
    return dt.timezone(-delta if offset[0] == "-" else delta)


def date_of(value: Value) -> HugoDate | None:
    """Return the date that Hugo makes of a value, None when it cannot.

    A number is taken for seconds since 1970. The ``offset`` of a text refers to its characters; ``StringValue.span_of``
    gives their place in the file.
    """
    if isinstance(value, StringValue):
        return parse_date(value.text)
    python = value.python
    if isinstance(python, dt.datetime):
        written = parse_date(value.raw.upper())
        zone: Zone = written.zone if written else "none"
        return HugoDate(python, True, zone, written.offset if written else Span(0, 0))
    if isinstance(python, dt.date):
        return HugoDate(dt.datetime.combine(python, dt.time()), False, "none", Span(0, 0))
    if isinstance(python, int) and not isinstance(python, bool):
        try:
            return HugoDate(dt.datetime.fromtimestamp(python, dt.UTC), True, "none", Span(0, 0))
        except (ValueError, OverflowError, OSError):
            return None
    return None
