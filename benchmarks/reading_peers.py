"""Number and unit of figures as nktrade, quantulum3 and Recognizers-Text read them: one run, one scorer.

    make peers, or: python benchmarks/reading_peers.py [TEXTS]

Accuracy (F1) is that on the annotated English texts in ``tests/corpus``. nktrade has learnt from all of them
but those of ``UNLEARNT``: for it the rest is in sample. Only figures of money, percent, mass and volume
count, and only what is said of their places: what a way finds elsewhere is not held against it. Speed, in
processor time, is that on these texts, and on TEXTS texts of ``reading.py`` with one claim per 1,400 characters.
A peer that is not installed is named and left out.
"""

import json
import logging
import sys
import time
import warnings
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from reading import texts_of

from nktrade.documents import load
from nktrade.reading import read

CORPORA = Path(__file__).resolve().parents[1] / "tests" / "corpus"
UNLEARNT = frozenset({"en_fresh_d"})
UNITS: Mapping[str, frozenset[str]] = {
    "USD": frozenset({"USD", "dollar", "united states dollar", "Dollar"}),
    "EUR": frozenset({"EUR", "euro", "Euro"}),
    "JPY": frozenset({"JPY", "japanese yen", "Japanese yen"}),
    "CNY": frozenset({"CNY", "chinese yuan", "Chinese yuan"}),
    "AUD": frozenset({"AUD", "australian dollar", "Australian dollar"}),
    "GBP": frozenset({"GBP", "pound sterling", "British pound", "Pound"}),
    "percent": frozenset({"percent", "percentage", "per cent"}),
    "t": frozenset({"t", "tonne", "ton", "short ton", "long ton", "Ton", "Metric ton"}),
    "kg": frozenset({"kg", "kilogram", "Kilogram"}),
    "bbl": frozenset({"bbl", "barrel", "Barrel", "Volume unit"}),
}
"""What each way calls a unit; which ton is meant counts for nobody."""


class Quantity(NamedTuple):
    """A number with its unit at its place."""

    start: int
    end: int
    number: Fraction
    unit: str


Reader = Callable[[str], list[Quantity]]
Annotated = tuple[str, str, list[Quantity]]
"""The corpus of a text, the text, and its figures of the units that all ways know."""


def ours() -> Reader:
    def quantities(text: str) -> list[Quantity]:
        claims = read(load(text.encode(), lang="en")).claims
        figures = ((one.figure, one.value) for one in claims)
        return [Quantity(one.start, one.end, value, str(one.unit)) for one, value in figures]

    return quantities


def quantulum3() -> Reader:
    from quantulum3 import classifier, parser  # noqa: PLC0415 - may be absent

    if not classifier.USE_CLF:
        raise ImportError("its classifier is off: scikit-learn and stemming are missing")
    parser.parse("1 ton")  # a classifier of another scikit-learn fails here, not within the measure

    def quantities(text: str) -> list[Quantity]:
        found = parser.parse(text)
        return [Quantity(*one.span, Fraction(one.value), one.unit.name) for one in found]

    return quantities


def recognizers() -> Reader:
    import recognizers_number as numbers  # noqa: PLC0415 - may be absent
    import recognizers_number_with_unit as units  # noqa: PLC0415 - may be absent

    models = (units.recognize_currency, numbers.recognize_percentage, units.recognize_dimension)

    def quantities(text: str) -> list[Quantity]:
        return _first_come(
            Quantity(one.start, one.end + 1, _fraction(value.rstrip("%")), _unit(one.resolution))
            for model in models
            for one in model(text, "en-us")
            if (value := one.resolution.get("value"))
        )

    return quantities


def _fraction(written: str) -> Fraction:
    return Fraction(written) if written.strip("-").replace(".", "", 1).isdigit() else Fraction(0)


def _unit(resolution: Mapping[str, Any]) -> str:
    """The unit of a resolution; percentages carry none."""
    return resolution.get("isoCurrency") or resolution.get("unit") or "percent"


def _first_come(found: Iterable[Quantity]) -> list[Quantity]:
    """No two of them overlap: of two models the one that was asked first is believed."""
    kept: list[Quantity] = []
    for one in found:
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return kept


WAYS = {"nktrade": ours, "quantulum3": quantulum3, "Recognizers-Text": recognizers}


def annotated() -> Iterator[Annotated]:
    for path in sorted(CORPORA.glob("en_*.json")):
        for document in json.loads(path.read_text(encoding="utf8"))["docs"]:
            if "text" in document:
                figures = [
                    Quantity(one["start"], one["end"], Fraction(str(one["value"])), one["unit"])
                    for one in document["claims"]
                    if one["unit"] in UNITS
                ]
                yield path.stem, document["text"], figures


def score(figures: list[Quantity], found: list[Quantity], tally: Counter[str]) -> None:
    """Counts the figures that are touched, have their number, and have their unit as well."""
    for figure in figures:
        touching = [one for one in found if one.start < figure.end and figure.start < one.end]
        numbered = [one for one in touching if _is_near(one.number, figure.number)]
        tally["figures"] += 1
        tally["said"] += len(touching)
        tally["number"] += bool(numbered)
        tally["unit"] += any(one.unit in UNITS[figure.unit] for one in numbered)


def _is_near(one: Fraction, other: Fraction) -> bool:
    return abs(abs(one) - abs(other)) <= abs(other) / 10**6


def measured(reader: Reader, texts: Iterable[Annotated]) -> tuple[dict[str, Counter[str]], float]:
    """What was right, by corpus, and megabytes read in a second of processor time."""
    reader("Exports rose 3 percent to $2 million.")  # what is loaded at first is no reading
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    characters, seconds = 0, 0.0
    for corpus, text, figures in texts:
        start = time.process_time()
        found = reader(text)
        seconds += time.process_time() - start
        characters += len(text)
        score(figures, found, tallies[corpus])
    return tallies, characters / 1e6 / seconds


def share(tally: Counter[str], kind: str) -> float:
    """F1 of what a way says where a figure is annotated."""
    return 2 * tally[kind] / (tally["figures"] + tally["said"])


def installed() -> dict[str, Reader]:
    """The ways that are here; the others are named with how to get them."""
    readers = {}
    for name, way in WAYS.items():
        try:
            readers[name] = way()
        except ImportError as error:
            print(f"{name} is left out: {error}; pip install -r requirements/peers.txt brings it")
    return readers


def main(count: int = 30) -> None:
    warnings.simplefilter("ignore")  # peers' own
    logging.disable(logging.ERROR)
    every = texts_of(1400)
    sparse = [("", text, []) for text in every[:: max(1, len(every) // count)]]
    dense = list(annotated())
    print(
        "| | number | number and unit | the same, not learnt from | MB a second | where figures are few |"
    )
    print("|---|---|---|---|---|---|")
    for name, reader in installed().items():
        tallies, speed = measured(reader, dense)
        unlearnt = sum((tallies[one] for one in UNLEARNT), Counter())
        total = sum(tallies.values(), Counter())
        rates = (share(total, "number"), share(total, "unit"), share(unlearnt, "unit"))
        print(
            f"| {name} | {' | '.join(f'{one:.3f}' for one in rates)} "
            f"| {speed:.4f} | {measured(reader, sparse)[1]:.4f} |",
            flush=True,
        )
    few = sum(len(text) for _, text, _ in sparse)
    many = sum(len(text) for _, text, _ in dense)
    print(f"\nAnnotated texts: {many:,} characters; texts with few figures: {few:,} characters")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
