"""The server finds what the command line finds: in every page at hand, and after any edits."""

from __future__ import annotations

import asyncio
import io
import json
import os
import random
import shutil
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Final

import pytest
from lsprotocol import types
from tests.lsp.conftest import Editor, Editors

from contentlint.cli.app import run
from contentlint.text import SourceText, Units

pytestmark = pytest.mark.asyncio(loop_scope="session")

PAGES: Final = "CONTENTLINT_TEST_PAGES"
"""Names folders with pages to compare instead of our own, with a colon between them."""

HERE: Final = Path(__file__).parents[2]
OWN: Final = ("content", "layouts", "rules", "hugo.toml", "contentlint.toml")
EDITS: Final = 200
BOM: Final = b"\xef\xbb\xbf"
PIECES: Final = (
    *("a", "é", "😀", "👩‍🚀", "\n", "\r\n", "\n\n", " ", "\t", "#", "![x](", "{{<", ">}}", "`", "*", "geschaadt "),
    *("[hier](", ")", "<b>", "---\n", "+++\n", ": ", "title: ", "- ", '"', "<!-- ", " -->", "## Kop\n"),
)

Found = tuple[str, str, int, int, int, int]


def copies(into: Path) -> Iterator[Path]:
    """Yield copies of the folders to compare, each a repository of its own."""
    given = [Path(one) for one in os.environ.get(PAGES, "").split(":") if one]
    sites = [site for site in sorted((HERE / "tests/sites").iterdir()) if site.is_dir()]
    for number, source in enumerate(given or [HERE, *sites]):
        copy = into / f"{number}-{source.name}"
        for part in OWN if source == HERE else (".",):
            place = source / part
            if place.is_dir():
                shutil.copytree(place, copy / part, copy_function=shutil.copyfile, dirs_exist_ok=True)
            else:
                shutil.copyfile(place, copy / part)
        (copy / ".git").mkdir(exist_ok=True)
        yield copy


def pages(folder: Path) -> list[Path]:
    """Return the pages that an editor shows as they are on disk: texts, with one byte order mark at most."""
    found = {path: path.read_bytes() for path in sorted(folder.rglob("*.md")) if "node_modules" not in path.parts}
    return [
        path for path, data in found.items() if not SourceText.from_bytes(data).invalid and not data.startswith(BOM * 2)
    ]


def by_command_line(paths: Sequence[Path]) -> dict[Path, list[Found]]:
    written = io.StringIO()
    with redirect_stdout(written):
        run(["check", "--output-format", "json", "--exit-zero", "--lang", "nl", "--no-cache", *map(str, paths)])
    found: dict[Path, list[Found]] = {path: [] for path in paths}
    for one in json.loads(written.getvalue())["violations"]:
        place = (one["line"], one["column"], one["end_line"], one["end_column"])
        found.setdefault(Path(one["path"]).absolute(), []).append((one["code"], one["message"], *place))
    return {path: sorted(found[path]) for path in paths}


class Typing:
    """Somebody who writes and deletes at random, in an editor that counts in its own units."""

    def __init__(self, editor: Editor, path: Path, units: Units, chance: random.Random) -> None:
        self.editor = editor
        self.path = path
        self.units = units
        self.chance = chance
        data = path.read_bytes()
        self.bom = BOM if data.startswith(BOM) else b""
        self.text = data.removeprefix(BOM).decode()  # what an editor shows, and what it tells
        self.uri = editor.open(path.as_uri(), self.text)

    def edit(self) -> None:
        chance, text = self.chance, self.text
        start = chance.randrange(min(len(text), chance.choice((200, len(text) + 1))) + 1)
        end = min(len(text), start + chance.choice((0, 0, 0, 0, 1, 2, 4, 90)))
        start, end = (one - (text[one - 1 : one + 1] == "\r\n") for one in (start, end))  # a cursor is never between
        new = chance.choice(PIECES)
        source = SourceText(text)
        places = [
            types.Position(source.line_of(offset) - 1, source.column(offset, self.units)) for offset in (start, end)
        ]
        self.editor.change(self.uri, types.TextDocumentContentChangePartial(types.Range(*places), new))
        self.text = text[:start] + new + text[end:]

    def save(self) -> None:
        self.path.write_bytes(self.bom + self.text.encode())
        self.editor.saved(self.uri)

    async def found(self) -> list[Found]:
        source = SourceText(self.text)

        def place(position: types.Position) -> tuple[int, int]:
            return source.position(source.offset_at(position.line + 1, position.character, self.units))

        found = await self.editor.pull(self.uri)
        return sorted((str(one.code), one.message, *place(one.range.start), *place(one.range.end)) for one in found)


async def assert_same(typing: Sequence[Typing]) -> None:
    """Compare what is found; rules about whole sites speak when the server has read all of the site."""
    expected = by_command_line([one.path for one in typing])
    for one in typing:
        for _ in range(200):
            if await one.found() == expected[one.path]:
                break
            await asyncio.sleep(0.05)
        assert await one.found() == expected[one.path], one.path


def vary(path: Path, number: int) -> None:
    """Give some files the line ends of Windows, and some a byte order mark."""
    data = path.read_bytes()
    if number % 3 == 1 and b"\r" not in data:
        data = data.replace(b"\n", b"\r\n")
    if number % 5 == 2 and not data.startswith(BOM):
        data = BOM + data
    path.write_bytes(data)


async def test_every_page_at_hand(editor: Editor, tmp_path: Path) -> None:
    compared = 0
    for folder in copies(tmp_path):
        typing = [Typing(editor, path, Units.UTF16, random.Random(0)) for path in pages(folder)]  # noqa: S311 - no secret
        await assert_same(typing)
        compared += len(typing)
        editor.close_all()
    assert compared > 10


@pytest.mark.parametrize("encoding", [types.PositionEncodingKind.Utf16, types.PositionEncodingKind.Utf8])
async def test_every_page_after_two_hundred_edits(
    editors: Editors, tmp_path: Path, encoding: types.PositionEncodingKind
) -> None:
    editor = await editors(encoding=encoding)
    chance = random.Random(encoding)  # noqa: S311 - no secret
    compared = 0
    for folder in copies(tmp_path):
        for number, path in enumerate(pages(folder)):
            vary(path, number)
        typing = [Typing(editor, path, Units(encoding), chance) for path in pages(folder)]
        for one in typing:
            for _ in range(EDITS):
                one.edit()
                if chance.random() < 0.01:
                    await one.found()
        for one in typing:
            one.save()
        await assert_same(typing)
        compared += len(typing)
        editor.close_all()
    assert compared > 10
