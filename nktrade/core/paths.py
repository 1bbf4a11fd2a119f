"""Paths: what stands at one. A name too long for any file and a folder that is closed to us lead nowhere; pathlib raises."""

import os

PathLike = str | os.PathLike[str]


def is_file(path: PathLike) -> bool:
    """Whether a file stands there that we may see."""
    return os.path.isfile(path)  # noqa: PTH113 - pathlib's raises, as above


def is_folder(path: PathLike) -> bool:
    """Whether a folder stands there that we may see."""
    return os.path.isdir(path)  # noqa: PTH112 - as above


def is_there(path: PathLike) -> bool:
    """Whether anything stands there that we may see."""
    return os.path.exists(path)  # noqa: PTH110 - as above
