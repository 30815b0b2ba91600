"""Schemas: every error at its key or value, and the verdict of JSON Schema itself."""

from __future__ import annotations

import json
import pickle
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.document.front_matter import FrontMatter, parse_front_matter
from contentlint.rules.front_matter.schema.declaration import SchemaDeclarationError
from contentlint.rules.front_matter.schema.schema import Schema
from contentlint.text import SourceText


def read(text: str) -> FrontMatter:
    result = parse_front_matter(SourceText(text))
    assert result.problems == ()
    assert result.front_matter is not None
    return result.front_matter


def errors(schema: dict[str, Any], block: str) -> list[tuple[str, str]]:
    """Return the marked text and the message of each error, for a JSON Schema."""
    text = f"---\n{block}\n---\n"
    found = Schema.from_json_schema(schema).validate(read(text))
    return [(text[error.span.start : error.span.end], error.message.render("en")) for error in found]


def properties(**wanted: object) -> dict[str, Any]:
    return {"properties": wanted}


@pytest.mark.parametrize(
    ("schema", "block", "marked", "words"),
    [
        ({"required": ["author"]}, "title: x", "---", "‘author’ is missing"),
        ({"required": ["author"]}, "author:", "author", "‘author’ is empty"),
        (properties(p={"required": ["q"]}), "p: {r: 1}", "p", "‘q’ is missing"),
        ({"dependentRequired": {"p": ["q"]}}, "p: 1", "---", "wherever ‘p’ stands"),
        (properties(p={"type": "integer"}), "p: x", "x", "must be a whole number; this is a text"),
        (properties(p={"type": ["string", "array"]}), "p: 5", "5", "must be a text or a list"),
        (properties(p={"type": "object"}), "p: [a]", "[a]", "must be a group of keys"),
        (properties(p={"enum": ["a", "b"]}), "p: 'c'", "c", "may be ‘a’ or ‘b’; ‘c’ is none of these"),
        (properties(p={"const": 5}), "p: 6", "6", "may be ‘5’"),
        (properties(p={"minLength": 3}), "p: ab", "ab", "has 2 characters"),
        (properties(p={"maxLength": 3}), 'p: "abcd"', "abcd", "has 4 characters"),
        (properties(p={"pattern": "^[a-z]+$"}), "p: A1", "A1", "does not have the form"),
        (properties(p={"format": "date"}), "p: 2025-02-30", "2025-02-30", "a date such as"),
        (properties(p={"format": "uri"}), "p: /x", "/x", "an address such as"),
        (properties(p={"minimum": 3}), "p: 2", "2", "3 or more"),
        (properties(p={"exclusiveMaximum": 3}), "p: 3", "3", "less than 3"),
        (properties(p={"multipleOf": 5}), "p: 7", "7", "a multiple of 5"),
        (properties(p={"minItems": 2}), "p: [a]", "[a]", "has 1 items"),
        (properties(p={"items": {"type": "string"}}), "p: [a, 5]", "5", "must be a text"),
        (properties(p={"prefixItems": [{"type": "integer"}], "items": {"type": "string"}}), "p: [1, 2]", "2", "must be a text"),
        (properties(p={"uniqueItems": True}), "p: [a, b, a]", "a", "twice"),
        (properties(p={"contains": {"const": "a"}}), "p: [b]", "[b]", "None of the items"),
        ({"properties": {"p": True}, "additionalProperties": False}, "p: 1\nq: 2", "q", "no use for the key ‘q’"),
        ({"additionalProperties": {"type": "string"}}, "q: 2", "2", "must be a text"),
        ({"patternProperties": {"^x": {"type": "string"}}}, "xy: 2", "2", "must be a text"),
        ({"propertyNames": {"pattern": "^[a-z]+$"}}, "a1: 2", "a1", "no use for the key"),
        (properties(p={"anyOf": [{"type": "string"}, {"type": "integer"}]}), "p: [a]", "[a]", "none of the forms"),
        (properties(p={"anyOf": [{"type": "string"}, {"items": {"type": "string"}}]}), "p: [5]", "5", "must be a text"),
        (properties(p={"oneOf": [{"minimum": 1}, {"minimum": 2}]}), "p: 3", "3", "several forms"),
        (properties(p={"not": {"const": "x"}}), "p: x", "x", "does not allow"),
        (properties(p=False), "p: x", "x", "does not allow"),
        ({"if": {"required": ["p"]}, "then": {"required": ["q"]}}, "p: 1", "---", "‘q’ is missing"),
        ({"$defs": {"t": {"type": "string"}}, "properties": {"p": {"$ref": "#/$defs/t"}}}, "p: 1", "1", "must be a text"),
    ],
)  # fmt: skip
def test_an_error_stands_at_what_is_wrong(schema: dict[str, Any], block: str, marked: str, words: str) -> None:
    ((place, message),) = errors(schema, block)
    assert place == marked
    assert words in message


