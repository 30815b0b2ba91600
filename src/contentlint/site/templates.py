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
_FOLDERS: Final = ("_shortcodes", "shortcodes")
_EMPTY: Final = read_template("")


class ShortcodeTemplate:
    """A shortcode that pages may call.

    Attributes:
        name: its name in lower case, with the folders below the shortcodes folder.
        path: the template's path relative to the root of the site, or the file in which somebody says what it does; empty
            when it is Hugo's own or the theme's, not on disk.
        facts: what the template reads and does.
    """

    __slots__ = ("_siblings", "facts", "name", "path")

    def __init__(self, name: str, path: str, facts: TemplateFacts, siblings: ShortcodeTemplates | None = None) -> None:
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

    def _read(self, key: str) -> ShortcodeTemplate | None:
        if key in self._given:
            return self._given[key]
        path = self.paths.get(key)
        if path is None:
            known = THEMES[self._theme].get(key) if self._theme in THEMES and self._missing else None
            known = known or BUILTINS.get(key)
            return None if known is None else ShortcodeTemplate(key, "", _builtin_facts(known))
        data = self._files.read(path, _LIMIT)
        facts = _EMPTY if data is None else read_template(data.decode("utf-8", "replace"))
        return ShortcodeTemplate(key, path, facts, self)

    @cached_property
    def parent_named(self) -> frozenset[str]:
        """Names of the parameters that shortcodes on disk read from the one around them."""
        templates = (self.find(name) for name in self.paths)
        return frozenset().union(*(template.facts.parent_named for template in templates if template is not None))


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
    rank = 3 if kinds == ["html"] else 2 if kinds[-1] == "html" else 1
    return join(folder, stem).lower(), rank
