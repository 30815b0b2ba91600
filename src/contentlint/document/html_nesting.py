"""What a browser makes of raw HTML among Markdown: which elements stay open, and which closing tags close too much.

It follows the tree construction of the HTML Living Standard (13.2.6) as far as elements reach beyond the block in which they
were opened. Markdown’s own blocks take part: the end of a paragraph closes a ``<span>`` in it, while a ``<b>`` goes on in the
next one and a ``<div>`` goes on until something closes it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Final

from contentlint.document import nodes as n
from contentlint.document.html import VOID_ELEMENTS, HtmlToken, html_tokens
from contentlint.text.records import NamedTuple

_FORMATTING: Final = frozenset("a b big code em font i nobr s small strike strong tt u".split())
"""Elements that go on in the next block when nothing closes them (the list of active formatting elements)."""

_BLOCKS: Final = frozenset(
    """address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5
    h6 header hgroup main menu nav ol p pre search section summary table ul""".split()
)
"""Elements that end a paragraph when they open."""

_SCOPES: Final = frozenset("applet marquee object template".split())
"""Elements beyond which the end of a block around them is not looked for; for a paragraph so is a ``button``."""

_TEXT_ONLY: Final = frozenset("iframe noscript script select style textarea title".split())
"""Elements that take all that follows for their text."""

_PHRASING: Final = frozenset(
    """abbr acronym audio bdi bdo canvas cite data datalist del dfn ins kbd label legend map math meter output picture
    progress q rb rtc ruby samp slot span sub sup svg time var video""".split()
)
_NEED_END: Final = (_FORMATTING | _BLOCKS | _SCOPES | _TEXT_ONLY | _PHRASING | {"button"}) - {"p"}
"""Elements that do not close by themselves."""

_SPECIAL: Final = _BLOCKS | _SCOPES | _TEXT_ONLY | {"button"}
"""Elements that stay open when the look of text around them ends."""

_FOREIGN: Final = frozenset({"svg", "math"})
_OF_THEMES: Final = frozenset("article div main".split())
"""What the template of a page mostly has open around its content."""

_MARKDOWN: Final = {
    n.Paragraph: "p",
    n.Heading: "heading",
    n.ListItem: "li",
    n.BlockQuote: "blockquote",
    n.TableCell: "cell",
    n.DefinitionTerm: "dt",
    n.DefinitionDetails: "dd",
    n.FootnoteDefinition: "li",
}


_DEEPEST: Final = 512
"""Browsers nest elements no deeper."""

_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)")


class LeakKind(Enum):
    """What is wrong with a tag."""

    OPEN = "open"  # the element goes on to the end of the page
    FORMATTING = "formatting"  # so does its look
    STRAY = "stray"  # a closing tag that closes what the theme opened
    COMMENT = "comment"  # a comment that hides the rest


class Leak(NamedTuple):
    """A tag that reaches further than its writer meant."""

    kind: LeakKind
    token: HtmlToken


class _Entry(NamedTuple):
    """An open element of raw HTML, or an open block of Markdown (without a token)."""

    name: str
    token: HtmlToken | None


class _Event(NamedTuple):
    """A tag, or the begin or end of a block of Markdown; they sort in the order in which a browser meets them."""

    offset: int
    rank: int
    length: int
    block: str
    token: HtmlToken | None


def leaks(masked: str, nodes: Iterable[n.Node]) -> list[Leak]:
    """Return the tags of a body that reach beyond it, in document order.

    Args:
        masked: the file with everything masked that is not Markdown.
        nodes: the Markdown nodes of the body, parents first.
    """
    return _Builder(masked).build(nodes)


def unbalanced_elements(html: str) -> frozenset[str]:
    """Return the elements of which a piece of HTML has more opening tags than closing ones, or the reverse."""
    counts: Counter[str] = Counter()
    for closing, name in _TAG.findall(html):
        counts[name.lower()] += -1 if closing else 1
    return frozenset(name for name, count in counts.items() if count and name not in VOID_ELEMENTS)


class _Builder:
    def __init__(self, masked: str) -> None:
        self._masked: Final = masked
        self._stack: Final[list[_Entry]] = []
        self._pending: Final[list[HtmlToken]] = []
        self._leaks: Final[list[Leak]] = []

    def build(self, nodes: Iterable[n.Node]) -> list[Leak]:
        for event in sorted(_events(self._masked, [*nodes]), key=lambda event: event[:3]):
            if event.token is not None:
                self._take(event.token)
            elif event.rank:
                self._end_paragraph()
                self._stack.append(_Entry(event.block, None))
            else:
                self._end_block(event.block)
        for name, token in self._stack:
            if token is None or name not in _NEED_END:
                continue
            if name in _FORMATTING:
                self._pending.append(token)
            else:
                self._leaks.append(Leak(LeakKind.OPEN, token))
        self._leaks.extend(Leak(LeakKind.FORMATTING, token) for token in self._pending)
        return sorted(self._leaks, key=lambda leak: leak.token.span.start)

    def _take(self, token: HtmlToken) -> None:
        if not token.name:
            if not self._masked.endswith("-->", *token.span):
                self._leaks.append(Leak(LeakKind.COMMENT, token))
        elif token.closing:
            self._close(token)
        elif token.name not in VOID_ELEMENTS:
            self._open(token)

    def _open(self, token: HtmlToken) -> None:
        name = token.name
        in_foreign = name in _FOREIGN or any(entry.name in _FOREIGN for entry in self._stack)
        if token.self_closing and (in_foreign or name not in _NEED_END):
            return
        if name in _BLOCKS:
            self._end_paragraph()
        if name == "a":
            # A link cannot hold a link: the second begins where the first ends.
            for entry in self._stack:
                if entry.name == "a" and entry.token is not None:
                    self._leaks.append(Leak(LeakKind.FORMATTING, entry.token))
            self._stack[:] = [entry for entry in self._stack if entry.name != "a" or entry.token is None]
            self._pending[:] = [other for other in self._pending if not self._ends_at_link(other)]
        if len(self._stack) < _DEEPEST:
            self._stack.append(_Entry(name, token))

    def _ends_at_link(self, token: HtmlToken) -> bool:
        if token.name == "a":
            self._leaks.append(Leak(LeakKind.FORMATTING, token))
        return token.name == "a"

    def _close(self, token: HtmlToken) -> None:
        stack, name = self._stack, token.name
        if name == "p":
            self._end_paragraph()
            return
        for index in range(len(stack) - 1, -1, -1):
            entry = stack[index]
            if entry.token is None:
                if entry.name == "cell":
                    break
                continue
            if entry.name == name:
                if name in _FORMATTING and any(
                    above.token is None or above.name in _SPECIAL for above in stack[index:]
                ):
                    del stack[index]
                else:
                    self._pop(index)
                return
        for index in range(len(self._pending) - 1, -1, -1):
            if self._pending[index].name == name:
                del self._pending[index]
                return
        if name in _OF_THEMES:
            self._leaks.append(Leak(LeakKind.STRAY, token))

    def _end_paragraph(self) -> None:
        """Close the paragraph that is open, of Markdown or of HTML, as the begin of a block does."""
        for index in range(len(self._stack) - 1, -1, -1):
            entry = self._stack[index]
            if entry.name == "p":
                self._pop(index)
                return
            if self._hides(entry, "p") or (entry.token is None and entry.name != "heading"):
                return

    def _end_block(self, block: str) -> None:
        """Close a block of Markdown, if it is still open and its end is seen."""
        stack = self._stack
        for index in range(len(stack) - 1, -1, -1):
            entry = stack[index]
            if entry.token is None and entry.name == block:
                if any(self._hides(above, block) for above in stack[index + 1 :]):
                    del stack[index]
                else:
                    self._pop(index, keeps_look=block != "cell")
                return
            # A paragraph is looked for in the innermost block only.
            if entry.token is None and block == "p":
                return

    @staticmethod
    def _hides(entry: _Entry, block: str) -> bool:
        """Whether the end of a block is not seen from within an open element."""
        if entry.token is None:
            return False
        return entry.name in _SCOPES or entry.name in _TEXT_ONLY or (block == "p" and entry.name == "button")

    def _pop(self, index: int, *, keeps_look: bool = True) -> None:
        """Close an open element or block with all that is open in it; only the look of text goes on, but for cells."""
        for entry in self._stack[index + 1 :]:
            if keeps_look and entry.token is not None and entry.name in _FORMATTING:
                self._pending.append(entry.token)
        del self._stack[index:]


def _events(masked: str, nodes: list[n.Node]) -> Iterator[_Event]:
    for node in nodes:
        block = _MARKDOWN.get(type(node))
        if block and node.span.end > node.span.start:
            # What ends at a place does so before something begins there, inner blocks first.
            yield _Event(node.span.start, 1, -len(range(*node.span)), block, None)
            yield _Event(node.span.end, 0, len(range(*node.span)), block, None)
    for token in html_tokens(masked, nodes):
        yield _Event(token.span.start, 2, 0, "", token)
