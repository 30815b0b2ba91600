"""The settings of a run, and what they say for one file."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from contentlint.config.globs import Globs
from contentlint.config.layers import ChosenRule, Layer, choose_rules
from contentlint.rules.base import Severity
from contentlint.rules.languagetool.settings import LanguageToolSettings
from contentlint.rules.registry import Registry
from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    from contentlint.rules.front_matter.schema.schema import Schema


class Override(NamedTuple):
    """Settings for the files that fit ``paths``."""

    paths: Globs
    layer: Layer


class ShortcodeDeclaration(NamedTuple):
    """A shortcode declared by hand.

    ``parameters`` is None when they are not to be checked; ``text`` names those that hold prose; ``content`` says what
    stands between the tags: ``markdown``, ``html`` or ``code``.
    """

    name: str
    inner: bool
    parameters: tuple[str, ...] | None
    text: tuple[str, ...]
    content: str


class ImageProfile(NamedTuple):
    """How the theme finds a page's main image: keys of the front matter, patterns for file names, keys of its alt text."""

    feature_keys: tuple[str, ...] = ()
    feature_globs: tuple[str, ...] = ()
    alt_keys: tuple[str, ...] = ()


class FrontMatterDeclaration(NamedTuple):
    """What the front matter of some pages must hold.

    A selector that is None says nothing. ``table`` is the TOML table as it was read; ``schema`` the JSON Schema of the
    file it names, if any; ``checks`` are both as rules use them.
    """

    paths: Globs | None
    section: str | None
    kind: str | None
    language: str | None
    table: Mapping[str, object]
    schema: Mapping[str, object] | None
    checks: tuple[Schema, ...] = ()

    def applies(self, path: str, *, section: str, kind: str, language: str) -> bool:
        """Whether it holds for a page; ``path`` is relative to the settings' root."""
        return (
            (self.paths is None or self.paths.match(path))
            and self.section in (None, section)
            and self.kind in (None, kind)
            and (self.language is None or f"{language}-".lower().startswith(f"{self.language}-".lower()))
        )


class PathSettings(NamedTuple):
    """What holds for one file.

    ``rules`` are those that run, in order of code. ``language`` is given to the file by hand and goes before what the
    site says; ``default_language`` is for a text that nothing else gives a language.
    """

    rules: tuple[ChosenRule, ...]
    language: str | None
    default_language: str | None


_NOTHING_SAID: Final = Layer()
_NO_GLOBS: Final = Globs(())
_NO_PROFILE: Final = ImageProfile()
_NO_WORDS: Final[Mapping[str, tuple[str, ...]]] = {}


