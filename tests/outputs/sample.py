"""Results to write, made by hand: plain ones, and ones that somebody made to break a form of output."""

from __future__ import annotations

import io

from contentlint.engine.results import FileResult
from contentlint.outputs import make_output, write
from contentlint.outputs.results import Results, View
from contentlint.rules.base import Applicability, BoundMessage, Family, Fix, Message, RuleInfo, Severity, Violation
from contentlint.text import Edit, SourceText, Span

MISTAKE = RuleInfo(
    name="spelling-mistake",
    code="SP001",
    family=Family.SPELLING,
    severity=Severity.ERROR,
    summary=Message(en="Spelling mistake", nl="Spelfout"),
    since="0.1.0",
)
SKIP = RuleInfo(
    name="heading-level-skip",
    code="HD002",
    family=Family.HEADINGS,
    severity=Severity.WARNING,
    summary=Message(en="Heading skips a level", nl="Kop slaat een niveau over"),
    wcag=("1.3.1",),
    since="0.1.0",
)
DOUBLE = RuleInfo(
    name="space-double",
    code="TY001",
    family=Family.TYPOGRAPHY,
    severity=Severity.INFO,
    summary=Message(en="Several spaces", nl="Meer dan één spatie"),
    since="0.1.0",
)
NO_WORD = Message(en="‘{word}’ is no word.", nl="‘{word}’ is geen woord.")
MEAN = Message(en="‘{word}’ is no word. Did you mean ‘{near}’?", nl="‘{word}’ is geen woord. Bedoel je ‘{near}’?")
REPLACE = Message(en="Replace by ‘{new}’.", nl="Vervang door ‘{new}’.")

HOSTILE = "\x00\x1b[2J]]>--><script>alert(1)</script>&amp;\"'`|\r\n::error::\t%0A[x](https://evil.example)\udcff\ufffe😀\u202e"


def violate(
    start: int,
    end: int,
    message: BoundMessage,
    *,
    rule: RuleInfo = MISTAKE,
    suggestions: tuple[str, ...] = (),
    fix: Applicability = Applicability.SUGGESTION,
    engine_rule: str | None = None,
) -> Violation:
    span = Span(start, end)
    made = Fix(fix, REPLACE(new=suggestions[0]), (Edit(span, suggestions[0]),)) if suggestions else None
    return Violation(rule, rule.severity, span, message, suggestions, made, engine_rule)


def result(text: str, *violations: Violation, path: str = "content/a.nl.md") -> FileResult:
    return FileResult(path, SourceText(text), "nl", violations)


def plain() -> tuple[FileResult, FileResult]:
    """Return a file with a mistake and a warning, and one with nothing."""
    text = "# Kop\n\nDit kan geschaadt worden.\n\n### Diep\n"
    return (
        result(
            text,
            violate(15, 24, MEAN(word="geschaadt", near="geschaad"), suggestions=("geschaad",)),
            violate(34, 37, REPLACE(new="##"), rule=SKIP, suggestions=("##",), fix=Applicability.UNSAFE),
        ),
        result("Goed.\n", path="content/b.nl.md"),
    )


def hostile() -> tuple[FileResult, ...]:
    """Return results in which every text that comes from outside wants to be something else."""
    text = f"---\ntitle: x\n---\n\n# 😀 {HOSTILE}\n\n| a | b |\n| - | - |\n| {HOSTILE} | x |\n"
    edits = (Edit(Span(0, 3), HOSTILE), Edit(Span(5, 5), "x"))
    several = Violation(
        SKIP, SKIP.severity, Span(4, 40), NO_WORD(word="x"), (), Fix(Applicability.SAFE, NO_WORD(word="y"), edits)
    )
    return (
        result(
            text,
            violate(0, 0, NO_WORD(word=HOSTILE), suggestions=(HOSTILE, ""), engine_rule=HOSTILE),
            several,
            violate(20, len(text), NO_WORD(word="]]>"), rule=DOUBLE, suggestions=("a",), fix=Applicability.SAFE),
            violate(24, 30, NO_WORD(word="x")),
            violate(len(text), len(text), NO_WORD(word="")),
            path=f"content/ %20,:{HOSTILE}/é.md".replace("\x00", ""),
        ),
        result("\ufeff", violate(0, 1, NO_WORD(word="x")), path="/elsewhere/b.md"),
        result("", violate(0, 0, NO_WORD(word="x"), rule=SKIP), path="<stdin>"),
        result("a\r\nb\r\n", violate(0, 3, NO_WORD(word="x"), rule=DOUBLE), path="content/c.md"),
    )


def show(format_: str, *results: FileResult, view: View | None = None) -> str:
    """Return the results in a form; in Dutch, unless ``view`` says otherwise."""
    stream = io.StringIO()
    write(Results(results), [make_output(format_, stream, view or View("nl"))])
    return stream.getvalue()
