"""Themes and modules of a site, and the folders that together make up its content, layouts, static files and assets.

Sources: https://gohugo.io/configuration/module/ and the behaviour of Hugo 0.168.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from contentlint.site.config_files import ConfigProblem, read_configuration
from contentlint.site.configuration import Configuration
from contentlint.site.files import SiteFiles, join, normalise
from contentlint.text.records import NamedTuple

FOLDERS: Final = {
    "archetypes": "archetypeDir",
    "assets": "assetDir",
    "content": "contentDir",
    "data": "dataDir",
    "i18n": "i18nDir",
    "layouts": "layoutDir",
    "static": "staticDir",
}
"""The parts a site is made of, with the setting that names the folder of each."""

_MAJOR_VERSION: Final = re.compile(r"/v\d+$")
_GO_REPLACE: Final = re.compile(r"^\s*(?:replace\s+)?(\S+)(?:\s+v\S+)?\s+=>\s+(\S+)", re.MULTILINE)
_GO_MOD_LIMIT: Final = 1_000_000


class Mount(NamedTuple):
    """A folder (or file) that takes part in the site.

    Attributes:
        source: where it is, relative to the root of the site.
        target: what it is part of: ``content``, ``content/blog``, ``layouts`` ...
        languages: keys of the languages of its content; empty when not tied to any.
    """

    source: str
    target: str
    languages: tuple[str, ...] = ()

    def within(self, path: str) -> str | None:
        """Return the path a file has below the target, when the file belongs to this mount."""
        if not self.source:
            return path
        if path == self.source:
            return ""
        return path[len(self.source) + 1 :] if path.startswith(self.source + "/") else None


class Component(NamedTuple):
    """The site itself, a theme or a module.

    Attributes:
        name: theme name or module path; empty for the site itself.
        folder: where it begins, relative to the root of the site.
        configuration: its own configuration.
        mounts: what it adds to the site.
    """

    name: str
    folder: str
    configuration: Configuration
    mounts: tuple[Mount, ...]


class Components:
    """What a site is put together from.

    Args:
        found: the site first, then themes and modules in the order in which they win.
        missing: the names of the themes and modules that are not on disk below the root.
    """

    __slots__ = ("_mounts", "found", "missing")

    def __init__(self, found: tuple[Component, ...], missing: tuple[str, ...]) -> None:
        self.found: Final = found
        self.missing: Final = missing
        self._mounts: Final[dict[str, tuple[Mount, ...]]] = {}

    def mounts(self, part: str) -> tuple[Mount, ...]:
        """Return the mounts of ``content``, ``layouts`` and so on, the winning ones first."""
        known = self._mounts.get(part)
        if known is None:  # asked for every link
            below = f"{part}/"
            known = self._mounts[part] = tuple(
                mount
                for component in self.found
                for mount in component.mounts
                if mount.target == part or mount.target.startswith(below)
            )
        return known

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all themes and modules, on disk or not."""
        return (*(component.name for component in self.found if component.name), *self.missing)


def short_name(module: str) -> str:
    """Return the last word of a theme name or module path, in lower case: ``congo`` for ``github.com/x/congo/v2``."""
    return _MAJOR_VERSION.sub("", module.rstrip("/")).rpartition("/")[2].lower()


def find_components(files: SiteFiles, configuration: Configuration, problems: list[ConfigProblem]) -> Components:
    """Return the site, its themes and its modules.

    Args:
        files: the files of the site.
        configuration: the configuration of the site.
        problems: list to which problems of the configurations of themes are added.
    """
    return _Collector(files, configuration, problems).collect()


class _Collector:
    def __init__(self, files: SiteFiles, configuration: Configuration, problems: list[ConfigProblem]) -> None:
        self._files: Final = files
        self._configuration: Final = configuration
        self._problems: Final = problems
        self._themes: Final = normalise(configuration.text("themesDir") or "themes")
        self._found: Final[list[Component]] = []
        self._missing: Final[list[str]] = []
        self._seen: Final[set[str]] = set()

    def collect(self) -> Components:
        configuration = self._configuration
        self._found.append(
            Component("", "", configuration, tuple(_mounts(configuration, "", configuration, project=True)))
        )
        self._add_imports(configuration)
        return Components(tuple(self._found), tuple(self._missing))

    def _add_imports(self, configuration: Configuration) -> None:
        imports = [Configuration({"path": name}) for name in configuration.texts("theme")]
        imports += configuration.tables("module", "imports")
        for item in imports:
            name = item.text("path")
            if not name or name in self._seen or item.flag("disable"):
                continue
            self._seen.add(name)
            folder = self._locate(name)
            if folder is None:
                self._missing.append(name)
                continue
            own = Configuration(read_configuration(self._files, folder, self._problems))
            chosen = item if item.value("mounts") else own
            mounts = () if item.flag("noMounts") else tuple(_mounts(chosen, folder, self._configuration, project=False))
            self._found.append(Component(name, folder, own, mounts))
            if not item.flag("ignoreImports"):
                self._add_imports(own)

    def _locate(self, name: str) -> str | None:
        """Return the folder of a theme or module; an empty folder, such as a submodule not fetched, does not count."""
        themes = self._themes
        wanted = [self._replacements.get(name)]
        if (path := normalise(name)) is not None:
            wanted += [join("_vendor", path), None if themes is None else join(themes, path)]
        return next((folder for folder in wanted if folder and self._files.listing(folder)), None)

    @property
    def _replacements(self) -> dict[str, str]:
        """Modules that are replaced by a folder below the root."""
        found: dict[str, str] = {}
        data = self._files.read("go.mod", _GO_MOD_LIMIT)
        if data is not None:
            for match in _GO_REPLACE.finditer(data.decode("utf-8", "replace")):
                if (folder := normalise(match[2])) is not None:
                    found[match[1]] = folder
        for text in self._configuration.texts("module", "replacements"):
            for pair in text.split(","):
                name, arrow, target = pair.partition("->")
                # Hugo reads these relative to the themes folder.
                if arrow and (folder := normalise(join(self._themes or "", target.strip()))) is not None:
                    found[name.strip()] = folder
        return found


def _mounts(configuration: Configuration, folder: str, site: Configuration, *, project: bool) -> Iterator[Mount]:
    """Yield the mounts of a component: those it names, and the usual folder for each part it names none for.

    Args:
        configuration: the configuration of the component.
        folder: where the component begins.
        site: the configuration of the site, which has the languages.
        project: whether the component is the site itself.
    """
    named = set()
    for item in configuration.tables("module", "mounts"):
        source = normalise(join(folder, item.text("source")))
        target = normalise(item.text("target"))
        if not target:
            continue
        named.add(target.partition("/")[0])
        if source is None:
            continue
        patterns = item.texts("sites", "matrix", "languages") or item.texts("lang")
        yield Mount(source, target, site.matching_languages(patterns))
    for part, setting in FOLDERS.items():
        if part in named:
            continue
        sources = (configuration.texts(setting) or (part,)) if project else (part,)
        if project and part == "content" and configuration.languages:
            for own in configuration.languages:
                if own.content_dir and (place := normalise(own.content_dir)) is not None:
                    yield Mount(place, part, (own.key,))
            if all(own.content_dir for own in configuration.languages):
                continue
        for source in sources:
            if (path := normalise(join(folder, source))) is not None:
                yield Mount(path, part)
