"""Comments that silence rules, and what they silence.

``<!-- contentlint-disable-next-line heading-level-skip -- reason -->``, ``-disable-line``, ``-disable`` … ``-enable``,
``-disable-file``; the same inside ``{{% comment %}}``; and in front matter ``contentlint: {disable: [...]}``. Without a
rule's name every rule is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from contentlint.text import SourceText, Span

_DIRECTIVE = re.compile(
    r"\s*contentlint-(?P<action>[a-z-]+)(?P<rules>(?:[\s,]++(?!--(?:\s|\Z))[^\s,]++)*+)"
    r"(?:\s+--(?:\s+(?P<reason>(?s:.*\S)))?)?\s*\Z"
)
_RULE = re.compile(r"[^\s,]+")
ACTIONS = ("disable-next-line", "disable-line", "disable", "enable", "disable-file")
"""What may stand behind ``contentlint-``."""


class RuleReference(NamedTuple):
    """A rule's name or code as written in a suppression."""

    key: str
    span: Span


class Suppression(NamedTuple):
    """One comment or front matter list that silences rules.

    Attributes:
        span: the whole comment, or the value in the front matter.
        action: one of ``ACTIONS``; something else when the word is unknown.
        rules: the rules meant; empty for all.
        scope: where violations that begin there are silenced; None for ``enable`` and for unknown actions.
        reason: what stands behind ``--``.
        in_front_matter: whether it stands in the front matter.
    """

    span: Span
    action: str
    rules: tuple[RuleReference, ...]
    scope: Span | None
    reason: str
    in_front_matter: bool = False


class _Directive(NamedTuple):
    span: Span
    action: str
    rules: tuple[RuleReference, ...]
    reason: str


def find_suppressions(
    source: SourceText, comments: Iterable[tuple[Span, Span]], front_matter: Suppression | None
) -> tuple[Suppression, ...]:
    """Return the suppressions of a document.

    Args:
        source: the file.
        comments: the span of each comment, and the span of what stands inside it.
        front_matter: what the front matter disables, if anything.
    """
    directives = [found for outer, inner in comments if (found := _directive(source.text, outer, inner))]
    found: list[Suppression] = [] if front_matter is None else [front_matter]
    for index, (span, action, rules, reason) in enumerate(directives):
        found.append(
            Suppression(span, action, rules, _scope(source, action, span, rules, directives[index + 1 :]), reason)
        )
    return tuple(found)


def _directive(text: str, outer: Span, inner: Span) -> _Directive | None:
    match = _DIRECTIVE.match(text, inner.start, inner.end)
    if match is None:
        return None
    start, end = match.span("rules")
    rules = tuple(RuleReference(rule[0], Span(*rule.span())) for rule in _RULE.finditer(text, start, end))
    return _Directive(outer, match["action"], rules, match["reason"] or "")


def _scope(
    source: SourceText, action: str, span: Span, rules: tuple[RuleReference, ...], later: Iterable[_Directive]
) -> Span | None:
    if action == "disable-file":
        return Span(0, len(source))
    if action == "disable":
        keys = {rule.key for rule in rules}
        for directive in later:
            if directive.action == "enable" and (not directive.rules or keys & {rule.key for rule in directive.rules}):
                return Span(span.start, directive.span.start)
        return Span(span.start, len(source))
    if action not in ("disable-line", "disable-next-line"):
        return None
    line = source.line_of(span.start)
    if action == "disable-next-line":
        line = source.line_of(max(span.start, span.end - 1)) + 1
        while line <= source.line_count and not source[source.line_span(line)].strip(" \t>"):
            line += 1
        if line > source.line_count:
            return Span(len(source), len(source))
    start, end = source.line_span(line)
    return Span(start, end + 1)
