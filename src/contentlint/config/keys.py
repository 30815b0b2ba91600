"""The settings there are: one declaration, from which files are read and the JSON Schema is made."""

from __future__ import annotations

from functools import partial
from typing import Final

from contentlint.config.globs import check_glob
from contentlint.config.plugins.sources import source_keys
from contentlint.config.shapes import (
    Flag,
    Key,
    ListOf,
    MapOf,
    Named,
    OptionValue,
    Pattern,
    Shape,
    Table,
    Text,
    did_you_mean,
    hint,
)
from contentlint.rules.base import LANGUAGES, BoundMessage, Message, Severity
from contentlint.rules.languagetool.settings import REMOTE_SERVER, LanguageToolSettings
from contentlint.rules.registry import Registry

OFF: Final = "off"
SEVERITIES: Final = tuple(severity.label for severity in sorted(Severity, reverse=True))
INNER_CONTENT: Final = ("markdown", "html", "code")
PAGE_KINDS: Final = ("page", "section", "home")

_UNKNOWN_RULE: Final = Message(en="There is no rule ‘{given}’.{hint}", nl="Er is geen regel ‘{given}’.{hint}")
_IN_PACK: Final = Message(
    en='‘{given}’ is in the pack ‘{pack}’, which is not used here. To use it, write in contentlint.toml: packs = ["{pack}"]',
    nl="‘{given}’ hoort bij het pakket ‘{pack}’, en dat doet hier niet mee. Zet daarvoor in contentlint.toml: "
    'packs = ["{pack}"]',
)
_NOT_ONE_RULE: Final = Message(
    en="‘{given}’ stands for several rules. Name one of them here.",
    nl="‘{given}’ staat voor meerdere regels. Noem er hier één.",
)
_BAD_LANGUAGE: Final = Message(
    en="‘{given}’ is not the code of a language, such as nl or en.", nl="‘{given}’ is geen taalcode, zoals nl of en."
)
_BAD_VERSION: Final = Message(
    en="‘{given}’ is not a version of Hugo, such as 0.152.2.", nl="‘{given}’ is geen versie van Hugo, zoals 0.152.2."
)
_BAD_TIME_ZONE: Final = Message(
    en="‘{given}’ is not a time zone, such as Europe/Amsterdam.{hint}",
    nl="‘{given}’ is geen tijdzone, zoals Europe/Amsterdam.{hint}",
)


_BAD_SERVER: Final = Message(
    en="‘{given}’ is not the address of a server, such as http://localhost:8081.",
    nl="‘{given}’ is geen adres van een server, zoals http://localhost:8081.",
)


def resolve_selector(registry: Registry, given: str) -> str | BoundMessage:
    """Return a rule's name for its name or code, or the capitals of a family or ``ALL``; or say what is wrong."""
    if rule := registry.get(given):
        return rule.name
    upper = given.upper()
    if upper == "ALL" or upper in registry.families:
        return upper
    if not registry.complete:
        return given.lower()  # one of the rules, perhaps, that could not be had; that has been told already
    return unknown_rule(registry, given)


def unknown_rule(registry: Registry, given: str) -> BoundMessage:
    """Say that there is no such rule, and which one may be meant or where it is."""
    from contentlint.config.plugins.packs import rules_of_packs  # noqa: PLC0415 - only when something is wrong

    for entry in rules_of_packs().select(given):
        if entry.origin:
            return _IN_PACK(given=given, pack=entry.origin.pack)
    return _UNKNOWN_RULE(given=given, hint=hint(registry.suggest(given)))


def _resolve_rule(registry: Registry, given: str) -> str | BoundMessage:
    resolved = resolve_selector(registry, given)
    if resolved == "ALL" or resolved in registry.families:
        return _NOT_ONE_RULE(given=given)
    return resolved


def _resolve_time_zone(given: str) -> str | BoundMessage:
    from zoneinfo import ZoneInfo, available_timezones  # noqa: PLC0415 - only when a time zone is set

    try:
        ZoneInfo(given)
    except (KeyError, ValueError, OSError):
        # A machine without a time zone database knows none; that is not the fault of the settings.
        if known := tuple(available_timezones()):
            return _BAD_TIME_ZONE(given=given, hint=did_you_mean(given, known))
    return given


