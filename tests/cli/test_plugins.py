"""House rules are rules like any other, and bad ones harm nothing else."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from contentlint.config.plugins import guard

Call = Callable[..., tuple[int, str, str]]

SETTINGS = 'rules-folder = "rules"\nselect = ["HR", "CL"]\n'
YAML = """\
rules:
  - name: house-word
    code: HR001
    kind: substitution
    summary: {en: Word of ours, nl: Woord van ons}
    message: {en: "Say ‘{instead}’, not ‘{found}’.", nl: "Zeg ‘{instead}’, niet ‘{found}’."}
    why: Readers look for two things.
    swap: {"flyer{,s}": "folder{,s}"}
    fix: unsafe
    examples:
      valid: [A folder.]
      invalid: [{text: A ⟦flyer⟧., fixed: A folder.}]
  - name: house-photographer
    code: HR002
    kind: front-matter
    key: photo.credit
    if-key: feature
    required: true
    severity: error
    summary: Photographer missing
    message: Name the photographer in ‘{key}’.
"""
PYTHON = '''\
"""A rule of ours."""

from contentlint import Edit, Family, Message, Options, Rule, RuleInfo, Severity, on, option
from contentlint.document import Heading, plain_text


class HouseHeadingOptions(Options):
    sign = option("?", en="the sign", nl="het teken")


class HouseHeading(Rule[HouseHeadingOptions]):
    """Reports headings that ask.

    ## Why is this bad?
    Readers want answers.
    """

    info = RuleInfo(
        name="house-heading", code="HR010", family=Family("HR"), severity=Severity.INFO,
        summary=Message(en="Heading that asks", nl="Kop die vraagt"), since="1.0",
    )
    asks = Message(en="‘{text}’ asks.", nl="‘{text}’ vraagt.")

    @on(Heading)
    def check_heading(self, heading):
        text = plain_text(heading)
        if text.endswith(self.options.sign):
            yield self.violation(heading.span, self.asks(text=text))
'''
PAGE = "---\ntitle: Een\nfeature: a.jpg\n---\n\nNeem een flyer mee.\n\n## Hoe dan?\n"


@pytest.fixture
def house(site: Path) -> Path:
    """The site with house rules of each kind, and a page that breaks all of them."""
    (site / "contentlint.toml").write_text(SETTINGS, "utf-8")
    (site / "rules").mkdir()
    (site / "rules" / "house.yaml").write_text(YAML, "utf-8")
    (site / "rules" / "house_heading.py").write_text(PYTHON, "utf-8")
    (site / "content" / "goed.md").write_text(PAGE, "utf-8")
    return site


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop plug-ins after a tenth of a second."""
    monkeypatch.setattr(guard, "SECONDS", 0.1)


def test_house_rules_of_each_kind_are_checked(house: Path, call: Call) -> None:
    code, out, err = call("check", "--output-format", "concise", "content/goed.md")
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        "content/goed.md:1:1: error HR002 house-photographer Name the photographer in ‘photo.credit’.",
        "content/goed.md:6:10: warning HR001 house-word Say ‘folder’, not ‘flyer’.",
        "content/goed.md:8:1: info HR010 house-heading ‘Hoe dan?’ asks.",
    ]
    assert not (house / "rules" / "__pycache__").exists()


@pytest.mark.usefixtures("house")
def test_house_rules_speak_the_language_of_the_reader(call: Call) -> None:
    out = call("check", "--lang", "nl", "--output-format", "concise", "content/goed.md")[1]
    assert "Zeg ‘folder’, niet ‘flyer’." in out
    assert "‘Hoe dan?’ vraagt." in out


@pytest.mark.usefixtures("house")
def test_house_rules_are_listed_and_explained(call: Call) -> None:
    listed = call("rules")[1]
    assert "HR001  house-word" in listed
    assert "HR010  house-heading" in listed
    explained = call("rule", "house-word")[1]
    assert "Readers look for two things." in explained
    assert "- ‘flyer{,s}’: ‘folder{,s}’" in explained
    assert 'ignore = ["house-word"]' in explained
    assert "Readers want answers." in call("rule", "HR010")[1]
    data = json.loads(call("rules", "--output-format", "json")[1])
    (word,) = (rule for rule in data if rule["name"] == "house-word")
    assert (word["family"], word["fixable"], word["summary"]["nl"]) == ("HR", "unsafe", "Woord van ons")