def test_hugos_own_keys_are_cast_and_case_of_letters_does_not_matter() -> None:
    schema = {
        "required": ["Title", "lastMod"],
        "properties": {
            "TITLE": {"type": "string"},
            "weight": {"type": "integer"},
            "draft": {"type": "boolean"},
            "keywords": {"type": "array"},
            "date": {"type": "string", "format": "date"},
        },
        "additionalProperties": False,
    }
    block = 'title: 2025\nWeight: "10"\ndraft: "true"\nkeywords: een twee\nDATE: 2025-11-20\nlastmod: 2025-11-21\ncontentlint: {disable: [x]}'
    assert errors(schema, block) == [("lastmod", errors(schema, block)[0][1])]


def test_an_empty_key_that_nobody_asks_for_is_absent() -> None:
    assert errors(properties(p={"type": "string"}), "p:") == []


def test_a_schema_that_refers_to_itself_ends() -> None:
    schema = {"properties": {"p": {"$ref": "#"}, "q": {"type": "string"}}}
    assert errors(schema, "p: {p: {p: {q: 1}}}")[0][0] == "1"
    assert errors({"$ref": "#"}, "p: 1") == []


def test_a_near_choice_is_suggested() -> None:
    schema = Schema.from_json_schema(properties(kind={"enum": ["nieuws", "verslag"]}))
    (error,) = schema.validate(read("---\nkind: niews\n---\n"))
    assert error.suggestions == ("nieuws",)
    assert error.path == ("kind",)


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        (properties(p={"type": "text"}), ("properties", "p", "type")),
        (properties(p={"pattern": "("}), ("properties", "p", "pattern")),
        (properties(p=5), ("properties", "p")),
        ({"required": "title"}, ("required",)),
        ({"anyOf": {}}, ("anyOf",)),
        ({"properties": []}, ("properties",)),
        ({"minLength": -1}, ("minLength",)),
        ({"minimum": "1"}, ("minimum",)),
        ({"$ref": "https://example.org/x.json"}, ("$ref",)),
        ({"$ref": "#/$defs/nergens"}, ("$ref",)),
        ({"unevaluatedProperties": False}, ("unevaluatedProperties",)),
        ({"allOf": [True, {"not": 1}]}, ("allOf", 1, "not")),
    ],
)
def test_a_faulty_schema_says_where(schema: dict[str, Any], path: tuple[str | int, ...]) -> None:
    with pytest.raises(SchemaDeclarationError) as caught:
        Schema.from_json_schema(schema)
    assert caught.value.path == path
    assert caught.value.message.render("nl") != caught.value.message.render("en")


def test_a_schema_nested_without_end_is_refused() -> None:
    schema: dict[str, Any] = {}
    for _ in range(500):
        schema = {"items": schema}
    with pytest.raises(SchemaDeclarationError, match="too deep"):
        Schema.from_json_schema(schema)


SHORT = {
    "required": ("title", "tags"),
    "types": {
        "title": {"type": "string", "max-length": 10},
        "tags": "list of strings",
        "soort": {"one-of": ["nieuws", "verslag"]},
        "labels": {"type": "list of strings", "one-of": ["a", "b"], "min-items": 1},
        "wanneer": "date",
        "vrij": "any",
    },
}


@pytest.mark.parametrize(
    ("block", "marked"),
    [
        ("title: Wonen\ntags: [a]\nsoort: nieuws\nlabels: [a]\nwanneer: 20 Nov 2025\nvrij: {a: 1}", []),
        ("title: Wonen in de stad", ["---", "Wonen in de stad"]),
        ("title: x\ntags: huis", ["huis"]),
        ("title: x\ntags: [1, a]\nsoort: roman", ["1", "roman"]),
        ("title: x\ntags: []\nlabels: [c]\nwanneer: morgen", ["c", "morgen"]),
    ],
)
def test_the_short_form_says_the_same_in_fewer_words(block: str, marked: list[str]) -> None:
    text = f"---\n{block}\n---\n"
    found = Schema.from_short(SHORT).validate(read(text))
    assert [text[error.span.start : error.span.end] for error in found] == marked


