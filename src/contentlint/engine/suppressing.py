"""Leaves out what suppressions silence, and reports suppressions that silence nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate

from contentlint.document import Document, Suppression
from contentlint.document.suppressions import RuleReference
from contentlint.rules.base import Violation
from contentlint.rules.engine_rules import SUPPRESSION_UNKNOWN, SUPPRESSION_UNUSED
from contentlint.rules.entry import RuleEntry
from contentlint.rules.registry import Registry

NEVER_SILENCED = frozenset({"CL001", "CL002", "CL003"})
"""Findings about suppressions and about contentlint itself."""


def apply_suppressions(
    violations: Sequence[Violation], document: Document, rules: Sequence[RuleEntry], registry: Registry
) -> list[Violation]:
    """Return the violations that are not silenced, and those about the suppressions themselves."""
    suppressions = document.suppressions
    if not suppressions:
        return list(violations)
    # What a rule about the site would have to say is not known yet.
    running = {rule.name for rule in rules if not rule.about_site}
    meant = {
        reference: {rule.name for rule in registry.select(reference.key)}
        for suppression in suppressions
        for reference in suppression.rules
    }
    kept, used = _silence(violations, suppressions, meant)
    # Where rules could not be had, a name that is not known may be one of theirs.
    if SUPPRESSION_UNKNOWN in running and registry.complete:
        from contentlint.rules.contentlint.suppression_unknown import SuppressionUnknown  # noqa: PLC0415 - see above

        unknown = {reference.key for reference, names in meant.items() if not names}
        near = {key: registry.suggest(key) for key in unknown}
        kept += SuppressionUnknown.report(suppressions, meant, near)
    if SUPPRESSION_UNUSED in running:
        from contentlint.rules.contentlint.suppression_unused import SuppressionUnused  # noqa: PLC0415 - see above

        everything_runs = all(not rule.default or rule.name in running or rule.about_site for rule in registry)
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


def _silence(
    violations: Sequence[Violation], suppressions: Sequence[Suppression], meant: Mapping[RuleReference, set[str]]
) -> tuple[list[Violation], set[tuple[Suppression, RuleReference | None]]]:
    """Return the violations that no suppression silences, and the suppressions that silence something."""
    by_rule: dict[str, list[Violation]] = {}
    for violation in sorted(violations, key=lambda one: one.span.start):
        by_rule.setdefault(violation.rule.name, []).append(violation)
    never = {name for name, (first, *_) in by_rule.items() if first.rule.code in NEVER_SILENCED}
    starts = {name: [one.span.start for one in found] for name, found in by_rule.items() if name not in never}
    # A page may hold thousands of both, so no violation is held against each suppression: where a scope begins and
    # ends among the violations is noted, and summed afterwards.
    changes = {name: [0] * (len(found) + 1) for name, found in starts.items()}
    used: set[tuple[Suppression, RuleReference | None]] = set()
    for suppression in suppressions:
        scope = suppression.scope
        if scope is None:
            continue
        for reference in suppression.rules or (None,):
            for name in starts if reference is None else meant[reference] & starts.keys():
                first = bisect_left(starts[name], scope.start)
                behind = bisect_left(starts[name], max(scope.end, scope.start + 1))
                if first < behind:
                    changes[name][first] += 1
                    changes[name][behind] -= 1
                    used.add((suppression, reference))
    silenced = {
        id(violation)
        for name, change in changes.items()
        for violation, scopes in zip(by_rule[name], accumulate(change), strict=False)
        if scopes
    }
    return [violation for violation in violations if id(violation) not in silenced], used
