"""Identities of trade accounting."""

from nktrade.checks.check import Check
from nktrade.checks.view import cells

IDENTITIES = (
    Check(
        name="total",
        says="exports plus imports are total trade",
        left=cells("parts", flow="export") + cells("parts", flow="import"),
        right=cells("total", flow="total"),
        because="UN IMTS 2010: total trade is exports plus imports",
    ),
    Check(
        name="balance",
        says="exports less imports are the balance",
        left=cells("a", flow="export") - cells("b", flow="import"),
        right=cells("result", flow="balance"),
        because="UN IMTS 2010: the trade balance is exports less imports",
        type="diff",
    ),
    Check(
        name="months",
        says="the months of a period add up to the period",
        left=cells("parts", period="part"),
        right=cells("total"),
        because="flows add over time (IMF BPM6, 3.4)",
        pairing="tiles",
    ),
    Check(
        name="mirror",
        says="one flow seen from both sides of one table is one number",
        left=cells("a"),
        right=cells("b"),
        because="an export of A to B is an import of B from A (UN IMTS 2010, mirror statistics)",
        type="equal",
        pairing="twice",
    ),
)
