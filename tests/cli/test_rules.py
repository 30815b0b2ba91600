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


def test_rules_of_a_pack_that_is_not_used_are_explained_and_how_to_use_them(call: Call, site: Path) -> None:
    outcome = call("rule", "PL001", "--lang", "nl")
    assert outcome.code == 0
    assert '  voor de hele site, in contentlint.toml:\n    packs = ["plain-nl"]\n' in outcome.out
    data = json.loads(call("rule", "plain-nl-word", "--output-format", "json").out)
    assert data["url"] == "https://contentlint.readthedocs.io/en/latest/rules/plain-nl-word/"
    outcome = call("check", "--select", "PL")
    assert outcome.code == 2
    assert outcome.err.startswith("contentlint: ‘PL’ is in the pack ‘plain-nl’, which is not used here.")
    (site / "contentlint.toml").write_text('ignore = ["plain-nl-word"]\n', "utf-8")
    assert 'packs = ["plain-nl"]' in call("check").err
    (site / "contentlint.toml").write_text('packs = ["plain-nl"]\nignore = ["plain-nl-word"]\n', "utf-8")
    assert call("check", "--select", "PL").code == 0


def test_the_list_of_rules_says_which_packs_are_not_used(call: Call, site: Path) -> None:
    assert "not in this list: the packs abbreviations-nl, inclusive-nl, plain-nl, terms." in call("rules").err
    (site / "contentlint.toml").write_text('packs = ["plain-nl", "terms"]\n', "utf-8")
    outcome = call("rules")
    assert "the packs abbreviations-nl, inclusive-nl." in outcome.err
    assert "PL001  plain-nl-word" in outcome.out
    assert call("rules", "--output-format", "json").err == ""


def test_what_is_found_by_a_rule_of_a_pack_leads_to_its_page(call: Call, site: Path) -> None:
    (site / "contentlint.toml").write_text('packs = ["plain-nl"]\n', "utf-8")
    (site / "content" / "stijf.md").write_text("---\ntitle: Stijf\n---\n\nAldus aangaande dit punt.\n", "utf-8")
    outcome = call("check", "--select", "PL", "--output-format", "json", "content/stijf.md")
    assert [one["url"] for one in json.loads(outcome.out)["violations"]] == [
        "https://contentlint.readthedocs.io/en/latest/rules/plain-nl-word/"
    ]
