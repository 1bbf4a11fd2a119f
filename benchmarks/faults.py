"""How often a checker accuses the innocent, and how often it finds the guilty.

    python benchmarks/faults.py                            # nktrade.check, all languages
    python benchmarks/faults.py --reports 20000 --faults 1000 --lang en
    python benchmarks/faults.py --check mypackage.module:check
    python benchmarks/faults.py --page docs/faults.md      # the figures as a page, language by language

A checker is a callable ``check(text, date) -> dict``: the JSON form of the contract, with ``docs``.
True reports may be accused nowhere; of each kind of fault, those that somebody could find are
counted as found (a relation fails, or a citation) and as rightly blamed (the faulty figure among
the suspects). Reports speak of invented trade, so the checker must use no baseline.
"""

import argparse
import importlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tqdm import tqdm

from nktrade.testing import KINDS, FaultyReport, WrittenReport, plant, random_reports
from nktrade.testing.choice import Seeded
from nktrade.testing.languages import available

Check = Callable[[str, date], dict[str, Any]]
SEED = 20181221
_PATIENCE = 60
_SHOWN = 8
_HEAD = """# True reports and planted faults

Measured on {day} by `python benchmarks/faults.py --reports {reports} --faults {faults} --page FILE`: generated
reports whose every figure is true, and the same with one planted fault. A fault is checkable when
the text itself contradicts it at the widest reading of every figure; the rest nobody could find."""


@dataclass
class Tally:
    """What became of the faults of one kind in one language."""

    planted: int = 0
    in_relation: int = 0
    checkable: int = 0
    found: int = 0
    warned: int = 0
    blamed: int = 0
    misblamed: int = 0
    missed: list[FaultyReport] = field(default_factory=list)


def main() -> None:
    options = _options()
    check = _checker(options.check)
    day = datetime.now(tz=UTC).date()
    head = _HEAD.format(day=day, reports=options.reports, faults=options.faults)
    page: list[str] = []
    judged: dict[str, dict[str, Tally]] = {}
    for lang in options.lang or available():
        for name, roundings in (("rounded", ("half_up", "half_even")), ("cut off", ("down",))):
            count = options.reports if name == "rounded" else options.reports // 10
            innocent = _innocent(check, lang, count, roundings, options.seed)
            _print_innocent(lang, name, innocent)
            page.append(_innocent_line(lang, name, innocent[0], innocent[1]))
        tallies = _guilty(check, lang, options.faults, options.seed, options.kind or KINDS)
        _print_guilty(lang, tallies)
        page.append(_guilty_table(lang, tallies))
        judged[lang] = tallies
        if options.page:
            told = "\n\n".join([head, _overall_table(judged), *page])
            options.page.write_text(f"{told}\n", encoding="utf-8")
        if options.misses:
            _save_misses(options.misses, lang, tallies)


def _innocent(
    check: Check, lang: str, count: int, roundings: tuple[str, ...], seed: int
) -> tuple[int, Counter[str], list[tuple[str, WrittenReport, dict[str, Any]]]]:
    causes: Counter[str] = Counter()
    examples = []
    reports = random_reports(seed, count, lang=lang, roundings=roundings)
    for report in tqdm(reports, total=count, desc=f"{lang} true, {roundings[0]}", disable=None):
        seen = set()
        for finding in _findings(check(report.text, report.date)):
            cause = f"{finding['severity']}: {finding['check']} ({report.style})"
            if cause not in seen:
                examples.append((cause, report, finding))
            seen.add(cause)
        causes.update(seen)
        causes.update({finding.split(":")[0] + "s, reports with" for finding in seen})
    return count, causes, examples


def _guilty(
    check: Check, lang: str, wanted: int, seed: int, kinds: tuple[str, ...]
) -> dict[str, Tally]:
    """One stream of reports, in each of which every kind of fault is planted that has a place."""
    tallies = {kind: Tally() for kind in kinds}
    reports = random_reports(seed + 1, wanted * _PATIENCE, lang=lang)
    progress = tqdm(total=wanted * len(kinds), desc=f"{lang} faulty", disable=None)
    for number, report in enumerate(reports):
        open_kinds = [kind for kind, tally in tallies.items() if tally.checkable < wanted]
        if not open_kinds:
            break
        for kind in open_kinds:
            fault = plant(report, kind, Seeded(f"{seed}/{kind}/{number}"))
            if fault is not None:
                progress.update(_judge(check, fault, tallies[kind]))
    progress.close()
    return tallies


def _judge(check: Check, fault: FaultyReport, tally: Tally) -> int:
    """Whether the fault counts: all planted ones are counted, only checkable ones are checked."""
    tally.planted += 1
    tally.in_relation += fault.is_in_relation
    if not fault.is_checkable:
        return 0
    tally.checkable += 1
    answer = check(fault.text, fault.date)
    findings = list(_findings(answer))
    errors = [finding for finding in findings if finding["severity"] == "error"]
    suspects = {place for finding in findings for place in finding["places"]}
    tally.found += bool(errors)
    tally.warned += bool(findings) and not errors
    blamed = any(_meets(place, fault) for place in suspects)
    tally.blamed += blamed
    tally.misblamed += bool(suspects) and not blamed
    if not errors or not blamed:
        tally.missed.append(fault)
    return 1


