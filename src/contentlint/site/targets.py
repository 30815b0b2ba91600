"""Where the destination of a link or the source of an image leads.

A destination counts as found when any way in which Hugo, a theme or a web server may read it leads to something: what is
reported as missing is missing by all of them.
"""

from __future__ import annotations

import posixpath
import re
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote, urlsplit

from contentlint.site.content import logical_name, split_reference
from contentlint.site.feature_images import looks_like_image
from contentlint.site.files import join, normalise
from contentlint.site.resources import CONTENT_TYPES, find_match

if TYPE_CHECKING:
    from contentlint.site.page import Page
    from contentlint.site.site import Site

_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_GENERATED: Final = re.compile(
    r"(?:^|/)(?:page/\d+|index\.(?:xml|json|html?)|sitemap\.xml|robots\.txt|404(?:\.html)?)$"
)


class TargetOutcome(Enum):
    """What a destination leads to."""

    FOUND = "found"
    EXTERNAL = "external"
    OWN_PAGE = "own-page"
    MISSING = "missing"
    LIKELY_MISSING = "likely-missing"
    UNRESOLVED = "unresolved"  # the file exists, but the page sends a reader elsewhere
    OUTSIDE = "outside"  # leads out of the site's folder
    UNKNOWN = "unknown"


class Target(NamedTuple):
    """Where a destination leads.

    Attributes:
        outcome: what it leads to.
        path: the file, relative to the root of the site; empty when it leads to none.
        fragment: what follows ``#``.
    """

    outcome: TargetOutcome
    path: str
    fragment: str


class _Parts(NamedTuple):
    path: str
    fragment: str


def _split(destination: str) -> _Parts | None:
    """Return the path and fragment of a destination within the site; None for other addresses."""
    if _SCHEME.match(destination) or destination.startswith("//"):
        return None
    try:
        parts = urlsplit(destination)
    except ValueError:
        return None
    return _Parts(unquote(parts.path), parts.fragment)


def resolve_link(page: Page, destination: str) -> Target:
    """Return where a link on a page leads."""
    parts = _split(destination.strip())
    if parts is None:
        return Target(TargetOutcome.EXTERNAL, "", "")
    if not parts.path:
        return Target(TargetOutcome.OWN_PAGE, page.path, parts.fragment)
    if "\\" in parts.path or "\0" in parts.path:
        return Target(TargetOutcome.UNKNOWN, "", parts.fragment)
    resolver = _Resolver(page)
    outcome, path = resolver.link(parts.path) if page.in_content else resolver.plain_link(parts.path)
    return Target(outcome, path, parts.fragment)


def resolve_image(page: Page, source: str) -> Target:
    """Return where the source of an image on a page leads."""
    parts = _split(source.strip())
    if parts is None or not parts.path:
        return Target(TargetOutcome.EXTERNAL, "", "")
    outcome, path = _Resolver(page).image(parts.path)
    return Target(outcome, path, "")


def similar_files(page: Page, source: str) -> tuple[str, ...]:
    """Return sources like a missing one that do exist, in the same notation, the likeliest first."""
    import difflib  # noqa: PLC0415 - only when something is missing

    parts = _split(source.strip())
    if parts is None:
        return ()
    folder, slash, name = parts.path.rpartition("/")
    names = {other.lower(): other for other in _Resolver(page).names_beside(parts.path) if looks_like_image(other)}
    near = difflib.get_close_matches(name.lower(), sorted(names), n=3, cutoff=0.75)
    return tuple(folder + slash + names[other] for other in near)


