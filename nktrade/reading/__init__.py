"""Reading: text to claims. Lexicons are data, one grammar reads them all."""

from nktrade.core.claims import Claim, Reading
from nktrade.core.documents import Document
from nktrade.reading.reader import read

__all__ = ["read", "read_claims"]


def read_claims(document: Document) -> tuple[Claim, ...]:
    """The claims of a document, in order of their place."""
    return read(document).claims
