"""What a site's configuration says, as Hugo understands it.

Sources: https://gohugo.io/configuration/ and the behaviour of Hugo 0.168.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Final

from contentlint.site.config_files import Table
from contentlint.text.records import NamedTuple


class Language(NamedTuple):
    """A language of the site.

    Attributes:
        key: its name in the configuration, in lower case; file names carry it (``index.nl.md``).
        locale: ``locale`` or ``languageCode``, such as ``nl-NL``; empty when not set.
        content_dir: its own content folder, empty when not set.
        disabled: whether Hugo leaves it out.
        weight: its place among the languages.
        time_zone: its own IANA time zone, empty when not set.
    """

    key: str
    locale: str
    content_dir: str
    disabled: bool
    weight: int
    time_zone: str

    @property
    def tag(self) -> str:
        """The language of the text, such as ``nl``: the key, or the locale where the key is a name of the site's own."""
        key = primary_tag(self.key)
        if len(key) == 2 or not self.locale:
            return key
        return primary_tag(self.locale)


class Markup(NamedTuple):
    """How Goldmark is set up.

    Attributes:
        unsafe: whether raw HTML reaches the page.
        block_attributes: whether ``{.class}`` below a block is read.
        title_attributes: whether ``{#id}`` behind a heading is read.
        auto_heading_id: whether headings get ids.
        auto_term_id: whether terms of definition lists get ids.
        auto_id_type: ``github``, ``github-ascii`` or ``blackfriday``.
        typographer: whether quotes and dashes are made typographic, and dashes as Hugo does by itself.
        emoji: whether ``:smile:`` is an emoji.
        passthrough_block: pairs of delimiters of formulas that stand on their own.
        passthrough_inline: pairs of delimiters of formulas in text.
    """

    unsafe: bool
    block_attributes: bool
    title_attributes: bool
    auto_heading_id: bool
    auto_term_id: bool
    auto_id_type: str
    typographer: bool
    emoji: bool
    passthrough_block: tuple[tuple[str, str], ...]
    passthrough_inline: tuple[tuple[str, str], ...]


def primary_tag(locale: str) -> str:
    """Return the language of a locale: ``nl`` for ``nl-NL``, ``nl_be`` or ``NL``."""
    return locale.replace("_", "-").partition("-")[0].strip().lower()


