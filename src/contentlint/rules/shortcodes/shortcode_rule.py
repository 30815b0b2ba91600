"""What the rules about shortcodes share: when they apply, and which of them a mistake belongs to."""

from __future__ import annotations

import enum
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, TypeVar

from contentlint.document import CodeBlock, CodeSpan, Document, ShortcodeParameter, ShortcodeProblem, ShortcodeTag
from contentlint.document.shortcodes import ShortcodeProblemKind
from contentlint.rules.base import Message, Options, Rule, Severity
from contentlint.text import Edit, Span

_SHORT = 60
_O = TypeVar("_O", bound=Options)
_Kind = ShortcodeProblemKind

CLOSING: Final = r"\{\{[<%]\W*/"
"""What there is in a text with a closing tag."""
QUOTES: Final = "'‘’‚‛“”„‟«»´"
"""Marks that people take for quotes and Hugo does not."""

_SWALLOWED_END = re.compile(r"(?:/|\s)*[>%]\}\}")
_SWALLOWED_PARAMETER = re.compile(r"[\w-]+=")
_TYPED_QUOTE = re.compile(f'[{QUOTES}]|.*["“”]$', re.DOTALL)


class Cause(enum.Enum):
    """What a problem in a tag comes from; each is one rule's business."""

    SYNTAX = "syntax"
    UNOPENED = "unopened"
    MIXED = "mixed"
    QUOTES = "quotes"
    SWALLOWED = "swallowed"


def swallows(document: Document, parameter: ShortcodeParameter) -> bool:
    """Whether a bare value has taken in the end of its tag, or the parameter behind it."""
    if parameter.key_span is None or parameter.quote or not isinstance(parameter.value, str):
        return False
    if _SWALLOWED_END.search(parameter.value):
        return True
    spaced = (
        document[Span(parameter.key_span.end, parameter.value_span.start)].strip()
        != document[Span(parameter.key_span.end, parameter.value_span.start)]
    )
    return spaced and _SWALLOWED_PARAMETER.match(parameter.value) is not None


def has_wrong_quotes(parameter: ShortcodeParameter) -> bool:
    """Whether a bare value begins with a mark that is no quote to Hugo, or ends with one that was never opened."""
    return (
        parameter.key is not None
        and not parameter.quote
        and isinstance(parameter.value, str)
        and _TYPED_QUOTE.match(parameter.value) is not None
    )


def cause_of(document: Document, problem: ShortcodeProblem) -> Cause:
    """Return what a problem in a single tag comes from."""
    if problem.kind is _Kind.NEVER_OPENED:
        return Cause.UNOPENED
    parameters = problem.tag.parameters if problem.tag is not None else ()
    if any(swallows(document, parameter) for parameter in parameters):
        return Cause.SWALLOWED
    if problem.kind is _Kind.UNEXPECTED_CHARACTER and problem.detail in QUOTES:
        return Cause.QUOTES
    if problem.kind in {_Kind.MIXED_PARAMETERS, _Kind.UNEXPECTED_CHARACTER, _Kind.QUOTE_UNTERMINATED} and any(
        has_wrong_quotes(parameter) and parameter.span.start < problem.offset for parameter in parameters
    ):
        return Cause.QUOTES
    return Cause.MIXED if problem.kind is _Kind.MIXED_PARAMETERS else Cause.SYNTAX


class ShortcodeRule(Rule[_O]):
    """A rule about shortcodes. It runs where Hugo reads them: in the pages of a site, and where no site is known."""

    needs = r"\{\{[<%]"
    not_shown = Message(
        en="Hugo reads shortcodes in code too, and this one has no counterpart, so the site cannot be built. Write {shown} to show "
        "it.",
        nl="Hugo leest shortcodes ook in code, en deze heeft geen tegenhanger, dus de site kan niet worden gebouwd. Schrijf "
        "{shown} om hem te tonen.",
    )
    show = Message(en="Show the shortcode and do not run it.", nl="Toon de shortcode en voer hem niet uit.")

    def applies(self) -> bool:
        return self.page.in_content or not self.page.site.is_hugo

    def problems(self, *kinds: ShortcodeProblemKind) -> Iterator[ShortcodeProblem]:
        """Yield the problems of some kinds, first those in single tags."""
        for problem in (*self.document.shortcodes.problems, *self.document.shortcode_pairs.problems):
            if problem.kind in kinds:
                yield problem

    def is_sure_of(self, tag: ShortcodeTag | None) -> bool:
        """Whether the tag's template is surely the one that Hugo takes: a missing theme may bring another."""
        if tag is None:
            return True
        template = self.page.shortcodes.find(tag.name)
        return template is not None and (bool(template.path) or self.page.shortcodes.complete)

    def severity_of(self, problem: ShortcodeProblem) -> Severity:
        """Return error when the build surely fails on a problem, else warning."""
        concerned = problem.other or problem.tag
        sure = problem.certain and (problem.tag is None or problem.tag.broken or self.is_sure_of(concerned))
        return Severity.ERROR if sure and not problem.kind.builds else Severity.WARNING

    @staticmethod
    def shown(*tags: ShortcodeTag) -> tuple[Edit, ...]:
        """Return the edits that make tags appear on the page as they are written, and no longer run."""
        return tuple(
            edit
            for tag in tags
            for edit in (
                Edit(Span(tag.span.start + 3, tag.span.start + 3), "/*"),
                Edit(Span(tag.span.end - 3, tag.span.end - 3), "*/"),
            )
        )

    def as_shown(self, tag: ShortcodeTag) -> str:
        """Return a tag the way it must be written to appear on the page."""
        text = self.document[tag.span]
        inside = text[3:-3] if len(text) <= _SHORT and "\n" not in text else f" {'/' * tag.closing}{tag.name} … "
        return f"{text[:3]}/*{inside}*/{text[-3:]}"

    def in_code(self, span: Span) -> bool:
        """Whether a place lies in inline code or in a code block of Markdown."""
        return self.code_around(span) is not None

    def code_around(self, span: Span) -> CodeBlock | CodeSpan | None:
        """Return the inline code or the code block around a place."""
        nodes = self.document.cached(ShortcodeRule, self._code)
        index = bisect_right(nodes, span.start, key=lambda node: node.span.start) - 1
        return nodes[index] if index >= 0 and nodes[index].span.covers(span) else None

    def _code(self) -> list[CodeBlock | CodeSpan]:
        return [node for node in self.document.nodes if isinstance(node, CodeBlock | CodeSpan)]
