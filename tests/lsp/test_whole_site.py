"""Texts depend on each other: on pages that nobody has opened, and on what is saved, renamed and deleted."""

import asyncio
from pathlib import Path

import pytest
from lsprotocol import types
from tests.lsp.conftest import POST, Editor, Editors

from contentlint.lsp.project import Project
from contentlint.lsp.projects import Projects
from contentlint.text import SourceText

pytestmark = pytest.mark.asyncio(loop_scope="session")

CLEAN = POST.replace("geschaadt", "geschaad")
SAME_TITLE = CLEAN.replace("Oude boeken", "Over")


async def expect(editor: Editor, uri: str, codes: list[object]) -> None:
    """Wait until these are found in a text."""
    for _ in range(200):
        if await editor.codes(uri) == codes:
            return
        await asyncio.sleep(0.05)
    assert await editor.codes(uri) == codes


async def test_rules_about_the_site_know_pages_that_nobody_has_opened(editor: Editor) -> None:
    uri = editor.open("content/zelfde.md", SAME_TITLE)
    await asyncio.wait_for(editor.asked_again.wait(), 20)
    (found,) = await editor.pull(uri)
    assert found.code == "FM014"
    assert "content/over.md" in found.message


async def test_a_client_that_does_not_ask_is_told_what_concerns_its_other_texts(editors: Editors) -> None:
    editor = await editors(pulls=False)
    first = editor.open("content/a.md", CLEAN.replace("Oude boeken", "Eerste"))
    second = editor.open("content/b.md", CLEAN.replace("Oude boeken", "Tweede"))
    assert await editor.pushed(first, 1) == []
    assert await editor.pushed(second, 1) == []
    editor.notices.clear()
    editor.set(first, CLEAN.replace("Oude boeken", "Tweede"))
    assert await editor.pushed(first, 2) == []
    assert [one.code for one in await editor.pushed(second, 1)] == ["FM014"]


async def test_a_text_that_is_closed_unsaved_counts_as_it_is_on_disk(editor: Editor) -> None:
    uri = editor.open("content/zelfde.md", CLEAN.replace("Oude boeken", "Wie wij waren"))
    other = editor.open("content/over.md", "---\ntitle: Wie wij waren\ndescription: A.\n---\n\nWie wij zijn.\n")
    await expect(editor, uri, ["FM014"])
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(other)))
    del editor.versions[other]
    await expect(editor, uri, [])


async def test_a_new_text_that_is_closed_unsaved_does_not_count(editor: Editor) -> None:
    uri = editor.open("content/zelfde.md", CLEAN.replace("Oude boeken", "Nieuw"))
    other = editor.open("content/nieuw.md", CLEAN.replace("Oude boeken", "Nieuw"))
    await expect(editor, uri, ["FM014"])
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(other)))
    del editor.versions[other]
    await expect(editor, uri, [])


async def test_after_a_save_links_to_headings_of_that_page_are_looked_at_again(editor: Editor) -> None:
    over = editor.root / "content/over.md"
    text = "---\ntitle: Over\ndescription: Wie wij zijn.\n---\n\n## Wie wij zijn\n\nWij zijn het.\n"
    over.write_text(text)
    uri = editor.open("content/boeken.md", CLEAN + '\n[Wie]({{< ref "over#wie-wij-zijn" >}}) waren dat?\n')
    target = editor.open("content/over.md", text)
    await expect(editor, uri, [])
    changed = text.replace("## Wie wij zijn", "## Wat wij doen")
    editor.set(target, changed)
    assert await editor.codes(uri) == []  # on disk the heading is still there
    over.write_text(changed)
    editor.saved(target)
    await expect(editor, uri, ["SC015"])


async def test_a_picture_that_is_deleted_is_missed(editor: Editor) -> None:
    (editor.root / "static").mkdir()
    picture = editor.root / "static/kast.svg"
    for one in (picture, picture.with_name("ander.svg")):
        one.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    uri = editor.open("content/boeken.md", CLEAN + "\n![Een kast vol boeken](/kast.svg)\n")
    await expect(editor, uri, [])
    picture.unlink()
    files = [types.FileDelete(picture.as_uri())]
    editor.client.workspace_did_delete_files(types.DeleteFilesParams(files))
    await expect(editor, uri, ["IM009"])


async def test_a_folder_that_is_renamed_takes_its_pages_along(editor: Editor) -> None:
    (editor.root / "content/oud").mkdir()
    (editor.root / "content/oud/kast.md").write_text(CLEAN.replace("Oude boeken", "Kast"))
    uri = editor.open("content/boeken.md", CLEAN + '\n[De kast]({{< ref "/oud/kast" >}}) staat er.\n')
    await expect(editor, uri, [])
    (editor.root / "content/oud").rename(editor.root / "content/nieuw")
    files = [types.FileRename(editor.uri("content/oud"), editor.uri("content/nieuw"))]
    editor.client.workspace_did_rename_files(types.RenameFilesParams(files))
    await expect(editor, uri, ["SC015"])
    editor.set(uri, CLEAN.replace("Oude boeken", "Kast"))
    await expect(editor, uri, [])  # of the two pages with one title, the first is not the one to be reported


async def test_where_the_client_watches_nothing_new_pages_are_found(editors: Editors) -> None:
    editor = await editors(watches=False)
    uri = editor.open("content/boeken.md", CLEAN + '\n[Nieuw]({{< ref "nieuw" >}}) is het.\n')
    await expect(editor, uri, ["SC015"])
    await asyncio.sleep(1)  # the site is read
    (editor.root / "content/nieuw.md").write_text("---\ntitle: Nieuw\n---\n\nHet nieuws.\n")
    await asyncio.sleep(2.1)
    await expect(editor, uri, [])


@pytest.fixture
def project(site: Path) -> Project:
    projects = Projects(lambda _: None, run_code=False)
    project = projects.of(site / "content/boeken.md")
    for name in ("boeken", "over"):
        path = site / f"content/{name}.md"
        project.check(SourceText(path.read_text()), path, is_saved=True)
    while project.is_behind:
        project.read_on(1)
        project.update()
    return project


@pytest.mark.parametrize(
    ("text", "concerns_others"),
    [
        ("---\ntitle: Over\n---\n\nWie wij zijn.\n", False),
        ("---\ntitle: Over\n---\n\nWat wij doen, en wanneer.\n", False),
        ("---\ntitle: Over ons\n---\n\nWie wij zijn.\n", True),
        ("---\ntitle: Over\nparams: {a: 1}\n---\n\nWie wij zijn.\n", True),
        ("---\ntitle: Over\n---\n\nWie wij zijn.\n\n## Meer\n", True),
        ("---\ntitle: Over\n---\n\nWie {{< kader >}}wij{{< /kader >}} zijn.\n", True),
    ],
)
async def test_a_save_concerns_others_when_they_can_see_what_changed(
    project: Project, site: Path, text: str, *, concerns_others: bool
) -> None:
    over = site / "content/over.md"
    over.write_text(text)
    assert project.take_in([over]) == concerns_others


async def test_what_hugo_builds_and_what_editors_leave_behind_concerns_nobody(project: Project, site: Path) -> None:
    assert not project.take_in([site / "public/index.json", site / "content/.over.md.swp", site / "content/over.md~"])