class _Resolver:
    def __init__(self, page: Page) -> None:
        self._page: Final = page
        self._site: Final[Site] = page.site

    @property
    def _address(self) -> str:
        """The folder of the web site in which a browser thinks the page is."""
        folder = posixpath.dirname(self._page.content_path)
        return join(folder, self._page.title) if self._page.bundle == "single" else folder

    def _logical_paths(self, path: str) -> list[str]:
        """Return the paths below the content that a destination may mean, the one of a browser first.

        Templates may start from the file's folder, from the one around it, or from the top.
        """
        if path.startswith("/"):
            return [self._without_prefixes(path).strip("/")]
        folder = posixpath.dirname(self._page.content_path)
        bases = (self._address, folder, posixpath.dirname(folder), "")
        found = (posixpath.normpath(posixpath.join("/", base, path)).strip("/") for base in bases)
        return list(dict.fromkeys(found))

    def _without_prefixes(self, path: str) -> str:
        """Take off the folder in which the site is published and the language."""
        prefix = self._site.base_path
        if prefix and (path + "/").startswith(prefix + "/"):
            path = path[len(prefix) :] or "/"
        first, _, rest = path.strip("/").partition("/")
        return "/" + rest if first.lower() in self._site.configuration.language_keys else path

    def link(self, path: str) -> tuple[TargetOutcome, str]:
        logical = self._logical_paths(path)
        keys = self._site.configuration.language_keys
        for candidate in logical:
            plain, is_content = split_reference(candidate, keys)
            page = self._site.content.find(plain)
            if page is None:
                continue
            found = page.file(self._page.language_key) or next(iter(page.files.values()), "")
            if (
                is_content
                and not path.endswith("/")
                and self._written_out("link")
                and posixpath.splitext(path)[1] != ".html"
            ):
                return TargetOutcome.UNRESOLVED, found
            return TargetOutcome.FOUND, found
        if (file := self._resource(path) or self._file(logical)) is not None:
            return TargetOutcome.FOUND, file
        return self._missing(path, logical), ""

    def _missing(self, path: str, logical: list[str]) -> TargetOutcome:
        """Say how sure it is that nothing is there."""
        site = self._site
        if any(_GENERATED.search(candidate) for candidate in logical):
            return TargetOutcome.UNKNOWN
        firsts = {logical_name(candidate.partition("/")[0]) for candidate in logical}
        if not firsts.isdisjoint(site.taxonomies.values()):
            return TargetOutcome.UNKNOWN
        extension = posixpath.splitext(path.rstrip("/"))[1].lower().lstrip(".")
        if extension in CONTENT_TYPES - {"html", "htm"}:
            return TargetOutcome.LIKELY_MISSING if site.content_elsewhere else TargetOutcome.MISSING
        if site.addresses.may_serve(path, logical):
            return TargetOutcome.UNKNOWN
        if path.startswith("/") and not any(site.content.find(first) for first in firsts):
            return TargetOutcome.LIKELY_MISSING  # another program may serve that part of the web site
        return TargetOutcome.MISSING if site.complete else TargetOutcome.LIKELY_MISSING

    def _resource(self, path: str) -> str | None:
        """Return the file of the page's own bundle that a destination means."""
        resource = find_match(self._page.resources, path.removeprefix("./"))
        return None if resource is None else resource.path

    def _file(self, logical: list[str]) -> str | None:
        """Return the file that a destination means, among static files, assets and what lies between the content."""
        files = self._site.files
        for candidate in logical:
            for part in ("static", "content", "assets"):
                for mount in self._site.components.mounts(part):
                    below = mount.target.partition("/")[2]
                    if below and not (candidate + "/").startswith(below + "/"):
                        continue
                    place = join(mount.source, candidate[len(below) :].strip("/"))
                    if files.is_file(place) or (part == "static" and candidate and files.is_folder(place)):
                        return place
        return None

    def names_beside(self, path: str) -> list[str]:
        """Return the names of the files in the folders in which a destination was sought."""
        places = [self._page.folder] if not path.startswith("/") and "/" not in path.removeprefix("./") else []
        for candidate in self._logical_paths(path):
            folder = posixpath.dirname(candidate)
            for part in ("static", "content", "assets"):
                places += [join(mount.source, folder) for mount in self._site.components.mounts(part)]
        if not self._page.in_content and (place := normalise(posixpath.join(self._page.folder, path))) is not None:
            places.append(posixpath.dirname(place))
        files = self._site.files
        return [
            name for place in dict.fromkeys(places) for name, is_folder in files.listing(place).items() if not is_folder
        ]

    def image(self, path: str) -> tuple[TargetOutcome, str]:
        if not self._page.in_content:
            return self._plain_file(path)
        if (file := self._resource(path)) is not None:
            return TargetOutcome.FOUND, file
        logical = self._logical_paths(path)
        if (file := self._file(logical)) is not None:
            beside = not path.startswith("/") and self._page.bundle == "single" and self._file(logical[:1]) is None
            if beside and self._written_out("image") and not self._site.addresses.are_unusual:
                return TargetOutcome.UNRESOLVED, file
            return TargetOutcome.FOUND, file
        if path.startswith("/") and not self._site.has_static_files:
            return TargetOutcome.UNKNOWN, ""
        if path.startswith(("/", "..")) and self._site.addresses.has_own_name(logical):
            return TargetOutcome.UNKNOWN, ""
        if self._site.content_elsewhere or (path.startswith("/") and self._site.missing_themes):
            return TargetOutcome.LIKELY_MISSING, ""
        return TargetOutcome.MISSING, ""

    def _plain_file(self, path: str) -> tuple[TargetOutcome, str]:
        """Return the file beside a text that belongs to no site."""
        if path.startswith("/"):
            return TargetOutcome.UNKNOWN, ""
        place = normalise(posixpath.join(self._page.folder, path))
        if place is None:
            return TargetOutcome.OUTSIDE, ""
        files = self._site.files
        if files.is_file(place) or files.is_folder(place):
            return TargetOutcome.FOUND, place
        return TargetOutcome.MISSING if files.listing(self._page.folder) else TargetOutcome.UNKNOWN, ""

    def plain_link(self, path: str) -> tuple[TargetOutcome, str]:
        """Return where a link leads in a text that belongs to no site; other programs may read it in their own way."""
        outcome, place = self._plain_file(path)
        extension = posixpath.splitext(path.rstrip("/"))[1].lower().lstrip(".")
        if outcome is TargetOutcome.MISSING and extension not in CONTENT_TYPES - {"html", "htm"}:
            return TargetOutcome.UNKNOWN, ""
        return outcome, place

    def _written_out(self, kind: str) -> bool:
        """Whether links or images surely reach the page as they are written, with no template that resolves them."""
        site = self._site
        return site.complete and site.render_hook(kind) is None and not site.has_embedded_hook(kind)
