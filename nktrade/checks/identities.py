"""Identities of trade accounting."""

from nktrade.checks.check import Check
from nktrade.checks.view import cells, factor

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
    Check(
        name="told twice",
        says="one number printed twice is one number, unless a single slip parts the prints",
        left=cells("a"),
        right=cells("b"),
        because="amounts that differ by more may be a revision or another count: alternatives",
        type="equal",
        pairing="repeats",
        has_alternatives=False,
    ),
    Check(
        name="misfit",
        says="one number printed twice is one number where the text rules out a second cell or count",
        left=cells("a"),
        right=cells("b"),
        because="one cell has one number in one count; the print that other figures fit is it",
        type="equal",
        pairing="misfits",
        has_alternatives=False,
    ),
    Check(
        name="exchange",
        says="an amount in two currencies is one amount at the rates of its time",
        left=cells("a"),
        right=factor("rate") * cells("b"),
        because="European Central Bank, euro foreign exchange reference rates",
        type="conversion",
        pairing="exchanges",
    ),
)
