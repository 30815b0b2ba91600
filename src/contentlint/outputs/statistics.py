"""How often what was found, for people: by topic and by rule, the most frequent first."""

from __future__ import annotations

from collections import Counter
from typing import Final

from contentlint.engine.results import FileResult
from contentlint.outputs import output
from contentlint.outputs.results import Results
from contentlint.outputs.screen import DIM, Screen
from contentlint.outputs.summary import summary
from contentlint.outputs.wording import TOPICS
from contentlint.rules.base import Message, RuleInfo

_BY_TOPIC: Final = Message(en="By topic", nl="Per onderwerp")
_BY_RULE: Final = Message(en="By rule", nl="Per regel")


def topic(family: str, language: str) -> str:
    """Return what a family of rules is about, in the words of those who write; its letters when nothing is known."""
    return TOPICS[family].in_language(language) if family in TOPICS else family


def by_rule(results: Results) -> list[tuple[RuleInfo, int]]:
    """Return how often each rule was broken, the most frequent first."""
    return sorted(results.by_rule.items(), key=lambda item: (-item[1], item[0].code))


def by_family(results: Results) -> list[tuple[str, int]]:
    """Return how many violations there are of each family of rules, by its letters, the most frequent first."""
    counts: Counter[str] = Counter()
    for info, count in results.by_rule.items():
        counts[info.family.value] += count
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


class Output(output.Output):
    """Two tables, and the sentence that sums up."""

    def add(self, result: FileResult) -> None:
        """Do nothing: the results are counted as they pass."""

    def end(self, results: Results) -> None:
        language = self.view.language
        screen = Screen(self.view)
        rules = by_rule(results)
        if rules:
            width = len(str(sum(results.by_rule.values()))) + 2
            self.stream.write(f"{_BY_TOPIC.in_language(language)}\n")
            for family, count in by_family(results):
                self.stream.write(f"{count:{width}}  {topic(family, language)}\n")
            self.stream.write(f"\n{_BY_RULE.in_language(language)}\n")
            for info, count in rules:
                names = screen.styled(screen.rule(info), DIM)
                self.stream.write(f"{count:{width}}  {info.summary.in_language(language)}  {names}\n")
            self.stream.write("\n")
        self.stream.writelines(f"{line}\n" for line in summary(results, self.view))
