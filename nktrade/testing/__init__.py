"""True trade records, reports written from them, and planted faults: test material for users.

In: a seed, or hypothesis. Out: a ``World`` in which every identity holds exactly, a
``WrittenReport`` that prints it in some language, style, unit and rounding together with every
claim it truly makes, a ``FaultyReport`` with one slip and the truth beside it, ledgers of both
kinds, and customs files as publishers lay them out. With them a reader or a ledger can be held to two promises: what is true is never accused,
and what is false is found.

    from nktrade.testing import random_reports            # in bulk, repeatable, without hypothesis
    from nktrade.testing.strategies import reports        # for @given; needs nktrade[testing]

The writer was made from news reporting and shares no rule with the reader that it tests.
"""

from nktrade.testing.faults import KINDS, FaultyReport, plant, random_faults
from nktrade.testing.worlds import Fact, Goods, World
from nktrade.testing.writing import WrittenReport, random_reports

__all__ = [
    "KINDS",
    "Fact",
    "FaultyReport",
    "Goods",
    "World",
    "WrittenReport",
    "plant",
    "random_faults",
    "random_reports",
]
