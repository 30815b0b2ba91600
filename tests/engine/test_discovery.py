"""Which files are checked."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from contentlint.engine.discovery import discover


def nothing_excluded(_: Path) -> bool:
    return False


def write(root: Path, *names: str) -> None:
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("Text.\n", encoding="utf-8")


def found(root: Path, *paths: Path) -> list[str]:
    result = discover(paths or (root,), nothing_excluded)
    return [file.relative_to(root).as_posix() for file in result.files]


def test_markdown_files_are_found_in_order_and_other_files_are_not(tmp_path: Path) -> None:
    write(tmp_path, "b.md", "a/z.markdown", "a/b/c.MD", "a.mdown", "image.png", "notes.txt")
    assert found(tmp_path) == ["a.mdown", "b.md", "a/z.markdown", "a/b/c.MD"]


def test_hidden_and_installed_folders_are_skipped(tmp_path: Path) -> None:
    write(tmp_path, "a.md", ".git/b.md", ".cache/c.md", "node_modules/d/e.md")
    assert found(tmp_path) == ["a.md"]


def test_the_templates_of_new_pages_are_no_pages_beside_layouts_and_named_by_themselves_are(tmp_path: Path) -> None:
    write(tmp_path, "theme/archetypes/a.md", "theme/layouts/page.html", "history/archetypes/b.md")
    assert found(tmp_path) == ["history/archetypes/b.md"]
    assert found(tmp_path, tmp_path / "theme/archetypes/a.md") == ["theme/archetypes/a.md"]


def test_a_file_is_checked_once(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    assert found(tmp_path, tmp_path / "a.md", tmp_path, tmp_path / "a.md") == ["a.md"]


def test_what_git_ignores_is_skipped_as_git_does(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    write(
        tmp_path, "a.md", "public/b.md", "c.tmp.md", "sub/keep.tmp.md", "sub/d.tmp.md", "sub/deep/public/e.md", "x/f.md"
    )
    (tmp_path / ".gitignore").write_text("/public/\n*.tmp.md\n", encoding="utf-8")
    (tmp_path / "sub" / ".gitignore").write_text("!keep.tmp.md\n", encoding="utf-8")
    (tmp_path / ".git" / "info" / "exclude").write_text("x/\n", encoding="utf-8")
    listed = subprocess.run(
        ["git", "-C", tmp_path, "ls-files", "--others", "--exclude-standard", "*.md"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert sorted(found(tmp_path)) == sorted(listed.stdout.split())
    assert found(tmp_path, tmp_path / "sub") == ["sub/keep.tmp.md", "sub/deep/public/e.md"]
    assert found(tmp_path, tmp_path / "c.tmp.md") == ["c.tmp.md"]


def test_excludes_hold_for_files_named_by_hand_too(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "b.md")
    result = discover((tmp_path / "a.md",), lambda path: path.name == "a.md")
    assert not result.files
    (notice,) = result.notices
    assert not notice.is_error
    assert "1" in notice.message.render("nl")


def test_a_missing_path_is_an_error_and_the_others_are_checked(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    result = discover((tmp_path / "no.md", tmp_path / "a.md"), nothing_excluded)
    assert [file.name for file in result.files] == ["a.md"]
    assert [notice.is_error for notice in result.notices] == [True]


def test_a_file_that_is_no_markdown_is_named(tmp_path: Path) -> None:
    write(tmp_path, "photo.jpg")
    (notice,) = discover((tmp_path / "photo.jpg",), nothing_excluded).notices
    assert "photo.jpg" in notice.message.render("en")


def test_a_folder_without_markdown_says_so(tmp_path: Path) -> None:
    (notice,) = discover((tmp_path,), nothing_excluded).notices
    assert not notice.is_error
    assert str(tmp_path) in notice.message.render("en")


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "a/b.md")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert found(tmp_path) == ["a/b.md"]


@pytest.mark.parametrize("target", ["lost.md", "nowhere.md"])
def test_a_link_that_leads_to_no_file_is_named_and_skipped(tmp_path: Path, target: str) -> None:
    write(tmp_path, "a.md")
    (tmp_path / "lost.md").symlink_to(target)
    files, (notice,) = discover((tmp_path,), nothing_excluded)
    assert [file.name for file in files] == ["a.md"]
    assert not notice.is_error
    assert "lost.md" in notice.message.render("en")


@pytest.mark.parametrize(("repository", "checked"), [("site", []), (".", ["a.md"])])
def test_a_link_out_of_the_project_is_named_and_skipped(tmp_path: Path, repository: str, checked: list[str]) -> None:
    write(tmp_path, "secret.md", "site/b.md")
    (tmp_path / repository / ".git").mkdir()
    link = tmp_path / "site" / "a.md"
    link.symlink_to(tmp_path / "secret.md")
    files, notices = discover((tmp_path / "site",), nothing_excluded)
    assert [file.name for file in files] == [*checked, "b.md"]
    assert [notice.path for notice in notices if not notice.is_error] == ([] if checked else [link])
    assert discover((link,), nothing_excluded) == ((link,), ())


@pytest.mark.parametrize(("folder", "checked"), [(".", ["a.md"]), ("site", [])])
def test_without_git_the_working_folder_is_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, checked: list[str]
) -> None:
    write(tmp_path, "secret.md", "site/b.md")
    (tmp_path / "site" / "a.md").symlink_to(tmp_path / "secret.md")
    monkeypatch.chdir(tmp_path / folder)
    assert [file.name for file in discover((tmp_path / "site",), nothing_excluded).files] == [*checked, "b.md"]


def test_the_lock_of_an_editor_is_passed_over_in_silence(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    (tmp_path / ".#a.md").symlink_to("writer@desk.123")
    assert discover((tmp_path,), nothing_excluded).notices == ()


def test_a_folder_that_cannot_be_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: str) -> None:
        raise PermissionError(13, "Permission denied", folder)

    monkeypatch.setattr(os, "scandir", refuse)
    (notice,) = discover((tmp_path,), nothing_excluded).notices
    assert notice.is_error
    assert str(tmp_path) in notice.message.render("nl")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are POSIX")
@pytest.mark.parametrize("name", [".gitignore", ".git/info/exclude"])
@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["pipe", "device"])
def test_what_git_ignores_is_not_read_from_pipes_and_devices(
    tmp_path: Path, name: str, make: Callable[[Path], None]
) -> None:
    write(tmp_path, ".git/info/x", "a.md")
    make(tmp_path / name)
    assert found(tmp_path) == ["a.md"]
