"""The lexicon, the tokens and the model of verb forms."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.language import Piece
from contentlint.language.grammar.check import check_grammar
from contentlint.language.grammar.lexicon import Form, dutch_lexicon
from contentlint.language.grammar.tokens import LONGEST, sentences
from contentlint.language.grammar.verb_context import Alternatives
from contentlint.language.grammar.verb_model import BUCKETS, VerbModel, bucket, dutch_verb_model


def test_the_lexicon_knows_the_forms_of_a_verb() -> None:
    lexicon = dutch_lexicon()
    assert lexicon.forms("werk") & Form.STEM
    assert lexicon.forms("werkt") == Form.THIRD
    assert lexicon.forms("gewerkt") & Form.PARTICIPLE
    assert lexicon.forms("werken") & Form.INFINITIVE
    assert lexicon.forms("vonden") & Form.PAST
    assert lexicon.forms("uitbesteed") & Form.PARTICIPLE
    assert lexicon.forms("qqq") == 0
    assert "qqq" not in lexicon


@pytest.mark.parametrize(
    ("word", "ambiguous"),
    [("gebeurt", True), ("gebeurd", True), ("wordt", True), ("word", True), ("werkt", False), ("loopt", False)],
)
def test_only_forms_that_sound_like_another_are_ambiguous(word: str, ambiguous: bool) -> None:  # noqa: FBT001 - a table
    lexicon = dutch_lexicon()
    assert Alternatives(lexicon).ambiguous(word, lexicon.forms(word)) is ambiguous


def test_irregular_verbs_lose_their_t_the_irregular_way() -> None:
    alternatives = Alternatives(dutch_lexicon())
    assert [alternatives.stem_of_third(word) for word in ("gaat", "doet", "wordt", "werkt", "is")] == [
        "ga",
        "doe",
        "word",
        "werk",
        "",
    ]


def test_sentences_end_before_a_capital_only() -> None:
    found = [" ".join(one.words) for one in sentences("Dit is o.a. zo. Ook Vue.js. en 3.5 km! Ja?", dutch_lexicon())]
    assert found == ["Dit is o.a . zo .", "Ook Vue.js . en 3.5 km !", "Ja ?"]


def test_what_never_ends_is_cut() -> None:
    found = list(sentences("de er je wordt " * 1000, dutch_lexicon()))
    assert sum(len(one) for one in found) == 4000
    assert max(len(one) for one in found) == LONGEST


@pytest.mark.parametrize(
    "text",
    ["wordt je er voor de de " * 8000, "a" * 200_000, "de" + " " * 200_000 + "x", "a" + "." * 200_000, "a-" * 100_000],
)
def test_a_hostile_text_is_checked_to_its_end(text: str) -> None:
    mistakes = [finding.start for finding in check_grammar([Piece(text + ". Ik wordt lid.", "nl")])]
    assert mistakes[-1] == len(text) + len(". Ik ")


def test_a_model_survives_writing_and_reading() -> None:
    weights = bytearray(3 * BUCKETS)
    at = 3 * bucket("yes")
    weights[at : at + 3] = bytes((0, 100, 156))  # 156 is -100 in a signed byte
    model = VerbModel(VerbModel.encode(0.05, (0.0, 0.0, 0.0), {"de", "het"}, bytes(weights)))
    expected = model.expected(["yes", "no"])
    assert model.frequent == {"de", "het"}
    assert expected.third > 0.99
    assert sum(expected) == pytest.approx(1)


@pytest.mark.parametrize(
    "data", [b"", b"no model", zlib.compress(b"1 0 0 0\nde\n" + bytes(7)), zlib.compress(b"one line")]
)
def test_a_broken_model_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="model of verb forms"):
        VerbModel(data)


def test_the_model_expects_what_dutch_asks_for() -> None:
    assert "de" in dutch_verb_model().frequent
    assert "wordt" not in dutch_verb_model().frequent


_DUTCH = st.lists(
    st.sampled_from(
        "de het je jij ik wordt word vind gebeurd gebeurt is zijn er voor van uit API GitHub test omgeving teveel als die dat en , . ? -"
        " \ufffc tenminste 3 gebruik maken bedoelt hij".split()
    ),
    max_size=25,
).map(" ".join)


@given(st.one_of(st.text(max_size=200), _DUTCH), st.sampled_from(["nl", "nl-BE", "en", "de", ""]))
def test_any_text_gives_findings_inside_it_in_order(text: str, language: str) -> None:
    findings = list(check_grammar([Piece(text, language)]))
    assert findings == sorted(findings, key=lambda finding: finding.start)
    for finding in findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] not in finding.replacements


@given(_DUTCH)
def test_the_same_text_gives_the_same_findings(text: str) -> None:
    assert list(check_grammar([Piece(text, "nl")])) == list(check_grammar([Piece(text, "nl")]))
