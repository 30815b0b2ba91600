"""What Hugo makes of values."""

from __future__ import annotations

import pytest

from contentlint.document.front_matter import Value, parse_front_matter
from contentlint.document.front_matter.casts import to_bool, to_int, to_text, to_texts
from contentlint.document.front_matter.dates import date_of, parse_date
from contentlint.text import SourceText


def value(written: str) -> Value:
    front_matter = parse_front_matter(SourceText(f"---\nk: {written}\n---\n")).front_matter
    assert front_matter is not None
    entry = front_matter.get("k")
    assert entry is not None
    return entry.value


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("x", "x"),
        ("007", "7"),
        ("1.10", "1.1"),
        ("1.0", "1"),
        ("TRUE", "true"),
        ("~", ""),
        ("[a]", None),
        ("{a: b}", None),
    ],
)
def test_texts(written: str, expected: str | None) -> None:
    assert to_text(value(written)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("true", True),
        ('"T"', True),
        ("1", True),
        ("0", False),
        ('"false"', False),
        ("yes", None),
        ("ja", None),
        ("[a]", None),
        ("~", False),
    ],
)
def test_truth_values(written: str, expected: bool | None) -> None:  # noqa: FBT001
    assert to_bool(value(written)) is expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("12", 12),
        ('"12"', 12),
        ('"010"', 8),
        ('"08"', None),
        ("1.9", 1),
        ('"1.9"', 1),
        ("true", 1),
        ("zwaar", None),
        ('"-0x1f"', -31),
        ("9" * 10_000, None),
        ("0b" + "0" * 90 + "1" * 63, 2**63 - 1),
        ("~", 0),
    ],
)
def test_whole_numbers(written: str, expected: int | None) -> None:
    assert to_int(value(written)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("een twee", ("een", "twee")),
        ("[een, 2]", ("een", "2")),
        ("5", ("5",)),
        ("[[a]]", None),
        ("{a: b}", None),
        ("''", ()),
    ],
)
def test_lists_of_texts(written: str, expected: tuple[str, ...] | None) -> None:
    assert to_texts(value(written)) == expected


def test_an_offset_has_its_place_in_the_text() -> None:
    date = parse_date("2025-11-20T07:00:00+02:00")
    assert date is not None
    assert (date.zone, date.has_time, date.offset) == ("offset", True, (19, 25))


@pytest.mark.parametrize("written", ["[2025]", "true", "1.5", "~", "99999999999999999"])
def test_other_values_are_no_dates(written: str) -> None:
    assert date_of(value(written)) is None


def test_a_number_is_seconds_since_1970() -> None:
    date = date_of(value("86400"))
    assert date is not None
    assert date.moment.isoformat() == "1970-01-02T00:00:00+00:00"
