"""What the tutorials of house rules say works when somebody does just that."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)


def blocks(name: str, language: str) -> list[str]:
    """Return the fenced blocks of a page in a language, without their indentation."""
    text = (ROOT / name).read_text("utf-8")
    return [
        re.sub(f"^{found[1]}", "", found[3], flags=re.MULTILINE)
        for found in BLOCK.finditer(text)
        if found[2] == language
    ]


def contentlint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "contentlint", *arguments],
        cwd=folder, env={**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}, capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "een.nl.md").write_text("---\ntitle: Een\n---\n\nNeem een flyer mee.\n", "utf-8")
    return tmp_path


def test_five_minutes_without_code(site: Path) -> None:
    (yaml,) = blocks("rules/README.md", "yaml")
    (toml,) = blocks("rules/README.md", "toml")
    assert contentlint(site, "new-rule", "house-word").returncode == 0
    assert (site / "rules" / "house-word.yaml").exists()
    (site / "contentlint.toml").write_text(toml, "utf-8")
    (site / "rules" / "house-word.yaml").write_text(yaml, "utf-8")
    tested = contentlint(site, "test")
    assert tested.returncode == 0, tested.stdout + tested.stderr
    checked = contentlint(site, "check", "--select", "HR", "--output-format", "concise")
    assert checked.stdout == "content/een.nl.md:5:10: warning HR001 house-word We say ‘folder’, not ‘flyer’.\n"
    assert "HR001" in contentlint(site, "rules").stdout
    assert "house-word (HR001)" in contentlint(site, "rule", "house-word").stdout
    (site / "rules" / "house-word.yaml").write_text(yaml + "    fix: unsafe\n", "utf-8")
    contentlint(site, "check", "--fix", "--unsafe-fixes")
    assert "Neem een folder mee." in (site / "content" / "een.nl.md").read_text("utf-8")


def test_ten_minutes_with_code(site: Path) -> None:
    (site / "contentlint.toml").write_text('rules-folder = "rules"\n', "utf-8")
    assert contentlint(site, "new-rule", "house-opening-hours", "--python").returncode == 0
    (site / "rules" / "house_opening_hours.py").write_text(
        (ROOT / "rules" / "opening_hours.py").read_text("utf-8"), "utf-8"
    )
    (site / "content" / "een.nl.md").write_text('{{< opening from="17.00" to="10.00" >}}\n', "utf-8")
    tested = contentlint(site, "test")
    assert tested.returncode == 0, tested.stdout + tested.stderr
    found = contentlint(site, "check", "--select", "HR", "--output-format", "concise").stdout
    assert found.startswith("content/een.nl.md:1:30: error HR010 house-opening-hours We would close at 10.00")


def test_rules_in_the_documentation_hold(site: Path) -> None:
    (yaml,) = blocks("docs/plugins.md", "yaml")
    (site / "contentlint.toml").write_text('rules-folder = "rules"\n', "utf-8")
    (site / "rules").mkdir()
    (site / "rules" / "house.yaml").write_text(yaml, "utf-8")
    assert "house-word We say ‘folder’" in contentlint(site, "check", "--output-format", "concise").stdout


def test_the_demo_site_has_house_rules_of_each_kind_and_they_hold() -> None:
    result = contentlint(ROOT, "test")
    assert result.returncode == 0, result.stdout + result.stderr
    assert len(result.stdout.splitlines()) == 6
