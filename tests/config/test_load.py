"""Settings are found, read and checked, and every mistake has its place."""

import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from contentlint.config import CommandLine, ConfigError, Layer, Settings, load_settings
from contentlint.rules.base import LANGUAGES, Severity
from contentlint.rules.registry import Registry

Load = Callable[..., Settings]
Problems = Callable[[str | bytes], list[str]]

EVERYTHING = """
select = ["ALL"]
extend-select = ["heading-emoji"]
ignore = ["sp002"]
extend-ignore = []
exclude = ["drafts/", "*.tmp.md"]
language = "nl"
message-language = "nl"
words = ["words.nl.txt", "names.txt"]
prose-keys = ["subtitle"]
fail-on = "warning"
hugo-version = "0.152.2"
time-zone = "Europe/Amsterdam"

[severity]
SP = "error"
heading-long = "info"

[rules.HD005]
max-length = 80
allow = ["x"]

[[overrides]]
paths = ["content/en/**"]
language = "en"
ignore = ["SP"]

[[shortcodes]]
name = "quote"
inner = true
parameters = ["author", "text"]
text = ["text"]
content = "html"

[[shortcodes]]
name = "icon"

[images]
feature-keys = ["cover"]
feature-globs = ["*cover*"]
alt-keys = ["coverAlt"]

[[front-matter]]
paths = ["content/posts/**"]
kind = "page"
language = "nl"
section = "posts"
required = ["title"]
schema = "post.json"
[front-matter.types]
title = "string"
"""


def test_every_setting_is_read(load: Load, repository: Path) -> None:
    (repository / "words.nl.txt").write_text("\ufeffbovenmatig # een bijwoord\n\nfiets/model\n", "utf-8")
    (repository / "names.txt").write_text("Congo\n", "utf-8")
    (repository / "post.json").write_text('{"type": "object"}', "utf-8")
    settings = load(EVERYTHING)
    assert settings.root == repository
    assert settings.file == repository / "contentlint.toml"
    assert settings.message_language == "nl"
    assert settings.words_for("nl") == ("Congo", "bovenmatig", "fiets/model")
    assert settings.words_for("nl-BE") == settings.words_for("nl")
    assert settings.words_for("en") == settings.words_for("") == ("Congo",)
    assert settings.prose_keys == ("subtitle",)
    assert settings.fail_on is Severity.WARNING
    assert settings.hugo_version == "0.152.2"
    assert settings.time_zone == "Europe/Amsterdam"
    quote, icon = settings.shortcodes
    assert quote == ("quote", True, ("author", "text"), ("text",), "html")
    assert icon == ("icon", False, None, (), "markdown")
    assert settings.images == (("cover",), ("*cover*",), ("coverAlt",))
    (declaration,) = settings.front_matter
    assert declaration.schema == {"type": "object"}
    assert declaration.table["required"] == ("title",)
    assert declaration.table["types"] == {"title": "string"}
    assert settings.is_excluded(repository / "drafts" / "x.md")
    assert not settings.is_excluded(repository / "x.md")
    dutch = settings.for_path("content/nl/a.md")
    assert [(one.entry.code, one.severity) for one in dutch.rules] == [
        ("HD005", Severity.INFO),
        ("HD011", None),
        ("SP001", Severity.ERROR),
    ]
    assert vars(dutch.rules[0].options) == {"max_length": 80, "style": "short", "allow": ("x",), "strict": False}
    assert (dutch.language, dutch.default_language) == (None, "nl")
    english = settings.for_path("content/en/a.md")
    assert [one.entry.code for one in english.rules] == ["HD005", "HD011"]
    assert (english.language, english.default_language) == ("en", "nl")


def test_settings_travel_to_another_process(load: Load) -> None:
    settings = load('ignore = ["SP"]\nexclude = ["a"]')
    settings.is_excluded(settings.root / "a")
    again = pickle.loads(pickle.dumps(settings))  # noqa: S301
    assert again.for_path("x.md") == settings.for_path("x.md")._replace(rules=again.for_path("x.md").rules)
    assert [one.entry.rule for one in again.for_path("x.md").rules] == [
        one.entry.rule for one in settings.for_path("x.md").rules
    ]
    assert again.is_excluded(settings.root / "a")


