"""Writing values in front matter."""

from __future__ import annotations

from collections.abc import Iterable


def quoted(text: str) -> str:
    """Return a text in double quotation marks, as YAML, TOML and JSON all read it."""
    import json  # noqa: PLC0415 - only when something is wrong

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def listed(items: Iterable[str]) -> str:
    """Return texts as a list in brackets, as YAML, TOML and JSON all read it."""
    return f"[{', '.join(quoted(item) for item in items)}]"
