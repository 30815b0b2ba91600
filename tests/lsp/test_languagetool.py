"""LanguageTool reads a text when it is saved, and not before."""

import asyncio
import os
from pathlib import Path

import pytest
from lsprotocol import types
from tests.lsp.conftest import Editors

from contentlint.language.languagetool.installation import FOLDER_VARIABLE, find_installation, find_java
from contentlint.language.languagetool.trouble import LanguageToolError

TEXT = "---\ntitle: Boeken\n---\n\nIk irriteer me aan lawaai.\n"


JARS = Path(__file__).parents[2] / "build/languagetool"


@pytest.fixture
def languagetool(monkeypatch: pytest.MonkeyPatch) -> None:
    if not os.environ.get(FOLDER_VARIABLE):
        monkeypatch.setenv(FOLDER_VARIABLE, str(JARS))
    try:
        find_java()
        find_installation()
    except LanguageToolError:
        pytest.skip("Java or LanguageTool is not there; ‘make languagetool’ fetches it")


@pytest.mark.languagetool
@pytest.mark.usefixtures("languagetool")
@pytest.mark.asyncio(loop_scope="session")
async def test_languagetool_reads_what_is_saved(editors: Editors) -> None:
    editor = await editors(pulls=False)
    (editor.root / "contentlint.toml").write_text('select = ["LT001"]\n[languagetool]\nenabled = true\n')
    uri = editor.open("content/boeken.md", TEXT)
    assert await editor.pushed(uri, 1) == []
    editor.notices.clear()
    editor.saved(uri)
    found: list[types.Diagnostic] = []
    async with asyncio.timeout(120):
        while not found:  # at first without LanguageTool, which takes its time
            found = await editor.pushed(uri, 1, seconds=120)
            editor.notices.clear()
    assert {one.code for one in found} == {"LT001"}
    before = [one.range.start.line for one in found]
    start = types.Position(3, 0)
    editor.change(uri, types.TextDocumentContentChangePartial(types.Range(start, start), "\nEen regel.\n"))
    moved = await editor.pushed(uri, 2)
    assert [one.range.start.line for one in moved] == [line + 2 for line in before]
