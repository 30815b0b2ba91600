"""Small posts with one defect each: the rule that is there for it says so, and no other finds fault with the post."""

from __future__ import annotations

import re
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from tests.sites.defects.cases import DEFECTS, Defect
from tests.sites.defects.more_cases import MORE
from tests.sites.defects.posts import DUTCH, ENGLISH

from contentlint.config import Settings, load_settings
from contentlint.engine.results import FileResult
from contentlint.engine.runner import Checker
from contentlint.rules.base import Severity
from contentlint.rules.registry import builtin
from contentlint.text import SourceText

SITE = Path(__file__).parent / "sites" / "defects" / "site"
ALL = (*DEFECTS, *MORE)
POSTS = {"nl": DUTCH, "en": ENGLISH}


def _picture() -> bytes:
    """Return a grey picture of 40 by 30 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x88" * 120 for _ in range(30))
    header = struct.pack(">IIBBBBB", 40, 30, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small Hugo site in two languages, with the sound posts and their pictures."""
    root = tmp_path_factory.mktemp("defects")
    for file in SITE.rglob("*"):
        if file.is_file():
            place = root / file.relative_to(SITE)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.read_bytes())
    post = root / "content" / "posts" / "tuin"
    post.mkdir(parents=True)
    for name in ("feature.png", "kruiwagen.png", "kaart.png"):
        (post / name).write_bytes(_picture())
    (post / "kapot.png").write_bytes(b"no picture")
    for language, text in POSTS.items():
        (post / f"index.{language}.md").write_text(text, "utf-8")
    return root


@pytest.fixture(scope="module")
def settings(site: Path) -> Settings:
    return load_settings(site / "content", builtin())


def _check(text: str, language: str, site: Path, settings: Settings) -> FileResult:
    with Checker(settings) as checker:
        return checker.check_source(SourceText(text), site / "content" / "posts" / "tuin" / f"index.{language}.md")


def _spoiled(defect: Defect) -> str:
    sound = POSTS[defect.language]
    assert defect.old in sound
    return sound.replace(defect.old, defect.new, 1)


@pytest.mark.parametrize("language", POSTS)
def test_nothing_at_all_is_found_in_the_sound_post(language: str, site: Path, settings: Settings) -> None:
    assert _check(POSTS[language], language, site, settings).violations == ()


@pytest.mark.hugo
def test_hugo_builds_the_sound_posts_without_a_warning(site: Path, tmp_path: Path) -> None:
    hugo = str(Path(sys.executable).with_name("hugo"))
    result = subprocess.run(
        [hugo, "--source", str(site), "--noBuildLock", "--destination", str(tmp_path), "--panicOnWarning"],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout + result.stderr
    assert len(re.findall("<h[1-6]", (tmp_path / "posts" / "tuin" / "index.html").read_text("utf-8"))) == 4


@pytest.mark.parametrize("defect", ALL, ids=[f"{defect.rule}-{number}" for number, defect in enumerate(ALL)])
def test_a_defect_is_found_by_its_rule_and_by_no_other(defect: Defect, site: Path, settings: Settings) -> None:
    found = _check(_spoiled(defect), defect.language, site, settings).violations
    assert defect.rule in {violation.rule.name for violation in found}
    others = {violation.rule.name for violation in found if violation.severity > Severity.INFO}
    assert others <= {defect.rule, *defect.also}


def test_there_are_defects_of_every_kind() -> None:
    families = {rule.info.family for defect in ALL if (rule := builtin().get(defect.rule)) is not None}
    assert len(ALL) > 41
    assert len(families) >= 10
    assert all(builtin().get(defect.rule) is not None for defect in ALL)
