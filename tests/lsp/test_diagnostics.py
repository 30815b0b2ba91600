"""Findings in an editor: when they come, what they say, and that they are those of the command line."""

import asyncio

import pytest
from lsprotocol import types
from tests.lsp.conftest import POST, SETTINGS, Editor, Editors

pytestmark = pytest.mark.asyncio(loop_scope="session")

UNITS = types.PositionEncodingKind


def place(line: int, start: int, end: int) -> types.Range:
    return types.Range(types.Position(line, start), types.Position(line, end))


async def test_a_finding_has_code_severity_place_and_the_page_of_its_rule(editor: Editor) -> None:
    uri = editor.open("content/boeken.md", POST)
    (found,) = await editor.pull(uri)
    assert found.code == "SP001"
    assert found.severity == types.DiagnosticSeverity.Error
    assert found.source == "contentlint"
    assert found.code_description is not None
    assert found.code_description.href.endswith("/rules/spelling-mistake/")
    assert found.range == place(6, 15, 24)
    assert found.message.startswith("Het eind van ‘geschaadt’ klopt niet.")


@pytest.mark.parametrize(("encoding", "column"), [(UNITS.Utf8, 12), (UNITS.Utf16, 10), (UNITS.Utf32, 9)])
async def test_columns_count_what_the_client_counts(
    editors: Editors, encoding: types.PositionEncodingKind, column: int
) -> None:
    editor = await editors(encoding=encoding)
    uri = editor.open("content/boeken.md", "Het 😀 is geschaadt door vocht.\n")
    found = next(one for one in await editor.pull(uri) if one.code == "SP001")
    assert found.range.start.character == column


async def test_a_client_that_does_not_ask_is_told(editors: Editors) -> None:
    editor = await editors(pulls=False)
    uri = editor.open("content/boeken.md", POST)
    assert [one.code for one in await editor.pushed(uri, 1)] == ["SP001"]
    editor.set(uri, POST.replace("geschaadt", "geschaad"))
    assert await editor.pushed(uri, 2) == []
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
    assert await editor.pushed(uri, None) == []


async def test_a_client_that_would_not_ask_again_is_told(editors: Editors) -> None:
    editor = await editors(asks_again=False)
    assert editor.promised.diagnostic_provider is None
    uri = editor.open("content/boeken.md", POST)
    assert [one.code for one in await editor.pushed(uri, 1)] == ["SP001"]
    editor.notices.clear()
    (editor.root / "contentlint.toml").write_text('select = ["HD"]\n')
    editor.tell_changed("contentlint.toml")
    assert await editor.pushed(uri, 1) == []


async def test_a_client_that_asks_is_not_told(editor: Editor) -> None:
    assert editor.promised.diagnostic_provider is not None
    uri = editor.open("content/boeken.md", POST)
    assert await editor.codes(uri) == ["SP001"]
    assert editor.notices == []


async def test_the_newest_text_wins(editors: Editors) -> None:
    editor = await editors(pulls=False)
    uri = editor.open("content/boeken.md", POST)
    for number in range(50):
        editor.set(uri, POST + f"Regel {number}.\n" * number)
    editor.set(uri, POST.replace("geschaadt", "geschaad"))
    assert await editor.pushed(uri, 52) == []
    assert len(editor.notices) < 50
    versions = [one.version for one in editor.notices if one.version is not None]
    assert versions == sorted(versions)


async def test_what_is_needless_is_marked_so(editor: Editor) -> None:
    (editor.root / "contentlint.toml").write_text('select = ["CL", "HD"]\n')
    uri = editor.open("content/boeken.md", "<!-- contentlint-disable-next-line heading-level-skip -- zo -->\nTekst.\n")
    (found,) = await editor.pull(uri)
    assert list(found.tags or ()) == [types.DiagnosticTag.Unnecessary]


async def test_a_text_that_is_not_saved_anywhere_is_checked(editor: Editor) -> None:
    uri = editor.open("untitled:Naamloos-1", POST)
    assert "SP001" in await editor.codes(uri)


async def test_a_new_file_is_checked_before_it_is_saved(editor: Editor) -> None:
    uri = editor.open("content/nieuw.md", POST)
    assert await editor.codes(uri) == ["SP001"]


async def test_an_excluded_file_is_left_alone(editor: Editor) -> None:
    (editor.root / "contentlint.toml").write_text(SETTINGS + 'exclude = ["content/oud/**"]\n')
    uri = editor.open("content/oud/boeken.md", POST)
    assert await editor.codes(uri) == []


