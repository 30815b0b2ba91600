"""Runs rules over one document: one walk, and a rule that fails harms nobody else. No file access, no output."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, cast

from contentlint.config.layers import ChosenRule
from contentlint.document import Document, FrontMatter, Node, Prose
from contentlint.engine.plugin_calls import FAILURES, Guard, guard_for, is_code, usable
from contentlint.engine.suppressing import apply_suppressions
from contentlint.engine.timing import Timing
from contentlint.rules.base import AnyRule, Rule, Violation
from contentlint.rules.engine_rules import BUILD_STOPS_HERE
from contentlint.rules.entry import Contents
from contentlint.rules.registry import Registry
from contentlint.site import Page
from contentlint.text import Span

_OUTSIDE_THE_BODY: Final = frozenset({"Document", "FrontMatter", "Prose"})


class StaleError(Exception):
    """A check was given up, since nobody waits for its outcome any more."""


def lint(
    document: Document,
    page: Page,
    rules: Sequence[ChosenRule],
    registry: Registry,
    *,
    is_stale: Callable[[], bool] = lambda: False,
    timing: Timing | None = None,
) -> tuple[Violation, ...]:
    """Return what is wrong in a document, by place; what its suppressions silence is left out.

    Args:
        document: the document.
        page: what its site knows of it.
        rules: the rules to run.
        registry: every rule there is, to tell unknown names in suppressions from rules that do not run.
        is_stale: whether nobody waits for the outcome any more; asked again and again.
        timing: measures the rules.

    Raises:
        StaleError: nobody does.
    """
    entries = [chosen.entry for chosen in rules]
    with guard_for(entries) as guard:
        found = _Walk(document, page, rules, is_stale, guard, timing).run()
    if any(one.stop is not None for one in found) and any(entry.name == BUILD_STOPS_HERE for entry in entries):
        from contentlint.rules.contentlint.build_stops_here import BuildStopsHere  # noqa: PLC0415 - rare

        found += BuildStopsHere.report(found, document.source)
    found = apply_suppressions(found, document, entries, registry)
    severities = {chosen.entry.name: chosen.severity for chosen in rules if chosen.severity is not None}
    return tuple(
        sorted(
            (
                violation._replace(severity=severities.get(violation.rule.name, violation.severity))
                for violation in found
            ),
            key=_by_place,
        )
    )


def _by_place(violation: Violation) -> tuple[int, int, str]:
    return (*violation.span, violation.rule.code)


_Check = Callable[..., Iterator[Violation]]


class _Running:
    """A rule at work on the document, with its checks of nodes."""

    __slots__ = ("checks", "failed", "is_code", "rule")

    def __init__(self, rule: Rule[Any]) -> None:
        self.rule: Final = rule
        self.is_code: Final = is_code(type(rule))
        self.failed = False
        self.checks: Final[dict[type[Node], list[_Check]]] = {}


class _Walk:
    """One walk over a document with all its rules."""

    def __init__(  # noqa: PLR0917 - all that a walk needs
        self,
        document: Document,
        page: Page,
        rules: Sequence[ChosenRule],
        is_stale: Callable[[], bool],
        guard: Guard | None,
        timing: Timing | None,
    ) -> None:
        self._document: Final = document
        self._page: Final = page
        self._is_stale: Final = is_stale
        self._guard: Final = guard
        self._timing: Final = timing
        self._violations: Final[list[Violation]] = []
        self._finishing: Final[list[_Running]] = []
        self._looking: Final[list[_Running]] = []
        self._table: Final[dict[type, list[tuple[_Running, _Check]]]] = {}
        self._searching: Final[list[tuple[_Running, _Check, re.Pattern[str] | str]]] = []
        language = document.language.split("-")[0].lower()
        contents = Contents(document.text, self._types_of_nodes(rules), language)
        for chosen in rules:
            if timing is None:
                self._start(chosen, contents)
            else:
                with timing.rule(chosen.entry.name):
                    self._start(chosen, contents)

    def _types_of_nodes(self, rules: Iterable[ChosenRule]) -> set[str]:
        """Return the types of nodes in the document, by name, as far as the rules want them; prose may be empty."""
        nodes = {"Document", "Prose"}
        if self._document.front_matter is not None:
            nodes.add("FrontMatter")
        if any(not chosen.entry.nodes <= _OUTSIDE_THE_BODY for chosen in rules):
            nodes.update({type(node).__name__ for node in self._document.nodes})
        return nodes

    def _start(self, chosen: ChosenRule, contents: Contents) -> None:
        try:
            if self._guard and is_code(chosen.entry):
                with self._guard.watch():
                    rule = self._begun(chosen, contents)
            else:
                rule = self._begun(chosen, contents)
        except FAILURES as error:
            self._report_failure(chosen.entry.rule, error, Span(0, 0))
            return
        if rule is None:
            return
        running = _Running(rule)
        if type(rule).finish is not Rule.finish:
            self._finishing.append(running)
        for node_type, name in rule.checks:
            check = getattr(rule, name)
            having = getattr(check, "__having__", None)
            if having is not None:
                self._searching.append((running, check, having))
            elif issubclass(node_type, Node) and node_type is not FrontMatter:
                running.checks.setdefault(node_type, []).append(check)
            else:
                self._table.setdefault(node_type, []).append((running, check))
        if running.checks:
            self._looking.append(running)

    def _begun(self, chosen: ChosenRule, contents: Contents) -> Rule[Any] | None:
        """Return a rule that has begun; None for one that can find nothing here."""
        if not chosen.entry.may_find(contents):
            return None
        rule = cast("type[Rule[Any]]", chosen.entry.rule)(self._document, self._page, chosen.options)
        if not rule.applies():
            return None
        rule.begin()
        return rule

    def run(self) -> list[Violation]:
        """Return what the rules find."""
        document = self._document
        self._visit(document, Span(0, 0))
        if document.front_matter is not None:
            self._visit(document.front_matter, document.front_matter.span)
        for running in self._looking:
            if not running.failed:
                self._look_at_nodes(running)
        if Prose in self._table:
            for piece in document.prose:
                self._visit(piece, piece.span)
        for running, check, having in self._searching:
            if self._is_stale():
                raise StaleError
            for piece in document.prose_with(having):
                if not running.failed:
                    self._collect(running, check, (piece,), piece.span)
        for running in self._finishing:
            if not running.failed:
                self._collect(running, running.rule.finish, (), Span(0, 0))
        return self._violations

    def _look_at_nodes(self, running: _Running) -> None:
        """Have a rule look at its nodes; a page may have a hundred thousand, so nothing is called that need not be."""
        checks = running.checks
        nodes = self._document.of_types(*checks)
        if self._timing is not None or (running.is_code and self._guard):
            for node in self._while_wanted(nodes):
                for check in checks[type(node)]:
                    if not running.failed:
                        self._collect(running, check, (node,), node.span)
            return
        node = self._document.markdown.root
        try:
            for node in self._while_wanted(nodes):
                for check in checks[type(node)]:
                    for violation in check(node):
                        self._keep(violation)
        except StaleError:
            raise
        except FAILURES as error:
            running.failed = True
            self._report_failure(type(running.rule), error, node.span)

    def _while_wanted(self, nodes: Iterable[Node]) -> Iterator[Node]:
        for node in nodes:
            if self._is_stale():
                raise StaleError
            yield node

    def _visit(self, node: Document | FrontMatter | Prose, span: Span) -> None:
        if self._is_stale():
            raise StaleError
        for running, check in self._table.get(type(node), ()):
            if not running.failed:
                self._collect(running, check, (node,), span)

    def _collect(self, running: _Running, check: _Check, arguments: tuple[object, ...], span: Span) -> None:
        if self._timing is None:
            self._call(running, check, arguments, span)
        else:
            with self._timing.rule(running.rule.info.name):
                self._call(running, check, arguments, span)

    def _call(self, running: _Running, check: _Check, arguments: tuple[object, ...], span: Span) -> None:
        try:
            if running.is_code and self._guard:
                with self._guard.watch():
                    for violation in usable(check(*arguments), type(running.rule)):
                        self._keep(violation)
            else:
                for violation in check(*arguments):
                    self._keep(violation)
        except FAILURES as error:
            running.failed = True
            self._report_failure(type(running.rule), error, span)

    def _keep(self, violation: Violation) -> None:
        length = len(self._document.source)
        spans = (violation.span, *(edit.span for edit in violation.fix.edits)) if violation.fix else (violation.span,)
        for start, end in spans:
            if not 0 <= start <= end <= length:
                message = f"a span of {start} to {end} in a text of {length} characters"
                raise ValueError(message)
        self._violations.append(violation)

    def _report_failure(self, rule: type[AnyRule], error: BaseException, span: Span) -> None:
        from contentlint.rules.contentlint.internal_error import InternalError  # noqa: PLC0415 - a mistake

        self._violations.append(InternalError.report(rule, error, span))
