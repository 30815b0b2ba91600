"""What a document says about its words: how often, and as names."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.language.context import Context, DocumentWords
from contentlint.language.tokens import sentences

parts = st.sampled_from([*"aBé\u0301'’-.,(“\" \n–:", "Jan", "Jan's", " de ", ". "])
texts = st.lists(st.lists(parts, max_size=20).map("".join), max_size=4)


def named_in(texts: list[str]) -> set[str]:
    """The words with a capital inside a sentence, without the ’s of a possessive, too; by reading all sentences."""
    inside = set()
    for text in texts:
        for sentence in sentences(text):
            for token in sentence.tokens:
                if not token.opens and token.text[0].isupper():
                    inside |= {token.text, token.text.removesuffix("'s").removesuffix("’s")}
    return inside


@given(texts)
def test_words_are_counted_and_names_found_wherever_they_stand(found: list[str]) -> None:
    document = DocumentWords(found)
    tokens = [token.text for text in found for sentence in sentences(text) for token in sentence.tokens]
    counts = Counter(word.lower() for word in tokens)
    inside = named_in(found)
    assert {word: document.times(word) for word in counts} == counts
    assert {word for word in {*tokens, *inside} if document.has_inside(word)} == inside


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Blorkel is er. Daar staat Blorkel.", True),
        ("Blorkel is er. Blorkel staat daar.", False),
        ("Blorkel is er. Het is Blorkel's fiets.", True),
        ("Blorkel is er. Hij zei “Blorkel” en ging.", False),
        ("Blorkel is er. Dit is BLORKEL.", True),
    ],
)
def test_a_word_is_a_name_when_it_has_its_capital_inside_a_sentence(text: str, *, is_name: bool) -> None:
    (first, *_) = sentences(text)
    assert Context(DocumentWords([text]), first.tokens, 0).is_name is is_name


def test_the_words_around_a_word_are_told() -> None:
    (sentence,) = sentences("We zagen de kat in the house.")
    context = Context(DocumentWords([]), sentence.tokens, 3)
    assert (context.before, context.after, context.opens) == ("de", "in", False)
    assert context.function_words["nl"] >= 3
    assert context.sentence == ("We", "zagen", "de", "kat", "in", "the", "house")
