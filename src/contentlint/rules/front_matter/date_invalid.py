"""FM007: dates that Hugo cannot read, or reads as another day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import Entry, FrontMatter, StringValue, Value
from contentlint.document.front_matter.dates import HugoDate, date_of, parse_date
from contentlint.rules.base import (
    Applicability,
    Example,
    Family,
    Invalid,
    Message,
    Options,
    Rule,
    RuleInfo,
    Severity,
    Valid,
    Violation,
    on,
)
from contentlint.rules.front_matter.known_keys import HUGO, Wanted
from contentlint.rules.front_matter.nested_keys import cascaded
from contentlint.text import Edit

_MONTHS: Final = (
    ("januari", "january", "jan"), ("februari", "february", "feb"), ("maart", "march", "mar", "mrt"),
    ("april", "apr"), ("mei", "may"), ("juni", "june", "jun"), ("juli", "july", "jul"), ("augustus", "august", "aug"),
    ("september", "sep", "sept"), ("oktober", "october", "okt", "oct"), ("november", "nov"),
    ("december", "dec"),
)  # fmt: skip
_MONTH_NUMBERS: Final = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_YEAR_FIRST: Final = r"(?P<year>\d{4})(?:(?=\d{4}(?!\d))|(?P<mark>[-/. ])(?=\d{1,2}(?P=mark)))(?P<month>\d{1,2})[-/. ]?(?P<day>\d{1,2})(?P<time>\D.*)?"
_DAY_FIRST: Final = r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})"
_IN_WORDS: Final = r"(?P<day>\d{1,2})\.? (?P<name>[A-Za-z]+)\.?,? (?P<year>\d{4})"
_MONTH_FIRST: Final = r"(?P<name>[A-Za-z]+)\.? (?P<day>\d{1,2}),? (?P<year>\d{4})"
_TIME: Final = r"[Tt ]\s*(?P<hour>\d{1,2}):(?P<minute>\d{2})(?P<second>:\d{2})?\s*(?P<zone>[Zz]|[+-]\d{2}(?::?\d{2})?)?"
_FIRST_YEAR: Final = 1990
"""A number of seconds that falls before this year was meant as something else."""


class FrontMatterDateInvalid(Rule[Options]):
    """Reports dates that Hugo cannot read, days that do not exist, and numbers that Hugo takes for seconds since 1970.

    ## Why is this bad?
    With a date it cannot read Hugo stops, without naming the line. A date such as ``20240115`` lands in 1970, so the page
    stands at the very end of every list.

    ## Fix safety
    A date in the form that Hugo reads is offered where the meaning is clear; you choose it.
    """

    dutch = """Meldt datums die Hugo niet kan lezen, dagen die niet bestaan, en getallen die Hugo opvat als seconden
    sinds 1970.

    ## Waarom is dat erg?
    Bij een datum die het niet kan lezen stopt Hugo, zonder de regel te noemen. Een datum als ``20240115`` komt in 1970
    terecht, zodat de pagina in elke lijst helemaal achteraan staat.

    ## Wat herstellen doet
    Waar de bedoeling duidelijk is, stelt contentlint een datum voor die Hugo wel kan lezen; jij kiest.
    """

    info = RuleInfo(
        name="front-matter-date-invalid",
        code="FM007",
        family=Family.FRONT_MATTER,
        severity=Severity.ERROR,
        summary=Message(en="Date Hugo cannot read", nl="Datum die Hugo niet kan lezen"),
        fixable=Applicability.SUGGESTION,
        since="0.1.0",
    )
    unreadable = Message(
        en="Hugo cannot read ‘{given}’ as a date and stops. Write it as 2025-11-20 or 2025-11-20T07:00:00+01:00.",
        nl="Hugo kan ‘{given}’ niet als datum lezen en stopt. Schrijf 2025-11-20 of 2025-11-20T07:00:00+01:00.",
    )
    no_such_day = Message(
        en="The date ‘{given}’ does not exist, so Hugo stops. Look up which day was meant.",
        nl="De datum ‘{given}’ bestaat niet, dus Hugo stopt. Zoek op welke dag bedoeld is.",
    )
    seconds = Message(
        en="Hugo takes ‘{given}’ for a number of seconds and makes it {day}. Write it as 2025-11-20.",
        nl="Hugo leest ‘{given}’ als een aantal seconden en maakt er {day} van. Schrijf de datum als 2025-11-20.",
    )
    published = Message(
        en="Hugo takes ‘{key}’ for a date and stops at {given}. Write ‘draft: {draft}’.",
        nl="Hugo leest ‘{key}’ als een datum en stopt bij {given}. Schrijf ‘draft: {draft}’.",
    )
    write_draft = Message(en="Write ‘draft: {draft}’.", nl="Schrijf ‘draft: {draft}’.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("---\ntitle: Wonen\ndate: 2025-11-20T07:00:00+01:00\nlastmod:\n---\n"),
        Valid("+++\ntitle = 'Wonen'\ndate = 2025-11-20\n+++\n"),
        Valid("---\ntitle: Wonen\npublished: true\n---\n"),
        Valid("---\ntitle: Wonen\nwanneer: morgen\n---\n"),
        Invalid("---\ntitle: Wonen\ndate: ⟦20-11-2025⟧\n---\n", fixed="---\ntitle: Wonen\ndate: 2025-11-20\n---\n"),
        Invalid(
            '---\ntitle: Wonen\ndate: "⟦20 november 2025⟧"\n---\n', fixed='---\ntitle: Wonen\ndate: "2025-11-20"\n---\n'
        ),
        Invalid(
            "---\ntitle: Wonen\nlastmod: ⟦2025-11-20T07:00⟧\n---\n",
            fixed="---\ntitle: Wonen\nlastmod: 2025-11-20T07:00:00\n---\n",
        ),
        Invalid("---\ntitle: Wonen\ndate: ⟦20251120⟧\n---\n", fixed="---\ntitle: Wonen\ndate: 2025-11-20\n---\n"),
        Invalid(
            "---\ntitle: Wonen\npublished: ⟦false⟧\n---\n",
            fixed="---\ntitle: Wonen\ndraft: true\n---\n",
            files={"hugo.toml": ""},
        ),
        Invalid("---\ntitle: Wonen\ndate: ⟦2025-02-30⟧\n---\n"),
        Invalid("---\ntitle: Wonen\nexpiryDate: ⟦volgend jaar⟧\n---\n"),
        Invalid("---\ntitle: Wonen\ncascade:\n  date: ⟦gisteren⟧\n---\n"),
    )

    @on(FrontMatter)
    def check_front_matter(self, front_matter: FrontMatter) -> Iterator[Violation]:
        """Look at every date that Hugo reads."""
        for entry in (*front_matter.root, *cascaded(front_matter)):
            known = HUGO.get(entry.key.lower())
            if known is None or known.wanted is not Wanted.DATE or _is_unset(entry.value):
                continue
            if entry.value.kind == "boolean" and known.name == "published":
                if self.page.site.is_hugo:
                    yield self._check_published(front_matter, entry)
            else:
                yield from self._check(entry, in_json=front_matter.format == "json")

    def _check_published(self, front_matter: FrontMatter, entry: Entry) -> Violation:
        """Report a truth value where other programs take it for the opposite of a draft."""
        draft = "false" if entry.value.python else "true"
        message = self.published(key=entry.key, given=entry.value.raw, draft=draft)
        key = entry.key_span
        quote = self.document.text[key.start] if self.document.text[key.start] in "'\"" else ""
        edits = (Edit(key, f"{quote}draft{quote}"), Edit(entry.value.span, draft))
        fix = None if front_matter.get("draft") else self.suggest(self.write_draft(draft=draft), *edits)
        return self.violation(entry.value.span, message, fix=fix)

    def _check(self, entry: Entry, *, in_json: bool) -> Iterator[Violation]:
        value = entry.value
        given = value.text if isinstance(value, StringValue) else " ".join(value.raw.split())
        given = given if len(given) <= 30 else given[:29] + "…"
        date = date_of(value)
        if date is not None and (value.kind != "integer" or not in_json):
            if value.kind == "integer" and date.moment.year < _FIRST_YEAR:
                day = date.moment.date().isoformat()
                yield self.violation(value.content, self.seconds(given=given, day=day), suggestions=_better(value))
            return
        message = self.no_such_day if _is_impossible(given) else self.unreadable
        yield self.violation(value.content, message(given=given), suggestions=_better(value))


def _is_unset(value: Value) -> bool:
    return value.kind == "null" or (isinstance(value, StringValue) and not value.text)


def _is_impossible(given: str) -> bool:
    """Whether a date has the right form and cannot be."""
    found = re.fullmatch(_YEAR_FIRST, given, re.ASCII)
    if found is None or len(found["month"]) != 2 or len(found["day"]) != 2 or given[4] != "-" != given[5]:
        return False
    return _build(found["year"], int(found["month"]), found["day"], "") is None


def _better(value: Value) -> tuple[str, ...]:
    """Return the date that was meant, when that is clear."""
    text = " ".join((value.text if isinstance(value, StringValue) else value.raw).split())
    built: str | None = None
    if found := re.fullmatch(_YEAR_FIRST, text, re.ASCII):
        built = _build(found["year"], int(found["month"]), found["day"], found["time"] or "")
    elif found := re.fullmatch(_DAY_FIRST, text, re.ASCII):
        built = _day_first(found["year"], int(found["month"]), int(found["day"]))
    elif found := re.fullmatch(_IN_WORDS, text, re.ASCII) or re.fullmatch(_MONTH_FIRST, text, re.ASCII):
        month = _MONTH_NUMBERS.get(found["name"].lower(), 0)
        built = _build(found["year"], month, found["day"], "")
    return (built,) if built is not None and _year_is_likely(parse_date(built)) else ()


def _year_is_likely(date: HugoDate | None) -> bool:
    return date is not None and _FIRST_YEAR <= date.moment.year < 2100


def _day_first(year: str, first: int, second: int) -> str | None:
    """Return the date for two numbers of which one is the day; None when both may be."""
    if first == second or second > 12 >= first:
        return _build(year, first, str(second), "")
    return _build(year, second, str(first), "") if first > 12 >= second else None


def _build(year: str, month: int, day: str, time: str) -> str | None:
    try:
        date = dt.date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None
    if not time:
        return date
    if (found := re.fullmatch(_TIME, time, re.ASCII)) is None:
        return None
    zone = (found["zone"] or "").upper()
    if zone not in ("", "Z"):
        digits = zone[1:].replace(":", "").ljust(4, "0")
        zone = f"{zone[0]}{digits[:2]}:{digits[2:]}"
    return f"{date}T{int(found['hour']):02}:{found['minute']}{found['second'] or ':00'}{zone}"
