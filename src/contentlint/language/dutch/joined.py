"""Phrases of Dutch that are written as one word by mistake; the checks of grammar report them, with what is right."""

from __future__ import annotations

from typing import Final

JOINED: Final = {
    "ondermeer": "onder meer", "vanalles": "van alles", "nogsteeds": "nog steeds", "danwel": "dan wel", "perse": "per se",
    "zonodig": "zo nodig", "vantevoren": "van tevoren", "voorzover": "voor zover", "ookal": "ook al", "inprincipe": "in principe",
    "inplaats": "in plaats", "optijd": "op tijd", "destemeer": "des te meer", "totnutoe": "tot nu toe", "terplekke": "ter plekke",
    "bijvoorbaat": "bij voorbaat", "tenopzichte": "ten opzichte", "tenaanzien": "ten aanzien", "doormiddel": "door middel",
    "vanwaaruit": "van waaruit", "metname": "met name",
    "opzich": "op zich", "ookwel": "ook wel", "netals": "net als", "netzo": "net zo", "bijelkaar": "bij elkaar",
    "metelkaar": "met elkaar", "doorelkaar": "door elkaar", "zodadelijk": "zo dadelijk", "normaalgesproken": "normaal gesproken",
    "zoveelmogelijk": "zo veel mogelijk", "zosnel": "zo snel", "tengevolge": "ten gevolge", "terwille": "ter wille",
    "tengoede": "ten goede", "alswel": "als wel", "meerbepaald": "meer bepaald",
}  # fmt: skip
"""Phrases that people join and that are no word."""
