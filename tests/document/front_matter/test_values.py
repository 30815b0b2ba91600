"""Every key and value has its exact place, in each of the formats."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from contentlint.document.front_matter import (
    FrontMatter,
    ListValue,
    MapValue,
    StringValue,
    Value,
    parse_front_matter,
)
from contentlint.text import SourceText


def read(text: str) -> FrontMatter:
    result = parse_front_matter(SourceText(text))
    assert result.problems == ()
    assert result.front_matter is not None
    return result.front_matter


def in_yaml(block: str) -> FrontMatter:
    return read(f"---\n{block}\n---\n")


def all_values(value: Value) -> Iterator[Value]:
    yield value
    for child in value.items if isinstance(value, ListValue) else ():
        yield from all_values(child)
    for entry in value.entries if isinstance(value, MapValue) else ():
        yield from all_values(entry.value)


YAML = "---\nTitle: Een 😀 huis\nlijst: [a, 'b''c', \"d\\u00e9\"]\ngroep:\n  'x y': 007\n  leeg:\nlaatste: >\n  een\n  twee\n---\n"
TOML = "+++\nTitle = 'Een 😀 huis'\nlijst = ['a', \"b\\tc\"]\n[groep]\n\"x y\" = 7\n[[beeld]]\nsrc = '''a\nb'''\n+++\n"
JSON = '{"Title": "Een 😀 huis", "lijst": ["a", "b\\nc"], "groep": {"x y": 7, "leeg": null}}\n'


@pytest.mark.parametrize("text", [YAML, TOML, JSON])
def test_spans_hold_what_is_written(text: str) -> None:
    front_matter = read(text)
    for value in all_values(front_matter.root):
        assert value.raw == text[value.span.start : value.span.end]
        if isinstance(value, StringValue) and value.verbatim:
            assert text[value.content.start : value.content.end] == value.text
    title = front_matter.get("title")
    assert title is not None
    assert text[title.key_span.start : title.key_span.end].strip('"') == "Title"
    assert title.value.python == "Een 😀 huis"
    nested = front_matter.get("groep", "X Y")
    assert nested is not None
    assert nested.value.python == 7
    assert front_matter.get("groep", "x y", "z") is None
    assert front_matter.get("nergens") is None


@pytest.mark.parametrize(
    ("block", "text", "word", "written"),
    [
        ("k: een twee", "een twee", "twee", "twee"),
        ("k: een\n  twee", "een twee", "een twee", "een\n  twee"),
        ("k: een\n\n  twee", "een\ntwee", "twee", "twee"),
        ("k: 'zo''n dag'", "zo'n dag", "zo'n", "zo''n"),
        ('k: "a\\u00e9b"', "aéb", "é", "\\u00e9"),
        ('k: "a \\"b\\" c"', 'a "b" c', '"b"', '\\"b\\"'),
        ('k: "een \\\n   twee"', "een twee", "twee", "twee"),
        ("k: |\n  een\n  twee", "een\ntwee\n", "twee", "twee"),
        ("k: >-\n  een\n  twee\n\n  drie", "een twee\ndrie", "drie", "drie"),
        ("k: &a huis\nl: *a", "huis", "huis", "huis"),
        ("k:\t😀 x", "😀 x", "x", "x"),
    ],
)
def test_a_word_in_a_text_is_found_in_the_file(block: str, text: str, word: str, written: str) -> None:
    front_matter = in_yaml(block)
    entry = front_matter.get("k")
    assert entry is not None
    value = entry.value
    assert isinstance(value, StringValue)
    assert value.text == text
    at = text.index(word)
    span = value.span_of(at, at + len(word))
    assert f"---\n{block}\n---\n"[span.start : span.end] == written


def test_an_empty_text_has_a_place_between_its_quotation_marks() -> None:
    entry = in_yaml("k: ''").get("k")
    assert entry is not None
    assert entry.value.content == (8, 8)


def test_an_alias_is_the_value_it_stands_for_at_its_own_place() -> None:
    front_matter = in_yaml("a: &x {b: [1, 2]}\nc: *x")
    entry = front_matter.get("c")
    assert entry is not None
    assert entry.value.raw == "*x"
    assert entry.value.python == {"b": [1, 2]}
    assert front_matter.get("c", "b") is not None


def test_merged_keys_are_found_and_own_keys_go_first() -> None:
    front_matter = in_yaml("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3")
    entry = front_matter.get("d")
    assert entry is not None
    assert entry.value.python == {"b": 1, "c": 3}
    assert isinstance(entry.value, MapValue)
    assert [own.key for own in entry.value] == ["c"]
    assert [known.key for known in entry.value.known] == ["b", "c"]


def test_toml_dates_are_dates() -> None:
    front_matter = read("+++\na = 2025-11-20\nb = 2025-11-20T07:00:00Z\nc = 07:00:00\n+++\n")
    assert front_matter.root.python == {
        "a": dt.date(2025, 11, 20),
        "b": dt.datetime(2025, 11, 20, 7, tzinfo=dt.UTC),
        "c": dt.time(7),
    }
    assert {entry.value.kind for entry in front_matter.root} == {"date"}


def test_toml_tables_come_back_together() -> None:
    front_matter = read("+++\na.b = 1\n[t]\nx = 1\n[[r]]\ns = 1\n[r.u]\nv = 2\n[[r]]\n[t.y]\nz = 3\n+++\n")
    assert front_matter.root.python == {
        "a": {"b": 1},
        "t": {"x": 1, "y": {"z": 3}},
        "r": [{"s": 1, "u": {"v": 2}}, {}],
    }


def test_org_keys_are_texts_and_lists() -> None:
    front_matter = read(
        "#+Title: Een huis\n#+tags[]: a b\n#+date: <2025-11-20 Thu>\n#+filetags: :c:d:\n#+m: 1\n#+m: 2\n"
    )
    assert front_matter.root.python == {
        "title": "Een huis",
        "tags": ["a", "b"],
        "date": "2025-11-20",
        "filetags": ["c", "d"],
        "m": ["1", "2"],
    }


_TEXTS = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t\"'\\:#"), max_size=40)
_JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | _TEXTS,
    lambda children: st.lists(children, max_size=3) | st.dictionaries(_TEXTS, children, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(_TEXTS, _JSON_VALUES, max_size=4), st.booleans(), st.sampled_from([None, 1]))
def test_json_is_read_as_python_reads_it(data: dict[str, object], ascii_only: bool, indent: int | None) -> None:  # noqa: FBT001
    text = json.dumps(data, ensure_ascii=ascii_only, indent=indent)
    result = parse_front_matter(SourceText(text))
    assert result.problems == ()
    assert result.front_matter is not None
    assert result.front_matter.root.python == data
    for value in all_values(result.front_matter.root):
        assert value.raw == text[value.span.start : value.span.end]


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,6}", fullmatch=True),
        st.text(alphabet=st.sampled_from("abé😀 \n'\":#-,[]{}&*!|>%@\\"), max_size=40),
        max_size=4,
    ),
    st.sampled_from(["'", '"', "|", ">", None]),
    st.sampled_from([12, 40, 1000]),
)
def test_texts_that_pyyaml_writes_come_back_with_each_character_in_place(
    data: dict[str, str], style: str | None, width: int
) -> None:
    block = yaml.safe_dump(data, default_style=style, width=width, allow_unicode=True, sort_keys=False)
    text = f"---\n{block}---\n"
    result = parse_front_matter(SourceText(text))
    assert result.problems == ()
    assert result.front_matter is not None
    assert result.front_matter.root.python == data
    for entry in result.front_matter.root:
        assert isinstance(entry.value, StringValue)
        for index, char in enumerate(entry.value.text):
            span = entry.value.span_of(index, index + 1)
            assert entry.value.span.covers(span)
            if text[span.start : span.end] != char:
                assert char in " \n'\"\\" or not char.isascii()
