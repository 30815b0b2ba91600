"""What LanguageTool says is told under LT001; whatever is wrong with it, a run ends well and says so once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.language.languagetool.conftest import StandInMaker, is_running

from contentlint.cli.app import run
from contentlint.engine.languagetool_troubles import TROUBLES, explain
from contentlint.language.languagetool.trouble import LanguageToolError, Trouble
from contentlint.rules.base import Message

POST = "---\ntitle: Kop\n---\n\nEen **foute** zin over de fiets.\n\nHij is geinteresseerd in een fout zin.\n"
ENABLED = "[languagetool]\nenabled = true\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Hugo site with one Dutch post; it is the working folder, and the locale is English."""
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    (root / ".git").mkdir()
    (root / "hugo.toml").write_text('defaultContentLanguage = "nl"\n', "utf-8")
    (root / "content" / "een.md").write_text(POST, "utf-8")
    monkeypatch.chdir(root)
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    return root


Found = list[dict[str, Any]]
Check = Callable[..., tuple[int, Found, str]]


@pytest.fixture
def check(site: Path, capsys: pytest.CaptureFixture[str]) -> Check:
    """Check the site; return the exit code, the violations of LT001, and what was said on standard error."""

    def call(*arguments: str, settings: str = "", select: str = "LT001") -> tuple[int, Found, str]:
        (site / "contentlint.toml").write_text(settings, "utf-8")
        capsys.readouterr()
        code = run(["check", "--output-format", "json", *(["--select", select] if select else []), *arguments])
        out, err = capsys.readouterr()
        return code, [one for one in json.loads(out)["violations"] if one["code"] == "LT001"], err

    return call


def test_a_finding_has_its_place_its_engines_rule_and_its_suggestions(stand_in: StandInMaker, check: Check) -> None:
    java = stand_in()
    code, found, err = check()
    assert (code, err) == (0, "")
    first, second = found
    assert (first["line"], first["column"], first["engine_rule"]) == (5, 7, "GRAMMAR_RULE")
    assert first["severity"] == "warning"
    assert "suggestions" not in first or first["suggestions"] == []  # bold stands in between
    assert (second["line"], second["suggestions"]) == (7, ["goede zin"])
    assert second["message"] == "LanguageTool says: Dit is misschien niet goed."
    assert not any(is_running(pid) for pid in java.pids)


def test_every_output_names_the_engines_rule(
    stand_in: StandInMaker, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in()
    assert site.is_dir()
    run(["check", "--select", "LT001", "--output-format", "concise", "--lang", "nl"])
    line = (
        "content/een.md:7:30: warning LT001 languagetool LanguageTool zegt: Dit is misschien niet goed. [GRAMMAR_RULE]"
    )
    assert line in capsys.readouterr().out.splitlines()
    run(["check", "--select", "LT001", "--output-format", "full"])
    assert "languagetool  LT001  GRAMMAR_RULE" in capsys.readouterr().out


def test_what_our_own_rules_report_is_not_told_again(stand_in: StandInMaker, check: Check) -> None:
    stand_in()
    assert "OTHER" not in {one["engine_rule"] for one in check()[1]}


@pytest.mark.parametrize(("text", "expected"), [("Een fiets.", []), ("Een qzorp.", [])])
def test_words_that_our_dictionary_knows_or_our_rules_report_are_left_out(
    stand_in: StandInMaker, check: Check, site: Path, text: str, expected: list[str]
) -> None:
    stand_in()
    (site / "content" / "een.md").write_text(text, "utf-8")
    settings = "[languagetool]\nspelling = true\n"
    assert [one["engine_rule"] for one in check(settings=settings)[1]] == expected


def test_words_on_a_list_are_left_out(stand_in: StandInMaker, check: Check, site: Path) -> None:
    stand_in()
    (site / "words.txt").write_text("qzorp\n", "utf-8")
    (site / "content" / "een.md").write_text("Een qzorp.\n", "utf-8")
    assert check(settings='words = ["words.txt"]\n[languagetool]\nspelling = true\n')[1] == []


def test_a_comment_silences_it_and_is_not_called_needless_where_it_does_not_run(
    stand_in: StandInMaker, check: Check, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in()
    text = "<!-- contentlint-disable-next-line LT001 -- known -->\nEen fout zin.\n"
    (site / "content" / "een.md").write_text(text, "utf-8")
    assert check()[1] == []
    (site / "contentlint.toml").unlink()
    assert run(["check", "--select", "ALL", "--output-format", "concise"]) == 0
    assert "CL00" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "settings", "runs"),
    [
        ([], "", False),
        (["--select", "ALL"], "", False),
        (["--engine", "languagetool"], "", True),
        (["--select", "SP", "--engine", "languagetool"], "", True),
        (["--extend-select", "LT"], "", True),
        ([], ENABLED, True),
        (["--ignore", "LT001"], ENABLED, False),
        (["--select", "SP"], ENABLED, False),
        ([], 'extend-select = ["languagetool"]', True),
        ([], '[severity]\nLT001 = "error"', True),
        ([], 'extend-select = ["LT001"]\n[languagetool]\nenabled = false', False),
        (["--engine", "languagetool"], "[languagetool]\nenabled = false", True),
        ([], '[[overrides]]\npaths = ["content/**"]\nextend-select = ["LT001"]', True),
        ([], '[[overrides]]\npaths = ["other/**"]\nextend-select = ["LT001"]', False),
    ],
)
def test_it_runs_for_those_who_ask_for_it(
    stand_in: StandInMaker, check: Check, arguments: list[str], settings: str, *, runs: bool
) -> None:
    java = stand_in()
    _, found, err = check(*arguments, settings=settings, select="")
    assert (bool(found), bool(java.lines), err) == (runs, runs, "")


