"""What Hugo makes of a value where it wants a text, a truth value, a number or a list (spf13/cast)."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from contentlint.document.front_matter.model import ListValue, Value

_TRUE: Final = frozenset({"1", "t", "T", "TRUE", "true", "True"})
_FALSE: Final = frozenset({"0", "f", "F", "FALSE", "false", "False"})
_NUMBER = re.compile(r"(?P<whole>[-+]?\d*)(?:\.\d*)?", re.ASCII)
_INTEGER = re.compile(
    r"[-+]?(?:0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0(?:_?[0-7])+|0|[1-9](?:_?[0-9])*)", re.ASCII
)

_MOST_DIGITS: Final = 64
"""Longer than this, without zeros in front, no number fits in 64 bits, whatever its base."""


def to_text(value: Value) -> str | None:
    """Return the text that Hugo makes of a value; None for a list or map, of which it makes an empty text."""
    python = value.python
    if value.kind in ("list", "map"):
        return None
    if isinstance(python, bool):
        return str(python).lower()
    if isinstance(python, float):
        return _decimal(python)
    if isinstance(python, dt.datetime | dt.date | dt.time):
        return value.raw
    return "" if python is None else str(python)


def _decimal(number: float) -> str:
    """Return a number without an exponent, in its shortest form."""
    from decimal import Decimal  # noqa: PLC0415 - rare

    if not -1e308 < number < 1e308:
        return "NaN" if number != number else "+Inf" if number > 0 else "-Inf"  # noqa: PLR0124 - tells NaN
    text = format(Decimal(repr(number)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def to_bool(value: Value) -> bool | None:
    """Return the truth value that Hugo makes of a value; None where it cannot and takes false."""
    python = value.python
    if isinstance(python, str):
        return True if python in _TRUE else False if python in _FALSE else None
    if isinstance(python, bool | int | float):
        return bool(python)
    return False if python is None else None


def to_int(value: Value) -> int | None:
    """Return the whole number that Hugo makes of a value; None where it cannot and takes 0."""
    python = value.python
    if isinstance(python, bool | int | float):
        return int(python) if -(2.0**63) < python < 2.0**63 else None
    if isinstance(python, str):
        return _whole_number(python)
    return 0 if python is None else None


def _whole_number(text: str) -> int | None:
    """Read a number as Go does: a leading 0 means base 8."""
    if "." in text and (decimal := _NUMBER.fullmatch(text)):
        whole = decimal["whole"]
        text = whole + "0" if whole in ("", "-", "+") else whole
    if not _INTEGER.fullmatch(text):
        return None
    digits = text.lstrip("+-").replace("_", "").lower()
    base = {"0x": 16, "0b": 2, "0o": 8}.get(digits[:2], 8 if len(digits) > 1 and digits[0] == "0" else 10)
    digits = (digits[2:] if base != 10 and digits[1:2] in "xbo" else digits).lstrip("0") or "0"
    if len(digits) > _MOST_DIGITS:
        return None
    number = int(digits, base)
    number = -number if text[0] == "-" else number
    return number if -(2**63) <= number < 2**63 else None


def to_texts(value: Value) -> tuple[str, ...] | None:
    """Return the texts that Hugo makes of a value where it wants a list: a text is split at white space.

    None for a map, and for a list with a list or map in it, of which Hugo makes an empty list.
    """
    if isinstance(value, ListValue):
        items = [to_text(item) for item in value.items]
        return None if None in items else tuple(item for item in items if item is not None)
    text = to_text(value)
    if text is None:
        return None
    return tuple(text.split()) if value.kind == "string" else (text,)
