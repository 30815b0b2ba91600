"""Builds the dictionaries in ``src/contentlint/language/data`` from published word lists.

Usage, from the root of the repository::

    python -m scripts.build_dictionaries            # download what is missing, build, write
    python -m scripts.build_dictionaries --check    # build, and compare with the files that are there

The sources are named in ``scripts/dictionary_sources.py`` with the checksum of each; the same sources give the same bytes.
"""

from __future__ import annotations

import argparse
import re
import struct
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import marisa_trie
from scripts import dictionary_sources as sources
from scripts.affix_expansion import Form, Hunspell

from contentlint.language import flags as f
from contentlint.language.forms import FREQUENCY_STEP
from contentlint.language.sounds import skeleton

DATA = Path(__file__).parent.parent / "src/contentlint/language/data"

WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*'?")

RUDE = re.compile(
    r"(?:klootz|neuk|hoere|nikker|neger|godver|schijt|kut|lul|zeik|trut|fuck|cunt|nigg|shit|bitch|whore|slut|fagg|wank)\w*"
    r"|hoer|teef|teven|slet|sletten|tiet|tieten|pis|pissen|kak|kakken|reet|flikkers?|mof|moffen|eikels?|debiel|debielen|mongool"
    r"|mongolen|piss(?:ed|ing)?|crap|dick|dicks|cock|cocks|tit|tits|arse|ass|asses"
)
"""Words that nobody wants to read in a suggestion, however near they are."""

STEM_BITS = {
    "Fw": f.FORBIDDEN, "Kc": f.KEEP_CASE, "Fu": f.FORCE_CAPITAL, "NS": f.NO_SUGGESTION, "Ch": f.LINKED_BY_S,
    "Cd": f.PLURAL_LINKED, "Xc": f.NOT_AFTER_S, "Xf": f.PAIRED, "Xa": f.NOT_AFTER_GAVE, "C1": f.CLASH_A, "C2": f.CLASH_E,
    "C3": f.CLASH_I, "C4": f.CLASH_O, "C5": f.CLASH_U, **f.SEQUENCE_BITS,
}  # fmt: skip
"""What an entry's flags say of each of its forms."""


def dutch_mask(form: Form) -> int:
    """Return the bits of one form of OpenTaal's dictionary.

    Where a suffix stands before another part of a compound, or a prefix behind one, it must allow it (``Cp``).
    """
    flags = form.stem | form.affix
    mask = sum(bit for flag, bit in STEM_BITS.items() if flag in form.stem)
    if "Cx" not in flags:
        mask |= f.WORD
    permitted = "Cp" in form.affix
    if permitted or not form.suffixed:
        mask |= f.BEGIN * ("Ca" in flags) | f.MIDDLE * ("Cb" in flags)
    if permitted or not form.prefixed:
        mask |= f.END * ("Cc" in flags)
    if form.suffixed or form.prefixed:
        mask &= ~f.SEQUENCE
    return mask


def no_suggestion(text: str) -> int:
    """Return the bit that keeps a rude word from being offered."""
    return f.NO_SUGGESTION if RUDE.fullmatch(text.lower()) else 0


def plain(text: str) -> str:
    """Return a text with the letters i and j for the ligature, and a straight apostrophe."""
    return text.replace("ĳ", "ij").replace("Ĳ", "IJ").replace("’", "'")


def form_files(name: str, masks: Mapping[str, Iterable[int]], zipf: Mapping[str, float]) -> dict[str, bytes]:
    """Return the files of a mapped table of forms.

    These are the trie, the bits and the frequencies by the number of the form, and the index of frequent words by skeleton.
    """
    trie = marisa_trie.Trie(sorted(masks), order=marisa_trie.LABEL_ORDER)
    combinations: dict[tuple[int, ...], int] = {}
    numbers = [0] * len(trie)
    frequencies = bytearray(len(trie))
    for form, found in masks.items():
        number = trie[form]
        numbers[number] = combinations.setdefault(tuple(sorted(set(found))), len(combinations))
        frequencies[number] = min(255, round(zipf.get(form.lower(), 0) * FREQUENCY_STEP))
    flat = [mask for combination in combinations for mask in combination]
    table = struct.pack("<II", len(combinations), len(flat))
    table += bytes(len(combination) for combination in combinations)
    table += struct.pack(f"<{len(flat)}Q", *flat)
    table += struct.pack(f"<{len(numbers)}H", *numbers)
    return {
        f"{name}.forms": trie.tobytes(),
        f"{name}.flags": table,
        f"{name}.frequency": bytes(frequencies),
        **sound_files(name, trie, frequencies, masks),
    }