async def test_each_folder_has_its_own_settings(editor: Editor, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "contentlint.toml").write_text('message-language = "en"\nselect = ["link-empty"]\n')
    here = editor.open("content/boeken.md", POST)
    there = editor.open((other / "a.md").as_uri(), "The books [](https://example.org/).\n")
    assert await editor.codes(here) == ["SP001"]
    (found,) = await editor.pull(there)
    assert found.code == "LK003"
    assert found.message.startswith("This link has no text")


async def test_half_typed_front_matter_and_shortcodes_never_fail(editor: Editor) -> None:
    text = POST + '\n{{< kader soort="a" kop="Kop" >}}Binnen{{< /kader >}}\n\n[a](b "c") ![d](e){#f}\n'
    uri = editor.open("content/boeken.md", "")
    for end in range(0, len(text) + 1, 3):
        editor.set(uri, text[:end])
        if end % 30 == 0:
            await editor.pull(uri)
    assert "SP001" in await editor.codes(uri)


async def test_settings_that_change_hold_at_once(editor: Editor) -> None:
    uri = editor.open("content/boeken.md", POST)
    assert await editor.codes(uri) == ["SP001"]
    (editor.root / "contentlint.toml").write_text('select = ["HD"]\n')
    editor.tell_changed("contentlint.toml")
    await asyncio.wait_for(editor.asked_again.wait(), 20)
    assert await editor.codes(uri) == []


async def test_the_client_is_asked_to_watch_the_files(editor: Editor) -> None:
    await editor.pull(editor.open("content/boeken.md", POST))
    assert [wish.method for wish in editor.wishes] == [types.WORKSPACE_DID_CHANGE_WATCHED_FILES]


async def test_changes_on_disk_are_found_where_the_client_watches_nothing(editors: Editors) -> None:
    editor = await editors(watches=False)
    text = POST.replace("geschaadt", "geschaad") + "\n{{< nieuw >}}\n"
    uri = editor.open("content/boeken.md", text)
    assert await editor.codes(uri) == ["SC004"]
    (editor.root / "layouts/_shortcodes/nieuw.html").write_text("<hr>")
    await asyncio.sleep(2.1)
    assert await editor.codes(uri) == []


async def test_settings_that_break_leave_those_of_before_and_say_where(editor: Editor) -> None:
    uri = editor.open("content/boeken.md", POST)
    assert await editor.codes(uri) == ["SP001"]
    (editor.root / "contentlint.toml").write_text(SETTINGS + "words = [")
    editor.tell_changed("contentlint.toml")
    await asyncio.wait_for(editor.asked_again.wait(), 20)
    assert await editor.codes(uri) == ["SP001"]
    (told,) = [one for one in editor.notices if one.uri == editor.uri("contentlint.toml")]
    assert told.diagnostics[0].severity == types.DiagnosticSeverity.Error
    assert any("contentlint.toml" in one.message for one in editor.client.messages)
    editor.asked_again.clear()
    (editor.root / "contentlint.toml").write_text(SETTINGS)
    editor.tell_changed("contentlint.toml")
    await asyncio.wait_for(editor.asked_again.wait(), 20)
    assert await editor.codes(uri) == ["SP001"]
    assert editor.notices[-1].uri == editor.uri("contentlint.toml")
    assert list(editor.notices[-1].diagnostics) == []


async def test_a_renamed_page_is_no_longer_a_target(editor: Editor) -> None:
    text = POST.replace("geschaadt", "geschaad") + '\n[Over]({{< ref "over" >}}) ons.\n'
    uri = editor.open("content/boeken.md", text)
    assert await editor.codes(uri) == []
    (editor.root / "content/over.md").rename(editor.root / "content/wij.md")
    files = [types.FileRename(editor.uri("content/over.md"), editor.uri("content/wij.md"))]
    editor.client.workspace_did_rename_files(types.RenameFilesParams(files))
    await asyncio.wait_for(editor.asked_again.wait(), 20)
    assert await editor.codes(uri) == ["SC015"]


@pytest.mark.parametrize(("arguments", "starts"), [((), "Het eind van"), (("--lang", "en"), "The end of")])
async def test_messages_are_in_the_editors_language_unless_another_is_asked_for(
    editors: Editors, arguments: tuple[str, ...], starts: str
) -> None:
    editor = await editors(arguments=arguments)
    (editor.root / "contentlint.toml").write_text('select = ["SP"]\n')
    (found,) = await editor.pull(editor.open("content/boeken.md", POST))
    assert found.message.startswith(starts)
