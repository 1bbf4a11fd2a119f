"""The record of a check: two roads to one number, and why they must meet."""

from dataclasses import dataclass

from nktrade.checks.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What must agree, as one row whose text is its documentation."""

    name: str
    says: str
    left: View
    right: View
    because: str
    """The source of the rule."""
    compare: str = "=="
    """``==`` or ``<=``: left against right."""
    type: str = "sum"
    """The relation type of the JSON form."""
    pairing: str = "key"
    """How claims find their places (``pairing``): ``key`` by cell, ``tiles`` parts that make up a
    period, ``inside`` a part in a whole, ``groups`` kinds of a thing, ``prices``, ``shares`` ..."""
    open_roles: tuple[str, ...] = ()
    """Roles whose claim the text may leave open: the relation fails only if it fails for each."""
    has_alternatives: bool = True
    """Whether several claims of one cell are alternatives, rather than each a relation of its own."""
    is_finding_about_trade: bool = False
    """A limit exceeded is news about trade, not an error of a figure."""

    @property
    def equation(self) -> str:
        """Both sides with the sign of comparison between."""
        return f"{self.left} {self.compare} {self.right}"

    def __str__(self) -> str:
        return f"{self.name}: {self.equation} ({self.says})"

    def __repr__(self) -> str:
        return f"Check({self})"
