"""The forms in which results are shown."""

import io
import json
from typing import Any

import pytest
from tests.outputs import sample
from tests.outputs.sample import MEAN, MISTAKE, NO_WORD, REPLACE, SKIP, plain, result, violate

from contentlint.engine.results import FileResult
from contentlint.outputs import FORMATS, make_output
from contentlint.outputs.display import width_of
from contentlint.outputs.output import Output
from contentlint.outputs.results import Results, View
from contentlint.rules.base import Applicability, BoundMessage, Fix, Severity
from contentlint.rules.contentlint.internal_error import InternalError
from contentlint.text import Edit, Span


@pytest.fixture
def two_files() -> tuple[FileResult, FileResult]:
    return plain()


def show(format_: str, *results: FileResult, language: str = "nl", width: int = 80, colour: bool = False) -> str:
    return sample.show(format_, *results, view=View(language, width, colour))


def test_full_groups_by_file_and_ends_with_what_to_do_next(two_files: tuple[FileResult, ...]) -> None:
    assert show("full", *two_files) == (
        "content/a.nl.md\n"
        "  3:9     fout          spelling-mistake  SP001\n"
        "          Dit kan geschaadt worden.\n"
        "                  ‾‾‾‾‾‾‾‾‾\n"
        "          ‘geschaadt’ is geen woord. Bedoel je ‘geschaad’?\n"
        "\n"
        "  5:1     waarschuwing  heading-level-skip  HD002  WCAG 1.3.1\n"
        "          ### Diep\n"
        "          ‾‾‾\n"
        "          Vervang door ‘##’.\n"
        "          Te herstellen, maar kijk eerst.\n"
        "\n"
        "2 bestanden bekeken: 1 fout, 1 waarschuwing.\n"
        "Voor 2 daarvan is er een voorstel: contentlint check --interactive\n"
        "Uitleg bij een regel: contentlint rule SP001\n"
    )


def test_full_speaks_english_too(two_files: tuple[FileResult, ...]) -> None:
    shown = show("full", *two_files, language="en")
    assert "  3:9     error    spelling-mistake  SP001\n" in shown
    assert "‘geschaadt’ is no word. Did you mean ‘geschaad’?\n" in shown
    assert shown.endswith(
        "2 files checked: 1 error, 1 warning.\n"
        "2 of them come with a proposal: contentlint check --interactive\n"
        "A rule explained: contentlint rule SP001\n"
    )


def test_full_says_how_much_was_looked_at_when_nothing_is_found() -> None:
    assert show("full", result("Goed.\n")) == "1 bestand bekeken: niets gevonden.\n"
    assert show("full", result("a"), result("b", path="b.md"), language="en") == "2 files checked: nothing found.\n"
    assert show("full") == ""


def test_full_counts_with_the_right_number() -> None:
    violations = [violate(0, 1, NO_WORD(word="x")) for _ in range(2)]
    assert "1 bestand bekeken: 2 fouten.\n" in show("full", result("x", *violations))


def test_of_many_violations_the_most_frequent_rules_are_named() -> None:
    mistakes = [violate(0, 1, NO_WORD(word="x")) for _ in range(18)]
    skips = [violate(0, 1, NO_WORD(word="x"), rule=SKIP) for _ in range(2)]
    shown = show("full", result("x", *skips, *mistakes))
    assert "\nHet vaakst: spelling-mistake (18), heading-level-skip (2).\n" in shown
    assert "Het vaakst" not in show("full", result("x", *mistakes))


def test_a_file_that_comes_twice_is_one_file(two_files: tuple[FileResult, ...]) -> None:
    assert "\n2 bestanden bekeken: 2 fouten, 2 waarschuwingen.\n" in show("full", *two_files, two_files[0])
    assert json.loads(show("json", *two_files, *two_files))["summary"]["files"] == 2


