"""The forms that GitLab, JUnit, Checkstyle and reviewdog read, each held to a schema of theirs."""

import json
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from tests.outputs.sample import DOUBLE, NO_WORD, REPLACE, SKIP, hostile, plain, result, show, violate

from contentlint.engine.results import FileResult
from contentlint.outputs.results import View
from contentlint.rules.base import Applicability, Fix, Severity
from contentlint.text import Edit, Span

SCHEMAS = Path(__file__).parent / "schemas"
GITLAB = Draft4Validator(json.loads((SCHEMAS / "codeclimate.json").read_text("utf-8")))
REVIEWDOG = Draft4Validator(json.loads((SCHEMAS / "DiagnosticResult.json").read_text("utf-8")))
JUNIT = xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))
_CHECKSTYLE = SCHEMAS / "checkstyle" / "checkstyle-report-1.0.0.xsd"
CHECKSTYLE = xmlschema.XMLSchema(str(_CHECKSTYLE)) if _CHECKSTYLE.exists() else None
"""None in a source distribution: its licence keeps the schema out."""

GITLAB_SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def gitlab(*results: FileResult, view: View | None = None) -> Any:
    issues = json.loads(show("gitlab", *results, view=view))
    for issue in issues:
        GITLAB.validate(issue)
        assert issue["severity"] in GITLAB_SEVERITIES
    return issues


def reviewdog(*results: FileResult) -> Any:
    data = json.loads(show("rdjson", *results))
    REVIEWDOG.validate(data)
    return data


@pytest.mark.parametrize("results", [(), plain(), hostile()], ids=["nothing", "plain", "hostile"])
def test_what_is_written_is_valid(results: tuple[FileResult, ...]) -> None:
    count = sum(len(one.violations) for one in results)
    assert len(gitlab(*results)) == len(reviewdog(*results)["diagnostics"]) == count
    JUNIT.validate(show("junit", *results))
    assert show("junit", *results).count("<testcase ") == count + sum(not one.violations for one in results)
    if CHECKSTYLE is not None:
        CHECKSTYLE.validate(show("checkstyle", *results))
    assert show("checkstyle", *results).count("<error ") == count


@given(st.text(), st.text(min_size=1), st.text())
def test_whatever_a_text_a_path_and_a_word_hold_it_is_valid(text: str, path: str, word: str) -> None:
    found = result(text, violate(0, len(text), NO_WORD(word=word), suggestions=(word,)), path=path)
    (issue,) = gitlab(found)
    assert word in issue["description"]
    assert issue["location"]["path"] == path
    (diagnostic,) = reviewdog(found)["diagnostics"]
    assert diagnostic["suggestions"][0]["text"] == word
    JUNIT.validate(show("junit", found))
    if CHECKSTYLE is not None:
        CHECKSTYLE.validate(show("checkstyle", found))


def test_gitlab_knows_an_issue_again_when_lines_move_and_tells_all_apart() -> None:
    def at(shift: int, path: str) -> FileResult:
        text = "x\n" * shift + "fout en fout"
        start = 2 * shift
        return result(text, *(violate(start + a, start + a + 4, NO_WORD(word="fout")) for a in (0, 8)), path=path)

    before, after = gitlab(at(0, "a.md"), at(0, "b.md")), gitlab(at(9, "a.md"), at(1, "b.md"))
    assert [one["fingerprint"] for one in before] == [one["fingerprint"] for one in after]
    assert len({one["fingerprint"] for one in before}) == 4
    assert [one["location"]["lines"]["begin"] for one in after] == [10, 10, 2, 2]


def test_gitlab_names_files_from_the_top_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    (issue, _) = gitlab(plain()[0], view=View("nl", repository=f"{tmp_path}/"))
    assert issue["location"] == {"path": "site/content/a.nl.md", "lines": {"begin": 3, "end": 3}}


def test_reviewdog_counts_the_bytes_of_utf8() -> None:
    # The example of its documentation: in ‘a𐐀b’ the b stands in column 6.
    (found,) = reviewdog(result("\na𐐀b", violate(3, 4, NO_WORD(word="b"))))["diagnostics"]
    assert found["location"]["range"] == {"start": {"line": 2, "column": 6}, "end": {"line": 2, "column": 7}}


@given(st.text(alphabet="aé😀\r\n\ufeff\t"), st.data(), st.text())
def test_what_reviewdog_would_apply_is_the_fix(text: str, data: st.DataObject, new: str) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = violate(start, end, REPLACE(new=new), suggestions=(new,))
    (diagnostic,) = reviewdog(result(text, found))["diagnostics"]
    (suggestion,) = diagnostic["suggestions"]
    lines = text.replace("\r\n", "\0\n").replace("\r", "\n").replace("\0", "\r").split("\n")
    offsets = []
    for edge in ("start", "end"):
        line, column = (suggestion["range"][edge][key] for key in ("line", "column"))
        before = sum(len(one.encode()) + 1 for one in lines[: line - 1])
        offsets.append(len(text.encode()[: before + column - 1].decode()))
    assert text[: offsets[0]] + suggestion["text"] + text[offsets[1] :] == text[:start] + new + text[end:]


def test_reviewdog_gets_no_half_of_a_fix() -> None:
    edits = (Edit(Span(0, 1), "a"), Edit(Span(2, 3), "b"))
    found = violate(0, 3, NO_WORD(word="x"))._replace(fix=Fix(Applicability.SAFE, REPLACE(new="a"), edits))
    (diagnostic,) = reviewdog(result("xyz", found))["diagnostics"]
    assert "suggestions" not in diagnostic


def test_in_junit_fails_what_makes_the_run_fail() -> None:
    found = result(
        "abc", *(violate(at, at + 1, NO_WORD(word="x"), rule=rule) for at, rule in enumerate((SKIP, DOUBLE)))
    )

    def failed(level: Severity) -> tuple[int, bool]:
        text = show("junit", found, view=View("nl", fail_on=level))
        return text.count("<failure "), f'tests="2" failures="{text.count("<failure ")}"' in text

    assert failed(Severity.ERROR) == (0, True)
    assert failed(Severity.WARNING) == (1, True)
    assert failed(Severity.INFO) == (2, True)


def test_in_junit_a_good_file_is_a_test_that_passes() -> None:
    text = show("junit", result("Goed.\n"))
    assert '<testsuite name="content/a.nl.md" tests="1" failures="0" errors="0" time="0">' in text
    assert '<testcase name="contentlint" classname="content/a.nl.md" time="0"/>' in text


def test_checkstyle_gives_line_column_severity_and_rule() -> None:
    assert '<error line="3" column="9" severity="error"' in show("checkstyle", *plain())
    assert 'source="contentlint.HD.heading-level-skip"' in show("checkstyle", *plain())
