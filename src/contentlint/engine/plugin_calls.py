"""Calls rules that are the code of plug-ins, which may do anything and give anything back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext

from contentlint.config.plugins.guard import FAILURES, Guard
from contentlint.rules.base import LANGUAGES, AnyRule, BoundMessage, Fix, Severity, Violation
from contentlint.rules.entry import RuleEntry
from contentlint.text import Edit

__all__ = ["FAILURES", "Guard", "guard_for", "is_code", "usable"]


def is_code(rule: type[AnyRule] | RuleEntry) -> bool:
    """Whether a rule is code of a plug-in."""
    return rule.origin is not None and rule.origin.is_code


def guard_for(rules: Iterable[type[AnyRule] | RuleEntry]) -> AbstractContextManager[Guard | None]:
    """Return the context in which rules are called: that of a guard where one of them is code of a plug-in."""
    return Guard() if any(is_code(rule) for rule in rules) else nullcontext()


def usable(found: Iterable[object], rule: type[AnyRule]) -> Iterator[Violation]:
    """Yield what the code of a plug-in found.

    Raises:
        TypeError: something that is no violation of its rule, or one that cannot be shown or mended.
    """
    for violation in found:
        if not isinstance(violation, Violation) or violation.rule is not rule.info:
            message = "a rule must yield violations of its own, as self.violation() makes them"
            raise TypeError(message)
        if not (_are(BoundMessage, violation.message) and _are(Severity, violation.severity)):
            message = "a violation needs a BoundMessage, as calling a Message makes it, and a Severity"
            raise TypeError(message)
        _say(violation.message)
        if not _are(str, *violation.suggestions):
            message = "suggestions must be texts"
            raise TypeError(message)
        if (fix := violation.fix) is not None:
            if not (_are(Fix, fix) and _are(BoundMessage, fix.title) and _are(Edit, *fix.edits)):
                message = "a fix must be made by safe_fix(), unsafe_fix() or suggest()"
                raise TypeError(message)
            _say(fix.title)
        yield violation


def _are(cls: type, *values: object) -> bool:
    return all(isinstance(value, cls) for value in values)


def _say(message: BoundMessage) -> None:
    """Put a message into words, so that a gap without a value is noticed here."""
    for language in LANGUAGES:
        message.render(language)
