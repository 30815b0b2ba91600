"""What helps who writes: what something means, what can be written, where it leads, how a page is built up."""

import pytest
from lsprotocol import types
from tests.lsp.conftest import POST, Editor

pytestmark = pytest.mark.asyncio(loop_scope="session")

SCHEMA = (
    '\n[[front-matter]]\nsection = ""\nrequired = ["soort"]\n'
    '[front-matter.types]\nsoort = { type = "string", one-of = ["nieuws", "verslag"] }\nopen = "boolean"\n'
)


def where(uri: str, line: int, column: int) -> tuple[types.TextDocumentIdentifier, types.Position]:
    return types.TextDocumentIdentifier(uri), types.Position(line, column)


async def hovered(editor: Editor, uri: str, line: int, column: int) -> str:
    found = await editor.client.text_document_hover_async(types.HoverParams(*where(uri, line, column)))
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value


async def completed(editor: Editor, text: str) -> dict[str, types.CompletionItem]:
    """Return what can be written where ``|`` stands."""
    before, after = text.split("|")
    uri = editor.open("content/boeken.md", before + after)
    line = before.count("\n")
    column = len(before) - before.rfind("\n") - 1
    found = await editor.client.text_document_completion_async(types.CompletionParams(*where(uri, line, column)))
    items = found.items if isinstance(found, types.CompletionList) else found or ()
    return {one.label: one for one in items}


async def test_a_rule_is_explained_in_the_language_of_the_reader(editor: Editor) -> None:
    uri = editor.open("content/boeken.md", POST)
    said = await hovered(editor, uri, 6, 20)
    assert "(spelling-mistake, SP001)" in said
    assert "Waarom is dat erg?" in said
    assert "/rules/spelling-mistake/" in said


async def test_a_picture_tells_its_alternative_text_and_its_file(editor: Editor) -> None:
    (editor.root / "content/kast.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    uri = editor.open("content/boeken.md", "![Een kast vol boeken](kast.svg)\n\n![](weg.svg)\n")
    said = await hovered(editor, uri, 0, 5)
    assert "Alt-tekst: Een kast vol boeken" in said
    assert "content/kast.svg" in said
    assert "Geen alt-tekst" in await hovered(editor, uri, 2, 2)


async def test_a_link_a_reference_and_a_shortcode_tell_where_they_lead(editor: Editor) -> None:
    uri = editor.open(
        "content/boeken.md",
        '[Over ons](/over/) en [elders](https://example.org/).\n\n[Wij]({{< ref "over" >}})\n\n{{< kader soort="x" >}}a{{< /kader >}}\n',
    )
    assert "content/over.md" in await hovered(editor, uri, 0, 3)
    assert "andere site" in await hovered(editor, uri, 0, 24)
    assert "content/over.md" in await hovered(editor, uri, 2, 14)
    said = await hovered(editor, uri, 4, 5)
    assert "kader.html" in said
    assert "kop, soort" in said


async def test_where_nothing_stands_nothing_is_said(editor: Editor) -> None:
    uri = editor.open("content/boeken.md", POST)
    assert await editor.client.text_document_hover_async(types.HoverParams(*where(uri, 6, 0))) is None


async def test_keys_that_are_asked_for_come_first_and_those_that_stand_there_not_again(editor: Editor) -> None:
    settings = editor.root / "contentlint.toml"
    settings.write_text(settings.read_text() + SCHEMA)
    items = await completed(editor, "---\ntitle: Boeken\n|\n---\n")
    assert {"soort", "open", "draft", "description"} <= items.keys()
    assert "title" not in items
    assert (items["soort"].sort_text or "") < (items["draft"].sort_text or "")
    assert isinstance(items["draft"].text_edit, types.TextEdit)
    assert items["draft"].text_edit.new_text == "draft: "


async def test_values_are_those_that_the_schema_allows(editor: Editor) -> None:
    settings = editor.root / "contentlint.toml"
    settings.write_text(settings.read_text() + SCHEMA)
    assert (await completed(editor, "---\ntitle: A\nsoort: |\n---\n")).keys() == {"nieuws", "verslag"}
    assert (await completed(editor, "---\ntitle: A\ndraft: |\n---\n")).keys() == {"true", "false"}
    assert (await completed(editor, "+++\ntitle = 'A'\nsoort = |\n+++\n")).keys() == {'"nieuws"', '"verslag"'}


async def test_shortcodes_of_the_site_and_of_hugo_can_be_written(editor: Editor) -> None:
    items = await completed(editor, "Kijk: {{< ka| >}}\n")
    assert {"kader", "figure"} <= items.keys()
    assert items["kader"].detail == "kop, soort"
    edit = items["kader"].text_edit
    assert isinstance(edit, types.TextEdit)
    assert edit.range == types.Range(types.Position(0, 10), types.Position(0, 12))


async def test_only_what_is_open_can_be_closed(editor: Editor) -> None:
    assert (await completed(editor, "{{< kader >}}a{{< /| >}}\n")).keys() == {"kader"}


async def test_parameters_are_those_the_template_reads_and_that_are_not_given_yet(editor: Editor) -> None:
    assert (await completed(editor, '{{< kader soort="x" | >}}a{{< /kader >}}\n')).keys() == {"kop"}
    assert await completed(editor, '{{< kader soort="x|" >}}a{{< /kader >}}\n') == {}


async def test_in_running_text_nothing_is_offered(editor: Editor) -> None:
    assert await completed(editor, "Gewoon een zin |\n") == {}


async def test_the_outline_is_that_of_the_headings(editor: Editor) -> None:
    uri = editor.open("content/boeken.md", "---\ntitle: Boeken\n---\n\n## Een\n\na\n\n### Twee\n\nb\n\n## Drie\n")
    params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
    top = await editor.client.text_document_document_symbol_async(params)
    names = [
        (one.name, [child.name for child in one.children or ()])
        for one in top or ()
        if isinstance(one, types.DocumentSymbol)
    ]
    assert names == [("Boeken", []), ("Een", ["Twee"]), ("Drie", [])]


async def test_front_matter_and_parts_can_be_folded(editor: Editor) -> None:
    uri = editor.open("content/boeken.md", "---\ntitle: Boeken\n---\n\n## Een\n\na\n\n## Twee\n\nb\n")
    params = types.FoldingRangeParams(types.TextDocumentIdentifier(uri))
    found = await editor.client.text_document_folding_range_async(params)
    assert [(one.start_line, one.end_line) for one in found or ()] == [(0, 2), (4, 6), (8, 10)]


async def test_a_shortcode_leads_to_its_template_and_a_reference_to_its_page(editor: Editor) -> None:
    uri = editor.open("content/boeken.md", '{{< kader >}}[Wij]({{< ref "over" >}}){{< /kader >}}\n')
    targets = []
    for column in (5, 25):
        found = await editor.client.text_document_definition_async(types.DefinitionParams(*where(uri, 0, column)))
        assert isinstance(found, types.Location)
        targets.append(found.uri)
    assert targets == [editor.uri("layouts/_shortcodes/kader.html"), editor.uri("content/over.md")]
