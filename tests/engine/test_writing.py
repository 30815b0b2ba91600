"""Files are replaced whole or not at all."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from contentlint.engine.writing import WriteRefusedError, replace_file, write_file


def test_the_file_keeps_its_mode(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(b"old")
    page.chmod(0o640)
    replace_file(page, b"old", b"new", tmp_path)
    assert page.read_bytes() == b"new"
    assert page.stat().st_mode & 0o777 == 0o640
    assert [file.name for file in tmp_path.iterdir()] == ["page.md"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(b"newer")
    with pytest.raises(WriteRefusedError):
        replace_file(page, b"old", b"new", tmp_path)
    assert page.read_bytes() == b"newer"


def test_a_link_inside_the_site_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    replace_file(tmp_path / "link.md", b"old", b"new", tmp_path)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_a_link_out_of_the_site_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_bytes(b"old")
    site = tmp_path / "site"
    site.mkdir()
    (site / "link.md").symlink_to(outside)
    with pytest.raises(WriteRefusedError):
        replace_file(site / "link.md", b"old", b"new", site)
    assert outside.read_bytes() == b"old"


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(page, b"old", b"new", tmp_path)
    assert page.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["page.md"]


def test_a_kill_at_any_moment_leaves_a_whole_file(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    one, two = b"1" * 200_000, b"2" * 200_000
    page.write_bytes(one)
    program = (
        "import sys; from pathlib import Path; from contentlint.engine.writing import replace_file\n"
        "page = Path(sys.argv[1]); one, two = b'1' * 200_000, b'2' * 200_000\n"
        "print('go', flush=True)\n"
        "while True:\n"
        "    before = page.read_bytes(); replace_file(page, before, two if before == one else one, page.parent)\n"
    )
    dice = random.Random(7)  # noqa: S311
    for _ in range(20):
        process = subprocess.Popen([sys.executable, "-c", program, page], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(dice.random() / 50)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert page.read_bytes() in (one, two)


def test_a_folder_that_leads_out_of_the_site_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "page.md").write_bytes(b"old")
    site = tmp_path / "site"
    site.mkdir()
    (site / "content").symlink_to(outside)
    with pytest.raises(WriteRefusedError):
        replace_file(site / "content" / "page.md", b"old", b"new", site)
    assert (outside / "page.md").read_bytes() == b"old"


def test_a_file_outside_the_site_that_was_named_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes(b"old")
    (tmp_path / "site").mkdir()
    replace_file(tmp_path / "page.md", b"old", b"new", tmp_path / "site")
    assert (tmp_path / "page.md").read_bytes() == b"new"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only the superuser may give files away")
def test_the_file_keeps_its_owner(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(b"old")
    page.chmod(0o640)
    os.chown(page, 12345, 23456)
    replace_file(page, b"old", b"new", tmp_path)
    status = page.stat()
    assert (status.st_uid, status.st_gid, status.st_mode & 0o7777) == (12345, 23456, 0o640)


def test_a_new_file_has_the_mode_of_new_files_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    page = tmp_path / "new.txt"
    mask = os.umask(0o027)
    try:
        write_file(page, b"one")
    finally:
        os.umask(mask)
    assert (page.read_bytes(), page.stat().st_mode & 0o777) == (b"one", 0o640)
    page.chmod(0o600)
    write_file(page, b"two")
    assert (page.read_bytes(), page.stat().st_mode & 0o777) == (b"two", 0o600)
    assert [file.name for file in tmp_path.iterdir()] == ["new.txt"]


@pytest.mark.parametrize("name", ["p" * 252 + ".md", "é" * 126 + ".md", "語" * 84 + ".md"])
def test_a_file_with_a_very_long_name_can_be_replaced(tmp_path: Path, name: str) -> None:
    page = tmp_path / name
    page.write_bytes(b"old")
    replace_file(page, b"old", b"new", tmp_path)
    assert page.read_bytes() == b"new"
