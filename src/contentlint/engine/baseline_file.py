"""The form of a baseline on disk.

It is JSON Lines, so that two people who change it seldom meet: a first line with the version, then a line for each
finding, sorted. No line or column of a page stands in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from contentlint.config.problems import ConfigError, ConfigProblem
from contentlint.engine.fingerprints import Fingerprint, fingerprint
from contentlint.rules.base import BoundMessage, Message, Violation
from contentlint.text import SourceText
from contentlint.text.records import NamedTuple

VERSION: Final = 1
_HEADER: Final = "contentlint-baseline"
_KEYS: Final = ("path", "rule", "text", "what", "before", "after")
_SHOWN: Final = 60
"""Characters of the text that stand in the file, for people who read it."""
_TELLING: Final = 3
"""Letters and digits that make a text one of its own."""

_NOT_A_BASELINE: Final = Message(
    en="This is no baseline of contentlint: its first line must be {header}.",
    nl="Dit is geen baseline van contentlint: de eerste regel moet {header} zijn.",
)
_OTHER_VERSION: Final = Message(
    en="This baseline is of another version of contentlint. Make it again with --write-baseline.",
    nl="Deze baseline is van een andere versie van contentlint. Maak hem opnieuw met --write-baseline.",
)
_BAD_LINE: Final = Message(
    en="This line is no finding that contentlint noted. Was the file merged? Make it again with --write-baseline.",
    nl="Deze regel is geen bevinding die contentlint opnam. Is het bestand samengevoegd? Maak het opnieuw met --write-baseline.",
)


class Entry(NamedTuple):
    """One finding as it is noted."""

    path: str
    rule: str
    text: str
    what: str
    before: str
    after: str

    @property
    def fingerprint(self) -> Fingerprint:
        """What the finding is known by."""
        return Fingerprint(self.rule, self.what, self.before, self.after)

    @property
    def is_telling(self) -> bool:
        """Whether the text is known wherever it stands, unlike two spaces or the marks of a heading."""
        return sum(character.isalnum() for character in self.text) >= _TELLING


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8") + "\n"


def to_bytes(entries: Iterable[Entry]) -> bytes:
    """Return a file with findings."""
    lines = (_line(entry._asdict()) for entry in sorted(entries))
    return "".join((_line({_HEADER: VERSION}), *lines)).encode("utf-8")


def entry_of(path: str, source: SourceText, violation: Violation) -> Entry:
    """Return a violation as it is noted; ``path`` is that of its file, from the root of the settings."""
    text = " ".join(source[violation.span].split())
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    rule, *digests = fingerprint(source, violation)
    return Entry(path, rule, shown, *digests)


def entries_in(path: Path, source: SourceText, *, lenient: bool = False) -> list[Entry]:
    """Return what is noted in a file.

    Args:
        path: the file.
        source: what stands in it.
        lenient: whether lines that are not readable are passed over; the first line must be ours all the same.

    Raises:
        ConfigError: the file is no baseline; with the place.
    """

    def problem(line: int, column: int, message: BoundMessage) -> ConfigError:
        return ConfigError((ConfigProblem(path, line, column, message),))

    entries: list[Entry] = []
    has_header = False
    for line in range(1, source.line_count + 1):
        text = source[source.line_span(line)]
        if not text.strip():
            continue
        value, column = _value(text)
        if not has_header:
            if not isinstance(value, dict) or _HEADER not in value:
                raise problem(line, column, _NOT_A_BASELINE(header=_line({_HEADER: VERSION}).strip()))
            if value[_HEADER] != VERSION:
                if lenient:
                    return []
                raise problem(line, column, _OTHER_VERSION())
            has_header = True
        elif isinstance(value, dict) and all(isinstance(value.get(key), str) for key in _KEYS):
            entries.append(Entry(*(value[key] for key in _KEYS)))
        elif not lenient:
            raise problem(line, column, _BAD_LINE())
    if not has_header:
        raise problem(1, 1, _NOT_A_BASELINE(header=_line({_HEADER: VERSION}).strip()))
    return entries


def _value(text: str) -> tuple[object, int]:
    """Return the JSON value of a line and its column; None and the column of the mistake when there is one."""
    try:
        return json.loads(text), 1
    except json.JSONDecodeError as error:
        return None, error.colno
    except (ValueError, RecursionError):  # a number of very many digits; lists in lists in lists
        return None, 1
