"""The ledger: figures read in texts and rows of customs tables as rows of one table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pandas as pd

from nktrade.core.amount import Amount
from nktrade.core.claims import Claim, Figure
from nktrade.core.codes import Approx, Channel, Flow, Kind, Standing, Valuation
from nktrade.core.documents import Document
from nktrade.core.period import Period
from nktrade.errors import LedgerError
from nktrade.ledger.columns import REJECTED, Objects, column_of, typed
from nktrade.ledger.rows import assemble
from nktrade.reference.compilers import compiler

CHAIN = " < "
"""Between the links of a source chain, nearest first."""


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """One row per claim or baseline row in canonical units, and what could not enter.

    >>> len(Ledger.of([]))
    0
    """

    frame: pd.DataFrame
    """Shape: one row per claim; columns as in ``columns.TYPES``."""
    rejected: pd.DataFrame
    """Shape: one row per claim that could not enter; document, claim, reason."""

    @classmethod
    def of(cls, claims: Iterable[Claim], *, document: Document | None = None) -> "Ledger":
        """The claims as ledger rows; rows in are rows kept and rows rejected."""
        listed = tuple(claims)
        return cls(*assemble(_raw(listed, document), len(listed)))

    @classmethod
    def empty(cls) -> "Ledger":
        """A ledger without rows."""
        return cls(typed({}, 0), typed({}, 0, REJECTED))

    @classmethod
    def joined(cls, parts: Iterable["Ledger"]) -> "Ledger":
        """The rows of all ledgers; a row that stands in several stands once.

        Raises: LedgerError where one claim of one document says two things.
        """
        listed = list(parts) or [cls.empty()]
        frame = pd.concat([part.frame for part in listed], ignore_index=True)
        if frame.duplicated(["document", "claim"]).any():
            frame = frame.drop_duplicates(ignore_index=True)
            _require_one_row_each(frame)
        rejected = pd.concat([part.rejected for part in listed], ignore_index=True)
        return cls(frame, rejected.drop_duplicates(ignore_index=True))

    def __add__(self, other: "Ledger") -> "Ledger":
        """Both ledgers' rows, as ``joined`` puts them together."""
        return Ledger.joined([self, other])

    def amount(self, row: int) -> Amount:
        """The exact amount of a row of the frame, by its index, in the row's canonical unit."""
        cells = {name: self.frame.at[row, name] for name in _EXACT}  # noqa: PD008 - single cells
        ceiling = None
        if isinstance(cells["ceiling_digits"], str):
            ceiling = Amount(
                digits=cells["ceiling_digits"],
                scale=Fraction(str(cells["ceiling_scale"])),
                zeros_known=bool(cells["zeros_known"]),
            )
        return Amount(
            digits=str(cells["digits"]),
            scale=Fraction(str(cells["scale"])),
            approx=Approx(str(cells["approx"])),
            slack=Fraction(str(cells["slack"])),
            zeros_known=bool(cells["zeros_known"]),
            ceiling=ceiling,
        )

    def claims(self) -> tuple[Claim, ...]:
        """Every row as a claim again; what only the text knew (places, confidence) is not in it."""
        return tuple(
            _claim(row, self.amount(int(label)))
            for label, row in zip(self.frame.index, self.frame.to_dict("records"), strict=True)
        )

    def validated(self) -> "Ledger":
        """The same ledger, its frame held against the schema.

        Raises: LedgerError naming rows, column and rule.
        """
        from nktrade.ledger.schema import check_frame  # noqa: PLC0415 - pandera only when asked

        return Ledger(check_frame(self.frame), self.rejected)

    def __len__(self) -> int:
        return len(self.frame)

    def __repr__(self) -> str:
        documents = ", ".join(self.frame["document"].unique())
        return (
            f"Ledger({len(self)} rows of {documents or 'nothing'}; {len(self.rejected)} rejected)"
        )


def _require_one_row_each(frame: pd.DataFrame) -> None:
    twice = frame.duplicated(["document", "claim"])
    if twice.any():
        row = frame[twice].iloc[0]
        raise LedgerError(
            f"claim {row['claim']} of {row['document']}: found two different rows, expected one; "
            "give the documents different ids"
        )


