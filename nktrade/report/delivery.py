"""Delivery: an answer reaches its file whole or not at all, and a closed pipe is no accident."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from nktrade.core.paths import is_file, is_folder, is_there
from nktrade.errors import NktradeError


class DeliveryError(NktradeError):
    """An answer cannot be written where it was asked for."""


def deliver(text: str, target: str | None) -> None:
    """The text in the target file, or on standard output where none is named, as UTF-8.

    Raises: DeliveryError where the file cannot be written; what stood there before stays.
    """
    data = text.encode("utf-8", "backslashreplace")
    if target is None or target == "-":
        _print(data)
    else:
        deliver_bytes(data, target)


def deliver_bytes(data: bytes, target: str | os.PathLike[str]) -> None:
    """The bytes in the target file, whole or not at all.

    Raises: DeliveryError where the file cannot be written; what stood there before stays.
    """
    if is_there(path := Path(target)) and not is_file(path):
        _into_device(data, path)
    else:
        _replace(data, path)


def _print(data: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader has seen enough; what Python would flush at exit must go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _into_device(data: bytes, path: Path) -> None:
    if is_folder(path):
        raise DeliveryError(f"{path}: found a folder, expected a file to write; name a file in it")
    with suppress(BrokenPipeError), path.open("wb") as device:
        device.write(data)


def _replace(data: bytes, path: Path) -> None:
    """The file replaced in one step, so that no reader and no second run sees half of it."""
    try:
        place = Path(os.path.realpath(path))
        part = place.with_name(f".{place.name}.{os.getpid()}.part")
        try:
            with part.open("xb") as file:
                file.write(data)
            part.replace(place)
        finally:
            with suppress(OSError):  # what could not be written need not be there
                part.unlink()
    except OSError as error:
        raise DeliveryError(
            f"{path}: found no way to write there ({error.strerror}), expected a folder that is "
            "there and may be written; name another file with -o"
        ) from error
