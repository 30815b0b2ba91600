"""What a reader reads, and the way back to the file."""

import pytest

from contentlint.document import GAP, Document, Prose, Surroundings
from contentlint.text import SourceText, Span


def prose(body: str, language: str = "nl") -> list[Prose]:
    return list(Document(SourceText(f"\n{body}\n"), "a.md", Surroundings(language=language)).prose)


def shown(body: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text.replace(GAP, "□")) for piece in prose(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Een *na*druk en **vet**.", [("paragraph", "Een nadruk en vet.")]),
        ("Zie `code` en <https://a.be> en www.a.be.", [("paragraph", "Zie □ en □ en □.")]),
        ("caf&eacute; R&amp;D \\*ster\\*", [("paragraph", "café R&D *ster*")]),
        ('[tekst](/pad "titel") en ![alt *tekst*](a.png)', [("paragraph", "tekst en □"), ("title", "titel"), ("alt", "alt tekst")]),
        ("Regel een\nregel twee  \nregel drie", [("paragraph", "Regel een regel twee regel drie")]),
        ("| a | b |\n|---|---|\n| cel | `x` |", [("cell", "a"), ("cell", "b"), ("cell", "cel")]),
        ("Woord\n: uitleg", [("term", "Woord"), ("paragraph", "uitleg")]),
        ("Noot[^1].\n\n[^1]: De noot.", [("paragraph", "Noot□."), ("paragraph", "De noot.")]),
        ("- een\n  - twee", [("item", "een"), ("item", "twee")]),
        ("# Kop {#id}", [("heading", "Kop")]),
        ("# Kop {concept}", [("heading", "Kop {concept}")]),
        ("<p>Een <b>v</b>et woord<br>hier</p><script>var x</script>", [("html", "Een vet woord"), ("html", "hier")]),
        ("Een <kbd>Ctrl</kbd> toets<br>nu", [("paragraph", "Een □ toets nu")]),
        ("Som $x_1 + y$ en \\(a^2\\) kost $5 of $6.", [("paragraph", "Som □ en □ kost $5 of $6.")]),
        ("Hij zei \\[lacht\\] niets.", [("paragraph", "Hij zei [lacht] niets.")]),
        ("Tekst {% hint %} en {{ .Title }} hier.", [("paragraph", "Tekst □ en □ hier.")]),
        ("``` code ``` begint de zin.", [("paragraph", "□ begint de zin.")]),
        ("```\ncode\n```\n\n    code\n\n&nbsp;\n\n---", []),
        ("Voor {{< mark >}}binnen{{< /mark >}} na", [("paragraph", "Voor □binnen□ na")]),
        ("Voor {{< mark\n a=1 >}} na", [("paragraph", "Voor □ na")]),
        ("> - {{< mermaid >}}\n>   a\n>\n>   b\n>   {{< /mermaid >}} na", [("item", "□ na")]),
        ("<!-- geen tekst --> wel", [("html", " wel")]),
        ("wel <!-- geen tekst --> ook", [("paragraph", "wel  ook")]),
    ],
)  # fmt: skip
def test_prose_is_what_a_reader_reads(body: str, expected: list[tuple[str, str]]) -> None:
    assert shown(body) == expected


def test_text_in_another_language_is_a_piece_of_its_own() -> None:
    found = prose('Het woord <span lang="en">weekend <i lang="fr">déjà</i> plan</span> is Engels.')
    assert [(piece.language, piece.text.strip()) for piece in found] == [
        ("nl", "Het woord  is Engels."),
        ("en", "weekend  plan"),
        ("fr", "déjà"),
    ]


def test_every_character_leads_back_to_its_place() -> None:
    body = "caf&eacute; *na*druk \\* 😀 é"
    (piece,) = prose(body)
    source = f"\n{body}\n"
    assert piece.text == "café nadruk * 😀 é"
    assert source[slice(*piece.span_of(3, 4))] == "&eacute;"
    assert source[slice(*piece.span_of(5, 11))] == "na*druk"
    assert source[slice(*piece.span_of(12, 13))] == "*"
    assert source[slice(*piece.span_of(14, 17))] == "😀 é"
    assert piece.span_of(5, 5) == Span(14, 14)


def test_a_part_keeps_its_places_and_takes_a_language() -> None:
    (piece,) = prose("Hij zei caf&eacute; *you* know.")
    part = piece.part(8, 16, "en")
    assert (part.text, part.language, part.kind) == ("café you", "en", "paragraph")
    assert [part.span_of(index, index + 1) for index in range(8)] == [
        piece.span_of(index, index + 1) for index in range(8, 16)
    ]
    with pytest.raises(ValueError, match="no part"):
        piece.part(3, 3, "en")


def test_front_matter_and_shortcode_values_are_prose() -> None:
    text = '---\ntitle: "Een \\"kop\\""\nslug: geen-tekst\n---\n\n{{< figure src="a.png" alt="Een foto" >}}\n'
    found = Document(SourceText(text), "a.md").prose
    assert [(piece.kind, piece.text) for piece in found] == [("front-matter", 'Een "kop"'), ("parameter", "Een foto")]
    assert text[slice(*found[0].span_of(5, 8))] == "kop"


def test_a_title_that_links_share_is_prose_once() -> None:
    found = prose("[een] en ![twee][een], [drie][een]\n\n[een]: /u 'Een titel'\n")
    assert [piece.text for piece in found if piece.kind == "title"] == ["Een titel"]
