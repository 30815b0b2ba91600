"""Common slips cost less than others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.language import distance as d
from contentlint.language.dutch.slips import SOUNDS

words = st.text(alphabet="abcdeghiknorstuvëïé-", max_size=12)


@pytest.mark.parametrize(
    ("written", "meant", "cost"),
    [
        ("zeker", "zeker", 0),
        ("zeker", "Zeker", d.CAPITAL),
        ("geinteresseerd", "geïnteresseerd", d.ACCENT),
        ("paralel", "parallel", d.DOUBLING),
        ("ongeloofelijk", "ongelofelijk", d.UNDOUBLING),
        ("gebeurt", "gebeurd", d.SOUND),
        ("wijnig", "weinig", d.SOUND),
        ("algortime", "algoritme", d.SWAP),
        ("beslising", "beslissing", d.DOUBLING),
        ("gezamelijk", "gezamenlijk", 0.6),
        ("kat", "kas", d.OTHER),
        ("kst", "kat", d.NEIGHBOUR),
        ("ken", "kan", d.VOWEL),
        ("burnout", "burn-out", d.HYPHEN),
        ("xat", "kat", d.OTHER + d.FIRST_LETTER),
    ],
)
def test_a_slip_costs_what_its_kind_costs(written: str, meant: str, cost: float) -> None:
    assert d.slip_cost(written, meant, SOUNDS) == pytest.approx(cost)


@given(words, words)
def test_the_cost_is_zero_for_the_same_word_alone_and_stays_below_its_limit(written: str, meant: str) -> None:
    cost = d.slip_cost(written, meant, SOUNDS, 2.0)
    assert 0 <= cost <= 2.0
    assert (cost == 0) == (written == meant)


@given(words, words, words, words)
def test_the_same_letters_around_a_slip_change_little(before: str, written: str, meant: str, after: str) -> None:
    alone = d.slip_cost("oo" + written + "oo", "oo" + meant + "oo", SOUNDS)
    inside = d.slip_cost(before + "oo" + written + "oo" + after, before + "oo" + meant + "oo" + after, SOUNDS)
    assert inside <= alone + 1e-9
