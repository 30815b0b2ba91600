"""Addresses on the web site that do not follow from the place of a file."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from contentlint.site.content import logical_name

if TYPE_CHECKING:
    from contentlint.site.site import Site

_REDIRECTS: Final = (
    "_redirects", "static/_redirects", "static/.htaccess", "netlify.toml", "vercel.json", "staticwebapp.config.json",
    "static/staticwebapp.config.json", "firebase.json", "nginx.conf",
)  # fmt: skip
_LIMIT: Final = 5_000_000


class Addresses:
    """The addresses that front matter, settings and the web server add.

    Args:
        site: the site.
    """

    def __init__(self, site: Site) -> None:
        self._site: Final = site

    @property
    def are_unusual(self) -> bool:
        """Whether the settings give pages other addresses than their paths."""
        configuration = self._site.configuration
        return bool(configuration.value("permalinks") or configuration.value("uglyURLs"))

    def may_serve(self, path: str, logical: list[str]) -> bool:
        """Whether something may be published at an address.

        Args:
            path: the address as it is written.
            logical: the paths below the content that it may mean.
        """
        if self.are_unusual:
            return True
        if self.has_own_name(logical):
            return True
        first = logical_name(path.strip("/").partition("/")[0])
        return bool(first) and first in self._redirects

    def has_own_name(self, logical: list[str]) -> bool:
        """Whether a part of one of the paths is an address that a page gives itself."""
        parts = {part for candidate in logical for part in candidate.lower().split("/")}
        return not parts.isdisjoint(self._site.content.published_names)

    @cached_property
    def _redirects(self) -> str:
        """What the web server is told, as far as files of the site say it."""
        files = self._site.files
        found = [data for name in _REDIRECTS if (data := files.read(name, _LIMIT)) is not None]
        return logical_name(b"\n".join(found).decode("utf-8", "replace"))