@pytest.mark.usefixtures("house")
def test_house_rules_are_in_json(call: Call) -> None:
    found = json.loads(call("check", "--output-format", "json", "content/goed.md")[1])["violations"]
    (word,) = (one for one in found if one["rule"] == "house-word")
    assert (word["code"], word["line"], word["column"], word["suggestions"]) == ("HR001", 6, 10, ["folder"])
    assert word["fix"]["applicability"] == "unsafe"


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("given", [["--ignore", "HR"], ["--ignore", "house-word,HR002,HR010"], ["--select", "CL"]])
def test_house_rules_are_selected_by_name_code_and_family(call: Call, given: list[str]) -> None:
    assert call("check", *given, "--output-format", "concise", "content/goed.md")[:2] == (0, "")


def test_settings_give_house_rules_severity_and_options(house: Path, call: Call) -> None:
    more = '[severity]\nHR = "info"\nhouse-word = "error"\n[rules.house-heading]\nsign = "!"\n'
    (house / "contentlint.toml").write_text(SETTINGS + more, "utf-8")
    out = call("check", "--output-format", "concise", "content/goed.md")[1]
    assert [line.split()[1:3] for line in out.splitlines()] == [["info", "HR002"], ["error", "HR001"]]


@pytest.mark.parametrize(
    "page",
    [
        PAGE.replace("Neem", "<!-- contentlint-disable-next-line house-word -- zo heet hij -->\nNeem"),
        PAGE.replace("---\n\n", "contentlint: {disable: [HR001]}\n---\n\n"),
        PAGE.replace("---\n\n", "---\n\n<!-- contentlint-disable-file HR -- van elders -->\n"),
    ],
)
def test_comments_silence_house_rules(house: Path, call: Call, page: str) -> None:
    (house / "content" / "goed.md").write_text(page, "utf-8")
    out = call("check", "--output-format", "concise", "content/goed.md")[1]
    assert "house-word" not in out
    assert "suppression" not in out


def test_house_rules_mend(house: Path, call: Call) -> None:
    call("check", "--fix", "content/goed.md")
    assert "flyer" in (house / "content" / "goed.md").read_text("utf-8")
    call("check", "--fix", "--unsafe-fixes", "content/goed.md")
    assert "Neem een folder mee." in (house / "content" / "goed.md").read_text("utf-8")


def test_without_plugins_no_code_is_run(house: Path, call: Call) -> None:
    (house / "rules" / "evil.py").write_text("from pathlib import Path\nPath('evil').touch()\n", "utf-8")
    more = '[rules.house-heading]\nsign = "!"\n'
    (house / "contentlint.toml").write_text(SETTINGS + more, "utf-8")
    page = PAGE + "\n<!-- contentlint-disable-next-line house-heading -- zo hoort het -->\n"
    (house / "content" / "goed.md").write_text(page, "utf-8")
    out = call("check", "--no-plugins", "--ignore", "house-heading", "--output-format", "concise", "content/goed.md")[1]
    assert not (house / "evil").exists()
    assert [line.split()[2] for line in out.splitlines()] == ["HR002", "HR001"]


def test_no_code_is_run_that_the_settings_do_not_name(house: Path, call: Call) -> None:
    (house / "rules" / "evil.py").write_text("from pathlib import Path\nPath('evil').touch()\n", "utf-8")
    (house / "contentlint.toml").write_text("", "utf-8")
    call("check")
    call("rules")
    assert not (house / "evil").exists()


