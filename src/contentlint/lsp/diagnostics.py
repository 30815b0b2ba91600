"""Violations as the protocol writes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lsprotocol import types

from contentlint.config.problems import ConfigProblem
from contentlint.lsp.places import Places
from contentlint.outputs.results import View
from contentlint.rules.base import Severity, Violation

SOURCE: Final = "contentlint"

_SEVERITIES: Final = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_TAGS: Final = {
    "suppression-unused": types.DiagnosticTag.Unnecessary,
    "html-obsolete": types.DiagnosticTag.Deprecated,
    "shortcode-removed": types.DiagnosticTag.Deprecated,
}
"""Rules about what does nothing, or about what is no longer to be used; programs show it paler, or struck."""


def diagnostic(violation: Violation, places: Places, view: View) -> types.Diagnostic:
    """Return a violation as the protocol writes it.

    Args:
        violation: the violation.
        places: the places in its text.
        view: how the reader sees it.
    """
    rule = violation.rule
    tag = _TAGS.get(rule.name)
    address = view.address(rule)
    return types.Diagnostic(
        range=places.range(violation.span),
        message=violation.message.render(view.language),
        severity=_SEVERITIES[violation.severity],
        code=rule.code,
        code_description=types.CodeDescription(address) if address else None,
        source=SOURCE,
        tags=[tag] if tag else None,
        data={"rule": rule.name, "engineRule": violation.engine_rule},
    )


def of_problems(problems: Iterable[ConfigProblem], language: str) -> list[types.Diagnostic]:
    """Return what is wrong in one file of settings."""
    found = []
    for problem in problems:
        line, column = max(problem.line - 1, 0), max(problem.column - 1, 0)
        found.append(
            types.Diagnostic(
                range=types.Range(types.Position(line, column), types.Position(line, column + 1)),
                message=problem.message.render(language),
                severity=types.DiagnosticSeverity.Error,
                source=SOURCE,
            )
        )
    return found
