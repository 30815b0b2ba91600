"""Finds pages by the paths that Hugo gives them.

Sources: https://gohugo.io/methods/page/path/ and the behaviour of Hugo 0.168.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from contentlint.site.files import join
from contentlint.site.resources import CONTENT_TYPES, NameParts, split_name
from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    from contentlint.site.components import Mount
    from contentlint.site.site import Site


_ITEM: Final = re.compile(r"""[^,\[\]\n]+""")
_LIMIT: Final = 16 * 2**20


class FoundPage(NamedTuple):
    """A page that a path leads to.

    Attributes:
        logical: its path as Hugo knows it: in lower case, with ``-`` for spaces, no extension; empty for the home page.
        files: its content file by key of the language; empty for a section that Hugo makes up from its pages.
    """

    logical: str
    files: Mapping[str, str]

    def file(self, language: str) -> str | None:
        """Return the content file in a language."""
        return self.files.get(language)


def logical_name(name: str) -> str:
    """Return a part of a path as Hugo compares it."""
    return name.lower().replace(" ", "-")


class _Folder:
    """What a folder of content holds, by logical name."""

    __slots__ = ("bundle", "folders", "leaf", "pages")

    def __init__(self) -> None:
        self.pages: Final[dict[str, dict[str, str]]] = {}
        self.folders: Final[dict[str, list[str]]] = {}
        self.bundle: Final[dict[str, str]] = {}
        self.leaf = False


class ContentTree:
    """The pages of a site by path. Folders are read when a path leads into them.

    Args:
        site: the site.
    """

    def __init__(self, site: Site) -> None:
        self._site: Final = site
        self._read: Final[dict[tuple[str, tuple[str, ...]], _Folder]] = {}
        self._similar: Final[dict[str, tuple[str, ...]]] = {}

    def find(self, logical: str) -> FoundPage | None:
        """Return the page with a logical path such as ``posts/a``; empty is the home page.

        Content in any language counts: see ``FoundPage.files``. The first folder of a path is a section even without a
        file of its own.
        """
        parts = [logical_name(part) for part in logical.split("/") if part]
        files: dict[str, str] = {}
        exists = not parts
        for mount in self._site.content_mounts:
            prefix = [logical_name(part) for part in mount.target.split("/")[1:]]
            exists = exists or prefix[: len(parts)] == parts
            if parts[: len(prefix)] == prefix:
                exists = self._descend(mount, parts[len(prefix) :], files) or exists
        return FoundPage("/".join(parts), files) if files or (exists and len(parts) < 2) else None

    def _descend(self, mount: Mount, parts: list[str], files: dict[str, str]) -> bool:
        """Add the files of a page below a mount; return whether there is a folder of that name."""
        folders = [mount.source]
        for depth, part in enumerate(parts, 1):
            inner: list[str] = []
            for folder in folders:
                content = self._folder(mount, folder)
                if content.leaf and folder != mount.source:
                    continue  # what lies below is part of another page
                if depth == len(parts):
                    _add(files, content.pages.get(part, {}))
                inner += content.folders.get(part, ())
            folders = inner
        for folder in folders:
            _add(files, self._folder(mount, folder).bundle)
        return bool(folders)

    def _folder(self, mount: Mount, folder: str) -> _Folder:
        key = (folder, mount.languages)
        if key not in self._read:
            self._read[key] = self._read_folder(mount, folder)
        return self._read[key]

    def _read_folder(self, mount: Mount, folder: str) -> _Folder:
        configuration = self._site.configuration
        own = mount.languages or (configuration.main_language,)
        found = _Folder()
        for name, is_folder in self._site.files.listing(folder).items():
            if is_folder:
                found.folders.setdefault(logical_name(name), []).append(join(folder, name))
                continue
            stem, language, extension = split_name(name, configuration.language_keys)
            if extension not in CONTENT_TYPES or stem.startswith("."):
                continue
            table = (
                found.bundle if stem.lower() in {"index", "_index"} else found.pages.setdefault(logical_name(stem), {})
            )
            for key in (language,) if language else own:
                if key not in configuration.disabled_languages:
                    table.setdefault(key, join(folder, name))
            found.leaf = found.leaf or stem.lower() == "index"
        if found.leaf:
            found.pages.clear()
        return found

    @cached_property
    def _all_paths(self) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for mount in self._site.content_mounts:
            prefix = "/".join(logical_name(part) for part in mount.target.split("/")[1:])
            inside: dict[str, bool] = {}
            for path in self._site.files.walk(mount.source):
                folder = path.rpartition("/")[0]
                if folder not in inside:
                    above = folder.rpartition("/")[0]
                    inside[folder] = folder != mount.source and (
                        inside.get(above, False) or (above != mount.source and self._folder(mount, above).leaf)
                    )
                if inside[folder]:
                    continue
                content = self._folder(mount, folder)
                below = [logical_name(part) for part in (mount.within(folder) or "").split("/") if part]
                logical = join(prefix, *below)
                found.update((join(logical, name), None) for name in content.pages)
                if content.bundle:
                    found[logical] = None
                if below or prefix:
                    found[join(prefix, *below).partition("/")[0]] = None
        return tuple(found)

    @cached_property
    def _pages(self) -> tuple[FoundPage, ...]:
        found = (self.find(logical) for logical in self._all_paths)
        return tuple(page for page in found if page is not None)

    def kind_of(self, page: FoundPage) -> str:
        """Return the kind of a page that Hugo makes up: ``home``, ``taxonomy``, ``term`` or ``section``."""
        first, slash, _ = page.logical.partition("/")
        if not first:
            return "home"
        if first in self._site.taxonomies.values():
            return "term" if slash else "taxonomy"
        return "section"

    def has_pages_below(self, logical: str, language: str) -> bool:
        """Whether a section holds a page in a language, and so exists in it."""
        return any(page.logical.startswith(logical + "/") and language in page.files for page in self._pages)

    def may_be_made(self, logical: str) -> bool:
        """Whether a template among the content (``_content.gotmpl``) may make a page with that path."""
        return any(not folder or (logical + "/").startswith(folder + "/") for folder in self.adapters)

    @cached_property
    def adapters(self) -> frozenset[str]:
        """Logical paths of the folders in which a template makes pages."""
        found = set()
        for mount in self._site.content_mounts:
            prefix = [logical_name(part) for part in mount.target.split("/")[1:]]
            for path in self._site.files.walk(mount.source):
                name = path.rpartition("/")[2]
                if name.startswith("_content.") and name.endswith(".gotmpl"):
                    below = [logical_name(part) for part in (mount.within(path) or "").split("/")[:-1]]
                    found.add(join(*prefix, *below))
        return frozenset(found)

    @cached_property
    def by_name(self) -> Mapping[str, tuple[FoundPage, ...]]:
        """Every page and section by the last part of its path."""
        found: dict[str, list[FoundPage]] = {}
        for page in self._pages:
            found.setdefault(page.logical.rpartition("/")[2], []).append(page)
        return {name: tuple(pages) for name, pages in found.items()}

    def similar(self, path: str) -> tuple[str, ...]:
        """Return paths of pages (with a slash in front) whose name is that of a path, or much like it."""
        logical, _ = split_reference(path.partition("#")[0].strip("/"), self._site.configuration.language_keys)
        name = logical_name(logical.rpartition("/")[2])
        if name not in self._similar:  # what is missing is mostly missing on many pages
            self._similar[name] = tuple(self._with_names_like(name)) if name else ()
        return self._similar[name]

    def _with_names_like(self, name: str) -> list[str]:
        import difflib  # noqa: PLC0415 - only when something is missing

        names = (
            [name] if name in self.by_name else difflib.get_close_matches(name, sorted(self.by_name), n=3, cutoff=0.75)
        )
        return [f"/{page.logical}" for near in names for page in self.by_name[near] if page.files][:3]

    @property
    def terms(self) -> frozenset[str]:
        """The logical names of the terms (tags, say) that pages carry."""
        self._site.files.use_heads()
        return self._terms

    @cached_property
    def _terms(self) -> frozenset[str]:
        return frozenset(logical_name(value) for value in self._values(self._site.taxonomies.values()))

    @property
    def published_names(self) -> frozenset[str]:
        """The parts of the addresses that pages give themselves (``slug``, ``url``, ``aliases``), in lower case."""
        self._site.files.use_heads()
        return self._published_names

    @cached_property
    def _published_names(self) -> frozenset[str]:
        values = self._values(("slug", "url", "aliases"))
        return frozenset(part for value in values for part in value.split("/") if part)

    def _values(self, keys: Iterable[str]) -> Iterator[str]:
        """Yield the texts under some keys of the front matter of all pages, in lower case, however they are written."""
        names = "|".join(re.escape(key) for key in keys)
        pattern = re.compile(
            rf"""(?:^|[{{,])\s*["']?(?:{names})["']?\s*[:=](.*(?:\n\s*(?:-\s|["'/\]]).*)*)""", re.MULTILINE
        )
        for head in self._heads if names else ():
            for match in pattern.finditer(head):
                for value in _ITEM.findall(match[1]):
                    yield value.strip().removeprefix("- ").strip(" \"'")

    @cached_property
    def _heads(self) -> tuple[str, ...]:
        """The front matter of every page, in lower case."""
        files = self._site.files
        paths = (path for page in self._pages for path in page.files.values())
        return tuple(files.head(path, _LIMIT, head_of).decode("utf-8", "replace").lower() for path in paths)


def head_of(data: bytes) -> bytes:
    """Return the front matter that a file begins with, as far as it can be told without reading it."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    closing = {b"---": b"\n---", b"+++": b"\n+++"}.get(data[:3], b"\n}")
    return data[: data.find(closing, 3)] if data[:1] in {b"-", b"+", b"{"} else b""


def _add(files: dict[str, str], more: Mapping[str, str]) -> None:
    for language, path in more.items():
        files.setdefault(language, path)


def split_reference(path: str, languages: frozenset[str]) -> tuple[str, bool]:
    """Return a path without extension, language and ``index``, and whether it had the extension of a content file."""
    folder, _, name = path.rpartition("/")
    parts = split_name(name, languages)
    has_extension = parts.extension in CONTENT_TYPES
    if not has_extension:
        before, dot, language = name.rpartition(".")
        parts = NameParts(before if dot and language.lower() in languages else name, "", "")
    stem = "" if parts.stem.lower() in {"index", "_index"} else parts.stem
    return (f"{folder}/{stem}" if "/" in path else stem).rstrip("/") or (
        "/" if path.startswith("/") else ""
    ), has_extension
