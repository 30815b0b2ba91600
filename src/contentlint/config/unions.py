"""Shapes of values that may be written in more than one way, and those of numbers and free tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from contentlint.config.problems import KeyPath, Misfit, dotted
from contentlint.config.shapes import Definitions, ListOf, Shape, Table, Text
from contentlint.rules.base import Message

_NUMBER: Final = Message(en="a whole number", nl="een heel getal")
_TEXT_OR_TABLE: Final = Message(en="a text or a table", nl="een tekst of een tabel")
_TEXT_OR_LIST: Final = Message(en="a text or a list", nl="een tekst of een lijst")
_TABLE: Final = Message(en="a table", nl="een tabel")
_TOO_SMALL: Final = Message(en="‘{key}’ must be at least {minimum}.", nl="‘{key}’ moet minstens {minimum} zijn.")
_NOT_EMPTY: Final = Message(
    en="‘{key}’ is empty. Fill it in, or take it out.", nl="‘{key}’ is leeg. Vul het in of haal het weg."
)
_NO_SUCH_KIND: Final = Message(en="‘{key}’ must be one of {choices}.", nl="‘{key}’ moet een van {choices} zijn.")


class Whole(Shape):
    """A whole number, with a least value."""

    expected = _NUMBER

    def __init__(self, minimum: int) -> None:
        self.minimum: Final = minimum

    def read(self, value: object, key: KeyPath, misfits: list[Misfit]) -> object:
        if not isinstance(value, int) or isinstance(value, bool):
            self._misfit(value, key, misfits)
        elif value < self.minimum:
            misfits.append(Misfit(key, _TOO_SMALL(key=dotted(key), minimum=self.minimum)))
        else:
            return value
        return None

    def json_schema(self, definitions: Definitions) -> dict[str, object]:  # noqa: ARG002 - as the base has it
        return {"type": "integer", "minimum": self.minimum}


class Filled(Shape):
    """A text, list or table that is not empty."""

    def __init__(self, shape: Shape) -> None:
        self.shape: Final = shape
        self.expected = shape.expected

    def read(self, value: object, key: KeyPath, misfits: list[Misfit]) -> object:
        if value in ("", [], {}) or (isinstance(value, str) and not value.strip()):
            misfits.append(Misfit(key, _NOT_EMPTY(key=dotted(key))))
            return None
        return self.shape.read(value, key, misfits)

    def json_schema(self, definitions: Definitions) -> dict[str, object]:
        schema = self.shape.json_schema(definitions)
        limits = {"string": "minLength", "array": "minItems", "object": "minProperties"}
        kind = schema.get("type")
        return {**schema, limits[kind]: 1} if isinstance(kind, str) else schema


class OneOrMore(Shape):
    """A text, or a list of them; it becomes a tuple."""

    expected = _TEXT_OR_LIST

    def __init__(self, item: Shape) -> None:
        self.item: Final = item
        self.items: Final = Filled(ListOf(item))

    def read(self, value: object, key: KeyPath, misfits: list[Misfit]) -> object:
        if isinstance(value, list):
            return self.items.read(value, key, misfits)
        if isinstance(value, str):
            only = self.item.read(value, key, misfits)
            return None if only is None else (only,)
        self._misfit(value, key, misfits)
        return None

    def json_schema(self, definitions: Definitions) -> dict[str, object]:
        return {"anyOf": [self.item.json_schema(definitions), self.items.json_schema(definitions)]}


class TextOrTable(Shape):
    """A text, or a table that says more."""

    expected = _TEXT_OR_TABLE

    def __init__(self, text: Shape, table: Shape) -> None:
        self.text: Final = text
        self.table: Final = table

    def read(self, value: object, key: KeyPath, misfits: list[Misfit]) -> object:
        if isinstance(value, str):
            return self.text.read(value, key, misfits)
        if isinstance(value, dict):
            return self.table.read(value, key, misfits)
        self._misfit(value, key, misfits)
        return None

    def json_schema(self, definitions: Definitions) -> dict[str, object]:
        return {"anyOf": [self.text.json_schema(definitions), self.table.json_schema(definitions)]}


class FreeMap(Shape):
    """A table with any texts as keys, and values of one shape."""

    expected = _TABLE

    def __init__(self, value: Shape) -> None:
        self.key: Final = Filled(Text())
        self.value: Final = value

    def read(self, value: object, key: KeyPath, misfits: list[Misfit]) -> object:
        if not isinstance(value, dict):
            self._misfit(value, key, misfits)
            return None
        found: dict[str, object] = {}
        for name, item in value.items():
            result = self.value.read(item, (*key, name), misfits)
            if self.key.read(name, (*key, name), misfits) is not None and result is not None:
                found[name] = result
        return found

    def json_schema(self, definitions: Definitions) -> dict[str, object]:
        return {"type": "object", "additionalProperties": self.value.json_schema(definitions)}


class ByKind(Shape):
    """A table whose other keys depend on the value of one."""

    expected = _TABLE

    def __init__(self, key: str, tables: Mapping[str, Table]) -> None:
        self.key: Final = key
        self.tables: Final = tables

    def read(self, value: object, key: KeyPath, misfits: list[Misfit]) -> object:
        if not isinstance(value, dict):
            self._misfit(value, key, misfits)
            return None
        kind = value.get(self.key)
        table = self.tables.get(kind) if isinstance(kind, str) else None
        if table is None:
            message = _NO_SUCH_KIND(key=self.key, choices=", ".join(self.tables))
            misfits.append(Misfit((*key, self.key), message))
            return None
        return table.read(value, key, misfits)

    def json_schema(self, definitions: Definitions) -> dict[str, object]:
        schemas = []
        for kind, table in self.tables.items():
            schema = table.json_schema(definitions)
            properties = schema["properties"]
            assert isinstance(properties, dict)  # noqa: S101 - the schema of a table has them
            schemas.append({"if": {"properties": {self.key: {"const": kind}}, "required": [self.key]}, "then": schema})
        return {
            "type": "object",
            "required": [self.key],
            "properties": {self.key: {"enum": list(self.tables)}},
            "allOf": schemas,
        }
