"""What holds for every document."""

from hypothesis import given, settings
from hypothesis import strategies as st
from scripts.compare_parsers import difference, known_reason, second_parser
from tests.properties.invariants import broken_invariants
from tests.properties.markdown_texts import DOCUMENTS

from contentlint.document import Document, Surroundings
from contentlint.text import SourceText

SURROUNDINGS = Surroundings(language="nl", is_inner=lambda name: name in ("mark", "mermaid"))
PARSER = second_parser()
SIGNS = st.text(st.sampled_from("ab é😀*_~`[]()<>!#|-=:>\\\t\n\r\"'&;{}%/.@^$1\ufeff\0\ud800"), max_size=60)


@settings(max_examples=300, deadline=None)
@given(DOCUMENTS)
def test_invariants_hold_for_nested_markdown(text: str) -> None:
    assert broken_invariants(Document(SourceText(text), "a.md", SURROUNDINGS)) == []


@settings(max_examples=300, deadline=None)
@given(SIGNS)
def test_invariants_hold_for_signs_without_sense(text: str) -> None:
    assert broken_invariants(Document(SourceText(text), "a.md", SURROUNDINGS)) == []


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60))
def test_invariants_hold_for_bytes(data: bytes) -> None:
    assert broken_invariants(Document(SourceText.from_bytes(data))) == []


# Always the same texts: a corner where the two parsers part is a finding, and no reason for a build to fail by chance.
@settings(max_examples=200, deadline=None, derandomize=True)
@given(DOCUMENTS)
def test_a_second_parser_sees_the_same_structure(text: str) -> None:
    document = Document(SourceText(text), "a.md", SURROUNDINGS)
    assert not difference(PARSER, document) or known_reason(document)
