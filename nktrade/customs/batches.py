"""Texts at scale: frames of documents in, frames of claims out, with the signature of ``mapInPandas``.

Serial unless asked: ``workers=`` starts processes that read frame by frame. A script that asks for them
must guard its entry with ``if __name__ == "__main__"``, since every starting process imports it.
"""

import multiprocessing
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date
from typing import Any

import pandas as pd

from nktrade.core.claims import Claim
from nktrade.core.documents import Document
from nktrade.errors import CheckError
from nktrade.reading import read_claims

CLAIM_TYPES: dict[str, str] = {
    **dict.fromkeys(("document", "claim", "surface"), "str"),
    **dict.fromkeys(("start", "end"), "int64"),
    **dict.fromkeys(("value", "low", "high"), "float64"),
    **dict.fromkeys(("unit", "approx", "kind", "flow", "reporter", "partner", "commodity"), "str"),
    **dict.fromkeys(("period_start", "period_end"), "datetime64[us]"),
    **dict.fromkeys(
        ("base", "sign", "source", "channel", "standing", "inferred", "missing"), "str"
    ),
}
SPARK_SCHEMA = ", ".join(
    f"`{name}` {({'str': 'string', 'int64': 'bigint', 'float64': 'double'}).get(kind, 'timestamp')}"
    for name, kind in CLAIM_TYPES.items()
)
"""The columns of the answer as ``mapInPandas`` wants them."""
_SAME = (
    "unit",
    "kind",
    "flow",
    "reporter",
    "partner",
    "commodity",
    "base",
    "sign",
    "channel",
    "standing",
)
_AHEAD = 2
"""Frames that wait for each worker, so that none is idle and memory stays bounded."""


def claims_in_batches(
    frames: Iterable[pd.DataFrame], *, workers: int = 1, progress: bool = False
) -> Iterator[pd.DataFrame]:
    """The claims of every document, one frame for each that came in, in their order.

    A frame has a column ``text`` and may have ``id``, ``date`` and ``lang``. On Spark:
    ``documents.mapInPandas(claims_in_batches, SPARK_SCHEMA)``.

    Shape: one row per claim; columns as in ``CLAIM_TYPES``.
    Unit: ``value``, ``low`` and ``high`` in whole ``unit``; open ends are missing.

    >>> text = "In June 2018 North Korea exported $2 million of coal to China."
    >>> next(claims_in_batches([pd.DataFrame({"text": [text]})]))["value"].tolist()
    [2000000.0]

    Raises: CheckError where a frame has no texts, or a script starts workers without a guard.
    """
    shown = _shown(frames) if progress else frames
    if workers == 1:
        yield from map(_claims, shown)
        return
    if multiprocessing.parent_process() is not None:
        raise CheckError(
            f"claims_in_batches: found workers={workers} within a worker, expected the first process alone; "
            'put the call under: if __name__ == "__main__":'
        )
    yield from _by_workers(shown, workers)


def _by_workers(frames: Iterable[pd.DataFrame], workers: int) -> Iterator[pd.DataFrame]:
    """The frames read by several processes, taken from the iterator no faster than they are read."""
    way = "spawn" if sys.platform == "win32" else "forkserver"
    waiting: deque[Future[pd.DataFrame]] = deque()
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context(way)) as pool:
        for frame in frames:
            waiting.append(pool.submit(_claims, frame))
            if len(waiting) > _AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _claims(frame: pd.DataFrame) -> pd.DataFrame:
    if "text" not in frame:
        raise CheckError(
            f"claims_in_batches: found columns {', '.join(map(str, frame))}, expected one named text; rename it"
        )
    rows = [_row(claim) for document in _documents(frame) for claim in read_claims(document)]
    return pd.DataFrame(
        {
            name: pd.Series([row[name] for row in rows], dtype=kind)
            for name, kind in CLAIM_TYPES.items()
        }
    )


def _documents(frame: pd.DataFrame) -> Iterator[Document]:
    """The documents of a frame, named by their id or their place in it."""
    for place, row in zip(frame.index, frame.to_dict("records"), strict=True):
        if isinstance(row["text"], str):
            when, lang = row.get("date"), row.get("lang")
            yield Document(
                id=str(row.get("id", place)),
                text=row["text"],
                date=None if when is None or pd.isna(when) else pd.Timestamp(when).date(),
                lang=lang if isinstance(lang, str) else None,
            )


def _row(claim: Claim) -> dict[str, Any]:  # Any: cells of all kinds
    interval, period = claim.amount.printed, claim.period
    return {
        **{name: _text(getattr(claim, name, None)) for name in _SAME},
        "document": claim.figure.document,
        "claim": claim.id,
        "surface": claim.figure.surface,
        "start": claim.figure.start,
        "end": claim.figure.end,
        "value": float(claim.value),
        "low": None if interval.low is None else float(interval.low),
        "high": None if interval.high is None else float(interval.high),
        "unit": claim.figure.unit,
        "approx": str(claim.amount.approx),
        "period_start": _day(period.first if period else None),
        "period_end": _day(period.last if period else None),
        "source": " < ".join(claim.source) or None,
        "inferred": ",".join(claim.inferred) or None,
        "missing": ",".join(claim.missing) or None,
    }


def _text(word: object) -> str | None:
    return None if word is None else str(word)


def _day(day: date | None) -> pd.Timestamp | None:
    return None if day is None else pd.Timestamp(day)


def _shown(frames: Iterable[pd.DataFrame]) -> Iterable[pd.DataFrame]:
    from tqdm.auto import tqdm  # noqa: PLC0415 - where a bar is asked for

    return tqdm(frames, delay=2, unit="frame")