def declare(registry: Registry) -> Table:
    """Return the declaration of all settings, for the rules of a registry."""
    names = tuple(rule.name for rule in registry)
    families = ("ALL", *registry.families)
    selector = Text(resolve=partial(resolve_selector, registry), suggested=(*names, *families))
    selectors = Named("selectors", ListOf(selector))
    severity = Named("severity", Text(choices=(*SEVERITIES, OFF)))
    language = Named("language", Text(pattern=Pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", _BAD_LANGUAGE)))
    globs = Named("globs", ListOf(Text(resolve=check_glob)))
    texts = ListOf(Text())

    def options_of(name: str) -> Shape:
        rule = registry.get(name)
        if rule is None:
            return Table({}, open_=True)
        declared = rule.rule.options_type.declared()
        return Table({key: Key(OptionValue(option), option.help.en) for key, option in declared.items()})

    severities = Named(
        "severities",
        MapOf(
            lambda _: severity,
            resolve=partial(resolve_selector, registry),
            known=(*names, *families),
            other=severity,
        ),
    )
    rules = Named(
        "rules",
        MapOf(options_of, resolve=partial(_resolve_rule, registry), known=names, other=Table({}, open_=True)),
    )
    chosen = {
        "select": Key(selectors, "The rules to run, by name, code or family; replaces the default set."),
        "extend-select": Key(selectors, "Rules to run besides those that run already."),
        "ignore": Key(selectors, "Rules not to run; replaces what was ignored already."),
        "extend-ignore": Key(selectors, "Rules not to run, besides what was ignored already."),
        "severity": Key(
            severities,
            "How bad violations are, by rule or family. A rule with a severity of its own is switched on.",
        ),
        "rules": Key(rules, "Options of rules, by rule."),
        "language": Key(language, "The language of texts that nothing else gives a language."),
    }
    shortcode = Table({
        "name": Key(Text(), "The shortcode's name.", required=True),
        "inner": Key(Flag(), "Whether it has a closing tag. Default: false."),
        "parameters": Key(texts, "Names of its parameters. Without this key they are not checked."),
        "text": Key(texts, "Names of the parameters that hold text for readers, which is checked as such."),
        "content": Key(Text(choices=INNER_CONTENT), "What stands between its tags. Default: markdown."),
    })  # fmt: skip
    schema = Table({
        "paths": Key(globs, "The pages meant, by path."),
        "section": Key(Text(), "The pages meant, by section."),
        "kind": Key(Text(choices=PAGE_KINDS), "The pages meant, by kind."),
        "language": Key(language, "The pages meant, by language."),
        "schema": Key(Text(), "A file with a JSON Schema for the front matter."),
        "required": Key(texts, "Keys every page must have."),
        "types": Key(Table({}, open_=True), "What values may be, by key."),
    })  # fmt: skip
    images = Table({
        "feature-keys": Key(texts, "Front matter keys that name the page's main image."),
        "feature-globs": Key(texts, "Names of files in a page's folder that the theme takes for its main image."),
        "alt-keys": Key(texts, "Front matter keys with the alternative text of the main image."),
    })  # fmt: skip
    server = Text(pattern=Pattern(r"https?://[^\s/?#@]+(?:/[^\s?#]*)?", _BAD_SERVER))
    languagetool = Table(
        {
            key: Key(server if key == REMOTE_SERVER else OptionValue(option), option.help.en)
            for key, option in LanguageToolSettings.declared().items()
        }
    )
    return Table({
        **chosen,
        "exclude": Key(globs, "Files never to check, also when they are named on the command line."),
        "overrides": Key(
            ListOf(Table({
                "paths": Key(globs, "The files meant.", required=True),
                **chosen,
                "language": Key(language, "The language of these files, whatever the site says."),
            })),
            "Settings for some files; the last that fits has the last word.",
        ),
        "baseline": Key(Text(), "A file with the findings that may stay; made with --write-baseline."),
        "message-language": Key(Text(choices=LANGUAGES), "The language of messages. Default: that of the computer."),
        "words": Key(texts, "Files with words of the site, one a line; words.nl.txt holds for Dutch texts only."),
        **source_keys(),
        "prose-keys": Key(texts, "Further front matter keys that hold text for readers."),
        "shortcodes": Key(ListOf(shortcode), "Shortcodes whose templates contentlint cannot find."),
        "images": Key(images, "How the theme finds a page's main image."),
        "front-matter": Key(ListOf(schema), "What front matter must hold, for some pages each."),
        "languagetool": Key(languagetool, "How LanguageTool is used, for those who want it beside our own rules."),
        "fail-on": Key(Text(choices=SEVERITIES), "The least severity that makes a check fail. Default: error."),
        "hugo-version": Key(Text(pattern=Pattern(r"\d+\.\d+(?:\.\d+)?", _BAD_VERSION)), "The version of Hugo used."),
        "time-zone": Key(Text(resolve=_resolve_time_zone), "The site's time zone, when Hugo's settings give none."),
    })  # fmt: skip