@pytest.mark.usefixtures("house")
def test_an_unknown_rule_is_still_a_mistake_when_all_rules_are_there(call: Call) -> None:
    code, _, err = call("check", "--select", "house-wrod")
    assert code == 2
    assert "Did you mean ‘house-word’?" in err


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("code", "said", "line"),
    [
        ("x = 1\nraise ValueError('no salt')\n", "ValueError: no salt", 2),
        ("import sys\n\n\nsys.exit(3)\n", "SystemExit: 3", 4),
        ("import os\nos.chdir('/')\n", "may not change the working folder", 2),
        ("def f(:\n", "SyntaxError", 1),
        ("while True:\n    pass\n", "more than 0.1 seconds", 0),
        ("try:\n    while True:\n        pass\nexcept Exception:\n    pass\n", "more than 0.1 seconds", 0),
        ("import nothing_of_that_name\n", "nothing_of_that_name", 1),
        ("x = 1\n", "There is no rule here", 1),
        (PYTHON.replace("HR010", "hr10"), "its code ‘hr10’ must be", 11),
        (PYTHON.replace('"house-heading"', '"House heading"'), "its name ‘House heading’ must be", 11),
        (PYTHON.replace('Family("HR")', 'Family("HX")'), "does not begin with the letters of its family", 11),
        (PYTHON.replace("    info =", "    needs = '['\n    info ="), "its ‘needs’ is no regular expression (‘[’)", 11),
        (
            PYTHON.replace("    info =", "    needs = None\n    info ="),
            "its ‘needs’ is no regular expression (‘None’)",
            11,
        ),
        (PYTHON.replace("HR010", "HR001"), "There is a rule with the code ‘HR001’ already, in rules/house.yaml", 11),
        (PYTHON.replace('"house-heading"', '"house-word"'), "There is a rule ‘house-word’ already", 11),
        (PYTHON.replace('"house-heading"', '"link-empty"'), "There is a rule ‘link-empty’ already, in contentlint", 11),
        ("\0", "", 0),
    ],
)
def test_a_plugin_that_cannot_be_used_is_one_violation_and_the_rest_goes_on(
    house: Path, call: Call, code: str, said: str, line: int
) -> None:
    here = Path.cwd()
    (house / "rules" / "house_heading.py").write_text(code, "utf-8")
    exit_code, out, _ = call("check", "--output-format", "concise", "content/goed.md")
    assert exit_code == 1
    pages, broken = out.splitlines()[:-1], out.splitlines()[-1]
    assert [one.split()[2] for one in pages] == ["HR002", "HR001"]
    place = f"rules/house_heading.py:{line}:" if line else "rules/house_heading.py:"
    assert broken.startswith(place)
    assert " error CL006 rule-file-invalid " in broken
    assert said in broken
    assert Path.cwd() == here


CALLS = """\
    def begin(self):
        {body}

    @on(Heading)
    def check_heading(self, heading):
        return iter(())
"""


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("1 / 0", "ZeroDivisionError"),
        ("raise SystemExit(0)", "SystemExit: 0"),
        ("import os; os.chdir('/')", "may not change the working folder"),
        ("import itertools; all(itertools.repeat(True)) if 0 else [1 for _ in iter(int, 1) if _]", "more than 0.1"),
        ("import re; re.match('(a+)+$', 'a' * 60 + 'b')", "more than 0.1"),
    ],
)
def test_a_rule_that_misbehaves_at_work_is_named_and_the_others_go_on(
    house: Path, call: Call, body: str, said: str
) -> None:
    here = Path.cwd()
    file = house / "rules" / "house_heading.py"
    file.write_text(PYTHON[: PYTHON.index("    @on")] + CALLS.format(body=body), "utf-8")
    code, out, _ = call("check", "--output-format", "concise", "content/goed.md")
    assert code == 2
    failed, *others = out.splitlines()
    assert "‘house-heading’ of rules/house_heading.py stopped with an error" in failed
    assert said in failed
    assert [one.split()[2] for one in others] == ["HR002", "HR001"]
    assert Path.cwd() == here


@pytest.mark.parametrize(
    "yielded",
    [
        "42",
        "self.violation(heading.span, 'a text')",
        "self.violation(heading.span, self.asks())",
        "self.violation((0, 99999), self.asks(text=1))",
        "self.violation(heading.span, self.asks(text=1), suggestions=(1,))",
        "self.violation(heading.span, self.asks(text=1), fix='mend it')",
        "self.violation(heading.span, self.asks(text=1), fix=self.unsafe_fix(self.asks(text=1), Edit((5, 99999), 'x')))",
    ],
)
def test_what_is_no_violation_is_a_failure_of_its_rule(house: Path, call: Call, yielded: str) -> None:
    code = PYTHON[: PYTHON.index("        text =")] + f"        yield {yielded}\n"
    (house / "rules" / "house_heading.py").write_text(code, "utf-8")
    exit_code, out, err = call("check", "--fix", "--output-format", "concise", "content/goed.md")
    assert exit_code == 2
    assert "‘house-heading’ of rules/house_heading.py stopped with an error" in out
    assert "contentlint itself failed" not in err


def test_what_a_plugin_prints_spoils_no_results(house: Path, call: Call) -> None:
    code = 'print("at import")\n' + PYTHON.replace("text = plain", 'print("at work")\n        text = plain')
    (house / "rules" / "house_heading.py").write_text(code, "utf-8")
    _, out, err = call("check", "--output-format", "json", "content/goed.md")
    assert len(json.loads(out)["violations"]) == 3
    assert "at import\n" in err
    assert "at work\n" in err


