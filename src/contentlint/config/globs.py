"""Patterns for paths, in settings and on the command line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from contentlint.rules.base import BoundMessage, Message

_EMPTY: Final = Message(
    en="This pattern is empty, so it fits nothing.", nl="Dit patroon is leeg en past dus nergens op."
)
_OUTSIDE: Final = Message(
    en="‘{glob}’ points outside this folder. Patterns start from the folder of the settings.",
    nl="‘{glob}’ wijst buiten deze map. Patronen beginnen in de map van de instellingen.",
)
_UNCLOSED: Final = Message(
    en="‘{glob}’ has a ‘{sign}’ that is not closed.", nl="In ‘{glob}’ wordt een ‘{sign}’ niet gesloten."
)

_BAD_RANGE: Final = Message(
    en="‘{glob}’ has a range between [ and ] that runs backwards.",
    nl="In ‘{glob}’ loopt een bereik tussen [ en ] achteruit.",
)

_PART: Final = (
    r"(?P<any_folders>(?<![^/])\*\*/)|(?P<all_below>(?<![^/])\*\*$)|(?P<stars>\*+)|(?P<one>\?)"
    r"|(?P<set>\[!?\]?[^\]/]*\])|(?P<open>\{)|(?P<comma>,)|(?P<close>\})|(?P<text>[^*?\[{},]+|\[)"
)

# In a set a hyphen makes a range only between two other characters.
_LITERAL: Final = re.compile(r"[\\\[\]^&~|]|\A-|-\Z|-(?=-)|(?<=-)-")


def _translate(glob: str) -> str:
    pattern = ""
    depth = 0
    for match in re.finditer(_PART, glob):
        text = match[0]
        match match.lastgroup:
            case "any_folders":
                pattern += "(?:[^/]+/)*"
            case "all_below":
                pattern += ".+"
            case "stars":
                pattern += "[^/]*"
            case "one":
                pattern += "[^/]"
            case "set":
                negated = text.startswith("[!")
                members = _LITERAL.sub(r"\\\g<0>", text[2 if negated else 1 : -1])
                pattern += f"[^/{members}]" if negated else f"[{members}]"
            case "open":
                depth += 1
                pattern += "(?:"
            case "comma" if depth:
                pattern += "|"
            case "close" if depth:
                depth -= 1
                pattern += ")"
            case _:
                pattern += re.escape(text)
    return pattern


class Globs:
    """Patterns of paths, as in a ``.gitignore``: relative to one folder, with ``/`` between folders.

    ``*`` and ``?`` stay within a name, ``**`` crosses folders, ``[abc]`` and ``{nl,en}`` give alternatives. A pattern
    without a slash fits a name at any depth; one that fits a folder fits everything in it.
    """

    __slots__ = ("_regex", "patterns")

    def __init__(self, patterns: Iterable[str]) -> None:
        self.patterns: Final = tuple(patterns)
        self._regex: re.Pattern[str] | None = None

    def __bool__(self) -> bool:
        return bool(self.patterns)

    def __add__(self, other: Globs) -> Globs:
        return Globs((*self.patterns, *other.patterns))

    def match(self, path: str) -> bool:
        """Whether a path fits: relative to the same folder, with forward slashes."""
        if not self.patterns:
            return False
        if self._regex is None:
            self._regex = re.compile("|".join(map(_alternative, self.patterns)), re.DOTALL)
        return self._regex.fullmatch(path) is not None


def _alternative(glob: str) -> str:
    glob = glob.removeprefix("./")
    stripped = glob.strip("/")
    anywhere = "" if "/" in glob.rstrip("/") else "(?:.*/)?"
    return f"(?:{anywhere}{_translate(stripped)}(?:/.*)?)"


def check_glob(glob: str) -> str | BoundMessage:
    """Return the pattern, or what is wrong with it."""
    if not glob.strip("/ "):
        return _EMPTY()
    if ".." in glob.split("/"):
        return _OUTSIDE(glob=glob)
    depth = 0
    for match in re.finditer(_PART, glob):
        depth += (match.lastgroup == "open") - (match.lastgroup == "close" and depth > 0)
        if match[0] == "[":
            return _UNCLOSED(glob=glob, sign="[")
    if depth:
        return _UNCLOSED(glob=glob, sign="{")
    try:
        re.compile(_alternative(glob))
    except re.error:  # a reversed range, as in [z-a]
        return _BAD_RANGE(glob=glob)
    return glob
