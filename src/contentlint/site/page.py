"""What the site knows of one page."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from contentlint.document.front_matter.casts import to_text, to_texts
from contentlint.site.components import Mount
from contentlint.site.configuration import Language, primary_tag
from contentlint.site.content import split_reference
from contentlint.site.feature_images import FeatureImage, WantedImage, feature_images, looks_like_image, wanted_images
from contentlint.site.feature_profiles import FeatureView
from contentlint.site.files import join, normalise
from contentlint.site.resources import (
    CONTENT_TYPES,
    USUAL_LANGUAGES,
    Resource,
    bundle_resources,
    find_match,
    is_index,
    rename_resources,
    split_name,
)

if TYPE_CHECKING:
    from contentlint.document import FrontMatter
    from contentlint.site.site import Site
    from contentlint.site.targets import Target
    from contentlint.site.templates import PageShortcodes


class Page:
    """A Markdown file with what its place in the site says of it.

    Attributes:
        site: the site around it.
        path: posix path relative to the root of the site (as it was given, when the file lies outside).
        words: words that the settings accept on this page.
        schemas: what the settings ask of its front matter.
        links: where its links lead, as far as ``resolve_link`` was asked.
    """

    def __init__(
        self,
        site: Site,
        path: str,
        *,
        inside: bool = True,
        words: tuple[str, ...] = (),
        schemas: tuple[Any, ...] = (),
        language: str = "",
        feature_views: tuple[FeatureView, ...] = (),
    ) -> None:
        self.site: Final = site
        self.path: Final = path
        self.words: Final = words
        self.schemas: Final = schemas
        self._inside: Final = inside
        self._given_language: Final = language
        self._given_views: Final = feature_views
        self.links: Final[dict[str, Target]] = {}

    def with_settings(
        self,
        *,
        words: tuple[str, ...] = (),
        schemas: tuple[Any, ...] = (),
        language: str = "",
        feature_views: tuple[FeatureView, ...] = (),
    ) -> Page:
        """Return this page with what the settings say of it.

        Args:
            words: words to accept.
            schemas: what its front matter must hold.
            language: the language of its text, when it is not to be the one Hugo's rules give.
            feature_views: how the theme shows the main image (see ``profile_from_settings``), when the templates are
                not to be asked.
        """
        return Page(
            self.site,
            self.path,
            inside=self._inside,
            words=words,
            schemas=schemas,
            language=language,
            feature_views=feature_views,
        )

    @property
    def folder(self) -> str:
        """The folder that holds the file, relative to the root of the site."""
        return self.path.rpartition("/")[0]

    @cached_property
    def _mount(self) -> Mount | None:
        if not self._inside:
            return None
        return next((mount for mount in self.site.content_mounts if mount.within(self.path) is not None), None)

    @property
    def in_content(self) -> bool:
        """Whether the file lies in a content folder of a Hugo site, and is not in a language that is switched off."""
        return self._mount is not None and self._named_language not in self.site.configuration.disabled_languages

    @cached_property
    def content_path(self) -> str:
        """The path below the site's content, such as ``posts/a/index.nl.md``; the whole path outside of it."""
        mount = self._mount
        if mount is None:
            return self.path
        within = mount.within(self.path) or ""
        below = mount.target.partition("/")[2]
        return "/".join(part for part in (below, within) if part)

    @property
    def _language_keys(self) -> frozenset[str]:
        return USUAL_LANGUAGES if self._mount is None else self.site.configuration.language_keys

    @cached_property
    def _name(self) -> tuple[str, str]:
        """The file's name without language and extension, and the key of the language it carries."""
        stem, language, _ = split_name(self.path.rpartition("/")[2], self._language_keys)
        return stem, language

    @cached_property
    def _named_language(self) -> str:
        """The key of the language that the file's name, its place or the configuration gives; empty when none does."""
        own = self._name[1]
        if own:
            return own
        mount = self._mount
        if mount is not None and mount.languages:
            return mount.languages[0]
        return self.site.configuration.default_language

    @property
    def language_key(self) -> str:
        """The key of the language that Hugo builds the page in."""
        return self._named_language or self.site.configuration.main_language

    def languages(self, front_matter: FrontMatter | None) -> tuple[str, ...]:
        """Return the keys of the languages that Hugo builds the page in; its front matter may name them."""
        patterns = site_languages(front_matter)
        own = () if self._name[1] or self._mount is None else self._mount.languages
        return self.site.configuration.matching_languages(patterns) or own or (self.language_key,)

    @cached_property
    def _language(self) -> Language | None:
        key = self._named_language
        return next((language for language in self.site.configuration.languages if language.key == key), None)

    @cached_property
    def language(self) -> str:
        """The language of the text as a primary tag such as ``nl``; empty when nothing decides it.

        What the settings say goes first, then Hugo's own order: language in the file name, content folder or mount,
        default content language. Where the configuration names no language at all, the site's ``locale`` is a hint.
        """
        if self._given_language:
            return self._given_language
        if self._language is not None:
            return self._language.tag
        return primary_tag(self._named_language or self.site.configuration.locale)

    @property
    def time_zone(self) -> str:
        """The IANA name of the time zone that dates of this page are read in; empty when not set."""
        return (self._language.time_zone if self._language is not None else "") or self.site.time_zone

    @property
    def title(self) -> str:
        """Name of the file without language and extension."""
        return self._name[0]

    @cached_property
    def bundle(self) -> str:
        """``leaf`` for an ``index`` file, ``branch`` for an ``_index`` file, else ``single``."""
        if self.is_resource:
            return "single"
        return {"index": "leaf", "_index": "branch"}.get(self._name[0].lower(), "single")

    @cached_property
    def is_resource(self) -> bool:
        """Whether the file is part of the leaf bundle of another page, so that Hugo makes no page of it."""
        mount = self._mount
        if mount is None:
            return False
        folder, _, name = self.path.rpartition("/")
        if is_index(name, self._language_keys):
            folder, _, _ = folder.rpartition("/")
        while mount.within(folder) is not None:
            if self.site.is_leaf_bundle(folder):
                return True
            if folder in {mount.source, ""}:
                return False
            folder = folder.rpartition("/")[0]
        return False

    @cached_property
    def kind(self) -> str:
        """``home``, ``section``, ``taxonomy``, ``term`` or ``page``, as Hugo names kinds."""
        if self.bundle == "single" or not self.in_content:
            return "page"
        parts = self.content_path.split("/")[:-1]
        if not parts:
            return "home"
        if self.bundle == "leaf":
            return "page"
        if parts[0].lower() in self.site.taxonomies.values():
            return "taxonomy" if len(parts) == 1 else "term"
        return "section"

    @cached_property
    def output_formats(self) -> frozenset[str]:
        """The formats in which Hugo makes the page, in lower case; ``html``, and ``rss`` for lists, unless it is told."""
        front_matter = self.site.front_matter(self.path)
        entry = None if front_matter is None else front_matter.get("outputs")
        own = entry.value.python if entry is not None else None
        if isinstance(own, str):
            own = own.split()
        if not isinstance(own, list) or not own:
            return self.site.configuration.output_formats(self.kind)
        return frozenset(str(name).lower() for name in own) - self.site.configuration.disabled_kinds

    def prints_title(self, front_matter: FrontMatter | None) -> bool | None:
        """Return whether the theme shows the title as the page's heading of level 1; None when that is not to be seen."""
        own = {} if front_matter is None else {key: front_matter.get(key) for key in ("type", "layout")}
        type_, layout = (to_text(entry.value) or "" if (entry := own.get(key)) else "" for key in ("type", "layout"))
        shown: bool | None = None
        if type_ or layout or not self.site.cascades(self.folder, "type", "layout"):
            folder = type_ or posixpath.dirname(self.content_path)
            shown = self.site.page_templates.print_title(self.kind, folder, layout, self.language_key)
        return True if shown is None and self.site.theme else shown

    @cached_property
    def section(self) -> str:
        """The first folder of the content that the page is in; empty for the top."""
        parts = self.content_path.split("/")[:-1]
        if self.bundle == "leaf":
            parts = parts[:-1]
        return parts[0] if parts else ""

    @cached_property
    def resources(self) -> Sequence[Resource]:
        """The files that belong to the page, in Hugo's order; empty when it is not a bundle."""
        if self.bundle == "single" or not self._inside:
            return ()
        return bundle_resources(
            self.site.files,
            self.path,
            bundle=self.bundle if self.in_content else "folder",
            language=self.language_key,
            default_language=self.site.configuration.main_language,
            languages=self._language_keys,
            enter=self._belongs_to_home if self.kind == "home" else None,
        )

    def _belongs_to_home(self, folder: str) -> bool:
        """Whether a folder holds files of the home page: those with pages are sections."""
        types = (path.rpartition(".")[2].lower() for path in self.site.files.walk(folder))
        return CONTENT_TYPES.isdisjoint(types)

    @cached_property
    def translations(self) -> Mapping[str, str]:
        """The content files of the same page in other languages, by key of the language."""
        if not self.in_content or self.is_resource:
            return {}
        logical, _ = split_reference(self.content_path, self._language_keys)
        found = self.site.content.find(logical)
        files = {} if found is None else found.files
        return {key: path for key, path in files.items() if key != self.language_key}

    def is_in_folder(self, name: str) -> bool:
        """Whether a file lies in the folder of a bundle that is not among its files: it is for another language."""
        if self.bundle != "leaf" or normalise(name) != name:
            return False
        return self.site.files.is_file(join(self.folder, name))

    @property
    def images(self) -> Sequence[Resource]:
        """The images among the files of the page."""
        return [resource for resource in self.resources if resource.is_image]

    def named_resources(self, front_matter: FrontMatter | None) -> Sequence[Resource]:
        """Return the files of the page under the names that its front matter gives them (``resources:``)."""
        return rename_resources(self.resources, front_matter)

    def wanted_images(self, front_matter: FrontMatter | None) -> tuple[WantedImage, ...]:
        """Return the front matter keys by which the theme chooses the page's main image, each with what it finds."""
        if not self._may_have_feature(front_matter):
            return ()
        return wanted_images(self.feature_views, front_matter, self.named_resources(front_matter))

    def feature_images(self, front_matter: FrontMatter | None) -> tuple[FeatureImage, ...]:
        """Return the main image of the page as each part of the theme shows it."""
        if not self._may_have_feature(front_matter):
            return ()
        return feature_images(self.feature_views, front_matter, self.named_resources(front_matter))

    def _may_have_feature(self, front_matter: FrontMatter | None) -> bool:
        """Whether the templates need reading at all: the page has images, or a value that looks like one."""
        if self.images or self._given_views:
            return True
        values = () if front_matter is None else (entry.value.python for entry in front_matter.root)
        return any(isinstance(value, str) and looks_like_image(value.strip()) for value in values)

    @property
    def feature_views(self) -> tuple[FeatureView, ...]:
        """How the theme shows the page's main image; the settings go first, then the templates."""
        return self._given_views or self.site.feature_views

    def get_match(self, pattern: str) -> Resource | None:
        """Return the first resource whose name fits a pattern, as Hugo's ``.Resources.GetMatch`` does."""
        return find_match(self.resources, pattern)

    @cached_property
    def shortcodes(self) -> PageShortcodes:
        """The shortcodes that the page may use."""
        from contentlint.site.templates import PageShortcodes  # noqa: PLC0415 - for pages with shortcodes only

        return PageShortcodes(self.site.shortcodes, self.content_path.rpartition("/")[0] if self.in_content else "")


def site_languages(front_matter: FrontMatter | None) -> tuple[str, ...]:
    """Return the patterns of the languages that front matter names (``sites.matrix.languages``)."""
    entry = None if front_matter is None else front_matter.get("sites", "matrix", "languages")
    return (to_texts(entry.value) or ()) if entry is not None else ()
