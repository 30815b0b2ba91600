"""Where the destination of a link or the source of an image leads.

A destination counts as found when any way in which Hugo, a theme or a web server may read it leads to something: what is
reported as missing is missing by all of them.
"""

from __future__ import annotations

import posixpath
import re
from enum import Enum
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from contentlint.site.content import logical_name, split_reference
from contentlint.site.feature_images import looks_like_image
from contentlint.site.files import join, normalise
from contentlint.site.resources import CONTENT_TYPES, find_match
from contentlint.text.records import NamedTuple

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
    PERHAPS_ELSEWHERE = "perhaps-elsewhere"  # nothing of this site, but another program may serve the address
    UNRESOLVED = "unresolved"  # the file exists, but the page sends a reader elsewhere
    OUTSIDE = "outside"  # leads out of the site's folder
    UNKNOWN = "unknown"


class Target(NamedTuple):
    """Where a destination leads.

    Attributes:
        outcome: what it leads to.
        path: the file, relative to the root of the site; empty when it leads to none.
        fragment: what follows ``#``.
        better: for an unresolved destination one that leads there.
    """

    outcome: TargetOutcome
    path: str = ""
    fragment: str = ""
    better: str = ""


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
    known = page.links.get(destination)
    if known is None:  # several rules ask for each link
        known = page.links[destination] = _resolve_link(page, destination)
    return known


def _resolve_link(page: Page, destination: str) -> Target:
    parts = _split(destination.strip())
    if parts is None:
        return Target(TargetOutcome.EXTERNAL)
    if not parts.path:
        return Target(TargetOutcome.OWN_PAGE, page.path, parts.fragment)
    if "\\" in parts.path or "\0" in parts.path:
        return Target(TargetOutcome.UNKNOWN, "", parts.fragment)
    target = _Resolver(page, "link").link(parts.path) if page.in_content else _plain_link(page, parts.path)
    return target._replace(fragment=parts.fragment)


def resolve_image(page: Page, source: str) -> Target:
    """Return where the source of an image on a page leads."""
    parts = _split(source.strip())
    if parts is None or not parts.path:
        return Target(TargetOutcome.EXTERNAL)
    return _Resolver(page, "image").image(parts.path) if page.in_content else _plain_file(page, parts.path)


def similar_files(page: Page, source: str) -> tuple[str, ...]:
    """Return sources like a missing one that do exist, in the same notation, the likeliest first."""
    import difflib  # noqa: PLC0415 - only when something is missing

    parts = _split(source.strip())
    if parts is None:
        return ()
    folder, slash, name = parts.path.rpartition("/")
    names = {
        other.lower(): other for other in _Resolver(page, "image").names_beside(parts.path) if looks_like_image(other)
    }
    near = difflib.get_close_matches(name.lower(), sorted(names), n=3, cutoff=0.75)
    return tuple(folder + slash + names[other] for other in near)


