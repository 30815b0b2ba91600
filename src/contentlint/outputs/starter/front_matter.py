"""The tables about front matter in the first settings of a site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from contentlint.engine.survey.front_matter import ENOUGH, Asked, Mixed, TypedKey
from contentlint.engine.survey.survey import Survey
from contentlint.outputs.display import shown
from contentlint.outputs.starter.schema import schema_name, short_type
from contentlint.outputs.starter.toml import as_glob, comment, key, list_lines, listed, value
from contentlint.outputs.starter.wording import name_of
from contentlint.rules.base import BoundMessage, Message
from contentlint.rules.front_matter.schema.messages import TYPE_NAMES

_HEAD: Final = Message(
    en="What front matter must hold. ‘required’ has the keys that all of these pages have; take away those that a new page may "
    "do without. Other keys are allowed. What Hugo itself makes of its own keys is always checked, so no types stand here for "
    "them.",
    nl="Wat front matter moet bevatten. Bij ‘required’ staan de sleutels die al deze pagina’s hebben; haal weg wat een nieuwe "
    "pagina kan missen. Andere sleutels mogen ook. Wat Hugo zelf van zijn eigen sleutels maakt, wordt altijd bekeken; daarvan "
    "staan hier dus geen types.",
)
_GROUP: Final = Message(en="{pages} {group}.", nl="{pages} {group}.")
_NEARLY: Final = Message(
    en="Not required, for almost all pages have them, and not all:",
    nl="Niet verplicht, want ze staan op bijna alle pagina’s, maar niet op alle:",
)
_HAVE: Final = Message(
    en="  {key}: {have} of {pages} have it; {path} does not.", nl="  {key}: op {have} van de {pages}; niet op {path}."
)
_MIXED: Final = Message(en="Left off: ‘{key}’, for it is {types}.", nl="Weggelaten: ‘{key}’, want dat is {types}.")
_TYPE_OF: Final = Message(en="{type} ({count} times, as in {path})", nl="{type} ({count} keer, zoals in {path})")
_RARE: Final = Message(
    en="Left off, for too few pages have them: {keys}.", nl="Weggelaten, want te weinig pagina’s hebben ze: {keys}."
)
_CHOICES: Final = Message(
    en="‘{key}’ has few values so far. If there are to be no others:",
    nl="‘{key}’ heeft tot nu toe maar een paar waarden. Als er geen andere bij mogen:",
)
_IN_FILE: Final = Message(
    en="The types are in {name}, since some keys have keys of their own.",
    nl="De types staan in {name}, omdat sommige sleutels zelf sleutels hebben.",
)
_TOO_SMALL: Final = Message(
    en="Nothing is asked of {groups}: with fewer than {enough} pages it is not to be seen what they have in common.",
    nl="Niets wordt gevraagd van {groups}: bij minder dan {enough} pagina’s is niet te zien wat ze gemeen hebben.",
)
_UNREAD: Final = Message(
    en="Not looked at, for they cannot be read: {paths}. ‘contentlint check’ says what is wrong.",
    nl="Niet bekeken, want niet te lezen: {paths}. ‘contentlint check’ zegt wat er mis is.",
)
_WITHOUT: Final = Message(
    en="Without front matter, so nothing is asked of them: {paths}.",
    nl="Zonder front matter, dus er wordt niets van gevraagd: {paths}.",
)
_AND: Final = Message(en="{first}, and {second}", nl="{first}, en {second}")


def front_matter_lines(survey: Survey, language: str) -> Iterator[str]:
    """Yield the tables, and comments on what stands in none."""
    asked = [one for one in survey.asked if one.required or one.types]
    if asked:
        yield ""
        yield from comment(_HEAD(), language)
    for one in asked:
        yield ""
        yield from _table(survey, one, language)
    notes = [*_left_off(survey, language)]
    if notes:
        yield ""
        for note in notes:
            yield from comment(note, language)


def _left_off(survey: Survey, language: str) -> Iterator[BoundMessage]:
    if survey.too_small:
        groups = [f"{name_of(name).render(language)} ({count})" for name, count in survey.too_small]
        yield _TOO_SMALL(groups=listed(groups, 12), enough=ENOUGH)
    if survey.unread:
        yield _UNREAD(paths=listed(survey.unread))
    if survey.without:
        yield _WITHOUT(paths=listed(survey.without))


def _table(survey: Survey, asked: Asked, language: str) -> Iterator[str]:
    yield from comment(_GROUP(pages=asked.pages, group=name_of(asked.group)), language)
    yield "[[front-matter]]"
    if paths := [f"{as_glob(folder)}/**" for folder in survey.content if folder != "."]:
        yield from list_lines("paths", paths)
    if asked.group.section is not None:
        yield f"section = {value(asked.group.section)}"
    yield f"kind = {value(asked.group.kind)}"
    name = schema_name(asked)
    if name:
        yield from comment(_IN_FILE(name=name), language)
        yield f"schema = {value(name)}"
    elif asked.required:
        yield from list_lines("required", asked.required)
    if asked.nearly:
        yield from comment(_NEARLY(), language)
    for nearly in asked.nearly:
        message = _HAVE(key=nearly.key, have=nearly.pages, pages=asked.pages, path=nearly.lacking)
        yield f"# {shown(message.render(language))}"
    if asked.types and not name:
        yield ""
        yield "[front-matter.types]"
        for one in asked.types:
            yield f"{key(one.key)} = {_type(one)}"
    for one in asked.types:
        if one.choices and not one.fixed:
            yield from comment(_CHOICES(key=one.key), language)
            yield f"# {key(one.key)} = {_type(one._replace(fixed=True))}"
    for mixed in asked.mixed:
        yield from comment(_MIXED(key=mixed.key, types=_types(mixed)), language)
    if asked.rare:
        yield from comment(_RARE(keys=listed(asked.rare, 16)), language)


def _type(one: TypedKey) -> str:
    short = short_type(one)
    if isinstance(short, str):
        return value(short)
    return f"{{ {', '.join(f'{key(name)} = {value(item)}' for name, item in short.items())} }}"


def _types(mixed: Mixed) -> BoundMessage:
    """Return a key's types in words, each once: kinds of lists are one type here."""
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for kind, count, path in mixed.types:
        name = "list" if "list" in kind else kind
        counts[name] += count
        first.setdefault(name, path)
    *others, last = [
        _TYPE_OF(type=TYPE_NAMES[name], count=count, path=first[name]) for name, count in counts.most_common()
    ]
    for other in reversed(others):
        last = _AND(first=other, second=last)
    return last
