"""What checking a file gave, as plain data: to keep it, or to send it from one process to another."""

from __future__ import annotations

from typing import Any, Final

from contentlint.engine.page_facts import PageFacts
from contentlint.rules.base import Applicability, BoundMessage, Fix, Message, Severity, Violation
from contentlint.rules.registry import Registry
from contentlint.text import Edit, Span
from contentlint.text.records import NamedTuple

_PLAIN: Final = frozenset((str, int, float, bool, type(None)))
_SEVERITIES: Final = {int(severity): severity for severity in Severity}


class Outcome(NamedTuple):
    """What checking a text gave.

    Attributes:
        language: the language of the page, empty when unknown.
        violations: sorted by place.
        facts: what rules about the whole site must know of it; None when no such rule runs.
    """

    language: str
    violations: tuple[Violation, ...]
    facts: PageFacts | None


class NotPlainError(ValueError):
    """An outcome holds something that cannot be written as plain data, such as a rule that nobody registered."""


def to_plain(outcome: Outcome, registry: Registry) -> list[Any]:
    """Return an outcome, but for the facts, as lists, texts and numbers only.

    Raises:
        NotPlainError: it holds something else.
    """
    texts = _Texts()
    violations = [_plain_violation(violation, registry, texts) for violation in outcome.violations]
    return [outcome.language, texts.found, violations]


def from_plain(data: list[Any], facts: PageFacts | None, registry: Registry) -> Outcome:
    """Return the outcome that ``to_plain`` wrote down, with its facts.

    Raises:
        ValueError, TypeError, KeyError, IndexError, AttributeError: it was written by something else.
    """
    language, texts, violations = data
    messages = [Message(en=en, nl=nl) for en, nl in texts]
    return Outcome(language, tuple(_violation(one, registry, messages) for one in violations), facts)


class _Texts:
    """The texts of messages, each once."""

    def __init__(self) -> None:
        self.found: Final[list[tuple[str, str]]] = []
        self._numbers: Final[dict[tuple[str, str], int]] = {}

    def number(self, message: Message) -> int:
        text = (message.en, message.nl)
        number = self._numbers.get(text)
        if number is None:
            number = self._numbers[text] = len(self.found)
            self.found.append(text)
        return number


def _plain_message(bound: BoundMessage, texts: _Texts) -> list[Any]:
    return [texts.number(bound.message), [(name, _plain_value(value, texts)) for name, value in bound.values]]


def _plain_value(value: object, texts: _Texts) -> object:
    if type(value) in _PLAIN:
        return value
    if isinstance(value, BoundMessage):
        return _plain_message(value, texts)
    if isinstance(value, Message):
        return [texts.number(value)]
    message = f"a value of type {type(value).__name__} in a message"
    raise NotPlainError(message)


def _message(data: list[Any], messages: list[Message]) -> BoundMessage:
    number, values = data
    return BoundMessage(messages[number], tuple((name, _value(value, messages)) for name, value in values))


def _value(data: Any, messages: list[Message]) -> object:
    if not isinstance(data, list):
        return data
    return messages[data[0]] if len(data) == 1 else _message(data, messages)


def _plain_violation(violation: Violation, registry: Registry, texts: _Texts) -> list[Any]:
    rule = registry.get(violation.rule.name)
    if rule is None or rule.info is not violation.rule:
        message = f"the rule {violation.rule.name}, which is not registered"
        raise NotPlainError(message)
    fix = violation.fix
    return [
        violation.rule.name,
        int(violation.severity),
        *violation.span,
        _plain_message(violation.message, texts),
        violation.suggestions,
        None
        if fix is None
        else (
            fix.applicability.value,
            _plain_message(fix.title, texts),
            [(*edit.span, edit.replacement) for edit in fix.edits],
        ),
        violation.engine_rule,
        violation.stop,
    ]


def _violation(data: list[Any], registry: Registry, messages: list[Message]) -> Violation:
    name, severity, start, end, message, suggestions, fix, engine_rule, stop = data
    rule = registry.get(name)
    if rule is None:
        raise KeyError(name)
    return Violation(
        rule.info,
        _SEVERITIES[severity],
        Span(start, end),
        _message(message, messages),
        tuple(suggestions),
        None
        if fix is None
        else Fix(
            Applicability(fix[0]),
            _message(fix[1], messages),
            tuple(Edit(Span(start, end), text) for start, end, text in fix[2]),
        ),
        engine_rule,
        stop,
    )
