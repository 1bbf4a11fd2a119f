"""Editions: one true report printed in several languages, sentence by sentence, with the same digits.

The sentences stand in ``editions.toml``; a further language is one more table there.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from nktrade.testing.amounts import myriad
from nktrade.testing.choice import Choice

TABLE = Path(__file__).with_name("editions.toml")
_MYRIAD = 10**4
_MILLION = 10**6
_LEAST, _MOST = 1_001, 99_999
_SENTENCES = ("title", "export", "import", "total", "balance")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueReport:
    """China's trade with North Korea in one month, in tens of thousands of dollars."""

    year: int
    month: int
    exports: int
    imports: int
    change: int
    """Tenths of a percent against the year before."""
    total: int
    balance: int

    def with_total(self, total: int) -> "TrueReport":
        """The report with a total that is not the sum of its parts."""
        return replace(self, total=total)

    def printed(self, language: str) -> str:
        """The report as an edition prints it.

        >>> report = TrueReport(
        ...     year=2019, month=6, exports=20423, imports=1201, change=125, total=21624, balance=19222
        ... )
        >>> "出口2亿423万美元" in report.printed("zh")
        True
        """
        words = _table()[language]
        names = words.get("months")
        slots = {
            "year": str(self.year),
            "month": names[self.month - 1] if names else str(self.month),
            "export": _money(self.exports, words),
            "import": _money(self.imports, words),
            "total": _money(self.total, words),
            "balance": _money(self.balance, words),
            "change": words["percent"].format(f"{abs(self.change) / 10:.1f}"),
            "way": words["up" if self.change > 0 else "down"],
        }
        told: str = words["between"].join(words[name].format(**slots) for name in _SENTENCES)
        return told


def languages() -> tuple[str, ...]:
    """The languages in which a report can be printed."""
    return tuple(_table())


def true_report(choice: Choice) -> TrueReport:
    """A report whose total and balance follow from its parts, no amount with a zero at its end."""
    imports = choice.whole(_LEAST, _MOST) // 10 * 10 + choice.one((1, 2, 3))
    exports = imports + choice.whole(_LEAST, _MOST) // 10 * 10 + choice.one((1, 2, 3))
    return TrueReport(
        year=choice.whole(2005, 2024),
        month=choice.whole(1, 12),
        exports=exports,
        imports=imports,
        change=choice.one((1, -1)) * choice.whole(11, 899),
        total=exports + imports,
        balance=exports - imports,
    )


@cache
def _table() -> Mapping[str, Any]:  # Any: TOML holds every type; the keys are those of English
    return tomllib.loads(TABLE.read_text(encoding="utf8"))


def _money(amount: int, words: Mapping[str, Any]) -> str:  # Any: as above
    """The amount in groups closed by big words, or in millions with two decimals: the same digits."""
    whole = amount * _MYRIAD
    if set(words["big"]) == {"6"}:
        number = f"{whole // _MILLION}.{whole % _MILLION // _MYRIAD:02d}{words['big']['6']}"
    else:
        number = myriad(whole, words["big"])
    return f"{words['before']}{number}{words['after']}"
