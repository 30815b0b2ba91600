"""The hook as pre-commit runs it: from a git repository, in an environment that pre-commit makes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GOOD = "---\ntitle: Soep\n---\n\nDonderdag staat er soep op het vuur.\n"
BAD = "---\ntitle: Boeken\n---\n\nDe boeken zijn door het vocht geschaadt.\n"
PRE_COMMIT = [sys.executable, "-m", "pre_commit"]

pytestmark = pytest.mark.installs


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", "-C", str(folder), *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def hook_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository with this project as it is now, whether committed or not."""
    repository = tmp_path_factory.mktemp("contentlint")
    for name in git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if name and (ROOT / name).is_file():
            (repository / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, repository / name)
    git(repository, "init", "--quiet")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "As it is")
    return repository


@pytest.fixture(scope="module")
def pre_commit_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pre-commit-home")


@pytest.fixture
def site(tmp_path: Path, hook_repository: Path) -> Path:
    """A repository of an editorial team, with a hook in its settings and nothing staged."""
    git(tmp_path, "init", "--quiet")
    write(tmp_path, **{"contentlint.toml": 'exclude = ["content/archief/**"]\nmessage-language = "nl"\n'})
    use_hook(tmp_path, hook_repository, "contentlint")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "Begin")
    return tmp_path


def use_hook(site: Path, hook_repository: Path, name: str) -> None:
    """Name one of our hooks in the settings of pre-commit."""
    revision = git(hook_repository, "rev-parse", "HEAD").strip()
    text = f"repos:\n- repo: {hook_repository.as_uri()}\n  rev: {revision}\n  hooks: [{{id: {name}}}]\n"
    write(site, **{".pre-commit-config.yaml": text})
    git(site, "add", ".pre-commit-config.yaml")


def commit(site: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Stage everything, and run the hook on it."""
    git(site, "add", "--all")
    return run_hook(site, home)


def run_hook(site: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Run the hook on what is staged."""
    environment = {**os.environ, "PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never"}
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        environment.pop(name, None)
    return subprocess.run(
        [*PRE_COMMIT, "run"], cwd=site, env=environment, capture_output=True, text=True, check=False, timeout=300
    )


def test_a_bad_post_stops_the_commit_and_says_why(site: Path, pre_commit_home: Path) -> None:
    write(site, **{"content/boeken.nl.md": BAD, "content/soep.nl.md": GOOD})
    result = commit(site, pre_commit_home)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "content/boeken.nl.md" in result.stdout
    assert "spelling-mistake" in result.stdout
    assert "‘geschaad’" in result.stdout
    assert "2 bestanden bekeken: 1 fout." in result.stdout
    assert "soep.nl.md" not in result.stdout


def test_a_good_post_passes(site: Path, pre_commit_home: Path) -> None:
    write(site, **{"content/soep.nl.md": GOOD})
    result = commit(site, pre_commit_home)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "Passed" in result.stdout


def test_an_excluded_post_passes_though_pre_commit_names_it(site: Path, pre_commit_home: Path) -> None:
    write(site, **{"content/archief/boeken.nl.md": BAD})
    result = commit(site, pre_commit_home)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "Passed" in result.stdout


def test_a_mistake_in_the_settings_stops_the_commit_with_its_place(site: Path, pre_commit_home: Path) -> None:
    write(site, **{"contentlint.toml": 'fail-on = "eror"\n', "content/soep.nl.md": GOOD})
    result = commit(site, pre_commit_home)
    assert result.returncode == 1
    assert "exit code: 2" in result.stdout
    assert "contentlint.toml:1:11" in result.stdout


def test_only_what_is_staged_counts(site: Path, pre_commit_home: Path) -> None:
    write(site, **{"content/boeken.nl.md": GOOD.replace("Soep", "Boeken")})
    git(site, "add", "--all")
    write(site, **{"content/boeken.nl.md": BAD})
    result = run_hook(site, pre_commit_home)
    assert result.returncode == 0, result.stdout + result.stderr
    assert (site / "content" / "boeken.nl.md").read_text("utf-8") == BAD


def test_the_fixing_hook_mends_what_is_staged_and_lets_the_rest_be(
    site: Path, hook_repository: Path, pre_commit_home: Path
) -> None:
    use_hook(site, hook_repository, "contentlint-fix")
    untidy = GOOD.replace("staat er soep", "staat  er soep")
    write(site, **{"content/soep.nl.md": untidy, "content/archief/oud.nl.md": untidy})
    git(site, "add", "--all")
    write(site, **{"content/los.nl.md": untidy})
    result = run_hook(site, pre_commit_home)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "files were modified by this hook" in result.stdout
    assert "Hersteld: 1, in 1 bestand." in result.stdout
    assert (site / "content" / "soep.nl.md").read_text("utf-8") == GOOD
    for name in ("content/los.nl.md", "content/archief/oud.nl.md"):
        assert (site / name).read_text("utf-8") == untidy
    assert git(site, "show", ":content/soep.nl.md") == untidy
    git(site, "add", "content/soep.nl.md")
    assert run_hook(site, pre_commit_home).returncode == 0


def test_the_fixing_hook_keeps_what_was_not_staged(site: Path, hook_repository: Path, pre_commit_home: Path) -> None:
    use_hook(site, hook_repository, "contentlint-fix")
    untidy = GOOD.replace("staat er soep", "staat  er soep")
    write(site, **{"content/soep.nl.md": untidy})
    git(site, "add", "--all")
    write(site, **{"content/soep.nl.md": f"{untidy}\nLater  bedacht.\n"})
    assert run_hook(site, pre_commit_home).returncode == 1
    kept = (site / "content" / "soep.nl.md").read_text("utf-8")
    assert kept.endswith("\nLater  bedacht.\n")


def test_the_hook_for_the_whole_site_says_what_a_change_breaks_elsewhere(
    site: Path, hook_repository: Path, pre_commit_home: Path
) -> None:
    use_hook(site, hook_repository, "contentlint-site")
    write(
        site,
        **{
            "hugo.toml": 'defaultContentLanguage = "nl"\n',
            "content/soep.md": GOOD,
            "content/menu.md": '---\ntitle: Menu\n---\n\nZie ook  [de soep van donderdag]({{< ref "/soep" >}}).\n',
        },
    )
    result = commit(site, pre_commit_home)
    assert result.returncode == 0, result.stdout + result.stderr
    git(site, "commit", "--quiet", "--message", "Menu", "--no-verify")

    # A page that nobody staged is no part of the commit.
    write(site, **{"content/los.md": '[Weg]({{< ref "/nergens" >}})\n'})
    git(site, "rm", "--quiet", "content/soep.md")
    result = run_hook(site, pre_commit_home)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "content/menu.md" in result.stdout
    assert "ref-target-missing" in result.stdout
    assert "space-double" not in result.stdout
    assert "los.md" not in result.stdout
