"""A Hugo site, or a plain folder of Markdown files, as far as its pages need to know it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from time import time
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from contentlint.document import Document, FrontMatter
from contentlint.document.facts import DocumentFacts, facts_of
from contentlint.document.front_matter import parse_front_matter
from contentlint.site.addresses import Addresses
from contentlint.site.components import Components, Mount, find_components, short_name
from contentlint.site.config_files import NAMES, ConfigProblem, ConfigProblemKind, read_configuration
from contentlint.site.configuration import Configuration, Markup
from contentlint.site.content import ContentTree
from contentlint.site.feature_images import looks_like_image, site_views
from contentlint.site.feature_profiles import FeatureView
from contentlint.site.files import SiteFiles, join
from contentlint.site.fragments import Fragments, term_ids
from contentlint.site.page import Page, site_languages
from contentlint.site.page_templates import PageTemplates
from contentlint.site.publication import Unpublished, possible_obstacles, stands
from contentlint.site.resources import is_index
from contentlint.site.template_facts import TemplateFacts
from contentlint.site.templates import ShortcodeTemplate, ShortcodeTemplates
from contentlint.text import SourceText
from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    import datetime as dt

    from contentlint.site.pictures import Picture

_HUGO_NAMES: Final = frozenset(name for name in NAMES if name.startswith("hugo."))
_HUGO_FOLDERS: Final = frozenset(("archetypes", "content", "layouts", "themes"))
_LIMIT: Final = 16 * 2**20
_MOST_FACTS: Final = 1000
"""Pages whose facts are remembered, some kilobytes each; many pages link to few."""
_MOST_FRONT_MATTERS: Final = 16
"""The same of front matter, which may be a hundred kilobytes; what links ask of it is remembered for each page."""
_THEME_NAME: Final = re.compile(r"""^name\s*=\s*["']([^"'\n]+)""", re.MULTILINE)
_KNOWN_THEMES: Final = ("congo", "blowfish")
_REF_LEVELS: Final = frozenset(("error", "warning", "ignore"))


class Given(NamedTuple):
    """What somebody says of a site that its files do not.

    Attributes:
        origin: the file in which it is said.
        shortcodes: what shortcodes do, by name in lower case; it goes before their templates.
        time_zone: the IANA name of the time zone, for when the configuration gives none.
    """

    origin: str = ""
    shortcodes: Mapping[str, TemplateFacts] = MappingProxyType({})
    time_zone: str = ""


_NOTHING_GIVEN: Final = Given()


class Site:
    """The site around a page. Nothing is read before it is asked for, nothing twice, and nothing outside the root.

    Use ``Site.find``, ``Site.load`` or ``Site.none``.

    Attributes:
        files: the files below the root.
        is_hugo: False for a plain folder, which has no configuration.
    """

    def __init__(self, root: Path, *, is_hugo: bool, given: Given = _NOTHING_GIVEN) -> None:
        self.files: Final = SiteFiles(root)
        self.is_hugo: Final = is_hugo
        self._given: Final = given
        self._problems: Final[list[ConfigProblem]] = []
        self._render_hooks: Final[dict[str, str | None]] = {}
        self._leaf_bundles: Final[dict[str, bool]] = {}
        self._facts: Final[dict[str, DocumentFacts | None]] = {}
        self._pictures: Final[dict[str, Picture | None]] = {}
        self._front_matters: Final[dict[str, FrontMatter | None]] = {}
        self._cascades: Final[dict[tuple[str, tuple[str, ...]], bool]] = {}
        self._obstacles: Final[dict[str, tuple[tuple[Unpublished, dt.datetime | None], ...]]] = {}
        self._keys: Final[dict[str, frozenset[str]]] = {}
        self._distinct_keys: Final[dict[frozenset[str], frozenset[str]]] = {}

    @classmethod
    def find(cls, start: Path, given: Given = _NOTHING_GIVEN) -> Site | None:
        """Return the Hugo site that holds a file or folder (which need not exist), or None.

        The nearest folder upwards with a configuration of Hugo is the root; a theme's folder inside a site belongs to
        that site. The search ends at the root of a Git repository.
        """
        for folder in (start.absolute(), *start.absolute().parents):
            site = cls.at(folder, given)
            if site is not None or is_end(folder):
                return site
        return None

    @classmethod
    def at(cls, folder: Path, given: Given = _NOTHING_GIVEN) -> Site | None:
        """Return the Hugo site that begins in a folder, or to which it belongs as a theme; None when there is none."""
        if not _is_site(folder):
            return None
        outer = folder.parent.parent
        inside_themes = folder.parent.name == "themes" and _is_site(outer)
        return cls(outer if inside_themes else folder, is_hugo=True, given=given)

    @classmethod
    def load(cls, root: Path) -> Site:
        """Return the Hugo site with that root."""
        return cls(root, is_hugo=True)

    @classmethod
    def none(cls, root: Path, given: Given = _NOTHING_GIVEN) -> Site:
        """Return a folder of Markdown files that belongs to no Hugo site."""
        return cls(root, is_hugo=False, given=given)

    @property
    def root(self) -> Path:
        """The folder of the site, with symbolic links followed."""
        return self.files.root

    @cached_property
    def configuration(self) -> Configuration:
        """The merged configuration; empty for a plain folder."""
        return Configuration(read_configuration(self.files, "", self._problems) if self.is_hugo else {})

    @cached_property
    def components(self) -> Components:
        """The site, its themes and its modules."""
        if not self.is_hugo:
            return Components((), ())
        return find_components(self.files, self.configuration, self._problems)

    @cached_property
    def problems(self) -> tuple[ConfigProblem, ...]:
        """What is wrong with the configuration of the site and its themes."""
        configuration = self.configuration
        _ = self.components
        default = configuration.default_language
        keys = {language.key for language in configuration.languages}
        found = list(self._problems)
        if keys and default not in keys:
            kind = ConfigProblemKind.DEFAULT_LANGUAGE_UNKNOWN
            found.append(ConfigProblem(kind, self._main_file, 1, 1, default))
        return tuple(found)

    @property
    def _main_file(self) -> str:
        names = self.files.listing("")
        return next((name for name in NAMES if names.get(name) is False), "config")

    @property
    def title(self) -> str:
        """The title of the site."""
        return self.configuration.text("title")

    @property
    def time_zone(self) -> str:
        """The IANA name of the site's time zone, empty when not set."""
        return self.configuration.text("timeZone") or self._given.time_zone

    @property
    def taxonomies(self) -> Mapping[str, str]:
        """Plural by singular name of each taxonomy."""
        return self.configuration.taxonomies

    @property
    def markup(self) -> Markup:
        """How Goldmark is set up."""
        return self.configuration.markup

    @property
    def ref_links_error_level(self) -> str:
        """What Hugo does with a ``ref`` that leads nowhere: ``error``, ``warning`` or ``ignore``."""
        level = self.configuration.text("refLinksErrorLevel").lower()
        return level if level in _REF_LEVELS else "error"

    @cached_property
    def theme(self) -> str:
        """``congo`` or ``blowfish`` when the site uses one of them, also under another folder's name; else empty."""
        names = {short_name(name) for name in self.components.names}
        for component in self.components.found:
            data = self.files.read(join(component.folder, "theme.toml"), _LIMIT) or b""
            names.update(match[1].lower() for match in _THEME_NAME.finditer(data.decode("utf-8", "replace")))
        return next((theme for theme in _KNOWN_THEMES if names & {theme, f"hugo-{theme}", f"{theme}-theme"}), "")

    @property
    def missing_themes(self) -> tuple[str, ...]:
        """Themes and modules that the configuration names and that are not on disk below the root."""
        return self.components.missing

    @property
    def complete(self) -> bool:
        """Whether everything that Hugo would use of the site is on disk and can be read."""
        return self.is_hugo and not self.missing_themes and not self.problems

    @cached_property
    def content_mounts(self) -> tuple[Mount, ...]:
        """The folders of content, the deepest first, so that the first one that holds a file is the file's own."""
        return tuple(sorted(self.components.mounts("content"), key=lambda mount: -len(mount.source)))

    @property
    def content_elsewhere(self) -> bool:
        """Whether pages may come from a module that is not on disk; the known themes bring none."""
        return bool(self.missing_themes) and self.theme not in _KNOWN_THEMES

    @cached_property
    def base_path(self) -> str:
        """The folder of the web server in which the site is published: ``/blog``, or empty."""
        return urlsplit(self.configuration.text("baseURL")).path.rstrip("/")

    @cached_property
    def has_static_files(self) -> bool:
        """Whether the site has static files on disk."""
        return any(self.files.listing(mount.source) for mount in self.components.mounts("static"))

    def has_file_named(self, name: str) -> bool:
        """Whether a file of that name, in any case of letters, stands anywhere among static files, assets or content."""
        return name.lower() in self._file_names

    @cached_property
    def has_pictures(self) -> bool:
        """Whether a picture stands anywhere among static files, assets or content."""
        return any(looks_like_image(name) for name in self._file_names)

    @cached_property
    def _file_names(self) -> frozenset[str]:
        mounts = [mount for part in ("static", "assets", "content") for mount in self.components.mounts(part)]
        return frozenset(path.rpartition("/")[2].lower() for mount in mounts for path in self.files.walk(mount.source))

    def render_hook(self, kind: str) -> str | None:
        """Return the template by which links, images or headings are rendered; None when there is none on disk.

        Args:
            kind: ``link``, ``image`` or ``heading``.
        """
        if kind not in self._render_hooks:  # asked for every link and image
            places = (
                join(mount.source, folder, f"render-{kind}.html")
                for mount in self.components.mounts("layouts")
                for folder in ("_markup", "_default/_markup")
            )
            contents = (self.files.read(place, _LIMIT) for place in places)
            data = next((content for content in contents if content is not None), None)
            self._render_hooks[kind] = None if data is None else data.decode("utf-8", "replace")
        return self._render_hooks[kind]

    @cached_property
    def page_templates(self) -> PageTemplates:
        """The templates that make pages."""
        return PageTemplates(self)

    def has_embedded_hook(self, kind: str) -> bool:
        """Whether Hugo's own template for links or images resolves them: with several languages it does by itself."""
        keys = ("markup", "goldmark", "renderHooks", kind)
        chosen = self.configuration.text(*keys, "useEmbedded").lower()
        if chosen in {"always", "fallback"} or self.configuration.flag(*keys, "enableDefault"):
            return True
        languages = [language for language in self.configuration.languages if not language.disabled]
        return chosen != "never" and len(languages) > 1

    @cached_property
    def content(self) -> ContentTree:
        """The pages by their paths."""
        return ContentTree(self)

    def has_own_address(self, path: str, *keys: str) -> bool:
        """Whether the front matter of a content file gives the page another address than its place.

        Args:
            path: posix path relative to the root of the site.
            keys: which keys count; ``slug`` and ``url`` when left out.
        """
        return not self._keys_of(path).isdisjoint(keys or ("slug", "url"))

    def _keys_of(self, path: str) -> frozenset[str]:
        """Return the keys of the front matter of a content file, in lower case."""
        self.files.reuse(path)
        found = self._keys.get(path)
        if found is None:  # asked for every link, and there may be a hundred thousand pages
            front_matter = self.front_matter(path)
            entries = () if front_matter is None else front_matter.root.known
            found = frozenset(entry.key.lower() for entry in entries)
            found = self._keys[path] = self._distinct_keys.setdefault(found, found)
        return found

    def languages_of(self, path: str, named: Iterable[str]) -> tuple[str, ...]:
        """Return the keys of the languages in which Hugo builds a content file.

        Args:
            path: posix path relative to the root of the site.
            named: those that its name and place give it, which hold unless its front matter names others.
        """
        if "sites" not in self._keys_of(path):
            return tuple(named)
        return self.configuration.matching_languages(site_languages(self.front_matter(path))) or tuple(named)

    def cascades(self, folder: str, *keys: str) -> bool:
        """Whether the settings, or a section around a folder, may give one of these keys to the pages in it.

        Args:
            folder: posix path relative to the root of the site.
            keys: keys of front matter, in lower case.
        """
        asked = (folder, keys)
        if asked not in self._cascades:
            self._cascades[asked] = (
                self.cascades(folder.rpartition("/")[0], *keys) if folder else self._settings_cascade(keys)
            ) or any(
                "cascade" in self._keys_of(path) and any(key in self._lower_text(path) for key in keys)
                for path in (
                    join(folder, name) for name in self.files.listing(folder) if name.lower().startswith("_index.")
                )
            )
        return self._cascades[asked]

    def _settings_cascade(self, keys: tuple[str, ...]) -> bool:
        own = self.configuration.value("cascade")
        groups = own if isinstance(own, list) else [own]
        return any(isinstance(group, dict) and not group.keys().isdisjoint(keys) for group in groups)

    def _lower_text(self, path: str) -> str:
        return (self.files.read(path, _LIMIT) or b"").decode("utf-8", "replace").lower()

    def unpublished(self, path: str) -> frozenset[Unpublished]:
        """Return why Hugo leaves out the page of a content file now; empty when it does not.

        Args:
            path: posix path relative to the root of the site.
        """
        self.files.reuse(path)
        found = self._obstacles.get(path)
        if found is None:  # asked for every link; hardly a page has something to hold
            found = tuple(
                (obstacle.reason, obstacle.moment)
                for obstacle in possible_obstacles(self.front_matter(path), self.page(path))
                if obstacle.reason is not Unpublished.FUTURE or obstacle.stands(self)
            )
            self._obstacles[path] = found
        return frozenset(reason for reason, moment in found if stands(reason, moment, self))

    def is_past(self, moment: dt.datetime) -> bool:
        """Whether a moment (with a time zone) is past; what rests on it is not kept longer than that is so."""
        when = moment.timestamp()
        is_past = when <= time()
        if not is_past and self.files.watch is not None:
            self.files.watch.until(when)
        return is_past

    def front_matter(self, path: str) -> FrontMatter | None:
        """Return the front matter of a content file as it is on disk; None when there is none.

        Args:
            path: posix path relative to the root of the site.
        """
        self.files.reuse(path)
        if path not in self._front_matters:
            _make_room(self._front_matters, _MOST_FRONT_MATTERS)
            data = self.files.read(path, _LIMIT)
            found = None if data is None else parse_front_matter(SourceText.from_bytes(data)).front_matter
            self._front_matters[path] = found
        return self._front_matters[path]

    def facts(self, path: str) -> DocumentFacts | None:
        """Return what another page may know of a content file: front matter, ids; None when it cannot be read.

        Args:
            path: posix path relative to the root of the site.
        """
        self.files.reuse(path)
        if path not in self._facts:
            _make_room(self._facts, _MOST_FACTS)
            self._facts[path] = self._read_facts(path)
        return self._facts[path]

    def _read_facts(self, path: str) -> DocumentFacts | None:
        data = self.files.read(path, _LIMIT)
        return None if data is None else self.facts_of(Document(SourceText.from_bytes(data), path))

    def picture(self, path: str) -> Picture | None:
        """Return what a picture's file says of itself; None when it cannot be judged.

        Args:
            path: posix path relative to the root of the site.
        """
        self.files.reuse(path)
        if path not in self._pictures:  # many pages may show one picture
            from contentlint.site.pictures import read_picture  # noqa: PLC0415 - only for pages with pictures

            self._pictures[path] = read_picture(self.files, path)
        return self._pictures[path]

    def facts_of(self, document: Document) -> DocumentFacts:
        """Return what another page may know of a document; its ids are complete unless a shortcode may add some."""
        templates = (self.shortcodes.find(tag.name) for tag in document.shortcodes.tags if tag.name)
        complete = all(template is not None and not template.facts.adds_ids for template in templates)
        facts = facts_of(document)
        anchors = facts.anchors | (term_ids(document) if self.markup.auto_term_id else frozenset())
        return facts._replace(anchors=anchors, complete_anchors=complete)

    @cached_property
    def fragments(self) -> Fragments:
        """Tells whether pages have a fragment."""
        return Fragments(self)

    @cached_property
    def addresses(self) -> Addresses:
        """The addresses that do not follow from the place of a file."""
        return Addresses(self)

    @cached_property
    def shortcodes(self) -> ShortcodeTemplates:
        """The shortcodes that pages may use."""
        return ShortcodeTemplates(
            self.files,
            tuple(self.components.mounts("layouts")),
            theme=self.theme,
            missing_themes=self.missing_themes,
            complete=self.complete,
            given={
                name: ShortcodeTemplate(name, self._given.origin, facts)
                for name, facts in self._given.shortcodes.items()
            },
        )

    def is_leaf_bundle(self, folder: str) -> bool:
        """Whether a folder (relative to the root) holds an ``index`` file, so that everything in it is part of one page."""
        if folder not in self._leaf_bundles:
            keys = self.configuration.language_keys
            names = self.files.listing(folder).items()
            self._leaf_bundles[folder] = any(not is_folder and is_index(name, keys) for name, is_folder in names)
        return self._leaf_bundles[folder]

    @cached_property
    def feature_views(self) -> tuple[FeatureView, ...]:
        """How the site shows the main image of its pages."""
        return site_views(self)

    def page(self, path: Path | str) -> Page:
        """Return what the site knows of a file; it need not exist, nor lie inside a content folder.

        Args:
            path: a ``Path`` is a place on this machine, a ``str`` a posix path relative to the root of the site.
        """
        relative = path if isinstance(path, str) else self.files.relative(path)
        if relative is None:
            return Page(self, Path(path).as_posix(), inside=False)
        return Page(self, relative)


def is_end(folder: Path) -> bool:
    """Whether the search for a site goes no further up than a folder: it is the root of a Git repository."""
    return (folder / ".git").is_dir()


def _is_site(folder: Path) -> bool:
    """Whether a folder has a configuration of Hugo; ``config.toml`` alone may be another program's."""
    if any((folder / name).is_file() for name in _HUGO_NAMES):
        return True
    if not (folder / "config" / "_default").is_dir() and not any((folder / name).is_file() for name in NAMES):
        return False
    return any((folder / name).is_dir() for name in _HUGO_FOLDERS)


def _make_room(remembered: dict[str, FrontMatter | None] | dict[str, DocumentFacts | None], most: int) -> None:
    """Forget what was read first, when there is much."""
    if len(remembered) >= most:
        del remembered[next(iter(remembered))]
