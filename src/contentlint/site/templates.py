"""The shortcodes a site offers: its own, those of its themes and modules, and Hugo's."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from contentlint.site.components import Mount
from contentlint.site.files import SiteFiles, join
from contentlint.site.shortcode_builtins import BUILTINS, THEMES, BuiltinShortcode
from contentlint.site.template_facts import Parameter, TemplateFacts, read_template

_LIMIT: Final = 1_000_000
_FOLDERS: Final = ("_shortcodes", "shortcodes", "_default/_shortcodes", "_default/shortcodes")
_OWN_FOLDER: Final = "/_shortcodes/"
_PLAIN: Final = frozenset({"calendar", "css", "csv", "gotmpl", "ics", "js", "json", "md", "txt", "webmanifest"})
"""Endings of templates of plain text, which Hugo takes in a page only between percent signs."""
_EMPTY: Final = read_template("")


class ShortcodeTemplate:
    """A shortcode that pages may call.

    Attributes:
        name: its name in lower case, with the folders below the shortcodes folder.
        path: the template's path relative to the root of the site, or the file in which somebody says what it does; empty
            when it is Hugo's own or the theme's, not on disk.
        facts: what the template reads and does.
        plain: whether there is no template of it but of plain text.
    """

    __slots__ = ("_siblings", "facts", "name", "path", "plain")

    def __init__(self, name: str, path: str, facts: TemplateFacts, siblings: ShortcodeTemplates | None = None) -> None:
        self.plain: Final = path.rpartition(".")[2].lower() in _PLAIN
        self.name: Final = name
        self.path: Final = path
        self.facts: Final = facts
        self._siblings: Final = siblings

    @property
    def inner(self) -> bool:
        """Whether it takes text between an opening and a closing tag, by Hugo's own test."""
        return self.facts.inner

    @property
    def named(self) -> frozenset[str]:
        """Names of the parameters that it, or a shortcode inside it, reads."""
        if not self.facts.inner or self._siblings is None:
            return self.facts.named
        return self.facts.named | self._siblings.parent_named

    @property
    def positional(self) -> int:
        """How many positional parameters it reads."""
        return self.facts.positional

    @property
    def open_ended(self) -> bool:
        """Whether it may read any parameter."""
        return self.facts.open_ended

    @property
    def inner_as(self) -> str:
        """``markdown``, ``html``, ``code`` or ``unknown``; empty when it takes no text."""
        return self.facts.inner_as

    @property
    def headings(self) -> tuple[tuple[Parameter, int], ...]:
        """The parameters that it shows as a heading, each with the level."""
        return self.facts.headings

    @property
    def unbalanced(self) -> frozenset[str]:
        """The elements that it opens without closing them, or the reverse."""
        return self.facts.unbalanced

    @property
    def image(self) -> bool:
        """Whether it shows an image."""
        return self.facts.image

    @property
    def source_parameters(self) -> tuple[Parameter, ...]:
        """The parameters that choose its image."""
        return self.facts.source_parameters

    @property
    def alt_parameters(self) -> tuple[Parameter, ...]:
        """The parameters that become the alt text of its image."""
        return self.facts.alt_parameters