def test_a_site_rule_of_a_plugin_sees_all_pages(house: Path, call: Call) -> None:
    code = """\
from contentlint import Family, Message, Options, RuleInfo, Severity, SiteRule, Span

class Count(SiteRule[Options]):
    info = RuleInfo(name="house-count", code="HR011", family=Family("HR"), severity=Severity.INFO,
                    summary=Message(en="Pages", nl="Pagina's"), since="1.0")
    count = Message(en="{number} pages", nl="{number} pagina's")

    def check(self, pages):
        yield pages[0].path, self.violation(Span(0, 0), self.count(number=len(pages)))
"""
    (house / "rules" / "house_heading.py").write_text(code, "utf-8")
    assert "HR011 house-count 2 pages" in call("check", "--output-format", "concise")[1]


def test_two_rules_that_undo_each_other_are_named(house: Path, call: Call) -> None:
    both = YAML + YAML[YAML.index("  - name") : YAML.index("  - name: house-photo")].replace(
        "house-word", "house-other"
    ).replace("HR001", "HR003").replace('"flyer{,s}": "folder{,s}"', '"folder{,s}": "flyer{,s}"')
    (house / "rules" / "house.yaml").write_text(both, "utf-8")
    code, _, err = call("check", "--fix", "--unsafe-fixes", "content/goed.md")
    assert code == 2
    assert "house-other undo each other" in err


def test_a_replacement_that_would_be_replaced_again_is_not_offered(house: Path, call: Call) -> None:
    grows = YAML[: YAML.index("    swap")] + "    swap-patterns: {'(flyer)': '\\1 \\1'}\n    fix: unsafe\n"
    (house / "rules" / "house.yaml").write_text(grows, "utf-8")
    (house / "rules" / "house_heading.py").unlink()
    code, out, err = call("check", "--fix", "--unsafe-fixes", "--output-format", "concise", "content/goed.md")
    assert (code, err) == (0, "There was nothing to mend.\n")
    assert "Say ‘flyer flyer’, not ‘flyer’." in out
    assert (house / "content" / "goed.md").read_text("utf-8") == PAGE


def test_of_fixes_of_a_rule_that_overlap_each_other_one_is_made_at_a_time(house: Path, call: Call) -> None:
    head = PYTHON[: PYTHON.index("        text =")]
    head = head.replace("since=", "fixable=Applicability.UNSAFE, since=").replace("Edit,", "Applicability, Edit, Span,")
    body = """\
        start = heading.span.start
        for size, new in ((3, ""), (5, "##")):
            fix = self.unsafe_fix(self.asks(text="x"), Edit(Span(start, start + size), new))
            if self.document.text.startswith("## ##", start):
                yield self.violation(heading.span, self.asks(text="x"), fix=fix)
"""
    (house / "rules" / "house_heading.py").write_text(head + body, "utf-8")
    (house / "content" / "goed.md").write_text(PAGE.replace("## Hoe", "## ## ## Hoe"), "utf-8")
    err = call("check", "--fix", "--unsafe-fixes", "content/goed.md")[2]
    assert err.startswith("Mended: 3, in 1 file.")
    assert (house / "content" / "goed.md").read_text("utf-8") == PAGE.replace("flyer", "folder")


def test_problems_are_told_beside_a_text_from_standard_input(
    house: Path, call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (house / "rules" / "house_heading.py").write_text("1 / 0\n", "utf-8")
    (tmp_path / "in").write_text(PAGE, "utf-8")
    with (tmp_path / "in").open() as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        _, out, err = call("check", "-", "--stdin-filename", "content/new.md", "--output-format", "concise")
    assert "rules/house_heading.py:1:1: These rules cannot be used" in err
    assert "HR001" in out


@pytest.mark.parametrize("name", ["rules", "weg", "../elders", "hugo.toml"])
def test_a_folder_that_is_no_folder_of_the_site_is_told_in_the_settings(site: Path, call: Call, name: str) -> None:
    (site.parent / "elders").mkdir(exist_ok=True)
    (site / "contentlint.toml").write_text(f'\nrules-folder = "{name}"\nselect = ["CL"]\n', "utf-8")
    code, out, _ = call("check", "--output-format", "concise")
    assert code == 1
    assert out.startswith("contentlint.toml:2:16: error CL006 rule-file-invalid ")


@pytest.mark.parametrize("name", ["odd.yaml", "odd.py"])
def test_what_is_no_file_of_the_site_is_told_and_not_read(house: Path, call: Call, name: str) -> None:
    secret = house.parent / "secret"
    secret.write_text("secret: 5\n", "utf-8")
    odd = house / "rules" / name
    ways: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: odd.symlink_to(secret), "This file leads outside the project"),
        (odd.mkdir, "This is no file with text"),
        (lambda: os.mkfifo(odd), "This is no file with text"),
        (lambda: odd.symlink_to(house / "nowhere"), "This is no file with text"),
    )
    for make, said in ways:
        make()
        code, out, err = call("check", "--output-format", "full", "content/goed.md")
        assert code == 1
        assert f"rules/{name}" in out
        assert said in " ".join(out.split())
        assert "secret" not in out + err
        odd.rmdir() if odd.is_dir() else odd.unlink()


