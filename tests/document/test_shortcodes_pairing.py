"""Closing tags close what Hugo closes; what an author meant decides which tag is reported."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.document.shortcodes import ShortcodePairs, ShortcodeProblemKind, pair_shortcodes, scan_shortcodes
from contentlint.text import Span

Kind = ShortcodeProblemKind
INNER = {"note": True, "box": True, "icon": False}
TAGS = st.lists(
    st.sampled_from(
        ["{{< note >}}", "{{< /note >}}", "{{% box %}}", "{{% /box %}}", "{{< icon >}}", "{{< /icon >}}", "{{< note />}}",
         "{{< icon />}}", "{{< other >}}", "{{< /other >}}", "{{< / >}}", "x"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


def pair(text: str) -> ShortcodePairs:
    return pair_shortcodes(scan_shortcodes(text, Span(0, len(text))), INNER.get)


def shown(text: str) -> list[tuple[str, str]]:
    """Return what stands between the tags of each pair, with the names of the two tags."""
    return [(f"{one.opening.name}/{one.closing.name}", text[slice(*one.inner)]) for one in pair(text).pairs]


def reported(text: str) -> list[tuple[Kind, str]]:
    return [(problem.kind, text[slice(*problem.span)]) for problem in pair(text).problems]


def test_pairs_nest() -> None:
    text = "{{< note >}}1{{% box %}}2{{% /box %}}{{< /note >}}{{< box >}}3{{< /box >}}"
    pairs = pair(text)
    assert shown(text) == [("note/note", "1{{% box %}}2{{% /box %}}"), ("box/box", "2"), ("box/box", "3")]
    outer, inner, last = pairs.pairs
    assert (outer.parent, inner.parent, last.parent) == (None, outer, None)
    assert pairs.of(inner.closing) is pairs.of(inner.opening) is inner
    assert text[slice(*inner.span)] == "{{% box %}}2{{% /box %}}"
    assert [pairs.around(text.index(letter)) for letter in "123"] == [outer, inner, last]
    assert pairs.around(0) is pairs.around(text.index("{{< box")) is None
    assert pairs.problems == ()


def test_a_shortcode_without_inner_text_stands_alone() -> None:
    assert shown("{{< note >}}{{< icon >}}a{{< /note >}}") == [("note/note", "{{< icon >}}a")]


def test_a_self_closing_shortcode_holds_nothing() -> None:
    assert shown("{{< note >}}{{< box />}}a{{< /note >}}") == [("note/note", "{{< box />}}a")]


def test_a_closing_tag_closes_the_innermost_whatever_its_name() -> None:
    text = "{{< note >}}{{< box >}}a{{< /note >}}b{{< /box >}}"
    assert shown(text) == [("note/box", "{{< box >}}a{{< /note >}}b"), ("box/note", "a")]


def test_a_crossing_pair_is_reported_once() -> None:
    text = "{{< note >}}{{< box >}}a{{< /note >}}b{{< /box >}}"
    assert reported(text) == [(Kind.CROSSING, "{{< /note >}}")]
    assert reported(text + text) == [(Kind.CROSSING, "{{< /note >}}")] * 2


def test_the_tag_without_its_own_closing_tag_is_the_one_that_is_unclosed() -> None:
    text = "{{< note >}}{{< box >}}a{{< /note >}}"
    assert reported(text) == [(Kind.UNCLOSED, "{{< box >}}")]
    assert [problem.offset for problem in pair(text).problems] == [0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{< note >}}", [(Kind.UNCLOSED, "{{< note >}}")]),
        ("{{< icon >}}a{{< /icon >}}", [(Kind.NOT_PAIRED, "{{< /icon >}}")]),
        ("{{< icon />}}", [(Kind.NOT_PAIRED, "/")]),
        ("{{< note >}}{{< /note >}}{{< /note >}}", [(Kind.NOT_OPEN, "{{< /note >}}")]),
        ("{{< note >}}{{< / >}}", [(Kind.NAMELESS_CLOSING, "{{< / >}}")]),
        ("{{< note >}}{{% /note %}}", [(Kind.MIXED_DELIMITERS, "{{% /note %}}")]),
        ("{{< >}}", [(Kind.NAMELESS, "{{< >}}")]),
        ("{{< y.inline >}}a", [(Kind.INLINE_UNCLOSED, "{{< y.inline >}}")]),
        ('{{< icon a b = "c" >}}', [(Kind.MIXED_PARAMETERS, 'b = "c"')]),
    ],
)
def test_what_is_wrong_is_reported_at_its_tag(text: str, expected: list[tuple[Kind, str]]) -> None:
    assert reported(text) == expected


def test_hugo_names_the_outermost_shortcode() -> None:
    text = "{{< note >}}\n{{< icon />}}\n{{< /note >}}"
    (problem,) = pair(text).problems
    assert problem.offset == 0
    assert text[slice(*problem.span)] == "/"


def test_an_unknown_shortcode_is_a_pair_when_it_is_closed_later() -> None:
    assert shown("{{< other >}}a{{< /other >}}{{< other >}}b") == [("other/other", "a")]
    assert shown("{{< other >}}a{{< note >}}b{{< /note >}}") == [("note/note", "b")]


@pytest.mark.parametrize("text", ["{{< other >}}", "{{< other />}}", "{{< other >}}a{{< /other >}}"])
def test_an_unknown_shortcode_is_left_in_peace(text: str) -> None:
    assert pair(text).problems == ()


def test_nothing_is_certain_beside_an_unknown_shortcode() -> None:
    text = "{{< note >}}{{< /note >}}{{< other >}}{{< /note >}}"
    assert [problem.certain for problem in pair(text).problems] == [False]
    text = "{{< note >}}{{< other >}}{{< /other >}}"
    assert [problem.certain for problem in pair(text).problems] == [False]
    assert [problem.certain for problem in pair("{{< note >}}{{< other >}}").problems] == [True]


@given(TAGS)
def test_pairs_are_in_order_and_each_lies_inside_its_parent(text: str) -> None:
    pairs = pair(text)
    starts = [one.opening.span.start for one in pairs.pairs]
    assert starts == sorted(starts)
    for one in pairs.pairs:
        assert one.opening.span.end <= one.closing.span.start
        assert one.parent is None or one.parent.inner.covers(one.span)
    tags = [tag for one in pairs.pairs for tag in (one.opening, one.closing)]
    assert len(tags) == len(set(tags))


@given(TAGS)
def test_the_pair_around_a_place_is_the_innermost(text: str) -> None:
    pairs = pair(text)
    for offset in range(len(text)):
        around = [one for one in pairs.pairs if one.inner.start <= offset < one.inner.end]
        assert pairs.around(offset) is (around[-1] if around else None)


@given(TAGS)
def test_problems_are_in_order(text: str) -> None:
    spans = [problem.span for problem in pair(text).problems]
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    "text",
    ["{{< note >}}" * 50_000, "{{< note >}}" * 25_000 + "{{< note >}}{{< /note >}}" * 25_000,
     "{{< note >}}{{< box >}}{{< /note >}}{{< /box >}}" * 10_000,
     "{{< note >}}" * 20_000 + "{{< other >}}{{< /other >}}" * 20_000],
    ids=["open", "nested in open", "crossing", "unknown"],
)  # fmt: skip
def test_the_time_grows_with_the_number_of_tags_only(text: str) -> None:
    began = time.process_time()
    pair(text)
    assert time.process_time() - began < 10


@pytest.mark.parametrize("value", ['"c >}}', '"c\nd" >}}', "`c >}}", '\\"c >}}', '"c\\`" >}}'])
def test_a_parameter_whose_value_is_cut_off_is_one_problem(value: str) -> None:
    text = f'{{{{< icon a="b" x={value}\n'
    scan = scan_shortcodes(text, Span(0, len(text)))
    assert len(scan.problems) == 1
    assert pair_shortcodes(scan, INNER.get).problems == ()
