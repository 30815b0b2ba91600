"""What a reader would see change between two versions of a text. It decides whether a fix is safe."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from contentlint.document import Document
from contentlint.document.shortcodes import with_placeholders
from contentlint.text import SourceText

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_COMMENT = re.compile(r"<!--(?s:.*?)(?:-->|\Z)")


def visible_difference(before: str, after: str) -> str:
    """Say what of the page changes; empty when nothing does.

    That is ``the rendered page``, ``the id of a heading`` or ``a value of the front matter``.
    White space, invisible characters, comments and the composition of characters (NFC) do not count.
    """
    if before == after:
        return ""
    documents = [Document(SourceText(text)) for text in (before, after)]
    if _rendered(documents[0]) != _rendered(documents[1]):
        return "the rendered page"
    if documents[0].anchors.keys() != documents[1].anchors.keys():
        return "the id of a heading"
    return "" if _values(documents[0]) == _values(documents[1]) else "a value of the front matter"


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - costs 45 ms, and only fixes need it

    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _rendered(document: Document) -> str:
    text = with_placeholders(document.text, document.shortcodes.tags)
    rendered: str = _parser().render(text[document.body.start :])
    return _normalised(_COMMENT.sub("", rendered)).replace("> ", ">").replace(" <", "<")


def _values(document: Document) -> str:
    return _normalised(repr(document.post.metadata))


def _normalised(text: str) -> str:
    visible = "".join(char for char in unicodedata.normalize("NFC", text) if unicodedata.category(char) != "Cf")
    return " ".join(visible.split())
