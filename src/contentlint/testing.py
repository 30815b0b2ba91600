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
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NoReturn

from contentlint.config import ChosenRule, Settings
from contentlint.document import Document
from contentlint.document.facts import facts_of
from contentlint.engine.linter import lint
from contentlint.engine.page_facts import pack
from contentlint.engine.page_language import language_of
from contentlint.engine.runner import surroundings
from contentlint.engine.safety import visible_difference
from contentlint.engine.site_linter import SiteLinter
from contentlint.outputs.explanation import unmark
from contentlint.rules.base import (
    AnyRule,
    Applicability,
    BoundMessage,
    Example,
    Invalid,
    Message,
    Rule,
    SiteRule,
    Valid,
    Violation,
)
from contentlint.rules.entry import RuleEntry
from contentlint.rules.registry import Registry, builtin
from contentlint.site import Page, Site
from contentlint.text import SourceText, Span, apply_edits

_FRONT_MATTER = re.compile(r"(?:---\n(?s:.*?)\n---\n|\+\+\+\n(?s:.*?)\n\+\+\+\n|\{\n(?s:.*?)\n\}\n)")
_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db0"
    "0000000049454e44ae426082"
)


_VARIANTS: Final = {
    "as written": Message(en="as it is written", nl="zoals het er staat"),
    "with CRLF": Message(en="with line endings of Windows", nl="met regeleinden van Windows"),
    "behind a paragraph": Message(en="behind another paragraph", nl="achter een andere alinea"),
    "behind front matter": Message(en="behind front matter", nl="achter front matter"),
    "in a block quote": Message(en="in a quotation", nl="in een citaat"),
    "in a list item": Message(en="in a list", nl="in een lijst"),
}
"""How an example is tried, each with a name for people."""

_TOO_FEW: Final = Message(
    en="{rule} needs {count} or more examples of each kind, valid and invalid.",
    nl="{rule} heeft van elke soort voorbeelden, valid en invalid, er minstens {count} nodig.",
)
_OPTION_NOT_SHOWN: Final = Message(
    en="{rule} has no example with {options}.", nl="{rule} heeft geen voorbeeld met {options}."
)
_WRONG: Final = Message(en="{rule}, {variant}: {why}", nl="{rule}, {variant}: {why}")
_VALID_MARKED: Final = Message(
    en="a valid example has no marks ⟦…⟧.", nl="in een voorbeeld onder valid staan geen tekens ⟦…⟧."
)
_INVALID_UNMARKED: Final = Message(
    en="an invalid example marks with ⟦…⟧ what is wrong.",
    nl="in een voorbeeld onder invalid staat wat fout is tussen ⟦…⟧.",
)
_OTHER_SPANS: Final = Message(
    en="marked is {wanted}, but reported is {found}.", nl="gemarkeerd is {wanted}, maar gemeld wordt {found}."
)
_NEEDS: Final = Message(
    en="the rule is not asked about this text, since nothing in it fits its ‘needs’.",
    nl="de regel wordt voor deze tekst niet gevraagd, want niets erin past bij zijn ‘needs’.",
)
_NOTHING: Final = Message(en="nothing", nl="niets")
_NO_MESSAGE: Final = Message(en="the message is empty in ‘{language}’.", nl="de melding is leeg in ‘{language}’.")
_FAILED: Final = Message(en="{error}", nl="{error}")
_NO_FIX: Final = Message(
    en="the example says ‘fixed’, but the rule mends nothing.",
    nl="het voorbeeld heeft ‘fixed’, maar de regel herstelt niets.",
)
_NOT_FIXED: Final = Message(
    en="the rule mends this, so the example must say in ‘fixed’ what becomes of it: {text}",
    nl="de regel herstelt dit, dus het voorbeeld moet in ‘fixed’ zeggen wat ervan wordt: {text}",
)
_STRONGER: Final = Message(
    en="the fix is ‘{offered}’, and the rule says that it is ‘{declared}’ at most.",
    nl="de hersteloptie is ‘{offered}’, en volgens de regel is ze hoogstens ‘{declared}’.",
)
_OTHERWISE_FIXED: Final = Message(
    en="mended it becomes {text}, not {wanted}.", nl="hersteld wordt het {text}, niet {wanted}."
)
_UNSTABLE: Final = Message(
    en="what was mended would be mended again.", nl="wat hersteld is, zou nog eens hersteld worden."
)
_NOT_SAFE: Final = Message(
    en="a safe fix changes what readers see ({what}).",
    nl="een veilige hersteloptie verandert wat lezers zien ({what}, in het Engels).",
)


class ExampleError(AssertionError):
    """A rule does not do what its examples say.

    Attributes:
        message: what is wrong, for people.
        number: which of the rule's examples it is, from 0; None when it is about all of them.
        text: the text that was tried; empty when there is none.
    """

    def __init__(self, message: BoundMessage, number: int | None = None, text: str = "") -> None:
        super().__init__(f"{message.render('en')}\n--- text ---\n{text}" if text else message.render("en"))
        self.message: Final = message
        self.number: Final = number
        self.text: Final = text


