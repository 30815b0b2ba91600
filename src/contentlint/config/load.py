"""From files to settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from contentlint.config.companions import Companions
from contentlint.config.files import SettingsFile, find, read_named, top
from contentlint.config.globs import Globs
from contentlint.config.keys import OFF, declare, resolve_selector
from contentlint.config.layers import Layer
from contentlint.config.plugins.sources import Sources
from contentlint.config.problems import ConfigError, ConfigProblem, Misfit, UnknownRuleError
from contentlint.config.settings import FrontMatterDeclaration, ImageProfile, Override, Settings, ShortcodeDeclaration
from contentlint.config.word_lists import word_files
from contentlint.rules.base import BoundMessage, Family, Severity
from contentlint.rules.engine_rules import LANGUAGETOOL
from contentlint.rules.languagetool.settings import LanguageToolSettings
from contentlint.rules.registry import Registry, builtin
from contentlint.text import Position
from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    from contentlint.config.plugins.load import Plugins


class CommandLine(NamedTuple):
    """What the command line says above the settings.

    ``use_exclude`` is False when theirs must not hold; with ``site_wide`` only rules run that look at other pages and files
    than the one they speak of.
    """

    layer: Layer = Layer()
    exclude: tuple[str, ...] = ()
    use_exclude: bool = True
    site_wide: bool = False
    fail_on: Severity | None = None
    message_language: str | None = None


_SHARED_OPTIONS: Final = ("hugo-version",)
"""Settings of the site that rules know as an option of their own."""

_SILENT: Final = CommandLine()


class _Found(NamedTuple):
    """The file of settings for a run, files beside it that it puts out of use, and the folder that paths start from."""

    file: SettingsFile | None
    shadowed: tuple[Path, ...]
    root: Path


def _find(start: Path, config: Path | None, *, isolated: bool) -> _Found:
    file: SettingsFile | None = None
    shadowed: tuple[Path, ...] = ()
    if config is not None:
        file = read_named(config)
    elif not isolated:
        file, shadowed = find(start)
    # A file named by hand may stand anywhere, such as in a folder for CI; its paths are about the content all the same.
    root = file.root if file and (config is None or file.holds(start)) else top(start)
    return _Found(file, shadowed, root)


def load_plugins(start: Path, registry: Registry, *, config: Path | None = None, run_code: bool = True) -> Plugins:
    """Return the rules that the settings name besides those of a registry; nothing else of the settings is looked at.

    Args:
        start: the file or folder from which the settings are searched upwards.
        registry: the rules there are.
        config: the file to use instead of searching for one.
        run_code: whether rules in Python may be run.

    Raises:
        ConfigError: the file cannot be read, or is not TOML.
    """
    file, _, root = _find(start, config, isolated=False)
    return _plugins(registry, Sources.of(file.table if file else None), file, root, run_code=run_code)


def _plugins(registry: Registry, sources: Sources, file: SettingsFile | None, root: Path, *, run_code: bool) -> Plugins:
    from contentlint.config.plugins.load import Plugins  # noqa: PLC0415 - most sites name none

    return Plugins(registry, sources, file, root, run_code=run_code)


def load_settings(
    start: Path,
    registry: Registry,
    *,
    config: Path | None = None,
    isolated: bool = False,
    command_line: CommandLine = _SILENT,
    run_code: bool = True,
) -> Settings:
    """Return the settings for a run.

    Args:
        start: the file or folder from which the settings are searched upwards.
        registry: the rules there are; those that the settings name are added to them.
        config: the file to use instead of searching for one.
        isolated: use no file at all.
        command_line: what goes above the file; rules are named in it as people name them.
        run_code: whether rules in Python that the settings name may be run.

    Raises:
        ConfigError: a file that cannot be read, is not TOML, or does not fit; with all its problems.
        UnknownRuleError: the command line names a rule that does not exist.
    """
    file, shadowed, root = _find(start, config, isolated=isolated)
    misfits: list[Misfit] = []
    sources = Sources.of(file.table if file else None)
    if any(sources):
        registry = _plugins(registry, sources, file, root, run_code=run_code).registry
    read = declare(registry).read(file.table, (), misfits) if file else None
    values = cast("dict[str, Any]", read or {})
    companions = Companions(root, file.root if file else root)
    lists = word_files(root, values.get("words"))
    words = companions.words(lists)
    front_matter = tuple(
        _front_matter(one, index, companions) for index, one in enumerate(values.get("front-matter", ()))
    )
    if file:
        companions.problems.extend(
            ConfigProblem(file.path, *_place(file, misfit), misfit.message)
            for misfit in (*misfits, *companions.misfits)
        )
    if companions.problems:
        raise ConfigError(tuple(sorted(companions.problems, key=lambda problem: problem[:3])))
    above = _resolved(command_line.layer, registry)
    if command_line.site_wide:
        others = (rule.name for rule in registry if not rule.looks_elsewhere)
        above = above._replace(extend_ignore=(*above.extend_ignore, *others))
    layer = _with_shared_options(_layer(values), values, registry)
    overrides = tuple(Override(Globs(one["paths"]), _layer(one)) for one in values.get("overrides", ()))
    languagetool, layer = _languagetool(values.get("languagetool", {}), layer, overrides, above)
    exclude = values.get("exclude", ()) if command_line.use_exclude else ()
    return Settings(
        root,
        registry,
        file=file.path if file else None,
        shadowed=shadowed,
        layer=layer,
        overrides=overrides,
        command_line=above,
        exclude=Globs((*exclude, *command_line.exclude)),
        baseline=root / values["baseline"] if "baseline" in values else None,
        message_language=command_line.message_language or values.get("message-language"),
        words=words,
        word_files=lists,
        rules_folder=root / sources.folder if sources.folder is not None else None,
        prose_keys=tuple(key.lower() for key in values.get("prose-keys", ())),  # Hugo knows no case in keys
        shortcodes=tuple(_shortcode(one) for one in values.get("shortcodes", ())),
        images=_images(values.get("images", {})),
        front_matter=front_matter,
        fail_on=command_line.fail_on or Severity[values.get("fail-on", Severity.ERROR.label).upper()],
        hugo_version=values.get("hugo-version"),
        time_zone=values.get("time-zone"),
        languagetool=languagetool,
        load_again=partial(
            _load_again, start.absolute(), config and config.absolute(), isolated, command_line, run_code
        ),
    )


def _load_again(
    start: Path,
    config: Path | None,
    isolated: bool,  # noqa: FBT001 - ``partial`` with plain data can be sent to another process
    command_line: CommandLine,
    run_code: bool,  # noqa: FBT001 - as above
) -> Settings:
    return load_settings(
        start, builtin(), config=config, isolated=isolated, command_line=command_line, run_code=run_code
    )


def _resolved(layer: Layer, registry: Registry) -> Layer:
    """Return what the command line says of rules, with the names that the registry knows them by."""

    def names(given: tuple[str, ...]) -> tuple[str, ...]:
        resolved = []
        for one in given:
            name = resolve_selector(registry, one)
            if isinstance(name, BoundMessage):
                raise UnknownRuleError(name)
            resolved.append(name)
        return tuple(resolved)

    return layer._replace(
        select=None if layer.select is None else names(layer.select),
        extend_select=names(layer.extend_select),
        extend_ignore=names(layer.extend_ignore),
    )


def _place(file: SettingsFile, misfit: Misfit) -> Position:
    from contentlint.config.places import place_of  # noqa: PLC0415 - only when something is wrong

    return place_of(file.source, (*file.prefix, *misfit.key), at_key=misfit.at_key)


def _layer(values: Mapping[str, Any]) -> Layer:
    return Layer(
        select=values.get("select"),
        extend_select=values.get("extend-select", ()),
        ignore=values.get("ignore"),
        extend_ignore=values.get("extend-ignore", ()),
        severity=values.get("severity", {}),
        options=values.get("rules", {}),
        language=values.get("language"),
    )


def _with_shared_options(layer: Layer, values: Mapping[str, Any], registry: Registry) -> Layer:
    """Return the layer with settings of the site as options of the rules that have an option of that name."""
    shared = {key: values[key] for key in _SHARED_OPTIONS if key in values}
    if not shared:
        return layer
    options = dict(layer.options)
    for rule in registry:
        if own := {key: value for key, value in shared.items() if key in rule.options}:
            options[rule.name] = {**own, **options.get(rule.name, {})}
    return layer._replace(options=options)


def _languagetool(
    values: Mapping[str, object], layer: Layer, overrides: Sequence[Override], command_line: Layer
) -> tuple[LanguageToolSettings, Layer]:
    """Return the settings of LanguageTool, and the layer of the file with its rule switched on where they say so.

    Whoever names its rule or family wants it, too; the command line goes before what the file says.
    """
    given = bool(values.get("enabled"))
    named = any(_names_languagetool(one) for one in (layer, *(override.layer for override in overrides)))
    enabled = _names_languagetool(command_line) or (given if "enabled" in values else named)
    if given:
        layer = layer._replace(extend_select=(*layer.extend_select, LANGUAGETOOL))
    return LanguageToolSettings({**values, "enabled": enabled}), layer


def _names_languagetool(layer: Layer) -> bool:
    name = LANGUAGETOOL
    selected = {*(layer.select or ()), *layer.extend_select}
    return not selected.isdisjoint((name, Family.LANGUAGETOOL.value)) or layer.severity.get(name, OFF) != OFF


def _shortcode(values: Mapping[str, Any]) -> ShortcodeDeclaration:
    return ShortcodeDeclaration(
        name=values["name"],
        inner=values.get("inner", False),
        parameters=values.get("parameters"),
        text=values.get("text", ()),
        content=values.get("content", "markdown"),
    )


def _images(values: Mapping[str, Any]) -> ImageProfile:
    return ImageProfile(values.get("feature-keys", ()), values.get("feature-globs", ()), values.get("alt-keys", ()))


def _front_matter(values: Mapping[str, Any], index: int, companions: Companions) -> FrontMatterDeclaration:
    from contentlint.rules.front_matter.schema.schema import Schema  # noqa: PLC0415 - only when front matter is declared

    key = ("front-matter", index)
    schema = companions.json_schema(values["schema"], (*key, "schema")) if "schema" in values else None
    checks = [companions.checked(Schema.from_short, values, key)]
    if schema is not None:
        checks.append(companions.checked(Schema.from_json_schema, schema, key, values["schema"]))
    return FrontMatterDeclaration(
        paths=Globs(values["paths"]) if "paths" in values else None,
        section=values.get("section"),
        kind=values.get("kind"),
        language=values.get("language"),
        table=values,
        schema=schema,
        checks=tuple(check for check in checks if check is not None),
    )
