"""The piece of text around a violation, and the mark under it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from contentlint.outputs.display import width_of
from contentlint.outputs.excerpt import excerpt
from contentlint.text import SourceText, Span

POST = (
    "Maar achter dit ongebreidelde optimisme schuilt een harde realiteit die geschaadt kan worden door wat je baas wil."
)


def drawn(text: str, start: int, end: int, width: int) -> str:
    """Return the excerpt with its mark, as it stands on the screen."""
    piece = excerpt(SourceText(text), Span(start, end), width)
    return f"{piece.text}\n{' ' * piece.mark}{'‾' * piece.length}"


def test_a_short_line_is_shown_whole() -> None:
    assert drawn("a\nauthor:\nb", 2, 9, 70) == "author:\n‾‾‾‾‾‾‾"


def test_a_long_line_is_cut_at_words_on_both_sides() -> None:
    start = POST.index("geschaadt")
    mark = " " * len("… realiteit die ") + "‾" * len("geschaadt")
    assert drawn(POST, start, start + 9, 50) == f"… realiteit die geschaadt kan worden door wat je …\n{mark}"


def test_at_the_beginning_and_the_end_of_a_line_the_room_goes_to_the_other_side() -> None:
    assert drawn(POST, 0, 4, 40) == "Maar achter dit ongebreidelde …\n‾‾‾‾"
    start = POST.index("wil.")
    assert drawn(POST, start, start + 4, 40) == "… kan worden door wat je baas wil.\n" + " " * 30 + "‾‾‾‾"


def test_a_word_longer_than_the_screen_is_cut_hard() -> None:
    url = "https://" + "x" * 300
    assert drawn(url, 0, len(url), 20) == "https://xxxxxxxxxxx…\n" + "‾" * 20
    assert drawn(f"{url}fout", len(url), len(url) + 4, 20) == "…" + "x" * 14 + "fout\n" + " " * 15 + "‾" * 4
    assert drawn(f"{url} fout", len(url) + 1, len(url) + 5, 20) == "… fout\n  ‾‾‾‾"


def test_indentation_is_left_out_unless_it_is_what_is_wrong() -> None:
    assert drawn("    fout hier", 4, 8, 70) == "fout hier\n‾‾‾‾"
    assert drawn("\tfout", 0, 1, 70) == "    fout\n‾‾‾‾"


def test_the_mark_stays_in_place_under_wide_combining_and_control_characters() -> None:
    assert drawn("日本 fout", 3, 7, 70) == "日本 fout\n     ‾‾‾‾"
    assert drawn("cafe\u0301 fout", 6, 10, 70) == "cafe\u0301 fout\n     ‾‾‾‾"
    assert drawn("\x1b[2J fout", 5, 9, 70) == "\\x1b[2J fout\n        ‾‾‾‾"
    assert drawn("a 日本 b", 2, 4, 70) == "a 日本 b\n  ‾‾‾‾"


def test_an_empty_span_has_a_mark_too() -> None:
    assert drawn("abc", 1, 1, 70) == "abc\n ‾"
    assert drawn("abc", 3, 3, 70) == "abc\n   ‾"
    assert drawn("", 0, 0, 70) == "\n‾"


def test_a_span_over_more_lines_shows_the_first_that_is_not_blank_and_names_the_last() -> None:
    text = "voor\n\n{{< a\nb\nc >}} na\n"
    piece = excerpt(SourceText(text), Span(4, text.index(" na")), 70)
    assert piece == ("{{< a", 0, 5, 5)
    assert excerpt(SourceText("a\r\nb\r\n"), Span(0, 3), 70) == ("a", 0, 1, 0)


def test_a_span_of_a_newline_stands_at_the_end_of_its_line() -> None:
    assert drawn("abc\ndef", 3, 4, 70) == "abc\n   ‾"


@pytest.mark.parametrize("character", ["a", "日", " ", "\u0301", "\x1b", "\t", "\n"])
def test_megabytes_on_one_line_are_not_looked_at(character: str) -> None:
    source = SourceText(character * 2_000_000)
    for start in range(500_000, 500_300):
        assert width_of(excerpt(source, Span(start, start + 1_000_000), 70).text) <= 70


@given(
    st.text(alphabet="ab  é日\u0301\t\n\r\x1b👩\u200d💻", max_size=80),
    st.integers(0, 80),
    st.integers(0, 80),
    st.integers(12, 60),
)
@example("a\u200d👩日日", 0, 0, 12)
def test_an_excerpt_and_its_mark_keep_within_the_width(text: str, first: int, second: int, width: int) -> None:
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    piece = excerpt(SourceText(text), Span(start, end), width)
    assert width_of(piece.text) <= width
    # The mark of a place behind the last character stands one column further.
    assert piece.mark + piece.length <= width + 1


@given(st.text(alphabet="ab  c", min_size=1, max_size=200), st.data(), st.integers(30, 60))
def test_the_mark_stands_under_what_the_span_covers(text: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 20)))
    piece = excerpt(SourceText(f"é\n{text}\né"), Span(start + 2, end + 2), width)
    assert piece.text[piece.mark : piece.mark + piece.length] == text[start:end]
