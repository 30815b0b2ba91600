"""What standard output can show: colour, width, characters."""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from typing import Final, TextIO

_LINKING_VARIABLES: Final = ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM")
_LINKING_PROGRAMS: Final = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "zed"})
_LINKING_TERMINALS: Final = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "contour", "wezterm")
_LINKING_VTE: Final = 5000
"""Terminals that have hyperlinks (OSC 8), by what they set. Others show the text alone, or strange signs."""
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


def wants_links(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the screen has hyperlinks, as far as its name tells; ``FORCE_HYPERLINK`` goes before that.

    Args:
        stream: where the output goes.
        environment: the variables of the process.
    """
    if forced := environment.get("FORCE_HYPERLINK"):
        return forced != "0"
    if not stream.isatty() or environment.get("CI") or environment.get("TERM") == "dumb":
        return False
    vte = environment.get("VTE_VERSION", "")
    return (
        any(environment.get(name) for name in _LINKING_VARIABLES)
        or environment.get("TERM_PROGRAM") in _LINKING_PROGRAMS
        or environment.get("TERM", "").startswith(_LINKING_TERMINALS)
        or (vte.isdecimal() and int(vte) >= _LINKING_VTE)
    )


def width() -> int:
    """Return the columns of the terminal, 80 when there is none."""
    # As shutil does it, which imports all that packs and unpacks.
    given = os.environ.get("COLUMNS", "")
    columns = int(given) if given.isdecimal() else 0
    if not columns and sys.__stdout__ is not None:
        with suppress(OSError, ValueError):  # no terminal; closed
            columns = os.get_terminal_size(sys.__stdout__.fileno()).columns
    return columns or 80


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
