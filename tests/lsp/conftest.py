"""A real client and a real server, in processes of their own, talking over pipes."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Awaitable
from pathlib import Path
from typing import Any, Protocol

import pytest
import pytest_asyncio
from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities, make_test_lsp_client

POST = (
    "---\ntitle: Oude boeken\ndescription: Wat er in de kast stond.\ndate: 2026-01-05\n---\n\n"
    "De banden zijn geschaadt door het vocht 😀, en de rest is nog goed.\n"
)
SETTINGS = 'message-language = "nl"\nselect = ["SP", "HD", "LK", "IM", "FM", "SC"]\n'


COMMAND = (sys.executable, "-m", "contentlint", "lsp")


class Editor:
    """What a person does in an editor."""

    def __init__(self, client: LanguageClient, root: Path) -> None:
        self.client = client
        self.root = root
        self.wishes: list[types.Registration] = []
        self.versions: dict[str, int] = {}
        self.notices: list[types.PublishDiagnosticsParams] = []
        self.edits: list[types.ApplyWorkspaceEditParams] = []
        self.asked_again = asyncio.Event()
        self.questions: list[str] = []
        self.promised = types.ServerCapabilities()
        self.answer = ""

    def listen(self) -> None:
        """Take in what the server tells and asks."""

        # lsprotocol takes an action with a command for the command itself.
        converter = self.client.protocol._converter
        converter.register_structure_hook(
            types.Command | types.CodeAction, lambda found, _: converter.structure(found, types.CodeAction)
        )

        def register(params: types.RegistrationParams) -> None:
            self.wishes.extend(params.registrations)

        def published(params: types.PublishDiagnosticsParams) -> None:
            self.notices.append(params)

        def applied(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
            self.edits.append(params)
            return types.ApplyWorkspaceEditResult(applied=True)

        def refreshed(_: None) -> None:
            self.asked_again.set()

        def asked(params: types.ShowMessageRequestParams) -> types.MessageActionItem | None:
            self.questions.append(params.message)
            return next((one for one in params.actions or () if one.title == self.answer), None)

        hear = self.client.protocol.fm.features
        hear[types.CLIENT_REGISTER_CAPABILITY] = register
        hear[types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = published
        hear[types.WORKSPACE_APPLY_EDIT] = applied
        hear[types.WORKSPACE_DIAGNOSTIC_REFRESH] = refreshed
        hear[types.WINDOW_SHOW_MESSAGE_REQUEST] = asked

    def move_to(self, root: Path) -> None:
        """Work on another site."""
        self.root = root
        self.notices.clear()
        self.asked_again.clear()
        self.questions.clear()
        self.answer = ""
        self.client.messages.clear()

    def close_all(self) -> None:
        for uri in self.versions:
            self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
        self.versions.clear()

    async def quit(self) -> None:
        await asyncio.wait_for(self.client.shutdown_session(), 20)
        await asyncio.wait_for(self.client.stop(), 20)  # type: ignore[no-untyped-call]  # pygls says nothing of it

    def uri(self, name: str) -> str:
        return (self.root / name).as_uri()

    def open(self, name: str, text: str) -> str:
        """Open a text: by the name of a file of the site, or by an address."""
        uri = name if ":" in name else self.uri(name)
        self.versions[uri] = 1
        item = types.TextDocumentItem(uri, "markdown", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def change(self, uri: str, *changes: Any) -> None:
        self.versions[uri] += 1
        identifier = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, changes))

    def set(self, uri: str, text: str) -> None:
        self.change(uri, types.TextDocumentContentChangeWholeDocument(text))

    async def pull(self, uri: str) -> list[types.Diagnostic]:
        params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
        report = await asyncio.wait_for(self.client.text_document_diagnostic_async(params), 30)
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return list(report.items)

    async def codes(self, uri: str) -> list[object]:
        return [one.code for one in await self.pull(uri)]

    async def pushed(self, uri: str, version: int | None, seconds: float = 30) -> list[types.Diagnostic]:
        """Wait for what the server tells unasked of a version of a text."""
        async with asyncio.timeout(seconds):
            while True:
                for one in self.notices:
                    if one.uri == uri and one.version == version:
                        return list(one.diagnostics)
                await asyncio.sleep(0.01)

    def saved(self, uri: str) -> None:
        identifier = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(identifier))

    def tell_changed(self, *names: str) -> None:
        """Tell, as an editor does that watches files, that some on disk have changed."""
        changes = [types.FileEvent(self.uri(name), types.FileChangeType.Changed) for name in names]
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(changes))

    async def run(self, action: types.CodeAction) -> types.ApplyWorkspaceEditParams | None:
        """Carry out an action's command; return the edit that the server asks for, if any."""
        assert action.command is not None
        self.edits.clear()
        params = types.ExecuteCommandParams(action.command.command, action.command.arguments)
        await self.client.workspace_execute_command_async(params)
        return self.edits[0] if self.edits else None

    async def actions(self, uri: str, range_: types.Range, *only: str) -> list[types.CodeAction]:
        context = types.CodeActionContext([], only=list(only) or None)
        params = types.CodeActionParams(types.TextDocumentIdentifier(uri), range_, context)
        found = await self.client.text_document_code_action_async(params)
        return [one for one in found or () if isinstance(one, types.CodeAction)]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "hugo.toml").write_text('title = "Kast"\ndefaultContentLanguage = "nl"\nlanguageCode = "nl"\n')
    (tmp_path / "contentlint.toml").write_text(SETTINGS)
    (tmp_path / "layouts/_shortcodes").mkdir(parents=True)
    (tmp_path / "layouts/_shortcodes/kader.html").write_text(
        '<div class="{{ .Get "soort" }}" title="{{ .Get "kop" }}">{{ .Inner }}</div>\n'
    )
    (tmp_path / "content").mkdir()
    (tmp_path / "content/over.md").write_text("---\ntitle: Over\n---\n\nWie wij zijn.\n")
    (tmp_path / "content/boeken.md").write_text(POST)
    return tmp_path


