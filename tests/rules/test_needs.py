"""What rules need is there in every text in which they find something."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.properties.markdown_texts import DOCUMENTS

from contentlint.config import ChosenRule
from contentlint.document import Document, Surroundings
from contentlint.engine.linter import lint
from contentlint.rules.base import (
    Example,
    Family,
    Invalid,
    Message,
    Options,
    Rule,
    RuleInfo,
    Severity,
    Valid,
    Violation,
    on,
)
from contentlint.rules.entry import RuleEntry
from contentlint.rules.registry import Registry, builtin
from contentlint.site import Site
from contentlint.testing import ExampleError, check_rule
from contentlint.text import SourceText, Span

SITE = Site.none(Path("/nowhere"))
NEEDING = [entry for entry in builtin() if entry.needs]
SIGNS = st.lists(
    st.sampled_from(
        "&euro; &#8364; € &hellip; ... … \\u20ac \\x a b 5 . , ( ) [ ] * ** ` ``` ~~~ | < > <b> <br> # ## #a \n \n\n --- title: "
        "alt: {{< x >}} {{</ x >}} {{% {.a} {#a} ‘ ´ ’s ’ \u0301 \u200b \u00ad \ufffd \u0000 🎉 :tada: 𝓯 &#x301; ^1 [^1] "
        "[^1]: ![ ]( ][ )[ <img src=x> & \\* \\` contentlint words".split(" ")
    ),
    max_size=30,
).map("".join)


@given(st.one_of(DOCUMENTS, SIGNS), st.sampled_from(["nl", "en"]))
def test_what_a_rule_finds_does_not_depend_on_what_it_needs(text: str, language: str) -> None:
    document = Document(SourceText(text), "page.md", Surroundings(language))
    page = SITE.page("page.md").with_settings(language=language)
    outcomes = []
    for entries in (NEEDING, [_without_needs(entry) for entry in NEEDING]):
        found = lint(document, page, [ChosenRule(entry) for entry in entries], Registry(entries))
        outcomes.append([(one.rule.name, one.span, one.message.render("nl"), one.fix) for one in found])
    assert outcomes[0] == outcomes[1]


def _without_needs(entry: RuleEntry) -> RuleEntry:
    rule = entry.rule
    return RuleEntry.of(type(rule.__name__, (rule,), {"needs": "", "__module__": rule.__module__}))


def test_the_harness_says_when_an_example_lacks_what_the_rule_needs(tmp_path: Path) -> None:
    class Euro(Rule[Options]):
        info = RuleInfo(
            name="euro", code="TY099", family=Family.TYPOGRAPHY, severity=Severity.INFO,
            summary=Message(en="Euro", nl="Euro's"), since="0.1.0",
        )  # fmt: skip
        needs = "€"
        examples: ClassVar[tuple[Example, ...]] = (
            Valid("a\n"), Valid("b\n"), Invalid("⟦x⟧ 5\n"), Invalid("⟦x⟧ 6\n")
        )  # fmt: skip

        @on(Document)
        def check(self, document: Document) -> Iterator[Violation]:
            start = document.text.find("x")
            if start >= 0:
                yield self.violation(Span(start, start + 1), Message(en="{a}", nl="{a}!")(a="no"))

    with pytest.raises(ExampleError, match="nothing in it fits its ‘needs’"):
        check_rule(Euro, tmp_path)
