"""Text on a screen: what is shown for each character, and how many columns that takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from contentlint.text.records import NamedTuple

_TAB: Final = "    "
_JOINER: Final = "\u200d"
_EMOJI_PRESENTATION: Final = "\ufe0f"
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Categories that a screen shows as nothing, or obeys: they are written out."""
_MOST_IN_A_CELL: Final = 32
"""More than stands in any script or emoji (Unicode's Stream-Safe Text Format allows 30 marks); the rest is not shown."""
_PLAIN: Final = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u20ac]*")
"""Letters and signs that are shown as they are, in one column each: all of an ordinary message or text."""
_KEPT_TOGETHER: Final = {"{{": "}}", "<!--": "-->"}


class Cell(NamedTuple):
    """One character of the source as it is shown, with what combines with it: the text, and the columns it takes."""

    text: str
    width: int


def cells(text: str) -> list[Cell]:
    """Return what is shown for a text, character by character; control characters and the like are written as escapes.

    Widths follow Unicode's East Asian Width: wide and full-width characters take two columns. What combines with a
    character, or is joined to an emoji, belongs to its cell.
    """
    if _PLAIN.fullmatch(text):
        return [Cell(character, 1) for character in text]
    found: list[Cell] = []
    before = ""
    for index, character in enumerate(text):
        category = unicodedata.category(character)
        if before and (
            category in {"Mn", "Me"}
            or (character == _JOINER and _is_symbol(before) and _is_symbol(text[index + 1 : index + 2]))
            or (before == _JOINER and found[-1].text.endswith(_JOINER) and _is_symbol(character))
            or ("\U0001f3fb" <= character <= "\U0001f3ff" and _is_symbol(before))  # skin tones
        ):
            if len(found[-1].text) < _MOST_IN_A_CELL:
                found[-1] = Cell(found[-1].text + character, found[-1].width)
        elif character == "\t":
            found.append(Cell(_TAB, len(_TAB)))
        elif category in _HIDDEN:
            found.append(_escaped(character))
        elif category in {"Mn", "Me"}:  # nothing stands before it, so it would combine with the margin
            found.append(Cell(f" {character}", 1))
        else:
            found.append(Cell(character, 2 if unicodedata.east_asian_width(character) in "WF" else 1))
        if character != _EMOJI_PRESENTATION:
            before = character
    return found


def _is_symbol(character: str) -> bool:
    return bool(character) and unicodedata.category(character) in {"So", "Sk"}


def _escaped(character: str) -> Cell:
    code = ord(character)
    named = {"\n": r"\n", "\r": r"\r"}.get(character)
    text = named or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")
    return Cell(text, len(text))


def shown(text: str) -> str:
    """Return a text as it may be written to a screen: on one line, without anything that steers the screen."""
    return text if _PLAIN.fullmatch(text) else "".join(cell.text for cell in cells(text))


def width_of(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text) if _PLAIN.fullmatch(text) else sum(cell.width for cell in cells(text))


def wrap(text: str, width: int) -> list[str]:
    """Break a text, ready to be shown, into lines of at most ``width`` columns.

    It breaks at spaces, but not inside a shortcode or a comment; what is longer than a line stands alone.
    """
    lines: list[str] = []
    line = ""
    taken = 0
    for piece in _pieces(text):
        length = width_of(piece)
        if line and taken + 1 + length > width:
            lines.append(line)
            line, taken = piece, length
        else:
            line, taken = (f"{line} {piece}", taken + 1 + length) if line else (piece, length)
    return [*lines, line]


def _pieces(text: str) -> Iterator[str]:
    """Yield the words of a text; ``{{% figure %}}`` and ``<!-- comment -->`` count as one."""
    held: list[str] = []
    closing = ""
    for word in text.split(" "):
        if not held:
            closing = next((end for start, end in _KEPT_TOGETHER.items() if start in word), "")
        if not closing:
            yield word
            continue
        held.append(word)
        if closing in word:
            yield " ".join(held)
            held = []
    yield from held
