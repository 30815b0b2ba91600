"""Prose is read piece by piece, by a server that comes and goes; whatever it does, there is a clear end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from tests.language.languagetool.conftest import StandInMaker, is_running

from contentlint.language.findings import Piece
from contentlint.language.languagetool.installation import find_installation, find_java
from contentlint.language.languagetool.proofreader import LARGEST_REQUEST, Instructions, Proofreader, engine_language
from contentlint.language.languagetool.server import Server
from contentlint.language.languagetool.trouble import LanguageToolError, Trouble

QUICK = Instructions(start_seconds=10, request_seconds=10)


def wait_until(holds: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 10
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.05)
    return holds()


def read(*pieces: Piece, instructions: Instructions = QUICK) -> list[list[tuple[int, int, str]]]:
    reader = Proofreader(instructions)
    try:
        return [[(one.start, one.end, one.rule) for one in found] for found in reader.read(pieces)]
    finally:
        reader.close()


def test_a_finding_has_its_place_also_behind_and_amid_emoji(stand_in: StandInMaker) -> None:
    stand_in()
    text = "😀 Een fout zin 😀 en nog een fout zin."
    (found,) = read(Piece(text, "nl"))
    assert [text[start:end] for start, end, _ in found] == ["fout zin", "fout zin"]


def test_the_same_text_in_the_same_language_is_sent_once(stand_in: StandInMaker) -> None:
    java = stand_in()
    piece = Piece("Een fout zin.", "nl")
    first, second, english = read(piece, piece, Piece("Een fout zin.", "en"))
    assert first == second == english == [(4, 12, "GRAMMAR_RULE")]
    assert [json.loads(line)["language"] for line in java.requests] == ["nl", "en"]


def test_a_server_is_started_only_for_prose_that_is_to_be_read(stand_in: StandInMaker) -> None:
    java = stand_in()
    assert read(Piece("Ein Satz.", "de"), Piece("Zin.", ""), Piece("  ", "nl")) == [[], [], []]
    assert java.lines == []


def test_what_is_said_beside_a_gap_is_left_out(stand_in: StandInMaker) -> None:
    stand_in()
    assert read(Piece("De \ufffc fout zin, maar ook deze fout zin hier.", "nl")) == [[(29, 37, "GRAMMAR_RULE")]]


def test_remarks_on_spaces_alone_are_left_out(stand_in: StandInMaker) -> None:
    stand_in()
    assert read(Piece("Twee  spaties.", "nl")) == [[]]


def test_long_prose_goes_in_parts_and_keeps_its_places(stand_in: StandInMaker) -> None:
    java = stand_in()
    text = "Dit is een fout zin over niets. " * (LARGEST_REQUEST // 20)
    (found,) = read(Piece(text, "nl"))
    assert len(found) == text.count("fout zin")
    assert {text[start:end] for start, end, _ in found} == {"fout zin"}
    sent = [json.loads(line)["text"] for line in java.requests]
    assert "".join(sent) == text
    assert max(map(len, sent)) <= LARGEST_REQUEST


def test_rules_to_ignore_are_passed_on(stand_in: StandInMaker) -> None:
    java = stand_in()
    read(Piece("Zin.", "nl"), instructions=QUICK._replace(ignore=("SOME_RULE",)))
    read(Piece("Zin.", "nl"), instructions=QUICK._replace(spelling=True))
    first, second = (json.loads(line)["off"].split(",") for line in java.requests)
    assert {"SOME_RULE", "MORFOLOGIK_RULE_NL_NL"} <= {*first}
    assert not {"SOME_RULE", "MORFOLOGIK_RULE_NL_NL"} & {*second}


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("nl", "nl"), ("nl-BE", "nl-BE"), ("nl-nl", "nl"), ("EN_gb", "en-GB"), ("en", "en"), ("de", ""), ("", "")],
)
def test_languages_are_named_as_languagetool_does(tag: str, expected: str) -> None:
    assert engine_language(tag) == expected


@pytest.mark.parametrize(
    ("behaviour", "version", "instructions", "expected"),
    [
        ("ends", "17", QUICK, (Trouble.NOT_STARTED, "Something is wrong inside")),
        ("ends", "11.0.2", QUICK, (Trouble.OLD_JAVA, "11")),
        ("never ready", "17", QUICK._replace(start_seconds=1), (Trouble.SLOW_START, "1")),
        ("slow", "17", QUICK._replace(request_seconds=1), (Trouble.SLOW_ANSWER, "1")),
        ("dies", "17", QUICK, (Trouble.UNREACHABLE, None)),
        ("nonsense", "17", QUICK, (Trouble.BAD_ANSWER, None)),
        ("outside", "17", QUICK, (Trouble.BAD_ANSWER, None)),
    ],
)
def test_a_server_that_fails_gives_a_reason_and_leaves_no_process(
    stand_in: StandInMaker,
    behaviour: str,
    version: str,
    instructions: Instructions,
    expected: tuple[Trouble, str | None],
) -> None:
    java = stand_in(behaviour, version)
    with pytest.raises(LanguageToolError) as caught:
        read(Piece("Een zin.", "nl"), instructions=instructions)
    trouble, detail = expected
    assert caught.value.trouble is trouble
    assert detail is None or caught.value.detail == detail
    assert not any(is_running(pid) for pid in java.pids)


def test_without_the_library_nothing_is_started(stand_in: StandInMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    java = stand_in()
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    with pytest.raises(LanguageToolError) as caught:
        read(Piece("Zin.", "nl"))
    assert caught.value.trouble is Trouble.NO_LIBRARY
    assert java.lines == []


def test_an_address_where_nothing_listens_is_named() -> None:
    with pytest.raises(LanguageToolError) as caught:
        read(Piece("Zin.", "nl"), instructions=QUICK._replace(remote_server="http://127.0.0.1:9/"))
    assert (caught.value.trouble, caught.value.detail) == (Trouble.UNREACHABLE, "http://127.0.0.1:9/")


def test_a_server_elsewhere_is_asked_at_its_address_and_not_ended(stand_in: StandInMaker) -> None:
    java = stand_in()
    server = Server(find_installation(), find_java(), memory=256, seconds=10)
    try:
        for address in (server.url, server.url.rstrip("/"), server.url + "v2", server.url + "v2/"):
            assert read(Piece("Een fout zin.", "nl"), instructions=QUICK._replace(remote_server=address)) == [
                [(4, 12, "GRAMMAR_RULE")]
            ]
        assert len(java.pids) == 1
        assert server.is_alive
    finally:
        server.close()
    assert not is_running(java.pids[0])


def test_text_for_this_computer_does_not_go_through_a_proxy(
    stand_in: StandInMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in()
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert read(Piece("Een fout zin.", "nl")) == [[(4, 12, "GRAMMAR_RULE")]]


HOLDER = """
import os, signal, sys, time
from contentlint.language.findings import Piece
from contentlint.language.languagetool.proofreader import Instructions, Proofreader
reader = Proofreader(Instructions())
reader.read([Piece("Zin.", "nl")])
print("read", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL], ids=lambda one: one.name)
def test_however_the_program_ends_the_server_ends_with_it(stand_in: StandInMaker, number: signal.Signals) -> None:
    java = stand_in()
    command = [sys.executable, "-c", HOLDER]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"read\n"
        (pid,) = java.pids
        assert is_running(pid)
        process.send_signal(number)
    assert wait_until(lambda: not is_running(pid))


@pytest.mark.skipif(os.name == "nt", reason="process groups of POSIX")
def test_a_server_whose_keeper_was_killed_is_ended_all_the_same(stand_in: StandInMaker) -> None:
    java = stand_in()
    server = Server(find_installation(), find_java(), memory=256, seconds=10)
    (pid,) = java.pids
    os.kill(server.pid, signal.SIGKILL)
    assert is_running(pid)
    server.close()
    assert wait_until(lambda: not is_running(pid))