def _raw(claims: Sequence[Claim], document: Document | None) -> dict[str, Objects]:
    """The claims' fields as columns, units and scales as printed."""
    amounts = [claim.amount for claim in claims]
    tops = [amount.ceiling for amount in amounts]
    periods = [claim.period for claim in claims]
    told = (document.date, document.url, document.publisher) if document else (None, None, None)
    cells: dict[str, Iterable[object]] = {
        name: [getattr(claim, name) for claim in claims] for name in _SAME
    }
    cells |= {
        "claim": [claim.id for claim in claims],
        "document": [claim.figure.document for claim in claims],
        "layer": ["text"] * len(claims),
        "unit": [claim.figure.unit for claim in claims],
        "period_start": [span.first if span else None for span in periods],
        "period_end": [span.last if span else None for span in periods],
        "digits": [amount.digits for amount in amounts],
        "scale": [str(amount.scale) for amount in amounts],
        "approx": [amount.approx for amount in amounts],
        "slack": [str(amount.slack) for amount in amounts],
        "zeros_known": [amount.zeros_known for amount in amounts],
        "ceiling_digits": [top.digits if top else None for top in tops],
        "ceiling_scale": [str(top.scale) if top else None for top in tops],
        "hypothetical": [claim.is_hypothetical for claim in claims],
        "plain": [claim.is_plain for claim in claims],
        "compiler": [_root(claim.source) for claim in claims],
        "source": [CHAIN.join(claim.source) or None for claim in claims],
        "inferred": [",".join(claim.inferred) or None for claim in claims],
    }
    cells |= zip(
        ("as_of", "source_url", "origin"), ([one] * len(claims) for one in told), strict=True
    )
    return {name: column_of(column) for name, column in cells.items()}


def _claim(row: Mapping[object, Any], amount: Amount) -> Claim:  # Any: cells of every type
    known: dict[str, Any] = {
        str(name): None if pd.isna(cell) else cell for name, cell in row.items()
    }
    ends = [known["period_start"], known["period_end"]]
    figure = Figure(
        document=known["document"],
        start=0,
        end=0,
        surface=f"{amount.digits} {known['printed_unit'] or known['unit'] or ''}".strip(),
        amount=amount,
        unit=known["unit"],
    )
    return Claim(
        id=known["claim"],
        figure=figure,
        kind=Kind(known["kind"]),
        flow=Flow(known["flow"]) if known["flow"] else None,
        period=Period(*(end.date() for end in ends)) if all(ends) else None,
        source=tuple((known["source"] or "").split(CHAIN)) if known["source"] else (),
        channel=Channel(known["channel"] or Channel.UNKNOWN),
        standing=Standing(known["standing"] or Standing.OFFICIAL),
        valuation=Valuation(known["valuation"]) if known["valuation"] else None,
        inferred=tuple((known["inferred"] or "").split(",")) if known["inferred"] else (),
        is_plain=known["plain"],
        **{name: known[name] for name in _AS_WRITTEN},
    )


_AS_WRITTEN = (
    "when",
    "reporter",
    "partner",
    "commodity",
    "sign",
    "base",
    "scope",
    "rate",
    "share_of",
    "place",
    "route",
    "actor",
    "version",
    "repeats",
    "restates",
    "sentence",
    "clause",
)


def _root(chain: tuple[str, ...]) -> str | None:
    """Who counted: the far end of a chain, by its canonical name where the table knows it."""
    if not chain:
        return None
    known = compiler(chain[-1])
    return known.name if known else chain[-1]


_EXACT = (
    "digits",
    "scale",
    "approx",
    "slack",
    "zeros_known",
    "ceiling_digits",
    "ceiling_scale",
)
_SAME = (
    "kind",
    "when",
    "flow",
    "reporter",
    "partner",
    "commodity",
    "rate",
    "channel",
    "scope",
    "valuation",
    "sign",
    "base",
    "standing",
    "share_of",
    "version",
    "place",
    "route",
    "actor",
    "sentence",
    "clause",
    "repeats",
    "restates",
)
