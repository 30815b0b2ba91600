"""Edits are applied together or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.text import Edit, EditError, Span, apply_edits


def test_edits_refer_to_the_text_as_it_was() -> None:
    edits = [Edit(Span(4, 7), ""), Edit(Span(0, 1), "xyz"), Edit(Span(2, 2), "+")]
    assert apply_edits("ab 😀 cd", edits) == "xyzb+ 😀"


@pytest.mark.parametrize(
    "spans", [[(0, 2), (1, 3)], [(1, 1), (1, 1)], [(0, 3), (1, 1)], [(0, 2), (0, 2)], [(2, 9)], [(-1, 0)], [(2, 1)]]
)
def test_edits_that_do_not_go_together_are_refused(spans: list[tuple[int, int]]) -> None:
    with pytest.raises(EditError, match=r"overlap|outside"):
        apply_edits("abcd", [Edit(Span(*span), "x") for span in spans])


def test_edits_may_touch() -> None:
    assert apply_edits("abcd", [Edit(Span(0, 2), "x"), Edit(Span(2, 2), "-"), Edit(Span(2, 4), "y")]) == "x-y"


@given(st.text(max_size=20), st.lists(st.integers(0, 20), max_size=8), st.text(max_size=3))
def test_what_lies_between_edits_stays(text: str, places: list[int], new: str) -> None:
    ends = sorted({place for place in places if place <= len(text)})
    spans = [Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False)]
    kept = [
        text[a:b] for a, b in zip([0, *(s.end for s in spans)], [*(s.start for s in spans), len(text)], strict=True)
    ]
    assert apply_edits(text, [Edit(span, new) for span in reversed(spans)]) == new.join(kept)
