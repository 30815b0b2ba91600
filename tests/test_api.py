"""What programs may rely on."""

import subprocess
import sys
from pathlib import Path

import pytest

import contentlint


def test_every_name_can_be_had() -> None:
    for name in contentlint.__all__:
        assert getattr(contentlint, name).__name__ == name


def test_a_name_that_is_not_there_is_told() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = contentlint.nothing_of_the_kind


def test_importing_the_package_imports_nothing_else_of_it() -> None:
    program = "import sys, contentlint; print([name for name in sys.modules if name.startswith('contentlint.')])"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_a_text_is_checked_as_if_it_stood_there(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text('defaultContentLanguage = "nl"\n', encoding="utf-8")
    result = contentlint.lint_text("---\ntitle: Soep\n---\n\nHij is geschaadt.\n", tmp_path / "content" / "soep.md")
    (mistake,) = [violation for violation in result.violations if violation.severity is contentlint.Severity.ERROR]
    assert mistake.suggestions[0] == "geschaad"
    assert result.source[mistake.span] == "geschaadt"


def test_paths_are_checked_and_a_missing_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("## \n", encoding="utf-8")
    (result,) = contentlint.lint_paths([tmp_path])
    assert "heading-empty" in {violation.rule.name for violation in result.violations}
    with pytest.raises(FileNotFoundError, match=r"no\.md"):
        list(contentlint.lint_paths([tmp_path / "no.md"]))


def test_broken_settings_are_told_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "contentlint.toml").write_text("selekt = []\n", encoding="utf-8")
    with pytest.raises(contentlint.ConfigError) as raised:
        contentlint.lint_text("Text.\n", tmp_path / "a.md")
    assert [(problem.line, problem.column) for problem in raised.value.problems] == [(1, 1)]
