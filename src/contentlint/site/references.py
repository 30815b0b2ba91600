"""Resolves ``ref`` and ``relref`` as Hugo does.

Sources: https://gohugo.io/methods/page/ref/ and the behaviour of Hugo 0.168.
"""

from __future__ import annotations

import posixpath
from enum import Enum
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from contentlint.site.content import FoundPage, logical_name, split_reference
from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    from contentlint.site.page import Page


class ReferenceOutcome(Enum):
    """What became of a reference."""

    FOUND = "found"
    OWN_PAGE = "own-page"  # only a fragment, or nothing at all
    ADDRESS = "address"  # a web address; Hugo makes an empty link of it
    MISSING = "missing"
    AMBIGUOUS = "ambiguous"
    OTHER_LANGUAGE = "other-language"
    UNDECIDED = "undecided"


class Reference(NamedTuple):
    """Where a reference leads.

    Attributes:
        outcome: what became of it.
        page: the page, when there is one in any language.
        file: its content file in the language that was asked for; empty when there is none.
        fragment: what follows ``#``.
    """

    outcome: ReferenceOutcome
    page: FoundPage | None
    file: str
    fragment: str


def resolve_reference(page: Page, reference: str, language: str) -> Reference:
    """Return where a reference on a page leads.

    Args:
        page: the page with the reference; it must lie in the site's content.
        reference: the text of the reference.
        language: key of the language in which the target is sought.
    """
    try:
        parts = urlsplit(reference)
    except ValueError:
        return Reference(ReferenceOutcome.MISSING, None, "", "")
    path = unquote(parts.path)
    if parts.scheme or parts.netloc:
        return Reference(ReferenceOutcome.ADDRESS, None, "", parts.fragment)
    if not path:
        return Reference(ReferenceOutcome.OWN_PAGE, None, page.path, parts.fragment)
    if path != path.strip() or reference != reference.strip():
        return Reference(ReferenceOutcome.MISSING, None, "", parts.fragment)  # Hugo looks for a page with those spaces
    finder = _Finder(page, language)
    found = finder.find(path)
    if found is None:
        return Reference(finder.outcome, finder.other, "", parts.fragment)
    return Reference(ReferenceOutcome.FOUND, found, found.file(language) or "", parts.fragment)


class _Finder:
    """Looks for a page first from the page's own place, then from the top, then by its name alone."""

    def __init__(self, page: Page, language: str) -> None:
        self._page: Final = page
        self._language: Final = language
        self._content: Final = page.site.content
        self.outcome = ReferenceOutcome.MISSING
        self.other: FoundPage | None = None

    def find(self, path: str) -> FoundPage | None:
        trimmed = path.rstrip("/") or "/"
        keys = self._page.site.configuration.language_keys
        logical, has_extension = split_reference(trimmed, keys)
        if not trimmed.startswith("/"):
            folder = posixpath.dirname(self._page.content_path)
            if self._page.bundle == "leaf" and not (has_extension and trimmed.startswith("../")):
                folder = posixpath.dirname(folder)
            relative = posixpath.normpath(posixpath.join("/", folder, trimmed))
            found = self._in_language(split_reference(relative.lstrip("/"), keys)[0])
            if found is not None or trimmed.startswith("."):
                return found
        if "//" in trimmed or "/./" in trimmed or "/../" in trimmed:
            return None  # from the top, Hugo takes the path as it is written
        found = self._in_language(logical.strip("/")) if logical.strip("/") or trimmed == "/" else None
        if found is None and "/" not in path:
            name = logical if has_extension or "." not in logical else logical.rpartition(".")[0]
            return self._by_name(logical_name(name))
        return found

    def _in_language(self, logical: str) -> FoundPage | None:
        first, slash, _ = logical_name(logical).partition("/")
        is_taxonomy = first in self._page.site.taxonomies.values()
        if is_taxonomy and not slash:
            return FoundPage(first, {})  # Hugo makes the list of terms in every language
        found = self._content.find(logical)
        if found is None:
            if is_taxonomy or self._content.may_be_made(logical_name(logical)):
                self.outcome = ReferenceOutcome.UNDECIDED  # made from the front matter of all pages, or by a template
            return None
        found = self._as_built(found)
        if self._language in found.files or not found.logical:
            return found
        if self._is_section(found) and self._content.has_pages_below(found.logical, self._language):
            return found
        self._note_elsewhere(found)
        return None

    def _as_built(self, found: FoundPage) -> FoundPage:
        """Return a page with the languages that its front matter names in place of those of its files' names."""
        site = self._page.site
        names: dict[str, list[str]] = {}
        for key, path in found.files.items():
            names.setdefault(path, []).append(key)
        files = {key: path for path, keys in names.items() for key in site.languages_of(path, keys)}
        return found if files == found.files else FoundPage(found.logical, files)

    def _note_elsewhere(self, found: FoundPage) -> None:
        if any(self._page.site.cascades(posixpath.dirname(path), "sites") for path in found.files.values()):
            self.outcome = ReferenceOutcome.UNDECIDED
            return
        self.outcome = ReferenceOutcome.OTHER_LANGUAGE
        self.other = found

    @staticmethod
    def _is_section(found: FoundPage) -> bool:
        """Whether Hugo makes the page up where its file is missing: a section at the top."""
        names = (posixpath.basename(path).lower() for path in found.files.values())
        return "/" not in found.logical and all(name.startswith("_index.") for name in names)

    def _by_name(self, name: str) -> FoundPage | None:
        if name in self._page.site.taxonomies.values():
            return FoundPage(name, {})
        pages = [self._as_built(page) for page in self._content.by_name.get(name, ())]
        own = [page for page in pages if self._language in page.files or not page.files]
        if len(own) == 1:
            return own[0]
        if own:
            self.outcome = ReferenceOutcome.AMBIGUOUS
        elif pages:
            self._note_elsewhere(pages[0])
        elif name in self._content.terms or self._content.adapters:
            self.outcome = ReferenceOutcome.UNDECIDED
        return None
