"""A stand-in for Java that serves LanguageTool's protocol, and the real LanguageTool where it is to be had."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from contentlint.language.languagetool.install import install
from contentlint.language.languagetool.installation import FOLDER_VARIABLE, find_installation, find_java
from contentlint.language.languagetool.proofreader import Instructions, Proofreader
from contentlint.language.languagetool.trouble import LanguageToolError

ROOT = Path(__file__).parents[3]
JARS = ROOT / "build" / "languagetool"
IN_CI = os.environ.get("CI", "").lower() in ("1", "true")

STAND_IN = """#!{python}
import json, os, re, sys, time
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs

behaviour = {behaviour!r}
if "-version" in sys.argv:
    print('openjdk version "{version}" 2025-01-01', file=sys.stderr)
    sys.exit()
if behaviour == "ends":
    print("Something is wrong inside", file=sys.stderr)
    sys.exit(3)
with open({log!r}, "a") as log:
    log.write(f"start {{os.getpid()}}\\n")
if behaviour == "never ready":
    time.sleep(60)


class Handler(BaseHTTPRequestHandler):
    def answer(self, data):
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        languages = [{{"code": code, "longCode": code}} for code in ("nl", "nl-BE", "en", "en-GB")]
        self.answer(languages if self.path == "/v2/languages" else b"OK")

    def do_POST(self):
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        text, language = form["text"][0], form["language"][0]
        with open({log!r}, "a") as log:
            log.write(json.dumps({{"language": language, "text": text, "off": form.get("disabledRules", [""])[0]}}) + "\\n")
        if behaviour == "slow" or "TRAAG" in text:
            time.sleep(60)
        if behaviour == "dies" or "STERF" in text:
            os._exit(1)
        if behaviour == "nonsense":
            self.answer(b"<html>")
            return
        if behaviour == "outside":
            self.answer({{"matches": [self.match(text, 5, 99999, "X")]}})
            return
        units = text.encode("utf-16-le")
        self.answer({{"matches": [
            self.match(text, len(text[:found.start()].encode("utf-16-le")) // 2,
                       len(found[0].encode("utf-16-le")) // 2, rule, *rest)
            for pattern, rule, *rest in (
                ("foute? zin", "GRAMMAR_RULE", "grammar", "GRAMMAR", "goede zin"),
                (r"\\\\bqzorp\\\\b|\\\\bfiets\\\\b", "MORFOLOGIK_RULE_NL_NL", "misspelling", "TYPOS"),
                ("  +", "SPACES", "whitespace", "MISC"),
                ("geinteresseerd", "OTHER", "misspelling", "TYPOS"),
            )
            for found in re.finditer(pattern, text)
        ]}})

    def match(self, text, offset, length, rule, kind="grammar", category="GRAMMAR", *replacements):
        return {{
            "message": "Dit is misschien niet goed.", "shortMessage": "", "offset": offset, "length": length,
            "replacements": [{{"value": value}} for value in replacements],
            "context": {{"text": text, "offset": offset, "length": length}}, "sentence": text,
            "rule": {{"id": rule, "description": "", "issueType": kind, "category": {{"id": category, "name": ""}}}},
        }}

    def log_message(self, *_):
        pass


HTTPServer(("127.0.0.1", int(sys.argv[sys.argv.index("--port") + 1])), Handler).serve_forever()
"""


class StandIn:
    """A program ``java`` that does as it is told, and what it noted."""

    def __init__(self, folder: Path, behaviour: str, version: str) -> None:
        self.home = folder / "java"
        self.log = folder / "noted"
        self.log.touch()
        program = self.home / "bin" / "java"
        program.parent.mkdir(parents=True)
        program.write_text(
            STAND_IN.format(python=sys.executable, behaviour=behaviour, version=version, log=str(self.log)), "utf-8"
        )
        program.chmod(0o755)

    @property
    def lines(self) -> list[str]:
        return self.log.read_text("utf-8").splitlines()

    @property
    def pids(self) -> list[int]:
        return [int(line.partition(" ")[2]) for line in self.lines if line.startswith("start ")]

    @property
    def requests(self) -> list[str]:
        return [line for line in self.lines if not line.startswith("start ")]


StandInMaker = Callable[..., StandIn]


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandInMaker:
    """Put a stand-in for Java and LanguageTool in place."""

    def make(behaviour: str = "", version: str = "17.0.1") -> StandIn:
        made = StandIn(tmp_path, behaviour, version)
        jars = tmp_path / "jars"
        jars.mkdir()
        (jars / "languagetool-server-6.6.jar").touch()
        monkeypatch.setenv("JAVA_HOME", str(made.home))
        monkeypatch.setenv(FOLDER_VARIABLE, str(jars))
        return made

    return make


@pytest.fixture(scope="session")
def real_languagetool() -> Iterator[Proofreader]:
    """The real LanguageTool, for all tests that need it. Where it is not, CI fetches it; others are told how."""
    try:
        find_java()
    except LanguageToolError:
        pytest.skip("the real LanguageTool needs Java")
    patch = pytest.MonkeyPatch()
    if not os.environ.get(FOLDER_VARIABLE):
        patch.setenv(FOLDER_VARIABLE, str(JARS))
        try:
            find_installation()
        except LanguageToolError:
            if not IN_CI or shutil.which("mvn") is None:
                patch.undo()
                pytest.skip("the real LanguageTool is not here; ‘make languagetool’ fetches it")
            try:
                install(JARS)
            except LanguageToolError as error:
                patch.undo()
                pytest.skip(f"the real LanguageTool could not be fetched: {error}")
    proofreader = Proofreader(Instructions())
    yield proofreader
    proofreader.close()
    patch.undo()


def is_running(pid: int) -> bool:
    """Whether a process runs (one that has ended and waits to be collected does not)."""
    found = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return bool(found.stdout.strip()) and not found.stdout.strip().startswith("Z")
