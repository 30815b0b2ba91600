from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.config import load_settings
from contentlint.document.facts import DocumentFacts, Fact
from contentlint.document.suppressions import RuleReference, Suppression
from contentlint.engine.outcomes import NotPlainError, Outcome, from_plain, to_plain
from contentlint.engine.page_facts import pack, unpack
from contentlint.engine.runner import Checker
from contentlint.rules.base import Applicability, BoundMessage, Fix, Message, Severity, Violation
from contentlint.rules.registry import Registry, builtin
from contentlint.text import Edit, SourceText, Span

DEMO = Path(__file__).parents[2]
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20)
SPANS = st.builds(Span, st.integers(0, 99), st.integers(0, 99))
MESSAGES = st.builds(Message, en=TEXTS, nl=TEXTS)
VALUES = TEXTS | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False) | MESSAGES
BOUND = st.recursive(
    st.builds(BoundMessage, MESSAGES, st.lists(st.tuples(TEXTS, VALUES), max_size=3).map(tuple)),
    lambda inner: st.builds(BoundMessage, MESSAGES, st.lists(st.tuples(TEXTS, inner), max_size=2).map(tuple)),
    max_leaves=3,
)
VIOLATIONS = st.builds(
    Violation,
    st.sampled_from([rule.info for rule in builtin()]),
    st.sampled_from(Severity),
    SPANS,
    BOUND,
    st.lists(TEXTS, max_size=3).map(tuple),
    st.none()
    | st.builds(
        Fix, st.sampled_from(Applicability), BOUND, st.lists(st.builds(Edit, SPANS, TEXTS), max_size=2).map(tuple)
    ),
    st.none() | TEXTS,
    st.none() | st.integers(0, 99),
)
SUPPRESSIONS = st.builds(
    Suppression,
    SPANS,
    TEXTS,
    st.lists(st.builds(RuleReference, TEXTS, SPANS), max_size=2).map(tuple),
    st.none() | SPANS,
    TEXTS,
    st.booleans(),
)
FACTS = st.builds(
    DocumentFacts,
    TEXTS,
    TEXTS,
    st.dictionaries(TEXTS, st.builds(Fact, TEXTS, SPANS, st.none() | st.integers(0, 9)), max_size=3),
    SPANS,
    st.frozensets(TEXTS, max_size=3),
    st.booleans(),
    st.lists(SUPPRESSIONS, max_size=2).map(tuple),
)


def through_json(outcome: Outcome) -> Outcome:
    return from_plain(json.loads(json.dumps(to_plain(outcome, builtin()))), outcome.facts, builtin())


def comparable(value: object) -> object:
    """Return a value with its messages, which are compared by identity, as their texts."""
    if isinstance(value, Message):
        return ("message", value.en, value.nl)
    if isinstance(value, tuple):
        return tuple(comparable(part) for part in value)
    return value


@given(FACTS)
def test_facts_come_back_as_they_were(facts: DocumentFacts) -> None:
    assert unpack(pack(facts)) == facts


@given(st.builds(Outcome, TEXTS, st.lists(VIOLATIONS, max_size=3).map(tuple), st.none() | FACTS.map(pack)))
def test_every_outcome_comes_back_as_it_was(outcome: Outcome) -> None:
    assert comparable(through_json(outcome)) == comparable(outcome)


def test_what_is_found_in_the_demo_comes_back_as_it_was() -> None:
    settings = load_settings(DEMO, builtin())
    for path in sorted((DEMO / "content").rglob("*.md")):
        with Checker(settings) as checker:
            outcome = checker.examine(SourceText.from_bytes(path.read_bytes()), path)
        if all(settings.registry.get(one.rule.name) in set(builtin()) for one in outcome.violations):
            assert comparable(through_json(outcome)) == comparable(outcome)


def test_a_rule_that_nobody_registered_cannot_be_written_down() -> None:
    (rule,) = builtin().select("HD002")
    violation = Violation(rule.info, Severity.ERROR, Span(0, 1), Message(en="a", nl="b")())
    with pytest.raises(NotPlainError, match="not registered"):
        to_plain(Outcome("nl", (violation,), None), Registry(()))


def test_a_value_that_is_no_plain_data_cannot_be_written_down() -> None:
    (rule,) = builtin().select("HD002")
    violation = Violation(rule.info, Severity.ERROR, Span(0, 1), Message(en="{a}", nl="{a}")(a=Path("x")))
    with pytest.raises(NotPlainError, match="a value of type"):
        to_plain(Outcome("nl", (violation,), None), builtin())
