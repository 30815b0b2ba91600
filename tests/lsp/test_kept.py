"""What is found in saved texts is kept, and used again: by the server and by the command line."""

import io
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from tests.lsp.conftest import POST

from contentlint.cli.app import run
from contentlint.engine.cache_folder import VARIABLE
from contentlint.engine.runner import Checker
from contentlint.lsp.project import Outcome, Project
from contentlint.text import SourceText


@pytest.fixture
def page(site: Path) -> Path:
    return site / "content/boeken.md"


def by_server(page: Path, text: str, *, keeps: bool = True, is_saved: bool = True) -> Outcome:
    project = Project(page, lambda _: None, run_code=False, keeps=keeps)
    found = project.check(SourceText(text), page, is_saved=is_saved)
    project.settle()
    project.close()
    return found


def by_command_line(page: Path) -> str:
    written = io.StringIO()
    with redirect_stdout(written):
        run(["check", "--output-format", "concise", "--exit-zero", str(page)])
    return written.getvalue()


def refuse(*_: object, **__: object) -> None:
    pytest.fail("a text was checked that had been checked before")


def test_what_the_command_line_found_is_not_looked_for_again(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "SP001" in by_command_line(page)
    monkeypatch.setattr(Checker, "examine", refuse)
    assert [one.rule.code for one in by_server(page, POST).violations] == ["SP001"]


def test_what_the_server_found_in_a_saved_text_is_kept(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    by_server(page, POST)
    monkeypatch.setattr(Checker, "examine", refuse)
    assert "SP001" in by_command_line(page)
    assert [one.rule.code for one in by_server(page, POST).violations] == ["SP001"]


@pytest.mark.parametrize(
    ("text", "keeps", "is_saved"), [(POST, False, True), (POST + "Meer.\n", True, True), (POST, True, False)]
)
def test_what_is_not_on_disk_is_not_kept(
    page: Path, monkeypatch: pytest.MonkeyPatch, text: str, *, keeps: bool, is_saved: bool
) -> None:
    assert by_server(page, text, keeps=keeps, is_saved=is_saved).own
    checked: list[Path] = []
    examine = Checker.examine

    def note(self: Checker, source: SourceText, path: Path, **how: object) -> object:
        checked.append(path)
        return examine(self, source, path, **how)  # type: ignore[arg-type]  # as it came

    monkeypatch.setattr(Checker, "examine", note)
    by_command_line(page)
    assert checked == [page]


def test_what_rests_on_a_picture_that_changed_is_looked_for_again(page: Path, site: Path) -> None:
    text = POST.replace("geschaadt", "geschaad") + "\n![Een kast vol boeken](/kast.svg)\n"
    page.write_text(text)
    (site / "static").mkdir()
    picture = site / "static/kast.svg"
    for one in (picture, picture.with_name("ander.svg")):
        one.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    assert by_server(page, text).own == ()
    picture.unlink()
    assert [one.rule.code for one in by_server(page, text).own] == ["IM009"]


@pytest.mark.parametrize("keeps", [True, False])
def test_nothing_is_kept_when_that_is_not_wanted(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, keeps: bool
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    by_server(page, POST, keeps=keeps)
    assert (tmp_path / "cache").exists() == keeps
