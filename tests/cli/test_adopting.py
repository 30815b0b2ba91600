"""``contentlint check`` on an old site: ``--baseline``, ``--write-baseline`` and ``--diff-base``."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]

RULES = ("--select", "HD002,TY001", "--fail-on", "warning")


def commit(site: Path) -> None:
    """Make the site a repository of git, with all that is in it."""
    (site / ".git").rmdir()
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Begin"]):
        subprocess.run(["git", *identity, *command], check=True, cwd=site)


def test_what_is_noted_is_not_shown_and_what_is_mended_leaves(site: Path, call: Call) -> None:
    outcome = call("check", *RULES, "--write-baseline", "oud.jsonl")
    assert outcome.code == 0
    assert outcome.out == "2 files checked: nothing new.\n"
    assert outcome.err == ("Noted in oud.jsonl: 2. From now on, --baseline oud.jsonl shows only what is new.\n")
    assert call("check", *RULES, "--baseline", "oud.jsonl") == (
        0, "2 files checked: nothing new.\n", "Not shown, since noted in oud.jsonl: 2.\n",
    )  # fmt: skip
    post = site / "content" / "posts" / "slecht.md"
    post.write_text(post.read_text("utf-8").replace("Tekst  met", "Tekst met") + "\nNieuw  wit.\n", "utf-8")
    outcome = call("check", *RULES, "--baseline", "oud.jsonl", "--output-format", "concise", "--lang", "nl")
    assert outcome.code == 1
    assert outcome.out.startswith("content/posts/slecht.md:11:6: ")
    assert len(outcome.out.splitlines()) == 1
    assert outcome.err == (
        "Niet getoond, want opgenomen in oud.jsonl: 1.\n"
        "Hersteld, en uit oud.jsonl gehaald: 1 (space-double 1). Nog opgenomen: 1.\n"
    )
    assert len((site / "oud.jsonl").read_text("utf-8").splitlines()) == 2


def test_fix_takes_what_it_mends_out_of_the_baseline(site: Path, call: Call) -> None:
    call("check", *RULES, "--write-baseline", "oud.jsonl")
    outcome = call("check", *RULES, "--baseline", "oud.jsonl", "--fix")
    assert outcome.code == 0
    assert "taken out of oud.jsonl: 1 (space-double 1). Still noted: 1." in outcome.err
    assert '"heading-level-skip"' in (site / "oud.jsonl").read_text("utf-8")


def test_the_settings_may_name_the_baseline(site: Path, call: Call) -> None:
    (site / "contentlint.toml").write_text('baseline = "oud.jsonl"\n', "utf-8")
    missing = call("check", *RULES)
    assert missing.code == 2
    assert "oud.jsonl: There is no such baseline. Make it with: contentlint check --write-baseline" in missing.err
    assert call("check", *RULES, "--write-baseline", "oud.jsonl").code == 0
    assert call("check", *RULES).code == 0
    assert call("check", *RULES, "--no-baseline").code == 1


def test_a_text_from_an_editor_takes_nothing_out(site: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    call("check", *RULES, "--write-baseline", "oud.jsonl")
    before = (site / "oud.jsonl").read_bytes()
    stream = io.TextIOWrapper(io.BytesIO(b"---\ntitle: A\n---\n\nGoed.\n"))
    monkeypatch.setattr("sys.stdin", stream)
    name = "content/posts/slecht.md"
    outcome = call("check", *RULES, "-", "--stdin-filename", name, "--baseline", "oud.jsonl")
    assert (outcome.code, outcome.err) == (0, "")
    assert (site / "oud.jsonl").read_bytes() == before


def test_a_broken_baseline_is_an_error_with_its_place(site: Path, call: Call) -> None:
    (site / "oud.jsonl").write_text('{"contentlint-baseline": 1}\n>>>>>>> main\n', "utf-8")
    outcome = call("check", "--baseline", "oud.jsonl")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("oud.jsonl:2:1: This line is no finding that contentlint noted.")


def test_a_post_is_not_overwritten_with_a_baseline(site: Path, call: Call) -> None:
    post = site / "content" / "goed.md"
    before = post.read_bytes()
    outcome = call("check", "--write-baseline", "content/goed.md")
    assert outcome.code == 2
    assert outcome.err.startswith("content/goed.md:1:1: This is no baseline of contentlint")
    assert post.read_bytes() == before


@pytest.mark.usefixtures("site")
def test_a_baseline_that_cannot_be_written_makes_the_run_fail(call: Call) -> None:
    outcome = call("check", *RULES, "--write-baseline", "nergens/oud.jsonl")
    assert outcome.code == 2
    assert "nergens/oud.jsonl could not be written" in outcome.err


def test_a_renamed_page_keeps_what_is_noted_of_it(site: Path, call: Call) -> None:
    call("check", *RULES, "--write-baseline", "oud.jsonl")
    (site / "content" / "posts" / "slecht.md").rename(site / "content" / "posts" / "beter.md")
    outcome = call("check", *RULES, "--baseline", "oud.jsonl", "--lang", "nl")
    assert outcome.code == 0
    assert "In oud.jsonl opgenomen onder de nieuwe naam van hun bestand: 2." in outcome.err
    assert "gehaald" not in outcome.err
    assert '"content/posts/beter.md"' in (site / "oud.jsonl").read_text("utf-8")
    assert "nieuwe naam" not in call("check", *RULES, "--baseline", "oud.jsonl", "--lang", "nl").err


def test_diff_base_shows_what_touches_changed_lines(site: Path, call: Call) -> None:
    commit(site)
    assert call("check", *RULES, "--diff-base", "HEAD").code == 0
    post = site / "content" / "posts" / "slecht.md"
    post.write_text(post.read_text("utf-8") + "\nNieuw  wit.\n", "utf-8")
    outcome = call("check", *RULES, "--diff-base", "HEAD", "--output-format", "concise")
    assert outcome.code == 1
    assert outcome.out.startswith("content/posts/slecht.md:11:6: ")
    unknown = call("check", "--diff-base", "nergens")
    assert (unknown.code, unknown.out) == (2, "")
    assert unknown.err.startswith("contentlint: git knows no revision ‘nergens’ here.")


def test_fix_mends_only_what_diff_base_shows(site: Path, call: Call) -> None:
    post = site / "content" / "posts" / "slecht.md"
    new = site / "content" / "nieuw.md"
    text = post.read_text("utf-8") + "\nOud  wit.\n\nEen regel.\n\nNog  ouder.\n"
    post.write_text(text, "utf-8")
    commit(site)
    new.write_text("---\ntitle: Nieuw\n---\n\nHeel  nieuw.\n", "utf-8")
    changed = text.replace("Een regel.", "Een  andere\u200b regel.\n\nKop  zonder twee\n\nSlot.")
    post.write_text(changed, "utf-8")
    rules = ("--select", "TY001,TY010,HD002", "--diff-base", "HEAD")
    shown = call("check", *rules, "--diff")
    assert (shown.code, "+Een andere regel." in shown.out) == (1, True)
    assert "-Oud" not in shown.out
    assert post.read_text("utf-8") == changed
    call("check", "--no-cache", "--select", "TY001,TY010,HD002", "--write-baseline", "oud.jsonl")
    noted = len((site / "oud.jsonl").read_text("utf-8").splitlines())
    outcome = call("check", *rules, "--fix", "--baseline", "oud.jsonl", "--output-format", "concise")
    mended = changed.replace("Een  andere\u200b regel.", "Een andere regel.").replace("Kop  zonder", "Kop zonder")
    assert post.read_text("utf-8") == mended
    assert new.read_text("utf-8") == "---\ntitle: Nieuw\n---\n\nHeel nieuw.\n"
    assert outcome.err.count("Mended") == 2
    assert noted - len((site / "oud.jsonl").read_text("utf-8").splitlines()) == 4
    assert (outcome.code, outcome.out) == (0, "")


def test_lines_are_followed_while_mending_moves_them(site: Path, call: Call) -> None:
    post = site / "content" / "posts" / "lijst.md"
    post.write_text("---\ntitle: A\n---\n\nTekst  een.\n\n#### Diep\n", "utf-8")
    commit(site)
    post.write_text("---\ntitle: A\n---\n\nTekst:\n- a\n- b  c\n\nTekst  een.\n\n#### Diep\n", "utf-8")
    rules = ("--select", "MK006,TY001,HD002", "--diff-base", "HEAD", "--unsafe-fixes", "--output-format", "concise")
    outcome = call("check", *rules, "--fix", str(post.relative_to(site)))
    assert "b c" in post.read_text("utf-8")
    assert "Tekst  een." in post.read_text("utf-8")
    assert outcome.out == ""


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--baseline", "a", "--write-baseline", "b"], "--write-baseline makes a new baseline"),
        (["--diff-base", "HEAD", "--write-baseline", "b"], "--write-baseline makes a new baseline"),
        (["--baseline", "a", "--no-baseline"], "contradict each other"),
        (["-", "--diff-base", "HEAD"], "--diff-base looks at files"),
        (["-", "--write-baseline", "b"], "--write-baseline looks at files"),
        (["--fix", "--write-baseline", "b"], "--write-baseline notes what is found"),
        (["--diff", "--write-baseline", "b"], "--write-baseline notes what is found"),
        (["--watch", "--write-baseline", "b"], "--write-baseline makes a new baseline"),
    ],
)
@pytest.mark.usefixtures("site")
def test_options_that_make_no_sense_together_are_refused(call: Call, arguments: list[str], part: str) -> None:
    outcome = call("check", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert part in outcome.err


def test_site_wide_runs_only_what_looks_at_other_files(site: Path, call: Call) -> None:
    post = site / "content" / "posts" / "slecht.md"
    post.write_text("---\ntitle: Goed\n---\n\nTe  veel, en [een pad](/nergens/).\n", "utf-8")
    outcome = call("check", "--site-wide", "--output-format", "concise")
    assert {line.split()[3] for line in outcome.out.splitlines()} == {"link-target-missing", "title-duplicate"}
    (site / "contentlint.toml").write_text('ignore = ["link-target-missing"]\n', "utf-8")
    outcome = call("check", "--site-wide", "--output-format", "concise")
    assert {line.split()[3] for line in outcome.out.splitlines()} == {"title-duplicate"}


def test_tracked_leaves_out_what_git_does_not_know(site: Path, call: Call) -> None:
    assert call("check", "--tracked").code == 2
    subprocess.run(["git", "init", "-q"], check=True, cwd=site)
    subprocess.run(["git", "add", "content/goed.md"], check=True, cwd=site)
    assert call("check", *RULES, "--tracked") == (0, "1 file checked: nothing found.\n", "")