@pytest.mark.parametrize("data", [b"rules: \xff", b"\0" * 100, b"rules: [" * 100_000])
def test_files_of_rules_that_are_no_text_are_told(house: Path, call: Call, data: bytes) -> None:
    (house / "rules" / "odd.yaml").write_bytes(data)
    code, out, _ = call("check", "--output-format", "concise", "content/goed.md")
    assert code == 1
    assert out.splitlines()[-1].startswith("rules/odd.yaml:1:")
    assert "HR001" in out


def test_a_plugin_that_is_not_installed_is_told_in_the_settings(site: Path, call: Call) -> None:
    (site / "contentlint.toml").write_text('plugins = ["no-such-plugin"]\nselect = ["CL"]\n', "utf-8")
    code, out, _ = call("check", "--output-format", "concise")
    assert code == 1
    assert out.startswith("contentlint.toml:1:12: error CL006 rule-file-invalid The plug-in ‘no-such-plugin’")


def test_a_pack_that_does_not_exist_is_a_mistake_in_the_settings(site: Path, call: Call) -> None:
    (site / "contentlint.toml").write_text('packs = ["plain-nl", "terms", "plain-fr"]\n', "utf-8")
    code, _, err = call("check")
    assert code == 2
    assert "contentlint.toml:1:31: " in err
    assert "inclusive-nl, plain-nl, terms" in err


def test_packs_hold_where_the_settings_name_them(site: Path, call: Call) -> None:
    (site / "content" / "goed.md").write_text("---\ntitle: Goed\n---\n\nWij bellen u tevens.\n", "utf-8")
    assert "PL001" not in call("check", "--output-format", "concise")[1]
    assert call("rules")[1].count("PL00") == 0
    (site / "contentlint.toml").write_text('packs = ["plain-nl"]\n', "utf-8")
    assert "goed.md:5:14: info PL001 plain-nl-word" in call("check", "--output-format", "concise")[1]
    assert call("rules")[1].count("PL00") == 2


def test_the_examples_of_house_rules_are_their_tests(house: Path, call: Call) -> None:
    (house / "rules" / "house_heading.py").unlink()
    (house / "rules" / "house.yaml").write_text(YAML[: YAML.index("  - name: house-photo")], "utf-8")
    code, out, err = call("test")
    assert (code, out) == (0, "HR001  house-word  holds (2 examples)\n")
    assert err == "All rules do what their examples say: 1.\n"
    assert call("test", "rules", "--lang", "nl")[1] == "HR001  house-word  klopt (2 voorbeelden)\n"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "[A folder.]",
            "[A flyer.]",
            "11:15: house-word, as it is written: marked is nothing, but reported is ‘flyer’ (2).",
        ),
        (
            "⟦flyer⟧",
            "⟦poster⟧",
            "12:17: house-word, as it is written: marked is ‘poster’ (2), but reported is nothing.",
        ),
        ("⟦flyer⟧", "poster", "12:17: house-word, as it is written: an invalid example marks with ⟦…⟧ what is wrong."),
        (", fixed: A folder.", "", "12:17: house-word, as it is written: the rule mends this, so the example must say"),
        (
            "fixed: A folder.",
            "fixed: A poster.",
            "12:17: house-word, as it is written: mended it becomes 'A folder.\\n'",
        ),
        ("valid: [A folder.]", "valid: []", "2:11: house-word needs 1 or more examples of each kind"),
    ],
)
def test_an_example_that_does_not_hold_is_shown_with_its_place(
    house: Path, call: Call, old: str, new: str, said: str
) -> None:
    (house / "rules" / "house_heading.py").unlink()
    only = YAML[: YAML.index("  - name: house-photo")].replace(old, new)
    (house / "rules" / "house.yaml").write_text(only, "utf-8")
    code, out, err = call("test")
    assert code == 1
    assert out.startswith(f"rules/house.yaml:{said}")
    assert err == "Rules that do not do what their examples say: 1 of 1.\n"


