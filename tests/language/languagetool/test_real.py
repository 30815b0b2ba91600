"""The real LanguageTool, in Java."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from contentlint.config import ChosenRule
from contentlint.document import Document, Surroundings
from contentlint.engine.linter import lint
from contentlint.language.findings import Piece
from contentlint.language.languagetool.proofreader import DICTIONARY_RULES, Instructions, Proofreader
from contentlint.rules.base import Example, Violation
from contentlint.rules.entry import RuleEntry
from contentlint.rules.languagetool.languagetool import LanguageTool, have_read
from contentlint.rules.registry import builtin
from contentlint.site import Site
from contentlint.text import SourceText, apply_edits

pytestmark = pytest.mark.languagetool


def check(text: str, language: str, proofreader: Proofreader) -> tuple[Document, tuple[Violation, ...]]:
    document = Document(SourceText(text), "index.md", Surroundings(language=language))
    have_read(document, proofreader)
    page = Site.none(Path("/nowhere")).page("index.md").with_settings(language=language)
    chosen = [ChosenRule(RuleEntry.of(LanguageTool))]
    return document, lint(document, page, chosen, builtin())


@pytest.mark.parametrize("example", LanguageTool.examples, ids=lambda example: example.text.strip())
def test_the_rule_does_what_its_examples_say(real_languagetool: Proofreader, example: Example) -> None:
    text = re.sub("[⟦⟧]", "", example.text)
    document, found = check(text, example.language, real_languagetool)
    assert [document[one.span] for one in found] == re.findall("⟦(.*?)⟧", example.text)
    edits = [edit for one in found if one.fix for edit in one.fix.edits]
    assert apply_edits(text, edits) == (example.fixed or text)
    assert all(one.engine_rule for one in found)


def test_places_agree_behind_what_java_counts_double(real_languagetool: Proofreader) -> None:
    document, found = check("𝔸 😀 & `code` 😀 &amp; hij heeft een *fout zin* 😀 geschreven.\n", "nl", real_languagetool)
    assert [document[one.span] for one in found] == ["fout zin"]


def test_its_dictionaries_stay_out_unless_they_are_asked_for(real_languagetool: Proofreader) -> None:
    piece = Piece("De frobelstrunk staat in de schuur.", "nl")
    assert real_languagetool.read([piece]) == ((),)
    assert real_languagetool.server is not None
    asked = Proofreader(Instructions(remote_server=real_languagetool.server.url, spelling=True))
    ((found,),) = asked.read([piece])
    assert found.rule in DICTIONARY_RULES


def test_belgian_dutch_and_british_english_are_known(real_languagetool: Proofreader) -> None:
    dutch, english = real_languagetool.read(
        [Piece("Hij heeft een fout zin geschreven.", "nl-BE"), Piece("She go to school every day.", "en-GB")]
    )
    assert dutch
    assert english
