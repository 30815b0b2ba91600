"""The time zone in which a page's dates are meant."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contentlint.site import Page


def zone_of(page: Page) -> dt.tzinfo | None:
    """Return the site's time zone; None when it has none, or this machine does not know it."""
    return named_zone(page.time_zone)


def named_zone(name: str) -> dt.tzinfo | None:
    """Return the time zone with an IANA name, None when there is no such zone here."""
    if not name:
        return None
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - for pages with dates only

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None
