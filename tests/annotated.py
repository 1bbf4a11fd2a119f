"""Annotated texts as claims: what a perfect reader would hand on, for testing what comes after reading."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from nktrade.core.amount import Amount
from nktrade.core.claims import Claim, Figure
from nktrade.core.codes import Approx, Flow, Kind, Standing
from nktrade.core.period import Period

CORPUS = Path(__file__).with_name("corpus")
_PLAIN = re.compile(r"\d[\d,]*(?:\.\d+)?")
_END_OF_SENTENCE = re.compile(r"[.;](?=\s)|。|\n")
_SLACK = {"about": Fraction(1, 20), "nearly": Fraction(1, 20), "estimate": Fraction(1, 20)}
_KNOWN_ZEROS = {"percent", "percent_point", "x"}


_KEYED = ("kind", "flow", "reporter", "partner", "commodity", "period_start", "period_end")


def told_of(claim: Claim) -> tuple[object, ...]:
    """Place, number and key of a claim, as ``gold_of`` gives them of an annotation."""
    figure, period = claim.figure, claim.period
    return (
        *(figure.start, figure.end, float(claim.value), figure.unit),
        *(claim.kind.value, claim.flow and claim.flow.value),
        *(claim.reporter, claim.partner, claim.commodity),
        *(period and period.first.isoformat(), period and period.last.isoformat()),
    )


def gold_of(entry: Mapping[str, Any]) -> tuple[object, ...]:
    """Place, number and key of an annotated claim."""
    place = (entry["start"], entry["end"], entry["value"], entry["unit"])
    return (*place, *(entry[name] for name in _KEYED))


@dataclass(frozen=True)
class Annotated:
    """One annotated document: its claims, and its relations as sets of claims with a verdict."""

    id: str
    claims: tuple[Claim, ...]
    relations: tuple[tuple[str, frozenset[str], bool | None], ...]


def annotated(path: Path) -> Iterator[Annotated]:
    """Every document of a corpus file."""
    for document in json.loads(path.read_text(encoding="utf-8"))["docs"]:
        yield Annotated(
            id=document["id"],
            claims=tuple(
                replace(claim, sign="+") if claim.id in _raised(document) else claim
                for claim in (_claim(document, entry) for entry in document["claims"])
            ),
            relations=tuple(
                (relation["type"], frozenset(_names(relation["args"])), relation["holds"])
                for relation in document["relations"]
            ),
        )


def _raised(document: Mapping[str, Any]) -> set[str]:
    """Multiples that say by how much: the notes of their relations tell."""
    notes = [one for one in document["relations"] if str(one.get("note")).startswith("increase by")]
    return {one["args"]["claims"][-1] for one in notes}


def _names(value: object) -> Iterator[str]:
    if isinstance(value, str) and value.startswith("c"):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _names(part)


def _claim(document: Mapping[str, Any], entry: Mapping[str, Any]) -> Claim:
    start = entry.get("start", 0)
    text = document.get("text", "")
    figure = Figure(
        document=document["id"],
        start=start,
        end=start + len(entry["surface"]),
        surface=entry["surface"],
        amount=_amount(entry),
        unit=entry["unit"],
        lexical=entry.get("lexical", False),
    )
    ends = [entry["period_start"], entry["period_end"]]
    return Claim(
        id=entry["id"],
        figure=figure,
        kind=Kind(entry["kind"]),
        flow=Flow(entry["flow"]) if entry["flow"] else None,
        reporter=entry["reporter"],
        partner=entry["partner"],
        commodity=entry["commodity"],
        period=Period(*(date.fromisoformat(end) for end in ends)) if all(ends) else None,
        sign=entry.get("sign"),
        base=entry.get("base"),
        source=(entry["source"],) if entry.get("source") else (),
        standing=Standing.HYPOTHETICAL if entry.get("hypothetical") else Standing.OFFICIAL,
        rate=entry.get("rate"),
        share_of=entry.get("share_of"),
        repeats=entry.get("dup_of"),
        restates=entry.get("restates"),
        sentence=sum(end.end() <= start for end in _END_OF_SENTENCE.finditer(text)),
    )


def _amount(entry: Mapping[str, Any]) -> Amount:
    approx = Approx(entry["approx"])
    if approx is Approx.RANGE:
        low, high = (str(entry[end]).removesuffix(".0") for end in ("low", "high"))
        return Amount(digits=low, approx=approx, ceiling=Amount(digits=high))
    value = Fraction(str(entry["value"]))
    found = _PLAIN.search(entry["surface"].replace("-point-", "."))
    digits = found[0].replace(",", "") if found else ""
    is_plain = digits and not entry.get("lexical") and value and Fraction(digits)
    if not is_plain or not re.fullmatch(r"10*", str(value / Fraction(digits))):
        digits = str(entry["value"]).removesuffix(".0")
    return Amount(
        digits=digits,
        scale=value / Fraction(digits) if Fraction(digits) else Fraction(1),
        approx=approx,
        slack=_SLACK.get(entry["approx"], Fraction(0)),
        zeros_known=entry["unit"] in _KNOWN_ZEROS,
    )
