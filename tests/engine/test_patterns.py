from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from contentlint.engine import patterns
from contentlint.engine.cache_folder import VARIABLE
from contentlint.engine.patterns import kept_patterns

PATTERN = r"(?P<day>\d{1,2})[-/](?i:maart|APRIL)\b|(?<!x)[à-ÿ]+?(?P<rest>.*)"
TEXT = "op 3-maart, 4/april en été 12-MAART"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def compiled() -> re.Pattern[str]:
    re.purge()
    with kept_patterns():
        return re.compile(PATTERN, re.VERBOSE | re.IGNORECASE)


def test_a_kept_pattern_is_the_one_that_python_compiles(folder: Path) -> None:
    re.purge()
    python = re.compile(PATTERN, re.VERBOSE | re.IGNORECASE)
    first = compiled()
    (file,) = folder.iterdir()
    written = file.stat().st_mtime_ns
    second = compiled()
    assert file.stat().st_mtime_ns == written
    for one in (first, second):
        assert one == python
        assert (one.groups, one.groupindex, one.flags) == (python.groups, python.groupindex, python.flags)
        assert [match.groupdict() for match in one.finditer(TEXT)] == [m.groupdict() for m in python.finditer(TEXT)]


def test_a_kept_pattern_is_not_compiled_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = compiled()
    assert folder.is_dir()

    def refuse(*_: object) -> None:
        pytest.fail("compiled again")

    monkeypatch.setattr("re._compiler.compile", refuse)
    assert compiled() == first


@pytest.mark.parametrize("damage", [b"", b"\xe3nonsense", b"i\x01\x00\x00\x00", b"[\xff\xff\xff\x7f"])
def test_a_broken_file_is_thrown_away(folder: Path, damage: bytes) -> None:
    first = compiled()
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage)
    assert compiled() == first
    assert file.read_bytes() == whole


def test_a_broken_pattern_is_compiled_anew(folder: Path) -> None:
    first = compiled()
    (file,) = folder.iterdir()
    kept = patterns._read(file)
    patterns._write(file, {key: (final, b"\xff" * 8, *rest) for key, (final, _, *rest) in kept.items()})
    assert compiled() == first


def test_a_mistake_in_a_pattern_is_told_as_ever(folder: Path) -> None:
    with pytest.raises(re.error, match="unterminated character set"), kept_patterns():
        re.compile("[" + "a")
    assert not folder.exists()


def test_python_is_left_as_it_was(folder: Path) -> None:
    from re import _compiler  # type: ignore[attr-defined]

    before = _compiler.compile
    with kept_patterns():
        assert _compiler.compile is not before
    assert _compiler.compile is before
    assert not folder.exists()


def test_a_folder_that_cannot_be_used_harms_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(patterns, "cache_folder", lambda: tmp_path / "file" / "cache")
    assert compiled().groups == 2


def test_the_command_line_keeps_its_patterns(folder: Path) -> None:
    for _ in range(2):
        subprocess.run([sys.executable, "-m", "contentlint", "rule", "HD002"], check=True, capture_output=True)
    (file,) = folder.iterdir()
    assert len(patterns._read(file)) > 100
