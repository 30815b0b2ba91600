"""Starts the server with all it can do."""

from __future__ import annotations

from contentlint.lsp import commands, features
from contentlint.lsp.server import Server, serve


def start(language: str, port: int | None, *, run_code: bool, keeps: bool) -> int:
    """Serve one client, and return the exit code: 0 when it ended as it should.

    Args:
        language: the language of messages when neither client nor settings name one.
        port: a port of this computer; None for standard input and output.
        run_code: whether rules in Python that settings name may be run, whatever the client says of it.
        keeps: whether what is found in saved texts is kept, and used again, as ``contentlint check`` does.
    """
    server = Server(language, run_code=run_code, keeps=keeps)
    features.register(server)
    commands.register(server)
    return serve(server, port)
