"""Front matter for python-frontmatter: its handlers with Hugo's splitting and Hugo's values.

Imported when it is asked for only: python-frontmatter costs 30 ms.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from typing import Any, Final

import frontmatter
from frontmatter.default_handlers import BaseHandler, JSONHandler, YAMLHandler

from contentlint.document.front_matter.model import Format, FrontMatterResult
from contentlint.document.front_matter.parse import parse_front_matter
from contentlint.text import SourceText

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


class FrontMatterError(ValueError):
    """Front matter that Hugo cannot read."""


class _HugoHandler(BaseHandler):
    """What the three handlers share: splitting and reading as Hugo does."""

    format_: Format

    def detect(self, text: str) -> bool:
        """Whether Hugo sees front matter of this handler's format at the head of a file."""
        found = parse_front_matter(SourceText(text)).front_matter
        return found is not None and found.format == self.format_

    def split(self, text: str) -> tuple[str, str]:
        """Return front matter (without delimiters, save for JSON's braces) and content.

        Raises:
            FrontMatterError: there is no front matter, or no end to it.
        """
        result = parse_front_matter(SourceText(text))
        if result.front_matter is None:
            raise FrontMatterError(_first(result))
        span = result.front_matter.content
        return text[span.start : span.end], text[result.body.start : result.body.end]

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        """Return the values as Hugo reads them.

        Raises:
            FrontMatterError: Hugo would not build the page.
        """
        opening, closing = (
            (f"{self.START_DELIMITER}\n", f"\n{self.END_DELIMITER}\n") if self.START_DELIMITER else ("", "")
        )
        result = parse_front_matter(SourceText(f"{opening}{fm}{closing}"))
        if result.front_matter is None or result.problems:
            raise FrontMatterError(_first(result))
        return _values(result)


class HugoYAMLHandler(_HugoHandler, YAMLHandler):
    """YAML between ``---`` lines."""

    format_ = "yaml"


class HugoJSONHandler(_HugoHandler, JSONHandler):
    """A JSON object."""

    format_ = "json"


class HugoTOMLHandler(_HugoHandler):
    """TOML between ``+++`` lines. Unlike python-frontmatter's own handler it does not need the package ``toml``."""

    format_ = "toml"
    FM_BOUNDARY = re.compile(r"^\+{3,}\s*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "+++"

    def export(self, metadata: dict[str, object], **_: object) -> str:
        """Return the values as TOML; what is None is left out, for TOML knows no such value."""
        return "\n".join(f"{_key(key)} = {_toml(value)}" for key, value in metadata.items() if value is not None)


_HANDLERS: Final[dict[Format, type[_HugoHandler]]] = {
    "yaml": HugoYAMLHandler,
    "toml": HugoTOMLHandler,
    "json": HugoJSONHandler,
}


def to_post(source: SourceText, result: FrontMatterResult) -> frontmatter.Post:
    """Return a parsed file as python-frontmatter's ``Post``.

    The content is not stripped. The handler is None without front matter, and for org, which can be read only.
    """
    found = result.front_matter
    handler = _HANDLERS[found.format]() if found is not None and found.format in _HANDLERS else None
    post = frontmatter.Post(source[result.body], handler)
    post.metadata = _values(result)
    return post


def _values(result: FrontMatterResult) -> dict[str, Any]:
    found = result.front_matter
    return {} if found is None else {entry.key: entry.value.python for entry in found.root.known}


def _first(result: FrontMatterResult) -> str:
    if not result.problems:
        return "no front matter"
    problem = result.problems[0]
    return f"{problem.kind.value} {problem.detail}".strip()


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _quoted(key)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and not math.isfinite(value):
        return {math.inf: "inf", -math.inf: "-inf"}.get(value, "nan")
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(_toml(item) for item in value if item is not None)}]"
    if isinstance(value, dict):
        members = (f"{_key(str(key))} = {_toml(item)}" for key, item in value.items() if item is not None)
        return f"{{{', '.join(members)}}}"
    return _quoted(str(value))
