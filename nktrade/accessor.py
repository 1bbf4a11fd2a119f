"""``df.nktrade``: a frame whose rows are figures of trade, checked where it stands.

``import nktrade.accessor`` puts it on every pandas frame; nothing else in the package does, for the
package itself is imported without pandas.
"""

from typing import TYPE_CHECKING, Any

import pandas as pd

from nktrade.documents import load
from nktrade.ledger.ledger import Ledger
from nktrade.road import check
from nktrade.tidy import read_tidy

if TYPE_CHECKING:
    from nktrade.core.documents import Document
    from nktrade.report.report import Report


@pd.api.extensions.register_dataframe_accessor("nktrade")
class Rows:
    """The rows of a frame as figures: period_start, flow, reporter, partner, unit, value, or words for them.

    >>> import nktrade.accessor
    >>> rows = {"month": ["2018-06"], "flow": ["export"], "unit": ["USD"], "value": [12_965_000]}
    >>> frame = pd.DataFrame(rows).assign(reporter="PRK", partner="CHN")
    >>> frame.nktrade.ledger()
    Ledger(1 rows of frame; 0 rejected)
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def check(self, **options: Any) -> "Report":  # noqa: ANN401 - those of nktrade.check
        """What cannot all be true among the rows, and against baselines: as ``nktrade.check`` has it.

        Raises: LedgerError naming the row's line, the first below the header being 2, and the column.
        """
        self.ledger()
        return check(self._document(), **options)

    def ledger(self) -> Ledger:
        """The rows as a ledger.

        Raises: LedgerError as above.
        """
        document = self._document()
        return Ledger.of(read_tidy(document).claims, document=document)

    def validate(self) -> pd.DataFrame:
        """The frame itself, once every row of it is read and the ledger of them fits the schema.

        Raises: LedgerError as above, or naming rows, column and rule.
        """
        self.ledger().validated()
        return self._frame

    def _document(self) -> "Document":
        """The frame as the table that a file of it would be; whole floats have no decimals."""
        return load(self._frame.convert_dtypes().to_csv(index=False).encode(), name="frame")

    def __repr__(self) -> str:
        return f"Rows({len(self._frame)} of them: check, ledger, validate)"
