"""Shortcode tags are found as Hugo finds them, each with its exact place."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.document.shortcodes import ShortcodeProblemKind, ShortcodeScan, ShortcodeTag, scan_shortcodes
from contentlint.document.shortcodes.lexer import MAX_PROBLEMS
from contentlint.text import Span

Kind = ShortcodeProblemKind
ALPHABET = st.sampled_from([*"{}<>%/*\"'`\\=-. \n\r\tabé😀\u00a0", "{{<", "{{%", ">}}", "%}}", "x.inline ", "note"])
TEXTS = st.lists(ALPHABET, max_size=60).map("".join)


def scan(text: str) -> ShortcodeScan:
    return scan_shortcodes(text, Span(0, len(text)))


def only(text: str) -> ShortcodeTag:
    found = scan(text)
    assert found.problems == ()
    (tag,) = found.tags
    return tag


def kinds(text: str) -> list[Kind]:
    return [problem.kind for problem in scan(text).problems]


def test_every_part_of_a_tag_has_its_place() -> None:
    text = 'é {{< fig src="b.png" n=2 >}} x'
    tag = only(text)
    source, number = tag.parameters
    assert text[slice(*tag.span)] == '{{< fig src="b.png" n=2 >}}'
    assert text[slice(*tag.name_span)] == tag.name == "fig"
    assert text[slice(*tag.content)] == ' fig src="b.png" n=2 '
    assert text[slice(*source.span)] == 'src="b.png"'
    assert source.key_span is not None
    assert text[slice(*source.key_span)] == source.key == "src"
    assert text[slice(*source.value_span)] == source.value == "b.png"
    assert (number.key, number.value, text[slice(*number.value_span)]) == ("n", 2, "2")


@pytest.mark.parametrize(
    ("written", "value", "quote"),
    [
        ("word", "word", ""),
        ("true", True, ""),
        ("-12", -12, ""),
        ("007", 7, ""),
        ("2.50", 2.5, ""),
        ("1.2.3", "1.2.3", ""),
        ("99999999999999999999", "99999999999999999999", ""),
        ('"12"', "12", '"'),
        ('"a \\"b\\" c\\d"', 'a "b" cd', '"'),
        ('"c\\d"', "c\\d", '"'),
        ('`a\n"b"`', 'a\n"b"', "`"),
        ('\\"a b\\"', "a b", '\\"'),
        ('""', "", '"'),
    ],
)
def test_values_are_typed_and_unquoted_as_hugo_does(written: str, value: object, quote: str) -> None:
    for text, key in ((f"{{{{< x {written} >}}}}", None), (f"{{{{< x k={written} >}}}}", "k")):
        (parameter,) = only(text).parameters
        assert (parameter.key, parameter.value, parameter.quote) == (key, value, quote)
        assert type(parameter.value) is type(value)


def test_a_parameter_is_found_by_name_and_by_position() -> None:
    named = only('{{< x a="1" A="2" a="3" >}}')
    assert (last := named.parameter("a")) is not None
    assert last.value == "3"
    assert named.parameter("b") is named.parameter(0) is None
    positional = only("{{< x p q >}}")
    assert [parameter.position for parameter in positional.parameters] == [0, 1]
    assert (second := positional.parameter(1)) is not None
    assert second.value == "q"


def test_a_space_before_the_equals_sign_makes_a_named_parameter_too() -> None:
    (parameter,) = only('{{< x a = "1" >}}').parameters
    assert (parameter.key, parameter.value, parameter.position) == ("a", "1", None)


def test_a_bare_value_goes_on_to_the_next_space() -> None:
    (parameter,) = scan("{{< x a=b>}} c").tags[0].parameters[:1]
    assert parameter.value == "b>}}"
    (lost,) = only('{{< x a= b="c" >}}').parameters
    assert lost.value == 'b="c"'


def test_slashes_tell_opening_closing_and_self_closing_tags_apart() -> None:
    text = "{{< x >}}{{< /x >}}{{< x />}}{{%/ x %}}"
    tags = scan(text).tags
    assert [(tag.closing, tag.self_closing, tag.delimiter) for tag in tags] == [
        (False, False, "<"), (True, False, "<"), (False, True, "<"), (True, False, "%"),
    ]  # fmt: skip
    assert [tag.slash and text[slice(*tag.slash)] for tag in tags] == [None, "/", "/", "/"]


def test_what_is_shown_is_no_tag() -> None:
    text = "a {{</* x {{< y >}} */>}} b {{%/*z*/%}}"
    found = scan(text)
    assert not found.tags
    assert not found.problems
    assert [text[slice(*comment.content)] for comment in found.comments] == [" x {{< y >}} ", "z"]
    assert [text[slice(*span)] for span in found.spans] == ["{{</* x {{< y >}} */>}}", "{{%/*z*/%}}"]


def test_code_gives_no_protection() -> None:
    assert len(scan("`{{< x >}}`\n```\n{{< y >}}\n```\n    {{% z %}}").tags) == 3


def test_only_the_body_is_read() -> None:
    text = "{{< a >}}{{< b >}}{{< c >}}"
    assert [tag.name for tag in scan_shortcodes(text, Span(9, 18)).tags] == ["b"]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("{{< x %}}", Kind.UNEXPECTED_CHARACTER, "%"),
        ("{{< x a:b >}}", Kind.UNEXPECTED_CHARACTER, ":"),
        ("{{< x a/b >}}", Kind.UNEXPECTED_CHARACTER, "/"),
        ("{{< x 'a' >}}", Kind.UNEXPECTED_CHARACTER, "'"),
        ("{{< x\u00a0a >}}", Kind.UNEXPECTED_CHARACTER, "\u00a0"),
        ("{{< x a\n\nb", Kind.TAG_UNTERMINATED, "{{< x a\n\nb"),
        ("{{</* x >}}", Kind.COMMENT_UNTERMINATED, "{{</*"),
        ('{{< x "a >}}\nb', Kind.QUOTE_UNTERMINATED, '"a >}}'),
        ("{{< x `a >}}\nb", Kind.RAW_UNTERMINATED, "`a >}}"),
        ("{{< x \\`a` >}}", Kind.BAD_ESCAPE, "\\`"),
        ('{{< x a="1" b >}}', Kind.MIXED_PARAMETERS, "b"),
        ("{{< a.b >}}", Kind.PERIOD_IN_NAME, None),
        ("{{< x >}}{{< /x a >}}", Kind.CLOSING_CONTENT, "x"),
        ("{{< x >}}{{< //x >}}", Kind.EXTRA_SLASH, "/"),
        ("{{< x =a >}}", Kind.VALUE_WITHOUT_NAME, "=a"),
        ("{{< /x >}}", Kind.NEVER_OPENED, "/"),
        ("{{< y >}}{{< /x >}}", Kind.NEVER_OPENED, "x"),
        ("{{< a.inline >}}{{< x >}}", Kind.INLINE_NESTED, "{{<"),
    ],
)
def test_a_broken_tag_has_one_problem_at_its_place(text: str, kind: Kind, place: str | None) -> None:
    (problem,) = scan(text).problems
    assert problem.kind is kind
    if place is not None:
        assert text[slice(*problem.span)] == place


def test_what_follows_a_broken_tag_is_read_all_the_same() -> None:
    found = scan("{{< a 'x' >}} {{< b >}}\n\n{{< c \"d\n\n{{< e >}} {{% f }}")
    assert [(tag.name, tag.broken) for tag in found.tags] == [
        ("a", True), ("b", False), ("c", True), ("e", False), ("f", True),
    ]  # fmt: skip
    assert len(found.problems) == 3


def test_a_broken_tag_ends_where_its_author_ended_it() -> None:
    text = "{{< a b=c>}} text {{< d >}}"
    first, second = scan(text).tags
    assert text[slice(*first.span)] == "{{< a b=c>}}"
    assert text[slice(*second.span)] == "{{< d >}}"


def test_a_page_that_is_no_page_is_given_up() -> None:
    assert len(scan("{{<" * (MAX_PROBLEMS + 10)).problems) == MAX_PROBLEMS


@pytest.mark.parametrize(
    "piece",
    [
        "{{<",
        "{{</*",
        "{{<a=",
        "{{<x `",
        "{{<x/",
        '{{<x a="{{<',
        '{{< x y="{{<z" y="{{<z" ',
        "{{% x a b ",
        "{{<x \\",
        "{{",
    ],
)
def test_the_time_grows_with_the_text_only(piece: str) -> None:
    """A quadratic reader would take minutes for this."""
    text = piece * (1_000_000 // len(piece))
    began = time.process_time()
    scan(text)
    assert time.process_time() - began < 5


@given(TEXTS)
def test_tags_and_problems_lie_in_order_inside_the_text(text: str) -> None:
    found = scan(text)
    spans = found.spans
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    for tag in found.tags:
        assert tag.span.covers(tag.content)
        assert tag.span.covers(tag.name_span)
        assert text[slice(*tag.name_span)] == tag.name
        assert tag.slash is None or tag.span.covers(tag.slash) or tag.broken
        for parameter in tag.parameters:
            assert tag.span.covers(parameter.span)
            assert parameter.span.covers(parameter.value_span)
            assert parameter.key_span is None or parameter.span.covers(parameter.key_span)
    for problem in found.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
        assert 0 <= problem.offset <= len(text)


@given(TEXTS)
def test_a_tag_that_is_whole_reads_the_same_by_itself(text: str) -> None:
    for tag in scan(text).tags:
        if not tag.broken and not tag.closing and not tag.inline and not tag.self_closing:
            again = only(text[slice(*tag.span)]) if not kinds(text[slice(*tag.span)]) else None
            assert again is None or (again.name, len(again.parameters)) == (tag.name, len(tag.parameters))


@given(TEXTS, st.integers(0, 20))
def test_text_before_the_body_moves_the_spans_and_nothing_else(text: str, length: int) -> None:
    moved = scan_shortcodes("-" * length + text, Span(length, length + len(text)))
    here = scan(text)
    assert [(tag.name, tag.span.start - length) for tag in moved.tags] == [
        (tag.name, tag.span.start) for tag in here.tags
    ]
    assert [(p.kind, p.offset - length) for p in moved.problems] == [(p.kind, p.offset) for p in here.problems]


def test_a_bare_value_is_measured_anew_when_the_text_is_read_again() -> None:
    found = scan('{{< a "x {{< c d=e >}} " k=v \'\n')
    assert [(tag.name, [parameter.value for parameter in tag.parameters]) for tag in found.tags] == [
        ("a", []),
        ("c", ["e"]),
    ]
