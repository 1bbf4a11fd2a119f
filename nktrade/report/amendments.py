"""Amendments: a misreading mended by hand, with its reason, kept and exported, undone exactly."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from nktrade.core.amount import Amount
from nktrade.core.claims import Claim, Figure, Reading
from nktrade.core.codes import Channel, Flow, Kind, Standing, Valuation
from nktrade.core.period import Period
from nktrade.errors import NktradeError, nearest


class AmendmentError(NktradeError):
    """An amendment that cannot be made: an unknown claim, field or value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """One change to what was read.

    ``action`` is amend, drop or add; ``fields`` are the claim's fields as they shall be.
    """

    document: str
    action: str
    claim: str
    because: str
    fields: tuple[tuple[str, str | None], ...] = ()
    figure: Figure | None = None
    """Of an added claim: its place and amount."""


def read_amendment(entry: Mapping[str, Any]) -> Amendment:  # Any: values of JSON
    """The amendment that an entry of the JSON form tells."""
    figure = None
    if "surface" in entry:
        figure = Figure(
            document=entry["document"],
            start=entry["start"],
            end=entry["start"] + len(entry["surface"]),
            surface=entry["surface"],
            amount=Amount(digits=entry["digits"]),
            unit=entry["unit"],
        )
    names = ("document", "action", "claim", "because")
    told = {name: entry[name] for name in names}
    return Amendment(**told, fields=tuple(entry["fields"].items()), figure=figure)


_CODES = {
    "kind": Kind,
    "flow": Flow,
    "channel": Channel,
    "standing": Standing,
    "valuation": Valuation,
}
_WORDS = frozenset(
    [
        "reporter",
        "partner",
        "commodity",
        "sign",
        "base",
        "rate",
        "share_of",
        "scope",
        "place",
        "route",
        "version",
        "repeats",
        "restates",
    ]
)
_FIELDS = frozenset({*_CODES, *_WORDS, "period", "source"})


def amended(reading: Reading, amendments: Iterable[Amendment]) -> Reading:
    """The reading after every amendment, in their order."""
    claims = {claim.id: claim for claim in reading.claims}
    for one in amendments:
        if one.action == "drop":
            claims.pop(one.claim)
        elif one.figure is not None:
            blank = Claim(id=one.claim, figure=one.figure, kind=Kind.LEVEL)
            claims[one.claim] = _with(blank, dict(one.fields))
        else:
            claims[one.claim] = _with(claims[one.claim], dict(one.fields))
    ordered = sorted(claims.values(), key=lambda claim: (claim.figure.start, claim.id))
    return replace(reading, claims=tuple(ordered))


def written(fields: Mapping[str, object]) -> tuple[tuple[str, str | None], ...]:
    """Fields as an amendment keeps them.

    >>> written({"flow": "import"})
    (('flow', 'import'),)

    Raises: AmendmentError where a claim has no such field.
    """
    for name in fields:
        if name not in _FIELDS:
            raise AmendmentError(
                f"field {name!r}: found no such field of a claim that can be amended; "
                f"{nearest(name, _FIELDS)}"
            )
    return tuple((name, None if value is None else str(value)) for name, value in fields.items())


def _with(claim: Claim, fields: Mapping[str, str | None]) -> Claim:
    """The claim as amended; what a person said is neither inferred nor doubtful."""
    values = {name: _value(name, text) for name, text in fields.items()}
    said = tuple((name, 1.0) for name in fields)
    return replace(
        claim,
        **values,  # type: ignore[arg-type]  # each value was read by the type of its field
        confidence=(*(pair for pair in claim.confidence if pair[0] not in fields), *said),
        trust=(*(pair for pair in claim.trust if pair[0] not in fields), *said),
        inferred=tuple(name for name in claim.inferred if name not in fields),
        missing=tuple(name for name in claim.missing if fields.get(name) is None),
        alternatives=tuple(one for one in claim.alternatives if one.field not in fields),
    )


def _value(name: str, text: str | None) -> object:
    if text is None:
        return () if name == "source" else None
    if name == "source":
        return tuple(text.split(" < "))
    if name == "period":
        return Period.of(text)
    if name not in _CODES:
        return text
    try:
        return _CODES[name](text)
    except ValueError:
        known = [str(code) for code in _CODES[name]]
        raise AmendmentError(
            f"{name} {text!r}: found no such {name}, expected one of the field's words; "
            f"{nearest(text, known)}"
        ) from None
