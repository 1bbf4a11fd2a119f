"""Opening: the bytes of a customs file, out of the archive that publishers and mail put around it."""

import gzip
import io
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from nktrade.documents.kinds import kind_of
from nktrade.errors import DocumentError

MAX_SIZE = 1 << 30
"""Bytes that an archive may unpack to: more is no download that a person reads, or a bomb."""
_HEAD = 65536
_PARQUET = b"PAR1"
_TABULAR = frozenset({"text", "csv", "html", "excel", "xml", "json", "wordpress", "parquet"})
_SHOWN = 6
_MALFORMED = (gzip.BadGzipFile, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)
"""What unpacking raises on archives that are cut off, damaged or locked."""


def opened(path: Path) -> bytes:
    """The content of the file; of a gzip, or a zip with one file in it, what is packed there.

    Raises: DocumentError where there is none, several, or no table.
    """
    return unpacked(_read(path), path)


def unpacked(data: bytes, path: Path) -> bytes:
    """The bytes of a file, out of the archive that they are; ``path`` is what messages call it."""
    kind = kind_of(data)
    if kind in {"gzip", "zip"}:
        try:
            data = _unzipped(data, path) if kind == "zip" else _gunzipped(data)
        except _MALFORMED as error:
            raise DocumentError(
                f"{path}: found a {kind} archive that is cut off, damaged or locked ({error}), expected "
                "it whole; download it anew, or unpack it first"
            ) from error
        if len(data) > MAX_SIZE:
            raise DocumentError(
                f"{path}: found an archive of more than {MAX_SIZE:,} bytes, expected less; unpack it, and "
                "give tables of that size as Parquet"
            )
        kind = kind_of(data)
    if not data.strip():
        raise DocumentError(
            f"{path}: found an empty file, expected a customs file; download it anew"
        )
    if kind not in _TABULAR:
        raise DocumentError(
            f"{path}: found {'no text' if kind == 'binary' else f'a file of kind {kind}'}, expected a "
            "table: CSV, a page, XML, a workbook or Parquet; save it as one of these"
        )
    return data


def streamed(path: Path) -> BinaryIO:
    """The file open at its beginning; of a gzip, or a zip with one file in it, what is packed there.

    Raises: DocumentError where it cannot be read, or is another kind of binary.
    """
    kind = kind_of(_read(path, _HEAD))
    if kind not in {"csv", "text", "gzip", "zip"}:
        raise DocumentError(
            f"{path}: found a large file of kind {kind}, expected CSV or Parquet; save it as one of these"
        )
    if kind == "gzip":
        return cast("BinaryIO", gzip.open(path))
    if kind == "zip":
        archive = zipfile.ZipFile(path)
        return cast("BinaryIO", archive.open(_only_file(archive, path)))
    return path.open("rb")


def is_parquet(path: Path) -> bool:
    """Whether the file is Parquet, told by its first bytes.

    Raises: DocumentError where there is no such file.
    """
    return _read(path, len(_PARQUET)) == _PARQUET


def _read(path: Path, size: int = -1) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(size)
    except OSError as error:
        raise DocumentError(
            f"{path}: found no readable file ({error.strerror}), expected a customs file; "
            "check the path"
        ) from error


def _gunzipped(data: bytes) -> bytes:
    with gzip.open(io.BytesIO(data)) as stream:
        return stream.read(MAX_SIZE + 1)


def _unzipped(data: bytes, path: Path) -> bytes:
    with (
        zipfile.ZipFile(io.BytesIO(data)) as archive,
        archive.open(_only_file(archive, path)) as stream,
    ):
        return stream.read(MAX_SIZE + 1)


def _only_file(archive: zipfile.ZipFile, path: Path) -> str:
    """The name of the one file of the archive; what systems add beside it does not count."""
    names = [one.filename for one in archive.infolist() if not one.is_dir()]
    files = [one for one in names if not _is_added(PurePosixPath(one))]
    if len(files) != 1:
        more = ", ..." if len(files) > _SHOWN else ""
        raise DocumentError(
            f"{path}: found an archive of {len(files)} files ({', '.join(files[:_SHOWN])}{more}), "
            "expected one; unpack it and give them one by one"
        )
    return files[0]


def _is_added(name: PurePosixPath) -> bool:
    """Whether a system put the file there, and nobody else."""
    return name.parts[0] == "__MACOSX" or name.name.startswith(".")
