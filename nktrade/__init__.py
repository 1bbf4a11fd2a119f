"""nktrade: statcheck for trade statistics.

Reads reporting about trade, holds its figures against each other, against customs baselines and
against UN limits, and says which cannot all be true, which is most likely wrong, what it most
likely was, and how sure that is.

    import nktrade as nk

    report = nk.check("article.html")              # the whole road: a path, a text or a Document
    report.findings                                # a DataFrame; so are .claims .relations .baseline
    print(report.explain(0))

    ledger = nk.Ledger.of(nk.read_claims(nk.load("article.html"))) + nk.baseline("china_customs")
    report = nk.reconcile(ledger)

What needs pandas is loaded when first used: reading alone imports none of it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nktrade import testing
    from nktrade.bases import baseline
    from nktrade.cap_use import caps
    from nktrade.chains import lineage
    from nktrade.checks import CHECKS, Check
    from nktrade.core.amount import Amount
    from nktrade.core.claims import Citation, Claim, Figure, Statement
    from nktrade.core.documents import Document
    from nktrade.core.findings import Relation, Witness
    from nktrade.core.interval import Interval
    from nktrade.core.period import Period
    from nktrade.customs import mirror
    from nktrade.diagnosis import diagnose
    from nktrade.documents import load
    from nktrade.errors import NktradeError
    from nktrade.gaps import gap
    from nktrade.ledger import units
    from nktrade.ledger.ledger import Ledger
    from nktrade.reading import read_claims
    from nktrade.register import measures
    from nktrade.report.report import Report
    from nktrade.road import check, read, reconcile

__version__ = "0.1.0"
__all__ = [
    "CHECKS",
    "Amount",
    "Check",
    "Citation",
    "Claim",
    "Document",
    "Figure",
    "Interval",
    "Ledger",
    "NktradeError",
    "Period",
    "Relation",
    "Report",
    "Statement",
    "Witness",
    "baseline",
    "caps",
    "check",
    "diagnose",
    "gap",
    "lineage",
    "load",
    "measures",
    "mirror",
    "read",
    "read_claims",
    "reconcile",
    "testing",
    "units",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"nktrade has no name {name!r}; it has {', '.join(__all__)}")
    globals().update(_plain())
    if name not in globals():
        globals().update(_with_pandas())
    return globals()[name]


def __dir__() -> list[str]:
    return __all__


def _plain() -> dict[str, object]:
    """The names that need no pandas; a shell that only asks for help needs none of them."""
    from nktrade import documents, errors, reading, road  # noqa: PLC0415 - see above; so below
    from nktrade.core import amount, claims, findings, interval, period  # noqa: PLC0415
    from nktrade.core import documents as core_documents  # noqa: PLC0415
    from nktrade.report import report  # noqa: PLC0415

    return {
        "Amount": amount.Amount,
        "Citation": claims.Citation,
        "Claim": claims.Claim,
        "Document": core_documents.Document,
        "Figure": claims.Figure,
        "Interval": interval.Interval,
        "NktradeError": errors.NktradeError,
        "Period": period.Period,
        "Relation": findings.Relation,
        "Report": report.Report,
        "Statement": claims.Statement,
        "Witness": findings.Witness,
        "check": road.check,
        "load": documents.load,
        "read": road.read,
        "read_claims": reading.read_claims,
        "reconcile": road.reconcile,
    }


def _with_pandas() -> dict[str, object]:
    """The names whose modules load pandas, and take a second of a shell's time with it."""
    import nktrade.testing as made  # noqa: PLC0415 - see above; so below
    from nktrade import bases, cap_use, chains, checks, customs, diagnosis, gaps, register  # noqa: PLC0415
    from nktrade.ledger import ledger  # noqa: PLC0415
    from nktrade.ledger import units as of_trade  # noqa: PLC0415

    return {
        "CHECKS": checks.CHECKS,
        "Check": checks.Check,
        "Ledger": ledger.Ledger,
        "baseline": bases.baseline,
        "caps": cap_use.caps,
        "gap": gaps.gap,
        "mirror": customs.mirror,
        "lineage": chains.lineage,
        "measures": register.measures,
        "diagnose": diagnosis.diagnose,
        "testing": made,
        "units": of_trade,
    }
