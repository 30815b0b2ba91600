"""Leaves out what suppressions silence, and reports suppressions that silence nothing."""

from __future__ import annotations

from collections.abc import Sequence

from contentlint.document import Document, Suppression
from contentlint.document.suppressions import RuleReference
from contentlint.rules.base import AnyRule, SiteRule, Violation
from contentlint.rules.contentlint.suppression_unknown import SuppressionUnknown
from contentlint.rules.contentlint.suppression_unused import SuppressionUnused
from contentlint.rules.registry import Registry

_NEVER_SILENCED = frozenset({"CL001", "CL002", "CL003"})
"""Findings about suppressions and about contentlint itself."""


def apply_suppressions(
    violations: Sequence[Violation], document: Document, rules: Sequence[type[AnyRule]], registry: Registry
) -> list[Violation]:
    """Return the violations that are not silenced, and those about the suppressions themselves."""
    suppressions = document.suppressions
    if not suppressions:
        return list(violations)
    # What a rule about the site would have to say is not known yet.
    running = {rule.info.name for rule in rules if not issubclass(rule, SiteRule)}
    meant = {
        reference: {rule.info.name for rule in registry.select(reference.key)}
        for suppression in suppressions
        for reference in suppression.rules
    }
    used: set[tuple[Suppression, RuleReference | None]] = set()
    kept = [violation for violation in violations if not _silenced(violation, suppressions, meant, used)]
    if SuppressionUnknown.info.name in running:
        near = {reference.key: registry.suggest(reference.key) for reference, names in meant.items() if not names}
        kept += SuppressionUnknown.report(suppressions, meant, near)
    if SuppressionUnused.info.name in running:
        everything_runs = all(
            not rule.info.default or rule.info.name in running or issubclass(rule, SiteRule) for rule in registry
        )
        unused = [
            (suppression, reference)
            for suppression in suppressions
            if suppression.scope is not None
            for reference in (suppression.rules or (None,))
            if (suppression, reference) not in used
            and (meant[reference] and meant[reference] <= running if reference else everything_runs)
        ]
        kept += SuppressionUnused.report(document, unused)
    return kept


def _silenced(
    violation: Violation,
    suppressions: Sequence[Suppression],
    meant: dict[RuleReference, set[str]],
    used: set[tuple[Suppression, RuleReference | None]],
) -> bool:
    if violation.rule.code in _NEVER_SILENCED:
        return False
    silenced = False
    for suppression in suppressions:
        scope = suppression.scope
        if scope is None or not scope.start <= violation.span.start < max(scope.end, scope.start + 1):
            continue
        for reference in suppression.rules or (None,):
            if reference is None or violation.rule.name in meant[reference]:
                used.add((suppression, reference))
                silenced = True
    return silenced
