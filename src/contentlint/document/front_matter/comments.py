"""Comments in front matter: what stands behind ``#`` in YAML and TOML."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from contentlint.document.front_matter.model import Entry, FrontMatter, ListValue, MapValue, Value
from contentlint.text import Span

_COMMENT = re.compile(r"(?<![^\s])#(?P<text>[^\r\n]*)")
_WITH_COMMENTS = frozenset({"yaml", "toml"})


def comments_in(text: str, front_matter: FrontMatter) -> Iterator[tuple[Span, Span]]:
    """Yield the span of each comment, and the span of what stands behind its ``#``.

    JSON has no comments, and those of org are not read.
    """
    if front_matter.format not in _WITH_COMMENTS:
        return
    written = sorted(_written(front_matter))
    starts = [span.start for span in written]
    position, limit = front_matter.content
    while match := _COMMENT.search(text, position, limit):
        before = bisect_right(starts, match.start()) - 1
        if before >= 0 and written[before].end > match.start():  # the sign stands in a value
            position = max(written[before].end, match.start() + 1)
            continue
        position = match.end()
        yield Span(*match.span()), Span(*match.span("text"))


def _written(front_matter: FrontMatter) -> Iterator[Span]:
    """Yield where keys and single values stand; lists and maps may have comments between them."""
    stack: list[Entry | Value] = [front_matter.root]
    while stack:
        one = stack.pop()
        if isinstance(one, Entry):
            yield one.key_span
            stack.append(one.value)
        elif isinstance(one, MapValue):
            stack.extend(one.entries)
        elif isinstance(one, ListValue):
            stack.extend(one.items)
        elif not one.span.empty:
            yield one.span
