"""Findings that an old site may keep are not shown in an editor either."""

import asyncio
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from lsprotocol import types
from tests.lsp.conftest import POST, SETTINGS, Editor

from contentlint.cli.app import run

pytestmark = pytest.mark.asyncio(loop_scope="session")

ANOTHER = POST + "\nDe ideeen zijn goed.\n"


@pytest.fixture
def noted(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which what is wrong in the post is noted."""
    monkeypatch.chdir(editor.root)
    with redirect_stdout(StringIO()):
        run(["check", "--write-baseline", "baseline.json"])
    (editor.root / "contentlint.toml").write_text(f'baseline = "baseline.json"\n{SETTINGS}')
    return editor.root / "baseline.json"


def keep_first_line(file: Path) -> None:
    file.write_text(file.read_text().partition("\n")[0] + "\n")


def break_off(file: Path) -> None:
    file.write_text("{")


@pytest.mark.usefixtures("noted")
async def test_what_is_noted_is_not_shown(editor: Editor) -> None:
    uri = editor.open("content/boeken.md", POST)
    assert await editor.codes(uri) == []
    editor.set(uri, ANOTHER)
    (found,) = await editor.pull(uri)
    assert "ideeën" in found.message
    editor.set(uri, "Een heel nieuw begin.\n\n" + POST)
    assert "SP001" not in await editor.codes(uri)


@pytest.mark.usefixtures("noted")
async def test_a_finding_that_comes_a_second_time_is_shown(editor: Editor) -> None:
    uri = editor.open("content/boeken.md", POST + "\nDe kaften zijn ook geschaadt.\n")
    assert await editor.codes(uri) == ["SP001"]


async def test_a_baseline_that_changes_holds_at_once(editor: Editor, noted: Path) -> None:
    uri = editor.open("content/boeken.md", POST)
    assert await editor.codes(uri) == []
    keep_first_line(noted)
    editor.tell_changed("baseline.json")
    await asyncio.wait_for(editor.asked_again.wait(), 20)
    assert await editor.codes(uri) == ["SP001"]


async def test_a_baseline_that_cannot_be_read_is_told_where_it_stands(editor: Editor, noted: Path) -> None:
    break_off(noted)
    uri = editor.open("content/boeken.md", POST)
    assert await editor.codes(uri) == ["SP001"]
    (told,) = [one for one in editor.notices if one.uri == noted.as_uri()]
    assert told.diagnostics[0].severity == types.DiagnosticSeverity.Error
