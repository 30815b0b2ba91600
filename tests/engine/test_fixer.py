"""Mending: to the end, never twice, never more than is allowed."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contentlint.config import ChosenRule
from contentlint.document import Document, Surroundings, Text
from contentlint.engine.fixer import fix_source
from contentlint.engine.linter import lint
from contentlint.engine.safety import visible_difference
from contentlint.rules.base import (
    AnyRule,
    Applicability,
    Family,
    Fix,
    Message,
    Options,
    Rule,
    RuleInfo,
    Severity,
    Violation,
    on,
)
from contentlint.rules.entry import RuleEntry
from contentlint.rules.registry import Registry, builtin
from contentlint.site import Page, Site
from contentlint.text import Edit, SourceText, Span

SAFE = frozenset({Applicability.SAFE})
ALL = frozenset(Applicability)
SAYS = Message(en="Write {new}.", nl="Schrijf {new}.")


def replacing(name: str, code: str, old: str, new: str, applicability: Applicability) -> type[Rule[Options]]:
    """Make a rule that replaces one text by another."""

    class Replace(Rule[Options]):
        """Replaces."""

        info = RuleInfo(
            name=name,
            code=code,
            family=Family.MARKUP,
            severity=Severity.WARNING,
            summary=SAYS,
            fixable=applicability,
            since="0",
        )
        examples = ()

        @on(Text)
        def check_text(self, text: Text) -> Iterator[Violation]:
            found = text.value.find(old)
            while found >= 0:
                span = Span(text.span.start + found, text.span.start + found + len(old))
                fix = Fix(applicability, SAYS(new=new), (Edit(span, new),))
                yield self.violation(span, SAYS(new=span.start), fix=fix)
                found = text.value.find(old, found + len(old))

    return Replace


def checker(*rules: type[AnyRule]) -> Callable[[SourceText], Sequence[Violation]]:
    chosen = [ChosenRule(RuleEntry.of(rule)) for rule in rules]
    page = Page(Site.none(Path("/nowhere")), "page.md")

    def check(source: SourceText) -> Sequence[Violation]:
        return lint(Document(source, "page.md", Surroundings("en")), page, chosen, Registry([]))

    return check


CATS = replacing("cats", "MK901", "cat", "dog", Applicability.UNSAFE)
DOGS = replacing("dogs", "MK902", "dog", "cat", Applicability.UNSAFE)
LIAR = replacing("liar", "MK903", "true", "false", Applicability.SAFE)
GROWING = replacing("growing", "MK904", "a", "aa", Applicability.UNSAFE)
ADVICE = replacing("advice", "MK905", "bird", "fish", Applicability.SUGGESTION)


def test_every_place_is_mended() -> None:
    fixed = fix_source(SourceText("cat and cat\n"), checker(CATS), ALL)
    assert fixed.source.text == "dog and dog\n"
    assert len(fixed.applied) == 2
    assert not fixed.conflict


def test_nothing_to_mend_returns_the_very_text() -> None:
    source = SourceText("bird\n")
    assert fix_source(source, checker(CATS), ALL).source is source


def test_only_what_is_allowed_is_applied() -> None:
    assert fix_source(SourceText("cat bird\n"), checker(CATS, ADVICE), SAFE).source.text == "cat bird\n"
    assert fix_source(SourceText("cat bird\n"), checker(CATS, ADVICE), ALL).source.text == "dog bird\n"


def test_rules_that_undo_each_other_are_named() -> None:
    fixed = fix_source(SourceText("cat\n"), checker(CATS, DOGS), ALL)
    assert fixed.conflict
    assert set(fixed.conflict) <= {"cats", "dogs"}
    assert fixed.source.text in {"cat\n", "dog\n"}


def test_a_rule_that_never_ends_is_stopped_and_named() -> None:
    fixed = fix_source(SourceText("a\n"), checker(GROWING), ALL)
    assert fixed.conflict == ("growing",)


def test_a_fix_that_only_says_it_is_safe_is_refused() -> None:
    fixed = fix_source(SourceText("true cat\n"), checker(LIAR, CATS), ALL)
    assert fixed.source.text == "true dog\n"
    assert {violation.rule.name for violation in fixed.refused} == {"liar"}


def test_a_text_with_undecodable_bytes_is_left_alone() -> None:
    source = SourceText.from_bytes(b"cat \xff\n")
    assert fix_source(source, checker(CATS), ALL).source is source


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("A  b\n", "A b\n", ""),
        ("A\u200bb\n", "Ab\n", ""),
        ("e\u0301\n", "\u00e9\n", ""),
        ("A <!-- x -->\n", "A \n", ""),
        ("# A\n", "## A\n", "the rendered page"),
        ("`a  b`\n", "`a   c`\n", "the rendered page"),
        ("---\ntitle: A  B\n---\n", "---\ntitle: A B\n---\n", ""),
        ("---\ntitle: A\n---\n", "---\ntitle: B\n---\n", "a value of the front matter"),
        ("---\ndraft: true\n---\n", "---\n---\n", "a value of the front matter"),
    ],
)
def test_what_a_reader_sees_change_is_told(before: str, after: str, said: str) -> None:
    assert visible_difference(before, after) == said


WORDS = st.lists(
    st.sampled_from(
        ["one", "two", " ", "  ", "   ", "\n", "\r\n", "é", "`code  x`", "**b**", "- ", "<!-- x -->", "; "]
    ),
    max_size=30,
)


@settings(max_examples=150, deadline=None)
@given(WORDS)
def test_safe_fixes_end_and_change_nothing_that_shows(words: list[str]) -> None:
    text = "".join(words)
    check = checker(*(entry.rule for entry in builtin() if entry.info.fixable is Applicability.SAFE))
    fixed = fix_source(SourceText(text), check, SAFE)
    assert not fixed.conflict
    assert not visible_difference(text, fixed.source.text)
    assert fix_source(fixed.source, check, SAFE).source is fixed.source
