"""Raw HTML among Markdown reaches as far as in a browser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.document import Document
from contentlint.document.html_nesting import leaks, unbalanced_elements
from contentlint.text import SourceText


def _leaks(text: str) -> list[tuple[str, str]]:
    document = Document(SourceText(text))
    return [
        (leak.kind.value, document[leak.token.span].partition("\n")[0])
        for leak in leaks(document.masked, document.markdown.nodes)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<div>\n\ntext\n\n</div>\n",
        "<b>one\n\ntwo</b>\n",  # goes on in the next paragraph, and is closed there
        "a <span>b\n\nc\n",  # the paragraph closes it
        "a <b><i>b</b></i> c\n",  # put right by the browser
        "<ul>\n<li>a\n<li>b\n</ul>\n",
        "<table><tr><td>a<tr><td>b</table>\n",
        "- <div>a\n- b\n",  # the item closes it
        "> <section>a\n\nb\n",
        "<div><section>a</div>\n",
        "<p>a\n\nb</p>\n",
        "<br><img src=x><hr/>\n",
        "<svg><path/><g/></svg>\n",
        "<div>\n<p>a\n</div>\n",
        "a</span></b></i>\n",  # closing tags of nothing do nothing
        "<script>if (a < b) '<div>'</script>\n",
        "`<div>`\n\n    <div>\n",
        "<naam> and <x-y>\n",  # of no element that is known
    ],
)
def test_what_ends_within_its_block_leaks_nothing(text: str) -> None:
    assert _leaks(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<div>\n\na\n", [("open", "<div>")]),
        ("<div>\n<div>\n\na\n\n</div>\n", [("open", "<div>")]),
        ("a <b>b\n\nc\n", [("formatting", "<b>")]),
        ("a <div>b\n\nc\n", [("open", "<div>")]),  # a block outlives the paragraph it ended
        ("a\n\n</div>\n", [("stray", "</div>")]),
        ("<div>\n\n</div>\n</div>\n", [("stray", "</div>")]),
        ("a\n\n<!-- b\n\nc\n", [("comment", "<!-- b")]),
        ("<div/>\n\na\n", [("open", "<div/>")]),
        ('<a href="/x">a <a href="/y">b</a>\n', [("formatting", '<a href="/x">')]),
        ("- <b>a\n\nb\n", [("formatting", "<b>")]),
        ("<details>\n\na\n", [("open", "<details>")]),
        ("> a\n\n<button>a\n", [("open", "<button>")]),
    ],
)
def test_what_reaches_beyond_its_block_is_told(text: str, expected: list[tuple[str, str]]) -> None:
    assert _leaks(text) == expected


def test_elements_that_a_template_leaves_open_are_known() -> None:
    assert unbalanced_elements("<div><p>a<br></div></section>") == {"p", "section"}


TAGS = st.sampled_from(
    ["<div>", "</div>", "<b>", "</b>", "<p>", "</p>", "- a", "> a", "a", "\n", "\n\n", "<a>", "<td>"]
)


@given(st.lists(TAGS, max_size=14).map(" ".join))
def test_every_leak_is_a_tag_of_the_text_and_told_once(text: str) -> None:
    document = Document(SourceText(text))
    found = leaks(document.masked, document.markdown.nodes)
    places = [leak.token.span for leak in found]
    assert places == sorted(set(places))
    assert all(document[place].startswith("<") for place in places)
