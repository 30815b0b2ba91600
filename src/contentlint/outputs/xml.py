"""Text in XML 1.0."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape

HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'

_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_ATTRIBUTE: Final = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def element_text(value: str) -> str:
    """Return a text as it stands between tags; what XML cannot hold is written as an escape."""
    return escape(_allowed(value), {"\r": "&#13;"})


def attribute(value: object) -> str:
    """Return a value as it stands in an attribute, quotes included."""
    return f'"{escape(_allowed(str(value)), _IN_ATTRIBUTE)}"'


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
