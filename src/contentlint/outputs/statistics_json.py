"""How often what was found, for programs: one JSON object. ``schema_version`` is that of the ``json`` form."""

from __future__ import annotations

from json import dumps

from contentlint.engine.results import FileResult
from contentlint.outputs import output
from contentlint.outputs.json import SCHEMA_VERSION, summary
from contentlint.outputs.results import Results
from contentlint.outputs.statistics import by_family, by_rule, topic


class Output(output.Output):
    """Counts by rule and by topic."""

    def add(self, result: FileResult) -> None:
        """Do nothing: the results are counted as they pass."""

    def end(self, results: Results) -> None:
        language = self.view.language
        topics = [
            {"family": family, "topic": topic(family, language), "count": count} for family, count in by_family(results)
        ]
        rules = [{"rule": info.name, "code": info.code, "count": count} for info, count in by_rule(results)]
        data = {"schema_version": SCHEMA_VERSION, "topics": topics, "rules": rules, "summary": summary(results)}
        self.stream.write(dumps(data, ensure_ascii=False, indent=1) + "\n")
