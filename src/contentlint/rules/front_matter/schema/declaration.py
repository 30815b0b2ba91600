"""Is a JSON Schema one that can be checked? Every fault has its path."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from contentlint.rules.base import BoundMessage, Message

Path: TypeAlias = tuple[str | int, ...]

TYPES: Final = ("null", "boolean", "integer", "number", "string", "array", "object")
_ONE: Final = ("additionalProperties", "propertyNames", "items", "contains", "not", "if", "then", "else")
_MANY: Final = ("allOf", "anyOf", "oneOf", "prefixItems")
_BY_NAME: Final = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")
_NUMBERS: Final = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_COUNTS: Final = (
    "minLength", "maxLength", "minItems", "maxItems", "minContains", "maxContains", "minProperties", "maxProperties",
)  # fmt: skip
_UNSUPPORTED: Final = ("unevaluatedProperties", "unevaluatedItems", "$dynamicRef", "$recursiveRef")
MAX_DEPTH: Final = 64

_NOT_A_SCHEMA: Final = Message(en="this must be an object, true or false", nl="dit moet een object, true of false zijn")
_NOT_A_TYPE: Final = Message(
    en="‘{given}’ is no type; known are {known}", nl="‘{given}’ is geen type; bekend zijn {known}"
)
_NOT_A_LIST: Final = Message(en="this must be a list", nl="dit moet een lijst zijn")
_NOT_TEXTS: Final = Message(en="this must be a list of texts", nl="dit moet een lijst van teksten zijn")
_NOT_A_MAP: Final = Message(en="this must be an object", nl="dit moet een object zijn")
_NOT_A_NUMBER: Final = Message(en="this must be a number", nl="dit moet een getal zijn")
_NOT_A_COUNT: Final = Message(
    en="this must be a whole number of 0 or more", nl="dit moet een heel getal van 0 of meer zijn"
)
_BAD_PATTERN: Final = Message(
    en="‘{given}’ is no pattern: {reason}", nl="‘{given}’ is geen patroon (melding in het Engels): {reason}"
)
_BAD_REFERENCE: Final = Message(
    en="‘{given}’ leads nowhere; only places in this file are looked up",
    nl="‘{given}’ leidt nergens heen; alleen plaatsen in dit bestand worden opgezocht",
)
_NOT_SUPPORTED: Final = Message(en="‘{given}’ is not understood here", nl="‘{given}’ wordt hier niet begrepen")
_TOO_DEEP: Final = Message(en="the schema is nested too deep", nl="het schema zit te diep in elkaar")


class SchemaDeclarationError(ValueError):
    """A schema that cannot be used.

    Attributes:
        path: the keys and indexes that lead to the fault.
        message: what is wrong there, without a full stop.
    """

    def __init__(self, path: Path, message: BoundMessage) -> None:
        super().__init__(f"{'/'.join(str(part) for part in path)}: {message.render('en')}")
        self.path: Final = path
        self.message: Final = message


def check_declaration(schema: object) -> None:
    """Check a schema.

    Raises:
        SchemaDeclarationError: for the first fault.
    """
    for path, message in _faults(schema, schema, ()):
        raise SchemaDeclarationError(path, message)


def resolve(root: object, reference: object) -> object | None:
    """Return the schema that a ``$ref`` such as ``#/$defs/tag`` means, None when it leads nowhere."""
    if not isinstance(reference, str) or not reference.startswith("#"):
        return None
    found = root
    for part in reference[1:].split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        if isinstance(found, Mapping) and name in found:
            found = found[name]
        elif isinstance(found, list) and name.isdecimal() and int(name) < len(found):
            found = found[int(name)]
        else:
            return None
    return found if isinstance(found, Mapping | bool) else None


def _faults(root: object, schema: object, path: Path) -> Iterator[tuple[Path, BoundMessage]]:
    if isinstance(schema, bool):
        return
    if not isinstance(schema, Mapping):
        yield path, _NOT_A_SCHEMA()
        return
    if len(path) > MAX_DEPTH:
        yield path, _TOO_DEEP()
        return
    yield from _own_faults(root, schema, path)
    for key in _ONE:
        if key in schema:
            yield from _faults(root, schema[key], (*path, key))
    for key in _MANY:
        if key not in schema:
            continue
        if not isinstance(schema[key], list):
            yield (*path, key), _NOT_A_LIST()
            continue
        for index, part in enumerate(schema[key]):
            yield from _faults(root, part, (*path, key, index))
    for key in _BY_NAME:
        if key not in schema:
            continue
        if not isinstance(schema[key], Mapping):
            yield (*path, key), _NOT_A_MAP()
            continue
        for name, part in schema[key].items():
            yield from _faults(root, part, (*path, key, name))


def _own_faults(root: object, schema: Mapping[str, object], path: Path) -> Iterator[tuple[Path, BoundMessage]]:
    for key in _UNSUPPORTED:
        if key in schema:
            yield (*path, key), _NOT_SUPPORTED(given=key)
    types = schema.get("type", [])
    for name in types if isinstance(types, list) else [types]:
        if name not in TYPES:
            yield (*path, "type"), _NOT_A_TYPE(given=name, known=", ".join(TYPES))
    for key in _NUMBERS:
        if key in schema and (isinstance(schema[key], bool) or not isinstance(schema[key], int | float)):
            yield (*path, key), _NOT_A_NUMBER()
    for key in _COUNTS:
        count = schema.get(key, 0)
        if isinstance(count, bool) or not isinstance(count, int) or count < 0:
            yield (*path, key), _NOT_A_COUNT()
    if "enum" in schema and not isinstance(schema["enum"], list):
        yield (*path, "enum"), _NOT_A_LIST()
    if "required" in schema and not _are_texts(schema["required"]):
        yield (*path, "required"), _NOT_TEXTS()
    if "dependentRequired" in schema:
        dependent = schema["dependentRequired"]
        if not isinstance(dependent, Mapping) or not all(_are_texts(names) for names in dependent.values()):
            yield (*path, "dependentRequired"), _NOT_TEXTS()
    if "$ref" in schema and resolve(root, schema["$ref"]) is None:
        yield (*path, "$ref"), _BAD_REFERENCE(given=schema["$ref"])
    patterns = schema.get("patternProperties")
    names = [*patterns] if isinstance(patterns, Mapping) else []
    for pattern in [schema["pattern"], *names] if "pattern" in schema else names:
        try:
            re.compile(str(pattern))
        except re.error as error:
            yield (*path, "pattern"), _BAD_PATTERN(given=pattern, reason=error)


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
