"""The text of a post as a reader meets it, with what was found in place.

What the post links to, shows or runs is not: the page holds words only, whatever the post holds. A heading becomes a
paragraph that says its level, since the report has headings of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Final

from contentlint.outputs.report.marks import Marker, Place, passing, with_marks
from contentlint.rules.base import Message
from contentlint.text import SourceText, Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LARGEST: Final = 100_000
"""Characters above which a text is not rendered: what was found in it is listed with a piece of the text for each."""

_LEVEL: Final = Message(en="Heading {level}", nl="Kop {level}")
_IMAGE: Final = Message(en="Image", nl="Afbeelding")
_NO_ALT: Final = Message(en="no alternative text", nl="geen alt-tekst")

_PLAIN_TAGS: Final = {
    "blockquote_open": "<blockquote>", "blockquote_close": "</blockquote>",
    "bullet_list_open": "<ul>", "bullet_list_close": "</ul>", "ordered_list_close": "</ol>",
    "list_item_open": "<li>", "list_item_close": "</li>",
    "table_open": "<table>", "table_close": "</table>",
    "thead_open": "<thead>", "thead_close": "</thead>", "tbody_open": "<tbody>", "tbody_close": "</tbody>",
    "tr_open": "<tr>", "tr_close": "</tr>", "td_open": "<td>", "td_close": "</td>",
    "th_open": "<td>", "th_close": "</td>",
    "paragraph_open": "<p>", "paragraph_close": "</p>", "heading_close": "</p>", "hr": "<hr>",
    "em_open": "<em>", "em_close": "</em>", "strong_open": "<strong>", "strong_close": "</strong>",
    "s_open": "<s>", "s_close": "</s>", "link_open": '<span class="link">', "link_close": "</span>",
    "softbreak": "\n", "hardbreak": "<br>",
}  # fmt: skip
_PLACES: Final = frozenset({"paragraph_open", "heading_open", "fence", "code_block", "hr", "table_open"})
"""What findings are listed behind: parts of a page that hold no other parts."""
_ENDS: Final = {"paragraph_open": "paragraph_close", "heading_open": "heading_close", "table_open": "table_close"}


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only for a report in HTML

    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


class Post:
    """The body of a post.

    Args:
        text: the body, without front matter.
        places: what was found in it, by place.
        marker: writes text with marks.
        language: the language of the report.
        listed: returns HTML that tells of findings, to stand behind the part of the page in which they are.
    """

    def __init__(
        self,
        text: str,
        places: Sequence[Place],
        marker: Marker,
        language: str,
        listed: Callable[[Sequence[int]], str],
    ) -> None:
        self._source: Final = SourceText(text)
        self._marker: Final = marker
        self._language: Final = language
        self._listed: Final = listed
        self._env: Final[dict[str, object]] = {}
        self._tokens: Final = _parser().parse(text, self._env)
        starts = [token.map[0] + 1 for token in self._parts() if token.map]
        self._by_part: Final[dict[int, list[int]]] = {}
        self._by_line: Final[dict[int, list[Place]]] = {}
        for place in places:
            line = self._source.line_of(place.span.start)
            self._by_line.setdefault(line, []).append(place)
            self._by_part.setdefault(max(0, bisect_right(starts, line) - 1), []).append(place.number)
        self._cell = 0

    def html(self) -> Iterator[str]:
        """Yield the page, piece by piece."""
        part, ends, in_table = -1, "", False
        for token in self._tokens:
            if token.type in _PLACES and not in_table:
                part += 1
                ends = _ENDS.get(token.type, token.type)
                in_table = token.type == "table_open"
            if token.type == "inline":
                yield self._inline(token, in_table=in_table)
            elif token.type not in ("paragraph_open", "paragraph_close") or not token.hidden:
                yield self._block(token)
            if token.type == ends:
                yield self._listed(self._by_part.get(part, []))
                ends, in_table = "", False
        if part < 0:  # nothing but an empty item, say
            yield self._listed(self._by_part.get(0, []))

    def _parts(self) -> Iterator[Token]:
        """Yield the tokens behind which findings are listed; each knows its lines."""
        in_table = False
        for token in self._tokens:
            if token.type in _PLACES and not in_table:
                yield token
            in_table = (in_table or token.type == "table_open") and token.type != "table_close"

    def _block(self, token: Token) -> str:
        if token.type == "heading_open":
            level = _LEVEL(level=token.tag[1:]).render(self._language)
            return f'<p class="heading {token.tag}"><span class="kind" lang="{self._language}">{level}</span> '
        if token.type == "ordered_list_open":
            start = token.attrGet("start")
            return f'<ol start="{int(start)}">' if start is not None else "<ol>"
        if token.type in ("fence", "code_block"):
            return f"<pre><code>{escape(token.content)}</code></pre>"
        return _PLAIN_TAGS[token.type]

    def _inline(self, token: Token, *, in_table: bool) -> str:
        """Return a paragraph, a heading or a cell with its marks."""
        lines = range(token.map[0] + 1, token.map[1] + 1) if token.map else range(0)
        near = [place for line in lines for place in self._by_line.get(line, ())]
        if in_table:
            inside = self._inside_cell(token, near)
        else:
            inside = [place for place in (self._inside(token, place) for place in near) if place]
        passed = passing(token.content, inside, lambda text: self._parse_inline(text).children or ())
        self._marker.start(passed)
        marked = self._parse_inline(with_marks(token.content, passed)) if passed else token
        return "".join(self._run(child) for child in marked.children or ())

    def _parse_inline(self, text: str) -> Token:
        return _parser().parseInline(text, self._env)[0]

    def _inside(self, token: Token, place: Place) -> Place | None:
        """Return a place within the text of a paragraph or a heading, when it lies there."""
        start, end = (self._offset(token, offset) for offset in place.span)
        return Place(place.number, Span(start, end)) if start is not None and end is not None else None

    def _offset(self, token: Token, offset: int) -> int | None:
        """Return where in the text of a token an offset on its lines is.

        The lines of that text are those of the page without what makes it a quotation, a list or a heading; what stands in
        that is taken for the text's edge.
        """
        line = self._source.line_of(offset)
        index = line - 1 - (token.map[0] if token.map else line)
        lines = token.content.split("\n")
        if not 0 <= index < len(lines):
            return None
        found = self._source.text.rfind(lines[index], *self._source.line_span(line))
        if found < 0:
            return None
        column = min(max(offset - found, 0), len(lines[index]))
        return sum(len(before) + 1 for before in lines[:index]) + column

    def _inside_cell(self, token: Token, near: Sequence[Place]) -> list[Place]:
        """Return the places within a cell of a table; cells are looked for from left to right."""
        begin, end = self._source.line_span(token.map[0] + 1) if token.map else Span(0, 0)
        found = self._source.text.find(token.content, max(begin, self._cell), end) if token.content else -1
        if found < 0:
            return []
        self._cell = behind = found + len(token.content)
        return [
            Place(number, Span(span.start - found, span.end - found))
            for number, span in near
            if found <= span.start <= span.end <= behind
        ]

    def _run(self, token: Token) -> str:
        if token.type == "text":
            return self._marker.html(token.content)
        if token.type == "code_inline":
            return f"<code>{self._marker.html(token.content)}</code>"
        if token.type == "image":
            return self._image(token)
        return _PLAIN_TAGS[token.type]

    def _image(self, token: Token) -> str:
        words = "".join(self._run(child) for child in token.children or ())
        kind = _IMAGE.in_language(self._language)
        told = (
            f"<q>{words}</q>"
            if words
            else f'<span lang="{self._language}">{_NO_ALT.in_language(self._language)}</span>'
        )
        source = escape(str(token.attrGet("src") or ""))
        return f'<span class="image"><span class="kind" lang="{self._language}">{kind}</span> {told} <code>{source}</code></span>'
