"""Files on the disk: written whole or not at all, and what went wrong said plainly."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from termbase.errors import Unreadable, Unwritable


@contextmanager
def written_beside(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of `path` when the block ends well, and disappears when it does not.

    A link is followed; what is no ordinary file (a pipe, /dev/stdout) is written straight.
    """
    if path.is_dir():
        raise Unwritable(f"{path} is a folder. Name a file in it.")
    path = path.resolve() if path.is_symlink() and path.is_file() else path
    special = path.exists() and not path.is_file()
    beside = path if special else path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.tmp")
    try:
        with beside.open("wb" if special else "xb") as stream:
            yield stream
            stream.flush()
            if special:
                return
            os.fsync(stream.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o7777)
        beside.replace(path)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Unwritable(f"{path} cannot be written: {disk_said(error)}") from error
    finally:
        if not special:
            beside.unlink(missing_ok=True)


@contextmanager
def opened_to_read(path: Path, shown: str = "") -> Iterator[BinaryIO]:
    """A file for reading bytes; `Unreadable` under the name `shown` when it cannot be opened."""
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(path.open("rb"))
        except OSError as error:
            raise Unreadable(disk_said(error), path=shown or str(path)) from error
        yield stream


def disk_said(error: OSError) -> str:
    """What an operating system error means, as a sentence."""
    return {
        FileNotFoundError: "There is no such file or folder.",
        PermissionError: "You may not read or write there.",
        IsADirectoryError: "It is a folder. Name a file in it.",
    }.get(type(error), f"{error.strerror or error}.")
