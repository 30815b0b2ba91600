"""The short form of a schema in the settings, made into a JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from contentlint.rules.base import Message
from contentlint.rules.front_matter.schema.declaration import SchemaDeclarationError, check_declaration

_TYPES: Final[Mapping[str, Mapping[str, object]]] = {
    "any": {},
    "string": {"type": "string"},
    "boolean": {"type": "boolean"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "date": {"type": "string", "format": "hugo-date"},
    "url": {"type": "string", "format": "uri"},
    "email": {"type": "string", "format": "email"},
    "list": {"type": "array"},
    "list of strings": {"type": "array", "items": {"type": "string"}},
    "list of integers": {"type": "array", "items": {"type": "integer"}},
    "list of numbers": {"type": "array", "items": {"type": "number"}},
    "list of dates": {"type": "array", "items": {"type": "string", "format": "hugo-date"}},
    "map": {"type": "object"},
}
TYPE_NAMES: Final = tuple(_TYPES)
"""The names of types in the short form."""

_LIMITS: Final = {
    "one-of": "enum",
    "pattern": "pattern",
    "min-length": "minLength",
    "max-length": "maxLength",
    "minimum": "minimum",
    "maximum": "maximum",
    "min-items": "minItems",
    "max-items": "maxItems",
    "unique": "uniqueItems",
}

_UNKNOWN_TYPE: Final = Message(
    en="‘{given}’ is no type. Known are: {known}.", nl="‘{given}’ is geen type. Bekend zijn: {known}."
)
_NOT_A_TYPE: Final = Message(
    en='This must be the name of a type, such as "string", or a table such as {{ type = "string", max-length = 60 }}.',
    nl='Dit moet de naam van een type zijn, zoals "string", of een tabel als {{ type = "string", max-length = 60 }}.',
)
_UNKNOWN_LIMIT: Final = Message(
    en="‘{given}’ is not known here. Known are: {known}.", nl="‘{given}’ is hier niet bekend. Bekend zijn: {known}."
)


def to_json_schema(table: Mapping[str, Any]) -> dict[str, object]:
    """Return the JSON Schema for ``required`` and ``types`` of a ``[[front-matter]]`` table.

    Raises:
        SchemaDeclarationError: a type or limit that is not known; the path begins below the table.
    """
    properties: dict[str, object] = {}
    for key, wanted in table.get("types", {}).items():
        path = ("types", key)
        properties[key] = _type(wanted, path) if isinstance(wanted, str) else _limits(wanted, path)
        try:
            check_declaration(properties[key])
        except SchemaDeclarationError as problem:
            raise SchemaDeclarationError(path, problem.message) from None
    return {"required": list(table.get("required", ())), "properties": properties}


def _type(name: str, path: tuple[str, ...]) -> dict[str, object]:
    if name not in _TYPES:
        raise SchemaDeclarationError(path, _UNKNOWN_TYPE(given=name, known=", ".join(TYPE_NAMES)))
    return {**_TYPES[name]}


def _limits(wanted: object, path: tuple[str, ...]) -> dict[str, object]:
    if not isinstance(wanted, Mapping) or not isinstance(wanted.get("type", "any"), str):
        raise SchemaDeclarationError(path, _NOT_A_TYPE())
    schema = _type(wanted.get("type", "any"), (*path, "type"))
    for key, limit in wanted.items():
        if key == "type":
            continue
        if key not in _LIMITS:
            known = ", ".join(("type", *_LIMITS))
            raise SchemaDeclarationError((*path, key), _UNKNOWN_LIMIT(given=key, known=known))
        items = schema.get("items")
        if key in ("one-of", "pattern") and isinstance(items, dict):
            schema["items"] = {**items, _LIMITS[key]: limit}
        else:
            schema[_LIMITS[key]] = limit
    return schema
