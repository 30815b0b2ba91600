"""The explanation of a rule comes from the rule."""

import inspect
import json
from collections.abc import Iterator
from typing import ClassVar

import pytest

from contentlint.outputs.display import width_of
from contentlint.outputs.explanation import as_data, as_text, documentation, unmark
from contentlint.rules.base import (
    AnyRule,
    Applicability,
    Example,
    Family,
    Invalid,
    Message,
    Options,
    Rule,
    RuleInfo,
    Severity,
    Valid,
    option,
)
from contentlint.rules.registry import builtin
from contentlint.text import Span


class EmojiOptions(Options):
    maximum = option(2, en="how many are fine", nl="hoeveel er goed zijn", minimum=0)
    where = option("text", en="where to look", nl="waar gekeken wordt", choices=("text", "headings"))


class EmojiOverused(Rule[EmojiOptions]):
    """Reports many emoji.

    A screen reader says
    each of them.

    ## Why is this bad?
    It takes long.

    - One.
    - Two.
    """

    info = RuleInfo(
        name="emoji-overused",
        code="AX016",
        family=Family.ACCESSIBILITY,
        severity=Severity.WARNING,
        summary=Message(en="Many emoji", nl="Veel emoji"),
        fixable=Applicability.UNSAFE,
        wcag=("1.1.1",),
        default=False,
        languages=("nl", "en"),
        since="0.1.0",
    )
    many = Message(en="There are {count} emoji.", nl="Er staan {count} emoji.")
    examples: ClassVar[tuple[Example, ...]] = (
        Invalid("⟦x⟧\n", files={"a": "b"}),
        Invalid("日 ⟦😀😀😀⟧ x ⟦😀⟧\n", fixed="日 x\n", options={"maximum": 0}),
        Valid("Fine.\n"),
        Valid("Goed.\n", language="nl"),
    )


class Explained(EmojiOverused):
    """Reports many emoji."""

    dutch = """
    Meldt een heleboel
    emoji.

    ## Waarom is dat erg?
    Het duurt lang.
    """


DUTCH = """\
emoji-overused (AX016)
Veel emoji
waarschuwing · te herstellen, maar kijk eerst · alleen voor teksten in het Nederlands en het Engels · \
staat standaard uit · WCAG 1.1.1

(De uitleg hieronder is er alleen in het Engels.)

Reports many emoji.

A screen reader says each of them.

Waarom is dat erg?
It takes long.

- One.
- Two.

Wat de regel zegt
  Er staan … emoji.

Fout
  日 😀😀😀 x 😀
     ‾‾‾‾‾‾   ‾‾
  (met maximum = 0)

Hersteld
  日 x

Goed
  Goed.

Opties
  maximum = 2
    hoeveel er goed zijn
  where = "text"
    waar gekeken wordt; een van text, headings

Uitzetten
  voor de volgende regel, in de tekst:
    <!-- contentlint-disable-next-line emoji-overused -- reden -->
  voor een heel bestand, in de tekst:
    <!-- contentlint-disable-file emoji-overused -- reden -->
  voor de hele site, in contentlint.toml:
    ignore = ["emoji-overused"]

Aanzetten
  voor de hele site, in contentlint.toml:
    extend-select = ["emoji-overused"]
"""


def text_of(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def test_a_rule_is_explained_in_dutch_as_far_as_it_speaks_dutch() -> None:
    assert text_of(as_text(EmojiOverused, "nl", 80)) == DUTCH


def test_in_english_no_message_is_needed_beside_the_documentation() -> None:
    text = text_of(as_text(EmojiOverused, "en", 80))
    assert "Why is this bad?\nIt takes long.\n" in text
    assert "There are" not in text
    assert "only.)" not in text
    assert "Right\n  Fine.\n" in text


def test_a_dutch_docstring_is_shown_to_dutch_readers_only() -> None:
    text = text_of(as_text(Explained, "nl", 80))
    assert "\n\nMeldt een heleboel emoji.\n\nWaarom is dat erg?\nHet duurt lang.\n\n" in text
    assert "Engels.)" not in text
    assert "Wat de regel zegt" not in text
    assert "Reports many emoji." not in text
    assert "\n\nReports many emoji.\n\n" in text_of(as_text(Explained, "en", 80))


def test_code_in_a_docstring_is_shown_as_markdown_shows_it() -> None:
    class Coded(EmojiOverused):
        """Reports ``x``, ``[y](z)`` and ``a`b``."""

    assert documentation(Coded, "en") == "Reports `x`, `[y](z)` and ``a`b``."
    assert documentation(Coded, "nl") == ""


def test_data_of_a_rule_has_its_explanation_in_both_languages() -> None:
    assert as_data(Explained)["explanation"] == {
        "en": "Reports many emoji.",
        "nl": "Meldt een heleboel\nemoji.\n\n## Waarom is dat erg?\nHet duurt lang.",
    }
    assert as_data(EmojiOverused)["explanation"] == {
        "en": inspect.cleandoc(EmojiOverused.__doc__ or ""),
        "nl": None,
    }


def test_data_of_a_rule_has_its_examples_with_places() -> None:
    data = json.loads(json.dumps(as_data(EmojiOverused)))
    assert data["name"] == "emoji-overused"
    assert data["summary"] == {"en": "Many emoji", "nl": "Veel emoji"}
    assert data["default"] is False
    assert data["fixable"] == "unsafe"
    assert data["messages"] == [{"en": "There are {count} emoji.", "nl": "Er staan {count} emoji."}]
    assert data["options"][1] == {
        "key": "where",
        "type": "string",
        "default": "text",
        "choices": ["text", "headings"],
        "minimum": None,
        "help": {"en": "where to look", "nl": "waar gekeken wordt"},
    }
    invalid = data["examples"][1]
    assert invalid["text"] == "日 😀😀😀 x 😀\n"
    assert invalid["violations"] == [
        {"line": 1, "column": 3, "end_line": 1, "end_column": 6},
        {"line": 1, "column": 9, "end_line": 1, "end_column": 10},
    ]
    assert [example["valid"] for example in data["examples"]] == [False, False, True, True]


def test_marks_are_taken_out_of_an_example() -> None:
    assert unmark("a⟦bc⟧d⟦⟧") == ("abcd", (Span(1, 3), Span(4, 4)))


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("rule", [entry.rule for entry in builtin()], ids=lambda rule: rule.info.name)
def test_every_rule_can_be_explained(rule: type[AnyRule], language: str) -> None:
    text = text_of(as_text(rule, language, 80))
    assert text.startswith(f"{rule.info.name} ({rule.info.code})\n{rule.info.summary.in_language(language)}\n")
    assert "⟦" not in text
    prose = text.split("\nFout\n" if language == "nl" else "\nWrong\n")[0].splitlines()[3:]
    assert all(width_of(line) <= 80 for line in prose)
    assert json.loads(json.dumps(as_data(rule)))["code"] == rule.info.code
