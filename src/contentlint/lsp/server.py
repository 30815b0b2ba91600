"""The server: its client, what it knows of the client's texts, and what it tells unasked."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Coroutine, Mapping, Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from lsprotocol import types
from pygls.exceptions import JsonRpcException, PyglsError
from pygls.io_ import run_async
from pygls.lsp.server import LanguageServer

from contentlint.config.problems import ConfigProblem
from contentlint.engine.results import Notice
from contentlint.lsp.checking import Checked, Checking
from contentlint.lsp.diagnostics import diagnostic, of_problems
from contentlint.lsp.places import Places
from contentlint.lsp.project import Project
from contentlint.lsp.projects import Projects
from contentlint.lsp.protocol import Protocol, StandardInput, StandardOutput
from contentlint.lsp.texts import OpenText, Texts
from contentlint.lsp.uris import path_of, uri_of
from contentlint.outputs.results import View
from contentlint.rules.base import BoundMessage, Message
from contentlint.text import Edit, Units

_LOG: Final = logging.getLogger(__name__)
_QUIET: Final = logging.getLogger("pygls")
"""Of what goes wrong with a message, ``report_server_error`` tells enough."""
_WATCHED: Final = (
    "**/*.{toml,yaml,yml,json}",
    "**/{content,layouts,themes,static,assets,rules}/**",
)
_SETTINGS_BROKEN: Final = Message(
    en="{path} cannot be used as it is: {what} contentlint goes on with the settings of before, if there were any.",
    nl="{path} is zo niet bruikbaar: {what} contentlint werkt door met de vorige instellingen, als die er waren.",
)
_MAY_RUN: Final = Message(
    en="The settings in {path} name rules of their own, written in Python. They may do anything on this computer. Run them?",
    nl="De instellingen in {path} noemen eigen regels, geschreven in Python. Die kunnen alles op deze computer. Uitvoeren?",
)
_RUN: Final = Message(en="Run", nl="Uitvoeren")
_DO_NOT_RUN: Final = Message(en="Do not run", nl="Niet uitvoeren")


class Server(LanguageServer):
    """A language server for one client.

    Args:
        language: the language of messages when the settings name none.
        is_asked_for: whether that language holds whatever language the client speaks.
        run_code: whether rules in Python that settings name may be run. If not, a client may say so with the option
            ``plugins``, and else the person is asked: whoever only opens a folder does not want its code run.
        keeps: whether what is found in saved texts is kept, and used again, as the command line does.

    Attributes:
        texts: the texts that the client has open.
        checking: what checks them; there once the client has said who it is.
        units: what columns count.
        is_asked: whether the client asks for findings, and asks again when it is told to; if not, it is told them.
    """

    protocol: Protocol
    checking: Checking

    def __init__(self, language: str, *, is_asked_for: bool, run_code: bool, keeps: bool) -> None:
        super().__init__("contentlint", version("contentlint"), protocol_cls=Protocol, max_workers=1)
        self._language = language
        self._is_asked_for: Final = is_asked_for
        self._run_code = run_code
        self._keeps: Final = keeps
        self._published: Final[dict[str, list[types.Diagnostic]]] = {}
        self._broken: Final[dict[Project, tuple[ConfigProblem, ...]]] = {}
        self._elsewhere: Final[dict[Project, tuple[str, ...]]] = {}
        self._asked: Final[set[Project]] = set()
        self._tasks: Final[set[asyncio.Future[None]]] = set()
        self.is_asked = False
        self._watches = False
        self._versioned = False
        self.units = Units.UTF16
        self.texts = Texts(self.units, Path.cwd())

    def begin(self, params: types.InitializeParams) -> None:
        """Get to know the client."""
        if params.locale and not self._is_asked_for:
            self._language = "nl" if params.locale.lower().startswith("nl") else "en"
        self.units = Units(self.workspace.position_encoding or Units.UTF16)
        folders = [path for folder in params.workspace_folders or () if (path := path_of(folder.uri))]
        root = path_of(params.root_uri) if params.root_uri else None
        self.texts = Texts(self.units, next(iter(folders), root or Path.cwd()))
        text = params.capabilities.text_document
        workspace = params.capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        editing = workspace.workspace_edit if workspace else None
        refreshing = workspace.diagnostics if workspace else None
        self.is_asked = bool(text and text.diagnostic and refreshing and refreshing.refresh_support)
        self._watches = bool(watching and watching.dynamic_registration)
        self._versioned = bool(editing and editing.document_changes)
        given = params.initialization_options
        self._run_code |= isinstance(given, Mapping) and given.get("plugins") is True
        loop = asyncio.get_running_loop()

        def on_notice(notice: Notice) -> None:
            loop.call_soon_threadsafe(self.notify, notice)

        projects = Projects(on_notice, run_code=self._run_code, keeps=self._keeps)
        looks_around = not self._watches
        self.checking = Checking(self.texts, projects, self._on_checked, self._on_news, looks_around=looks_around)

    async def watch(self) -> None:
        """Ask the client to tell of files that change on disk, when it can."""
        if not self._watches:
            return
        watchers = [types.FileSystemWatcher(glob) for glob in _WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        wish = types.Registration("watch", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        try:
            await self.client_register_capability_async(types.RegistrationParams([wish]))
        except JsonRpcException:  # it said that it could
            self.checking.looks_around = True

    def end(self) -> bool:
        """End what was started; return whether all of it does end."""
        return not hasattr(self, "checking") or self.checking.end()

    @property
    def language(self) -> str:
        """The language of messages where no settings name one."""
        return self._language

    def view(self, project: Project) -> View:
        """Return how the reader sees what is found with a project's settings."""
        return View(project.settings.message_language or self._language, registry=project.settings.registry)

    def say(
        self,
        message: BoundMessage,
        kind: types.MessageType = types.MessageType.Info,
        project: Project | None = None,
    ) -> None:
        """Tell the person something; about a project in the language of its messages."""
        language = self._language if project is None else self.view(project).language
        self.window_show_message(types.ShowMessageParams(kind, message.render(language)))

    def notify(self, notice: Notice) -> None:
        """Tell something about the checks; what is no error goes to the log."""
        if notice.is_error:
            self.say(notice.message, types.MessageType.Warning)
        else:
            text = notice.message.render(self._language)
            self.window_log_message(types.LogMessageParams(types.MessageType.Info, text))

    def edit(self, text: OpenText, edits: Sequence[Edit]) -> types.WorkspaceEdit:
        """Return edits of a text in the form that the client applies."""
        changes = [text.places.text_edit(edit) for edit in edits]
        if not self._versioned:
            return types.WorkspaceEdit({text.uri: changes})
        identifier = types.OptionalVersionedTextDocumentIdentifier(text.uri, text.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identifier, changes)])

    async def current(self, uri: str) -> tuple[OpenText, Checked] | None:
        """Return a text with what was found in it as it is now; None when it was closed or changed meanwhile."""
        checked = await self.checking.current(uri)
        text = self.texts.get(uri)
        return None if text is None or checked is None or text.edits != checked.edits else (text, checked)

    def diagnostics(self, text: OpenText, checked: Checked) -> list[types.Diagnostic]:
        """Return what was found in a text."""
        view = self.view(checked.project)
        return [diagnostic(violation, text.places, view) for violation in checked.violations]

    def withdraw(self, uri: str) -> None:
        """Take back what was told of a text that was closed."""
        if self._published.pop(uri, None) is not None:
            self._publish(uri, [])

    async def refresh(self) -> None:
        """Have everything checked anew, also where the client asks by itself."""
        self.checking.ask_all()
        await self._have_asked_again()

    async def _have_asked_again(self) -> None:
        if self.is_asked:
            with suppress(JsonRpcException):  # it said that it could
                await self.workspace_diagnostic_refresh_async(None)

    def _on_news(self) -> None:
        self.do(self._have_asked_again())

    def do(self, work: Coroutine[Any, Any, None]) -> None:
        """Have something done beside everything else."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _ask_for_code(self, project: Project) -> None:
        """Ask whether rules of the folder, which are code, may be run."""
        language = self.view(project).language
        yes, no = (types.MessageActionItem(one.in_language(language)) for one in (_RUN, _DO_NOT_RUN))
        question = _MAY_RUN(path=project.settings.root).render(language)
        asked = types.ShowMessageRequestParams(types.MessageType.Warning, question, [yes, no])
        try:
            answer = await self.window_show_message_request_async(asked)
        except JsonRpcException:  # a client that cannot ask
            return
        if answer is not None and answer.title == yes.title:
            await self.checking.run(project.run_code)
            await self.refresh()

    def report_server_error(self, error: Exception, source: type[Exception]) -> None:
        """Note what went wrong with a message; it is nothing to bother a person with."""
        _LOG.warning("%s: %s", source.__name__, error)

    def _on_checked(self, text: OpenText, checked: Checked) -> None:
        if not self.is_asked:
            self._published[text.uri] = []
            self._publish(text.uri, self.diagnostics(text, checked), text.version)
        self._tell_problems(checked.project)
        if checked.project.holds_code_back and checked.project not in self._asked:
            self._asked.add(checked.project)
            self.do(self._ask_for_code(checked.project))
        self._tell_elsewhere(checked)

    def _tell_elsewhere(self, checked: Checked) -> None:
        """Show what is wrong with the settings of the site and with files of rules where it stands, until it is mended."""
        view = self.view(checked.project)
        before = self._elsewhere.get(checked.project, ())
        found = {
            uri_of(Path(other.path)): [
                diagnostic(violation, Places(other.source, self.units), view) for violation in other.violations
            ]
            for other in checked.outcome.elsewhere
        }
        self._elsewhere[checked.project] = tuple(found)
        for uri in dict.fromkeys((*before, *found)):
            self._publish_changed(uri, found.get(uri, []))

    def _tell_problems(self, project: Project) -> None:
        """Show what is wrong with settings where it stands, and say once that they are not used."""
        before = self._broken.get(project, ())
        if project.problems == before:
            return
        self._broken[project] = project.problems
        for path in dict.fromkeys(problem.path for problem in (*before, *project.problems)):
            mine = [problem for problem in project.problems if problem.path == path]
            self._publish_changed(uri_of(path), of_problems(mine, self.view(project).language))
        if project.problems and not before:
            first = project.problems[0]
            self.say(_SETTINGS_BROKEN(path=first.path.name, what=first.message), types.MessageType.Warning, project)

    def _publish_changed(self, uri: str, found: list[types.Diagnostic]) -> None:
        if self._published.get(uri, []) != found:
            self._published[uri] = found
            self._publish(uri, found)

    def _publish(self, uri: str, found: list[types.Diagnostic], number: int | None = None) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, number))


def serve(server: Server, port: int | None) -> int:
    """Serve one client, over standard input and output or over a port of this computer; return the exit code."""
    logging.basicConfig(level=logging.WARNING, format="contentlint: %(message)s")
    _QUIET.setLevel(logging.CRITICAL)
    try:
        asyncio.run(_over_standard_streams(server) if port is None else _over_tcp(server, port))
    except (BrokenPipeError, ConnectionError, ValueError, PyglsError) as error:
        _LOG.warning("the connection was lost: %s", error)
    finally:
        does_end = server.end()
    code = 0 if server.protocol.has_shut_down else 1
    if not does_end:
        # Python would wait for ever for a rule of somebody's own that does not give up.
        os._exit(code)
    return code


async def _over_standard_streams(server: Server) -> None:
    import sys  # noqa: PLC0415 - here alone

    source = StandardInput(sys.stdin.buffer)
    server.protocol.set_writer(StandardOutput())
    await run_async(server.protocol.ended, source, server.protocol, _QUIET, server.report_server_error)


async def _over_tcp(server: Server, port: int) -> None:
    done = asyncio.Event()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            server.protocol.set_writer(writer)
            await run_async(server.protocol.ended, reader, server.protocol, _QUIET, server.report_server_error)
        finally:
            writer.close()  # since Python 3.12, the end of listening waits for it
            done.set()

    listening = await asyncio.start_server(connected, "127.0.0.1", port)
    async with listening:
        await done.wait()