class ShortcodeTemplates:
    """Finds shortcodes by name. Templates are read when they are asked for.

    Args:
        files: the files of the site.
        mounts: the folders of layouts, the winning ones first.
        theme: ``congo``, ``blowfish`` or empty.
        missing_themes: themes and modules that are not on disk.
        complete: whether every template of the site is on disk.
        given: shortcodes that somebody tells of, by name in lower case; they go before the templates.
    """

    def __init__(
        self,
        files: SiteFiles,
        mounts: tuple[Mount, ...],
        *,
        theme: str,
        missing_themes: tuple[str, ...],
        complete: bool,
        given: Mapping[str, ShortcodeTemplate],
    ) -> None:
        self._files: Final = files
        self._mounts: Final = mounts
        self._theme: Final = theme
        self._missing: Final = missing_themes
        self._found: Final[dict[str, ShortcodeTemplate | None]] = {}
        self.complete: Final = complete
        self._given: Final = given

    @property
    def missing_theme(self) -> str:
        """The first theme or module that is not on disk; empty when all are."""
        return self._missing[0] if self._missing else ""

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """Path of the template of each shortcode on disk, by its name in lower case."""
        found: dict[str, tuple[int, str]] = {}
        for mount in self._mounts:
            below = mount.target.partition("/")[2]
            folders = [below.partition("/")[0]] if below else _FOLDERS
            for folder in folders:
                if folder not in _FOLDERS:
                    continue
                for path in self._files.walk(mount.source if below else join(mount.source, folder)):
                    relative = join(below, mount.within(path) or "")
                    name, rank = _name_and_rank(relative.removeprefix(folder + "/"))
                    current = found.get(name)
                    if rank and (current is None or (rank > current[0] and mount.within(current[1]) is not None)):
                        found[name] = (rank, path)
        return {name: path for name, (_, path) in found.items()}

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all shortcodes that can be used: on disk, told of, Hugo's own, and those of a theme that is not on disk."""
        theme = THEMES[self._theme] if self._theme in THEMES and self._missing else {}
        own = (name for name, known in BUILTINS.items() if known.removed is None)
        return tuple(dict.fromkeys((*self.paths, *self._given, *theme, *own)))

    def find(self, name: str) -> ShortcodeTemplate | None:
        """Return the shortcode of that name in any case of letters; None when it is not known."""
        key = name.lower()
        if key not in self._found:
            self._found[key] = self._read(key)
        return self._found[key]

    def find_near(self, name: str, folder: str) -> ShortcodeTemplate | None:
        """Return the shortcode of that name that pages below a folder of the content may use besides those of all pages.

        Args:
            name: the name in any case of letters.
            folder: the folder of the page below the content, such as ``posts/a``.
        """
        parts = folder.lower().split("/") if folder else []
        for depth in range(len(parts), 0, -1):
            path = self._near.get(("/".join(parts[:depth]), name.lower()))
            if path is not None:
                return self._of_file(name.lower(), path)
        return None

    @cached_property
    def _near(self) -> Mapping[tuple[str, str], str]:
        """Path of each template below ``posts/_shortcodes`` and the like, by folder and name in lower case."""
        found: dict[tuple[str, str], tuple[int, str]] = {}
        for mount in self._mounts:
            for path in self._files.walk(mount.source):
                relative = join(mount.target.partition("/")[2], mount.within(path) or "")
                folder, inside, rest = relative.partition(_OWN_FOLDER)
                if inside:
                    name, rank = _name_and_rank(rest)
                    current = found.get((folder.lower(), name))
                    if rank and (current is None or rank > current[0]):
                        found[folder.lower(), name] = (rank, path)
        return {key: path for key, (_, path) in found.items()}

    def _read(self, key: str) -> ShortcodeTemplate | None:
        if key in self._given:
            return self._given[key]
        path = self.paths.get(key)
        if path is None:
            known = THEMES[self._theme].get(key) if self._theme in THEMES and self._missing else None
            known = known or BUILTINS.get(key)
            return None if known is None else ShortcodeTemplate(key, "", _builtin_facts(known))
        return self._of_file(key, path)

    def _of_file(self, key: str, path: str) -> ShortcodeTemplate:
        data = self._files.read(path, _LIMIT)
        facts = _EMPTY if data is None else read_template(data.decode("utf-8", "replace"))
        return ShortcodeTemplate(key, path, facts, self)

    @cached_property
    def parent_named(self) -> frozenset[str]:
        """Names of the parameters that shortcodes on disk read from the one around them."""
        templates = (self.find(name) for name in self.paths)
        return frozenset().union(*(template.facts.parent_named for template in templates if template is not None))


class PageShortcodes:
    """The shortcodes that one page may use: those of the site, and those in a folder ``_shortcodes`` for its section.

    Args:
        everywhere: the shortcodes of the site.
        folder: the folder of the page below the content, such as ``posts/a``.
    """

    __slots__ = ("_everywhere", "_folder")

    def __init__(self, everywhere: ShortcodeTemplates, folder: str) -> None:
        self._everywhere: Final = everywhere
        self._folder: Final = folder

    @property
    def complete(self) -> bool:
        """Whether every template of the site is on disk."""
        return self._everywhere.complete

    @property
    def missing_theme(self) -> str:
        """The first theme or module that is not on disk; empty when all are."""
        return self._everywhere.missing_theme

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all shortcodes that pages can use."""
        return self._everywhere.names

    def find(self, name: str) -> ShortcodeTemplate | None:
        """Return the shortcode of that name in any case of letters; None when it is not known."""
        return self._everywhere.find(name) or (self._everywhere.find_near(name, self._folder) if self._folder else None)


def _builtin_facts(shortcode: BuiltinShortcode) -> TemplateFacts:
    return TemplateFacts(
        inner=shortcode.inner,
        named=frozenset(shortcode.named),
        positional=shortcode.positional,
        open_ended=shortcode.open_ended,
        inner_as=shortcode.inner_as,
        image=bool(shortcode.source),
        source_parameters=shortcode.source,
        alt_parameters=shortcode.alt,
        parent_named=frozenset(),
        adds_ids=False,
        headings=shortcode.headings,
    )


def _name_and_rank(path: str) -> tuple[str, int]:
    """Return a template's name without what follows the first dot, and how well it suits a web page; 0 is not at all."""
    folder, _, file = path.rpartition("/")
    stem, _, rest = file.partition(".")
    kinds = rest.lower().split(".")
    if not stem or not rest:
        return "", 0
    rank = 4 if kinds == ["html"] else 3 if kinds[-1] == "html" else 1 if kinds[-1] in _PLAIN else 2
    return join(folder, stem).lower(), rank
