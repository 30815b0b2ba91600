"""python-frontmatter sees what Hugo sees."""

from __future__ import annotations

import datetime as dt
import math

import frontmatter
import pytest

from contentlint.document import Document
from contentlint.document.front_matter.post import (
    FrontMatterError,
    HugoJSONHandler,
    HugoTOMLHandler,
    HugoYAMLHandler,
)
from contentlint.text import SourceText

HANDLERS = [HugoYAMLHandler, HugoTOMLHandler, HugoJSONHandler]


def test_a_document_has_a_post_with_hugos_values() -> None:
    post = Document(SourceText("---\ntitle: yes\ndate: 2025-11-20\ncontent: x\nweight: 010\n---\n\nTekst\n")).post
    assert post.metadata == {"title": "yes", "date": "2025-11-20", "content": "x", "weight": 8}
    assert post.content == "\nTekst\n"
    assert isinstance(post.handler, HugoYAMLHandler)


def test_a_document_without_front_matter_has_an_empty_post() -> None:
    post = Document(SourceText("Tekst\n")).post
    assert (post.metadata, post.content, post.handler) == ({}, "Tekst\n", None)


@pytest.mark.parametrize("handler", HANDLERS)
def test_values_survive_writing_and_reading(handler: type[HugoYAMLHandler]) -> None:
    metadata: dict[str, object] = {
        "title": "Zo'n \"dag\": # 9", "n": 5, "half": 0.5, "on": True, "list": ["a", "é\n"], "map": {"x y": 1},
    }  # fmt: skip
    post = frontmatter.Post("Tekst", handler())
    post.metadata = dict(metadata)
    again = frontmatter.loads(frontmatter.dumps(post), handler=handler())
    assert again.metadata == metadata
    assert again.content.strip() == "Tekst"


def test_toml_writes_dates_and_numbers_and_leaves_nothing_out_but_none() -> None:
    moment = dt.datetime(2025, 11, 20, 7, tzinfo=dt.UTC)
    metadata: dict[str, object] = {"a": moment, "b": dt.date(2025, 11, 20), "c": -math.inf, "d": None, "e": [None, 1]}
    written = HugoTOMLHandler().export(metadata)
    assert written == "a = 2025-11-20T07:00:00+00:00\nb = 2025-11-20\nc = -inf\ne = [1]"
    assert HugoTOMLHandler().load(written) == {"a": moment, "b": dt.date(2025, 11, 20), "c": -math.inf, "e": [1]}


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\n---\na: b\n---\n", HugoYAMLHandler),
        ("+++\na = 1\n+++\n", HugoTOMLHandler),
        ('{"a": 1}\n', HugoJSONHandler),
        ("tekst", None),
    ],
)
def test_each_handler_knows_its_own_files(text: str, seen: type[HugoYAMLHandler] | None) -> None:
    assert [handler for handler in HANDLERS if handler().detect(text)] == ([seen] if seen else [])


def test_what_hugo_rejects_is_an_error() -> None:
    with pytest.raises(FrontMatterError, match="unquoted-colon"):
        HugoYAMLHandler().load("a: b: c")
    with pytest.raises(FrontMatterError, match="unclosed"):
        HugoYAMLHandler().split("---\na: b\n")
    with pytest.raises(FrontMatterError, match="no front matter"):
        HugoYAMLHandler().split("tekst")
