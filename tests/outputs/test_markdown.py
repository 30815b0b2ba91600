"""Results as Markdown show texts as they are, and keep within what GitHub takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.outputs.sample import NO_WORD, hostile, plain, result, show, violate

from contentlint.outputs import markdown
from contentlint.outputs.display import shown

RENDERER = MarkdownIt("gfm-like", {"html": True, "linkify": False})


def test_a_table_for_each_file_with_violations() -> None:
    address = "https://contentlint.readthedocs.io/en/latest/rules"
    assert show("markdown", *plain()) == (
        "### contentlint\n\n2 bestanden bekeken: 1 fout, 1 waarschuwing.\n"
        "\n#### content\\/a\\.nl\\.md\n\n| Regel | | Wat | Regel |\n| ---: | --- | --- | --- |\n"
        f"| 3 | fout | ‘geschaadt’ is geen woord\\. Bedoel je ‘geschaad’\\? | [spelling-mistake]({address}/spelling-mistake/) |\n"
        "| 5 | waarschuwing | Vervang door ‘\\#\\#’\\.<br>Te herstellen\\, maar kijk eerst\\. "
        f"| [heading-level-skip]({address}/heading-level-skip/) |\n"
    )


def test_nothing_found_is_said() -> None:
    assert show("markdown", result("Goed.\n")) == "### contentlint\n\n1 bestand bekeken: niets gevonden.\n"


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_word_is_shown_as_it_is(word: str) -> None:
    rendered = RENDERER.parse(show("markdown", result("x", violate(0, 1, NO_WORD(word=word)))))
    (cell,) = [token for token in rendered if token.type == "inline" and "is geen woord" in token.content]
    assert {child.type for child in cell.children or ()} <= {"text", "text_special"}
    told = "".join(child.content for child in cell.children or ())
    assert " ".join(told.split()) == " ".join(shown(f"‘{word}’ is geen woord.").split())


def test_nothing_hostile_becomes_a_tag_or_a_link() -> None:
    rendered = RENDERER.render(show("markdown", *hostile()))
    assert "<script" not in rendered
    assert "evil.example" in rendered
    assert 'href="https://evil' not in rendered


def test_what_goes_beyond_the_limit_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "_ROOM", 600)
    text = show("markdown", result("x" * 9, *(violate(at, at + 1, NO_WORD(word="x")) for at in range(9))), result("x"))
    rows = text.count("[spelling-mistake]")
    assert 0 < rows < 9
    assert text.endswith(f"\nEn nog {9 - rows}.\n")
    assert len(text.encode()) < 600 + 200


def test_the_limit_is_githubs() -> None:
    word = "é" * 1000
    found = result("x" * 2000, *(violate(at, at + 1, NO_WORD(word=word)) for at in range(2000)))
    size = len(show("markdown", found).encode())
    assert 2**20 - 2**15 < size < 2**20
