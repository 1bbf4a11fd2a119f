"""Test support: a reading in the JSON form that the corpus scorer reads."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from nktrade.core.claims import Claim, Reading
from nktrade.documents import load
from nktrade.reading import read


def as_json(reading: Reading) -> dict[str, Any]:
    """One document's predictions."""
    return {"id": reading.document, "claims": [claim_as_json(one) for one in reading.claims]}


def claim_as_json(claim: Claim) -> dict[str, Any]:
    """One claim with the fields of the contract that scoring needs."""
    interval = claim.amount.printed
    ends = [None if end is None else float(end) for end in (interval.low, interval.high)]
    return {
        "id": claim.id,
        "surface": claim.figure.surface,
        "start": claim.figure.start,
        "end": claim.figure.end,
        "value": float(claim.value),
        "unit": claim.figure.unit,
        "low": ends[0],
        "high": ends[1],
        "approx": claim.amount.approx.value,
        "kind": claim.kind.value,
        "flow": claim.flow and claim.flow.value,
        "reporter": claim.reporter,
        "partner": claim.partner,
        "commodity": claim.commodity,
        "period_start": claim.period and claim.period.first.isoformat(),
        "period_end": claim.period and claim.period.last.isoformat(),
        "base": claim.base,
        "sign": claim.sign,
        "source": " < ".join(claim.source) or None,
        "standing": claim.standing.value,
        "channel": claim.channel.value,
        "rate": claim.rate,
        "inferred": list(claim.inferred),
        "missing": list(claim.missing),
        "confidence": dict(claim.confidence),
    }


def predictions(corpus: Path, language: str) -> list[dict[str, Any]]:
    """The predictions for every document of a corpus file whose text stands in it."""
    found = []
    for doc in json.loads(corpus.read_text(encoding="utf8"))["docs"]:
        if "text" in doc:
            day = date.fromisoformat(doc["date"]) if doc.get("date") else None
            page = load(doc["text"].encode(), date=day, lang=language, name=doc["id"])
            found.append(as_json(read(page)))
    return found


if __name__ == "__main__":
    corpus, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.write_text(
        json.dumps({"docs": predictions(corpus, sys.argv[3] if len(sys.argv) > 3 else "en")})
    )
