"""Trains the model that tells which form of a verb its surroundings ask for.

For most verbs the forms sound different (*werk, werkt, gewerkt*), so nobody mixes them up: they show what surroundings ask for a
stem, a stem with t, or a past participle. The model learns from these and never sees the verbs it will judge (*wordt, gebeurd*).

Usage: python -m scripts.train_verb_forms FOLDER [--leave-out LABELLED]

It needs scikit-learn. The order of examples is drawn with a fixed seed, so the same texts give the same weights.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from scripts.grammar_corpora import Measuring, texts
from sklearn.linear_model import LogisticRegression

from contentlint.language.forms import DATA
from contentlint.language.grammar.dutch import is_foreign
from contentlint.language.grammar.lexicon import Form, Lexicon, dutch_lexicon
from contentlint.language.grammar.tokens import Sentence, sentences
from contentlint.language.grammar.verb_context import AUXILIARIES, Alternatives, ContextReader
from contentlint.language.grammar.verb_model import BUCKETS, MODEL_FILE, VerbModel, bucket

SEED: Final = 1
FREQUENT: Final = 1200
"""How many words stand for themselves in descriptions."""
PER_WORD: Final = 1500
"""How many examples one word may give."""
STRENGTH: Final = 0.3
"""Inverse strength of the regularisation."""
CLASSES: Final = ("stem", "third", "participle")

SEPARABLE: Final = (
    "aan af bij binnen door goed hang in langs los mee na om onder op open over plaats samen tegen terug toe uit vast voor weer weg"
).split()
"""Particles: with one in front, a stem is mostly a noun (*aanpak, overlap*)."""

NO_STEMS: Final = frozenset(
    """uit maar indien zonder mits men hem jou jouw jij genoeg kwijt toe hen ver eens dus thuis dank doch laag zich pas alsnog style
    freelance screen time canvas""".split()
)
NO_THIRDS: Final = frozenset({"maart", "straat"})
NO_PARTICIPLES: Final = frozenset({"aangezien", "voldaan"})
"""Words that the dictionary takes for verbs, and that texts use otherwise."""


class Example(NamedTuple):
    """A verb whose form is beyond doubt: which class it has, and what its surroundings look like."""

    repository: str
    label: int
    features: list[str]


def label_of(word: str, forms: int, lexicon: Lexicon) -> int | None:
    """Return the class of a word that can have one only, by its place in ``CLASSES``."""
    if forms & Form.PARTICIPLE and not forms & ~(Form.PARTICIPLE | Form.ADJECTIVE | Form.INFLECTED):
        return None if word in NO_PARTICIPLES else 2
    if forms == Form.THIRD:
        return None if word in NO_THIRDS else 1
    if forms == Form.STEM and not word.endswith("t") and word not in NO_STEMS:
        particle = any(word.startswith(one) and lexicon.forms(word[len(one) :]) & Form.STEM for one in SEPARABLE)
        return None if particle else 0
    return None


def usable(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence is long enough and Dutch."""
    unknown = sum(
        not forms and word.isalpha() and word not in lexicon
        for word, forms in zip(sentence.lower, sentence.forms, strict=True)
    )
    return len(sentence) >= 4 and not is_foreign(sentence) and 3 * unknown <= len(sentence)


def examples(found: Sequence[tuple[str, Sentence]], frequent: frozenset[str], lexicon: Lexicon) -> list[Example]:
    """Return the examples in sentences, with their repositories."""
    alternatives = Alternatives(lexicon)
    seen: Counter[str] = Counter()
    result = []
    for repository, sentence in found:
        reader: ContextReader | None = None
        for index, (word, forms) in enumerate(zip(sentence.lower, sentence.forms, strict=True)):
            label = label_of(word, forms, lexicon)
            if label is None or len(word) < 3 or word in AUXILIARIES or alternatives.ambiguous(word, forms):
                continue
            if seen[word] >= PER_WORD or (index and sentence.words[index][0].isupper()):
                continue
            seen[word] += 1
            reader = reader or ContextReader(sentence, frequent, alternatives)
            result.append(Example(repository, label, reader.features(index)))
    return result


def matrix(found: Sequence[Example]) -> csr_matrix:
    """Return the examples as rows of counts."""
    rows = [row for row, example in enumerate(found) for _ in example.features]
    columns = [bucket(feature) for example in found for feature in example.features]
    ones = np.ones(len(rows), dtype=np.float32)
    return csr_matrix((ones, (rows, columns)), shape=(len(found), BUCKETS))


def fit(features: csr_matrix, labels: np.ndarray) -> LogisticRegression:
    """Train on rows and their classes."""
    return LogisticRegression(C=STRENGTH, max_iter=200).fit(features, labels)


def report_folds(found: Sequence[Example], features: csr_matrix, labels: np.ndarray) -> None:
    """Print how well each half of the repositories predicts the other."""
    largest = Counter(example.repository for example in found).most_common(1)[0][0]
    inside = np.array([example.repository == largest for example in found])
    for train, test in ((inside, ~inside), (~inside, inside)):
        chances = fit(features[train], labels[train]).predict_proba(features[test])
        top, right = chances.max(axis=1), chances.argmax(axis=1) == labels[test]
        lines = [
            f"{bound}: {(top > bound).mean():.1%} covered, {1 - right[top > bound].mean():.2%} wrong"
            for bound in (0.9, 0.97)
        ]
        print(
            f"trained on {train.sum()}, tested on {test.sum()}: {right.mean():.1%} right; above {'; above '.join(lines)}"
        )


def main() -> None:
    """Train, print how well it works across repositories, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--leave-out", type=Path)
    arguments = parser.parse_args()
    lexicon = dutch_lexicon()
    found = [
        (text.repository, sentence)
        for text in texts(arguments.folder, Measuring(arguments.leave_out))
        for sentence in sentences(text.text, lexicon)
        if usable(sentence, lexicon)
    ]
    counts = Counter(word for _, sentence in found for word in sentence.lower if word[0].isalpha())
    alternatives = Alternatives(lexicon)
    plain = (word for word, _ in counts.most_common() if not alternatives.ambiguous(word, lexicon.forms(word)))
    frequent = frozenset(word for word, _ in zip(plain, range(FREQUENT), strict=False))
    random.Random(SEED).shuffle(found)  # noqa: S311 - an order, no secret
    learned = examples(found, frequent, lexicon)
    labels = np.array([example.label for example in learned])
    features = matrix(learned)
    print(f"{sum(counts.values())} words; examples: {dict(Counter(CLASSES[label] for label in labels))}")
    report_folds(learned, features, labels)
    model = fit(features, labels)
    weights = model.coef_.T - model.coef_.T.mean(axis=1, keepdims=True)
    step = float(np.abs(weights).max()) / 127
    data = VerbModel.encode(step, model.intercept_, frequent, np.rint(weights / step).astype(np.int8).tobytes())
    (DATA / MODEL_FILE).write_bytes(data)
    small = VerbModel(data)
    same = [
        int(np.argmax(small.expected(example.features))) == int(chances.argmax())
        for example, chances in zip(learned[:3000], model.predict_proba(features[:3000]), strict=True)
    ]
    print(f"{len(data)} bytes; the small model decides alike in {np.mean(same):.1%}")


if __name__ == "__main__":
    main()
