"""Comments that silence rules, and what they silence.

``<!-- contentlint-disable-next-line heading-level-skip -- reason -->``, ``-disable-line``, ``-disable`` … ``-enable``,
``-disable-file``; the same inside ``{{% comment %}}`` and behind ``#`` in front matter; and there
``contentlint: {disable: [...]}``. Without a rule's name every rule is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from contentlint.text import SourceText, Span
from contentlint.text.records import NamedTuple

_DIRECTIVE = re.compile(
    r"\s*contentlint-(?P<action>[a-z-]+)(?P<rules>(?:[\s,]++(?!--(?:\s|\Z))[^\s,]++)*)"
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
    directives = [_directive(source.text, outer, inner) for outer, inner in comments]
    found: list[Suppression] = []
    enabled: dict[str, int] = {}
    enabled_all = len(source)
    blank_until: dict[int, int] = {}
    for directive in reversed(directives):
        if directive is None:
            continue
        span, action, rules, reason = directive
        scope: Span | None = None
        if action == "disable-file":
            scope = Span(0, len(source))
        elif action == "disable":
            scope = Span(span.start, min([enabled_all, *(enabled.get(rule.key, enabled_all) for rule in rules)]))
        elif action == "enable":
            enabled.update((rule.key, span.start) for rule in rules)
            if not rules:
                enabled_all = span.start
                enabled.clear()
        elif action == "disable-line":
            scope = _line(source, source.line_of(span.start))
        elif action == "disable-next-line":
            line = source.line_of(max(span.start, span.end - 1)) + 1
            if line not in blank_until:
                blank_until[line] = _text_line(source, line)
            scope = _line(source, blank_until[line])
        found.append(Suppression(span, action, rules, scope, reason))
    if front_matter is not None:
        found.append(front_matter)
    return tuple(reversed(found))


def _directive(text: str, outer: Span, inner: Span) -> _Directive | None:
    match = _DIRECTIVE.match(text, inner.start, inner.end)
    if match is None:
        return None
    start, end = match.span("rules")
    rules = tuple(RuleReference(rule[0], Span(*rule.span())) for rule in _RULE.finditer(text, start, end))
    return _Directive(outer, match["action"], rules, match["reason"] or "")


def _text_line(source: SourceText, line: int) -> int:
    """Return the first line from there on that is not blank."""
    while line <= source.line_count and not source[source.line_span(line)].strip(" \t>"):
        line += 1
    return line


def _line(source: SourceText, line: int) -> Span:
    """Return the span of a line with the place behind it; behind the last line an empty one."""
    if line > source.line_count:
        return Span(len(source), len(source))
    start, end = source.line_span(line)
    return Span(start, end + 1)
