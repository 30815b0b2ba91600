"""Places in a text, by every way of counting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.text import Position, SourceText, Span

TEXTS = st.text(st.sampled_from("aé日😀\u0301\n\r\t \ufeff"), max_size=30)


@given(TEXTS)
def test_a_position_leads_back_to_its_offset(text: str) -> None:
    source = SourceText(text)
    for offset in range(source.has_bom, len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert source.offset(source.position(offset)) == offset


@given(TEXTS)
def test_lines_are_those_an_editor_shows(text: str) -> None:
    source = SourceText(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert source.line_count == len(lines)
    assert [source[source.line_span(line)] for line in range(1, source.line_count + 1)] == [
        line.removeprefix("\ufeff") if number == 0 else line for number, line in enumerate(lines)
    ]


@given(TEXTS)
def test_utf16_columns_lead_back_to_their_offset(text: str) -> None:
    source = SourceText(text)
    for line in range(1, source.line_count + 1):
        span = source.line_span(line)
        for offset in range(span.start, span.end + 1):
            column = source.utf16_column(offset)
            assert column == len(text[span.start : offset].encode("utf-16-le")) // 2
            assert source.offset_at_utf16(line, column) == offset


@given(TEXTS)
def test_byte_offsets_are_those_of_utf8(text: str) -> None:
    offsets = SourceText(text).byte_offsets
    for offset in range(len(text) + 1):
        byte = len(text[:offset].encode())
        assert offsets.byte(offset) == byte
        assert offsets.code_point(byte) == offset


@given(st.binary(max_size=40))
def test_any_bytes_can_be_read(data: bytes) -> None:
    source = SourceText.from_bytes(data)
    if source.invalid:
        assert all(set(source[span]) == {"\ufffd"} for span in source.invalid)
        with pytest.raises(ValueError, match="undecodable"):
            source.to_bytes()
    else:
        assert source.to_bytes() == data


def test_each_byte_that_is_not_utf8_is_one_sign() -> None:
    source = SourceText.from_bytes(b"a\xff\xfeb\xc3")
    assert (source.text, source.invalid) == ("a\ufffd\ufffdb\ufffd", (Span(1, 3), Span(4, 5)))


def test_a_byte_order_mark_is_not_counted_and_newlines_are_kept() -> None:
    source = SourceText.from_bytes("\ufeffé😀x\r\ny\rz\n".encode())
    assert source.position(3) == Position(1, 3)
    assert source.position(6) == Position(2, 1)
    assert source.position(8) == Position(3, 1)
    assert source.utf16_column(3) == 3
    assert source.line_count == 4


@pytest.mark.parametrize("position", [Position(0, 1), Position(3, 1), Position(1, 0), Position(1, 9)])
def test_a_place_that_is_not_there_is_an_error(position: Position) -> None:
    with pytest.raises(ValueError, match=r"no (line|column)"):
        SourceText("ab\ncd").offset(position)


@pytest.mark.parametrize("offset", [-1, 6])
def test_an_offset_outside_the_text_is_an_error(offset: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        SourceText("ab\ncd").position(offset)
