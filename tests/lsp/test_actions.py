"""What an editor can do about a finding: mend it, accept a word, silence it, mend everything."""

from collections.abc import Sequence

import pytest
from lsprotocol import types
from tests.lsp.conftest import POST, SETTINGS, Editor, Editors

from contentlint.lsp.places import Places
from contentlint.text import Edit, SourceText, Units, apply_edits

pytestmark = pytest.mark.asyncio(loop_scope="session")


def at(line: int, column: int) -> types.Range:
    return types.Range(types.Position(line, column), types.Position(line, column))


def applied(text: str, edit: types.WorkspaceEdit | None) -> str:
    """Apply an edit as a client does that counts in UTF-16."""
    assert edit is not None
    (change,) = edit.document_changes or ()
    assert isinstance(change, types.TextDocumentEdit)
    return with_edits(text, [one for one in change.edits if isinstance(one, types.TextEdit)])


def with_edits(text: str, edits: Sequence[types.TextEdit]) -> str:
    places = Places(SourceText(text), Units.UTF16)
    return apply_edits(text, [Edit(places.span(one.range), one.new_text) for one in edits])


def titled(actions: Sequence[types.CodeAction], start: str) -> types.CodeAction:
    (found,) = [one for one in actions if one.title.startswith(start)]
    return found


async def test_a_mistake_is_mended_with_one_key(editor: Editor) -> None:
    uri = editor.open("content/boeken.md", POST)
    action = titled(await editor.actions(uri, at(6, 20)), "Vervang door ‘geschaad’")
    assert action.kind == types.CodeActionKind.QuickFix
    assert [one.code for one in action.diagnostics or ()] == ["SP001"]
    assert applied(POST, action.edit) == POST.replace("geschaadt", "geschaad")


async def test_each_suggestion_is_offered_once(editor: Editor) -> None:
    uri = editor.open("content/boeken.md", "De ideeen zijn goed, en dit is weer een raamkozzijn.\n")
    found = await editor.pull(uri)
    assert found
    for one in found:
        titles = [action.title for action in await editor.actions(uri, one.range)]
        assert len(titles) == len(set(titles))


async def test_a_place_without_findings_offers_nothing(editor: Editor) -> None:
    uri = editor.open("content/boeken.md", POST)
    assert await editor.actions(uri, at(1, 0)) == []
    assert await editor.actions(uri, at(6, 20), types.CodeActionKind.Refactor) == []


async def test_a_word_goes_to_the_list_of_the_site_and_is_right_from_then_on(editor: Editor) -> None:
    uri = editor.open("content/boeken.md", "De geschaadt boeken staan hier.\n")
    action = titled(await editor.actions(uri, at(0, 5)), "Zet ‘geschaadt’ in de woordenlijst")
    await editor.run(action)
    assert (editor.root / "rules/words.nl.txt").read_text() == "geschaadt\n"
    assert "SP001" not in await editor.codes(uri)


async def test_a_finding_is_silenced_with_a_reason(editor: Editor) -> None:
    uri = editor.open("content/boeken.md", POST)
    action = titled(await editor.actions(uri, at(6, 20)), "Negeer ‘Spelfout’ hier")
    assert action.command is not None
    action.command.arguments = [*(action.command.arguments or ()), "zo staat het in de bron"]
    asked = await editor.run(action)
    assert asked is not None
    text = applied(POST, asked.edit)
    assert "<!-- contentlint-disable-next-line spelling-mistake -- zo staat het in de bron -->\n" in text
    editor.set(uri, text)
    assert await editor.codes(uri) == []


async def test_a_client_that_asks_for_no_reason_still_gives_one(editor: Editor) -> None:
    uri = editor.open("content/boeken.md", POST)
    asked = await editor.run(titled(await editor.actions(uri, at(6, 20)), "Negeer"))
    assert asked is not None
    assert " -- het is zo bedoeld -->" in applied(POST, asked.edit)


async def test_a_reason_that_would_break_the_page_is_refused(editor: Editor) -> None:
    uri = editor.open("content/boeken.md", POST)
    action = titled(await editor.actions(uri, at(6, 20)), "Negeer")
    assert action.command is not None
    action.command.arguments = [*(action.command.arguments or ()), "hierom --> <b>"]
    assert await editor.run(action) is None
    assert "‘-->’" in editor.client.messages[-1].message


async def test_everything_that_may_be_mended_unasked_is_mended_at_once(editor: Editor) -> None:
    (editor.root / "contentlint.toml").write_text('select = ["shortcode-delimiters"]\n')
    before = "---\ntitle: A\n---\n\n" + "😀 {{< kader >}}x{{% /kader %}}\n\n" * 3
    uri = editor.open("content/boeken.md", before)
    (action,) = await editor.actions(uri, at(0, 0), "source.fixAll")
    assert action.kind == "source.fixAll.contentlint"
    assert applied(before, action.edit) == before.replace("{{% /kader %}}", "{{< /kader >}}")


async def test_mending_everything_is_not_offered_where_there_is_nothing_to_mend(editor: Editor) -> None:
    uri = editor.open("content/boeken.md", POST)
    assert await editor.actions(uri, at(0, 0), "source.fixAll.contentlint") == []


async def test_actions_fit_the_text_as_it_is_now(editor: Editor) -> None:
    uri = editor.open("content/boeken.md", POST)
    text = POST.replace("De banden", "Een heel andere zin. De banden")
    editor.set(uri, text)
    action = titled(await editor.actions(uri, at(6, 41)), "Vervang door ‘geschaad’")
    assert applied(text, action.edit) == text.replace("geschaadt", "geschaad")


async def test_messages_are_in_the_language_that_the_settings_name(editor: Editor) -> None:
    (editor.root / "contentlint.toml").write_text(SETTINGS.replace('"nl"', '"en"'))
    uri = editor.open("content/boeken.md", POST)
    titles = [one.title for one in await editor.actions(uri, at(6, 20))]
    assert "Ignore ‘Spelling mistake’ here, because …" in titles


async def test_columns_in_bytes_lead_to_the_right_place(editors: Editors) -> None:
    editor = await editors(encoding=types.PositionEncodingKind.Utf8)
    text = "Het 😀 is geschaadt door vocht.\n"
    uri = editor.open("content/boeken.md", text)
    (found,) = [one for one in await editor.pull(uri) if one.code == "SP001"]
    action = titled(await editor.actions(uri, found.range), "Vervang door ‘geschaad’")
    assert action.edit is not None
    (change,) = action.edit.document_changes or ()
    assert isinstance(change, types.TextDocumentEdit)
    (one,) = change.edits
    raw = text.encode()
    assert raw[one.range.start.character : one.range.end.character].decode() == "geschaadt"


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_client_can_ask_in_the_language_of_the_findings(editor: Editor, language: str) -> None:
    (editor.root / "contentlint.toml").write_text(SETTINGS.replace('"nl"', f'"{language}"'))
    params = types.ExecuteCommandParams("contentlint.language", [editor.open("content/boeken.md", POST)])
    assert await editor.client.workspace_execute_command_async(params) == language
