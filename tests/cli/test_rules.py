"""``contentlint rule`` and ``contentlint rules``, and the program around the commands."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from contentlint.rules.registry import builtin

Call = Callable[..., Any]


@pytest.mark.parametrize("name", ["heading-level-skip", "HD002", "hd002"])
def test_a_rule_is_explained_by_name_or_code(call: Call, name: str) -> None:
    outcome = call("rule", name)
    assert outcome.code == 0
    assert outcome.out.startswith("heading-level-skip (HD002)\n")
    assert "Wat herstellen doet" in call("rule", name, "--lang", "nl").out
    assert json.loads(call("rule", name, "--output-format", "json").out)["name"] == "heading-level-skip"


def test_an_unknown_rule_gets_a_near_one(call: Call) -> None:
    expected = "contentlint: Er is geen regel ‘heading-level’. Bedoel je ‘heading-level-skip’?\n"
    code, out, err = call("rule", "heading-level", "--lang", "nl")
    assert (code, out) == (2, "")
    assert err == expected or "‘heading-level-one’" in err


def test_rules_are_listed_with_their_code_severity_and_summary(call: Call) -> None:
    lines = call("rules", "--lang", "nl").out.splitlines()
    assert len(lines) == len(builtin())
    assert [line.split()[0] for line in lines] == [rule.info.code for rule in builtin()]
    (line,) = [line for line in lines if line.startswith("HD002")]
    assert line.split()[1:3] == ["heading-level-skip", "waarschuwing"]
    assert line.endswith("Kop slaat een niveau over")
    data = json.loads(call("rules", "--output-format", "json").out)
    assert [rule["code"] for rule in data] == [rule.info.code for rule in builtin()]


@pytest.mark.usefixtures("site")
def test_help_names_every_command_and_imports_none() -> None:
    code = (
        "import sys; from contentlint.cli.app import run; run(['--help']);"
        "print(*(name for name in sys.modules if name.startswith('contentlint')), file=sys.stderr)"
    )
    outcome = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    for command in ("check", "rule", "rules", "words"):
        assert f"\n  {command} " in outcome.stdout
    imported = set(outcome.stderr.split())
    assert not imported & {"contentlint.cli.check", "contentlint.engine", "contentlint.document", "contentlint.config"}


def test_the_version_is_shown(call: Call) -> None:
    outcome = call("--version")
    assert outcome.code == 0
    assert outcome.out.startswith("contentlint 0.")


@pytest.mark.parametrize("arguments", [["chek"], ["check", "--colour"], ["rule"], ["rules", "--output-format", "full"]])
def test_a_call_that_does_not_exist_is_a_usage_error(call: Call, arguments: list[str]) -> None:
    outcome = call(*arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert "Usage: contentlint" in outcome.err


@pytest.mark.usefixtures("site")
def test_the_program_can_be_run_as_a_module() -> None:
    outcome = subprocess.run(
        [sys.executable, "-m", "contentlint", "rule", "XX999"], capture_output=True, check=False, text=True
    )
    assert (outcome.returncode, outcome.stdout) == (2, "")
    assert outcome.stderr.startswith("contentlint: There is no rule ‘XX999’.")


def test_the_hook_for_pre_commit_is_valid() -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(root / ".pre-commit-hooks.yaml")]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
