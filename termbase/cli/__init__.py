"""The command line. One file a command: `check.py` is `termbase check`, `import_.py` is `termbase import`.

A command module declares `app`, a typer application of one command or a few subcommands: arguments on top, a
plain function below that does the work and that tests call. Files that begin with an underscore are not commands.
Modules are imported when their command is asked for, and heavy packages inside the functions that need them,
so that a cold `termbase check` starts fast.
"""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line and leave with its exit code; people never see a traceback."""
    from termbase.cli._commands import app

    _speak_utf8()
    try:
        code = _run(app)
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        code = 141
    except Exception as error:
        if os.environ.get("TERMBASE_DEBUG"):
            raise
        sys.stderr.write(
            f"termbase: something went wrong that should not have: {type(error).__name__}: {error}. "
            "Set TERMBASE_DEBUG=1 to see where, and please report it.\n"
        )
        code = 70
    sys.exit(_flushed(code))


def _run(app: object) -> int:
    assert callable(app)
    try:
        app(prog_name="termbase")
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else int(bool(leave.code))
    return 0


def _speak_utf8() -> None:
    """UTF-8 in and out whatever the locale says; half characters of odd file names are shown, not fatal."""
    for stream, errors in ((sys.stdin, "strict"), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=errors)


def _flushed(code: int) -> int:
    """Flush what is printed; when the reader has gone, stay quiet about it."""
    try:
        sys.stdout.flush()
    except (BrokenPipeError, ValueError, AttributeError):
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())  # type: ignore[union-attr]
        except (OSError, ValueError, AttributeError):
            return code
    return code
