"""The server finds what the command line finds: in every page at hand, and after any edits."""

import asyncio
import io
import json
import os
import random
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from lsprotocol import types
from tests.lsp.conftest import Editor

from contentlint.cli.app import run
from contentlint.text import SourceText, Units

pytestmark = pytest.mark.asyncio(loop_scope="session")

PAGES = "CONTENTLINT_TEST_PAGES"
"""Names a folder with pages to compare instead of our own."""

HERE = Path(__file__).parents[2]
PIECES = (
    "a",
    "é",
    "😀",
    "\n",
    "\n\n",
    " ",
    "#",
    "![x](",
    "{{<",
    ">}}",
    "---\n",
    "`",
    "*",
    "geschaadt ",
    "[hier](",
    ")",
    "<b>",
)

Found = tuple[str, str, int, int, int, int]


def pages(folder: Path) -> Iterator[Path]:
    yield from sorted(path for path in folder.rglob("*.md") if "node_modules" not in path.parts)


def by_command_line(path: Path) -> list[Found]:
    written = io.StringIO()
    with redirect_stdout(written):
        run(["check", "--output-format", "json", "--exit-zero", "--lang", "nl", "--no-cache", str(path)])
    return sorted(
        (
            one["code"],
            one["message"],
            one["line"],
            one["column"],
            one["end_line"],
            one["end_column"],
        )
        for one in json.loads(written.getvalue())["violations"]
        if Path(one["path"]).absolute() == path
    )


def by_server(source: SourceText, found: list[types.Diagnostic]) -> list[Found]:
    def place(position: types.Position) -> tuple[int, int]:
        return source.position(source.offset_at(position.line + 1, position.character, Units.UTF16))

    return sorted((str(one.code), one.message, *place(one.range.start), *place(one.range.end)) for one in found)


async def assert_same(editor: Editor, path: Path, source: SourceText) -> None:
    uri = editor.open(path.as_uri(), source.text)
    assert by_server(source, await editor.pull(uri)) == by_command_line(path), path
    editor.close_all()


async def test_every_page_at_hand(editor: Editor) -> None:
    given = os.environ.get(PAGES)
    folders = [Path(given)] if given else [HERE / "content", HERE / "tests/sites"]
    checked = 0
    for folder in folders:
        for path in pages(folder):
            source = SourceText.from_bytes(path.read_bytes())
            if source.invalid or source.has_bom:
                continue  # an editor shows another text than is on disk
            await assert_same(editor, path, source)
            checked += 1
    assert checked > 10


@pytest.mark.parametrize("seed", range(3))
async def test_after_two_hundred_edits(editor: Editor, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    path = editor.root / "content/boeken.md"
    text = path.read_text() + "\n## Kop\n\nDe *kat* zit `hier` op [het dak](https://example.org/).\n" * 3
    uri = editor.open("content/boeken.md", text)
    for _ in range(200):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((0, 0, 0, 1, 4)))
        new = chance.choice(PIECES)
        source = SourceText(text)
        places = [
            types.Position(source.line_of(offset) - 1, source.column(offset, Units.UTF16)) for offset in (start, end)
        ]
        editor.change(uri, types.TextDocumentContentChangePartial(types.Range(*places), new))
        text = text[:start] + new + text[end:]
        if chance.random() < 0.02:
            await asyncio.sleep(0.05)
    path.write_bytes(text.encode())
    assert by_server(SourceText(text), await editor.pull(uri)) == by_command_line(path)
