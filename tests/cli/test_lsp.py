"""``contentlint lsp`` where it cannot serve; tests/lsp has the rest."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

Call = Callable[..., Any]


def test_without_the_library_people_are_told_how_to_get_it(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygls", None)
    outcome = call("lsp", "--lang", "nl")
    assert outcome.code == 2
    assert "pip install 'contentlint[lsp]'" in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("port", ["0", "65536", "x"])
def test_a_port_that_is_none_is_refused(call: Call, port: str) -> None:
    outcome = call("lsp", "--tcp", port)
    assert outcome.code == 2
    assert "--tcp" in outcome.err
