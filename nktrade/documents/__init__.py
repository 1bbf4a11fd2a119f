"""Documents: a file, page or record becomes a Document.

In: a path, bytes or a text. Out: ``Document`` records: the clean text, the raw tables in it, the
part that each block plays (body, title, caption, boilerplate, table), and an exact map from the
clean text to the characters of the source. What a file is, is decided by its content; one loader
reads each kind. A file in a folder that cannot be read comes out as ``Unread`` with its reason.
"""

from nktrade.documents.gathering import load_all
from nktrade.documents.kinds import kind_of
from nktrade.documents.loading import load

__all__ = ["kind_of", "load", "load_all"]
