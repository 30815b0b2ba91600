"""The files with words of a site: where they are, what stands in them, and adding to one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from contentlint.language.sounds import without_accents
from contentlint.language.words import split_entry
from contentlint.rules.base import BoundMessage
from contentlint.rules.spelling.entry import what_is_wrong
from contentlint.text import SourceText
from contentlint.text.records import NamedTuple

_USUAL: Final = "rules/words.*.txt"
_NAME: Final = re.compile(r".+\.(?P<language>[a-z]{2})\.[^.]+")
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


class BadLine(NamedTuple):
    """What is wrong in a line of a list; ``line`` and ``column`` count from 1."""

    line: int
    column: int
    message: BoundMessage


def word_files(root: Path, names: tuple[str, ...] | None) -> tuple[str, ...]:
    """Return the lists of a site, relative to its root: those that the settings name, else those at the usual place."""
    if names is not None:
        return names
    return tuple(sorted(path.relative_to(root).as_posix() for path in root.glob(_USUAL)))


def usual_file(language: str) -> str:
    """Return where the list for a language stands when the settings do not say."""
    return _USUAL.replace("*", language)


def language_of_list(name: str) -> str:
    """Return the language of the texts that a list holds for, as its name ends; empty for all."""
    match = _NAME.fullmatch(name.rpartition("/")[2])
    return match["language"] if match else ""


def entries_of(source: SourceText, language: str, bad: list[BadLine]) -> Iterator[str]:
    """Yield the entries of a list, ``word`` or ``word/model``; what is wrong goes to ``bad``.

    Args:
        source: the file.
        language: the language of its words; empty when they hold for all.
        bad: where to put lines that cannot be used.
    """
    for line in range(1, source.line_count + 1):
        text = source[source.line_span(line)]
        entry = text.partition("#")[0].strip()
        if not entry:
            continue
        if message := what_is_wrong(entry, language):
            bad.append(BadLine(line, text.index(entry) + 1, message))
        else:
            yield entry


class Addition(NamedTuple):
    """A list with new entries: its text, and which of them were not in it yet."""

    text: str
    added: tuple[str, ...]


def with_entries(text: str, entries: Iterable[str]) -> Addition:
    """Return a list with entries added.

    Each goes to its place in the alphabet, in the last group of lines without a comment or an empty line between them.
    Comments, newlines and all other lines stay as they are. A word that is listed without a model gets the one it is
    given now.
    """
    lines = [match[0] for match in _LINE.finditer(text) if match[0]]
    first = next((line for line in lines if line.endswith(("\r", "\n"))), "\n")
    newline = first[len(first.rstrip("\r\n")) :]
    added = []
    for entry in sorted(dict.fromkeys(entries), key=_order):
        word, model = split_entry(entry)
        places = [place for place, line in enumerate(lines) if split_entry(line)[0] == word]
        if not places:
            place = _place_for(lines, entry)
            if place and not lines[place - 1].endswith(("\r", "\n")):
                lines[place - 1] += newline
            lines.insert(place, entry + newline)
        elif model and not any(split_entry(lines[place])[1] for place in places):
            old = lines[places[0]].partition("#")[0].strip().removeprefix("\ufeff")
            lines[places[0]] = lines[places[0]].replace(old, entry, 1)
        else:
            continue
        added.append(entry)
    return Addition("".join(lines), tuple(added))


def _order(entry: str) -> tuple[str, str]:
    word = split_entry(entry)[0]
    return without_accents(word).casefold(), word


def _place_for(lines: list[str], entry: str) -> int:
    """Return the index of the line before which an entry belongs."""
    words = [bool(split_entry(line)[0]) for line in lines]
    if not any(words):
        return len(lines)
    end = len(words) - words[::-1].index(True)
    start = end
    while start and words[start - 1]:
        start -= 1
    return next((place for place in range(start, end) if _order(lines[place]) > _order(entry)), end)
