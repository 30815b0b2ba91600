"""Reads Hugo's configuration files into one table.

Sources: https://gohugo.io/configuration/introduction/ and the behaviour of Hugo 0.168.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable
from typing import Any, Final

from contentlint.site.files import SiteFiles, join
from contentlint.text.records import NamedTuple

Table = dict[str, Any]

NAMES: Final = tuple(f"{name}.{kind}" for name in ("hugo", "config") for kind in ("toml", "yaml", "yml", "json"))
"""Names of a configuration file in the root of a site, the first found is read."""

_FORMATS: Final = {"toml": "toml", "yaml": "yaml", "yml": "yaml", "json": "json"}
_LIMIT: Final = 5_000_000
_DEPTH: Final = 100
_SMALL: Final = 1000
_TOML_PLACE: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)")


class ConfigProblemKind(enum.Enum):
    """What is wrong with a configuration file; ``detail`` of the problem names the word or library message."""

    UNREADABLE = "unreadable"
    NOT_UTF8 = "not-utf8"
    INVALID = "invalid"
    DUPLICATE_KEY = "duplicate-key"
    NOT_A_TABLE = "not-a-table"
    TOO_DEEP = "too-deep"
    DEFAULT_LANGUAGE_UNKNOWN = "default-language-unknown"


class ConfigProblem(NamedTuple):
    """A place in a configuration file that cannot be read; line and column count from 1."""

    kind: ConfigProblemKind
    path: str
    line: int
    column: int
    detail: str


class _InvalidError(Exception):
    """The content of a file is not what its format asks."""

    def __init__(self, kind: ConfigProblemKind, line: int, column: int, detail: str) -> None:
        super().__init__(detail)
        self.kind: Final = kind
        self.line: Final = line
        self.column: Final = column
        self.detail: Final = detail


def read_configuration(files: SiteFiles, folder: str, problems: list[ConfigProblem]) -> Table:
    """Return the merged configuration of a site, theme or module, with all keys in lower case.

    The file in the root comes first, then ``config/_default``, then ``config/production``; later values win, tables are
    merged. What cannot be read is left out and added to ``problems``.

    Args:
        files: the files of the site.
        folder: where the site, theme or module begins, relative to the root.
        problems: list to which problems are added.
    """
    merged: Table = {}
    names = files.listing(folder)
    for name in NAMES:
        if names.get(name) is False:
            merged = _read(files, join(folder, name), problems)
            break
    for part in ("_default", "production"):
        for path in files.walk(join(folder, "config", part)):
            stem, _, kind = path.rpartition("/")[2].rpartition(".")
            if kind.lower() in _FORMATS and not stem.startswith("."):
                merged = _merged(merged, _placed(stem.lower(), _read(files, path, problems)))
    return merged


def _placed(stem: str, table: Table) -> Table:
    """Return a table under the key its file name stands for: ``params``, ``languages.nl``, ``menus.en``."""
    if stem in {"hugo", "config"}:
        return table
    name, _, language = stem.partition(".")
    keys = [name]
    if language:
        keys = ["languages", language]
        if name in {"menu", "menus"}:
            keys.append("menus")
        elif name == "params":
            keys.append("params")
    for key in reversed(keys):
        table = {key: table}
    return table


def _merged(table: Table, other: Table) -> Table:
    """Return a new table; nothing is changed in place, since aliases in YAML may share a table."""
    result = {**table, **other}
    for key in table.keys() & other.keys():
        if isinstance(table[key], dict) and isinstance(other[key], dict):
            result[key] = _merged(table[key], other[key])
    return result


def _read(files: SiteFiles, path: str, problems: list[ConfigProblem]) -> Table:
    data = files.read(path, _LIMIT)
    if data is None:
        problems.append(ConfigProblem(ConfigProblemKind.UNREADABLE, path, 1, 1, ""))
        return {}
    try:
        return _parse(data, _FORMATS[path.rpartition(".")[2].lower()])
    except _InvalidError as error:
        problems.append(ConfigProblem(error.kind, path, error.line, error.column, error.detail))
    except RecursionError:
        problems.append(ConfigProblem(ConfigProblemKind.TOO_DEEP, path, 1, 1, ""))
    return {}


def _parse(data: bytes, kind: str) -> Table:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8-sig", "replace")) + 1
        raise _InvalidError(ConfigProblemKind.NOT_UTF8, line, column, "") from None
    if not text.strip():
        return {}
    value = {"toml": _parse_toml, "yaml": _parse_yaml, "json": _parse_json}[kind](text)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise _InvalidError(ConfigProblemKind.NOT_A_TABLE, 1, 1, "")
    return value


def _lowered(value: Any, depth: int = 0) -> Any:
    """Return the value with the keys of every table in lower case, as Hugo compares them."""
    if depth > _DEPTH:
        raise _InvalidError(ConfigProblemKind.TOO_DEEP, 1, 1, "")
    if isinstance(value, dict):
        return {str(key).lower(): _lowered(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_lowered(item, depth + 1) for item in value]
    return value


def _parse_toml(text: str) -> Any:
    import tomllib  # noqa: PLC0415 - only for sites that use TOML

    try:
        return _lowered(_loads(text))
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _TOML_PLACE.search(message)
        if place and place[1]:
            line, column = int(place[1]), int(place[2])
        else:
            lines = text.split("\n")
            line, column = len(lines), len(lines[-1]) + 1
        raise _InvalidError(ConfigProblemKind.INVALID, line, column, _TOML_PLACE.sub("", message)) from None


def _loads(text: str) -> Any:
    """Read TOML, that of version 1.1 as well."""
    import tomllib  # noqa: PLC0415 - only for sites that use TOML

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        from contentlint.document.front_matter.toml_newer import as_toml_1_0  # noqa: PLC0415 - rare

        try:
            return tomllib.loads(as_toml_1_0(text))
        except tomllib.TOMLDecodeError:
            raise error from None


def _parse_json(text: str) -> Any:
    import json  # noqa: PLC0415 - only for sites that use JSON

    try:
        return _lowered(json.loads(text))
    except json.JSONDecodeError as error:
        raise _InvalidError(ConfigProblemKind.INVALID, error.lineno, error.colno, error.msg) from None


def _parse_yaml(text: str) -> Any:
    import yaml  # noqa: PLC0415 - 17 ms, only for sites that use YAML

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        if len(text) > _SMALL:
            _check_depth(yaml.parse(text, Loader=loader))
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        detail = error.problem or error.context or ""
        raise _InvalidError(ConfigProblemKind.INVALID, line, column, detail) from None
    except yaml.YAMLError as error:
        raise _InvalidError(ConfigProblemKind.INVALID, 1, 1, str(error).partition("\n")[0]) from None
    return None if node is None else _YamlValues().value(node)


def _check_depth(events: Iterable[Any]) -> None:
    """Refuse YAML that is nested so deeply that composing it would overflow the stack of the C library."""
    depth = 0
    for event in events:
        name = type(event).__name__
        depth += name.endswith("StartEvent") - name.endswith("EndEvent")
        if depth > _DEPTH:
            mark = event.start_mark
            raise _InvalidError(ConfigProblemKind.TOO_DEEP, mark.line + 1, mark.column + 1, "")


class _YamlValues:
    """Turns composed YAML into plain values, each anchored node once, so that aliases cannot multiply."""

    def __init__(self) -> None:
        self._done: Final[dict[int, Any]] = {}

    def value(self, node: Any, depth: int = 0) -> Any:
        if id(node) in self._done:
            return self._done[id(node)]
        if depth > _DEPTH:
            raise _InvalidError(ConfigProblemKind.TOO_DEEP, node.start_mark.line + 1, node.start_mark.column + 1, "")
        self._done[id(node)] = None  # what an alias to an unfinished node means
        found: Any
        if node.id == "mapping":
            found = self._table(node, depth)
        elif node.id == "sequence":
            found = [self.value(item, depth + 1) for item in node.value]
        else:
            found = _scalar(node)
        self._done[id(node)] = found
        return found

    def _table(self, node: Any, depth: int) -> Table:
        table: Table = {}
        inherited: Table = {}
        for key_node, value_node in node.value:
            key = str(key_node.value).lower() if key_node.id == "scalar" else ""
            value = self.value(value_node, depth + 1)
            if key_node.tag == "tag:yaml.org,2002:merge":
                for source in value if isinstance(value, list) else [value]:
                    if isinstance(source, dict):
                        inherited = {**source, **inherited}
                continue
            if key in table:
                mark = key_node.start_mark
                raise _InvalidError(ConfigProblemKind.DUPLICATE_KEY, mark.line + 1, mark.column + 1, key_node.value)
            table[key] = value
        return {**inherited, **table}


def _scalar(node: Any) -> Any:
    text: str = node.value
    kind = node.tag.rpartition(":")[2]
    if kind == "null":
        return None
    if kind == "bool" and text.lower() in {"true", "false"}:
        return text.lower() == "true"
    if kind == "int":
        try:
            return int(text)
        except ValueError:
            return text
    if kind == "float":
        try:
            return float(text)
        except ValueError:
            return text
    return text
