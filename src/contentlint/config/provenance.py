"""Where what holds comes from: a rule's own default, a place in the file of settings, or the command line."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from contentlint.config.files import SettingsFile, read_named
from contentlint.config.keys import declare, resolve_selector
from contentlint.config.layers import Layer, Mention, severity_mention, verdict
from contentlint.config.places import place_of
from contentlint.config.problems import KeyPath, dotted
from contentlint.config.settings import Settings
from contentlint.rules.base import AnyRule, Severity
from contentlint.text.records import NamedTuple

_OPTION_OF: Final = {"extend-ignore": "--ignore"}
"""Options of the command line whose names are not those of the setting."""


class Where(enum.Enum):
    """What kind of place something comes from."""

    DEFAULT = "default"
    FILE = "file"
    COMMAND_LINE = "command-line"


class Origin(NamedTuple):
    """Where something comes from.

    Attributes:
        where: the kind of place.
        path: the file of settings; None for the other kinds.
        line: where in it, from 1; 0 for the other kinds.
        column: where in the line, from 1; 0 for the other kinds.
        key: the setting, as ``overrides[0].ignore[1]``, or the option of the command line; empty for a default.
    """

    where: Where
    path: Path | None = None
    line: int = 0
    column: int = 0
    key: str = ""


DEFAULT: Final = Origin(Where.DEFAULT)


class OptionSetting(NamedTuple):
    """An option of a rule with the value that holds."""

    key: str
    value: object
    origin: Origin


class RuleSetting(NamedTuple):
    """What holds for a rule.

    Attributes:
        rule: the rule.
        runs: whether it runs.
        origin: what decides that.
        severity: how bad its violations are.
        is_fixed: whether settings say so; if not, a violation may be less bad than that.
        severity_origin: what decides the severity.
        options: its options.
    """

    rule: type[AnyRule]
    runs: bool
    origin: Origin
    severity: Severity
    is_fixed: bool
    severity_origin: Origin
    options: tuple[OptionSetting, ...]


class KeySetting(NamedTuple):
    """A setting of the run with its value, None when it is not set."""

    key: str
    value: object
    origin: Origin


class Provenance:
    """Looks up where the settings of a run come from; the file of settings is read again for it.

    Args:
        settings: the settings.

    Raises:
        ConfigError: the file can no longer be read.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings: Final = settings
        self._file: Final[SettingsFile | None] = None if settings.file is None else read_named(settings.file)

    @property
    def _table(self) -> dict[str, Any]:
        table = self._file.table if self._file is not None else None
        return table if isinstance(table, dict) else {}

    def of_key(self, *key: str | int) -> Origin:
        """Return the place of a setting in the file; the default when it does not stand there."""
        if self._file is None or _value_at(self._table, key) is None:
            return DEFAULT
        line, column = place_of(self._file.source, (*self._file.prefix, *key), at_key=True)
        return Origin(Where.FILE, self._file.path, line, column, dotted(key))

    def of_exclusion(self, path: str) -> tuple[str, Origin] | None:
        """Return the pattern that excludes a file, and where it stands; ``path`` as ``Settings.relative`` gives it."""
        from contentlint.config.globs import Globs  # noqa: PLC0415 - one pattern at a time, only here

        listed = self._table.get("exclude", [])
        for pattern in self._settings.exclude.patterns:
            if Globs((pattern,)).match(path):
                given = pattern in listed
                return pattern, self.of_key("exclude", listed.index(pattern)) if given else _command_line("exclude")
        return None

    def settings(self) -> Iterable[KeySetting]:
        """Yield every setting that there is, but for those about rules, with what holds."""
        settings = self._settings
        about_rules = {"overrides", "rules", "severity", "select", "extend-select", "ignore", "extend-ignore"}
        for name in declare(settings.registry).keys:
            if name in about_rules:
                continue
            value, origin = self._table.get(name), self.of_key(name)
            if name == "fail-on":
                origin = origin if settings.fail_on.label == (value or Severity.ERROR.label) else _command_line(name)
                value = settings.fail_on.label
            elif name == "message-language" and value != settings.message_language:
                value, origin = settings.message_language, _command_line("lang")
            elif name == "words" and value is None:
                value = list(settings.word_files) or None
            elif name == "exclude" and settings.exclude.patterns != tuple(value or ()):
                value, origin = list(settings.exclude.patterns), _command_line(name)
            yield KeySetting(name, value, origin)

    def rules(self, overrides: tuple[int, ...] = ()) -> Iterable[RuleSetting]:
        """Yield what holds for every rule, in order of code.

        Args:
            overrides: the indexes of the overrides that hold, as ``Settings.overrides_for`` gives them.
        """
        layers = self._settings.layers(overrides)
        for rule in self._settings.registry:
            decided = verdict(rule, layers)
            mention = severity_mention(rule, layers)
            label = layers[mention.layer].severity[mention.selector] if mention else rule.info.severity.label
            yield RuleSetting(
                rule.rule,
                decided.runs,
                self._of_mention(decided.on or decided.off, overrides),
                Severity[label.upper()],
                mention is not None,
                self._of_mention(mention, overrides),
                tuple(self._options(rule.rule, layers, overrides)),
            )

    def _options(
        self, rule: type[AnyRule], layers: tuple[Layer, ...], overrides: tuple[int, ...]
    ) -> Iterable[OptionSetting]:
        name = rule.info.name
        for key, option in rule.options_type.declared().items():
            index = next((i for i in reversed(range(len(layers))) if key in layers[i].options.get(name, {})), None)
            if index is None:
                yield OptionSetting(key, option.default, DEFAULT)
                continue
            prefix = _prefix(index, overrides)
            origin = self.of_key(*prefix, "rules", self._as_written((*prefix, "rules"), name), key)
            if origin is DEFAULT:  # a setting of the site that is an option of several rules
                origin = self.of_key(key)
            yield OptionSetting(key, layers[index].options[name][key], origin)

    def _of_mention(self, mention: Mention | None, overrides: tuple[int, ...]) -> Origin:
        if mention is None or mention.layer < 0:
            return DEFAULT
        if mention.layer > len(overrides):
            return _command_line(mention.key)
        prefix = _prefix(mention.layer, overrides)
        given = _value_at(self._table, (*prefix, mention.key))
        if mention.key == "severity":
            return self.of_key(*prefix, mention.key, self._as_written((*prefix, mention.key), mention.selector))
        if not mention.selector:
            return self.of_key(*prefix, mention.key)
        for index, selector in enumerate(given if isinstance(given, list) else ()):
            if resolve_selector(self._settings.registry, selector) == mention.selector:
                return self.of_key(*prefix, mention.key, index)
        return self.of_key("languagetool", "enabled")

    def _as_written(self, key: KeyPath, resolved: str) -> str:
        """Return the key of a table by which the file names a rule or family."""
        table = _value_at(self._table, key)
        names = (name for name in (table if isinstance(table, dict) else ()))
        registry = self._settings.registry
        return next((name for name in names if resolve_selector(registry, name) == resolved), resolved)


def _prefix(layer: int, overrides: tuple[int, ...]) -> KeyPath:
    """Return the way to the table of a layer: the file itself is the lowest, its overrides follow."""
    return ("overrides", overrides[layer - 1]) if layer else ()


def _command_line(key: str) -> Origin:
    return Origin(Where.COMMAND_LINE, key=_OPTION_OF.get(key, f"--{key}"))


def _value_at(table: object, key: KeyPath) -> Any:
    for part in key:
        if isinstance(table, list):
            table = dict(enumerate(table))
        if not isinstance(table, dict) or part not in table:
            return None
        table = table[part]
    return table