def test_rules_that_cannot_be_used_fail_the_test_of_rules(house: Path, call: Call) -> None:
    (house / "rules" / "house.yaml").write_text("rules: [{name: x}]\n", "utf-8")
    code, _, err = call("test", "rules")
    assert code == 2
    assert "rules/house.yaml:1:" in err
    assert "1 file with rules cannot be used" in err


def test_without_rules_the_test_says_how_to_write_one(call: Call) -> None:
    code, _, err = call("test")
    assert code == 0
    assert "contentlint new-rule" in err
    assert call("test", "nowhere")[0] == 2


@pytest.mark.parametrize("kind", ["--yaml", "--python"])
def test_a_new_rule_holds_as_it_is_written(site: Path, call: Call, kind: str) -> None:
    (site / "contentlint.toml").write_text('rules-folder = "regels"\n', "utf-8")
    code, _, err = call("new-rule", "house-word", kind)
    assert code == 0
    assert err.startswith("Written: regels/house")
    assert "rules-folder" not in err
    code, out, _ = call("test")
    assert code == 0
    assert out.startswith("HR001  house-word  holds (")
    again = call("new-rule", "house-word", kind)
    assert again[0] == 2
    assert call("new-rule", "house-other", kind)[0] == 0
    assert "HR002  house-other" in call("test")[1]


def test_a_new_rule_says_how_to_switch_it_on(site: Path, call: Call) -> None:
    assert 'rules-folder = "rules"' in call("new-rule", "house-word")[2]
    assert (site / "rules" / "house-word.yaml").exists()


@pytest.mark.parametrize(
    "given", [["Slecht"], ["../weg"], ["link-empty"], ["a" * 31], ["goed", "--code", "H1"], ["goed", "--code", "LK003"]]
)
def test_a_new_rule_needs_a_name_and_a_code_of_its_own(site: Path, call: Call, given: list[str]) -> None:
    before = sorted(site.iterdir())
    code, _, err = call("new-rule", *given)
    assert code == 2
    assert "itself failed" not in err
    assert sorted(site.iterdir()) == before


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_was_remembered_of_house_rules_is_forgotten_when_they_change(house: Path, call: Call, jobs: str) -> None:
    for number in range(24):
        (house / "content" / f"{number}.md").write_text(PAGE + "Tekst. " + "Woord. " * 300, "utf-8")
    given = ("check", "--jobs", jobs, "--output-format", "concise")
    cold = call(*given)
    assert call(*given) == cold
    assert cold[1].count("HR001") == cold[1].count("HR010") == 25
    yaml = house / "rules" / "house.yaml"
    yaml.write_text(YAML.replace("flyer{,s}", "tekst{,en}"), "utf-8")
    assert call(*given)[1].count("HR001") == 25
    python = house / "rules" / "house_heading.py"
    python.write_text(PYTHON.replace('"?"', '"!"'), "utf-8")
    changed = call(*given)
    assert changed[1].count("HR010") == 0
    assert call(*given, "--no-cache") == changed


def test_what_a_rule_reads_beside_it_counts(house: Path, call: Call) -> None:
    code = PYTHON.replace('"?"', "SIGN").replace(
        "\n\nclass HouseHeadingOptions", "\nfrom pathlib import Path\nSIGN = (Path(__file__).parent / 'sign.txt').read_text()\n"
        "\n\nclass HouseHeadingOptions", 1
    )  # fmt: skip
    (house / "rules" / "house_heading.py").write_text(code, "utf-8")
    sign = house / "rules" / "sign.txt"
    sign.write_text("?", "utf-8")
    given = ("check", "--output-format", "concise", "content/goed.md")
    assert "HR010" in call(*given)[1]
    sign.write_text("!", "utf-8")
    assert "HR010" not in call(*given)[1]


def test_the_failure_of_a_rule_is_not_remembered(house: Path, call: Call) -> None:
    flag = house.parent / "flag"
    flag.touch()
    code = PYTHON.replace(
        "        text = ",
        f"        from pathlib import Path\n        1 / (not Path({str(flag)!r}).exists())\n        text = ",
    )
    (house / "rules" / "house_heading.py").write_text(code, "utf-8")
    given = ("check", "--output-format", "concise", "content/goed.md")
    assert "ZeroDivisionError" in call(*given)[1]
    flag.unlink()
    assert "ZeroDivisionError" not in call(*given)[1]
    assert "HR010" in call(*given)[1]