class Settings:
    """The settings of a run; read-only.

    Attributes:
        root: the folder that paths in the settings start from.
        file: the file they came from; None for the defaults.
        shadowed: files of settings that were found too and are not used.
        registry: the rules there are.
        layer: what the file says of rules, above the defaults.
        overrides: what it says for some files, above that.
        command_line: what the command line says of rules, above all else.
        exclude: files never to check.
        baseline: the file with the findings that may stay, when there is to be one.
        message_language: ``nl`` or ``en`` when it is set.
        words: the site's words by language of text; those for all languages under the empty string.
        word_files: the files they came from, relative to ``root``.
        rules_folder: the folder with the site's own rules, when the settings name one.
        prose_keys: front matter keys that hold prose, besides the usual ones.
        fail_on: the least severity that makes a check fail.
        languagetool: how LanguageTool is used, and whether it is.
        load_again: loads the same settings in another process; None when they did not come from files.
    """

    __slots__ = (
        "_cache", "_prefix", "baseline", "command_line", "exclude", "fail_on", "file", "front_matter", "hugo_version", "images",
        "languagetool", "layer", "load_again", "message_language", "overrides", "prose_keys", "registry", "root",
        "rules_folder", "shadowed", "shortcodes", "time_zone", "word_files", "words",
    )  # fmt: skip

    def __init__(
        self,
        root: Path,
        registry: Registry,
        *,
        file: Path | None = None,
        shadowed: tuple[Path, ...] = (),
        layer: Layer = _NOTHING_SAID,
        overrides: tuple[Override, ...] = (),
        command_line: Layer = _NOTHING_SAID,
        exclude: Globs = _NO_GLOBS,
        baseline: Path | None = None,
        message_language: str | None = None,
        words: Mapping[str, tuple[str, ...]] = _NO_WORDS,
        word_files: tuple[str, ...] = (),
        rules_folder: Path | None = None,
        prose_keys: tuple[str, ...] = (),
        shortcodes: tuple[ShortcodeDeclaration, ...] = (),
        images: ImageProfile = _NO_PROFILE,
        front_matter: tuple[FrontMatterDeclaration, ...] = (),
        fail_on: Severity = Severity.ERROR,
        hugo_version: str | None = None,
        time_zone: str | None = None,
        languagetool: LanguageToolSettings | None = None,
        load_again: Callable[[], Settings] | None = None,
    ) -> None:
        self.root: Final = root
        self.registry: Final = registry
        self.file: Final = file
        self.shadowed: Final = shadowed
        self.layer: Final = layer
        self.overrides: Final = overrides
        self.command_line: Final = command_line
        self.exclude: Final = exclude
        self.baseline: Final = baseline
        self.message_language: Final = message_language
        self.words: Final = words
        self.word_files: Final = word_files
        self.rules_folder: Final = rules_folder
        self.prose_keys: Final = prose_keys
        self.shortcodes: Final = shortcodes
        self.images: Final = images
        self.front_matter: Final = front_matter
        self.fail_on: Final = fail_on
        self.hugo_version: Final = hugo_version
        self.time_zone: Final = time_zone
        self.languagetool: Final = languagetool or LanguageToolSettings()
        self.load_again: Final = load_again
        self._prefix: Final = os.path.abspath(root).rstrip(os.sep) + os.sep  # noqa: PTH100 - as in ``relative``
        self._cache: Final[dict[tuple[int, ...], PathSettings]] = {}

    def relative(self, path: Path) -> str:
        """Return a path as patterns in the settings see it: from the root, with forward slashes.

        A path outside the root comes back as it is.
        """
        absolute = os.path.abspath(path)  # noqa: PTH100 - links in the path are kept as they were typed
        inside = absolute.startswith(self._prefix)
        return (absolute[len(self._prefix) :] if inside else absolute).replace(os.sep, "/")

    def is_excluded(self, path: Path) -> bool:
        """Whether a file or folder must not be checked."""
        return bool(self.exclude) and self.exclude.match(self.relative(path))

    def for_path(self, path: str) -> PathSettings:
        """Return what holds for a file; ``path`` as ``relative`` gives it."""
        matching = self.overrides_for(path)
        if matching not in self._cache:
            layers = self.layers(matching)
            given = [layer.language for layer in layers[1:] if layer.language]
            self._cache[matching] = PathSettings(
                choose_rules(self.registry, layers), given[-1] if given else None, self.layer.language
            )
        return self._cache[matching]

    def overrides_for(self, path: str) -> tuple[int, ...]:
        """Return the indexes of the overrides that hold for a file; ``path`` as ``relative`` gives it."""
        return tuple(index for index, override in enumerate(self.overrides) if override.paths.match(path))

    def layers(self, overrides: tuple[int, ...]) -> tuple[Layer, ...]:
        """Return what is said of rules, from the lowest layer to the highest: file, overrides, command line."""
        return (self.layer, *(self.overrides[index].layer for index in overrides), self.command_line)

    @property
    def fingerprint(self) -> str:
        """A text that changes whenever something may be found in a file that was not found before, or the other way round."""
        layers = (self.layer, *((one.paths.patterns, one.layer) for one in self.overrides), self.command_line)
        front_matter = [
            (one.paths.patterns if one.paths else None, *one[1:4], one.table, one.schema) for one in self.front_matter
        ]
        return repr((
            self.registry.fingerprint, layers, sorted(self.words.items()), self.prose_keys, self.shortcodes, self.images,
            front_matter, self.hugo_version, self.time_zone, self.file and self.file.name,
        ))  # fmt: skip

    def words_for(self, language: str) -> tuple[str, ...]:
        """Return the site's words for texts in a language: those for all languages and its own (Dutch for ``nl-BE``)."""
        own = language.partition("-")[0].lower()
        return self.words.get("", ()) + (self.words.get(own, ()) if own else ())

    def schemas_for(self, path: str, *, section: str, kind: str, language: str) -> tuple[FrontMatterDeclaration, ...]:
        """Return the declarations of front matter that hold for a page; ``path`` as ``relative`` gives it."""
        return tuple(
            declaration
            for declaration in self.front_matter
            if declaration.applies(path, section=section, kind=kind, language=language)
        )