class _Resolver:
    """Looks for what a destination may mean.

    Args:
        page: the page with the destination.
        kind: ``link`` or ``image``.
    """

    def __init__(self, page: Page, kind: str) -> None:
        self._page: Final = page
        self._site: Final[Site] = page.site
        self._kind: Final = kind

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
        languages = self._site.configuration.languages
        return "/" + rest if any(language.key == first.lower() for language in languages) else path

    def link(self, path: str) -> Target:
        """Return where a link leads."""
        logical = self._logical_paths(path)
        keys = self._site.configuration.language_keys
        for number, candidate in enumerate(logical):
            plain, is_content = split_reference(candidate, keys)
            page = self._site.content.find(plain)
            if page is None:
                continue
            file = page.file(self._page.language_key) or next(iter(page.files.values()), "")
            literal = (is_content and not path.endswith((".html", ".htm", "/"))) or self._site.has_own_address(file)
            if (literal and self._is_written_out) or (number and self._is_strict(path)):
                return Target(TargetOutcome.UNRESOLVED, file, better=f"/{page.logical}")
            return Target(TargetOutcome.FOUND, file)
        return self._find_file(path, logical) or Target(self._missing(path, logical))

    def image(self, path: str) -> Target:
        """Return where the source of an image leads."""
        logical = self._logical_paths(path)
        if (found := self._find_file(path, logical)) is not None:
            return found
        site = self._site
        if path.startswith("/") and not site.has_static_files:
            return Target(TargetOutcome.UNKNOWN)
        if path.startswith(("/", "..")) and site.addresses.has_own_name(logical):
            return Target(TargetOutcome.UNKNOWN)
        if site.content_elsewhere or (path.startswith("/") and site.missing_themes):
            return Target(TargetOutcome.LIKELY_MISSING)
        return Target(TargetOutcome.MISSING)

    def _find_file(self, path: str, logical: list[str]) -> Target | None:
        """Return the file of the page, static file, asset or other file of the content that a destination means."""
        if not self._is_written_out:
            resource = find_match(self._page.resources, path.removeprefix("./"))
            if resource is not None:
                return Target(TargetOutcome.FOUND, resource.path)
        strict = self._is_strict(path)
        for number, candidate in enumerate(logical):
            file = self._file(candidate, ("static", "content") if strict else ("static", "content", "assets"))
            if file is not None and number and strict:
                better = posixpath.relpath(candidate, self._address or ".")
                return Target(TargetOutcome.UNRESOLVED, file, better=better)
            if file is not None:
                return Target(TargetOutcome.FOUND, file)
        return None

    def _missing(self, path: str, logical: list[str]) -> TargetOutcome:
        """Say how sure it is that nothing is there."""
        site = self._site
        if any(_GENERATED.search(candidate) for candidate in logical):
            return TargetOutcome.UNKNOWN
        firsts = {logical_name(candidate.partition("/")[0]) for candidate in logical}
        if not firsts.isdisjoint(site.taxonomies.values()) or any(map(site.content.may_be_made, logical)):
            return TargetOutcome.UNKNOWN
        extension = posixpath.splitext(path.rstrip("/"))[1].lower().lstrip(".")
        if extension in CONTENT_TYPES - {"html", "htm"}:
            return TargetOutcome.LIKELY_MISSING if site.content_elsewhere else TargetOutcome.MISSING
        if site.addresses.may_serve(path, logical):
            return TargetOutcome.UNKNOWN
        if path.startswith("/") and not any(site.content.find(first) for first in firsts):
            return TargetOutcome.PERHAPS_ELSEWHERE
        return TargetOutcome.MISSING if site.complete else TargetOutcome.LIKELY_MISSING

    def _file(self, candidate: str, parts: tuple[str, ...]) -> str | None:
        files = self._site.files
        for part in parts:
            for mount in self._site.components.mounts(part):
                below = mount.target.partition("/")[2]
                if below and not (candidate + "/").startswith(below + "/"):
                    continue
                place = join(mount.source, candidate[len(below) :].strip("/"))
                if files.is_file(place) or (part == "static" and candidate and files.is_folder(place)):
                    return place
        return None

    @property
    def _is_written_out(self) -> bool:
        """Whether the destination surely reaches the page as it is written, with no template that resolves it."""
        site = self._site
        return site.complete and site.render_hook(self._kind) is None and not site.has_embedded_hook(self._kind)

    def _is_strict(self, path: str) -> bool:
        """Whether only a browser's reading of a relative path counts."""
        if path.startswith("/") or not self._is_written_out or self._site.addresses.are_unusual:
            return False
        return not self._site.has_own_address(self._page.path, "url")

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


def _plain_file(page: Page, path: str) -> Target:
    """Return the file beside a text that belongs to no site."""
    if path.startswith("/"):
        return Target(TargetOutcome.UNKNOWN)
    place = normalise(posixpath.join(page.folder, path))
    if place is None:
        return Target(TargetOutcome.OUTSIDE)
    files = page.site.files
    if files.is_file(place) or files.is_folder(place):
        return Target(TargetOutcome.FOUND, place)
    if files.is_link(place):
        return Target(TargetOutcome.OUTSIDE)
    return Target(TargetOutcome.MISSING if files.listing(page.folder) else TargetOutcome.UNKNOWN)


def _plain_link(page: Page, path: str) -> Target:
    """Return where a link leads in a text that belongs to no site; other programs may read it in their own way."""
    target = _plain_file(page, path)
    extension = posixpath.splitext(path.rstrip("/"))[1].lower().lstrip(".")
    if target.outcome is TargetOutcome.MISSING and extension not in CONTENT_TYPES - {"html", "htm"}:
        return Target(TargetOutcome.UNKNOWN)
    return target
