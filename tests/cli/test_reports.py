"""Results in several forms at once, and the files they go to."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Outcome
from tests.cli.test_screen import Terminal

from contentlint.cli import check
from contentlint.cli.screen import wants_links
from contentlint.engine import run
from contentlint.outputs import FOR_PROGRAMS, FORMATS

Call = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def no_host(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "GITHUB_STEP_SUMMARY", "FORCE_HYPERLINK", "CI"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_gets_what_standard_output_would_get(call: Call, site: Path, form: str) -> None:
    shown = call("check", "--output-format", form, f"--output={form}:report")
    assert shown.code == 0
    wide = form in ("full", "grouped")  # in a file there is more room than on this screen
    assert (site / "report").read_text("utf-8").split() == shown.out.split() if wide else shown.out


def test_all_forms_are_written_in_one_run(call: Call, site: Path) -> None:
    shown = call("check", *(f"--output={form}:{form}.out" for form in FORMATS))
    alone = call("check")
    assert shown == alone
    assert all((site / f"{form}.out").stat().st_size for form in FORMATS)
    assert json.loads((site / "sarif.out").read_text("utf-8"))["version"] == "2.1.0"


@pytest.mark.parametrize("form", FOR_PROGRAMS)
def test_a_program_gets_its_form_and_nothing_else(call: Call, site: Path, form: str) -> None:
    (site / "pyproject.toml").write_text("[tool.contentlint]\n", "utf-8")
    (site / "contentlint.toml").write_text('select = ["HD", "TY"]\n', "utf-8")  # a notice that one is not used
    shown = call("check", "--output-format", form)
    assert "pyproject.toml" in shown.err
    assert "pyproject.toml" not in shown.out


def test_a_file_keeps_what_it_had_when_the_run_fails(call: Call, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = run.check_paths

    def failing(*given: Any, **more: Any) -> Iterator[Any]:
        yield next(real(*given, **more))
        raise PermissionError

    (site / "old.json").write_text("old", "utf-8")
    monkeypatch.setattr(check, "check_paths", failing)
    shown = call("check", "--output=json:old.json", "--output=html:new.html")
    assert shown.code == 2
    assert "PermissionError" in shown.err
    assert (site / "old.json").read_text("utf-8") == "old"
    assert sorted(path.name for path in site.iterdir() if "json" in path.name or "html" in path.name) == ["old.json"]


def test_a_new_file_can_be_read_by_others_and_an_old_one_keeps_its_mode(call: Call, site: Path) -> None:
    (site / "old.json").write_text("", "utf-8")
    (site / "old.json").chmod(0o640)
    mask = os.umask(0o022)
    try:
        call("check", "--output=json:old.json", "--output=sarif:new.sarif")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((site / "old.json").stat().st_mode) == 0o640
    assert stat.S_IMODE((site / "new.sarif").stat().st_mode) == 0o644


def test_a_pipe_gets_results_too(site: Path) -> None:
    os.mkfifo(site / "pipe")
    program = [sys.executable, "-m", "contentlint", "check", "--output=json-lines:pipe"]
    with subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        text = (site / "pipe").read_text("utf-8")
        assert process.wait(60) == 0
    assert json.loads(text.splitlines()[0])["path"] == "content/posts/slecht.md"
    assert stat.S_ISFIFO((site / "pipe").stat().st_mode)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("sarif", "--output takes the name of a format, a colon and a file, such as sarif:report.sarif."),
        ("sarif:", "--output takes the name of a format, a colon and a file"),
        ("sariff:x", "‘sariff’ is not a format; there are: full, grouped"),
        ("sariff:x", "Did you mean ‘sarif’?"),
        ("json:nowhere/x.json", "nowhere/x.json cannot be written: there is no folder nowhere. Make it first."),
        ("json:content", "content is a folder; name a file in it."),
    ],
)
def test_a_report_without_a_place_is_refused_before_anything_is_checked(
    call: Call, site: Path, given: str, told: str
) -> None:
    shown = call("check", "--output", "html:first.html", "--output", given)
    assert (shown.code, shown.out) == (2, "")
    assert told in shown.err
    assert not (site / "first.html").exists()


def test_two_reports_cannot_share_a_file(call: Call) -> None:
    shown = call("check", "--output=json:a", "--output=html:content/../a")
    assert shown.code == 2
    assert "--output names content/../a twice" in shown.err or "--output names a twice" in shown.err


def test_a_full_disk_is_told(call: Call) -> None:
    shown = call("check", "--output=json:/dev/full")
    assert shown.code == 2
    assert "/dev/full could not be written (the disk is full)." in shown.err


def test_counts_instead_of_results(call: Call, site: Path) -> None:
    shown = call("check", "--statistics", "--output=json:all.json")
    assert shown.out.startswith("By topic\n")
    assert "heading-level-skip  HD002" in shown.out
    assert json.loads((site / "all.json").read_text("utf-8"))["violations"]
    data = json.loads(call("check", "--statistics", "--output-format=json").out)
    assert {topic["family"] for topic in data["topics"]} >= {"HD", "TY"}
    refused = call("check", "--statistics", "--output-format=sarif")
    assert (refused.code, refused.out) == (2, "")
    assert "not as sarif" in refused.err


@pytest.mark.parametrize("changes", ["--diff", "--fix-only"])
@pytest.mark.parametrize("results", ["--statistics", "--output=json:x"])
def test_changes_are_no_results(call: Call, changes: str, results: str) -> None:
    shown = call("check", changes, results)
    assert (shown.code, shown.out) == (2, "")
    assert "--output and --statistics report one check" in shown.err


def test_a_job_of_github_gets_a_summary(call: Call, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = site / "summary.md"
    summary.write_text("# Before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    call("check")
    assert summary.read_text("utf-8") == "# Before\n"
    shown = call("check", "--output-format=github")
    assert shown.out.startswith("::")
    assert summary.read_text("utf-8").startswith("# Before\n### contentlint\n\n2 files checked: ")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(site / "nowhere" / "x"))
    failed = call("check", "--output-format=github")
    assert failed.code == 2
    assert "could not be written" in failed.err


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
@pytest.mark.parametrize(
    ("workspace", "repository", "expected"),
    [
        (None, ".", "content/posts/slecht.md"),
        (".", ".", "content/posts/slecht.md"),
        (".", None, "content/posts/slecht.md"),
        (".", "content", "posts/slecht.md"),  # the repository was put in a folder of the workspace
        (None, None, "posts/slecht.md"),
    ],
)
def test_hosts_of_code_get_paths_from_the_top_of_the_repository(
    call: Call,
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    variable: str,
    workspace: str | None,
    repository: str | None,
    expected: str,
) -> None:
    (site / ".git").rmdir()
    if repository is not None:
        (site / repository / ".git").mkdir()
    if workspace is not None:
        monkeypatch.setenv(variable, str(site / workspace))
    monkeypatch.chdir(site / "content")
    issues = json.loads(call("check", "--output-format=gitlab", "posts").out)
    assert {issue["location"]["path"] for issue in issues} == {expected}
    assert f"file={expected}," in call("check", "--output-format=github", "posts").out


@pytest.mark.parametrize(
    ("terminal", "environment", "expected"),
    [
        (True, {}, False),
        (True, {"TERM": "xterm-256color"}, False),
        (True, {"TERM": "xterm-kitty"}, True),
        (True, {"TERM_PROGRAM": "iTerm.app"}, True),
        (True, {"TERM_PROGRAM": "Apple_Terminal"}, False),
        (True, {"VTE_VERSION": "6003"}, True),
        (True, {"VTE_VERSION": "4205"}, False),
        (True, {"VTE_VERSION": "x"}, False),
        (True, {"WT_SESSION": "1"}, True),
        (True, {"WT_SESSION": "1", "TERM": "dumb"}, False),
        (True, {"WT_SESSION": "1", "CI": "true"}, False),
        (False, {"WT_SESSION": "1"}, False),
        (False, {"FORCE_HYPERLINK": "1"}, True),
        (True, {"WT_SESSION": "1", "FORCE_HYPERLINK": "0"}, False),
    ],
)
def test_links_are_for_terminals_that_have_them(*, terminal: bool, environment: dict[str, str], expected: bool) -> None:
    assert wants_links(Terminal() if terminal else io.StringIO(), environment) is expected


def test_without_colour_there_are_no_links_either(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_HYPERLINK", "1")
    assert "\x1b]8;;file://" in call("check", "--color=auto").out
    assert "\x1b" not in call("check", "--color=never").out
    assert "\x1b" not in call("check", "--output-format=json").out
