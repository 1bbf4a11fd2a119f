"""The ledger of whatever a user hands over: a ledger, a report, or claims."""

from collections.abc import Iterable

from nktrade.core.claims import Claim
from nktrade.errors import LedgerError
from nktrade.ledger.ledger import Ledger
from nktrade.report.report import Report

Told = Ledger | Report | Iterable[Claim]


def ledger_of(told: Told, *, of: str) -> Ledger:
    """The rows of a ledger, of every document of a report, or of some claims.

    Raises: LedgerError where it is nothing of these; ``of`` names the function that was asked.
    """
    if isinstance(told, Ledger):
        return told
    if isinstance(told, Report):
        every = ((one.reading.claims, one.document) for one in told.checked)
        return Ledger.joined(Ledger.of(claims, document=document) for claims, document in every)
    claims = _listed(told)
    if claims is None:
        raise LedgerError(
            f"{of}: found {type(told).__name__}, expected a Ledger, a Report or claims; make one "
            "with nktrade.check, nktrade.baseline or nktrade.Ledger.of"
        )
    return Ledger.of(claims)


def _listed(told: object) -> list[Claim] | None:
    """The claims, if it holds nothing else."""
    every = list(told) if isinstance(told, Iterable) else [told]
    claims = [one for one in every if isinstance(one, Claim)]
    return claims if len(claims) == len(every) else None
