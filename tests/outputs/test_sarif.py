"""SARIF, held to the schema of its standard."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from tests.outputs.sample import DOUBLE, MISTAKE, NO_WORD, SKIP, hostile, plain, result, show, violate

from contentlint.engine.results import FileResult
from contentlint.outputs import sarif
from contentlint.outputs.results import View
from contentlint.rules.registry import builtin

SCHEMA = Draft4Validator(json.loads((Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json").read_text("utf-8")))


def run_of(*results: FileResult, view: View | None = None) -> Any:
    """Return the run that is written, after a look whether it is valid."""
    data = json.loads(show("sarif", *results, view=view))
    SCHEMA.validate(data)
    (run,) = data["runs"]
    return run


def names(run: Any) -> list[str]:
    return [run["tool"]["driver"]["rules"][one["ruleIndex"]]["name"] for one in run["results"]]


def test_a_run_is_valid_also_when_nothing_or_something_hostile_is_found() -> None:
    assert run_of(*plain())["columnKind"] == "unicodeCodePoints"
    assert run_of()["results"] == []
    assert len(run_of(*hostile())["results"]) == 8


@given(st.text(), st.text(min_size=1), st.text())
def test_whatever_a_text_a_path_and_a_word_hold_the_run_is_valid(text: str, path: str, word: str) -> None:
    found = violate(0, len(text), NO_WORD(word=word), suggestions=(word,))
    (made,) = run_of(result(text, found, path=path.replace("\0", "")))["results"]
    assert word in made["message"]["text"].replace(r"\[", "[")


def test_places_count_code_points_and_end_behind_the_last() -> None:
    run = run_of(result("\ufeff😀 fout\nx", violate(3, 7, NO_WORD(word="fout"))))
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 7}


def test_the_worst_come_first() -> None:
    run = run_of(
        result("abc", violate(0, 1, NO_WORD(word="a"), rule=DOUBLE), violate(1, 2, NO_WORD(word="b"), rule=SKIP)),
        result("abc", violate(2, 3, NO_WORD(word="c")), path="b.md"),
    )
    assert [one["level"] for one in run["results"]] == ["error", "warning", "note"]
    assert names(run) == ["spelling-mistake", "heading-level-skip", "space-double"]


def test_what_is_too_much_is_left_out_from_the_mildest_on_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 3)
    rules = (DOUBLE, SKIP, DOUBLE, MISTAKE, SKIP, DOUBLE, MISTAKE)
    run = run_of(
        result("abcdefg", *(violate(at, at + 1, NO_WORD(word="x"), rule=rule) for at, rule in enumerate(rules)))
    )
    assert [one["ruleId"] for one in run["results"]] == ["SP001", "SP001", "HD002"]
    assert names(run) == ["spelling-mistake", "spelling-mistake", "heading-level-skip"]
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"].startswith("4 resultaten staan niet in dit bestand")


def _fingerprints(run: Any) -> Iterator[str]:
    return (one["partialFingerprints"]["primaryLocationLineHash"] for one in run["results"])


def test_fingerprints_stay_when_lines_move_and_tell_all_apart() -> None:
    def at(shift: int, path: str = "a.md") -> FileResult:
        text = "x\n" * shift + "fout en fout"
        start = 2 * shift
        return result(text, *(violate(start + a, start + a + 4, NO_WORD(word="fout")) for a in (0, 8)), path=path)

    first = list(_fingerprints(run_of(at(0), at(0, "b.md"))))
    assert first == list(_fingerprints(run_of(at(50), at(3, "b.md"))))
    assert len(set(first)) == 4


def test_a_fix_can_be_applied_and_says_how_far_it_can_be_trusted() -> None:
    safe, unsafe = (run_of(one)["results"] for one in (hostile()[0], plain()[0]))
    fixes = [fix for one in safe for fix in one.get("fixes", ())]
    assert [len(fix["artifactChanges"][0]["replacements"]) for fix in fixes] == [1, 2, 1]
    assert unsafe[1]["fixes"][0]["properties"] == {"applicability": "unsafe"}
    assert unsafe[0]["fixes"][0]["artifactChanges"][0]["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 18},
            "insertedContent": {"text": "geschaad"},
        }
    ]


def test_a_rule_is_explained_with_its_page_unless_it_has_none() -> None:
    rule = next(iter(builtin())).info
    run = run_of(result("x", violate(0, 1, NO_WORD(word="x"), rule=rule)), view=View("nl", registry=builtin()))
    (made,) = run["tool"]["driver"]["rules"]
    assert (made["id"], made["name"]) == (rule.code, rule.name)
    assert "## Waarom is dat erg?" in made["help"]["text"]
    assert made["helpUri"] in made["help"]["markdown"]
    assert len(made["properties"]["tags"]) <= 10


def test_paths_are_from_the_top_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    found = violate(0, 1, NO_WORD(word="x"))
    view = View("nl", repository=str(tmp_path))
    results = [result("x", found, path=path) for path in ("a b/é.md", str(tmp_path / "c.md"), "/elsewhere/d:e.md")]
    locations = [one["locations"][0]["physicalLocation"] for one in run_of(*results, view=view)["results"]]
    assert [one["artifactLocation"] for one in locations] == [
        {"uri": "site/a%20b/%C3%A9.md", "uriBaseId": "SRCROOT"},
        {"uri": "c.md", "uriBaseId": "SRCROOT"},
        {"uri": "file:///elsewhere/d%3Ae.md"},
    ]


def test_a_message_makes_no_link() -> None:
    run = run_of(result("x", violate(0, 1, NO_WORD(word="[x](https://evil.example) [y] {0}"))))
    assert run["results"][0]["message"]["text"] == r"‘\[x](https://evil.example) [y] {0}’ is geen woord."
