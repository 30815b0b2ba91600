"""What Hugo’s typographer makes of the signs on a page."""

from __future__ import annotations

from typing import Final

from contentlint.document import Prose
from contentlint.site import Page

_LITERAL: Final = frozenset({"front-matter", "parameter", "title", "alt", "html"})


def is_typographic(page: Page, piece: Prose) -> bool:
    """Whether Hugo turns straight quotes, rows of dots and double hyphens of a piece into typographic signs.

    It does so in Markdown, unless the site switches it off; never in front matter, shortcodes and raw HTML.
    """
    return page.in_content and page.site.configuration.markup.typographer and piece.kind not in _LITERAL
