"""How much of what true reports claim is read rightly, field by field.

    python benchmarks/written_claims.py --reports 1000 --lang en --examples 2

The reports come from ``nktrade.testing``, whose writer knows nothing of the reader. Viewpoint is
removed: an export of A to B is the import of B from A. A field left open is counted apart from a
wrong one, since it can accuse nobody.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from tqdm import tqdm

from nktrade import reading
from nktrade.core.claims import Claim
from nktrade.core.codes import Flow
from nktrade.core.documents import Document
from nktrade.testing import WrittenReport, random_reports
from nktrade.testing.languages import available

SEED = 20181221


def main() -> None:
    options = _options()
    for lang in options.lang or available():
        count, wrong, left_open = 0, Counter[str](), Counter[str]()
        examples = defaultdict(list)
        reports = random_reports(options.seed, options.reports, lang=lang)
        for report in tqdm(reports, total=options.reports, desc=lang, disable=None):
            found = reading.read(
                Document(id="report", text=report.text, lang=lang, date=report.date)
            )
            count += len(report.claims)
            for field, claim, got in _differences(report, found.claims):
                (left_open if got is None else wrong)[field] += 1
                examples[field].append((claim, got, report))
        _print(lang, count, wrong, left_open)
        for field, cases in examples.items():
            for claim, got, report in cases[: options.examples]:
                print(f"\n{field}: {claim.figure.surface!r} is {claim}, read as {got}")
                print(f"{report.date} {report.text}")


def _differences(
    report: WrittenReport, found: tuple[Claim, ...]
) -> Iterator[tuple[str, Claim, object]]:
    """Each field in which a true claim is read otherwise, and what was read."""
    for claim in report.claims:
        got = next((one for one in found if _overlap(one, claim)), None)
        if got is None:
            yield "figure", claim, None
            continue
        for field, value in FIELDS.items():
            if value(got) != value(claim):
                yield field, claim, value(got)


def _overlap(one: Claim, other: Claim) -> bool:
    return one.figure.start < other.figure.end and other.figure.start < one.figure.end


def _directed(claim: Claim) -> object:
    """From whom to whom, the viewpoint removed; None where a side or the flow is open."""
    sides = (claim.reporter, claim.partner)
    if None in sides or claim.flow is None:
        return None
    if claim.flow is Flow.EXPORT:
        return sides
    if claim.flow is Flow.IMPORT:
        return sides[::-1]
    return claim.flow, *(sorted(map(str, sides)) if claim.flow is Flow.TOTAL else sides)


FIELDS: dict[str, Callable[[Claim], object]] = {
    "interval": lambda claim: claim.amount.printed,
    "unit": lambda claim: claim.figure.unit,
    "kind": lambda claim: claim.kind,
    "sides and flow": _directed,
    "commodity": lambda claim: claim.commodity,
    "period": lambda claim: claim.period,
    "base": lambda claim: claim.base,
    "sign": lambda claim: claim.sign,
}


def _print(lang: str, count: int, wrong: Counter[str], left_open: Counter[str]) -> None:
    print(f"\n## {lang}: {count} claims\n\n{'field':16}{'wrong':>8}{'open':>8}")
    for field in ("figure", *FIELDS):
        print(f"{field:16}{wrong[field] / count:8.2%}{left_open[field] / count:8.2%}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--lang", action="append", help="repeatable; default: every language")
    parser.add_argument("--reports", type=int, default=1_000)
    parser.add_argument("--examples", type=int, default=1, help="shown for each field")
    parser.add_argument("--seed", type=int, default=SEED)
    return parser.parse_args()


if __name__ == "__main__":
    main()
