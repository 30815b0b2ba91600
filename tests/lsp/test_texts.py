"""The text in the server is always the text in the editor, whatever is typed and however columns are counted."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types

from contentlint.lsp.actions import difference
from contentlint.lsp.texts import Change, OpenText
from contentlint.lsp.uris import path_of, uri_of
from contentlint.text import SourceText, Units, apply_edits

PIECES = st.text(st.sampled_from("aé日😀\u0301\n\r\t \ufeff\u2028\x0c{<>}-"), max_size=8)
UNITS = st.sampled_from(Units)


class EditorText:
    """A text as an editor keeps it: one string, in which it knows where lines end."""

    def __init__(self, text: str, units: Units) -> None:
        self.text = text
        self.units = units

    def edit(self, start: int, end: int, new: str) -> types.TextDocumentContentChangePartial:
        change = types.TextDocumentContentChangePartial(types.Range(self._place(start), self._place(end)), new)
        self.text = self.text[:start] + new + self.text[end:]
        return change

    def _place(self, offset: int) -> types.Position:
        before = self.text[:offset].replace("\r\n", "\n").replace("\r", "\n")
        line = before.count("\n")
        return types.Position(line, self._width(before.rpartition("\n")[2]))

    def _width(self, text: str) -> int:
        if self.units is Units.CODE_POINTS:
            return len(text)
        encoding, size = ("utf-16-le", 2) if self.units is Units.UTF16 else ("utf-8", 1)
        return len(text.encode(encoding)) // size

    def places(self) -> list[int]:
        """Return where a cursor can stand: not between the two signs of one line end."""
        return [one for one in range(len(self.text) + 1) if self.text[one - 1 : one + 1] != "\r\n" or not one]


@settings(deadline=None)
@given(st.data(), PIECES, UNITS)
def test_after_any_edits_both_have_the_same_text(data: st.DataObject, text: str, units: Units) -> None:
    editor = EditorText(text, units)
    server = OpenText("file:///a.md", Path("/a.md"), 1, text, units)
    for version in range(2, data.draw(st.integers(2, 12))):
        changes: list[Change] = []
        for _ in range(data.draw(st.integers(1, 3))):
            start, end = sorted(
                (data.draw(st.sampled_from(editor.places())), data.draw(st.sampled_from(editor.places())))
            )
            changes.append(editor.edit(start, end, data.draw(PIECES)))
        assert len([*server.change(version, changes)]) == len(changes)
        assert server.source.text == editor.text
        assert server.version == version


@given(st.lists(st.integers(0, 99), min_size=4, max_size=4), PIECES, PIECES, UNITS)
def test_places_that_are_not_there_do_no_harm(place: list[int], text: str, new: str, units: Units) -> None:
    server = OpenText("file:///a.md", Path("/a.md"), 1, text, units)
    range_ = types.Range(types.Position(*place[:2]), types.Position(*place[2:]))
    (edit,) = server.change(2, [types.TextDocumentContentChangePartial(range_, new)])
    assert edit is not None
    assert server.source.text == apply_edits(text, [edit])


def test_halves_of_a_character_that_come_one_by_one_become_whole() -> None:
    server = OpenText("file:///a.md", Path("/a.md"), 1, "", Units.UTF16)
    first, second = ("\ud83d", "\ude00")
    place = types.Range(types.Position(0, 0), types.Position(0, 0))
    list(server.change(2, [types.TextDocumentContentChangePartial(place, first)]))
    assert server.source.text == "\ufffd"
    place = types.Range(types.Position(0, 1), types.Position(0, 1))
    list(server.change(3, [types.TextDocumentContentChangePartial(place, second)]))
    assert server.source.text == "😀"


@given(PIECES, PIECES)
def test_the_difference_of_two_texts_makes_one_of_the_other(before: str, after: str) -> None:
    edits = difference(SourceText(before), SourceText(after))
    assert apply_edits(before, edits) == after
    assert len(edits) == (before != after)


def test_addresses_and_files_lead_to_each_other() -> None:
    for name in ("/a/b.md", "/a b/ë#1?.md", "/a/100%.md", "/a;b/c.md"):
        assert path_of(uri_of(Path(name))) == Path(name)
    assert path_of("file:///a%20b/c.md") == Path("/a b/c.md")
    assert path_of("untitled:Untitled-1") is None
    assert path_of("file:///a%00b") is None
    assert path_of("http://[") is None
