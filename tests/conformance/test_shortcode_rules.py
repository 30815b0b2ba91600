"""The rules about shortcodes report an error exactly where the real Hugo does not build a page."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from benchmarks.hugo_fuzz import random_body
from tests.conformance.judge import judge_bodies, site_files, write_site

from contentlint.config import ChosenRule, Settings
from contentlint.document import Document
from contentlint.engine.linter import lint
from contentlint.engine.runner import surroundings
from contentlint.rules.base import Severity, Violation
from contentlint.rules.contentlint.build_stops_here import BuildStopsHere
from contentlint.rules.entry import RuleEntry
from contentlint.rules.registry import builtin
from contentlint.site import Page, Site
from contentlint.text import SourceText, apply_edits

HEAD = "---\ntitle: Page\n---\n"
RULES = [*builtin().select("SC"), *builtin().select("code-attributes-invalid"), RuleEntry.of(BuildStopsHere)]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """Return a page of the site on which Hugo judges."""
    folder: Path = tmp_path_factory.mktemp("site")
    write_site(folder, {**site_files(), "content/page.md": HEAD})
    return Site.load(folder).page("content/page.md")


def run(page: Page, text: str) -> Sequence[Violation]:
    settings = Settings(page.site.root, builtin())
    document = Document(SourceText(text), page.path, surroundings(page, settings, "en"))
    chosen = [ChosenRule(rule) for rule in RULES]
    return lint(document, page, chosen, settings.registry)


@pytest.mark.hugo
def test_an_error_means_that_hugo_fails(page: Page, hugo: str) -> None:
    generator = random.Random(7)  # noqa: S311 - a repeatable choice, no secret
    bodies = [random_body(generator) for _ in range(2000)]
    wrong = []
    for body, verdict in zip(bodies, judge_bodies(hugo, bodies), strict=True):
        # A value that swallows the next parameter is an error though the page builds: what it swallowed is lost.
        errors = [
            violation.rule.name
            for violation in run(page, HEAD + body)
            if violation.severity is Severity.ERROR
            and not (verdict.builds and violation.rule.name == "shortcode-parameter-swallowed")
        ]
        if verdict.builds == bool(errors):
            wrong.append((body, verdict.message, errors))
    assert wrong == []


@pytest.mark.hugo
def test_an_error_lies_on_the_line_that_hugo_names(page: Page, hugo: str) -> None:
    generator = random.Random(9)  # noqa: S311 - a repeatable choice, no secret
    bodies = [random_body(generator) for _ in range(2000)]
    agreed = []
    for body, verdict in zip(bodies, judge_bodies(hugo, bodies), strict=True):
        if verdict.line:
            source = SourceText(HEAD + body)
            lines = {
                source.line_of(violation.span.start)
                for violation in run(page, source.text)
                if violation.severity is Severity.ERROR
            }
            agreed.append(verdict.line + HEAD.count("\n") in lines)
    # Where a newline stands within the braces of a tag, Hugo may name either line.
    assert len(agreed) > 1000
    assert sum(agreed) / len(agreed) >= 0.98


def test_every_violation_lies_in_the_text_and_its_fix_can_be_applied(page: Page) -> None:
    generator = random.Random(8)  # noqa: S311 - a repeatable choice, no secret
    for _ in range(500):
        text = HEAD + random_body(generator)
        for violation in run(page, text):
            assert violation.rule.name != "internal-error", (text, violation.message.render("en"))
            assert 0 <= violation.span.start <= violation.span.end <= len(text)
            assert violation.message.render("nl")
            if violation.fix is not None:
                assert apply_edits(text, violation.fix.edits) != text
