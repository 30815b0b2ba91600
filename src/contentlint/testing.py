"""Holds rules to their examples, strictly. For the rules of this package and for those of plug-ins.

A test of a plug-in reads::

    import pytest
    from contentlint.testing import check_rule


    @pytest.mark.parametrize("rule", [MyRule])
    def test_examples_hold(rule, tmp_path):
        check_rule(rule, tmp_path)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from contentlint.config import ChosenRule, Settings
from contentlint.document import Document
from contentlint.document.facts import facts_of
from contentlint.engine.linter import lint
from contentlint.engine.page_language import language_of
from contentlint.engine.runner import surroundings
from contentlint.engine.safety import visible_difference
from contentlint.engine.site_linter import SiteLinter
from contentlint.rules.base import AnyRule, Applicability, Example, Invalid, SiteRule, Valid, Violation
from contentlint.rules.registry import Registry, builtin
from contentlint.site import Page, Site
from contentlint.text import SourceText, Span, apply_edits

_MARK = re.compile("[⟦⟧]")
_FRONT_MATTER = re.compile(r"(?:---\n(?s:.*?)\n---\n|\+\+\+\n(?s:.*?)\n\+\+\+\n|\{\n(?s:.*?)\n\}\n)")
_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db0"
    "0000000049454e44ae426082"
)


class ExampleError(AssertionError):
    """A rule does not do what its examples say."""


class _Marked(NamedTuple):
    """A text without its marks, and the spans that were marked."""

    text: str
    spans: list[Span]


def check_rule(rule: type[AnyRule], folder: Path, registry: Registry | None = None) -> None:
    """Hold a rule to its examples.

    Every marked span must be reported and nothing else. Where the rule offers fixes the example must say what the text
    becomes; that text stays as it is when the rule runs again, and a safe fix leaves the rendered page and the front
    matter's values as they were. Then every example is run in a block quote, in a list item, with CRLF, behind front matter
    and behind a paragraph of characters beyond ASCII: the spans move, the results do not.

    Args:
        rule: the rule.
        folder: an empty folder for the sites of the examples.
        registry: further rules that examples name; the built-in ones when left out.

    Raises:
        ExampleError: an example does not hold, or examples are missing.
    """
    for kind in (Valid, Invalid):
        if sum(isinstance(example, kind) for example in rule.examples) < 2:
            message = f"{rule.info.name}: at least two {kind.__name__} examples are needed"
            raise ExampleError(message)
    shown = {key for example in rule.examples for key in example.options}
    if missing := set(rule.options_type.declared()) - shown:
        message = f"{rule.info.name}: no example for the options {', '.join(sorted(missing))}"
        raise ExampleError(message)
    for number, example in enumerate(rule.examples):
        _Bench(rule, example, folder / str(number), registry or builtin()).check()


class _Bench:
    """One example of a rule, in a site of its own."""

    def __init__(self, rule: type[AnyRule], example: Example, folder: Path, registry: Registry) -> None:
        self._rule: Final = rule
        self._example: Final = example
        self._settings: Final = Settings(folder, registry)
        self._page: Final = self._build_site(folder)

    def _build_site(self, folder: Path) -> Page:
        example = self._example
        for name, content in {**example.files, example.path: _MARK.sub("", example.text)}.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(
                _PNG if content is None else content if isinstance(content, bytes) else content.encode("utf-8")
            )
        site = Site.load(folder) if example.files else Site.none(folder)
        page = site.page(example.path)
        return page.with_settings(language=page.language or example.language)

    def check(self) -> None:
        example = self._example
        marked = _read_marks(example.text)
        if isinstance(example, Valid) and marked.spans:
            self._fail("as written", example.text, "a valid example marks a span")
        if isinstance(example, Invalid) and not marked.spans:
            self._fail("as written", example.text, "an invalid example marks no span")
        violations = self._compare("as written", example.text)
        self._check_fix(marked.text, violations)
        for name, text in self._variants():
            self._compare(name, text)

    def _variants(self) -> Iterator[tuple[str, str]]:
        text = self._example.text
        yield "with CRLF", text.replace("\n", "\r\n")
        if not self._example.movable:
            return
        found = _FRONT_MATTER.match(text)
        head, body = (found[0], text[found.end() :]) if found else ("", text)
        yield "behind a paragraph", f"{head}\né 😀\n\n{body}"
        if not head:
            yield "behind front matter", f"---\nweight: 1\n---\n\n{text}"
            yield "in a block quote", "".join(f"> {line}".rstrip(" ") for line in text.splitlines(keepends=True))
            lines = text.splitlines(keepends=True)
            yield (
                "in a list item",
                "".join(
                    ("- " if index == 0 else "  " if line.strip() else "") + line for index, line in enumerate(lines)
                ),
            )

    def _lint(self, text: str) -> list[Violation]:
        example, registry = self._example, self._settings.registry
        language = (language_of(self._page, text).language if example.files else "") or example.language
        document = Document(SourceText(text), self._page.path, surroundings(self._page, self._settings, language))
        rules = [ChosenRule(self._rule, self._rule.options_type(example.options), None)]
        if issubclass(self._rule, SiteRule):
            return self._lint_site(document, rules[0])
        for name in example.with_rules:
            rules += [ChosenRule(other, other.options_type(), None) for other in registry.select(name)]
        found = lint(document, self._page, rules, registry)
        for violation in found:
            if violation.rule.name == "internal-error" and self._rule.info.name != "internal-error":
                self._fail("as written", text, violation.message.render("en"))
        return [violation for violation in found if violation.rule is self._rule.info]

    def _lint_site(self, document: Document, rule: ChosenRule) -> list[Violation]:
        linter = SiteLinter(self._page.site, self._settings.registry)
        linter.add(Path(document.path), facts_of(document), (rule,))
        for name, text in self._example.files.items():
            if name.endswith(".md") and isinstance(text, str):
                page = self._page.site.page(name)
                other = Document(
                    SourceText(text), name, surroundings(page, self._settings, page.language or self._example.language)
                )
                linter.add(Path(name), facts_of(other), (rule,))
        return [violation for path, _, found in linter.run() if path == Path(document.path) for violation in found]

    def _compare(self, variant: str, text: str) -> list[Violation]:
        marked = _read_marks(text)
        violations = self._lint(marked.text)
        found = sorted(violation.span for violation in violations)
        if found != sorted(marked.spans):
            shown = [f"{span.start}..{span.end} {marked.text[span.start : span.end]!r}" for span in found]
            wanted = [f"{span.start}..{span.end} {marked.text[span.start : span.end]!r}" for span in marked.spans]
            self._fail(variant, text, f"reports {shown or 'nothing'}, but marked is {wanted or 'nothing'}")
        for violation in violations:
            for language in ("en", "nl"):
                if not violation.message.render(language).strip():
                    self._fail(variant, text, f"the message is empty in {language}")
        return violations

    def _check_fix(self, text: str, violations: list[Violation]) -> None:
        fixed = self._example.fixed
        fixes = [violation.fix for violation in violations if violation.fix is not None]
        if not fixes:
            if fixed is not None:
                self._fail("fixed", text, "the example says how it is fixed, but the rule offers no fix")
            return
        if fixed is None:
            self._fail("fixed", text, "the rule offers a fix, so the example must say what becomes of the text")
        strongest = [Applicability.SUGGESTION, Applicability.UNSAFE, Applicability.SAFE]
        offered = max(fixes, key=lambda fix: strongest.index(fix.applicability)).applicability
        declared = self._rule.info.fixable
        if declared is None or strongest.index(offered) > strongest.index(declared):
            self._fail("fixed", text, f"offers a fix that is {offered.value}, but says {declared}")
        edits = {edit for fix in fixes for edit in fix.edits}
        result = apply_edits(text, edits)
        if result != fixed:
            self._fail("fixed", text, f"becomes {result!r}, not {fixed!r}")
        again = [violation.fix for violation in self._lint(result) if violation.fix is not None]
        if apply_edits(result, {edit for fix in again for edit in fix.edits}) != result:
            self._fail("fixed", result, "changes again when the rule runs a second time")
        if all(fix.applicability is Applicability.SAFE for fix in fixes) and (why := visible_difference(text, result)):
            self._fail("fixed", text, f"a safe fix changes {why}")

    def _fail(self, variant: str, text: str, why: str) -> None:
        message = f"{self._rule.info.name}, {variant}: {why}\n--- text ---\n{text}"
        raise ExampleError(message)


def _read_marks(text: str) -> _Marked:
    """Take the marks out of a text."""
    pieces: list[str] = []
    spans: list[Span] = []
    open_at: list[int] = []
    position = length = 0
    for mark in _MARK.finditer(text):
        pieces.append(text[position : mark.start()])
        length += mark.start() - position
        position = mark.end()
        if mark[0] == "⟦":
            open_at.append(length)
        else:
            spans.append(Span(open_at.pop(), length))
    pieces.append(text[position:])
    return _Marked("".join(pieces), spans)