def test_what_is_wrong_is_said_once_and_the_rest_is_checked(
    stand_in: StandInMaker, check: Check, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    java = stand_in("dies")
    (site / "content" / "twee.md").write_text("Nog een fout zin.\n", "utf-8")
    code, found, err = check("--extend-select", "SP")
    assert (code, found) == (1, [])
    assert err.count("\n") == 1
    assert "does not answer. The text was checked without it." in err
    assert len(java.pids) == 1
    assert run(["check", "--select", "LT001", "--lang", "nl"]) == 0
    assert "geeft geen antwoord. De tekst is zonder LanguageTool bekeken." in capsys.readouterr().err


def test_a_server_that_dies_halfway_is_told_with_the_file(stand_in: StandInMaker, check: Check, site: Path) -> None:
    stand_in()
    (site / "content" / "twee.md").write_text("Een fout zin met STERF erin.\n", "utf-8")
    _, found, err = check()
    assert {one["path"] for one in found} == {"content/een.md"}
    assert "From content/twee.md on, the text was checked without it." in err


@pytest.mark.parametrize(("required", "expected"), [("true", 2), ("false", 0)])
def test_it_can_be_required(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, check: Check, required: str, expected: int
) -> None:
    monkeypatch.setenv("LTP_JAR_DIR_PATH", str(tmp_path / "nothing"))
    code, _, err = check(settings=f"{ENABLED}required = {required}\n")
    assert code == expected
    assert "contentlint languagetool install" in err


def test_fixes_and_standard_input_are_read_too(
    stand_in: StandInMaker, check: Check, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    java = stand_in()
    assert len(check("--fix")[1]) == 2
    assert (site / "content" / "een.md").read_text("utf-8") == POST
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(POST.encode())))
    assert len(check("-", "--stdin-filename", "content/een.md")[1]) == 2
    assert not any(is_running(pid) for pid in java.pids)


@pytest.mark.parametrize("address", ["localhost:8081", "ftp://x", "http://", "http://a b"])
def test_an_address_that_is_none_is_refused(site: Path, capsys: pytest.CaptureFixture[str], address: str) -> None:
    (site / "contentlint.toml").write_text(f'[languagetool]\nremote-server = "{address}"\n', "utf-8")
    assert run(["check"]) == 2
    assert "is not the address of a server, such as http://localhost:8081." in capsys.readouterr().err


def test_every_trouble_is_told_in_both_languages() -> None:
    assert {*TROUBLES} == {*Trouble}
    for trouble in Trouble:
        told = explain(LanguageToolError(trouble, "x"))
        assert isinstance(told.message, Message)
        assert told.render("nl") != told.render("en")


def test_the_status_says_what_is_there_and_what_is_not(
    stand_in: StandInMaker, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    java = stand_in(version="21.0.2")
    assert run(["languagetool", "status", "--lang", "nl"]) == 0
    out = capsys.readouterr().out
    assert f"Java 21: {java.home}/bin/java" in out
    assert f"LanguageTool 6.6: {tmp_path}/jars" in out
    assert "Klaar." in out
    monkeypatch.setenv("LTP_JAR_DIR_PATH", str(tmp_path / "nothing"))
    monkeypatch.delenv("JAVA_HOME")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run(["languagetool", "status", "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "needs Java, and there is none" in out
    assert f"LanguageTool is not in {tmp_path}/nothing." in out
    assert "Ready" not in out


def test_what_could_not_be_installed_is_explained(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run(["languagetool", "install", "--folder", str(tmp_path / "x"), "--lang", "en"]) == 2
    assert "Maven fetches LanguageTool, and it is not on this computer." in capsys.readouterr().err
    assert not (tmp_path / "x").exists()
