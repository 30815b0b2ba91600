"""How messages come and go."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Any, BinaryIO, Final

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol, lsp_method

_LONGEST_LINE: Final = 2**16
_LARGEST_MESSAGE: Final = 2**27
"""Bytes; what claims to be larger comes from no editor."""


class Protocol(LanguageServerProtocol):
    """The protocol, but for what pygls does otherwise than we need it.

    pygls keeps texts itself, and ends their lines at more signs than the protocol does. It ends the process on ``exit``, also
    where the process serves a port. And it keeps something of every notification for ever.

    Attributes:
        ended: is set when the client says that it goes.
    """

    def __init__(self, server: Any, converter: Any) -> None:
        super().__init__(server, converter)
        self.ended: Final = Event()

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        self.fm.features[types.TEXT_DOCUMENT_DID_OPEN](params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE](params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE](params)

    @lsp_method(types.EXIT)
    def lsp_exit(self, *_: Any) -> None:  # type: ignore[override]  # pygls declares a generator, and runs plain methods too
        self.ended.set()

    @property
    def has_shut_down(self) -> bool:
        """Whether the client asked to shut down."""
        return self._shutdown

    def _check_handler_result(self, future: Future[Any]) -> None:
        super()._check_handler_result(future)
        for number in [number for number, one in self._request_futures.items() if one is future]:
            del self._request_futures[number]


class StandardInput:
    """Standard input, read in a thread, within limits."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream: Final = stream
        self._thread: Final = ThreadPoolExecutor(1, "contentlint-input")

    def readline(self) -> Awaitable[bytes]:
        """Read a line."""
        return asyncio.get_running_loop().run_in_executor(self._thread, self._stream.readline, _LONGEST_LINE)

    def readexactly(self, size: int) -> Awaitable[bytes]:
        """Read so many bytes; fewer where the input ends.

        Raises:
            ValueError: there are too many.
        """
        if size > _LARGEST_MESSAGE:
            message = f"a message of {size} bytes is too large"
            raise ValueError(message)
        return asyncio.get_running_loop().run_in_executor(self._thread, self._stream.read, size)


class StandardOutput:
    """Standard output, for messages alone: what anything else prints goes to standard error from now on."""

    def __init__(self) -> None:
        sys.stdout.flush()
        self._stream: Final = os.fdopen(os.dup(1), "wb")
        os.dup2(2, 1)

    def write(self, data: bytes) -> None:
        """Send a message."""
        self._stream.write(data)
        self._stream.flush()

    def close(self) -> None:
        """Send nothing more."""
        self._stream.close()
