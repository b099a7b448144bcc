"""Who is using termbase. In local mode there is one person, called what the computer calls them."""

from __future__ import annotations

import getpass


def local_person() -> str:
    """The name that stands in the history for what this person does."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container whose user has no name
        return "me"
