"""Runs the rules about whole sites, over the facts of the pages that were checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Final, NamedTuple

from contentlint.config import ChosenRule
from contentlint.document.facts import DocumentFacts
from contentlint.document.suppressions import Suppression
from contentlint.engine.plugin_calls import FAILURES, guard_for, is_code, usable
from contentlint.rules.base import Options, SiteRule, Violation
from contentlint.rules.contentlint.internal_error import InternalError
from contentlint.rules.registry import Registry
from contentlint.site import Site
from contentlint.text import Span


class _Checked(NamedTuple):
    """A checked file with its facts, and the rules about the site that are to speak about it."""

    file: Path
    facts: DocumentFacts
    rules: tuple[ChosenRule, ...]


class SiteLinter:
    """Gathers the facts of one site's pages and runs the rules about it when all are there.

    Args:
        site: the site.
        registry: every rule there is.
    """

    def __init__(self, site: Site, registry: Registry) -> None:
        self._site: Final = site
        self._registry: Final = registry
        self._checked: Final[dict[str, _Checked]] = {}

    def add(self, file: Path, facts: DocumentFacts, rules: tuple[ChosenRule, ...]) -> None:
        """Take in a page."""
        self._checked[facts.path] = _Checked(file, facts, rules)

    def run(self) -> Iterator[tuple[Path, str, tuple[Violation, ...]]]:
        """Yield each file in which something was found, its language, and the violations by place."""
        found: dict[str, list[Violation]] = {}
        pages = [self._checked[path].facts for path in sorted(self._checked)]
        rules: dict[type[SiteRule[Any]], Options] = {}
        for checked in self._checked.values():
            for chosen in checked.rules:
                if issubclass(chosen.rule, SiteRule):
                    rules.setdefault(chosen.rule, chosen.options)
        with guard_for(rules) as guard:
            for rule, options in rules.items():
                try:
                    with guard.watch() if guard and is_code(rule) else nullcontext():
                        for path, violation in self._findings(rule, options, pages):
                            found.setdefault(path, []).append(violation)
                except FAILURES as error:
                    failure = InternalError.report(rule, error, Span(0, 0))
                    if pages:
                        found.setdefault(pages[0].path, []).append(failure)
        for path, violations in sorted(found.items()):
            file, facts, chosen_rules = self._checked[path]
            severities = {chosen.rule.info.name: chosen.severity for chosen in chosen_rules}
            kept = [
                violation._replace(severity=severities.get(violation.rule.name) or violation.severity)
                for violation in violations
                if violation.rule is InternalError.info
                or (violation.rule.name in severities and not self._silenced(violation, facts.suppressions))
            ]
            if kept:
                yield file, facts.language, tuple(sorted(kept, key=lambda violation: violation.span))

    def _findings(
        self, rule: type[SiteRule[Any]], options: Options, pages: Sequence[DocumentFacts]
    ) -> Iterator[tuple[str, Violation]]:
        for path, violation in rule(self._site, options).check(pages):
            if path in self._checked:
                yield from ((path, one) for one in (usable((violation,), rule) if is_code(rule) else (violation,)))

    def _silenced(self, violation: Violation, suppressions: tuple[Suppression, ...]) -> bool:
        return any(
            suppression.scope is not None
            and suppression.scope.start
            <= violation.span.start
            < max(suppression.scope.end, suppression.scope.start + 1)
            and (
                not suppression.rules
                or any(
                    rule.info is violation.rule
                    for reference in suppression.rules
                    for rule in self._registry.select(reference.key)
                )
            )
            for suppression in suppressions
        )
