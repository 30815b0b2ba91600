"""Writing values in front matter."""

from __future__ import annotations

import json
from collections.abc import Iterable


def quoted(text: str) -> str:
    """Return a text in double quotation marks, as YAML, TOML and JSON all read it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def listed(items: Iterable[str]) -> str:
    """Return texts as a list in brackets, as YAML, TOML and JSON all read it."""
    return f"[{', '.join(quoted(item) for item in items)}]"