def check_rule(rule: type[AnyRule], folder: Path, registry: Registry | None = None, *, at_least: int = 2) -> None:
    """Hold a rule to its examples.

    Every marked span must be reported and nothing else. Where the rule offers fixes the example must say what the text
    becomes; that text stays as it is when the rule runs again, and a safe fix leaves the rendered page and the front
    matter's values as they were. Then every example is run in a block quote, in a list item, with CRLF, behind front matter
    and behind a paragraph of characters beyond ASCII: the spans move, the results do not.

    Args:
        rule: the rule.
        folder: an empty folder for the sites of the examples.
        registry: further rules that examples name; the built-in ones when left out.
        at_least: how many examples of each kind, valid and invalid, there must be.

    Raises:
        ExampleError: an example does not hold, or examples are missing.
    """
    for kind in (Valid, Invalid):
        if sum(isinstance(example, kind) for example in rule.examples) < at_least:
            raise ExampleError(_TOO_FEW(rule=rule.info.name, count=at_least))
    shown = {key for example in rule.examples for key in example.options}
    if missing := set(rule.options_type.declared()) - shown:
        raise ExampleError(_OPTION_NOT_SHOWN(rule=rule.info.name, options=", ".join(sorted(missing))))
    for number in range(len(rule.examples)):
        _Bench(rule, number, folder / str(number), registry or builtin()).check()


class _Bench:
    """One example of a rule, in a site of its own."""

    def __init__(self, rule: type[AnyRule], number: int, folder: Path, registry: Registry) -> None:
        self._rule: Final = rule
        self._number: Final = number
        self._example: Final[Example] = rule.examples[number]
        self._settings: Final = Settings(folder, registry)
        self._page: Final = self._build_site(folder)

    def _build_site(self, folder: Path) -> Page:
        example = self._example
        for name, content in {**example.files, example.path: unmark(example.text).text}.items():
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
        marked = unmark(example.text)
        if isinstance(example, Valid) and marked.spans:
            self._fail("as written", example.text, _VALID_MARKED())
        if isinstance(example, Invalid) and not marked.spans:
            self._fail("as written", example.text, _INVALID_UNMARKED())
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
        rules = [ChosenRule(RuleEntry.of(self._rule), example.options)]
        if issubclass(self._rule, SiteRule):
            return self._lint_site(document, rules[0])
        for name in example.with_rules:
            rules += map(ChosenRule, registry.select(name))
        found = lint(document, self._page, rules, registry)
        for violation in found:
            if violation.rule.name == "internal-error" and self._rule.info.name != "internal-error":
                self._fail("as written", text, _FAILED(error=violation.message))
        return [violation for violation in found if violation.rule is self._rule.info]

    def _lint_site(self, document: Document, rule: ChosenRule) -> list[Violation]:
        linter = SiteLinter(self._page.site, self._settings.registry, lambda _: (rule,))
        linter.add(Path(document.path), pack(facts_of(document)))
        for name, text in self._example.files.items():
            if name.endswith(".md") and isinstance(text, str):
                page = self._page.site.page(name)
                other = Document(
                    SourceText(text), name, surroundings(page, self._settings, page.language or self._example.language)
                )
                linter.add(Path(name), pack(facts_of(other)))
        return [violation for path, _, found in linter.run() if path == document.path for violation in found]

    def _compare(self, variant: str, text: str) -> list[Violation]:
        marked = unmark(text)
        if marked.spans and issubclass(self._rule, Rule) and not re.search(self._rule.needs, marked.text):
            self._fail(variant, text, _NEEDS())
        violations = self._lint(marked.text)
        found = sorted(violation.span for violation in violations)
        if found != sorted(marked.spans):
            self._fail(
                variant,
                text,
                _OTHER_SPANS(wanted=_quoted(marked.text, marked.spans), found=_quoted(marked.text, found)),
            )
        for violation in violations:
            for language in ("en", "nl"):
                if not violation.message.render(language).strip():
                    self._fail(variant, text, _NO_MESSAGE(language=language))
        return violations

    def _check_fix(self, text: str, violations: list[Violation]) -> None:
        fixed = self._example.fixed
        fixes = [violation.fix for violation in violations if violation.fix is not None]
        if not fixes:
            if fixed is not None:
                self._fail("as written", text, _NO_FIX())
            return
        if fixed is None:
            edits = {edit for fix in fixes for edit in fix.edits}
            self._fail("as written", text, _NOT_FIXED(text=apply_edits(text, edits).strip()))
        strongest = [Applicability.SUGGESTION, Applicability.UNSAFE, Applicability.SAFE]
        offered = max(fixes, key=lambda fix: strongest.index(fix.applicability)).applicability
        declared = self._rule.info.fixable
        if declared is None or strongest.index(offered) > strongest.index(declared):
            self._fail(
                "as written", text, _STRONGER(offered=offered.value, declared=declared.value if declared else "none")
            )
        edits = {edit for fix in fixes for edit in fix.edits}
        result = apply_edits(text, edits)
        if result != fixed:
            self._fail("as written", text, _OTHERWISE_FIXED(text=repr(result), wanted=repr(fixed)))
        again = [violation.fix for violation in self._lint(result) if violation.fix is not None]
        if apply_edits(result, {edit for fix in again for edit in fix.edits}) != result:
            self._fail("as written", result, _UNSTABLE())
        if all(fix.applicability is Applicability.SAFE for fix in fixes) and (why := visible_difference(text, result)):
            self._fail("as written", text, _NOT_SAFE(what=why))

    def _fail(self, variant: str, text: str, why: BoundMessage) -> NoReturn:
        message = _WRONG(rule=self._rule.info.name, variant=_VARIANTS[variant], why=why)
        raise ExampleError(message, self._number, text)


def _quoted(text: str, spans: Iterable[Span]) -> BoundMessage | str:
    """Return parts of a text in quotation marks, each with the offset where it begins."""
    return ", ".join(f"‘{text[span.start : span.end]}’ ({span.start})" for span in sorted(spans)) or _NOTHING()
