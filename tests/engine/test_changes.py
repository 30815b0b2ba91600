"""Only what touches changed lines is shown; the repository is a real one."""

import os
import subprocess
from pathlib import Path

import pytest

from contentlint.config import CommandLine, Layer, load_settings
from contentlint.engine.changes import Changes, GitError, tracked
from contentlint.engine.discovery import discover
from contentlint.engine.run import check_paths
from contentlint.rules.registry import builtin

POST = "---\ntitle: Een\n---\n\nOud  wit.\n\nTekst.\n\nNog  meer wit.\n"


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    command = ["git", "-C", str(folder), *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def commit(folder: Path, message: str = "Change") -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    (tmp_path / "hugo.toml").write_text('defaultContentLanguage = "nl"\n', "utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "een.md").write_text(POST, "utf-8")
    (tmp_path / "content" / "twee.md").write_text(POST.replace("Een", "Twee"), "utf-8")
    commit(tmp_path)
    return tmp_path


def touched(site: Path, revision: str = "HEAD") -> list[tuple[str, str, int]]:
    layer = Layer(select=("space-double", "title-duplicate", "front-matter-missing"))
    settings = load_settings(site, builtin(), isolated=True, command_line=CommandLine(layer))
    changes = Changes(revision, site)
    results = changes.touched(check_paths(discover([site], settings.is_excluded).files, settings))
    return [
        (Path(result.path).relative_to(site).as_posix(), one.rule.name, result.source.line_of(one.span.start))
        for result in results
        for one in result.violations
    ]


def test_nothing_changed_shows_nothing(site: Path) -> None:
    assert touched(site) == []


def test_a_changed_line_shows_its_findings_and_no_others(site: Path) -> None:
    post = site / "content" / "een.md"
    post.write_text(
        "---\ntitle: Een\n---\n\nNieuwe regel.\n\n" + POST.partition("\n\n")[2].replace("Nog", "Veel"), "utf-8"
    )
    assert touched(site) == [("content/een.md", "space-double", 11)]
    commit(site)
    assert touched(site) == []
    assert touched(site, "HEAD~1") == [("content/een.md", "space-double", 11)]


def test_what_is_staged_counts_like_what_is_not(site: Path) -> None:
    (site / "content" / "een.md").write_text(POST.replace("Tekst.", "Meer  tekst."), "utf-8")
    git(site, "add", "--all")
    assert touched(site) == [("content/een.md", "space-double", 7)]


def test_untracked_and_ignored_files_are_new_as_a_whole(site: Path) -> None:
    (site / "content" / "Nieuw bericht “één”.md").write_text(POST.replace("Een", "Drie"), "utf-8")
    name = "content/Nieuw bericht “één”.md"
    assert touched(site) == [(name, "space-double", 5), (name, "space-double", 9)]
    git(site, "add", "--all")
    assert touched(site) == [(name, "space-double", 5), (name, "space-double", 9)]


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no such names")
@pytest.mark.parametrize("name", ['a"b.md', "a\tb.md", "a\\b.md", "a\nb.md", " a .md", "é\u0301.md", "-a.md"])
def test_names_that_git_writes_in_quotes_are_understood(site: Path, name: str) -> None:
    post = site / "content" / name
    post.write_text(POST, "utf-8")
    commit(site)
    post.write_text(POST.replace("Tekst.", "Meer  tekst."), "utf-8")
    assert (f"content/{name}", "space-double", 7) in touched(site)
    assert len([one for one in touched(site) if one[1] == "space-double"]) == 1


def test_a_renamed_file_shows_only_what_changed_in_it(site: Path) -> None:
    (site / "content" / "map").mkdir()
    git(site, "mv", "content/een.md", "content/map/anders.md")
    assert touched(site) == []
    post = site / "content" / "map" / "anders.md"
    post.write_text(post.read_text("utf-8").replace("Oud", "Iets"), "utf-8")
    assert touched(site) == [("content/map/anders.md", "space-double", 5)]


def test_where_lines_were_taken_away_the_lines_around_the_gap_count(site: Path) -> None:
    post = site / "content" / "een.md"
    post.write_text(POST.replace("Oud  wit.\n\nTekst.\n\n", ""), "utf-8")
    assert touched(site) == [("content/een.md", "space-double", 5)]


def test_what_others_did_on_their_branch_is_no_change_of_ours(site: Path) -> None:
    git(site, "checkout", "--quiet", "-b", "ours")
    (site / "content" / "twee.md").write_text(POST.replace("Een", "Twee").replace("Nog", "Veel"), "utf-8")
    commit(site)
    git(site, "checkout", "--quiet", "main")
    (site / "content" / "een.md").write_text(POST.replace("Oud  wit", "Oud wit"), "utf-8")
    commit(site)
    git(site, "checkout", "--quiet", "ours")
    assert touched(site, "main") == [("content/twee.md", "space-double", 9)]


def test_rules_about_the_whole_site_count_where_the_changed_line_is(site: Path) -> None:
    (site / "content" / "twee.md").write_text(POST, "utf-8")
    assert touched(site) == [("content/twee.md", "title-duplicate", 2)]


def test_the_settings_of_the_user_do_not_change_what_is_understood(site: Path) -> None:
    for key, value in {
        "diff.noprefix": "true", "diff.mnemonicPrefix": "true", "color.ui": "always", "diff.context": "9",
        "diff.external": "false", "core.quotePath": "true", "diff.renames": "false", "diff.interHunkContext": "20",
    }.items():  # fmt: skip
        git(site, "config", key, value)
    (site / "content" / "een.md").write_text(POST.replace("Nog", "Veel"), "utf-8")
    assert touched(site) == [("content/een.md", "space-double", 9)]


@pytest.mark.parametrize("revision", ["nergens", "HEAD~20", "-h", "--all", "HEAD:content/een.md", ""])
def test_an_unknown_revision_is_told(site: Path, revision: str) -> None:
    with pytest.raises(GitError) as error:
        Changes(revision, site)
    assert f"‘{revision}’" in error.value.message.render("nl")


def test_a_folder_without_a_repository_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GitError, match="in no git repository"):
        Changes("HEAD", tmp_path)


def test_a_computer_without_git_is_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(site))
    with pytest.raises(GitError, match="needs git"):
        Changes("HEAD", site)


def test_only_what_is_committed_or_staged_is_tracked(site: Path) -> None:
    for name in ("staged.md", "loose.md"):
        (site / "content" / name).write_text(POST, "utf-8")
    git(site, "add", "content/staged.md")
    files = sorted((site / "content").glob("*.md"))
    assert [path.name for path in tracked([*files, site.parent / "elsewhere.md"], site)] == [
        "een.md", "staged.md", "twee.md",
    ]  # fmt: skip