def capabilities(
    encoding: types.PositionEncodingKind, *, pulls: bool, asks_again: bool, watches: bool
) -> types.ClientCapabilities:
    known = client_capabilities("visual-studio-code")
    assert known.general is not None
    assert known.text_document is not None
    assert known.workspace is not None
    known.general.position_encodings = [encoding]
    known.text_document.diagnostic = types.DiagnosticClientCapabilities() if pulls else None
    known.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(refresh_support=asks_again)
    if not watches:
        known.workspace.did_change_watched_files = None
    return known


async def start_editor(
    root: Path,
    *,
    encoding: types.PositionEncodingKind = types.PositionEncodingKind.Utf16,
    pulls: bool = True,
    asks_again: bool = True,
    watches: bool = True,
    plugins: bool = False,
    arguments: tuple[str, ...] = (),
) -> Editor:
    """Start an editor and its server, and have them say hello."""
    client = make_test_lsp_client()
    editor = Editor(client, root)
    editor.listen()
    await client.start_io(*COMMAND, *arguments, env=dict(os.environ))
    params = types.InitializeParams(
        capabilities=capabilities(encoding, pulls=pulls, asks_again=asks_again, watches=watches),
        workspace_folders=[types.WorkspaceFolder(root.as_uri(), root.name)],
        locale="nl-NL",
        initialization_options={"plugins": plugins},
    )
    editor.promised = (await client.initialize_session(params)).capabilities
    return editor


class Editors(Protocol):
    """Starts further editors on the site."""

    def __call__(
        self,
        *,
        encoding: types.PositionEncodingKind = ...,
        pulls: bool = ...,
        asks_again: bool = ...,
        watches: bool = ...,
        plugins: bool = ...,
        arguments: tuple[str, ...] = ...,
    ) -> Awaitable[Editor]: ...


@pytest_asyncio.fixture(loop_scope="session")
async def editors(site: Path) -> AsyncIterator[Editors]:
    opened: list[Editor] = []

    async def open_one(**how: Any) -> Editor:
        opened.append(await start_editor(site, **how))
        return opened[-1]

    yield open_one
    for one in opened:
        await one.quit()


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def shared_editor(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Editor]:
    editor = await start_editor(tmp_path_factory.mktemp("folder"))
    yield editor
    await editor.quit()


@pytest_asyncio.fixture(loop_scope="session")
async def editor(shared_editor: Editor, site: Path) -> AsyncIterator[Editor]:
    """The editor that most tests share, since a server takes a while to start."""
    shared_editor.move_to(site)
    yield shared_editor
    shared_editor.close_all()
