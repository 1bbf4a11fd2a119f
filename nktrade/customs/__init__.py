"""Customs data: files in the form their publishers give them, and the same questions at any size.

In: customs files of some dozen publishers, or frames of pandas, Polars, DuckDB or Spark. Out: tidy frames
in canonical units with what could not enter (``read_customs``), ledgers that texts are held against
(``as_baseline``), exports beside the partners' imports (``mirror``, ``reliability``, ``reconciled``,
``suspicions``), sums of sums (``headings``, ``partners``, ``flows``, ``periods``, ``weights``), unit values out of
line (``unit_values``), broken promises (``violations``), and claims of many texts (``claims_in_batches``).

A format is one mapping file in ``formats/``. Every question is written once, with Narwhals; a frame of one
kind gives an answer of that kind, and paths go to DuckDB.
"""

from pathlib import Path

from nktrade.customs.batches import claims_in_batches
from nktrade.customs.customs import Customs
from nktrade.customs.mirror import mirror
from nktrade.customs.reading import TruncationWarning, read_customs
from nktrade.customs.recognise import recognise
from nktrade.customs.reliability import reconciled, reliability
from nktrade.customs.rules import RULES, Rule, Violation, violations
from nktrade.customs.summary import mirror_summary
from nktrade.customs.sums import flows, headings, partners, periods, weights
from nktrade.customs.suspicions import suspicions
from nktrade.customs.unit_values import unit_values
from nktrade.ledger.ledger import Ledger

__all__ = [
    "RULES",
    "Customs",
    "Rule",
    "TruncationWarning",
    "Violation",
    "as_baseline",
    "claims_in_batches",
    "flows",
    "headings",
    "mirror",
    "mirror_summary",
    "partners",
    "periods",
    "read_customs",
    "recognise",
    "reconciled",
    "reliability",
    "suspicions",
    "unit_values",
    "violations",
    "weights",
]


def as_baseline(path: str | Path) -> Ledger:
    """A customs file as a ledger that texts can be held against.

    Raises: DocumentError where it is no customs file that is known.
    """
    return read_customs(path).to_ledger().validated()
