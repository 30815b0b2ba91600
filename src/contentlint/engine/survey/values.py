"""What the values of one front matter key have in common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from contentlint.document import Entry, ListValue, MapValue, Value
from contentlint.document.front_matter.dates import parse_date
from contentlint.rules.front_matter.schema.schema import as_hugo_has_it

EMPTY_LIST: Final = "empty list"
_IS_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_CODE: Final = re.compile(r"[a-z][a-z0-9_-]{0,29}")
_KEPT: Final = 12
"""How many different values are remembered; a key with more has no fixed choice."""
_MOST_CHOICES: Final = 6
_LEAST_TIMES: Final = 3
_TIMES_FOR_EACH: Final = 5

_LISTS: Final[Mapping[str, str]] = {
    "string": "list of strings",
    "date": "list of dates",
    "integer": "list of integers",
    "number": "list of numbers",
}
_WIDER: Final[Mapping[frozenset[str], str]] = {
    frozenset(("integer", "number")): "number",
    frozenset(("date", "string")): "string",
    frozenset(("list of integers", "list of numbers")): "list of numbers",
    frozenset(("list of dates", "list of strings")): "list of strings",
}


class KeyUse:
    """How a key is used in some pages.

    Attributes:
        spellings: how often it is written in which capitals.
        first: for each type the first page with it, as ``types`` names them.
        types: how many pages have a value of which type; the names are those of the short form of schemas.
        members: for maps, the keys in them.
    """

    def __init__(self) -> None:
        self.spellings: Final[Counter[str]] = Counter()
        self.types: Final[Counter[str]] = Counter()
        self.first: Final[dict[str, str]] = {}
        self.members: Final[dict[str, KeyUse]] = {}
        self._values: Final[Counter[str]] = Counter()

    @property
    def name(self) -> str:
        """The key as most pages write it."""
        return self.spellings.most_common(1)[0][0]

    @property
    def pages(self) -> int:
        """How many pages have it, with a value."""
        return self.types.total()

    def add(self, entry: Entry, path: str, *, at_top: bool = True) -> None:
        """Take a key of a page into account; it has something behind it."""
        types, python = as_hugo_has_it(entry, at_top=at_top)
        kind = _type_of(entry, types, python)
        self.spellings[entry.key] += 1
        self.types[kind] += 1
        self.first.setdefault(kind, path)
        if isinstance(python, str) and (python in self._values or len(self._values) < _KEPT):
            self._values[python] += 1
        if isinstance(entry.value, MapValue):
            for member in present_entries(entry.value):
                self.members.setdefault(member.key.lower(), KeyUse()).add(member, path, at_top=False)

    @property
    def type(self) -> str:
        """The narrowest type that fits every value; empty when none does, or too little is known."""
        found = frozenset(self.types) - {EMPTY_LIST}
        if not found:
            return "list" if self.types else ""
        only = next(iter(found)) if len(found) == 1 else _WIDER.get(found, "")
        if only and EMPTY_LIST in self.types:
            return only if only.startswith("list") else ""
        if not only and all(name.startswith("list") for name in found):
            return "list"
        return only

    @property
    def choices(self) -> tuple[str, ...]:
        """The few texts that all pages choose from, sorted; empty when there are many, or too little is known."""
        values = self._values
        few = 1 < len(values) <= _MOST_CHOICES and set(self.types) <= {"string"} and values.total() == self.pages
        often = few and min(values.values()) >= _LEAST_TIMES and self.pages >= _TIMES_FOR_EACH * len(values)
        return tuple(sorted(values)) if often else ()

    @property
    def chooses_codes(self) -> bool:
        """Whether the choices are words for a template rather than for readers: a new one would mean nothing to it."""
        return bool(self.choices) and all(_CODE.fullmatch(choice) for choice in self.choices)


def present_entries(table: MapValue) -> list[Entry]:
    """Return the keys of a map; one with nothing behind it counts as absent, as it does for Hugo."""
    return [entry for entry in table.known if entry.value.kind != "null"]


def _in_place_of(entry: Entry, item: Value) -> Entry:
    return entry._replace(value=item)


def _type_of(entry: Entry, types: tuple[str, ...], python: Any) -> str:
    value = entry.value
    if "array" in types:
        if not isinstance(value, ListValue):
            return "list of strings"
        if not value.items:
            return EMPTY_LIST
        items = {
            _type_of(one, *as_hugo_has_it(one, at_top=False)) for one in map(partial(_in_place_of, entry), value.items)
        }
        only = next(iter(items)) if len(items) == 1 else _WIDER.get(frozenset(items), "")
        return _LISTS.get(only, "list")
    if "object" in types:
        return "map"
    if "boolean" in types:
        return "boolean"
    if "number" in types:
        return "integer" if "integer" in types and value.kind != "float" else "number"
    if "string" not in types:
        return types[0]
    return "date" if _IS_DATE.match(str(python)) and parse_date(str(python)) is not None else "string"