def sound_files(
    name: str, trie: marisa_trie.Trie, frequencies: bytes | bytearray, masks: Mapping[str, Iterable[int]]
) -> dict[str, bytes]:
    """Return the index from the skeleton of a word to the numbers of the frequent words that share it."""
    by_skeleton: defaultdict[str, list[int]] = defaultdict(list)
    for form, found in masks.items():
        number = trie[form]
        if frequencies[number] and len(form) > 1 and can_be_offered(found):
            by_skeleton[skeleton(form)].append(number)
    sounds = marisa_trie.Trie(sorted(by_skeleton), order=marisa_trie.LABEL_ORDER)
    buckets: list[list[int]] = [[]] * len(sounds)
    for key, bucket in by_skeleton.items():
        buckets[sounds[key]] = sorted(bucket, key=lambda number: (-frequencies[number], number))
    starts = [0]
    for bucket in buckets:
        starts.append(starts[-1] + len(bucket))
    index = struct.pack(f"<I{len(starts)}I", len(starts), *starts)
    index += struct.pack(f"<{starts[-1]}I", *(number for bucket in buckets for number in bucket))
    return {f"{name}.sounds": sounds.tobytes(), f"{name}.sound-words": index}


def can_be_offered(masks: Iterable[int]) -> bool:
    """Whether a form with these bits may be suggested."""
    return any(mask & f.WORD for mask in masks) and not any(mask & (f.FORBIDDEN | f.NO_SUGGESTION) for mask in masks)


def build_dutch() -> dict[str, bytes]:
    """Return the files of the Dutch dictionary."""
    hunspell = Hunspell(sources.fetch(sources.DUTCH) / "package")
    masks: defaultdict[str, set[int]] = defaultdict(set)
    for form in hunspell.forms():
        if mask := dutch_mask(form):
            text = plain(form.text)
            masks[text].add(mask | no_suggestion(text))
    joints = [f"apart {plain(left)} {plain(right)}" for left, _, right, _ in hunspell.patterns if left and right]
    joints += [f"sequence {' '.join(rule)}" for rule in hunspell.rules if f.SEQUENCE_BITS.keys() >= set(rule)]
    return {**form_files("nl", masks, sources.frequencies("nl")), "nl.joints": "\n".join(joints).encode()}


def build_english() -> dict[str, bytes]:
    """Return the files of the English dictionary, in which American and British forms are both right."""
    masks: defaultdict[str, set[int]] = defaultdict(set)
    for package in (sources.AMERICAN, sources.BRITISH):
        for form in Hunspell(sources.fetch(package) / "package").forms():
            if WORD.fullmatch(form.text):
                text = plain(form.text)
                masks[text].add(f.WORD | no_suggestion(text))
    return form_files("en", masks, sources.frequencies("en"))


def build_terms() -> dict[str, bytes]:
    """Return the set of terms, in lower case."""
    words = {
        word.lower() for word in sources.terms() if len(word) > 1 and WORD.fullmatch(word) and not no_suggestion(word)
    }
    return {"terms.forms": marisa_trie.Trie(sorted(words)).tobytes()}


def build_all() -> dict[str, bytes]:
    """Return every file of the data folder by its name."""
    files = {**build_dutch(), **build_english(), **build_terms(), **sources.licence_files()}
    return {**files, "PROVENANCE.md": sources.provenance(files).encode()}


def main() -> int:
    """Build, and write or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with the files that are there, write nothing")
    arguments = parser.parse_args()
    files = build_all()
    wrong = []
    for name, content in sorted(files.items()):
        path = DATA / name
        if not arguments.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            print(f"{name}: {len(content):,} bytes")
        elif not path.is_file() or path.read_bytes() != content:
            wrong.append(name)
    for name in wrong:
        print(f"{name} differs from what the sources give", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
