"""A server of LanguageTool on this computer, for as long as it is needed."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic, sleep
from typing import Final

from contentlint.language.languagetool import keeper
from contentlint.language.languagetool.installation import LEAST_JAVA, Installation, java_version
from contentlint.language.languagetool.trouble import LanguageToolError, Trouble

HOST: Final = "127.0.0.1"
_POLL: Final = 0.1
_CLOSING_SECONDS: Final = 5.0
# A set-up kept between requests answers in tens of milliseconds; without it, each request builds one anew.
_SERVER_SETTINGS: Final = "pipelineCaching=true\nmaxPipelinePoolSize=4\n"
_LAST_WORDS: Final = 2000


class Server:
    """A running server. It ends with ``close``, and with this process, however that ends.

    Args:
        installation: LanguageTool.
        java: the program ``java``.
        memory: the most memory for Java's heap, in MB.
        seconds: how long it may take to start.

    Attributes:
        url: its address.

    Raises:
        LanguageToolError: it did not start, or not in time.
    """

    def __init__(self, installation: Installation, java: str, *, memory: int, seconds: float) -> None:
        self._folder: Final = tempfile.TemporaryDirectory(prefix="contentlint-")
        self._log: Final = Path(self._folder.name) / "server.log"
        settings = Path(self._folder.name) / "server.properties"
        settings.write_text(_SERVER_SETTINGS, "ascii")
        self._port: Final = _free_port()
        self.url: Final = f"http://{HOST}:{self._port}/"
        command = [
            sys.executable, "-I", "-S", keeper.__file__, java, f"-Xmx{memory}m", "-XX:+UseSerialGC",
            "-Dfile.encoding=UTF-8", "-cp", installation.class_path, "org.languagetool.server.HTTPServer",
            "--port", str(self._port), "--config", str(settings),
        ]  # fmt: skip
        try:
            with self._log.open("wb") as log:
                self._process: Final = subprocess.Popen(  # noqa: S603 - Java, with a command of our own
                    command, stdin=subprocess.PIPE, stdout=log, stderr=log, start_new_session=True
                )
        except OSError as error:
            self._folder.cleanup()
            raise LanguageToolError(Trouble.NOT_STARTED, error.strerror or type(error).__name__) from error
        try:
            self._wait(java, monotonic() + seconds, seconds)
        except BaseException:
            self.close()
            raise

    @property
    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        """The process that keeps Java; Java is its child, and in its group."""
        return self._process.pid

    def close(self) -> None:
        """End the server, and wait until it has ended. Calling it again does nothing."""
        process = self._process
        if process.stdin is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()
        try:
            process.wait(_CLOSING_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        # Should the keeper have been killed alone, Java is still there, in its group.
        if hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
        self._folder.cleanup()

    def _wait(self, java: str, deadline: float, seconds: float) -> None:
        while monotonic() < deadline:
            if not self.is_alive:
                raise self._failure(java)
            if self._is_ready():
                return
            sleep(_POLL)
        raise LanguageToolError(Trouble.SLOW_START, f"{seconds:.0f}")

    def _is_ready(self) -> bool:
        connection = http.client.HTTPConnection(HOST, self._port, timeout=2)
        try:
            connection.request("GET", "/v2/healthcheck")
            return connection.getresponse().status == http.client.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def _failure(self, java: str) -> LanguageToolError:
        version = java_version(java)
        if version is not None and version < LEAST_JAVA:
            return LanguageToolError(Trouble.OLD_JAVA, str(version))
        words = self._log.read_bytes()[:_LAST_WORDS].decode("utf-8", "replace").strip()
        return LanguageToolError(Trouble.NOT_STARTED, words.splitlines()[0] if words else "")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port