def test_schemas_are_chosen_by_path_section_kind_and_language(load: Load) -> None:
    settings = load('[[front-matter]]\nsection = "posts"\nlanguage = "nl"\n[[front-matter]]\npaths = ["content/a/"]\n')
    posts, paths = settings.front_matter
    assert settings.schemas_for("content/posts/x.md", section="posts", kind="page", language="nl") == (posts,)
    assert settings.schemas_for("content/posts/x.md", section="posts", kind="page", language="nl-be") == (posts,)
    assert settings.schemas_for("content/posts/x.md", section="posts", kind="page", language="en") == ()
    assert settings.schemas_for("content/a/x.md", section="a", kind="page", language="en") == (paths,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('ignroe = ["SP"]', ["1:1: ‘ignroe’ is not a setting. Did you mean ‘ignore’?"]),
        ("zzz = 1", ["1:1: ‘zzz’ is not a setting."]),
        ('\nselect = "SP"', ["2:10: ‘select’ must be a list, not a text."]),
        ('select = ["SP", "SP01"]', ["1:17: There is no rule ‘SP01’. Did you mean ‘SP001’?"]),
        ('select = ["SP",\n  7]', ["2:3: ‘select[1]’ must be a text, not a number."]),
        ("exclude = [1979-05-27]", ["1:12: ‘exclude[0]’ must be a text, not a date."]),
        ('fail-on = "eror"', ["1:11: ‘fail-on’ must be one of error, warning, info, not ‘eror’."]),
        ('[severity]\nSP = "bad"', ["2:6: ‘severity.SP’ must be one of error, warning, info, off, not ‘bad’."]),
        ('[severity]\nXX = "off"', ["2:1: There is no rule ‘XX’."]),
        ("[rules.HD]\na = 1", ["1:8: ‘HD’ stands for several rules. Name one of them here."]),
        ("[rules.heading-long]\nmax-length = 0", ["2:14: ‘rules.heading-long.max-length’ must be at least 1."]),
        ("[rules.HD005]\nmax-length = true", ["2:14: ‘rules.HD005.max-length’ must be a whole number."]),
        (
            "[rules.heading-long]\nmax_length = 9",
            ["2:1: ‘max_length’ is not a setting of ‘rules.heading-long’. Did you mean ‘max-length’?"],
        ),
        (
            '[rules.heading-long]\nallow = ["x"]\n[rules.HD005]\nallow = ["y"]',
            ["3:8: ‘HD005’ is given twice: ‘heading-long’ stands in this table already."],
        ),
        ('[[overrides]]\npaths = ["a"]\n[[overrides]]\nignore = ["SP"]', ["3:1: ‘paths’ is missing here."]),
        (
            '[[front-matter]]\nrequird = ["title"]\nrules-folder = "rules"',
            [
                "2:1: ‘requird’ is not a setting of ‘front-matter[0]’. Did you mean ‘required’?",
                "3:1: ‘rules-folder’ is not a setting of ‘front-matter[0]’.",
            ],
        ),
        ('overrides = [{ignore = ["SP"]}]', ["1:14: ‘paths’ is missing here."]),
        ("images = 3", ["1:10: ‘images’ must be a table, not a number."]),
        ('language = "Dutch "', ["1:12: ‘Dutch ’ is not the code of a language, such as nl or en."]),
        ('hugo-version = "v1"', ["1:16: ‘v1’ is not a version of Hugo, such as 0.152.2."]),
        (
            'time-zone = "Europe/Amsterdm"',
            ["1:13: ‘Europe/Amsterdm’ is not a time zone, such as Europe/Amsterdam. Did you mean ‘Europe/Amsterdam’?"],
        ),
        ('time-zone = "../../etc/passwd"', ["1:13: ‘../../etc/passwd’ is not a time zone, such as Europe/Amsterdam."]),
        (
            'words = ["a.txt"]',
            ["1:10: The file ‘a.txt’ does not exist. Paths start from the folder of these settings."],
        ),
        (
            '[[front-matter]]\nschema = "a.json"',
            ["2:10: The file ‘a.json’ does not exist. Paths start from the folder of these settings."],
        ),
        ('a = "é" = 2', ["1:9: This is not readable TOML: Expected newline or end of document after a statement."]),
        ("a = [", ["1:5: This is not readable TOML: Invalid value."]),
        (b"a = '\xff'", ["1:6: This file is not UTF-8. Save it again in that encoding."]),
    ],
)
def test_a_mistake_is_told_at_its_place(problems: Problems, text: str | bytes, expected: list[str]) -> None:
    assert problems(text) == expected


