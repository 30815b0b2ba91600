from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.site.files import SiteFiles, join, normalise


@pytest.mark.parametrize(
    ("path", "expected"),
    [("a/b", "a/b"), ("./a//b/", "a/b"), ("a/../b", "b"), ("", ""), ("..", None), ("a/../../b", None), ("/etc/passwd", None),
     ("\\\\host\\x", None), ("a\0b", None)],
)  # fmt: skip
def test_a_path_stays_below_the_root(path: str, expected: str | None) -> None:
    assert normalise(path) == expected


@given(st.text(alphabet="ab./\\", max_size=30))
def test_a_normalised_path_has_no_steps_upwards(path: str) -> None:
    found = normalise(path)
    assert found is None or (not {"..", ".", ""} & set(found.split("/")) or found == "")


def test_parts_are_joined_without_empty_ones() -> None:
    assert join("", "a", "", "b") == "a/b"


@pytest.fixture
def files(tmp_path: Path) -> SiteFiles:
    site = tmp_path / "site"
    (site / "content/deep").mkdir(parents=True)
    (site / "content/a.md").write_text("a")
    (site / "content/deep/b.md").write_text("b")
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/c.md").write_text("c")
    return SiteFiles(site)


def test_a_listing_says_what_is_a_folder(files: SiteFiles) -> None:
    assert dict(files.listing("content")) == {"a.md": False, "deep": True}
    assert dict(files.listing("content/a.md")) == {}
    assert dict(files.listing("nowhere")) == {}


def test_links_out_of_the_root_do_not_exist(files: SiteFiles, tmp_path: Path) -> None:
    (tmp_path / "site/content/link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "site/content/folder").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "site/inside.md").symlink_to("content/a.md")
    assert "link.txt" not in files.listing("content")
    assert "folder" not in files.listing("content")
    assert dict(files.listing("content/folder")) == {}
    assert files.read("content/link.txt", 100) is None
    assert files.read("content/folder/c.md", 100) is None
    assert files.read("../secret.txt", 100) is None
    assert files.read("inside.md", 100) == b"a"
    assert files.is_link("content/link.txt")
    assert not files.is_link("content/a.md")


def test_a_folder_beside_the_root_with_a_longer_name_is_outside(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site-old").mkdir()
    (tmp_path / "site-old/x.md").write_text("x")
    files = SiteFiles(tmp_path / "site")
    assert files.read("../site-old/x.md", 100) is None
    assert files.relative(tmp_path / "site-old/x.md") is None
    assert files.relative(tmp_path / "site/x.md") == "x.md"


def test_links_in_a_circle_are_survived(files: SiteFiles, tmp_path: Path) -> None:
    (tmp_path / "site/content/deep/round").symlink_to(tmp_path / "site/content")
    (tmp_path / "site/content/self").symlink_to("self")
    assert list(files.walk("content")) == ["content/a.md", "content/deep/b.md"]
    assert "self" not in files.listing("content")


def test_a_walk_enters_only_the_folders_it_is_told_to(files: SiteFiles) -> None:
    assert list(files.walk("content", lambda _: False)) == ["content/a.md"]


def test_what_cannot_be_read_does_not_exist(files: SiteFiles, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "site/pipe")
    assert files.read("pipe", 100) is None
    assert not files.is_file("pipe")
    assert files.read("content/a.md", 0) is None
    assert files.read("content", 100) is None
    assert files.read("a\0b", 100) is None
    assert files.read("x" * 5000, 100) is None
    assert not files.is_file("content")
    assert files.is_folder("content")
