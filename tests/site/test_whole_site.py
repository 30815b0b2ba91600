"""A whole site in two languages, with a theme: what is right is left alone, what is wrong is reported at its place."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from contentlint.config import Settings
from contentlint.engine.run import check_paths
from contentlint.rules.registry import builtin
from contentlint.site import Site

SITES = Path(__file__).parent.parent / "sites"
CODES = frozenset(("IM001", "IM002", "IM009", "SC015", "LK006", "LK007"))

EXPECTED = {
    "content/blog/fout/index.en.md": [
        ("IM002", "error", "bench.png"),
        ("LK006", "error", "www.example.org/piece"),
        ("LK006", "error", "editors@example.org"),
    ],
    "content/blog/fout/index.nl.md": [
        ("IM001", "error", "bank.png"),
        ("IM009", "warning", "bnak.png"),
        ("LK006", "error", "/blog/goet/"),
        ("LK007", "error", "wat-we-zage"),
        ("LK007", "error", "redactie"),
        ("IM009", "error", "plein.png"),
        ("IM009", "error", "/img/logo2.png"),
    ],
}


def test_mistakes_are_reported_and_nothing_else() -> None:
    root = SITES / "bilingual"
    found: dict[str, list[tuple[str, str, str]]] = {}
    for result in check_paths(sorted((root / "content").rglob("*.md")), Settings(root, builtin())):
        violations = [violation for violation in result.violations if violation.rule.code in CODES]
        if violations:
            path = result.path.partition("bilingual/")[2]
            found[path] = [
                (violation.rule.code, violation.severity.label, result.source[violation.span])
                for violation in violations
            ]
    assert found == EXPECTED


@pytest.mark.parametrize(
    ("path", "language"), [("over.nl.md", "nl"), ("blog/goed/index.en.md", "en"), ("_index.nl.md", "nl")]
)
def test_pages_have_their_language(path: str, language: str) -> None:
    page = Site.load(SITES / "bilingual").page(f"content/{path}")
    assert page.language == language
    assert page.time_zone == "Europe/Amsterdam"


@pytest.mark.hugo
def test_the_site_is_one_that_hugo_builds(
    tmp_path: Path, run_hugo: Callable[[Site], subprocess.CompletedProcess[str]]
) -> None:
    shutil.copytree(SITES / "bilingual", tmp_path / "site")
    result = run_hugo(Site.load(tmp_path / "site"))
    assert result.returncode == 0, result.stderr
    good = (tmp_path / "site/public/blog/goed/index.html").read_text()
    assert 'alt="Drie buren op een bankje onder een kastanje"' in good
    assert 'href="/over/#de-redactie"' in good.replace("https://voorbeeld.example", "")