def test_all_mistakes_of_a_file_are_told_at_once_in_order(problems: Problems) -> None:
    text = 'wrods = []\nfail-on = 3\n[severity]\nXX = "off"\nSP = 1\n'
    assert [problem.partition(" ")[0] for problem in problems(text)] == ["1:1:", "2:11:", "4:1:", "5:6:"]


def test_every_message_is_also_there_in_dutch(load: Load) -> None:
    with pytest.raises(ConfigError) as caught:
        load('wrods = []\nselect = 3\nexclude = ["../x"]\ntime-zone = "x"')
    for problem in caught.value.problems:
        english, dutch = (problem.message.render(language) for language in LANGUAGES)
        assert english != dutch
        assert "{" not in dutch


def test_nesting_without_end_and_numbers_without_end_are_mistakes_too(problems: Problems) -> None:
    assert len(problems("a = " + "[" * 100_000)) == 1
    assert len(problems("a = " + "9" * 10_000)) == 1


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=60), st.text(alphabet='[]{}"=.,#\n ae0\\-é', max_size=60).map(str.encode)))
def test_any_bytes_give_settings_or_a_config_error(load: Load, data: bytes) -> None:
    try:
        load(data)
    except ConfigError as error:
        assert error.problems  # noqa: PT017 - either outcome is fine
        for problem in error.problems:
            assert problem.message.render("nl")


@pytest.mark.parametrize("name", ["contentlint.toml", ".contentlint.toml", ".config/contentlint.toml"])
def test_a_file_is_found_from_a_folder_below(repository: Path, registry: Registry, name: str) -> None:
    file = repository / name
    file.parent.mkdir(exist_ok=True)
    file.write_text('exclude = ["a.md"]', "utf-8")
    deep = repository / "content" / "posts"
    deep.mkdir(parents=True)
    for start in (deep, deep / "not-there.md", repository):
        settings = load_settings(start, registry)
        assert settings.file == file
        assert settings.root == repository
        assert settings.is_excluded(repository / "content" / "a.md")


def test_a_start_that_cannot_be_looked_at_is_no_error_here(registry: Registry, repository: Path) -> None:
    settings = load_settings(repository / ("x" * 5000), registry)
    assert settings.file is None
    assert settings.root == repository


def test_pyproject_counts_when_it_has_the_table_and_positions_are_those_of_the_file(
    repository: Path, registry: Registry
) -> None:
    file = repository / "pyproject.toml"
    file.write_text('[tool.other]\nx = 1\n[tool.contentlint]\nfail-on = "info"\n', "utf-8")
    assert load_settings(repository, registry).fail_on is Severity.INFO
    file.write_text('[project]\nname = "x"\n[tool.contentlint]\nfial-on = "info"\n', "utf-8")
    with pytest.raises(ConfigError) as caught:
        load_settings(repository, registry)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line, problem.column) == (file, 4, 1)
    assert problem.message.render("en") == "‘fial-on’ is not a setting. Did you mean ‘fail-on’?"


