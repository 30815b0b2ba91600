"""The formats of JSON Schema that front matter has a use for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Final

from contentlint.document.front_matter.dates import parse_date

_DATE_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})", re.ASCII)
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})?", re.ASCII)
_URI = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_URI_REFERENCE = re.compile(r"[^\s<>\"{}|\\^`]*")
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")


def _is_date(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10


def _is_date_time(text: str) -> bool:
    return bool(_DATE_TIME.fullmatch(text)) and _is_date(text[:10])


FORMATS: Final[Mapping[str, Callable[[str], bool]]] = {
    "date": _is_date,
    "date-time": _is_date_time,
    "time": lambda text: bool(_TIME.fullmatch(text)),
    "hugo-date": lambda text: parse_date(text) is not None,
    "uri": lambda text: bool(_URI.fullmatch(text)),
    "uri-reference": lambda text: bool(_URI_REFERENCE.fullmatch(text)),
    "email": lambda text: bool(_EMAIL.fullmatch(text)),
}
"""Whether a text has a format, by the format's name; ``hugo-date`` is what Hugo reads as a date."""
