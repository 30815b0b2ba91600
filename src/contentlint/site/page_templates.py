"""Which templates show a page, and whether they show its title as the heading of level 1.

Sources: https://gohugo.io/templates/lookup-order/, https://gohugo.io/templates/new-templatesystem-overview/ and the
behaviour of Hugo 0.168. What decides between two templates at the same distance is left open: then both are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from contentlint.site.files import join
from contentlint.site.go_template import Action, Kind, scan_template

if TYPE_CHECKING:
    from contentlint.site.site import Site

_LIMIT: Final = 16 * 2**20
_TITLE_HEADING: Final = re.compile(r"<h1\b(?:(?!</h1).){0,400}?title", re.IGNORECASE | re.DOTALL)
_PARTS: Final = frozenset({"partial", "partialCached", "template"})
_PARTIAL_FOLDERS: Final = ("_partials/", "partials/")
_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "page": ("page", "single", "all"),
    "home": ("home", "index", "list", "all"),
    "section": ("section", "list", "all"),
    "taxonomy": ("taxonomy", "terms", "list", "all"),
    "term": ("term", "taxonomy", "list", "all"),
}
_FRAMES: Final = ("baseof", "list-baseof", "single-baseof")
_MOST: Final = 400
"""More templates than this are not followed for one page."""


class PageTemplates:
    """The templates of a site that make whole pages, with what they include.

    Args:
        site: the site.
    """

    def __init__(self, site: Site) -> None:
        self._site: Final = site
        self._texts: Final[dict[str, str]] = {}
        self._shows: Final[dict[tuple[str, tuple[str, ...], str], bool | None]] = {}
        self._answers: Final[dict[tuple[str, str, str, str], bool | None]] = {}

    def print_title(self, kind: str, folder: str, layout: str, language: str) -> bool | None:
        """Return whether the template of a page shows its title as its heading of level 1; None when that is not to be seen.

        Args:
            kind: ``page``, ``home``, ``section``, ``taxonomy`` or ``term``.
            folder: where the lookup begins below the templates: the type that the page names, else its folder.
            layout: the layout that the page names; empty for none.
            language: key of the language.
        """
        key = (kind, folder, layout, language)
        if key not in self._answers:
            self._answers[key] = self._judge(*key)
        return self._answers[key]

    def _judge(self, kind: str, folder: str, layout: str, language: str) -> bool | None:
        folders = _upwards(folder)
        chosen = self._choose(folders, ((layout.lower(),) if layout else ()) + _NAMES.get(kind, ()), language)
        if not chosen:
            return False if self._site.complete else None
        frames = self._choose(folders, _FRAMES, language)
        answers = {self._shown(path, frames, language) for path in chosen}
        if len(answers) == 1:
            (answer,) = answers
            return answer if answer or self._site.complete else None
        return None

    def _choose(self, folders: tuple[str, ...], names: tuple[str, ...], language: str) -> tuple[str, ...]:
        """Return the templates of which one makes the page: the nearest by folder, and the nearest by name."""
        found = [
            (depth, order, path)
            for depth, folder in enumerate(folders)
            for order, name in enumerate(names)
            if (path := self._find(folder, name, language)) is not None
        ]
        if not found:
            return ()
        return tuple({min(found)[2], min(found, key=lambda one: (one[1], one[0]))[2]})

    def _find(self, folder: str, name: str, language: str) -> str | None:
        variants = self._index.get((folder, name), {})
        return variants.get(language) or variants.get("")

    @cached_property
    def _index(self) -> Mapping[tuple[str, str], Mapping[str, str]]:
        """Path of each template of web pages by folder and name, and then by language; empty for all languages."""
        found: dict[tuple[str, str], dict[str, str]] = {}
        languages = self._site.configuration.language_keys
        for mount in self._site.components.mounts("layouts"):
            below = mount.target.partition("/")[2]
            for path in self._site.files.walk(mount.source):
                relative = join(below, mount.within(path) or "").lower().removeprefix("_default/")
                folder, _, file = relative.rpartition("/")
                name, *identifiers = file.split(".")
                if identifiers[-1:] not in (["html"], ["htm"]):
                    continue
                own = [one for one in identifiers[:-1] if one != "html"]
                if all(one in languages for one in own) and len(own) < 2:
                    found.setdefault((folder, name), {}).setdefault("".join(own), path)
        return found

    def _shown(self, path: str, frames: tuple[str, ...], language: str) -> bool | None:
        """Return whether a template, its frame or anything it includes shows the title; None when that is not certain."""
        key = (path, frames, language)
        if key not in self._shows:
            self._shows[key] = self._look([path, *(frames if "define" in self._text(path) else ())], language)
        return self._shows[key]

    def _look(self, waiting: list[str], language: str) -> bool | None:
        """Look through templates and all they include."""
        seen: set[str] = set()
        certain = True
        while waiting:
            current = waiting.pop()
            if current in seen:
                continue
            seen.add(current)
            text = self._text(current)
            if _TITLE_HEADING.search(text):
                return True
            for name in self._included(text):
                included = self._partial(name, language) if name else None
                certain = certain and (bool(name) and len(seen) < _MOST)
                if included is not None:
                    waiting.append(included)
        return False if certain else None

    def _text(self, path: str) -> str:
        if path not in self._texts:
            self._texts[path] = (self._site.files.read(path, _LIMIT) or b"").decode("utf-8", "replace")
        return self._texts[path]

    def _partial(self, name: str, language: str) -> str | None:
        folder, _, file = name.lower().removeprefix("/").rpartition("/")
        stem = file.partition(".")[0]
        places = (join(part.rstrip("/"), folder) for part in ("", *_PARTIAL_FOLDERS))
        return next((path for place in places if (path := self._find(place, stem, language)) is not None), None)

    @staticmethod
    def _included(text: str) -> Iterator[str]:
        """Yield the names of the partials that a template includes; empty for a name that is put together at run time."""
        for piece in scan_template(text):
            if not isinstance(piece, Action):
                continue
            for word, following in zip(piece.words, piece.words[1:], strict=False):
                if word.kind is Kind.NAME and word.value in _PARTS:
                    yield following.value if following.kind is Kind.STRING else ""


def _upwards(folder: str) -> tuple[str, ...]:
    """Return a folder and those around it, the nearest first; the last is the top."""
    parts = [part for part in folder.lower().split("/") if part]
    return tuple("/".join(parts[:depth]) for depth in range(len(parts), -1, -1))
