"""What holds for a run or for a file, and where it comes from: for people, and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from contentlint.config import Settings
from contentlint.config.provenance import KeySetting, Origin, Provenance, RuleSetting, Where
from contentlint.engine.file_settings import FileSettings
from contentlint.engine.runner import shown_path
from contentlint.outputs.display import shown, width_of
from contentlint.outputs.explanation import toml_value
from contentlint.outputs.wording import SEVERITY
from contentlint.rules.base import BoundMessage, Message

SCHEMA_VERSION: Final = 1

_DEFAULT: Final = Message(en="default", nl="standaard")
_NO_FILE: Final = Message(
    en="No file of settings was found, so the defaults hold.",
    nl="Er is geen bestand met instellingen gevonden; de standaardinstellingen gelden.",
)
_FROM_FILE: Final = Message(en="Settings from {path}.", nl="Instellingen uit {path}.")
_NOT_SET: Final = Message(en="(not set)", nl="(niet ingesteld)")
_YES: Final = Message(en="yes", nl="ja")
_EXCLUDED: Final = Message(en="no, excluded by ‘{pattern}’", nl="nee, uitgesloten met ‘{pattern}’")
_CHECKED: Final = Message(en="checked", nl="bekeken")
_PAGE: Final = Message(en="page", nl="pagina")
_IN_SITE: Final = Message(en="{kind} of the Hugo site in {site}", nl="{kind} van de Hugo-site in {site}")
_IN_SECTION: Final = Message(
    en="{kind} in section ‘{section}’ of the Hugo site in {site}",
    nl="{kind} in sectie ‘{section}’ van de Hugo-site in {site}",
)
_KINDS: Final = {
    "page": Message(en="page", nl="pagina"),
    "section": Message(en="section page", nl="sectiepagina"),
    "home": Message(en="home page", nl="homepage"),
}
_NO_SITE: Final = Message(en="not in a Hugo site", nl="niet in een Hugo-site")
_MISSING: Final = Message(en="there is no such file yet", nl="dat bestand is er nog niet")
_LANGUAGE: Final = Message(en="language", nl="taal")
_UNKNOWN: Final = Message(en="unknown", nl="onbekend")
_TOLD_BY: Final = {
    "file-name": Message(en="by the name of the file", nl="volgens de bestandsnaam"),
    "site": Message(en="by the settings of the site", nl="volgens de instellingen van de site"),
    "text": Message(en="by the text itself", nl="volgens de tekst zelf"),
    "nothing": Message(en="nothing tells", nl="nergens aan te zien"),
}
_FRONT_MATTER: Final = Message(en="front matter", nl="front matter")
_NOTHING: Final = Message(en="nothing is asked", nl="er wordt niets gevraagd")
_WORDS: Final = Message(en="words", nl="woorden")
_NO_LIST: Final = Message(en="no list", nl="geen lijst")
_ENTRIES: Final = Message(en="{path} ({count})", nl="{path} ({count})")
_FOUND: Final = Message(en="found at its usual place", nl="gevonden op de gewone plaats")
_OVERRIDES: Final = Message(en="overrides", nl="uitzonderingen")
_NONE: Final = Message(en="none", nl="geen")
_RUNNING: Final = Message(en="Rules that run: {count} of {total}", nl="Regels die gelden: {count} van {total}")
_RESTING: Final = Message(en="Rules that do not run: {count}", nl="Regels die niet gelden: {count}")
_OFF_BY_DEFAULT: Final = Message(en="off by default", nl="staat standaard uit")
_SEVERITY_BY: Final = Message(en="severity: {origin}", nl="ernst: {origin}")


class Report:
    """Puts what holds into words.

    Args:
        language: the language of the reader.
        explain: whether to say of everything where it comes from, and to name what does not run.
    """

    def __init__(self, language: str, *, explain: bool) -> None:
        self._language: Final = language
        self._explain: Final = explain

    def of_run(self, settings: Settings) -> Iterator[str]:
        """Yield lines on the settings of a run."""
        provenance = Provenance(settings)
        yield self._source(settings)
        yield ""
        yield from self._table(row for one in provenance.settings() for row in self._key_rows(one, provenance))
        if settings.overrides:
            yield ""
            patterns = ((", ".join(one.paths.patterns), index) for index, one in enumerate(settings.overrides))
            yield from self._table(
                ("overrides" if not index else "", [text], provenance.of_key("overrides", index))
                for text, index in patterns
            )
        yield from self._rules(list(provenance.rules()))

    def of_file(self, found: FileSettings, settings: Settings) -> Iterator[str]:
        """Yield lines on what holds for a file."""
        yield shown(shown_path(found.path))
        yield self._source(settings)
        yield ""
        yield from self._table(self._facts(found))
        yield from self._rules(found.rules)

    def _say(self, message: Message | BoundMessage, **values: object) -> str:
        bound = message if isinstance(message, BoundMessage) else message(**values)
        return shown(bound.render(self._language))

    def _source(self, settings: Settings) -> str:
        return self._say(_FROM_FILE, path=shown_path(settings.file)) if settings.file else self._say(_NO_FILE)

    def _key_rows(self, one: KeySetting, provenance: Provenance) -> Iterator[tuple[str, list[str], Origin]]:
        """Yield the rows of a setting: a table that stands there more than once has a row for each."""
        tables = one.value if isinstance(one.value, list) and all(isinstance(item, dict) for item in one.value) else []
        for index, table in enumerate(tables):
            yield "" if index else one.key, [shown(_on_one_line(table))], provenance.of_key(one.key, index)
        if not tables:
            value = self._say(_NOT_SET) if one.value is None else shown(toml_value(one.value))
            yield one.key, [value], one.origin

    def _facts(self, found: FileSettings) -> Iterator[tuple[str, list[str], Origin | None]]:
        excluded = found.excluded_by
        if excluded is None:
            yield self._say(_CHECKED), [self._say(_YES)], None
        else:
            yield self._say(_CHECKED), [self._say(_EXCLUDED, pattern=excluded[0])], excluded[1]
        site = shown_path(found.site) if found.site else ""
        where = _IN_SECTION if found.section else _IN_SITE
        kind = _KINDS.get(found.kind, found.kind)
        page = [self._say(where, kind=kind, section=found.section, site=site) if site else self._say(_NO_SITE)]
        yield self._say(_PAGE), [*page, *([] if found.exists else [self._say(_MISSING)])], None
        language = found.language
        told = [self._say(_TOLD_BY[language.told_by])] if language.told_by in _TOLD_BY else []
        yield self._say(_LANGUAGE), [language.language or self._say(_UNKNOWN), *told], None if told else language.origin
        yield from self._several(
            _FRONT_MATTER, _NOTHING, ((_on_one_line(one.table), one.origin) for one in found.schemas)
        )
        yield from self._several(
            _WORDS,
            _NO_LIST,
            (
                (
                    self._say(_ENTRIES, path=shown_path(one.path), count=one.entries),
                    one.origin,
                )
                for one in found.words
            ),
        )
        yield from self._several(_OVERRIDES, _NONE, ((", ".join(globs), origin) for globs, origin in found.overrides))

    def _several(
        self, name: Message, none: Message, values: Iterable[tuple[str, Origin]]
    ) -> Iterator[tuple[str, list[str], Origin | None]]:
        label = self._say(name)
        for text, origin in values:
            yield label, [shown(text)], origin
            label = ""
        if label:
            yield label, [self._say(none)], None

    def _table(self, rows: Iterable[tuple[str, list[str], Origin | None]]) -> Iterator[str]:
        lines = [(label, ", ".join(values), origin) for label, values, origin in rows]
        longest = max((width_of(label) for label, _, _ in lines), default=0)
        for label, value, origin in lines:
            said = "" if origin is None else self._origin(origin)
            yield f"  {label}{' ' * (longest - width_of(label))}  {value}{said}"

    def _origin(self, origin: Origin) -> str:
        if origin.where is Where.DEFAULT and not self._explain:
            return ""
        return f"  [{self._place(origin)}]"

    def _place(self, origin: Origin) -> str:
        if origin.where is Where.DEFAULT or origin.path is None:
            return shown(origin.key) if origin.key else self._say(_DEFAULT)
        return shown(f"{shown_path(origin.path)}:{origin.line} {origin.key}")

    def _rules(self, rules: Iterable[RuleSetting]) -> Iterator[str]:
        every = list(rules)
        running = [one for one in every if one.runs]
        yield ""
        yield self._say(_RUNNING, count=len(running), total=len(every))
        yield from self._listed(running)
        resting = [one for one in every if not one.runs]
        if self._explain and resting:
            yield ""
            yield self._say(_RESTING, count=len(resting))
            names = max(len(one.rule.info.name) for one in resting)
            for one in resting:
                reason = self._say(_OFF_BY_DEFAULT) if one.origin.where is Where.DEFAULT else self._place(one.origin)
                yield f"  {one.rule.info.code}  {one.rule.info.name:{names}}  [{reason}]"

    def _listed(self, running: list[RuleSetting]) -> Iterator[str]:
        names = max((len(one.rule.info.name) for one in running), default=0)
        severities = max((len(self._say(word)) for word in SEVERITY.values()), default=0)
        for one in running:
            info = one.rule.info
            places = [self._place(one.origin)] if self._explain or one.origin.where is not Where.DEFAULT else []
            if one.rule.origin is not None:
                places.insert(0, shown(one.rule.origin.name))
            if one.severity_origin.where is not Where.DEFAULT:
                places.append(self._say(_SEVERITY_BY, origin=self._place(one.severity_origin)))
            said = f"  [{'; '.join(places)}]" if places else ""
            yield f"  {info.code}  {info.name:{names}}  {self._say(SEVERITY[one.severity]):{severities}}{said}".rstrip()
            for option in one.options:
                if self._explain or option.origin.where is not Where.DEFAULT:
                    yield f"         {option.key} = {shown(toml_value(option.value))}{self._origin(option.origin)}"


def _on_one_line(table: Mapping[str, object]) -> str:
    """Return a table of the settings on one line; of a table in it the names of the keys only."""
    shortened = {key: sorted(value) if isinstance(value, dict) else value for key, value in table.items()}
    return ", ".join(f"{key} = {toml_value(value)}" for key, value in shortened.items())


def run_data(settings: Settings) -> dict[str, object]:
    """Return the settings of a run as they go into JSON."""
    provenance = Provenance(settings)
    return {
        "schema_version": SCHEMA_VERSION,
        "settings_file": _path(settings.file),
        "root": _path(settings.root),
        "settings": {one.key: {"value": one.value, "from": _origin_data(one.origin)} for one in provenance.settings()},
        "overrides": [
            {"paths": one.paths.patterns, "from": _origin_data(provenance.of_key("overrides", index))}
            for index, one in enumerate(settings.overrides)
        ],
        "rules": [_rule_data(one) for one in provenance.rules()],
    }


def file_data(found: FileSettings, settings: Settings) -> dict[str, object]:
    """Return what holds for a file as it goes into JSON."""
    excluded = found.excluded_by
    language = found.language
    return {
        "schema_version": SCHEMA_VERSION,
        "settings_file": _path(settings.file),
        "root": _path(settings.root),
        "path": _path(found.path),
        "exists": found.exists,
        "excluded_by": {"pattern": excluded[0], "from": _origin_data(excluded[1])} if excluded else None,
        "site": _path(found.site),
        "section": found.section,
        "kind": found.kind,
        "language": {
            "value": language.language,
            "told_by": language.told_by,
            "from": _origin_data(language.origin),
        },
        "front_matter": [{"table": one.table, "from": _origin_data(one.origin)} for one in found.schemas],
        "words": [
            {"path": _path(one.path), "entries": one.entries, "from": _origin_data(one.origin)} for one in found.words
        ],
        "overrides": [{"paths": globs, "from": _origin_data(origin)} for globs, origin in found.overrides],
        "rules": [_rule_data(one) for one in found.rules],
    }


def _path(path: Any) -> str | None:
    return None if path is None else shown_path(path)


def _origin_data(origin: Origin) -> dict[str, object]:
    data: dict[str, object] = {"where": origin.where.value}
    if origin.path is not None:
        data |= {"path": shown_path(origin.path), "line": origin.line, "column": origin.column}
    return data | ({"key": origin.key} if origin.key else {})


def _rule_data(one: RuleSetting) -> dict[str, object]:
    return {
        "rule": one.rule.info.name,
        "code": one.rule.info.code,
        "origin": one.rule.origin.name if one.rule.origin else None,
        "runs": one.runs,
        "from": _origin_data(one.origin),
        "severity": {"value": one.severity.label, "from": _origin_data(one.severity_origin)},
        "options": {option.key: {"value": option.value, "from": _origin_data(option.origin)} for option in one.options},
    }
