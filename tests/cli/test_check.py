"""``contentlint check``."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar, NoReturn

import pytest

from contentlint.document import Heading
from contentlint.rules.base import Example, Family, Message, Options, Rule, RuleInfo, Severity, Violation, on
from contentlint.rules.entry import RuleEntry
from contentlint.rules.registry import Registry

Call = Callable[..., Any]

HEADINGS = ("--select", "HD002,TY001")


def test_a_violation_is_shown_and_gives_its_exit_code(call: Call) -> None:
    outcome = call("check", *HEADINGS, "content/posts/slecht.md")
    assert outcome.code == 0
    assert outcome.err == ""
    assert outcome.out == (
        "content/posts/slecht.md\n"
        "  7:1     warning  heading-level-skip  HD002  WCAG 1.3.1\n"
        "          #### Twee\n"
        "          ‾‾‾‾\n"
        "          The level of the headings goes from 2 to 4, as if a section were\n"
        "          missing. Make it level 3.\n"
        "          Can be mended, but look first: Make this level 3.\n"
        "\n"
        "  9:6     warning  space-double  TY001\n"
        "          Tekst  met spaties.\n"
        "               ‾‾\n"
        "          There are 2 spaces here; one is enough.\n"
        "          Can be mended by itself: Leave one space.\n"
        "\n"
        "1 file checked: 2 warnings.\n"
        "1 of them can be mended by itself: contentlint check --fix\n"
        "1 of them comes with a proposal: contentlint check --interactive\n"
        "A rule explained: contentlint rule HD002\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 0),
        (["--fail-on", "info"], 1),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "error"], 0),
        (["--fail-on", "warning", "--exit-zero"], 0),
        (["--fail-on", "warning", "--ignore", "hd002", "--ignore", "ty001"], 0),
    ],
)
def test_the_exit_code_follows_the_severity(call: Call, arguments: list[str], code: int) -> None:
    assert call("check", *HEADINGS, *arguments, "content/posts/slecht.md").code == code


def test_without_paths_the_content_of_the_site_is_checked(site: Path, call: Call) -> None:
    outcome = call("check", *HEADINGS, "--output-format", "json")
    data = json.loads(outcome.out)
    assert data["summary"]["files"] == 2
    assert {violation["path"] for violation in data["violations"]} == {"content/posts/slecht.md"}
    (site / "hugo.toml").unlink()
    assert json.loads(call("check", *HEADINGS, "--output-format", "json").out)["summary"]["files"] == 3


def test_without_paths_below_the_site_the_working_folder_is_checked(
    site: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site / "content" / "posts")
    outcome = call("check", *HEADINGS, "--output-format", "concise")
    assert [line.split(":")[0] for line in outcome.out.splitlines()] == ["slecht.md", "slecht.md"]


def test_json_is_alone_on_standard_output(call: Call) -> None:
    outcome = call("check", *HEADINGS, "--output-format", "json", "content", "gone.md")
    assert json.loads(outcome.out)["summary"] == {"files": 2, "errors": 0, "warnings": 2, "infos": 0}
    assert outcome.err == "gone.md does not exist.\n"
    assert outcome.code == 2


def test_a_file_named_by_hand_is_excluded_too_and_it_is_said(site: Path, call: Call) -> None:
    (site / "contentlint.toml").write_text('exclude = ["posts/"]', "utf-8")
    outcome = call("check", *HEADINGS, "content/posts/slecht.md")
    assert (outcome.code, outcome.out) == (0, "")
    assert "excluded" in outcome.err
    assert call("check", *HEADINGS, "--no-exclude", "content/posts/slecht.md").out
    assert call("check", *HEADINGS, "--isolated", "content/posts/slecht.md").out
    assert call("check", *HEADINGS, "--exclude", "*.md", "--isolated", "content").out == ""


def test_settings_are_found_above_the_first_path(site: Path, call: Call, tmp_path: Path) -> None:
    (site / "contentlint.toml").write_text('[severity]\nheading-level-skip = "error"\n', "utf-8")
    assert call("check", "--select", "HD", str(site / "content" / "posts")).code == 1
    other = tmp_path / "other.toml"
    other.write_text('fail-on = "info"', "utf-8")
    assert call("check", "--select", "TY001", "--config", str(other), "content").code == 1


def test_wrong_settings_are_told_at_their_place_and_nothing_is_checked(site: Path, call: Call) -> None:
    (site / "contentlint.toml").write_text('fail-on = 1\nslect = ["HD"]\n', "utf-8")
    outcome = call("check", "content", "--lang", "nl")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "contentlint.toml:1:11: ‘fail-on’ moet een tekst zijn, niet een getal.\n"
        "contentlint.toml:2:1: ‘slect’ is geen bestaande instelling. Bedoel je ‘select’?\n"
        "Met deze instellingen kan contentlint niet werken; er is niets bekeken.\n"
    )


def test_settings_that_are_not_used_are_named(site: Path, call: Call) -> None:
    (site / "contentlint.toml").touch()
    (site / ".contentlint.toml").touch()
    outcome = call("check", *HEADINGS, "content")
    assert outcome.err == (
        ".contentlint.toml has settings too; they are not used, since contentlint.toml stands beside it.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--select", "HD02"], "contentlint: There is no rule ‘HD02’. Did you mean ‘HD002’?\n"),
        (["--ignore", "HD001,"], "contentlint: There is no rule ‘’.\n"),
        (["--extend-select", "x", "--lang", "nl"], "contentlint: Er is geen regel ‘x’.\n"),
        (["--fix", "-"], "contentlint: ‘-’ is no file, so it cannot be used with --fix.\n"),
        (
            ["--unsafe-fixes", "content"],
            "contentlint: --unsafe-fixes says what --fix and --diff may do; use it with one of them.\n",
        ),
        (["-", "a.md"], "contentlint: ‘-’ reads one text from standard input; name no other files beside it.\n"),
        (
            ["--stdin-filename", "a.md", "b.md"],
            "contentlint: --stdin-filename says what ‘-’ is; name ‘-’ as the file to check.\n",
        ),
        (
            ["--config", "gone.toml"],
            "gone.toml: This file does not exist.\nThese settings cannot be used, so nothing was checked.\n",
        ),
    ],
)
def test_a_wrong_call_is_told_in_words(call: Call, arguments: list[str], expected: str) -> None:
    assert call("check", *arguments) == (2, "", expected)


@pytest.mark.parametrize("arguments", [[""], ["--fix", ""], ["--config", ""], ["--stdin-filename", "", "-"]])
def test_an_empty_name_is_not_the_working_folder(call: Call, arguments: list[str]) -> None:
    outcome = call("check", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert "an empty name is no file" in outcome.err


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"option": "nl", "setting": "en", "locale": "en_GB.UTF-8"}, "waarschuwing"),
        ({"setting": "nl", "locale": "en_GB.UTF-8"}, "waarschuwing"),
        ({"setting": "en", "locale": "nl_NL.UTF-8"}, "warning"),
        ({"locale": "nl_BE.UTF-8"}, "waarschuwing"),
        ({"locale": "de_DE.UTF-8"}, "warning"),
    ],
)
def test_messages_are_in_the_language_asked_for(
    site: Path, call: Call, monkeypatch: pytest.MonkeyPatch, given: dict[str, str], expected: str
) -> None:
    monkeypatch.setenv("LANG", given["locale"])
    if "setting" in given:
        (site / "contentlint.toml").write_text(f'message-language = "{given["setting"]}"', "utf-8")
    option = ["--lang", given["option"]] if "option" in given else []
    found = call("check", *HEADINGS, *option, "content").out
    assert [word for word in ("warning", "waarschuwing") if f" {word} " in found] == [expected]


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_text_on_standard_input_is_checked(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, "Tekst  één.\n".encode())
    outcome = call("check", "--select", "TY001", "--output-format", "concise", "-")
    assert outcome.out.startswith("<stdin>:1:6: warning TY001 space-double ")


def test_the_name_of_a_text_on_standard_input_gives_its_settings_and_path(
    site: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "contentlint.toml").write_text(
        'exclude = ["drafts/"]\n[[overrides]]\npaths = ["content/en/"]\nignore = ["TY"]\n', "utf-8"
    )
    for name, found in (("content/nl/a.md", True), ("content/en/a.md", False), ("content/drafts/a.md", False)):
        feed(monkeypatch, b"a  b\n")
        outcome = call("check", "--output-format", "concise", "--stdin-filename", name, "-")
        assert (f"{name}:1:2: warning TY001" in outcome.out) == found
        assert ("excluded" in outcome.err) == ("drafts" in name)


def test_a_text_on_standard_input_that_is_too_large_is_refused(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, b"a" * (16 * 2**20 + 1))
    code, out, err = call("check", "--output-format", "json", "-")
    assert (code, out) == (2, "")
    assert err == "contentlint: The text on standard input is too large for a page (the limit is 16 MB).\n"


@pytest.fixture
def failing_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(Rule[Options]):
        info = RuleInfo(
            name="always-fails",
            code="HD099",
            family=Family.HEADINGS,
            severity=Severity.INFO,
            summary=Message(en="Fails", nl="Faalt"),
            since="0.1.0",
        )
        examples: ClassVar[tuple[Example, ...]] = ()

        @on(Heading)
        def fail(self, heading: Heading) -> Iterator[Violation]:
            raise ZeroDivisionError(heading.level)

    monkeypatch.setattr("contentlint.cli.choosing.builtin", lambda: Registry([RuleEntry.of(Failing)]))


@pytest.mark.usefixtures("failing_rule")
def test_a_rule_that_fails_makes_the_run_fail_and_no_traceback(call: Call) -> None:
    outcome = call("check", "--output-format", "concise", "--exit-zero", "content")
    assert outcome.code == 2
    assert "internal-error" in outcome.out
    assert "ZeroDivisionError" in outcome.out
    assert "Traceback" not in outcome.out + outcome.err


def crash(*_: object, **__: object) -> NoReturn:
    message = "boom \x1b[31m"
    raise RuntimeError(message)


def test_a_failure_of_the_program_is_one_line_and_with_debug_a_traceback(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("contentlint.cli.check.discover", crash)
    code, out, err = call("check", "content")
    assert (code, out) == (2, "")
    assert err == (
        "contentlint: contentlint itself failed: RuntimeError: boom \\x1b[31m. "
        "Please report it, with what --debug shows: https://contentlint.readthedocs.io/\n"
    )
    code, out, err = call("check", "--debug", "--lang", "nl", "content")
    assert code == 2
    assert "Traceback (most recent call last)" in err
    assert "Meld het alsjeblieft" in err


def test_an_interrupt_is_quiet(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("contentlint.cli.check.discover", interrupt)
    code, out, err = call("check", "content")
    assert (code, out, err.strip()) == (130, "", "")


def test_a_reader_that_goes_away_is_no_error(site: Path) -> None:
    (site / "long.md").write_text("a  b\n\n" * 20_000, "utf-8")
    command = [sys.executable, "-m", "contentlint", "check", "--isolated", "--select", "TY001", "long.md"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.usefixtures("site")
def test_a_screen_without_unicode_gets_look_alikes() -> None:
    command = [sys.executable, "-m", "contentlint", "check", "--isolated", "--select", "TY001", "content"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    outcome = subprocess.run([*command, "--lang", "nl"], capture_output=True, env=environment, check=True)
    assert b"               ^^\n" in outcome.stdout
    assert b"een is genoeg" in outcome.stdout
    assert outcome.stderr == b""


@pytest.mark.usefixtures("site")
def test_a_file_name_that_is_not_unicode_can_be_shown() -> None:
    name = os.fsdecode(b"content/\xff.md")
    try:
        Path(name).write_text("a  b\n", "utf-8")
    except OSError:
        pytest.skip("this file system has Unicode names only")
    command = [sys.executable, "-m", "contentlint", "check", "--isolated", "--select", "TY001", name]
    for format_ in ("full", "concise"):
        outcome = subprocess.run([*command, "--output-format", format_], capture_output=True, check=True)
        assert rb"content/\udcff.md" in outcome.stdout
    outcome = subprocess.run([*command, "--output-format", "json"], capture_output=True, check=True)
    assert json.loads(outcome.stdout)["violations"][0]["path"] == name


def test_colour_is_a_choice(call: Call) -> None:
    assert "\x1b[1;33mwarning\x1b[0m" in call("check", *HEADINGS, "--color", "always", "content").out
    assert "\x1b" not in call("check", *HEADINGS, "content").out


@pytest.mark.usefixtures("site")
def test_start_up_leaves_alone_what_a_small_check_does_not_need() -> None:
    code = (
        "import sys; from contentlint.cli.app import run; run(sys.argv[1:]);"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "check", "--isolated", *HEADINGS, "content/goed.md"]
    outcome = subprocess.run(command, capture_output=True, check=True, text=True)
    heavy = {
        "PIL", "asyncio", "concurrent", "dataclasses", "frontmatter", "jsonschema", "language_tool_python", "lsprotocol",
        "markdown_it", "multiprocessing", "pathspec", "pygls",
    }  # fmt: skip
    assert set(outcome.stderr.split()) & heavy == set()


def test_links_in_a_circle_are_told(site: Path, call: Call) -> None:
    (site / "rond.md").symlink_to("rond.md")
    outcome = call("check", "rond.md", "--lang", "nl")
    assert (outcome.code, outcome.out, outcome.err) == (2, "", "rond.md bestaat niet.\n")
    outcome = call("check", "--output", "html:rond.md", "--output", "sarif:uit.sarif")
    assert outcome.code == 2
    assert "rond.md could not be written" in outcome.err
