"""What a client may ask of the server, and who answers it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from lsprotocol import types

from contentlint.document import Document
from contentlint.lsp import actions
from contentlint.lsp.actions import Offer
from contentlint.lsp.completion import TRIGGERS, completions
from contentlint.lsp.hover import hover
from contentlint.lsp.outline import folds, outline
from contentlint.lsp.server import Server
from contentlint.lsp.texts import OpenText
from contentlint.lsp.under_cursor import under_cursor
from contentlint.lsp.uris import path_of, uri_of
from contentlint.site import Page

_T = TypeVar("_T")

_FILES: Final = types.FileOperationRegistrationOptions(
    [types.FileOperationFilter(types.FileOperationPattern("**/*"), scheme="file")]
)


def register(server: Server) -> None:
    """Teach a server everything but commands."""
    _register_life(server)
    _register_texts(server)
    _register_files(server)
    _register_actions(server)
    _register_reading(server)


def _register_life(server: Server) -> None:
    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.begin(params)
        if server.is_asked:  # a client that knew that it could ask would show everything twice
            _register_diagnostics(server)

    @server.feature(types.INITIALIZED)
    async def initialized(_: types.InitializedParams) -> None:
        await server.watch()

    @server.feature(types.SHUTDOWN)
    def shutdown(_: None) -> None:
        server.checking.give_up()


def _register_texts(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.texts.open(params.text_document)
        server.checking.ask(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        text = server.texts.get(uri)
        if text is None:
            return
        for edit in text.change(params.text_document.version, params.content_changes):
            server.checking.edited(uri, edit)
        server.checking.changed(uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        uri = params.text_document.uri
        text = server.texts.get(uri)
        if text is not None:
            text.is_saved = True
            server.checking.ask(uri)
            if await server.checking.take_in([text.path]):
                await server.refresh()
        await server.checking.proofread(uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        text = server.texts.get(uri)
        server.texts.close(uri)
        server.checking.forget(uri)
        server.withdraw(uri)
        if text is not None:
            server.do(server.checking.closed(text.path))


def _register_files(server: Server) -> None:
    async def take_in(uris: Sequence[str]) -> None:
        if await server.checking.take_in([path for uri in uris if (path := path_of(uri))]):
            await server.refresh()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def watched(params: types.DidChangeWatchedFilesParams) -> None:
        await take_in([change.uri for change in params.changes])

    @server.feature(types.WORKSPACE_DID_CREATE_FILES, _FILES)
    async def created(params: types.CreateFilesParams) -> None:
        await take_in([file.uri for file in params.files])

    @server.feature(types.WORKSPACE_DID_RENAME_FILES, _FILES)
    async def renamed(params: types.RenameFilesParams) -> None:
        await take_in([uri for file in params.files for uri in (file.old_uri, file.new_uri)])

    @server.feature(types.WORKSPACE_DID_DELETE_FILES, _FILES)
    async def deleted(params: types.DeleteFilesParams) -> None:
        await take_in([file.uri for file in params.files])

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    async def folders(_: types.DidChangeWorkspaceFoldersParams) -> None:
        await server.refresh()


def _register_diagnostics(server: Server) -> None:
    options = types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=False)

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def pulled(params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        found = await server.current(params.text_document.uri)
        return types.RelatedFullDocumentDiagnosticReport(server.diagnostics(*found) if found else [])


def _register_actions(server: Server) -> None:
    kinds = [types.CodeActionKind.QuickFix, actions.FIX_ALL_KIND]

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=kinds))
    async def offered(params: types.CodeActionParams) -> list[types.CodeAction]:
        found = await server.current(params.text_document.uri)
        if found is None:
            return []
        text, checked = found
        offer = Offer(text, checked, server.view(checked.project))
        only = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]
        listed = [*actions.offers(offer, text.places.span(params.range), only, lambda edits: server.edit(text, edits))]
        if actions.wants_fix_all(only):
            edits = await server.checking.run(lambda: actions.all_fixes(text, checked))
            if edits and text.edits == checked.edits:
                listed.append(actions.fix_all(offer, server.edit(text, edits)))
        return listed


def _register_reading(server: Server) -> None:
    async def read(uri: str, use: Callable[[OpenText, Document, Page], _T]) -> _T | None:
        """Use a text as rules see it, in the thread of the checks."""
        text = server.texts.get(uri)
        if text is None:
            return None
        source, path = text.source, text.path
        return await server.checking.run(lambda: use(text, *server.checking.read(source, path)))

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(params: types.HoverParams) -> types.Hover | None:
        found = await server.current(params.text_document.uri)
        if found is None:
            return None
        text, checked = found
        view, places = server.view(checked.project), text.places
        return await server.checking.run(
            lambda: hover(
                checked.project.read(checked.source, text.path),
                params.position,
                places,
                checked.violations,
                view,
            )
        )

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=TRIGGERS))
    async def completed(params: types.CompletionParams) -> list[types.CompletionItem] | None:
        def complete(text: OpenText, document: Document, page: Page) -> list[types.CompletionItem]:
            places = text.places
            items = []
            for span, item in completions(document, page, places.offset(params.position)):
                item.text_edit = types.TextEdit(places.range(span), item.insert_text or item.label)
                item.insert_text = None
                items.append(item)
            return items

        return await read(params.text_document.uri, complete)

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outlined(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol] | None:
        return await read(
            params.text_document.uri,
            lambda text, document, _: outline(document, text.places, server.language),
        )

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    async def folded(params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
        return await read(params.text_document.uri, lambda text, document, _: [*folds(document, text.places)])

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def defined(params: types.DefinitionParams) -> types.Location | None:
        def find(text: OpenText, document: Document, page: Page) -> types.Location | None:
            found = under_cursor(document, page, text.places.offset(params.position))
            if found is None or found.file is None:
                return None
            start = types.Position(0, 0)
            return types.Location(uri_of(found.file), types.Range(start, start))

        return await read(params.text_document.uri, find)