@pytest.mark.parametrize(
    ("types", "path"),
    [
        ({"a": "strng"}, ("types", "a")),
        ({"a": 5}, ("types", "a")),
        ({"a": {"type": 5}}, ("types", "a")),
        ({"a": {"type": "strng"}}, ("types", "a", "type")),
        ({"a": {"length": 5}}, ("types", "a", "length")),
        ({"a": {"pattern": "("}}, ("types", "a")),
    ],
)
def test_a_fault_in_the_short_form_says_where(types: dict[str, object], path: tuple[str, ...]) -> None:
    with pytest.raises(SchemaDeclarationError) as caught:
        Schema.from_short({"types": types})
    assert caught.value.path == path


def test_a_schema_travels_to_another_process() -> None:
    again = pickle.loads(pickle.dumps(Schema.from_short(SHORT)))  # noqa: S301
    assert [error.missing for error in again.validate(read("---\ntitle: x\n---\n"))] == [True]


_LEAVES = st.booleans() | st.integers(-3, 12) | st.sampled_from(["", "a", "ab", "2025-11-20", "x y"]) | st.just(0.5)
_VALUES = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("pqr"), inner, max_size=3),
    max_leaves=5,
)
_TYPES = st.sampled_from(["string", "integer", "number", "boolean", "array", "object"])
_SIMPLE: st.SearchStrategy[Any] = st.one_of(
    st.fixed_dictionaries({"type": _TYPES | st.lists(_TYPES, min_size=1, max_size=2, unique=True)}),
    st.fixed_dictionaries({"enum": st.lists(_LEAVES, min_size=1, max_size=3)}),
    st.fixed_dictionaries({"const": _LEAVES}),
    st.fixed_dictionaries({}, optional={"minLength": st.integers(0, 2), "maxLength": st.integers(0, 2), "pattern": st.sampled_from(["^a", "b$"])}),
    st.fixed_dictionaries({}, optional={"minimum": st.integers(0, 5), "exclusiveMaximum": st.integers(3, 9), "multipleOf": st.sampled_from([2, 3, 0.5])}),
    st.fixed_dictionaries({}, optional={"minItems": st.integers(0, 2), "maxItems": st.integers(0, 2), "uniqueItems": st.booleans()}),
    st.fixed_dictionaries({"required": st.lists(st.sampled_from("pqr"), max_size=2, unique=True)}),
    st.booleans(),
)  # fmt: skip
_SCHEMAS = st.recursive(
    _SIMPLE,
    lambda inner: st.one_of(
        st.fixed_dictionaries({"properties": st.dictionaries(st.sampled_from("pqr"), inner, max_size=2)}, optional={"additionalProperties": inner}),
        st.fixed_dictionaries({"items": inner}, optional={"prefixItems": st.lists(inner, min_size=1, max_size=2), "contains": inner}),
        st.fixed_dictionaries({"anyOf": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"oneOf": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"allOf": st.lists(inner, min_size=1, max_size=2), "not": inner}),
        st.fixed_dictionaries({"if": inner, "then": inner, "else": inner}),
        st.fixed_dictionaries({"patternProperties": st.dictionaries(st.sampled_from(["^p", "[qr]"]), inner, max_size=2)}, optional={"propertyNames": st.just({"enum": ["p", "q"]}), "dependentRequired": st.just({"p": ["q"]})}),
    ),
    max_leaves=6,
)  # fmt: skip


@given(
    st.dictionaries(st.sampled_from("pqr"), _VALUES, max_size=3),
    st.dictionaries(st.sampled_from("pqr"), _SCHEMAS, max_size=3),
)
def test_the_verdict_is_that_of_json_schema(data: dict[str, Any], wanted: dict[str, Any]) -> None:
    schema = {"properties": wanted}
    theirs = jsonschema.Draft202012Validator(schema).is_valid(data)
    ours = next(Schema.from_json_schema(schema).validate(read(json.dumps(data))), None) is None
    assert ours == theirs
