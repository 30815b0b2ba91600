"""What people see on a screen: grouped results, and hyperlinks."""

import re
from pathlib import Path

import pytest
from tests.outputs.sample import NO_WORD, SKIP, plain, result, show, violate

from contentlint.outputs.display import width_of
from contentlint.outputs.results import View
from contentlint.rules.base import AnyRule, Origin
from contentlint.rules.entry import RuleEntry
from contentlint.rules.registry import Registry, builtin

LINK = re.compile(r"\x1b\]8;;([^\x1b]*)\x1b\\(.*?)\x1b\]8;;\x1b\\")


def test_grouped_has_a_line_or_two_for_each_violation() -> None:
    assert show("grouped", *plain()) == (
        "content/a.nl.md\n"
        "  3:9  fout          ‘geschaadt’ is geen woord. Bedoel je ‘geschaad’?\n"
        "                     spelling-mistake  SP001\n"
        "  5:1  waarschuwing  Vervang door ‘##’.\n"
        "                     heading-level-skip  HD002\n"
        "\n"
        "2 bestanden bekeken: 1 fout, 1 waarschuwing.\n"
        "Voor 2 daarvan is er een voorstel: contentlint check --interactive\n"
        "Uitleg bij een regel: contentlint rule SP001\n"
    )


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("format_", ["full", "grouped"])
def test_lines_keep_within_the_screen(format_: str, width: int) -> None:
    text = "\tWat je baas wil met 日本 en cafe\u0301 " * 60 + "\n"
    found = result(text, violate(700, 720, NO_WORD(word="heel lang " * 30)), violate(9, 11, NO_WORD(word="日本" * 40)))
    lines = show(format_, found, view=View("nl", width)).splitlines()[1:-2]
    assert max(width_of(line) for line in lines if "日本日本" not in line) <= width


def test_paths_and_rules_are_links_where_the_screen_has_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a b.md").write_text("x", "utf-8")
    found = violate(0, 1, NO_WORD(word="x"), rule=SKIP)
    results = (result("x", found, path="a b.md"), result("x", found, path="<stdin>"))
    linked = show("full", *results, view=View("nl", links=True))
    assert LINK.findall(linked)[:2] == [
        (f"file://{tmp_path}/a%20b.md", "a b.md"),
        ("https://contentlint.readthedocs.io/en/latest/rules/heading-level-skip/", "heading-level-skip  HD002"),
    ]
    assert "\n<stdin>\n" in linked
    assert LINK.sub(r"\2", linked) == show("full", *results)


def test_a_rule_of_a_plug_in_leads_nowhere() -> None:
    known = next(iter(builtin())).rule
    plug_in: type[AnyRule] = type("PlugIn", (known,), {"origin": Origin("rules/x.py", "1", is_code=True)})
    found = result("x", violate(0, 1, NO_WORD(word="x"), rule=known.info))
    view = View("nl", links=True, registry=Registry([RuleEntry.of(plug_in)]))
    assert not LINK.findall(show("grouped", found, view=view))
    assert '"url": null' in show("json", found, view=view)
    assert "https://contentlint" not in show("html", found, view=view)


def test_nothing_hostile_stands_in_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    name = "\x1b]8;;evil\x1b\\.md"
    (tmp_path / name.replace("/", "")).write_text("x", "utf-8")
    (address, text), *_ = LINK.findall(
        show("grouped", result("x", violate(0, 1, NO_WORD(word="x")), path=name), view=View(links=True))
    )
    assert address.endswith("/%1B%5D8;;evil%1B%5C.md")
    assert "\x1b" not in text
