"""What people read when front matter does not fit the site's schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from contentlint.rules.base import Message

MISSING: Final = Message(
    en="The key ‘{key}’ is missing; this site asks for it on this page. Add it.",
    nl="De sleutel ‘{key}’ ontbreekt; deze site vraagt erom op deze pagina. Voeg hem toe.",
)
EMPTY: Final = Message(
    en="The key ‘{key}’ is empty; this site asks for it on this page. Fill it in.",
    nl="De sleutel ‘{key}’ is leeg; deze site vraagt erom op deze pagina. Vul hem in.",
)
MISSING_WITH: Final = Message(
    en="The key ‘{key}’ is missing; this site asks for it wherever ‘{other}’ stands. Add it.",
    nl="De sleutel ‘{key}’ ontbreekt; deze site vraagt erom zodra er ‘{other}’ staat. Voeg hem toe.",
)
NOT_ALLOWED: Final = Message(
    en="This site has no use for the key ‘{key}’ here. Take it away, or write the name the site knows.",
    nl="Deze site gebruikt de sleutel ‘{key}’ hier niet. Haal hem weg, of schrijf de naam die de site kent.",
)
WRONG_TYPE: Final = Message(
    en="‘{key}’ must be {wanted}; this is {given}.", nl="‘{key}’ moet {wanted} zijn; dit is {given}."
)
NOT_A_CHOICE: Final = Message(
    en="‘{key}’ may be {choices}; ‘{given}’ is none of these.",
    nl="‘{key}’ mag {choices} zijn; ‘{given}’ hoort daar niet bij.",
)
TOO_SHORT: Final = Message(
    en="‘{key}’ has {length} characters; this site asks for at least {limit}.",
    nl="‘{key}’ heeft {length} tekens; deze site vraagt er minstens {limit}.",
)
TOO_LONG: Final = Message(
    en="‘{key}’ has {length} characters; on this site it may have {limit} at most. Shorten it.",
    nl="‘{key}’ heeft {length} tekens; op deze site mogen het er hoogstens {limit} zijn. Maak het korter.",
)
WRONG_FORM: Final = Message(
    en="‘{given}’ does not have the form that this site asks for ‘{key}’ ({wanted}).",
    nl="‘{given}’ heeft niet de vorm die deze site voor ‘{key}’ vraagt ({wanted}).",
)
TOO_SMALL: Final = Message(
    en="‘{key}’ is {given}; on this site it must be {limit} or more.",
    nl="‘{key}’ is {given}; op deze site moet het {limit} of meer zijn.",
)
TOO_GREAT: Final = Message(
    en="‘{key}’ is {given}; on this site it may be {limit} at most.",
    nl="‘{key}’ is {given}; op deze site mag het hoogstens {limit} zijn.",
)
NOT_MORE: Final = Message(
    en="‘{key}’ is {given}; on this site it must be more than {limit}.",
    nl="‘{key}’ is {given}; op deze site moet het meer dan {limit} zijn.",
)
NOT_LESS: Final = Message(
    en="‘{key}’ is {given}; on this site it must be less than {limit}.",
    nl="‘{key}’ is {given}; op deze site moet het minder dan {limit} zijn.",
)
NOT_A_MULTIPLE: Final = Message(
    en="‘{key}’ is {given}; on this site it must be a multiple of {limit}.",
    nl="‘{key}’ is {given}; op deze site moet het een veelvoud van {limit} zijn.",
)
TOO_FEW: Final = Message(
    en="‘{key}’ has {length} items; this site asks for at least {limit}.",
    nl="‘{key}’ heeft {length} onderdelen; deze site vraagt er minstens {limit}.",
)
TOO_MANY: Final = Message(
    en="‘{key}’ has {length} items; on this site it may have {limit} at most.",
    nl="‘{key}’ heeft {length} onderdelen; op deze site mogen het er hoogstens {limit} zijn.",
)
TWICE: Final = Message(
    en="‘{given}’ stands in ‘{key}’ twice. Keep one of the two.",
    nl="‘{given}’ staat twee keer in ‘{key}’. Houd er één over.",
)
NONE_FITS: Final = Message(
    en="None of the items of ‘{key}’ is what this site asks for.",
    nl="Geen van de onderdelen van ‘{key}’ is wat deze site vraagt.",
)
NO_ALTERNATIVE: Final = Message(
    en="‘{key}’ has none of the forms that this site allows.",
    nl="‘{key}’ heeft geen van de vormen die deze site toestaat.",
)
SEVERAL_ALTERNATIVES: Final = Message(
    en="‘{key}’ fits several forms of which this site allows one at a time.",
    nl="‘{key}’ past bij meer vormen waarvan deze site er één tegelijk toestaat.",
)
FORBIDDEN: Final = Message(
    en="‘{key}’ is something that this site does not allow here.",
    nl="‘{key}’ is iets wat deze site hier niet toestaat.",
)
FRONT_MATTER: Final = Message(en="The front matter", nl="De front matter")

TYPE_NAMES: Final[Mapping[str, Message]] = {
    "string": Message(en="a text", nl="een tekst"),
    "boolean": Message(en="true or false", nl="true of false"),
    "integer": Message(en="a whole number", nl="een heel getal"),
    "number": Message(en="a number", nl="een getal"),
    "float": Message(en="a number", nl="een getal"),
    "null": Message(en="empty", nl="leeg"),
    "array": Message(en="a list", nl="een lijst"),
    "list": Message(en="a list", nl="een lijst"),
    "object": Message(en="a group of keys", nl="een groep sleutels"),
    "map": Message(en="a group of keys", nl="een groep sleutels"),
    "date": Message(en="a date", nl="een datum"),
}
FORMAT_NAMES: Final[Mapping[str, Message]] = {
    "date": Message(en="a date such as 2025-11-20", nl="een datum als 2025-11-20"),
    "date-time": Message(
        en="a date and time such as 2025-11-20T07:00:00+01:00", nl="een datum en tijd als 2025-11-20T07:00:00+01:00"
    ),
    "time": Message(en="a time such as 07:00:00", nl="een tijd als 07:00:00"),
    "hugo-date": Message(
        en="a date that Hugo reads, such as 2025-11-20", nl="een datum die Hugo leest, zoals 2025-11-20"
    ),
    "uri": Message(en="an address such as https://example.org/", nl="een adres als https://example.org/"),
    "uri-reference": Message(en="an address or a path without spaces", nl="een adres of een pad zonder spaties"),
    "email": Message(en="an e-mail address", nl="een e-mailadres"),
}


def either(names: list[Message]) -> Message:
    """Return ``a, b or c`` in both languages."""
    unique = list(dict.fromkeys((name.en, name.nl) for name in names))
    return Message(en=_either([en for en, _ in unique], "or"), nl=_either([nl for _, nl in unique], "of"))


def _either(names: list[str], word: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}"
