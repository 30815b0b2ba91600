"""Annotations for GitHub, held to the grammar of workflow commands and to GitHub's own toolkit."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.outputs.sample import DOUBLE, MISTAKE, NO_WORD, SKIP, hostile, plain, result, show, violate

from contentlint.engine.results import FileResult
from contentlint.outputs.results import View

TOOLKIT = Path(__file__).parents[2] / "build" / "npm" / "node_modules" / "@actions" / "core"

# The grammar of the documentation: ::name key=value,key=value::data, with some characters written as %XX.
COMMAND = re.compile(
    r"::(?P<name>error|warning|notice) (?P<properties>[a-zA-Z]+=[^:,\r\n]*(?:,[a-zA-Z]+=[^:,\r\n]*)*)::(?P<data>[^\r\n]*)"
)
PROPERTIES = {"title", "file", "line", "endLine", "col", "endColumn"}


def decoded(text: str) -> str:
    for code, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def commands(*results: FileResult, view: View | None = None) -> list[tuple[str, dict[str, str], str]]:
    """Return what GitHub understands."""
    found = []
    for line in show("github", *results, view=view).split("\n")[:-1]:
        match = COMMAND.fullmatch(line)
        assert match, line
        properties = dict(pair.split("=", 1) for pair in match["properties"].split(","))
        assert set(properties) <= PROPERTIES
        found.append(
            (match["name"], {key: decoded(value) for key, value in properties.items()}, decoded(match["data"]))
        )
    return found


def test_each_violation_is_a_command() -> None:
    assert commands(*plain()) == [
        (
            "error",
            {
                "title": "spelling-mistake (SP001)", "file": "content/a.nl.md", "line": "3", "endLine": "3",
                "col": "9", "endColumn": "18",
            },
            "‘geschaadt’ is geen woord. Bedoel je ‘geschaad’?",
        ),
        (
            "warning",
            {
                "title": "heading-level-skip (HD002)", "file": "content/a.nl.md", "line": "5", "endLine": "5",
                "col": "1", "endColumn": "4",
            },
            "Vervang door ‘##’.\nTe herstellen, maar kijk eerst.",
        ),
    ]  # fmt: skip
    assert show("github", result("Goed.\n")) == ""


@given(st.text(), st.text(min_size=1))
def test_whatever_a_path_and_a_word_hold_it_stays_one_command(word: str, path: str) -> None:
    ((_, properties, _),) = commands(result("x", violate(0, 1, NO_WORD(word=word)), path=path))
    assert properties["file"] == path


def test_nothing_hostile_becomes_a_command_of_its_own() -> None:
    made = commands(*hostile())
    assert len(made) == sum(len(one.violations) for one in hostile())
    assert {name for name, _, _ in made} == {"error", "warning", "notice"}


def test_a_span_over_lines_has_no_columns() -> None:
    ((_, properties, _),) = commands(result("a\nb", violate(0, 3, NO_WORD(word="x"))))
    assert "col" not in properties
    assert properties["endLine"] == "2"


def test_no_more_than_github_shows_errors_first_and_the_rest_is_counted() -> None:
    rules = [DOUBLE] * 15 + [SKIP] * 20 + [MISTAKE] * 32
    text = "x" * len(rules)
    found = result(text, *(violate(at, at + 1, NO_WORD(word="x"), rule=rule) for at, rule in enumerate(rules)))
    made = commands(found)
    assert [name for name, _, _ in made] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert made[-1][2] == "En nog 38, waar GitHub geen plaats voor heeft. Bekijk ze allemaal met: contentlint check"
    few = result("x" * 12, *(violate(at, at + 1, NO_WORD(word="x")) for at in range(12)))
    assert [name for name, _, _ in commands(few)] == ["error"] * 10 + ["notice"]
    exactly = result("x" * 10, *(violate(at, at + 1, NO_WORD(word="x"), rule=DOUBLE) for at in range(10)))
    assert [name for name, _, _ in commands(exactly)] == ["notice"] * 10


def test_githubs_own_toolkit_writes_the_same() -> None:
    node = shutil.which("node")
    if node is None or not TOOLKIT.is_dir():
        pytest.skip("node or GitHub's toolkit is not there (make npm)")
    made = commands(*plain(), *hostile())
    script = f"""
        const core = await import({json.dumps(str(TOOLKIT / "lib" / "core.js"))});
        for (const [name, given, text] of JSON.parse(process.argv[1])) {{
            core[name](text, {{
                title: given.title, file: given.file, startLine: given.line, endLine: given.endLine,
                startColumn: given.col, endColumn: given.endColumn,
            }});
        }}
    """
    told = subprocess.run(
        [node, "--input-type=module", "-e", script, json.dumps(made)],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout
    # JSON on its way to node has no half characters.
    assert told == show("github", *plain(), *hostile()).replace("\udcff", "\ufffd")
