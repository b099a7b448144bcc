"""The family of errors, and where each one is turned into words.

    TermbaseError               anything termbase says no to; its text is meant for a person
    ├── UsageError              the question itself was wrong: unknown language, format, option (exit 2, HTTP 400)
    ├── NotFound                no such concept, unit, batch, database … (exit 2, HTTP 404)
    ├── Unreadable              a file could not be read; carries path and line (exit 3, HTTP 422)
    ├── Unwritable              a format cannot hold this, or the disk said no (exit 3, HTTP 422)
    ├── Invalid                 a value breaks a rule of the model (exit 2, HTTP 422)
    ├── Conflict                somebody else changed it meanwhile (exit 4, HTTP 409)
    ├── Busy                    the store is locked by a long write (exit 5, HTTP 503)
    ├── NewerStore              the store was written by a newer release (exit 5, HTTP 503)
    └── NotAllowed              the person's role does not permit it (exit 4, HTTP 403)

A message says what was found, where, and what to do. Colour and markup are the interfaces' business.
"""

from __future__ import annotations


class TermbaseError(Exception):
    """Anything termbase says no to. `str(error)` is a full sentence for a person."""

    exit_code = 2
    http_status = 400


class UsageError(TermbaseError):
    """The question itself was wrong: an unknown language, format or option."""


class NotFound(TermbaseError):
    """There is no such concept, unit, batch, file or database."""

    http_status = 404


class Unreadable(TermbaseError):
    """A file could not be read.

    `path` and `line` (from 1; 0 when the whole file is meant) stand before the reason in the message.
    """

    exit_code = 3
    http_status = 422

    def __init__(self, reason: str, *, path: str = "", line: int = 0) -> None:
        self.reason, self.path, self.line = reason, path, line
        super().__init__(reason)

    def __str__(self) -> str:
        if not self.path:
            return f"Line {self.line}: {self.reason}" if self.line else self.reason
        place = self.path + (f":{self.line}" if self.line else "")
        return f"{place}: {self.reason}"


class Unwritable(TermbaseError):
    """The format cannot hold what it was given, or the file could not be written."""

    exit_code = 3
    http_status = 422


class Invalid(TermbaseError):
    """A value breaks a rule of the model (an empty term, a malformed pattern …)."""

    http_status = 422


class Conflict(TermbaseError):
    """Somebody else changed it since it was read; read it again and repeat the change."""

    exit_code = 4
    http_status = 409


class Busy(TermbaseError):
    """Another process has been writing to the store for longer than we are willing to wait."""

    exit_code = 5
    http_status = 503


class NewerStore(TermbaseError):
    """The store was written by a newer release of termbase."""

    exit_code = 5
    http_status = 503


class NotAllowed(TermbaseError):
    """The person's role does not permit this."""

    exit_code = 4
    http_status = 403
