"""What happens when a client, a settings file or a rule goes wrong: the server goes on, or ends as it should."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from tests.lsp.conftest import COMMAND, POST, Editor, Editors

from contentlint.config.plugins import guard
from contentlint.lsp.project import Project
from contentlint.text import SourceText

in_session = pytest.mark.asyncio(loop_scope="session")


def message(method: str, params: Any, number: int | None = None) -> bytes:
    body = {"jsonrpc": "2.0", "method": method, "params": params} | ({} if number is None else {"id": number})
    return framed(json.dumps(body).encode())


def framed(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


HELLO = message("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1) + message("initialized", {})
GOODBYE = message("shutdown", None, 2) + message("exit", None)


def opened(root: Path, text: str) -> bytes:
    uri = (root / "content/boeken.md").as_uri()
    return message(
        "textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "markdown", "version": 1, "text": text}}
    )


def run(root: Path, *sent: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run a server that is sent bytes, and then nothing more."""
    return subprocess.run(COMMAND, cwd=root, input=b"".join(sent), capture_output=True, timeout=60, check=False)


NONSENSE = (
    b"\r\n\r\nGET / HTTP/1.1\r\n\r\n",
    framed(b"{"),
    framed(b"[]"),
    framed(b"null"),
    framed(b"\xff\xfe\x00"),
    framed(b'{"jsonrpc": "1.0", "method": 5}'),
    framed(b"[" * 100_000),
    message("textDocument/didOpen", {"textDocument": 5}),
    message(
        "textDocument/didChange",
        {"textDocument": {"uri": "file:///x", "version": 1}, "contentChanges": [{"text": "a"}]},
    ),
    message("textDocument/hover", {"textDocument": {"uri": "file:///x"}, "position": {"line": 0, "character": 0}}, 7),
    message("textDocument/diagnostic", {"textDocument": {"uri": "%%%"}}, 8),
    message("workspace/executeCommand", {"command": "contentlint.ignoreHere", "arguments": [1, 2, 3]}, 9),
    message("workspace/executeCommand", {"command": "nothing"}, 10),
    message("no/such/thing", {}, 11),
    message("$/cancelRequest", {"id": 99}),
)


