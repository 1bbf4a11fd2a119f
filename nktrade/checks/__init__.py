"""Checks: two roads to one number, as rows.

In: a ledger's frame. Out: relations and their terms, tidy frames that the diagnosis reads. A check
is a row of ``CHECKS`` and reads as its equation; ``relate`` turns rows and ledger into relations.
``NOTES`` lists the checks beside them, of which functions of their own make relations.
"""

from nktrade.checks.changes import CHANGES
from nktrade.checks.check import Check
from nktrade.checks.identities import IDENTITIES
from nktrade.checks.notes import NOTES, Note
from nktrade.checks.parts import PARTS

CHECKS: tuple[Check, ...] = (*IDENTITIES, *CHANGES, *PARTS)

__all__ = ["CHECKS", "NOTES", "Check", "Note"]
