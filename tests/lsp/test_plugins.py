"""Whoever only opens a folder in an editor does not run its code."""

from __future__ import annotations

from pathlib import Path

import pytest

from contentlint.lsp.projects import Projects
from contentlint.text import SourceText

YAML = """\
rules:
  - name: house-word
    code: HR001
    kind: existence
    summary: Odd
    message: Odd.
    words: [odd]
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page of a site with a rule in YAML, and code that leaves a trace."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "contentlint.toml").write_text('rules-folder = "rules"\nselect = ["HR"]\n', "utf-8")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "house.yaml").write_text(YAML, "utf-8")
    (tmp_path / "rules" / "code.py").write_text(f"open({str(tmp_path / 'trace')!r}, 'w').close()\n", "utf-8")
    return tmp_path / "page.md"


@pytest.mark.parametrize("run_code", [False, True])
def test_code_is_run_only_when_it_was_asked(page: Path, *, run_code: bool) -> None:
    projects = Projects(lambda _: None, run_code=run_code)
    found = projects.of(page).check(SourceText("An odd day.\n"), page, lambda: False)
    assert [violation.rule.name for violation in found.violations] == ["house-word"]
    assert (page.parent / "trace").exists() == run_code
    projects.close()


def test_a_rule_that_changes_on_disk_is_read_anew(page: Path) -> None:
    projects = Projects(lambda _: None, run_code=False)
    project = projects.of(page)
    assert not projects.look_around()
    (page.parent / "rules" / "house.yaml").write_text(YAML.replace("[odd]", "[day, odder]"), "utf-8")
    assert projects.look_around()
    found = project.check(SourceText("An odd day.\n"), page, lambda: False)
    assert [violation.span for violation in found.violations] == [(7, 10)]
    projects.close()
