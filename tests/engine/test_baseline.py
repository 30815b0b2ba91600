"""What an old site may keep is hidden, what is new is not, and what is mended is taken out."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from contentlint.config import CommandLine, ConfigError, Layer, Settings, load_settings
from contentlint.engine.baseline import Baseline
from contentlint.engine.fingerprints import fingerprint
from contentlint.engine.results import FileResult
from contentlint.engine.run import check_paths
from contentlint.engine.runner import check_source
from contentlint.rules.registry import builtin
from contentlint.text import SourceText

RULES = ("space-double", "heading-level-skip", "title-duplicate")
PAGES = 130


def page(number: int, *extra: str) -> str:
    """Return a page with sixteen mistakes, of which fifteen have the same text."""
    lines = [f"---\ntitle: Bericht {number}\n---\n\n## Deel {number}\n\n#### Te diep\n"]
    lines += [f"Zin {number * 100 + line} heeft  hier te veel wit.\n" for line in range(15)]
    return "\n".join((*lines, *extra))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with more than two thousand mistakes."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "hugo.toml").write_text('defaultContentLanguage = "nl"\n', "utf-8")
    (tmp_path / "content").mkdir()
    for number in range(PAGES):
        (tmp_path / "content" / f"bericht{number}.md").write_text(page(number), "utf-8")
    return tmp_path


def settings_for(site: Path, rules: Sequence[str] = RULES) -> Settings:
    return load_settings(site, builtin(), isolated=True, command_line=CommandLine(Layer(select=tuple(rules))))


def files(site: Path) -> list[Path]:
    return sorted(site.glob("content/**/*.md"))


def note(site: Path, rules: Sequence[str] = RULES) -> Path:
    settings = settings_for(site, rules)
    baseline = Baseline.renew(site / "baseline.jsonl", settings)
    shown = [one for result in baseline.noting(check_paths(files(site), settings)) for one in result.violations]
    assert shown == []
    baseline.write()
    return baseline.path


def check(site: Path, rules: Sequence[str] = RULES, paths: Sequence[Path] = ()) -> tuple[list[FileResult], Baseline]:
    settings = settings_for(site, rules)
    baseline = Baseline.read(site / "baseline.jsonl", settings)
    results = baseline.without_known(check_paths(paths or files(site), settings))
    return [result for result in results if result.violations], baseline


def lines_of(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def test_of_thousands_of_findings_one_new_one_is_reported_and_five_mended_ones_leave(site: Path) -> None:
    noted = note(site)
    assert len(lines_of(noted)) == 1 + PAGES * 16 > 2000
    assert check(site)[0] == []

    changed = site / "content" / "bericht60.md"
    text = page(60).replace("Zin 6007 heeft", "Zin 6007 heeft  ook")
    changed.write_text(text, "utf-8")
    (result,), _ = check(site)
    (violation,) = result.violations
    assert (result.path, text[: violation.span.start].count("\n") + 1) == (str(changed), 9 + 2 * 7)

    mended = page(60)
    for line in (1, 3, 5, 8, 13):
        mended = mended.replace(f"Zin {6000 + line} heeft  hier", f"Zin {6000 + line} heeft hier")
    changed.write_text(mended, "utf-8")
    found, baseline = check(site)
    assert found == []
    assert baseline.paid_off(whole_site=True) == {"space-double": 5}
    baseline.shrink()
    assert len(lines_of(noted)) == 1 + PAGES * 16 - 5
    assert check(site)[0] == []
    assert check(site)[1].paid_off(whole_site=True) == {}


@hypothesis_settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_whatever_is_put_between_the_old_mistakes_they_stay_known(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    settings = settings_for(tmp_path_factory.getbasetemp(), ("space-double",))
    place = tmp_path_factory.getbasetemp() / "post.md"
    words = st.text("abc é’.", min_size=1, max_size=8).map(lambda text: f"x{' '.join(text.split())}x")
    old = data.draw(st.lists(st.tuples(words, words).map("  ".join), min_size=1, max_size=8))
    before = "\n\n".join(old)
    baseline = Baseline(tmp_path_factory.mktemp("b") / "b.jsonl", settings, None, ())
    noted = list(baseline.noting([check_source(SourceText(before), place, settings)]))
    assert noted[0].violations == ()
    size = baseline.size
    baseline.write()
    paragraphs = [*old]
    for text in data.draw(st.lists(words, max_size=5)):
        paragraphs.insert(data.draw(st.integers(0, len(paragraphs))), text)
    again = Baseline.read(baseline.path, settings)
    (result,) = again.without_known([check_source(SourceText("\n\n".join(paragraphs)), place, settings)])
    assert (result.violations, again.hidden) == ((), size)


def test_of_two_alike_the_one_in_new_surroundings_is_the_new_one(site: Path) -> None:
    note(site)
    post = site / "content" / "bericht1.md"
    post.write_text(page(1).replace("#### Te diep", "## Nieuw\n\n#### Ook te diep\n\n## Oud\n\n#### Te diep"), "utf-8")
    (result,), _ = check(site)
    assert [result.source[one.span] + result.source.text[one.span.end :][:4] for one in result.violations] == [
        "#### Ook"
    ]


def test_an_old_mistake_in_a_new_sentence_stays_known_when_its_text_tells_it(tmp_path: Path) -> None:
    settings = settings_for(tmp_path, ("spelling-mistake", "space-double"))
    place = tmp_path / "a.nl.md"

    def results(text: str) -> list[FileResult]:
        return [check_source(SourceText(text), place, settings)]

    baseline = Baseline.renew(tmp_path / "b.jsonl", settings)
    list(baseline.noting(results("De boeken zijn door het vocht geschaadt.\n\nEr is hier  wit.\n")))
    baseline.write()
    again = Baseline.read(tmp_path / "b.jsonl", settings)
    moved = "Niemand wil dat hij wordt geschaadt door wat er staat.\n\nOok is daar  niets.\n"
    (result,) = again.without_known(results(moved))
    assert [violation.rule.name for violation in result.violations] == ["space-double"]


def test_what_was_not_looked_at_stays_noted(site: Path) -> None:
    noted = note(site)
    for number in (1, 2):
        (site / "content" / f"bericht{number}.md").write_text("---\ntitle: Leeg\n---\n\nTekst.\n", "utf-8")
    one_file, other_rule = check(site, paths=files(site)[:1])[1], check(site, rules=("heading-empty",))[1]
    assert one_file.paid_off(whole_site=False) == {}
    assert other_rule.paid_off(whole_site=True) == {}
    assert other_rule.size == len(lines_of(noted)) - 1
    assert check(site)[1].paid_off(whole_site=True) == {"space-double": 30, "heading-level-skip": 2}


def test_findings_about_the_whole_site_leave_only_when_all_of_it_was_checked(site: Path) -> None:
    (site / "content" / "dubbel.md").write_text("---\ntitle: Bericht 1\n---\n\nTekst.\n", "utf-8")
    noted = note(site)
    assert sum('"title-duplicate"' in line for line in lines_of(noted)) == 1
    assert check(site)[0] == []
    alone = check(site, paths=[site / "content" / "dubbel.md"])[1]
    assert alone.paid_off(whole_site=False) == {}
    (site / "content" / "dubbel.md").write_text("---\ntitle: Bericht nieuw\n---\n\nTekst.\n", "utf-8")
    assert check(site)[1].paid_off(whole_site=True) == {"title-duplicate": 1}


def test_the_findings_of_a_file_that_is_gone_leave_with_it(site: Path) -> None:
    note(site)
    (site / "content" / "bericht5.md").unlink()
    assert check(site)[1].paid_off(whole_site=False) == {"space-double": 15, "heading-level-skip": 1}


def test_the_findings_of_a_file_that_got_another_name_are_known_there(site: Path) -> None:
    path = note(site)
    (site / "content" / "archief").mkdir()
    renamed = site / "content" / "archief" / "oud.md"
    (site / "content" / "bericht7.md").rename(renamed)
    renamed.write_text(renamed.read_text("utf-8") + "\nEn  nieuw wit.\n", "utf-8")
    (site / "content" / "bericht8.md").unlink()
    (site / "content" / "anders.md").write_text("---\ntitle: Anders\n---\n\nHeel  iets anders.\n", "utf-8")
    settings = settings_for(site)
    baseline = Baseline.read(path, settings)
    shown = {
        result.path: len(result.violations)
        for result in baseline.without_known(check_paths(files(site), settings))
        if result.violations
    }
    assert {Path(one).name: count for one, count in shown.items()} == {"anders.md": 1, "oud.md": 1}
    assert baseline.renamed == 16
    assert baseline.paid_off(whole_site=True).total() == 16
    baseline.shrink()
    noted = [json.loads(line)["path"] for line in path.read_text("utf-8").splitlines()[1:]]
    assert noted.count("content/archief/oud.md") == 16
    assert not {"content/bericht7.md", "content/bericht8.md"} & set(noted)


def test_what_is_noted_of_one_file_is_found_under_its_new_name(site: Path) -> None:
    path = note(site)
    renamed = (site / "content" / "bericht7.md").rename(site / "content" / "nieuw.md")
    settings = settings_for(site)
    (result,) = Baseline.read(path, settings).of(renamed).without_known(check_paths([renamed], settings))
    assert result.violations == ()


def test_noting_again_replaces_what_was_checked_and_keeps_the_rest(site: Path) -> None:
    noted = note(site)
    settings = settings_for(site)
    first = site / "content" / "bericht0.md"
    first.write_text("---\ntitle: Leeg\n---\n\nTekst  met  wit.\n", "utf-8")
    baseline = Baseline.renew(noted, settings)
    list(baseline.noting(check_paths([first], settings)))
    baseline.write()
    assert len(lines_of(noted)) == 1 + (PAGES - 1) * 16 + 2
    assert check(site)[0] == []


def test_a_rule_that_fails_is_never_noted_and_takes_nothing_out(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noted = note(site)
    before = noted.read_bytes()

    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("contentlint.rules.typography.space_double.SpaceDouble.begin", fail)
    found, baseline = check(site)
    assert {one.rule.name for result in found for one in result.violations} == {"internal-error"}
    assert baseline.paid_off(whole_site=True) == {}
    settings = settings_for(site)
    renewed = Baseline.renew(noted, settings)
    shown = [
        one.rule.name for result in renewed.noting(check_paths(files(site), settings)) for one in result.violations
    ]
    assert shown == ["internal-error"] * PAGES
    assert noted.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "line", "column", "part"),
    [
        ("", 1, 1, "no baseline"),
        ("[]\n", 1, 1, "no baseline"),
        ("---\ntitle: A\n---\n", 1, 1, "no baseline"),
        ('{"contentlint-baseline": 1', 1, 27, "no baseline"),
        ('{"contentlint-baseline": 2}\n', 1, 1, "another version"),
        ('{"contentlint-baseline": 1}\n\n<<<<<<< HEAD\n', 3, 1, "no finding"),
        ('{"contentlint-baseline": 1}\n{"path": "a.md", x}\n', 2, 18, "no finding"),
        ('{"contentlint-baseline": 1}\n{"path": "a.md"}\n', 2, 1, "no finding"),
        ('{"contentlint-baseline": 1}\n' + "[" * 100_000, 2, 1, "no finding"),
        ('{"contentlint-baseline": 1}\n' + "9" * 5_000, 2, 1, "no finding"),
    ],
)
def test_a_broken_baseline_is_an_error_with_its_place(
    tmp_path: Path, text: str, line: int, column: int, part: str
) -> None:
    path = tmp_path / "b.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigError) as error:
        Baseline.read(path, settings_for(tmp_path))
    (problem,) = error.value.problems
    assert (problem.path, problem.line, problem.column) == (path, line, column)
    assert part in problem.message.render("en")


def test_a_file_of_something_else_is_not_overwritten_and_a_broken_baseline_is(tmp_path: Path) -> None:
    path = tmp_path / "b.jsonl"
    path.write_text("---\ntitle: A post\n---\n", "utf-8")
    with pytest.raises(ConfigError):
        Baseline.renew(path, settings_for(tmp_path))
    path.write_text('{"contentlint-baseline": 1}\n<<<<<<< HEAD\n', "utf-8")
    baseline = Baseline.renew(path, settings_for(tmp_path))
    baseline.write()
    assert path.read_text("utf-8") == '{"contentlint-baseline": 1}\n'


def test_no_line_of_a_page_stands_in_the_file_and_it_is_sorted(site: Path) -> None:
    header, *findings = [json.loads(line) for line in lines_of(note(site))]
    assert header == {"contentlint-baseline": 1}
    assert {tuple(finding) for finding in findings} == {("path", "rule", "text", "what", "before", "after")}
    assert findings == sorted(findings, key=lambda finding: tuple(finding.values()))
    assert {finding["path"] for finding in findings} == {path.relative_to(site).as_posix() for path in files(site)}


def test_the_order_of_the_lines_does_not_matter(site: Path) -> None:
    noted = note(site)
    header, *rest = lines_of(noted)
    random.Random(3).shuffle(rest)  # noqa: S311
    noted.write_text("\n".join((header, *rest)), "utf-8")
    assert check(site)[0] == []


def test_a_fingerprint_outlives_lines_and_counts_but_not_the_text(tmp_path: Path) -> None:
    settings = settings_for(tmp_path, ("heading-duplicate",))

    def prints(text: str) -> list[tuple[str, ...]]:
        result = check_source(SourceText(text), tmp_path / "a.md", settings)
        return [fingerprint(result.source, one) for one in result.violations]

    text = "## Kop\n\nEen lange zin die hier staat.\n\n## Kop\n\nTekst.\n"
    (one,) = prints(text)
    assert prints(f"Nieuw.\n\n{text}") == [one]
    assert prints(text.replace("Kop", "Kopje"))[0][1] != one[1]