def test_it_is_said_what_fix_can_mend_unless_that_was_just_done() -> None:
    safe = violate(0, 1, NO_WORD(word="x"), suggestions=("a",), fix=Applicability.SAFE)
    unsafe = violate(0, 1, NO_WORD(word="x"), suggestions=("a",), fix=Applicability.UNSAFE)
    assert "\n1 daarvan is vanzelf te herstellen: contentlint check --fix\n" in show("full", result("x", safe, unsafe))
    assert "\n2 daarvan zijn vanzelf te herstellen: contentlint check" in show("full", result("x", safe, safe))
    assert "--fix" not in show("full", result("x", unsafe))
    assert "\nVoor 1 daarvan is er een voorstel: contentlint check --interactive\n" in show(
        "full", result("x", safe, unsafe)
    )
    assert "--interactive" not in show("full", result("x", safe))
    assert "--fix" not in sample.show("full", result("x", safe), view=View("nl", offers_fixes=False))


def test_suggestions_are_shown_unless_the_message_has_them() -> None:
    def lines(message: BoundMessage, *suggestions: str) -> list[str]:
        shown = show("full", result("x", violate(0, 1, message, suggestions=suggestions)))
        return [line.strip() for line in shown.splitlines()[5:-4]]

    assert lines(NO_WORD(word="x"), "a") == ["Voorstel: ‘a’"]
    assert lines(NO_WORD(word="x"), "a", "b", "c") == ["Voorstel: ‘a’ of ‘b’ of ‘c’"]
    assert lines(NO_WORD(word="x"), "a", "b", "c", "d") == ["Voorstel: ‘a’ of ‘b’ of ‘c’"]
    assert lines(MEAN(word="x", near="a"), "a", "b") == []


def test_a_suggested_change_is_named_when_the_message_does_not() -> None:
    fix = Fix(Applicability.SUGGESTION, REPLACE(new="b"), (Edit(Span(0, 1), "b"),))
    found = violate(0, 1, NO_WORD(word="x"))._replace(fix=fix)
    assert "          Voorstel: Vervang door ‘b’.\n" in show("full", result("x", found))
    found = violate(0, 1, MEAN(word="x", near="b"))._replace(fix=fix)
    assert "Voorstel" not in show("full", result("x", found))


def test_a_fix_is_named_and_how_far_it_can_be_trusted() -> None:
    def last_line(fix: Applicability) -> str:
        found = violate(0, 1, NO_WORD(word="x"), suggestions=("a",), fix=fix)
        return show("full", result("x", found)).splitlines()[5].strip()

    assert last_line(Applicability.SAFE) == "Kan vanzelf hersteld worden: Vervang door ‘a’."
    assert last_line(Applicability.UNSAFE) == "Te herstellen, maar kijk eerst: Vervang door ‘a’."


def test_a_span_over_more_lines_says_where_it_ends() -> None:
    shown = show("full", result("{{< a\nb\n>}}\n", violate(0, 11, NO_WORD(word="x"))))
    assert "          {{< a\n          ‾‾‾‾‾ … tot en met regel 3\n" in shown


def test_an_empty_file_has_no_excerpt() -> None:
    shown = show("full", result("", violate(0, 0, NO_WORD(word="x"))))
    assert "SP001\n          ‘x’ is geen woord.\n" in shown


@pytest.mark.parametrize("width", [1, 40, 80, 100, 120, 300])
def test_full_keeps_within_the_screen(width: int) -> None:
    text = ("Wat je baas wil met AI-dwang en日本 " * 60) + "\n"
    message = NO_WORD(word="heel lang " * 30)
    shown = show("full", result(text, violate(700, 720, message)), width=width)
    limit = max(40, min(width, 120))
    assert all(width_of(line) <= limit for line in shown.splitlines()[2:-2])


