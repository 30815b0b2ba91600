"""The keys below ``build``, ``cascade``, ``sitemap`` and ``sites``, and the values among them at which Hugo stops.

Hugo casts what it finds there, and where it cannot it builds nothing. Source: the behaviour of Hugo 0.168.
"""

from __future__ import annotations

import enum
import fnmatch
import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from contentlint.document import Entry, FrontMatter, ListValue, MapValue, StringValue, Value
from contentlint.text.records import NamedTuple


class Cast(enum.Enum):
    """What Hugo casts a value to."""

    TEXT = "text"
    BOOLEAN = "boolean"
    NUMBER = "number"
    TEXTS = "texts"


Shape: TypeAlias = "Cast | Mapping[str, Shape]"

_SITES: Final[Mapping[str, Shape]] = {
    name: {"languages": Cast.TEXTS, "versions": Cast.TEXTS, "roles": Cast.TEXTS} for name in ("matrix", "complements")
}
TARGET: Final[Mapping[str, Shape]] = {
    "path": Cast.TEXT,
    "kind": Cast.TEXT,
    "lang": Cast.TEXT,
    "environment": Cast.TEXT,
    "sites": _SITES,
}
"""What ``target`` of a cascade may hold."""
SHAPES: Final[Mapping[str, Mapping[str, Shape]]] = {
    "build": {"list": Cast.TEXT, "render": Cast.TEXT, "publishresources": Cast.BOOLEAN},
    "sitemap": {"changefreq": Cast.TEXT, "filename": Cast.TEXT, "priority": Cast.NUMBER, "disable": Cast.BOOLEAN},
    "sites": _SITES,
}
WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "list": ("always", "never", "local"),
    "render": ("always", "never", "link"),
}
"""The words that Hugo knows below ``build``; it takes every other for ``always``."""
NEVER_CASCADED: Final = frozenset({"cascade", "kind", "lang", "path"})
"""Keys that Hugo refuses in a cascade."""

_KINDS: Final = ("home", "page", "section", "taxonomy", "term")
_FALSE_OR_TRUE: Final = frozenset({"", "0", "1", "f", "t", "F", "T", "false", "true", "FALSE", "TRUE", "False", "True"})
_BRACES = re.compile(r"\{([^{}]*)\}")
_ESCAPED = re.compile(r"\\.", re.DOTALL)
_ELSEWHERE: Final = frozenset({"markup", "params", "sites", *NEVER_CASCADED})
"""What Hugo reads before it cascades, and what is no key of a page."""


class Misfit(NamedTuple):
    """A value at which Hugo stops; ``wanted`` is what it should be, ``None`` for a group of keys."""

    entry: Entry
    wanted: Cast | None


def misfits(value: MapValue, shape: Mapping[str, Shape]) -> Iterator[Misfit]:
    """Yield the values of a group of keys that Hugo cannot cast. Keys that it does not know it passes over."""
    for entry in value:
        wanted = shape.get(entry.key.lower())
        if wanted is None or entry.value.kind == "null":
            continue
        if isinstance(wanted, Cast):
            if not _fits(entry.value, wanted):
                yield Misfit(entry, wanted)
        elif isinstance(entry.value, MapValue):
            yield from misfits(entry.value, wanted)
        else:
            yield Misfit(entry, None)


def _fits(value: Value, wanted: Cast) -> bool:
    if wanted is Cast.TEXTS:
        if isinstance(value, ListValue):
            return all(_fits(item, Cast.TEXT) for item in value.items)
        return not isinstance(value, MapValue) or not tuple(value)
    if isinstance(value, ListValue | MapValue):
        return False
    if wanted is Cast.TEXT or not isinstance(value, StringValue):
        return True
    if wanted is Cast.BOOLEAN:
        return value.text in _FALSE_OR_TRUE
    return not value.text or _is_number(value.text)


def _is_number(text: str) -> bool:
    try:
        float(text.replace("_", ""))
    except ValueError:
        return False
    return True


def cascaded(front_matter: FrontMatter) -> Iterator[Entry]:
    """Yield the keys that a cascade gives the page itself: those of one for all pages, where the page has no such key."""
    for group in cascades(front_matter):
        if group.get("target") is None and group.get("_target") is None:
            params = group.get("params")
            further = params.value.entries if params is not None and isinstance(params.value, MapValue) else ()
            for entry in (*group, *further):
                if entry.key.lower() not in _ELSEWHERE and front_matter.get(entry.key) is None:
                    yield entry


def cascades(front_matter: FrontMatter) -> Iterator[MapValue]:
    """Yield the groups of keys that are passed on to the pages below this one."""
    entry = front_matter.get("cascade")
    if entry is None:
        return
    groups = entry.value.items if isinstance(entry.value, ListValue) else (entry.value,)
    yield from (group for group in groups if isinstance(group, MapValue))


def matches_a_kind(pattern: str) -> bool:
    """Whether the pattern of a cascade's target fits a kind of page; a pattern that cannot be told counts as fitting."""
    if len(_BRACES.findall(pattern)) > 1 or "\\" in pattern:
        return True
    braces = _BRACES.search(pattern)
    choices = [pattern]
    if braces is not None:
        choices = [
            f"{pattern[: braces.start()]}{choice.strip()}{pattern[braces.end() :]}" for choice in braces[1].split(",")
        ]
    return any(fnmatch.fnmatchcase(kind, choice.lower()) for kind in _KINDS for choice in choices)


def is_closed(pattern: str) -> bool:
    """Whether every bracket and brace that a pattern opens is closed."""
    bare = _ESCAPED.sub("", pattern)
    return bare.count("[") <= bare.count("]") and bare.count("{") <= bare.count("}")
