"""The walk over a document: order, isolation of failing rules, severities, suppressions."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from contentlint.config import ChosenRule
from contentlint.document import Document, Heading, Link, Prose, Surroundings
from contentlint.engine.linter import lint
from contentlint.rules.base import (
    AnyRule,
    BoundMessage,
    Family,
    Message,
    Options,
    Rule,
    RuleInfo,
    Severity,
    Violation,
    on,
)
from contentlint.rules.contentlint.suppression_unused import SuppressionUnused
from contentlint.rules.entry import RuleEntry
from contentlint.rules.registry import Registry, builtin
from contentlint.site import Page, Site
from contentlint.text import SourceText, Span

SAYS = Message(en="Found {what}.", nl="{what} gevonden.")


def info(name: str, code: str, *, languages: tuple[str, ...] = ()) -> RuleInfo:
    summary = Message(en="A rule of a test", nl="Een regel van een test")
    return RuleInfo(
        name=name,
        code=code,
        family=Family.MARKUP,
        severity=Severity.WARNING,
        summary=summary,
        languages=languages,
        since="0",
    )


class Everything(Rule[Options]):
    """Reports headings, links and prose."""

    info = info("everything", "MK901")
    examples = ()

    @on(Heading, Link)
    def check_node(self, node: Heading | Link) -> Iterator[Violation]:
        yield self.violation(node.span, SAYS(what=type(node).__name__))

    @on(Prose)
    def check_prose(self, piece: Prose) -> Iterator[Violation]:
        yield self.violation(piece.span, SAYS(what=piece.kind))


class Failing(Rule[Options]):
    """Finds one heading, and raises at the next."""

    info = info("failing", "MK902")
    examples = ()

    def begin(self) -> None:
        self.seen = 0

    @on(Heading)
    def check_heading(self, heading: Heading) -> Iterator[Violation]:
        self.seen += 1
        if self.seen > 1:
            message = "no\nmore {headings}"
            raise RuntimeError(message)
        yield self.violation(heading.span, SAYS(what="a heading"))


class FailingAtOnce(Rule[Options]):
    """Cannot even begin."""

    info = info("failing-at-once", "MK903")
    examples = ()

    def begin(self) -> None:
        raise KeyError("x")  # noqa: EM101

    @on(Document)
    def never_called(self, _: Document) -> Iterator[Violation]:
        yield from ()


class OutOfPlace(Rule[Options]):
    """Reports a place that the text does not have."""

    info = info("out-of-place", "MK904")
    examples = ()

    @on(Heading)
    def check_heading(self, _: Heading) -> Iterator[Violation]:
        yield self.violation(Span(0, 10_000), SAYS(what="nothing"))


class DutchOnly(Everything):
    """Looks at Dutch text."""

    info = info("dutch-only", "MK905", languages=("nl",))


def run(
    text: str,
    *rules: type[AnyRule],
    language: str = "",
    severity: Severity | None = None,
    tmp_path: Path = Path("/nowhere"),
) -> tuple[Violation, ...]:
    document = Document(SourceText(text), "page.md", Surroundings(language))
    entries = [RuleEntry.of(rule) for rule in rules]
    chosen = [ChosenRule(entry, severity=severity) for entry in entries]
    registry = Registry([*builtin(), *(entry for entry in entries if builtin().get(entry.name) is None)])
    return lint(document, Page(Site.none(tmp_path), "page.md"), chosen, registry)


def shown(violations: tuple[Violation, ...]) -> list[str]:
    return [violation.message.render("en") for violation in violations]


def test_violations_come_in_order_of_place() -> None:
    found = run("# A\n\nText with a [link](x).\n\n# B\n", Everything)
    places = [violation.span.start for violation in found]
    assert places == sorted(places)
    assert shown(found).count("Found Heading.") == 2


def test_a_rule_that_raises_is_reported_once_and_keeps_what_it_found() -> None:
    found = run("# A\n\n# B\n\n# C\n", Failing, Everything)
    failures = [violation for violation in found if violation.rule.name == "internal-error"]
    assert len(failures) == 1
    assert failures[0].severity is Severity.ERROR
    assert "failing" in failures[0].message.render("nl")
    assert "RuntimeError: no more {headings}" in failures[0].message.render("en")
    assert sum(violation.rule.name == "failing" for violation in found) == 1
    assert sum(violation.message == SAYS(what="Heading") for violation in found) == 3


def test_a_rule_that_cannot_begin_harms_no_other() -> None:
    found = run("# A\n", FailingAtOnce, Everything)
    assert [violation.rule.name for violation in found].count("internal-error") == 1
    assert "Found Heading." in shown(found)


def test_a_span_outside_the_text_is_the_rules_failure() -> None:
    (failure,) = run("# A\n", OutOfPlace)
    assert failure.rule.name == "internal-error"
    assert "10000" in failure.message.render("en")


@pytest.mark.parametrize(("language", "count"), [("nl", 2), ("nl-BE", 2), ("en", 0), ("", 0)])
def test_a_rule_for_one_language_starts_only_there(language: str, count: int) -> None:
    assert len(run("# Kop\n", DutchOnly, language=language)) == count


def test_a_severity_from_the_settings_replaces_that_of_the_rule() -> None:
    assert {violation.severity for violation in run("# A\n", Everything, severity=Severity.INFO)} == {Severity.INFO}


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- contentlint-disable-next-line everything -->\n# A\n",
        "<!-- contentlint-disable-next-line MK901 -- imported text -->\n\n# A\n",
        "<!-- contentlint-disable everything, heading-empty -->\n\n# A\n",
        "<!-- contentlint-disable -->\n\n# A\n\n<!-- contentlint-enable -->\n",
        "# A\n\n<!-- contentlint-disable-file everything -->\n",
        "# A <!-- contentlint-disable-line everything -->\n",
        "---\ncontentlint:\n  disable: everything\n---\n# A\n",
        "---\ncontentlint: {disable: [MK]}\n---\n# A\n",
        "Text.\n\n{{% comment %}}contentlint-disable-next-line everything{{% /comment %}}\n# A\n",
    ],
)
def test_a_suppression_silences_the_rule_it_names(comment: str) -> None:
    assert not [violation for violation in run(comment, Everything) if violation.message == SAYS(what="Heading")]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- contentlint-disable-next-line heading-empty -->\n# A\n",
        "# A\n\n<!-- contentlint-disable everything -->\n",
        "<!-- contentlint-disable everything -->\n\n<!-- contentlint-enable everything -->\n\n# A\n",
        "`<!-- contentlint-disable-file everything -->`\n\n# A\n",
        "    <!-- contentlint-disable-file everything -->\n\n# A\n",
    ],
)
def test_a_suppression_silences_nothing_else(comment: str) -> None:
    assert [violation for violation in run(comment, Everything) if violation.message == SAYS(what="Heading")]


def test_an_enabled_rule_is_silenced_before_that_only_and_each_useless_comment_is_reported() -> None:
    text = (
        "<!-- contentlint-disable everything -->\n\n# A\n\n<!-- contentlint-enable everything -->\n\n# B\n\n"
        "<!-- contentlint-disable-next-line everything -->\n# C\n\n<!-- contentlint-disable everything -->\n"
    )
    found = [one for one in run(text, Everything, SuppressionUnused) if one.message != SAYS(what="text")]
    assert [(one.rule.name, text.count("\n", 0, one.span.start) + 1) for one in found] == [
        ("everything", 7),
        ("everything", 7),
        ("suppression-unused", 12),
    ]


def test_thousands_of_suppressions_are_weighed_in_time() -> None:
    text = "<!-- contentlint-disable-next-line everything -->\n# A\n\n" * 10_000
    text += "<!-- contentlint-disable no-such-rule -->\n" * 10_000
    begin = time.process_time()
    assert not run(text, Everything)
    assert time.process_time() - begin < 10


def test_a_failure_cannot_be_silenced() -> None:
    found = run("<!-- contentlint-disable-file -->\n\n# A\n\n# B\n", Failing)
    assert [violation.rule.name for violation in found] == ["internal-error"]


def test_messages_inside_messages_are_rendered_in_the_same_language() -> None:
    inner = Message(en="a cat", nl="een kat")
    assert BoundMessage(SAYS, (("what", inner),)).render("nl") == "een kat gevonden."
    assert SAYS(what=inner()).render("en") == "Found a cat."


class Begun(Rule[Options]):
    """Notes that it was begun."""

    info = info("begun", "MK908")
    examples = ()
    times: ClassVar[list[str]] = []

    def begin(self) -> None:
        self.times.append(self.document.text)

    @on(Link)
    def check(self, link: Link) -> Iterator[Violation]:
        yield self.violation(link.span, SAYS(what="a link"))


class Needing(Begun):
    """Needs a sign."""

    info = info("needing", "MK909")
    needs = "€"
    times: ClassVar[list[str]] = []


class SaysAtTheEnd(Begun):
    """Speaks of what is not there."""

    info = info("says-at-the-end", "MK910")
    times: ClassVar[list[str]] = []

    def finish(self) -> Iterator[Violation]:
        yield self.violation(Span(0, 0), SAYS(what="the end"))


def test_a_rule_is_begun_only_where_it_may_find_something() -> None:
    for rule in (Begun, Needing, SaysAtTheEnd):
        rule.times.clear()
    for text in ("Text.\n", "A [link](x).\n", "€ 5\n", "A [link](x) for € 5.\n"):
        run(text, Begun, Needing, SaysAtTheEnd)
    assert Begun.times == ["A [link](x).\n", "A [link](x) for € 5.\n"]
    assert Needing.times == ["A [link](x) for € 5.\n"]
    assert len(SaysAtTheEnd.times) == 4


def test_needs_that_cannot_be_tried_are_the_rules_failure() -> None:
    broken = type("Broken", (Begun,), {"info": info("broken-needs", "MK911"), "needs": "(", "examples": ()})
    (failure,) = run("A [link](x).\n", broken)
    assert failure.rule.name == "internal-error"
