"""What tells a violation from others when lines move: a name that stays while the text around it is edited."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import Final

from contentlint.rules.base import BoundMessage, Message, Violation
from contentlint.text import SourceText
from contentlint.text.records import NamedTuple

_AROUND: Final = 32
"""Characters of its line before and behind a violation that tell it from another of its kind on the page."""


class Fingerprint(NamedTuple):
    """What a violation is known by; neither line nor column is in it.

    Attributes:
        rule: the name of the rule.
        what: a digest of the text it is about, and of the words and names in its message (not the numbers).
        before: a digest of the text before that on its line, which tells two of the same kind on one page apart.
        after: a digest of the text behind it on its line, for the same.
    """

    rule: str
    what: str
    before: str
    after: str


def fingerprint(source: SourceText, violation: Violation) -> Fingerprint:
    """Return the fingerprint of a violation in a text."""
    start, end = violation.span
    about = [_squeezed(source.text[start:end]), violation.engine_rule or "", *_words(violation.message)]
    line_start = source.line_span(source.line_of(start)).start
    line_end = source.line_span(source.line_of(end)).end
    before = source.text[max(start - _AROUND, line_start) : start]
    after = source.text[end : min(end + _AROUND, line_end)]
    return Fingerprint(violation.rule.name, _digest(*about), _digest(_squeezed(before)), _digest(_squeezed(after)))


def _words(message: BoundMessage) -> Iterator[str]:
    """Yield the texts in a message's gaps. Numbers are left out: lines and counts change with what stands elsewhere."""
    for _, value in message.values:
        if isinstance(value, BoundMessage):
            yield from _words(value)
        elif isinstance(value, Message):
            yield value.en
        elif isinstance(value, str):
            yield value


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _digest(*texts: str) -> str:
    return blake2b("\0".join(texts).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