def test_a_pyproject_of_others_is_left_alone_even_when_it_is_broken(repository: Path, registry: Registry) -> None:
    (repository / "pyproject.toml").write_text("[tool.other", "utf-8")
    assert load_settings(repository, registry).file is None
    (repository / "pyproject.toml").write_text('[project]\nname = "contentlint"', "utf-8")
    assert load_settings(repository, registry).file is None


def test_the_nearest_folder_wins_and_a_file_beside_it_is_named(repository: Path, registry: Registry) -> None:
    (repository / "contentlint.toml").write_text('fail-on = "info"', "utf-8")
    site = repository / "site"
    site.mkdir()
    (site / ".contentlint.toml").write_text('fail-on = "warning"', "utf-8")
    (site / "pyproject.toml").write_text("[tool.contentlint]", "utf-8")
    settings = load_settings(site, registry)
    assert settings.fail_on is Severity.WARNING
    assert settings.shadowed == (site / "pyproject.toml",)


def test_the_search_ends_at_the_repository(repository: Path, registry: Registry) -> None:
    (repository / "contentlint.toml").write_text('fail-on = "info"', "utf-8")
    inner = repository / "inner"
    (inner / ".git").mkdir(parents=True)
    settings = load_settings(inner, registry)
    assert settings.file is None
    assert settings.root == inner


def test_isolated_uses_no_file_and_a_named_file_is_the_only_one(repository: Path, registry: Registry) -> None:
    (repository / "contentlint.toml").write_text("broken", "utf-8")
    other = repository / "ci" / "strict.toml"
    other.parent.mkdir()
    other.write_text('fail-on = "info"', "utf-8")
    assert load_settings(repository, registry, isolated=True).file is None
    settings = load_settings(repository, registry, config=other)
    assert settings.fail_on is Severity.INFO


def test_paths_in_a_named_file_start_from_its_folder_or_from_the_repository_when_the_content_is_elsewhere(
    repository: Path, registry: Registry
) -> None:
    file = repository / "ci" / "strict.toml"
    (repository / "ci" / "content").mkdir(parents=True)
    file.write_text('exclude = ["content/drafts/"]', "utf-8")
    inside = load_settings(repository / "ci" / "content", registry, config=file)
    assert inside.root == repository / "ci"
    outside = load_settings(repository / "content", registry, config=file)
    assert outside.root == repository
    assert outside.is_excluded(repository / "content" / "drafts" / "a.md")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("gone.toml", "This file does not exist."),
        ("folder", "This is a folder, and a file is needed here."),
        ("pyproject.toml", "This file has no table [tool.contentlint]."),
        ("x" * 5000, "This file cannot be read: the name is too long."),
        ("a\0b", "This file cannot be read: embedded null byte."),
    ],
)
def test_a_named_file_that_cannot_be_used_is_told(
    repository: Path, registry: Registry, name: str, expected: str
) -> None:
    (repository / "folder").mkdir()
    (repository / "pyproject.toml").write_text("[tool.other]", "utf-8")
    with pytest.raises(ConfigError) as caught:
        load_settings(repository, registry, config=repository / name)
    (problem,) = caught.value.problems
    assert problem.message.render("en") == expected


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read any file")
def test_a_file_without_permission_is_told(repository: Path, registry: Registry) -> None:
    file = repository / "contentlint.toml"
    file.touch(mode=0o000)
    with pytest.raises(ConfigError, match="cannot be read: you have no permission"):
        load_settings(repository, registry)


def test_words_at_their_usual_place_need_no_setting(load: Load, repository: Path) -> None:
    (repository / "rules").mkdir()
    (repository / "rules" / "words.nl.txt").write_text("dwangsom\n", "utf-8")
    assert load("").words_for("nl") == ("dwangsom",)


