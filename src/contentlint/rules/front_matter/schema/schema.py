"""Checks front matter against a JSON Schema (draft 2020-12), on the values with their places.

Keys are compared in any case of letters and Hugo's own keys are cast as Hugo casts them (a title ``2025`` is a text). A key
with nothing behind it counts as absent, as it does for Hugo.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from contentlint.document import Entry, FrontMatter, ListValue, MapValue, StringValue, Value
from contentlint.document.front_matter.casts import to_bool, to_int, to_text, to_texts
from contentlint.rules.base import BoundMessage, Message
from contentlint.rules.front_matter.known_keys import HUGO, Wanted
from contentlint.rules.front_matter.schema import messages as say
from contentlint.rules.front_matter.schema.declaration import MAX_DEPTH, check_declaration, resolve
from contentlint.rules.front_matter.schema.formats import FORMATS
from contentlint.rules.front_matter.schema.short import to_json_schema
from contentlint.text import Span
from contentlint.text.records import NamedTuple

_JSON_TYPES: Final[Mapping[str, tuple[str, ...]]] = {
    "string": ("string",),
    "date": ("string",),
    "boolean": ("boolean",),
    "integer": ("integer", "number"),
    "float": ("number",),
    "null": ("null",),
    "list": ("array",),
    "map": ("object",),
}
_ALWAYS_ALLOWED: Final = "contentlint"
_NUMBER_LIMITS: Final[tuple[tuple[str, Callable[[Any, Any], bool], Message], ...]] = (
    ("minimum", lambda number, limit: number >= limit, say.TOO_SMALL),
    ("maximum", lambda number, limit: number <= limit, say.TOO_GREAT),
    ("exclusiveMinimum", lambda number, limit: number > limit, say.NOT_MORE),
    ("exclusiveMaximum", lambda number, limit: number < limit, say.NOT_LESS),
    (
        "multipleOf",
        lambda number, limit: not limit or abs(number / limit - round(number / limit)) < 1e-9,
        say.NOT_A_MULTIPLE,
    ),
)


class SchemaError(NamedTuple):
    """A place where front matter does not fit.

    Attributes:
        path: the keys that lead there.
        span: the value, or the key that should not be there; for a missing key the opening of the front matter, or the
            key under which it is missing.
        message: what is wrong.
        missing: whether a key is missing.
        suggestions: texts that would fit at ``span``.
    """

    path: tuple[str, ...]
    span: Span
    message: BoundMessage
    missing: bool = False
    suggestions: tuple[str, ...] = ()


class _Subject(NamedTuple):
    """A value under check: its JSON types and what it is in Python, as Hugo has them."""

    value: Value
    types: tuple[str, ...]
    python: Any
    name: str
    path: tuple[str, ...]
    missing_at: Span


class Schema:
    """What the front matter of some pages must hold."""

    def __init__(self, root: Mapping[str, object]) -> None:
        self._root: Final = root

    @classmethod
    def from_json_schema(cls, schema: Mapping[str, object]) -> Schema:
        """Return the schema for a JSON Schema.

        Raises:
            SchemaDeclarationError: it cannot be used; says where.
        """
        check_declaration(schema)
        return cls(schema)

    @classmethod
    def from_short(cls, table: Mapping[str, object]) -> Schema:
        """Return the schema for ``required`` and ``types`` of a ``[[front-matter]]`` table in the settings.

        Raises:
            SchemaDeclarationError: a type or limit that is not known; the path begins below the table.
        """
        return cls(to_json_schema(table))

    @property
    def properties(self) -> Mapping[str, Mapping[str, Any]]:
        """The keys at the top of the front matter that it speaks of, with what it asks of the value of each."""
        properties = self._root.get("properties")
        required = self._root.get("required")
        found: dict[str, Mapping[str, Any]] = {name: {} for name in required} if isinstance(required, list) else {}
        if isinstance(properties, Mapping):
            found |= {name: part if isinstance(part, Mapping) else {} for name, part in properties.items()}
        return found

    def validate(self, front_matter: FrontMatter) -> Iterator[SchemaError]:
        """Yield every place where front matter does not fit."""
        subject = _Subject(front_matter.root, ("object",), {}, "", (), front_matter.opening)
        yield from self._check(self._root, subject, 0)

    def _check(self, schema: object, subject: _Subject, depth: int) -> Iterator[SchemaError]:
        if schema is False:
            yield _error(subject, say.FORBIDDEN)
        if not isinstance(schema, Mapping) or depth > MAX_DEPTH:
            return
        if "$ref" in schema:
            yield from self._check(resolve(self._root, schema["$ref"]), subject, depth + 1)
        if wrong := _wrong_type(schema, subject):
            yield wrong
            return
        yield from _check_choice(schema, subject)
        if "string" in subject.types:
            yield from _check_text(schema, subject)
        if "number" in subject.types:
            yield from _check_number(schema, subject)
        if "array" in subject.types:
            yield from self._check_list(schema, subject, depth)
        if "object" in subject.types:
            yield from self._check_map(schema, subject, depth)
        yield from self._check_combinations(schema, subject, depth)

    def _fits(self, schema: object, subject: _Subject, depth: int) -> bool:
        return next(self._check(schema, subject, depth + 1), None) is None

    def _check_combinations(self, schema: Mapping[str, Any], subject: _Subject, depth: int) -> Iterator[SchemaError]:
        for part in schema.get("allOf", ()):
            yield from self._check(part, subject, depth + 1)
        for key in ("anyOf", "oneOf"):
            if key not in schema:
                continue
            results = [[*self._check(part, subject, depth + 1)] for part in schema[key]]
            fitting = sum(not found for found in results)
            if not fitting:
                yield from _best(results, subject)
            elif fitting > 1 and key == "oneOf":
                yield _error(subject, say.SEVERAL_ALTERNATIVES)
        if "not" in schema and self._fits(schema["not"], subject, depth):
            yield _error(subject, say.FORBIDDEN)
        if "if" in schema:
            branch = "then" if self._fits(schema["if"], subject, depth) else "else"
            yield from self._check(schema.get(branch), subject, depth + 1)

    def _check_list(self, schema: Mapping[str, Any], subject: _Subject, depth: int) -> Iterator[SchemaError]:
        items = _items(subject)
        yield from _check_count(schema, "Items", len(items), subject, (say.TOO_FEW, say.TOO_MANY))
        prefix = schema.get("prefixItems", ())
        for item, part in zip(items, prefix, strict=False):
            yield from self._check(part, item, depth + 1)
        if "items" in schema:
            for item in items[len(prefix) :]:
                yield from self._check(schema["items"], item, depth + 1)
        if "contains" in schema:
            fitting = sum(self._fits(schema["contains"], item, depth) for item in items)
            if fitting < schema.get("minContains", 1):
                yield _error(subject, say.NONE_FITS)
        if schema.get("uniqueItems") is True:
            seen: set[str] = set()
            for item in items:
                text = json.dumps(item.python, sort_keys=True, default=str)
                if text in seen:
                    yield _error(item, say.TWICE)
                seen.add(text)

    def _check_map(self, schema: Mapping[str, Any], subject: _Subject, depth: int) -> Iterator[SchemaError]:
        table = subject.value
        if not isinstance(table, MapValue):
            return
        present = {entry.key.lower(): entry for entry in table.known if entry.value.kind != "null"}
        yield from _check_required(schema, subject, present, table)
        yield from _check_count(schema, "Properties", len(present), subject, (say.TOO_FEW, say.TOO_MANY))
        properties = {name.lower(): part for name, part in schema.get("properties", {}).items()}
        patterns = [(re.compile(name), part) for name, part in schema.get("patternProperties", {}).items()]
        for key, entry in present.items():
            member = _member(subject, entry)
            parts = [part for pattern, part in patterns if pattern.search(entry.key)]
            if key in properties:
                parts.append(properties[key])
            if "propertyNames" in schema and not self._fits(schema["propertyNames"], _name_of(member), depth):
                yield SchemaError(member.path, entry.key_span, say.NOT_ALLOWED(key=entry.key))
            if not parts and "additionalProperties" in schema and key != _ALWAYS_ALLOWED:
                if schema["additionalProperties"] is False:
                    yield _not_allowed(member, entry, schema.get("properties", {}))
                else:
                    parts.append(schema["additionalProperties"])
            for part in parts:
                yield from self._check(part, member, depth + 1)
        for name, part in schema.get("dependentSchemas", {}).items():
            if name.lower() in present:
                yield from self._check(part, subject, depth + 1)


def _error(subject: _Subject, message: Message, *, suggestions: tuple[str, ...] = (), **values: object) -> SchemaError:
    span = subject.value.content if subject.path else subject.missing_at
    given = values.pop("given", None) or _shown(subject.python)
    name: object = subject.name or say.FRONT_MATTER
    return SchemaError(subject.path, span, message(key=name, given=given, **values), suggestions=suggestions)


def _shown(python: object) -> str:
    text = python if isinstance(python, str) else json.dumps(python, ensure_ascii=False, default=str)
    return text if len(text) <= 40 else text[:39] + "…"


def _member(parent: _Subject, entry: Entry) -> _Subject:
    """Return a key's value for checking; at the top, Hugo's own keys are cast."""
    path = (*parent.path, entry.key)
    types, python = as_hugo_has_it(entry, at_top=not parent.path)
    return _Subject(entry.value, types, python, entry.key, path, entry.key_span)


def as_hugo_has_it(entry: Entry, *, at_top: bool) -> tuple[tuple[str, ...], object]:
    """Return the types of JSON Schema that the value of a key counts as, and the value itself in Python.

    Args:
        entry: the key with its value.
        at_top: whether it stands at the top of the front matter, where Hugo casts the values of its own keys.
    """
    known = HUGO.get(entry.key.lower()) if at_top else None
    return _cast(entry.value, known.wanted if known else None)


def _cast(value: Value, wanted: Wanted | None) -> tuple[tuple[str, ...], object]:
    """Return JSON types and value of what Hugo makes of a value."""
    if wanted in (Wanted.TEXT, Wanted.DATE) and (text := to_text(value)) is not None:
        return ("string",), text
    if wanted is Wanted.BOOLEAN and (truth := to_bool(value)) is not None:
        return ("boolean",), truth
    if wanted is Wanted.NUMBER and value.kind == "string" and (number := to_int(value)) is not None:
        return ("integer", "number"), number
    if wanted is Wanted.TEXTS and isinstance(value, StringValue):
        return ("array",), list(to_texts(value) or ())
    if value.kind == "date":
        return ("string",), value.raw
    if value.kind == "float" and isinstance(value.python, float) and value.python.is_integer():
        return ("integer", "number"), value.python
    return _JSON_TYPES[value.kind], value.python


def _items(subject: _Subject) -> list[_Subject]:
    value = subject.value
    if isinstance(value, ListValue):
        cast = [_cast(item, None) for item in value.items]
        return [
            _Subject(item, types, python, subject.name, subject.path, item.span)
            for item, (types, python) in zip(value.items, cast, strict=True)
        ]
    return [subject._replace(types=("string",), python=text) for text in subject.python]


def _name_of(member: _Subject) -> _Subject:
    return member._replace(types=("string",), python=member.name)


def _wrong_type(schema: Mapping[str, Any], subject: _Subject) -> SchemaError | None:
    wanted = schema.get("type")
    if wanted is None:
        return None
    names = wanted if isinstance(wanted, list) else [wanted]
    if not names or set(names) & set(subject.types):
        return None
    kind = subject.types[0] if subject.types else subject.value.kind
    return _error(
        subject,
        say.WRONG_TYPE,
        wanted=say.either([say.TYPE_NAMES[name] for name in names]),
        given=say.TYPE_NAMES[kind],
    )


def _same(left: object, right: object) -> bool:
    return left == right and isinstance(left, bool) == isinstance(right, bool)


def _check_choice(schema: Mapping[str, Any], subject: _Subject) -> Iterator[SchemaError]:
    choices = schema["enum"] if "enum" in schema else [schema["const"]] if "const" in schema else None
    if choices is None or any(_same(choice, subject.python) for choice in choices):
        return
    texts = [choice for choice in choices if isinstance(choice, str)]
    near: list[str] = []
    if isinstance(subject.python, str) and isinstance(subject.value, StringValue) and subject.value.verbatim:
        near = difflib.get_close_matches(subject.python, texts, n=1)
    shown = [_shown(choice) for choice in choices[:8]] + ["…"] * (len(choices) > 8)
    names = [Message(en=f"‘{text}’", nl=f"‘{text}’") for text in shown]
    yield _error(subject, say.NOT_A_CHOICE, suggestions=tuple(near), choices=say.either(names))


def _check_text(schema: Mapping[str, Any], subject: _Subject) -> Iterator[SchemaError]:
    text = str(subject.python)
    yield from _check_count(schema, "Length", len(text), subject, (say.TOO_SHORT, say.TOO_LONG))
    if "pattern" in schema and not re.search(schema["pattern"], text):
        wanted = Message(en=schema["pattern"], nl=schema["pattern"])
        yield _error(subject, say.WRONG_FORM, wanted=wanted)
    known = FORMATS.get(str(schema.get("format")))
    if known is not None and not known(text):
        yield _error(subject, say.WRONG_FORM, wanted=say.FORMAT_NAMES[schema["format"]])


def _check_number(schema: Mapping[str, Any], subject: _Subject) -> Iterator[SchemaError]:
    for key, holds, message in _NUMBER_LIMITS:
        if key in schema and not holds(subject.python, schema[key]):
            yield _error(subject, message, limit=schema[key])


def _check_count(
    schema: Mapping[str, Any], what: str, length: int, subject: _Subject, messages: tuple[Message, Message]
) -> Iterator[SchemaError]:
    if length < schema.get(f"min{what}", 0):
        yield _error(subject, messages[0], length=length, limit=schema[f"min{what}"])
    if f"max{what}" in schema and length > schema[f"max{what}"]:
        yield _error(subject, messages[1], length=length, limit=schema[f"max{what}"])


def _check_required(
    schema: Mapping[str, Any], subject: _Subject, present: Mapping[str, Entry], table: MapValue
) -> Iterator[SchemaError]:
    """Yield each key that must be there and is not; where it is there with nothing behind it, the place is the key."""
    asked = [(name, say.MISSING(key=name)) for name in schema.get("required", ())]
    for trigger, names in schema.get("dependentRequired", {}).items():
        if trigger.lower() in present:
            asked += [(name, say.MISSING_WITH(key=name, other=trigger)) for name in names]
    for name, message in asked:
        if name.lower() in present:
            continue
        path = (*subject.path, name)
        if empty := table.get(name):
            yield SchemaError(path, empty.key_span, say.EMPTY(key=name), missing=True)
        else:
            yield SchemaError(path, subject.missing_at, message, missing=True)


def _not_allowed(member: _Subject, entry: Entry, properties: Mapping[str, object]) -> SchemaError:
    near = tuple(difflib.get_close_matches(entry.key, [*properties], n=1, cutoff=0.75))
    return SchemaError(member.path, entry.key_span, say.NOT_ALLOWED(key=entry.key), suggestions=near)


def _best(results: list[list[SchemaError]], subject: _Subject) -> list[SchemaError]:
    """Return what is wrong with the alternative that was nearly met; one error when none stands out."""
    inner = [found for found in results if all(error.span != subject.value.content for error in found)]
    return inner[0] if len(inner) == 1 else [_error(subject, say.NO_ALTERNATIVE)]
