"""From a key press to new findings in an editor: milliseconds, for our server and for that of rumdl.

Types letter after letter into a post of 10 KB, made of the demo site's Dutch texts, over the pipes that an editor uses. The
figures are times on the clock, so other work on the machine counts.

    python benchmarks/lsp.py [--keys 100] [--pause 150] [--rumdl PATH]
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parents[1]
SIZE = 10 * 1024
TYPED = "Nog een zin erbij over het leeszaaltje. "


class Client:
    """A client that knows no more than it needs."""

    def __init__(self, command: Sequence[str], root: Path) -> None:
        self.process = subprocess.Popen(
            command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._number = 0

    def tell(self, method: str, params: Any) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and wait for its answer."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        return next(one for one in self._messages() if one.get("id") == self._number and "method" not in one).get(
            "result"
        )

    def wait_for_findings(self, uri: str, version: int) -> int:
        """Wait for the findings of a version of a text; return how many they are."""
        for message in self._messages():
            params = message.get("params") or {}
            if message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == uri:
                if (params.get("version") or version) >= version:
                    return len(params["diagnostics"])
            elif "method" in message and "id" in message:
                self._send({"id": message["id"], "result": None})
        sys.exit("the server ended")

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        if (stream := self.process.stdin) is not None:
            stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            stream.flush()

    def _messages(self) -> Iterator[dict[str, Any]]:
        stream = self.process.stdout
        while stream is not None and (line := stream.readline()):
            length = 0
            while line.strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.partition(b":")[2])
                line = stream.readline()
            yield json.loads(stream.read(length))


def post() -> str:
    """Return a post of 10 KB."""
    bodies = [path.read_text().split("---\n", 2)[2] for path in sorted((HERE / "content").rglob("*.nl.md"))]
    head = "---\ntitle: Een lang bericht\ndescription: Alles wat er was.\ndate: 2026-01-05\n---\n"
    text = head + "".join(bodies * 3)
    return text.encode()[:SIZE].decode("utf-8", "ignore").rpartition("\n\n")[0] + "\n\nSlot.\n"


def measure(name: str, command: Sequence[str], keys: int, pause: float) -> None:
    """Print what a server takes."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for part in ("content", "layouts", "rules", "hugo.toml", "contentlint.toml"):
            source = HERE / part
            (shutil.copytree if source.is_dir() else shutil.copy)(source, root / part)
        path = root / "content/berichten/lang/index.nl.md"
        path.parent.mkdir()
        text = post()
        path.write_text(text)
        times, found, cpu = _type(Client(command, root), path, text, keys, pause)
    times.sort()
    print(
        f"{name:12} {len(text.encode()):6} bytes, {found:3} findings: median {statistics.median(times):6.1f} ms, "
        f"p95 {times[int(len(times) * 0.95)]:6.1f} ms; {cpu:5.1f} ms of the processor for each key"
    )


def _type(client: Client, path: Path, text: str, keys: int, pause: float) -> tuple[list[float], int, float]:
    uri = path.as_uri()
    folder = {"uri": path.parents[3].as_uri(), "name": "site"}
    about: dict[str, Any] = {
        "processId": None,
        "rootUri": folder["uri"],
        "workspaceFolders": [folder],
        "capabilities": {},
    }
    sync = client.ask("initialize", about)["capabilities"]["textDocumentSync"]
    takes_changes = (sync if isinstance(sync, int) else sync["change"]) == 2
    client.tell("initialized", {})
    document = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
    client.tell("textDocument/didOpen", {"textDocument": document})
    client.wait_for_findings(uri, 1)
    lines = text.split("\n")
    line = next(number for number, line in enumerate(lines) if number > 40 and len(line) > 80)
    times = []
    found = 0
    before = _cpu(client.process.pid)
    for number in range(keys):
        time.sleep(pause)
        place = {"line": line, "character": number}
        letter = TYPED[number % len(TYPED)]
        lines[line] = lines[line][:number] + letter + lines[line][number:]
        whole = "\n".join(lines)
        change = {"range": {"start": place, "end": place}, "text": letter} if takes_changes else {"text": whole}
        identifier = {"uri": uri, "version": number + 2}
        start = time.perf_counter()
        client.tell("textDocument/didChange", {"textDocument": identifier, "contentChanges": [change]})
        found = client.wait_for_findings(uri, number + 2)
        times.append((time.perf_counter() - start) * 1000)
    cpu = (_cpu(client.process.pid) - before) * 1000 / keys
    client.process.kill()  # not every server goes when it is asked to
    client.process.wait()
    return times, found, cpu


def _cpu(pid: int) -> float:
    """Return the seconds of the processor that a process has used (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def main() -> None:
    """Measure both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=100)
    parser.add_argument("--pause", type=int, default=150, help="milliseconds between two keys")
    parser.add_argument("--rumdl", default=shutil.which("rumdl"), help="the program, when it is not on the path")
    given = parser.parse_args()
    measure("contentlint", (sys.executable, "-m", "contentlint", "lsp"), given.keys, given.pause / 1000)
    if given.rumdl:
        measure("rumdl", (given.rumdl, "server"), given.keys, given.pause / 1000)


if __name__ == "__main__":
    main()
