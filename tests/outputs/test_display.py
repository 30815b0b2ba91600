"""What is shown for a text, and the columns it takes."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.outputs.display import cells, shown, width_of, wrap


@pytest.mark.parametrize(
    ("text", "expected", "columns"),
    [
        ("abc", "abc", 3),
        ("één", "één", 3),
        ("e\u0301", "e\u0301", 1),
        ("\u0301a", " \u0301a", 2),
        ("日本", "日本", 4),
        ("ｗ", "ｗ", 2),
        ("😀", "😀", 2),
        ("👩\u200d💻", "👩\u200d💻", 2),
        ("👍🏽", "👍🏽", 2),
        ("🇳🇱", "🇳🇱", 2),
        ("❤\ufe0f", "❤\ufe0f", 1),
        ("a\tb", "a    b", 6),
        ("a\u200db", r"a\u200db", 8),
        ("a\u200bb", r"a\u200bb", 8),
        ("\x1b[31mrood", r"\x1b[31mrood", 12),
        ("a\nb\rc", r"a\nb\rc", 7),
        ("\x9b", r"\x9b", 4),
        ("\u202eabc", r"\u202eabc", 9),
        ("\udc80", r"\udc80", 6),
        ("\u2028", r"\u2028", 6),
        ("\U000e0041", r"\U000e0041", 10),
        ("a\u00a0b", "a\u00a0b", 3),
        ("e" + "\u0301" * 100_000, "e" + "\u0301" * 31, 1),
    ],
)
def test_a_text_is_shown(text: str, expected: str, columns: int) -> None:
    assert shown(text) == expected
    assert width_of(text) == columns


@given(st.text())
def test_nothing_that_is_shown_steers_the_screen(text: str) -> None:
    result = shown(text)
    assert not [c for c in result if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp", "Cn", "Co"}]
    # Of the format characters only the joiner inside an emoji passes.
    assert {c for c in result if unicodedata.category(c) == "Cf"} <= {"\u200d"}


@given(st.text())
def test_columns_add_up(text: str) -> None:
    assert "".join(cell.text for cell in cells(text)) == shown(text)
    assert sum(cell.width for cell in cells(text)) == width_of(text)
    assert all(cell.width > 0 for cell in cells(text))


@given(st.text(alphabet="ab é日"), st.integers(1, 30))
def test_wrapping_loses_no_word_and_keeps_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert " ".join(lines).split() == text.split()
    assert all(width_of(line) <= width or len(line.split()) == 1 for line in lines)


def test_a_shortcode_and_a_comment_stay_on_one_line() -> None:
    assert wrap("Zet er <!-- dit --> boven, of niet.", 16) == ["Zet er", "<!-- dit -->", "boven, of niet."]
    assert wrap("Schrijf hier {{% / pull-quote %}}. Echt.", 30) == ["Schrijf hier", "{{% / pull-quote %}}. Echt."]
    assert wrap("Een losse {{ en dan niets meer", 20) == ["Een losse {{ en dan", "niets meer"]