class Configuration:
    """The merged configuration of a site.

    Values of a wrong type count as not set, as they mostly do for Hugo.

    Args:
        table: the configuration with all keys in lower case.
    """

    def __init__(self, table: Table) -> None:
        self.table: Final[Mapping[str, Any]] = table

    def value(self, *keys: str) -> Any:
        """Return the value at a path of keys (in any case of letters), None when there is none."""
        found: Any = self.table
        for key in keys:
            if not isinstance(found, dict):
                return None
            found = found.get(key.lower())
        return found

    def text(self, *keys: str) -> str:
        """Return a text, a number as text; empty when there is none."""
        value = self.value(*keys)
        return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""

    def flag(self, *keys: str, default: bool = False) -> bool:
        """Return a truth value."""
        value = self.value(*keys)
        if isinstance(value, str) and value.lower() in {"true", "false"}:
            return value.lower() == "true"
        return value if isinstance(value, bool) else default

    def texts(self, *keys: str) -> tuple[str, ...]:
        """Return a list of texts; a single text is a list of one."""
        value = self.value(*keys)
        if isinstance(value, str):
            return (value,)
        return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()

    def tables(self, *keys: str) -> tuple[Configuration, ...]:
        """Return a list of tables."""
        value = self.value(*keys)
        return tuple(Configuration(item) for item in value if isinstance(item, dict)) if isinstance(value, list) else ()

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The configured languages in Hugo's order: by weight (0 last), then by name; empty when none is configured."""
        table = self.value("languages")
        if not isinstance(table, dict):
            return ()
        disabled = {key.lower() for key in self.texts("disableLanguages")}
        found = []
        for key, value in table.items():
            if not isinstance(value, dict):
                continue
            own = Configuration(value)
            weight = own.value("weight")
            found.append(
                Language(
                    key,
                    own.text("locale") or own.text("languageCode"),
                    own.text("contentDir"),
                    own.flag("disabled") or key in disabled,
                    weight if isinstance(weight, int) else 0,
                    own.text("timeZone"),
                )
            )
        return tuple(sorted(found, key=lambda language: (language.weight == 0, language.weight, language.key)))

    @cached_property
    def language_keys(self) -> frozenset[str]:
        """The keys of all languages that Hugo knows, the default one included."""
        return frozenset((self.main_language, *(language.key for language in self.languages)))

    @cached_property
    def disabled_languages(self) -> frozenset[str]:
        """The keys of the languages that Hugo leaves out."""
        return frozenset(language.key for language in self.languages if language.disabled)

    def matching_languages(self, patterns: Iterable[str]) -> tuple[str, ...]:
        """Return the keys of the languages that fit some patterns, as ``sites.matrix.languages`` names them.

        Args:
            patterns: keys with ``*`` for any letters; with ``!`` in front, what the others are not to fit.
        """
        import fnmatch  # noqa: PLC0415 - for sites with such patterns only

        texts = [pattern.lower().replace("**", "*") for pattern in patterns]
        wanted = [text for text in texts if not text.startswith("!")]
        unwanted = [text[1:] for text in texts if text.startswith("!")]
        keys = [language.key for language in self.languages if not language.disabled] or [self.main_language]
        return tuple(
            key
            for key in keys
            if any(fnmatch.fnmatchcase(key, text) for text in wanted)
            and not any(fnmatch.fnmatchcase(key, text) for text in unwanted)
        )

    @property
    def main_language(self) -> str:
        """The key of the language of content that carries none: the default one, ``en`` when nothing is configured."""
        return self.default_language or "en"

    @cached_property
    def default_language(self) -> str:
        """The key of the default content language; empty when neither it nor a language is configured."""
        chosen = self.text("defaultContentLanguage").lower()
        if chosen:
            return chosen
        return next((language.key for language in self.languages if not language.disabled), "")

    @property
    def locale(self) -> str:
        """The site's ``locale`` or ``languageCode``."""
        return self.text("locale") or self.text("languageCode")

    @cached_property
    def disabled_kinds(self) -> frozenset[str]:
        """The kinds of pages and formats that are not made, in lower case: ``rss``, ``term``."""
        return frozenset(kind.lower() for kind in self.texts("disableKinds"))

    def output_formats(self, kind: str) -> frozenset[str]:
        """Return the formats in which pages of a kind are made, in lower case, unless a page says otherwise."""
        own = self.texts("outputs", kind) or (("html",) if kind == "page" else ("html", "rss"))
        return frozenset(name.lower() for name in own) - self.disabled_kinds

    @cached_property
    def taxonomies(self) -> Mapping[str, str]:
        """Plural by singular name; without configuration ``tag: tags`` and ``category: categories``."""
        if {"taxonomy", "term"} <= self.disabled_kinds:
            return {}
        table = self.value("taxonomies")
        if not isinstance(table, dict):
            return {"category": "categories", "tag": "tags"}
        return {single: plural.lower() for single, plural in table.items() if isinstance(plural, str)}

    @cached_property
    def markup(self) -> Markup:
        """How Goldmark is set up, with Hugo's defaults."""
        base = ("markup", "goldmark")
        parser = (*base, "parser")
        through = (*base, "extensions", "passthrough")
        typographer = (*base, "extensions", "typographer")
        on = self.flag(*through, "enable")
        return Markup(
            unsafe=self.flag(*base, "renderer", "unsafe"),
            block_attributes=self.flag(*parser, "attribute", "block"),
            title_attributes=self.flag(*parser, "attribute", "title", default=True),
            auto_heading_id=self.flag(*parser, "autoHeadingID", default=True),
            auto_term_id=self.flag(*parser, "autoDefinitionTermID"),
            auto_id_type=self.text(*parser, "autoIDType") or self.text(*parser, "autoHeadingIDType") or "github",
            typographer=not self.flag(*typographer, "disable")
            and not any(self.text(*typographer, key) for key in ("enDash", "emDash")),
            emoji=self.flag("enableEmoji"),
            passthrough_block=self._pairs(*through, "delimiters", "block") if on else (),
            passthrough_inline=self._pairs(*through, "delimiters", "inline") if on else (),
        )

    def _pairs(self, *keys: str) -> tuple[tuple[str, str], ...]:
        value = self.value(*keys)
        if not isinstance(value, list):
            return ()
        return tuple(
            (pair[0], pair[1])
            for pair in value
            if isinstance(pair, list) and len(pair) == 2 and all(isinstance(item, str) and item for item in pair)
        )