@pytest.mark.parametrize("setting", ["", 'words = ["rules/words.nl.txt"]', 'words = ["{secret}"]'])
def test_a_companion_outside_the_project_is_not_read(repository: Path, registry: Registry, setting: str) -> None:
    secret = repository.parent / "secret.txt"
    secret.write_text("key=very-secret\n", "utf-8")
    (repository / ".git").mkdir(exist_ok=True)
    (repository / "rules").mkdir()
    (repository / "rules" / "words.nl.txt").symlink_to(secret)
    if "{" in setting:
        (repository / "rules" / "words.nl.txt").unlink()
    (repository / "contentlint.toml").write_text(setting.format(secret=secret.as_posix()), "utf-8")
    with pytest.raises(ConfigError) as caught:
        load_settings(repository, registry)
    (problem,) = caught.value.problems
    assert problem.message.render("en").startswith("This file lies outside the project")


def test_settings_that_are_named_may_have_companions_beside_them(tmp_path: Path, registry: Registry) -> None:
    (tmp_path / "site" / ".git").mkdir(parents=True)
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "words.nl.txt").write_text("dwangsom\n", "utf-8")
    file = tmp_path / "shared" / "contentlint.toml"
    file.write_text(f'words = ["{(tmp_path / "shared" / "words.nl.txt").as_posix()}"]', "utf-8")
    assert load_settings(tmp_path / "site", registry, config=file).words_for("nl") == ("dwangsom",)


def test_settings_without_end_are_refused(repository: Path, registry: Registry) -> None:
    file = repository / "contentlint.toml"
    with file.open("wb") as out:
        out.truncate(17 * 2**20)
    with pytest.raises(ConfigError, match="too large"):
        load_settings(repository, registry)


def test_a_broken_companion_is_told_in_its_own_file(repository: Path, registry: Registry) -> None:
    (repository / "rules").mkdir()
    words = repository / "rules" / "words.nl.txt"
    words.write_bytes(b"goed\nfo\xffut\n")
    with pytest.raises(ConfigError) as caught:
        load_settings(repository, registry)
    assert [(one.path, one.line, one.column) for one in caught.value.problems] == [(words, 2, 3)]


@pytest.mark.parametrize(("text", "line"), [("[1, 2]", 0), ("{", 1), ("[" * 100_000, 0)])
def test_a_schema_must_be_a_json_object(load: Load, repository: Path, text: str, line: int) -> None:
    (repository / "post.json").write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        load('[[front-matter]]\nschema = "post.json"')
    assert [(one.path, one.line) for one in caught.value.problems] == [(repository / "post.json", line)]


def test_the_command_line_stands_above_the_file(load: Load) -> None:
    command_line = CommandLine(Layer(select=("SP",)), exclude=("b.md",), fail_on=Severity.INFO, message_language="nl")
    text = 'fail-on = "warning"\nmessage-language = "en"\nexclude = ["a.md"]\nignore = ["SP002"]'
    settings = load(text, command_line)
    assert settings.fail_on is Severity.INFO
    assert settings.message_language == "nl"
    assert [settings.is_excluded(settings.root / name) for name in ("a.md", "b.md", "c.md")] == [True, True, False]
    assert [one.entry.code for one in settings.for_path("x.md").rules] == ["SP001"]
    settings = load(text, command_line._replace(use_exclude=False))
    assert [settings.is_excluded(settings.root / name) for name in ("a.md", "b.md")] == [False, True]


def test_paths_outside_the_root_stay_whole(load: Load, repository: Path) -> None:
    settings = load("")
    assert settings.relative(repository / "content" / ".." / "a.md") == "a.md"
    assert settings.relative(repository.parent / "elsewhere.md") == (repository.parent / "elsewhere.md").as_posix()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are POSIX")
@pytest.mark.parametrize("name", ["contentlint.toml", "pyproject.toml"])
def test_a_pipe_is_no_file_of_settings_and_is_not_waited_for(tmp_path: Path, name: str) -> None:
    (tmp_path / ".git").mkdir()
    os.mkfifo(tmp_path / name)
    with pytest.raises(ConfigError) as error:
        load_settings(tmp_path, Registry(()))
    assert [problem.message.render("en") for problem in error.value.problems] == [
        "This is a pipe between programs, and a file is needed here."
    ]
