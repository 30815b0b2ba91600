"""TOML 1.1, which Hugo reads and Python does not."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.document.front_matter import parse_front_matter
from contentlint.document.front_matter.dates import date_of
from contentlint.document.front_matter.toml_newer import as_toml_1_0
from contentlint.text import SourceText

NEWER = {
    "x = {a = 1,}": {"a": 1},
    "x = {a = 1,\n b = 2,\n}": {"a": 1, "b": 2},
    "x = {\n # a remark, with a comma\n a = '}' # another\n}": {"a": "}"},
    "x = [{a = 1,\n}, {b = [1,\n2,\n],}]": [{"a": 1}, {"b": [1, 2]}],
    'x = "\\e[0m\\x41\\\\e"': "\x1b[0mA\\e",
    'x = { a = """\n,}\n""", \n b=1}': {"a": ",}\n", "b": 1},
}


@pytest.mark.parametrize(("block", "value"), NEWER.items())
def test_what_is_new_is_read(block: str, value: object) -> None:
    result = parse_front_matter(SourceText(f"+++\n{block}\n+++\n"))
    assert result.problems == ()
    assert result.front_matter is not None
    entry = result.front_matter.get("x")
    assert entry is not None
    assert entry.value.python == value


@pytest.mark.parametrize("time", ["2024-01-15 10:00", "2024-01-15T10:00Z", "2024-01-15T10:00+01:00"])
def test_a_time_may_lack_its_seconds(time: str) -> None:
    result = parse_front_matter(SourceText(f"+++\ndate = {time}\n+++\n"))
    assert result.problems == ()
    entry = result.front_matter.get("date") if result.front_matter else None
    assert entry is not None
    assert entry.value.raw == time
    date = date_of(entry.value)
    assert date is not None
    assert (date.moment.day, date.moment.hour) == (15, 10)


@pytest.mark.parametrize(
    "block",
    [
        "x = {a = 1,,}", "x = {,}", "x = {a = 1\n b = 2}", 'x = "{\n}"', "x = '{\n}'", "x = {a = '\n'}", 'x = "\\xZZ"',
        "x = 24:00", "x = 1:00", "x = {a = 1",
    ],
)  # fmt: skip
def test_what_is_wrong_stays_wrong(block: str) -> None:
    assert parse_front_matter(SourceText(f"+++\n{block}\n+++\n")).problems


@given(st.text("ax =1:-T,.#{}[]\n\r\"'\\e0"))
def test_what_python_reads_keeps_its_value(text: str) -> None:
    try:
        value = tomllib.loads(text)
    except ValueError:
        return
    assert tomllib.loads(as_toml_1_0(text)) == value
