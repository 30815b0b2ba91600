"""What holds for one file, and where each thing comes from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from contentlint.config import Settings
from contentlint.config.files import read_source
from contentlint.config.provenance import DEFAULT, Origin, Provenance, RuleSetting
from contentlint.config.word_lists import language_of_list
from contentlint.engine.page_language import Telltale, language_of
from contentlint.engine.runner import MAXIMUM_SIZE, Checker
from contentlint.text import SourceText
from contentlint.text.records import NamedTuple

_BY_HAND = "settings"


class LanguageSetting(NamedTuple):
    """The language of a text.

    Attributes:
        language: the language, such as ``nl``; empty when nothing tells.
        told_by: what tells it: the value of a ``Telltale``, or ``settings``.
        origin: the place in the settings, when they tell it.
    """

    language: str
    told_by: str
    origin: Origin


class SchemaSetting(NamedTuple):
    """What the settings ask of the front matter; ``table`` is what stands there."""

    table: Mapping[str, object]
    origin: Origin


class WordsSetting(NamedTuple):
    """A list of words that holds for the file, and how many entries it has."""

    path: Path
    entries: int
    origin: Origin


class FileSettings(NamedTuple):
    """What holds for one file.

    Attributes:
        path: the file.
        exists: whether it is there and can be read; if not, its language is told by its place alone.
        excluded_by: the pattern that keeps it from being checked, with its place; None when it is checked.
        site: the root of the Hugo site around it; None when there is none.
        section: its section.
        kind: its kind, as Hugo names kinds.
        language: its language.
        schemas: what is asked of its front matter.
        words: the lists of words that hold.
        overrides: the patterns of the overrides that hold, with their places.
        rules: what holds for every rule.
    """

    path: Path
    exists: bool
    excluded_by: tuple[str, Origin] | None
    site: Path | None
    section: str
    kind: str
    language: LanguageSetting
    schemas: tuple[SchemaSetting, ...]
    words: tuple[WordsSetting, ...]
    overrides: tuple[tuple[tuple[str, ...], Origin], ...]
    rules: tuple[RuleSetting, ...]


def file_settings(path: Path, settings: Settings) -> FileSettings:
    """Return what holds for a file, which need not exist.

    Raises:
        ConfigError: the file of settings, or a list of words, can no longer be read.
    """
    provenance = Provenance(settings)
    relative = settings.relative(path)
    overrides = settings.overrides_for(relative)
    with Checker(settings) as checker:
        page = checker.page(path)
    text = _text_of(path)
    told = language_of(page, text or "")
    language = LanguageSetting(told.language, told.told_by.value, DEFAULT)
    chosen = settings.for_path(relative)
    if chosen.language:
        index = next(i for i in reversed(overrides) if settings.overrides[i].layer.language)
        language = LanguageSetting(chosen.language, _BY_HAND, provenance.of_key("overrides", index, "language"))
    elif told.told_by is Telltale.NOTHING and chosen.default_language:
        language = LanguageSetting(chosen.default_language, _BY_HAND, provenance.of_key("language"))
    schemas = settings.schemas_for(relative, section=page.section, kind=page.kind, language=language.language)
    return FileSettings(
        path=path,
        exists=text is not None,
        excluded_by=provenance.of_exclusion(relative),
        site=page.site.root if page.site.is_hugo else None,
        section=page.section,
        kind=page.kind,
        language=language,
        schemas=tuple(
            SchemaSetting(one.table, provenance.of_key("front-matter", index))
            for index, one in enumerate(settings.front_matter)
            if any(one is schema for schema in schemas)
        ),
        words=tuple(_words(settings, provenance, language.language)),
        overrides=tuple(
            (settings.overrides[index].paths.patterns, provenance.of_key("overrides", index)) for index in overrides
        ),
        rules=tuple(provenance.rules(overrides)),
    )


def _text_of(path: Path) -> str | None:
    """Return the text of a file, as far as it is read when it is checked; None when it cannot be read."""
    try:
        with path.open("rb") as file:
            return SourceText.from_bytes(file.read(MAXIMUM_SIZE)).text
    except (OSError, ValueError):  # ValueError: a null character in the name
        return None


def _words(settings: Settings, provenance: Provenance, language: str) -> list[WordsSetting]:
    own = language.partition("-")[0].lower()
    found = []
    for index, name in enumerate(settings.word_files):
        if language_of_list(name) in ("", own):
            path = settings.root / name
            lines = read_source(path).text.splitlines()
            entries = sum(bool(line.partition("#")[0].strip()) for line in lines)
            found.append(WordsSetting(path, entries, provenance.of_key("words", index)))
    return found