def test_colour_is_written_only_when_asked_and_the_words_stay(two_files: tuple[FileResult, ...]) -> None:
    plain = show("full", *two_files)
    coloured = show("full", *two_files, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31mfout        \x1b[0m" in coloured
    stripped = coloured
    for code in ("0", "1", "2", "1;31", "1;33", "1;36"):
        stripped = stripped.replace(f"\x1b[{code}m", "")
    assert stripped == plain


@pytest.mark.parametrize("format_", ["full", "concise"])
def test_nothing_hostile_reaches_the_screen(format_: str) -> None:
    text = "\x1b]0;hoi\x07 \x9b31m \u202efout\n"
    violation = violate(0, 5, NO_WORD(word="\x1b[2J\nEvil: 1"), suggestions=("\x07",), engine_rule="\x1bX")
    shown = show(format_, result(text, violation, path="content/\x1b[2J\n/\udcff.md"))
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\udcff"} & set(shown)
    assert r"content/\x1b[2J\n/\udcff.md" in shown
    assert "\nEvil" not in shown


def test_concise_is_one_line_each_with_the_english_word_for_the_severity(two_files: tuple[FileResult, ...]) -> None:
    assert show("concise", *two_files) == (
        "content/a.nl.md:3:9: error SP001 spelling-mistake ‘geschaadt’ is geen woord. Bedoel je ‘geschaad’?\n"
        "content/a.nl.md:5:1: warning HD002 heading-level-skip Vervang door ‘##’.\n"
    )
    assert show("concise", result("Goed.\n")) == ""


def test_json_has_all_that_is_known(two_files: tuple[FileResult, ...]) -> None:
    text = show("json", *two_files)
    data = json.loads(text)
    assert list(data) == ["schema_version", "violations", "summary"]
    assert data["schema_version"] == 1
    assert data["summary"] == {"files": 2, "errors": 1, "warnings": 1, "infos": 0}
    place = {"line": 3, "column": 9, "end_line": 3, "end_column": 18}
    assert data["violations"][0] == {
        "rule": "spelling-mistake",
        "code": "SP001",
        "severity": "error",
        "message": "‘geschaadt’ is geen woord. Bedoel je ‘geschaad’?",
        "path": "content/a.nl.md",
        **place,
        "language": "nl",
        "wcag": [],
        "url": "https://contentlint.readthedocs.io/en/latest/rules/spelling-mistake/",
        "suggestions": ["geschaad"],
        "fix": {
            "applicability": "suggestion",
            "title": "Vervang door ‘geschaad’.",
            "edits": [{**place, "replacement": "geschaad"}],
        },
    }
    assert data["violations"][1]["wcag"] == ["1.3.1"]
    # Each violation has a line of its own, and text is not escaped.
    assert len(text.splitlines()) == 5
    assert "‘geschaadt’" in text


def test_json_of_nothing_is_complete() -> None:
    assert json.loads(show("json")) == {
        "schema_version": 1,
        "violations": [],
        "summary": {"files": 0, "errors": 0, "warnings": 0, "infos": 0},
    }


def test_json_names_the_rule_of_another_engine_and_has_no_fix_where_there_is_none() -> None:
    shown = show("json", result("x", violate(0, 1, NO_WORD(word="x"), engine_rule="NL_X")))
    (violation,) = json.loads(shown)["violations"]
    assert violation["engine_rule"] == "NL_X"
    assert violation["fix"] is None
    assert violation["suggestions"] == []


def test_json_columns_count_code_points_behind_a_byte_order_mark() -> None:
    (violation,) = json.loads(show("json", result("\ufeff😀 fout", violate(3, 7, NO_WORD(word="x")))))["violations"]
    assert (violation["column"], violation["end_column"]) == (3, 7)


def test_only_messages_change_with_the_language(two_files: tuple[FileResult, ...]) -> None:
    def without_words(language: str) -> Any:
        data = json.loads(show("json", *two_files, language=language))
        for violation in data["violations"]:
            del violation["message"], violation["fix"]["title"]
        return data

    assert without_words("nl") == without_words("en")


def test_results_are_counted_as_they_pass() -> None:
    warning = violate(0, 1, NO_WORD(word="x"), rule=SKIP)
    error = violate(0, 1, NO_WORD(word="x"))
    results = Results([result("x", warning, error, error)])
    assert not results.any_at_least(Severity.INFO)
    assert len(list(results)) == 1
    assert [results.count(severity) for severity in Severity] == [0, 1, 2]
    assert results.worst is MISTAKE
    assert not results.rule_failed
    assert results.any_at_least(Severity.ERROR)
    failed = Results([result("x", violate(0, 1, NO_WORD(word="x"), rule=InternalError.info))])
    assert len(list(failed)) == 1
    assert failed.rule_failed


def test_every_format_has_a_writer() -> None:
    for name in FORMATS:
        output = make_output(name, io.StringIO(), View())
        assert isinstance(output, Output)
        output.close()