def _findings(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Errors and warnings of an answer, each with the places of its suspects in the text."""
    for doc in answer["docs"]:
        claims = {claim["id"]: (claim["start"], claim["end"]) for claim in doc["claims"]}
        for relation in doc["relations"]:
            if relation["severity"] in {"error", "warning"}:
                places = [claims[one] for one in relation.get("suspect") or () if one in claims]
                surface = (relation.get("args") or {}).get("surface")
                yield {**relation, "places": [*places, *([surface] if surface else [])]}


def _meets(place: tuple[int, int] | str, fault: FaultyReport) -> bool:
    """Whether a suspect is a faulty figure, or the citation that was changed."""
    if isinstance(place, str):
        return any(place in one.surface or one.surface in place for one in fault.citations)
    start, end = place
    return any(start < one.figure.end and one.figure.start < end for one in fault.faulty)


def _print_innocent(lang: str, name: str, result: tuple[int, Counter[str], list[Any]]) -> None:
    count, causes, examples = result
    print(f"\n## {lang}: {count} true reports, {name}\n")
    for cause, number in sorted(causes.items(), key=lambda pair: (-pair[1], pair[0])):
        print(f"{number:7d}  {100 * number / count:6.2f} %  {cause}")
    if not causes:
        print("no error and no warning")
    shown = {cause: (report, finding) for cause, report, finding in reversed(examples)}
    for cause, (report, finding) in sorted(shown.items())[:_SHOWN]:
        claims = json.dumps(finding.get("args"))
        print(f"\n{cause} {claims} {finding.get('explanation', '')}\n{report.date} {report.text}")


def _print_guilty(lang: str, tallies: dict[str, Tally]) -> None:
    print(f"\n## {lang}: faults\n")
    print(f"{'kind':16}{'planted':>8}{'related':>9}{'checkable':>10}"
          f"{'error':>8}{'warning':>9}{'blamed':>8}{'others':>8}")  # fmt: skip
    for kind, one in tallies.items():
        checked = max(one.checkable, 1)
        print(
            f"{kind:16}{one.planted:8d}{one.in_relation / max(one.planted, 1):9.1%}"
            f"{one.checkable / max(one.planted, 1):10.1%}{one.found / checked:8.1%}"
            f"{one.warned / checked:9.1%}{one.blamed / checked:8.1%}{one.misblamed / checked:8.1%}"
            f"   of {one.checkable}"
        )


def _innocent_line(lang: str, name: str, count: int, causes: Counter[str]) -> str:
    """How many true reports were accused, in one line of the page."""
    accused = ", ".join(
        f"{causes[f'{severity}s, reports with']} with {'an' if severity == 'error' else 'a'} {severity}"
        for severity in ("error", "warning")
    )
    return f"{lang}: of {count} true reports, {name}, {accused}."


def _guilty_table(lang: str, tallies: dict[str, Tally]) -> str:
    """The faults of one language by kind, as a table of the page."""
    rows = [
        f"| {kind} | {one.planted} | {one.checkable} | {1 - one.checkable / max(one.planted, 1):.0%} | "
        f"{one.found / max(one.checkable, 1):.0%} | {one.warned / max(one.checkable, 1):.0%} | "
        f"{one.blamed / max(one.checkable, 1):.0%} |"
        for kind, one in tallies.items()
    ]
    head = "| kind | planted | checkable | uncheckable | error | warning | rightly blamed |"
    return "\n".join([f"## Faults: {lang}", "", head, "|---" * 7 + "|", *rows])


def _overall_table(judged: dict[str, dict[str, Tally]]) -> str:
    """All kinds of fault together, by language."""
    rows = []
    for lang, tallies in judged.items():
        count = max(sum(one.checkable for one in tallies.values()), 1)
        found, blamed = (
            sum(getattr(one, name) for one in tallies.values()) for name in ("found", "blamed")
        )
        rows.append(f"| {lang} | {count} | {found / count:.1%} | {blamed / count:.1%} |")
    return "\n".join(["| language | faults | found | rightly blamed |", "|---" * 4 + "|", *rows])


def _save_misses(folder: Path, lang: str, tallies: dict[str, Tally]) -> None:
    """What was missed or blamed on others, to be read by a person."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [
        json.dumps(
            {
                "kind": kind,
                "date": str(fault.date),
                "text": fault.text,
                "printed": fault.printed,
                "true": fault.true,
                "broken": sorted({one.name for one in fault.broken}),
            },
            ensure_ascii=False,
        )
        for kind, tally in tallies.items()
        for fault in tally.missed
    ]
    (folder / f"{lang}.jsonl").write_text("\n".join(lines), encoding="utf-8")


def _checker(name: str) -> Check:
    module, _, function = name.partition(":")
    found: Check = getattr(importlib.import_module(module), function)
    return found


def nktrade_check(text: str, day: date) -> dict[str, Any]:
    """The answer of nktrade itself, from the text alone."""
    from nktrade.road import check  # noqa: PLC0415 - only when it is the checker that is measured

    answer: dict[str, Any] = json.loads(check(text, date=day, against="none").to_json())
    return answer


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", default=f"{__name__}:nktrade_check", help="MODULE:FUNCTION")
    parser.add_argument("--lang", action="append", help="repeatable; default: every language")
    parser.add_argument("--kind", action="append", choices=KINDS, help="repeatable; default: all")
    parser.add_argument("--reports", type=int, default=20_000, help="true reports a language")
    parser.add_argument("--faults", type=int, default=1_000, help="checkable faults a kind")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--page", type=Path, help="Markdown file for the figures, kept up to date")
    parser.add_argument("--misses", type=Path, help="folder for what was missed")
    return parser.parse_args()


if __name__ == "__main__":
    main()