def test_nonsense_does_no_harm(site: Path) -> None:
    done = run(
        site,
        HELLO,
        *NONSENSE,
        opened(site, POST),
        message("textDocument/diagnostic", {"textDocument": {"uri": "file:///x.md"}}, 20),
        GOODBYE,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert b'"id": 2' in done.stdout
    assert b"Traceback" not in done.stderr


def test_a_client_that_asks_before_it_says_hello_is_not_answered_and_does_no_harm(site: Path) -> None:
    done = run(
        site,
        opened(site, POST),
        message("textDocument/diagnostic", {"textDocument": {"uri": "file:///x.md"}}, 20),
        HELLO,
        GOODBYE,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_a_message_that_claims_to_be_endless_ends_the_server(site: Path) -> None:
    done = run(site, HELLO, b"Content-Length: 99999999999\r\n\r\n{")
    assert done.returncode == 1
    assert b"too large" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_client_that_dies_takes_the_server_along(site: Path) -> None:
    with subprocess.Popen(COMMAND, cwd=site, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin is not None
        server.stdin.write(HELLO + opened(site, POST * 50))
        server.stdin.close()
        assert server.stdout is not None
        server.stdout.close()
        assert server.wait(30) == 1


def test_shutting_down_in_the_middle_of_a_check_ends_at_once(site: Path) -> None:
    text = POST + "De geschaadt boeken *staan* op de [plank](https://example.org/) en ook daar.\n\n" * 20_000
    done = run(site, HELLO, opened(site, text), GOODBYE)
    assert done.returncode == 0


def write_own_rule(root: Path, code: str | None = None) -> None:
    (root / "rules").mkdir()
    (root / "rules/loud.py").write_text(code or RAISING)
    (root / "contentlint.toml").write_text('rules-folder = "rules"\nextend-select = ["house-loud"]\n')


def test_a_client_that_is_killed_leaves_no_process_behind(site: Path) -> None:
    """The server is not told: its pipes are closed by the system, in the middle of a check."""
    middleman = (
        "import subprocess, sys, time\n"
        f"server = subprocess.Popen({[*COMMAND]!r}, stdin=subprocess.PIPE, stdout=subprocess.PIPE)\n"
        f"server.stdin.write({HELLO + opened(site, POST * 500)!r})\n"
        "server.stdin.flush()\n"
        "print(server.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", middleman], cwd=site, stdout=subprocess.PIPE) as client:
        assert client.stdout is not None
        server = int(client.stdout.readline())
        time.sleep(1)
        client.kill()
    for _ in range(300):
        if not is_alive(server):
            return
        time.sleep(0.1)
    pytest.fail("the server is still there")


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[:1]


def test_a_rule_that_hangs_does_not_keep_the_server_from_ending(site: Path) -> None:
    write_own_rule(site, HANGING)
    with subprocess.Popen(
        (*COMMAND, "--plugins"), cwd=site, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as server:
        assert server.stdin is not None
        assert server.stderr is not None
        server.stdin.write(HELLO + opened(site, POST))
        server.stdin.flush()
        while b"I hang" not in server.stderr.readline():
            pass
        server.stdin.write(GOODBYE)
        server.stdin.close()
        assert server.wait(30) == 0


def test_a_rule_that_never_ends_is_stopped_and_the_others_go_on(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "SECONDS", 0.2)
    write_own_rule(site, HANGING.replace("time.sleep(3600)", "any(zero for zero in iter(int, 1))"))
    path = site / "content/boeken.md"
    with ThreadPoolExecutor(1) as thread:
        project = thread.submit(Project, path, lambda _: None, run_code=True).result()
        found = thread.submit(project.check, SourceText(POST), path).result(60)
    assert {one.rule.code for one in found.own} >= {"CL003", "SP001"}


@in_session
async def test_what_a_rule_prints_does_not_break_the_connection(editors: Editors) -> None:
    editor = await editors(plugins=True)
    write_own_rule(editor.root)
    codes = await editor.codes(editor.open("content/boeken.md", POST))
    assert "CL003" in codes
    assert "SP001" in codes
    assert editor.questions == []


@in_session
async def test_the_code_of_a_folder_is_run_once_somebody_said_so(editor: Editor) -> None:
    write_own_rule(editor.root)
    editor.answer = "Uitvoeren"
    uri = editor.open("content/boeken.md", POST)
    assert "CL003" not in await editor.codes(uri)
    await asyncio.wait_for(editor.asked_again.wait(), 20)
    assert "CL003" in await editor.codes(uri)
    assert len(editor.questions) == 1
    assert "Python" in editor.questions[0]


@in_session
async def test_the_code_of_a_folder_is_not_run_when_the_answer_is_no(editor: Editor) -> None:
    write_own_rule(editor.root)
    editor.answer = "Niet uitvoeren"
    uri = editor.open("content/boeken.md", POST)
    for number in range(3):
        assert "CL003" not in await editor.codes(uri)
        editor.set(uri, POST + f"Regel {number}.\n")
    assert len(editor.questions) == 1


RAISING = '''
from contentlint.document import Document
from contentlint.rules.base import Family, Invalid, Message, Options, Rule, RuleInfo, Severity, Valid, on

print("here I am")


class Loud(Rule[Options]):
    """Reports nothing and fails."""

    info = RuleInfo(
        name="house-loud", code="HZ001", family=Family("HZ"), severity=Severity.ERROR,
        summary=Message(en="Loud", nl="Luid"), since="1",
    )

    @on(Document)
    def check(self, _):
        print("Content-Length: 5")
        raise RuntimeError("broken")
        yield
'''

HANGING = RAISING.replace('raise RuntimeError("broken")', "import time; print('I hang', flush=True); time.sleep(3600)")


@in_session
async def test_many_open_texts_are_all_checked_and_the_server_answers_meanwhile(editor: Editor) -> None:
    uris = [editor.open(f"content/bericht-{number}.md", POST) for number in range(500)]
    start = time.monotonic()
    params = types.FoldingRangeParams(types.TextDocumentIdentifier(uris[0]))
    await editor.client.text_document_folding_range_async(params)
    assert time.monotonic() - start < 30
    assert [one.code for one in await editor.pull(uris[499])] == ["SP001"]
    assert [one.code for one in await editor.pull(uris[0])] == ["SP001"]


@in_session
async def test_a_server_on_a_port_serves_one_client_and_ends(site: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = await asyncio.create_subprocess_exec(*COMMAND, "--tcp", str(port), cwd=site)
    try:
        for _ in range(300):
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                break
            except ConnectionRefusedError:
                await asyncio.sleep(0.1)
        writer.write(HELLO + opened(site, POST))
        await asyncio.wait_for(reader.readuntil(b"SP001"), 30)
        writer.write(GOODBYE)
        await writer.drain()
        assert await asyncio.wait_for(server.wait(), 30) == 0
        writer.close()
    finally:
        if server.returncode is None:
            server.kill()


def memory(pid: int) -> int:
    """Return the memory of a process in KB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
@in_session
async def test_memory_stays_as_it_is_over_ten_thousand_edits(editors: Editors) -> None:
    editor = await editors(pulls=False)
    process = editor.client._server
    assert process is not None
    text = POST + "Nog een alinea over boeken.\n\n" * 10
    uri = editor.open("content/boeken.md", text)
    await editor.pushed(uri, 1)
    sizes = []
    place = types.Position(9, 3)
    for number in range(10_000):
        new = "x" if number % 2 == 0 else ""
        end = types.Position(9, 3 if new else 4)
        editor.change(uri, types.TextDocumentContentChangePartial(types.Range(place, end), new))
        if number % 100 == 99:
            editor.notices.clear()
            editor.set(uri, text)
            await editor.pushed(uri, editor.versions[uri])
        if number in (999, 9_999):
            sizes.append(memory(process.pid))
    assert sizes[1] < sizes[0] * 1.2
