"""Parts of a text are found again after it was mended."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contentlint.engine.parts import moved
from contentlint.text import Edit, Span, apply_edits

TEXT = "abcdefghijklmnopqrstuvwxyz"


@st.composite
def cases(draw: st.DrawFn) -> tuple[Span, list[Edit]]:
    places = sorted(
        draw(st.lists(st.integers(0, len(TEXT)), unique=True, max_size=8).filter(lambda one: len(one) % 2 == 0))
    )
    edits = [
        Edit(Span(start, end), draw(st.text("XYZ", max_size=4)))
        for start, end in zip(places[::2], places[1::2], strict=True)
    ]
    return Span(*sorted(draw(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))))), edits


@given(cases())
def test_what_stood_in_a_part_and_was_not_mended_is_in_it_and_nothing_else_is(case: tuple[Span, list[Edit]]) -> None:
    part, edits = case
    text = apply_edits(TEXT, edits)
    ((start, end),) = moved([part], edits)
    assert 0 <= start <= end <= len(text)
    gone = {place for edit in edits for place in range(*edit.span)}
    inside = {TEXT[place] for place in range(*part) if place not in gone}
    outside = {TEXT[place] for place in range(len(TEXT)) if not part.start <= place < part.end and place not in gone}
    assert inside <= set(text[start:end])
    assert not outside & set(text[start:end])


@given(cases())
def test_what_is_put_into_a_part_belongs_to_it(case: tuple[Span, list[Edit]]) -> None:
    part, edits = case
    within = [edit for edit in edits if part.start <= edit.span.start and edit.span.end <= part.end]
    ((start, end),) = moved([part], within)
    assert apply_edits(TEXT, within)[start:end] == apply_edits(TEXT[: part.end], within)[part.start :]


def test_no_edits_move_nothing() -> None:
    assert moved([Span(2, 5), Span(7, 7)], []) == [Span(2, 5), Span(7, 7)]
