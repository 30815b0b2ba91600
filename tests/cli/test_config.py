"""``contentlint config``: what holds, and where it comes from."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from contentlint.config import CommandLine, Layer, load_settings
from contentlint.config.layers import choose_rules
from contentlint.config.provenance import Provenance
from contentlint.rules.registry import builtin

Call = Callable[..., Any]
SETTINGS = """\
ignore = ["TY", "HD002"]
severity = { LK = "info", "IM001" = "off" }
exclude = ["content/oud/**"]
language = "nl"
hugo-version = "0.140.0"

[rules.HD005]
max-length = 90

[[overrides]]
paths = ["content/pers/**"]
extend-ignore = ["AX"]
language = "en"

[[front-matter]]
section = "posts"
required = ["title", "auteur"]
types = { auteur = "string" }
"""


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


@pytest.fixture
def data(call: Call, site: Path) -> Callable[..., dict[str, Any]]:
    """What ``config explain`` says of a file as JSON, with the settings above."""
    put(site / "contentlint.toml", SETTINGS)

    def explain(*arguments: str) -> dict[str, Any]:
        outcome = call("config", "explain", "--output-format", "json", *arguments)
        assert (outcome.code, outcome.err) == (0, "")
        found: dict[str, Any] = json.loads(outcome.out)
        return found

    return explain


def rule(found: dict[str, Any], code: str) -> dict[str, Any]:
    (one,) = (one for one in found["rules"] if one["code"] == code)
    return dict(one)


def at(line: int, column: int, key: str) -> dict[str, Any]:
    return {"where": "file", "path": "contentlint.toml", "line": line, "column": column, "key": key}


def test_each_rule_says_what_switches_it_on_or_off(data: Callable[..., dict[str, Any]]) -> None:
    found = data("content/pers/a.md", "--ignore", "SP001", "--extend-select", "FM015")
    expected = {
        "HD001": (True, {"where": "default"}),
        "HD002": (False, at(1, 17, "ignore[1]")),
        "TY001": (False, at(1, 11, "ignore[0]")),
        "IM001": (False, at(2, 27, "severity.IM001")),
        "AX001": (False, at(12, 18, "overrides[0].extend-ignore[0]")),
        "SP001": (False, {"where": "command-line", "key": "--ignore"}),
        "FM015": (True, {"where": "command-line", "key": "--extend-select"}),
        "FM016": (False, {"where": "default"}),
    }
    assert {code: (rule(found, code)["runs"], rule(found, code)["from"]) for code in expected} == expected


def test_what_a_selection_leaves_out_is_off_by_that_selection(data: Callable[..., dict[str, Any]]) -> None:
    found = data("content/a.md", "--select", "HD")
    assert rule(found, "FM001")["from"] == {"where": "command-line", "key": "--select"}
    assert not rule(found, "FM001")["runs"]
    assert rule(found, "HD001")["from"] == {"where": "command-line", "key": "--select"}


def test_severities_and_options_say_where_they_come_from(data: Callable[..., dict[str, Any]]) -> None:
    found = data("content/a.md")
    assert rule(found, "LK001")["severity"] == {"value": "info", "from": at(2, 14, "severity.LK")}
    assert rule(found, "HD001")["severity"] == {"value": "error", "from": {"where": "default"}}
    assert rule(found, "HD005")["options"]["max-length"] == {
        "value": 90, "from": at(8, 1, "rules.HD005.max-length"),
    }  # fmt: skip
    versions = [one["options"]["hugo-version"] for one in found["rules"] if "hugo-version" in one["options"]]
    assert versions
    assert all(one == {"value": "0.140.0", "from": at(5, 1, "hugo-version")} for one in versions)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("content/a.en.md", "x\n", ("en", "file-name")),
        ("content/a.md", "x\n", ("nl", "site")),
        (
            "content/a.md",
            "This is the text that we have written for you, and it is not what they said.\n" * 3,
            ("en", "text"),
        ),
        ("content/pers/a.md", "x\n", ("en", "settings")),
        ("README.md", "x\n", ("nl", "settings")),
        ("content/nieuw.md", None, ("nl", "site")),
    ],
)
def test_the_language_says_what_tells_it(
    data: Callable[..., dict[str, Any]], site: Path, name: str, text: str | None, expected: tuple[str, str]
) -> None:
    if text is not None:
        put(site / name, text)
    found = data(name)
    assert (found["language"]["value"], found["language"]["told_by"]) == expected
    assert found["exists"] == (text is not None)
    assert (found["language"]["from"]["where"] == "file") == (expected[1] == "settings")


def test_the_language_said_is_the_one_in_which_the_file_is_checked(
    data: Callable[..., dict[str, Any]], call: Call, site: Path
) -> None:
    put(site / "content" / "pers" / "a.md", "---\ntitle: A\n---\n\nEen a  b.\n")
    checked = json.loads(call("check", "--select", "TY001", "--output-format", "json", "content/pers/a.md").out)
    assert checked["violations"][0]["language"] == data("content/pers/a.md")["language"]["value"] == "en"


def test_schemas_words_overrides_and_exclusion_are_shown(data: Callable[..., dict[str, Any]], site: Path) -> None:
    put(site / "rules" / "words.nl.txt", "# ons\nblorkel\n\nzwats\n")
    put(site / "rules" / "words.en.txt", "snorble\n")
    found = data("content/posts/slecht.md")
    assert (found["section"], found["kind"], found["excluded_by"]) == ("posts", "page", None)
    assert [(one["table"]["required"], one["from"]["line"]) for one in found["front_matter"]] == [
        (["title", "auteur"], 15)
    ]
    assert found["words"] == [{"path": "rules/words.nl.txt", "entries": 2, "from": {"where": "default"}}]
    assert data("content/pers/a.md")["overrides"] == [{"paths": ["content/pers/**"], "from": at(10, 1, "overrides[0]")}]
    assert data("content/oud/a.md")["excluded_by"] == {"pattern": "content/oud/**", "from": at(3, 12, "exclude[0]")}
    assert data("content/b.md", "--exclude", "b.md")["excluded_by"] == {
        "pattern": "b.md", "from": {"where": "command-line", "key": "--exclude"},
    }  # fmt: skip


def test_show_is_for_people_and_names_places_only_where_settings_decide(call: Call, site: Path) -> None:
    put(site / "contentlint.toml", SETTINGS)
    outcome = call("config", "show", "content/posts/slecht.md")
    lines = outcome.out.splitlines()
    assert lines[:2] == ["content/posts/slecht.md", "Settings from contentlint.toml."]
    assert "  language      nl, by the settings of the site" in lines
    assert "  HD001  heading-level-one" in outcome.out
    assert "HD002" not in outcome.out
    assert "[default]" not in outcome.out
    assert "         max-length = 90  [contentlint.toml:8 rules.HD005.max-length]" in lines


def test_explain_names_what_does_not_run(call: Call, site: Path) -> None:
    put(site / "contentlint.toml", SETTINGS)
    lines = [
        " ".join(line.split()) for line in call("config", "explain", "content/a.md", "--lang", "nl").out.splitlines()
    ]
    assert "HD002 heading-level-skip [contentlint.toml:1 ignore[1]]" in lines
    assert "FM015 page-not-published [staat standaard uit]" in lines
    assert "HD001 heading-level-one fout [standaard]" in lines


def test_without_a_file_all_settings_are_shown(call: Call, site: Path) -> None:
    put(site / "contentlint.toml", SETTINGS)
    lines = [" ".join(line.split()) for line in call("config", "show", "--fail-on", "warning").out.splitlines()]
    assert 'hugo-version "0.140.0" [contentlint.toml:5 hugo-version]' in lines
    assert 'fail-on "warning" [--fail-on]' in lines
    assert "time-zone (not set)" in lines
    assert (
        'front-matter section = "posts", required = ["title", "auteur"], types = ["auteur"] [contentlint.toml:15 front-matter[0]]'
        in lines
    )
    found = json.loads(call("config", "show", "--output-format", "json").out)
    assert found["settings"]["fail-on"] == {"value": "error", "from": {"where": "default"}}


def test_without_a_file_of_settings_the_defaults_are_shown(call: Call) -> None:
    assert call("config", "show").out.startswith("No file of settings was found, so the defaults hold.\n")


def test_places_in_pyproject_are_those_of_that_file(call: Call, site: Path) -> None:
    put(site / "pyproject.toml", '[project]\nname = "x"\n\n[tool.contentlint]\nignore = ["HD002"]\n')
    found = json.loads(call("config", "explain", "--output-format", "json", "content/a.md").out)
    assert rule(found, "HD002")["from"] == {
        "where": "file", "path": "pyproject.toml", "line": 5, "column": 11, "key": "ignore[0]",
    }  # fmt: skip


def test_a_rule_that_is_not_built_in_says_where_it_comes_from(call: Call, site: Path) -> None:
    put(site / "contentlint.toml", 'packs = ["plain-nl"]\n')
    found = json.loads(call("config", "show", "--output-format", "json").out)
    (origin,) = {one["origin"] for one in found["rules"]} - {None}
    assert "plain-nl" in origin
    assert origin in call("config", "explain", "content/a.md").out


def test_a_file_that_is_no_text_has_settings_all_the_same(call: Call, site: Path) -> None:
    (site / "content" / "plaatje.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff\xfe")
    outcome = call("config", "show", "content/plaatje.md")
    assert (outcome.code, outcome.err) == (0, "")


def test_a_folder_is_refused_and_so_are_settings_that_do_not_fit(call: Call, site: Path) -> None:
    assert (
        call("config", "show", "content").err
        == "contentlint: content is a folder; settings hold for a file. Name one.\n"
    )
    put(site / "contentlint.toml", "ignroe = []\n")
    assert call("config", "show").code == 2
    assert call("config", "explain").code == 2


@pytest.mark.parametrize("command", ["show", "explain"])
def test_of_a_file_that_is_not_there_it_is_said(call: Call, command: str) -> None:
    outcome = call("config", command, "nee.md", "--lang", "nl")
    assert (outcome.code, outcome.err) == (0, "nee.md bestaat niet. Dit zou ervoor gelden.\n")
    assert outcome.out.startswith("nee.md\n")
    outcome = call("config", command, "nee.md", "--output-format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    assert json.loads(outcome.out)["exists"] is False
    outcome = call("config", command, "README.md")
    assert (outcome.code, outcome.err) == (0, "")


def test_what_is_said_of_rules_is_what_runs(site: Path) -> None:
    put(site / "contentlint.toml", SETTINGS)
    command_line = CommandLine(Layer(select=("HD", "LK", "heading-level-skip"), extend_ignore=("LK001",)))
    settings = load_settings(site, builtin(), command_line=command_line)
    for path in ("content/a.md", "content/pers/a.md"):
        overrides = settings.overrides_for(path)
        said = [one for one in Provenance(settings).rules(overrides) if one.runs]
        chosen = choose_rules(builtin(), settings.layers(overrides))
        assert [one.rule for one in said] == [one.entry.rule for one in chosen]
        for one, real in zip(said, chosen, strict=True):
            assert real.severity is None or real.severity is one.severity
            assert {option.key: option.value for option in one.options} == {
                key: getattr(real.options, option.name) for key, option in one.rule.options_type.declared().items()
            }
