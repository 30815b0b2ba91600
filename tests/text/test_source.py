"""Places in a text, by every way of counting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.text import Position, SourceText, Span, Units

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


@pytest.mark.parametrize(("units", "encoding", "size"), [(Units.UTF8, "utf-8", 1), (Units.UTF16, "utf-16-le", 2)])
@given(TEXTS)
def test_columns_in_units_lead_back_to_their_offset(units: Units, encoding: str, size: int, text: str) -> None:
    source = SourceText(text)
    for line, start in enumerate(source.line_starts, 1):
        for offset in range(start, source.line_span(line).end + 1):
            column = source.column(offset, units)
            assert column == len(text[start:offset].encode(encoding)) // size
            assert source.offset_at(line, column, units) == offset


@pytest.mark.parametrize("units", Units)
def test_columns_behind_the_end_are_the_end(units: Units) -> None:
    source = SourceText("a😀\nb")
    assert source.offset_at(1, 99, units) == 2
    assert source.offset_at(2, 99, units) == 4
    assert source.offset_at(9, 0, units) == 4


@pytest.mark.parametrize(("units", "column"), [(Units.UTF8, 3), (Units.UTF16, 2)])
def test_a_column_within_a_character_is_its_start(units: Units, column: int) -> None:
    assert SourceText("a😀b").offset_at(1, column, units) == 1


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
    assert source.column(3, Units.UTF16) == 4
    assert source.line_count == 4


@pytest.mark.parametrize("position", [Position(0, 1), Position(3, 1), Position(1, 0), Position(1, 9)])
def test_a_place_that_is_not_there_is_an_error(position: Position) -> None:
    with pytest.raises(ValueError, match=r"no (line|column)"):
        SourceText("ab\ncd").offset(position)


@pytest.mark.parametrize("offset", [-1, 6])
def test_an_offset_outside_the_text_is_an_error(offset: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        SourceText("ab\ncd").position(offset)
