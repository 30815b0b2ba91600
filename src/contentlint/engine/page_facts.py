"""The facts of a page as bytes: to keep them, to send them, and to hold those of many pages in little memory."""

from __future__ import annotations

import json
from typing import Any

from contentlint.document.facts import DocumentFacts, Fact
from contentlint.document.suppressions import RuleReference, Suppression
from contentlint.text import Span
from contentlint.text.records import NamedTuple


class PageFacts(NamedTuple):
    """The facts of a page; ``path`` is its path below the site's root, ``data`` the rest, which ``unpack`` reads."""

    path: str
    data: bytes


def pack(facts: DocumentFacts) -> PageFacts:
    """Return facts as bytes; equal facts give equal bytes."""
    plain = [
        facts.language,
        [(key, fact.value, *fact.span, fact.items) for key, fact in facts.values.items()],
        facts.front_matter,
        sorted(facts.anchors),
        facts.complete_anchors,
        [
            (
                one.span,
                one.action,
                [(reference.key, *reference.span) for reference in one.rules],
                one.scope,
                one.reason,
                one.in_front_matter,
            )
            for one in facts.suppressions
        ],
    ]
    return PageFacts(facts.path, json.dumps(plain, separators=(",", ":")).encode("ascii"))


def unpack(packed: PageFacts) -> DocumentFacts:
    """Return the facts that ``pack`` wrote down.

    Raises:
        ValueError, TypeError, KeyError, IndexError: the bytes were written by something else.
    """
    plain: list[Any] = json.loads(packed.data)
    language, values, front_matter, anchors, complete, suppressions = plain
    return DocumentFacts(
        packed.path,
        language,
        {key: Fact(value, Span(start, end), items) for key, value, start, end, items in values},
        Span(*front_matter),
        frozenset(anchors),
        complete,
        tuple(
            Suppression(
                Span(*span),
                action,
                tuple(RuleReference(key, Span(start, end)) for key, start, end in rules),
                None if scope is None else Span(*scope),
                reason,
                in_front_matter,
            )
            for span, action, rules, scope, reason, in_front_matter in suppressions
        ),
    )
