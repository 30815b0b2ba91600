"""What standard output can show: colour, width, characters."""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata
from collections.abc import Mapping
from typing import Final, TextIO

_PLAIN: Final = {"‘": "'", "’": "'", "“": '"', "”": '"', "…": "~", "‾": "^", "–": "-", "—": "-", "·": "-"}
"""Look-alikes, one column each, for screens that know no Unicode."""


def wants_colour(choice: str, stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether to write in colour.

    Args:
        choice: ``always``, ``never``, or ``auto``: on a terminal only, unless ``NO_COLOR`` or ``FORCE_COLOR`` is set.
        stream: where the output goes.
        environment: the variables of the process.
    """
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def width() -> int:
    """Return the columns of the terminal, 80 when there is none."""
    from shutil import get_terminal_size  # noqa: PLC0415 - costs 5 ms

    return get_terminal_size((80, 24)).columns


def prepare_output(*, machine: bool) -> TextIO:
    """Return standard output in a state in which nothing that is written to it can fail.

    For machines it is UTF-8, and what has no UTF-8 (half a character in the name of a file) an escape. For people it
    keeps its encoding, and what that lacks becomes a look-alike.
    """
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        if machine:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        else:
            codecs.register_error("contentlint-look-alike", _look_alike)
            stream.reconfigure(errors="contentlint-look-alike")
    return stream


def _look_alike(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = ""
    for character in error.object[error.start : error.end]:
        plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
        text += _PLAIN.get(character) or plain[:1] or "?"
    return text, error.end
