"""Whether Hugo publishes a page.

Sources: https://gohugo.io/content-management/front-matter/ and the behaviour of Hugo 0.168.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING, Final

from contentlint.document.front_matter.casts import to_bool
from contentlint.document.front_matter.dates import date_of
from contentlint.site.time_zones import zone_of
from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    from contentlint.document import Entry, FrontMatter
    from contentlint.site.page import Page
    from contentlint.site.site import Site

_PUBLICATION: Final = ("publishDate", "pubdate", "published", "date")
_EXPIRY: Final = ("expiryDate", "unpublishdate")


class Unpublished(Enum):
    """Why Hugo leaves a page out."""

    DRAFT = "draft"
    FUTURE = "future"
    EXPIRED = "expired"
    NEVER = "never"  # it is there for other pages, but has no address of its own


class Obstacle(NamedTuple):
    """What keeps a page from being published.

    Attributes:
        reason: why it is left out.
        entry: the key that says so.
        key: its name, with dots between the parts.
        moment: when it appears or expires; None for what does not depend on the time.
    """

    reason: Unpublished
    entry: Entry
    key: str
    moment: dt.datetime | None = None

    def stands(self, site: Site) -> bool:
        """Whether it keeps the page from being published now."""
        return stands(self.reason, self.moment, site)


def stands(reason: Unpublished, moment: dt.datetime | None, site: Site) -> bool:
    """Whether such an obstacle keeps a page from being published now."""
    return moment is None or site.is_past(moment) is (reason is Unpublished.EXPIRED)


def obstacles(front_matter: FrontMatter | None, page: Page) -> Iterator[Obstacle]:
    """Yield what keeps a page from being published now, by its front matter and the settings of the site.

    Args:
        front_matter: the front matter of the page, None when it has none.
        page: the page.
    """
    return (obstacle for obstacle in possible_obstacles(front_matter, page) if obstacle.stands(page.site))


def possible_obstacles(front_matter: FrontMatter | None, page: Page) -> Iterator[Obstacle]:
    """Yield what keeps a page from being published now, or did before or will after a moment."""
    if front_matter is None:
        return
    configuration = page.site.configuration
    draft, headless = front_matter.get("draft"), front_matter.get("headless")
    if draft is not None and to_bool(draft.value) and not configuration.flag("buildDrafts"):
        yield Obstacle(Unpublished.DRAFT, draft, draft.key)
    if headless is not None and to_bool(headless.value):
        yield Obstacle(Unpublished.NEVER, headless, headless.key)
    render = front_matter.get("build", "render")
    if render is not None and render.value.python in ("never", False):
        yield Obstacle(Unpublished.NEVER, render, "build.render")
    if not configuration.flag("buildFuture"):
        yield from _dated(Unpublished.FUTURE, front_matter, _PUBLICATION, page)
    if not configuration.flag("buildExpired"):
        yield from _dated(Unpublished.EXPIRED, front_matter, _EXPIRY, page)


def _dated(reason: Unpublished, front_matter: FrontMatter, keys: tuple[str, ...], page: Page) -> Iterator[Obstacle]:
    """Yield what the first readable date under some keys makes."""
    for key in keys:
        entry = front_matter.get(key)
        if entry is not None and (date := date_of(entry.value)) and date.can_be_moved:
            moment = date.moment if date.moment.tzinfo else date.moment.replace(tzinfo=zone_of(page) or dt.UTC)
            yield Obstacle(reason, entry, entry.key, moment)
            return
