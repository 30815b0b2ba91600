"""Starts the server with all it can do."""

from __future__ import annotations

from contentlint.lsp import commands, features
from contentlint.lsp.server import Server, serve


def start(language: str, port: int | None, *, is_asked_for: bool, run_code: bool, keeps: bool) -> int:
    """Serve one client, and return the exit code: 0 when it ended as it should.

    Args:
        language: the language of messages when the settings name none.
        port: a port of this computer; None for standard input and output.
        is_asked_for: whether that language holds whatever language the client speaks.
        run_code: whether rules in Python that settings name may be run, whatever the client says of it.
        keeps: whether what is found in saved texts is kept, and used again, as ``contentlint check`` does.
    """
    server = Server(language, is_asked_for=is_asked_for, run_code=run_code, keeps=keeps)
    features.register(server)
    commands.register(server)
    return serve(server, port)
