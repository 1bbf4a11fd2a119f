"""How often a field is right that the reader is so sure of, on annotated texts: what ``Claim.confidence`` says.

    python benchmarks/reading_calibration.py CORPUS.json ... [--table FILE --source KEY]

Prints the table of ``nktrade/reference/tables/confidences.csv`` as these texts give it, and beside it how
far the table of today is off, by language and field. The texts must be of writers who had not seen the
reader, and not have been learnt from: on others it is surer than it should be. Names of goods count as
right where they are those of the annotation, so that a synonym counts as wrong.
"""

import argparse
import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from nktrade.core.claims import Claim
from nktrade.core.documents import Document
from nktrade.core.period import Period
from nktrade.reading import read
from nktrade.reading.discourse import CLAUSE, DISCOURSE, PRIOR, WORDS

DRAWN = 20
"""So many claims of the field's mean are added to each share."""
FIELDS = ("flow", "reporter", "partner", "commodity", "period")
SIDED = frozenset({"flow", "reporter", "partner"})
ALL = frozenset({"goods", "goods and services", "total", "trade"})
OTHER_WAY = {"export": "import", "import": "export"}


class Seen(NamedTuple):
    """One field of a claim that stands where one is annotated."""

    language: str
    field: str
    trust: float
    confidence: float
    is_right: bool


def seen_in(path: Path) -> Iterator[Seen]:
    """Every field of every claim of a corpus that an annotation speaks of."""
    corpus = json.loads(path.read_text(encoding="utf-8"))
    for entry in corpus["docs"]:
        day = date.fromisoformat(entry["date"]) if entry.get("date") else None
        gold = {one["start"]: one for one in entry["claims"]}
        for claim in read(Document(id=entry["id"], text=entry["text"], date=day)).claims:
            if (told := gold.get(claim.figure.start)) is not None:
                yield from _fields(corpus["language"], claim, told)


def _fields(language: str, claim: Claim, told: dict[str, Any]) -> Iterator[Seen]:
    trust, sure = dict(claim.trust), dict(claim.confidence)
    for name in FIELDS:
        settled = {name, f"{name}_start"}.isdisjoint(told.get("uncertain") or ())
        if name in trust and settled:
            yield Seen(language, name, trust[name], sure[name], _is_right(name, claim, told))


def _is_right(name: str, claim: Claim, told: dict[str, Any]) -> bool:
    """Whether the field is as annotated; a side also where the whole stream is, told from its other end."""
    if name == "period":
        return _days(claim.period) == (told["period_start"], told["period_end"])
    if name == "commodity":
        return _goods(claim.commodity) == _goods(told["commodity"])
    own = claim.flow and claim.flow.value, _code(claim.reporter), _code(claim.partner)
    theirs = told["flow"], _code(told["reporter"]), _code(told["partner"])
    at = ("flow", "reporter", "partner").index(name)
    return own[at] == theirs[at] or _mirrored(*own) == theirs


def _mirrored(flow: str | None, reporter: str, partner: str) -> tuple[str | None, str, str]:
    return OTHER_WAY.get(flow or "", flow), partner, reporter


def _days(period: Period | None) -> tuple[str | None, str | None]:
    return (period.first.isoformat(), period.last.isoformat()) if period else (None, None)


def _goods(name: str | None) -> str:
    return "all" if name is None or name in ALL else name


def _code(area: str | None) -> str:
    return ",".join(sorted((area or "").split(",")))


def rows_of(found: list[Seen], source: str) -> Iterator[dict[str, object]]:
    """The table: field, trust, how many, how many right, and the share drawn towards the field's."""
    counts: dict[tuple[str, float], Counter[bool]] = defaultdict(Counter)
    for one in found:
        counts[one.field, one.trust][one.is_right] += 1
    for field, trust in product(FIELDS, (PRIOR, DISCOURSE, CLAUSE, WORDS)):
        count = counts[field, trust]
        every = [one.is_right for one in found if one.field == field]
        drawn = (count[True] + DRAWN * sum(every) / len(every)) / (count.total() + DRAWN)
        yield {
            "field": field,
            "trust": trust,
            "claims": count.total(),
            "right": count[True],
            "chance": round(drawn, 2),
            "source": source,
            "as_of": date.today().isoformat(),  # noqa: DTZ011 - the day on the calendar here
            "verified": "yes",
        }


def off(found: list[Seen]) -> Iterator[str]:
    """How far today's table is off: mean confidence against the share that is right."""
    yield f"{'language':9}{'field':11}{'claims':>7}{'said':>7}{'right':>7}{'off':>7}"
    for language in sorted({one.language for one in found}):
        for name in FIELDS:
            some = [one for one in found if (one.language, one.field) == (language, name)]
            said = sum(one.confidence for one in some) / len(some)
            right = sum(one.is_right for one in some) / len(some)
            yield f"{language:9}{name:11}{len(some):7}{said:7.3f}{right:7.3f}{said - right:+7.3f}"


def main() -> None:
    """Print both."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path, nargs="+", metavar="CORPUS")
    parser.add_argument(
        "--table", type=argparse.FileType("w", encoding="utf-8"), default=sys.stdout
    )
    parser.add_argument("--source", default="own_texts")
    told = parser.parse_args()
    found = [one for path in told.corpora for one in seen_in(path)]
    rows = list(rows_of(found, told.source))
    writer = csv.DictWriter(told.table, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    print(*off(found), sep="\n")


if __name__ == "__main__":
    main()
