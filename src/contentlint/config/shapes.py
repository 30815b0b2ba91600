"""What a value in the settings may be: read and checked at start-up, and described as JSON Schema from one declaration."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from contentlint.config.problems import KeyPath, Misfit, dotted
from contentlint.rules.base import BoundMessage, Message, Option, OptionError
from contentlint.text.records import NamedTuple

_EXPECTED: Final = Message(
    en="‘{key}’ must be {expected}, not {given}.", nl="‘{key}’ moet {expected} zijn, niet {given}."
)
_NOT_A_CHOICE: Final = Message(
    en="‘{key}’ must be one of {choices}, not ‘{given}’.", nl="‘{key}’ moet een van {choices} zijn, niet ‘{given}’."
)
_UNKNOWN_KEY: Final = Message(
    en="‘{key}’ is not a setting{here}.{hint}", nl="‘{key}’ is geen bestaande instelling{here}.{hint}"
)
_IN_TABLE: Final = Message(en=" of ‘{table}’", nl=" van ‘{table}’")
_DID_YOU_MEAN: Final = Message(en=" Did you mean ‘{near}’?", nl=" Bedoel je ‘{near}’?")
_MISSING_KEY: Final = Message(en="‘{key}’ is missing here.", nl="‘{key}’ ontbreekt hier.")
_TWICE: Final = Message(
    en="‘{key}’ is given twice: ‘{name}’ stands in this table already.",
    nl="‘{key}’ staat er twee keer: ‘{name}’ komt al voor in deze tabel.",
)
_OPTION: Final = Message(en="‘{key}’ {problem}.", nl="‘{key}’ {problem}.")
_NOTHING: Final = Message(en="", nl="")

_TEXT: Final = Message(en="a text", nl="een tekst")
_FLAG: Final = Message(en="true or false", nl="true of false")
_LIST: Final = Message(en="a list", nl="een lijst")
_TABLE: Final = Message(en="a table", nl="een tabel")
_NUMBER: Final = Message(en="a number", nl="een getal")
_DATE: Final = Message(en="a date", nl="een datum")
_EMPTY: Final = Message(en="nothing", nl="niets")


def _kind(value: object) -> Message:
    """Return what a value of TOML or YAML is, in words."""
    if value is None:
        return _EMPTY
    for type_, name in ((bool, _FLAG), (str, _TEXT), (int | float, _NUMBER), (list, _LIST), (dict, _TABLE)):
        if isinstance(value, type_):
            return name
    return _DATE


def did_you_mean(given: str, known: tuple[str, ...]) -> BoundMessage:
    """Return the hint that names the known text nearest to a given one; it is empty when none is near."""
    import difflib  # noqa: PLC0415 - only needed when something is wrong

    near = difflib.get_close_matches(given, known, n=1, cutoff=0.6)
    return hint(near[0] if near else None)


def hint(near: str | None) -> BoundMessage:
    """Return the sentence that asks whether ``near`` was meant; it is empty for None."""
    return _DID_YOU_MEAN(near=near) if near else _NOTHING()


Definitions = dict[str, object]
"""JSON Schemas by name, for those that are needed at more places."""


class Shape:
    """What a value may be."""

    expected: Message

    def read(self, value: object, key: KeyPath, misfits: list[Misfit]) -> object:
        """Return the value as the program uses it; what does not fit goes to ``misfits`` and the result is None."""
        raise NotImplementedError

    def json_schema(self, definitions: Definitions) -> dict[str, object]:
        """Return the JSON Schema (2020-12) of such values; what it refers to is added to ``definitions``."""
        raise NotImplementedError

    def _misfit(self, value: object, key: KeyPath, misfits: list[Misfit]) -> None:
        misfits.append(Misfit(key, _EXPECTED(key=dotted(key), expected=self.expected, given=_kind(value))))


Resolve = Callable[[str], "str | BoundMessage"]
"""Gives what a text stands for, or says what is wrong with it."""


class Pattern(NamedTuple):
    """How a text must look (a regular expression for all of it), and what is said of one that does not."""

    regex: str
    wrong: Message


class Text(Shape):
    """A text: any, one of ``choices``, one that a ``pattern`` fits, or what ``resolve`` makes of it.

    ``suggested`` are texts that editors offer; others may stand there too.
    """

    expected = _TEXT

    def __init__(
        self,
        *,
        choices: tuple[str, ...] = (),
        pattern: Pattern | None = None,
        resolve: Resolve | None = None,
        suggested: tuple[str, ...] = (),
    ) -> None:
        self.choices: Final = choices
        self.pattern: Final = pattern
        self.resolve: Final = resolve
        self.suggested: Final = suggested

    def read(self, value: object, key: KeyPath, misfits: list[Misfit]) -> object:
        if not isinstance(value, str):
            self._misfit(value, key, misfits)
        elif self.choices and value not in self.choices:
            choices = ", ".join(self.choices)
            misfits.append(Misfit(key, _NOT_A_CHOICE(key=dotted(key), choices=choices, given=value)))
        elif self.pattern and not re.fullmatch(self.pattern.regex, value):
            misfits.append(Misfit(key, self.pattern.wrong(given=value)))
        else:
            resolved = self.resolve(value) if self.resolve else value
            if isinstance(resolved, str):
                return resolved
            misfits.append(Misfit(key, resolved))
        return None

    def json_schema(self, definitions: Definitions) -> dict[str, object]:  # noqa: ARG002 - as the base has it
        schema: dict[str, object] = {"type": "string"}
        if self.choices:
            schema["enum"] = list(self.choices)
        if self.pattern:
            schema["pattern"] = f"^(?:{self.pattern.regex})$"
        if self.suggested:
            return {"anyOf": [{"enum": list(self.suggested)}, schema]}
        return schema


class Named(Shape):
    """A shape that stands at more places; the JSON Schema says it once."""

    def __init__(self, name: str, shape: Shape) -> None:
        self.name: Final = name
        self.shape: Final = shape

    def read(self, value: object, key: KeyPath, misfits: list[Misfit]) -> object:
        return self.shape.read(value, key, misfits)

    def json_schema(self, definitions: Definitions) -> dict[str, object]:
        if self.name not in definitions:
            definitions[self.name] = self.shape.json_schema(definitions)
        return {"$ref": f"#/$defs/{self.name}"}


class Flag(Shape):
    """True or false."""

    expected = _FLAG

    def read(self, value: object, key: KeyPath, misfits: list[Misfit]) -> object:
        if isinstance(value, bool):
            return value
        self._misfit(value, key, misfits)
        return None

    def json_schema(self, definitions: Definitions) -> dict[str, object]:  # noqa: ARG002 - as the base has it
        return {"type": "boolean"}


class ListOf(Shape):
    """A list of values of one shape; it becomes a tuple of those that fit."""

    expected = _LIST

    def __init__(self, item: Shape) -> None:
        self.item: Final = item

    def read(self, value: object, key: KeyPath, misfits: list[Misfit]) -> object:
        if not isinstance(value, list):
            self._misfit(value, key, misfits)
            return None
        items = [self.item.read(item, (*key, index), misfits) for index, item in enumerate(value)]
        return tuple(item for item in items if item is not None)

    def json_schema(self, definitions: Definitions) -> dict[str, object]:
        return {"type": "array", "items": self.item.json_schema(definitions)}


class Key(NamedTuple):
    """A key of a table: what its value may be, and what it is for (English; shown by editors that read the schema)."""

    shape: Shape
    help: str
    required: bool = False


class Table(Shape):
    """A table with known keys; it becomes a dict of those that fit."""

    expected = _TABLE

    def __init__(self, keys: Mapping[str, Key], *, open_: bool = False) -> None:
        self.keys: Final = keys
        self.open: Final = open_

    def read(self, value: object, key: KeyPath, misfits: list[Misfit]) -> object:
        if not isinstance(value, dict):
            self._misfit(value, key, misfits)
            return None
        found: dict[str, object] = {}
        for name, item in value.items():
            if name in self.keys:
                if (result := self.keys[name].shape.read(item, (*key, name), misfits)) is not None:
                    found[name] = result
            elif self.open:
                found[name] = item
            else:
                misfits.append(unknown_key((*key, name), tuple(self.keys)))
        misfits.extend(
            Misfit(key, _MISSING_KEY(key=name), at_key=True)
            for name, declared in self.keys.items()
            if declared.required and name not in value
        )
        return found

    def json_schema(self, definitions: Definitions) -> dict[str, object]:
        schema: dict[str, object] = {
            "type": "object",
            "properties": {
                name: {"description": declared.help, **declared.shape.json_schema(definitions)}
                for name, declared in self.keys.items()
            },
        }
        if not self.open:
            schema["additionalProperties"] = False
        if required := [name for name, declared in self.keys.items() if declared.required]:
            schema["required"] = required
        return schema


def unknown_key(key: KeyPath, known: tuple[str, ...]) -> Misfit:
    """Return the misfit of a key that a table does not know."""
    here = _IN_TABLE(table=dotted(key[:-1])) if len(key) > 1 else _NOTHING()
    name = str(key[-1])
    return Misfit(key, _UNKNOWN_KEY(key=name, here=here, hint=did_you_mean(name, known)), at_key=True)


class MapOf(Shape):
    """A table whose keys are names: ``resolve`` gives what a key stands for, or says what is wrong with it.

    It becomes a dict by resolved key. The JSON Schema lists the ``known`` names; ``other`` describes the value under
    another spelling of one.
    """

    expected = _TABLE

    def __init__(
        self,
        value: Callable[[str], Shape],
        *,
        resolve: Resolve,
        known: tuple[str, ...],
        other: Shape,
    ) -> None:
        self.value: Final = value
        self.resolve: Final = resolve
        self.known: Final = known
        self.other: Final = other

    def read(self, value: object, key: KeyPath, misfits: list[Misfit]) -> object:
        if not isinstance(value, dict):
            self._misfit(value, key, misfits)
            return None
        found: dict[str, object] = {}
        for name, item in value.items():
            resolved = self.resolve(name)
            if isinstance(resolved, BoundMessage):
                misfits.append(Misfit((*key, name), resolved, at_key=True))
            elif resolved in found:
                misfits.append(Misfit((*key, name), _TWICE(key=name, name=resolved), at_key=True))
            elif (result := self.value(resolved).read(item, (*key, name), misfits)) is not None:
                found[resolved] = result
        return found

    def json_schema(self, definitions: Definitions) -> dict[str, object]:
        return {
            "type": "object",
            "properties": {name: self.value(name).json_schema(definitions) for name in self.known},
            "additionalProperties": self.other.json_schema(definitions),
        }


class OptionValue(Shape):
    """The value of an option of a rule, as the rule declares it."""

    def __init__(self, option: Option) -> None:
        self.option: Final = option

    def read(self, value: object, key: KeyPath, misfits: list[Misfit]) -> object:
        try:
            return self.option.check(value)
        except OptionError as error:
            misfits.append(Misfit(key, _OPTION(key=dotted(key), problem=error.message)))
            return None

    def json_schema(self, definitions: Definitions) -> dict[str, object]:  # noqa: ARG002 - as the base has it
        option = self.option
        if isinstance(option.default, tuple):
            return {"type": "array", "items": {"type": "string"}, "default": list(option.default)}
        names = {bool: "boolean", int: "integer", str: "string"}
        schema: dict[str, object] = {"type": names[type(option.default)], "default": option.default}
        if option.choices:
            schema["enum"] = list(option.choices)
        if option.minimum is not None:
            schema["minimum"] = option.minimum
        return schema
