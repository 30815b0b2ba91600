"""The run of the spelling check over a document: each part in its own language."""

from contentlint.document import Document, Surroundings
from contentlint.rules.spelling.check import spelling_findings
from contentlint.text import SourceText


def found(text: str, language: str = "nl", words: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Return the text at each place, and the first suggestion."""
    document = Document(SourceText(text), "content/post.md", Surroundings(language=language))
    findings = spelling_findings(document, (*words, *document.words))
    return [(text[span.start : span.end], next(iter(finding.suggestions), "")) for span, finding in findings]


def test_an_element_with_a_lang_attribute_is_checked_in_that_language() -> None:
    text = 'Dat heet <span lang="en">a definately good beslissing</span> en was beslisend.\n'
    assert sorted(word for word, _ in found(text)) == ["beslisend", "beslissing", "definately"]
    assert found('<p lang="fr">Le chien dorrt.</p>\n\nGoed zo.\n') == []


def test_a_block_quotation_in_another_language_is_checked_in_that_language() -> None:
    text = "Zij schreef dit:\n\n> This was definately the colour that they wanted for it.\n\nDat was beslisend.\n"
    assert [word for word, _ in found(text)] == ["definately", "beslisend"]


def test_a_whole_page_of_filler_has_no_mistakes() -> None:
    text = (
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit. Duis aute irure dolor in reprehenderit in voluptate"
        " velit esse cillum dolore eu fugiat nulla pariatur. Excepteur sint occaecat cupidatat non proident.\n"
    )
    assert found(text) == found(text, "en") == []


def test_words_of_the_page_and_of_the_site_are_right_with_the_forms_of_their_model() -> None:
    front_matter = "---\ntitle: Een\ncontentlint:\n  words: [frobelstrunk/tafel]\n---\n\n"
    assert found(f"{front_matter}De frobelstrunks en de zwatsblork.\n", words=("zwatsblork",)) == []
    assert [word for word, _ in found("De frobelstrunks en de zwatsblork.\n")] == ["frobelstrunks", "zwatsblork"]
