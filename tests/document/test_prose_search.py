"""Which pieces of prose hold what is sought."""

import re

from hypothesis import given
from hypothesis import strategies as st

from contentlint.document import Document, Heading, HtmlElement, Image, Link, ShortcodeTag
from contentlint.text import SourceText


def document(*paragraphs: str) -> Document:
    return Document(SourceText("\n\n".join(paragraphs) + "\n"))


def test_the_pieces_with_a_text_are_found_in_order() -> None:
    page = document("één a", "twee", "drie a en a", "# a")
    assert [piece.text for piece in page.prose_with("a")] == ["één a", "drie a en a", "a"]


def test_a_page_without_prose_has_no_pieces_even_for_what_matches_nothing_at_all() -> None:
    assert [*document("").prose_with(re.compile("x*"))] == []
    assert [*document("").prose_with("")] == []


def test_an_expression_that_matches_nothing_at_all_finds_every_piece_once() -> None:
    page = document("a", "b", "c")
    assert [piece.text for piece in page.prose_with(re.compile("x*"))] == ["a", "b", "c"]


def test_several_texts_are_sought_whatever_the_case_and_a_piece_is_given_once() -> None:
    # The small İ is longer than the great one: the pieces behind it stand elsewhere in the text in small letters.
    page = document("İİİ", "Rood en GROEN", "paars", "groen")
    assert [piece.text for piece in page.prose_with_any(("rood", "groen"))] == ["Rood en GROEN", "groen"]


@given(
    st.lists(st.text("ab \u0301é", min_size=1), max_size=8),
    st.sampled_from(["a", "ab", "é", " ", r"\bab\b", "[ab]+", r"a(?!b)"]),
)
def test_all_pieces_in_which_an_expression_is_found_are_given(paragraphs: list[str], expression: str) -> None:
    page, pattern = document(*paragraphs), re.compile(expression)
    assert [*page.prose_with(pattern)] == [piece for piece in page.prose if pattern.search(piece.text)]


def test_nodes_of_a_type_are_given_in_order_with_those_of_raw_html_and_shortcodes() -> None:
    page = document("## A [b](c)", "{{< d >}} and <b>e</b> and [f](g)")
    assert [link.destination for link in page.of_type(Link)] == ["c", "g"]
    assert [heading.level for heading in page.of_type(Heading)] == [2]
    assert [tag.name for tag in page.of_type(ShortcodeTag)] == ["d"]
    assert [element.name for element in page.of_type(HtmlElement)] == ["b"]
    assert [*page.of_type(Image)] == []
