"""TBX: the exchange format of terminology. `tbx` is version 3 (ISO 30042:2019, TBX-Basic), `tbx-v2` the older martif.

Both names read either version: v2 with tig or ntig; v3 Core, Min, Basic and Linguist, styles dca and dct.

Survives a round trip: concepts with their external id, origin, subject, product, audience, definitions, note, image,
props, tags; terms with status, part of speech, gender, type, market, context, source, note, who and when. What TBX has
no category for (reason, from, when, replacements, patterns, examples …) goes into a note of `key=value` lines that
other tools show as text and we read back.
Does not: ids of the store and revisions; terms that are not approved; indentation inside texts, which a reader takes
for pretty printing; a use count or anything else of the memory.
"""

from __future__ import annotations

from termbase.formats import xml
from termbase.formats.format import TERMS, Format
from termbase.formats.tbx_reading import read
from termbase.formats.tbx_writing import V2, V3, writer


def recognize(start: bytes) -> bool:
    """Whether a file starts like TBX of any version."""
    return xml.root_of(start).lower() in ("tbx", "martif")


FORMATS = (
    Format(
        name="tbx",
        title="TBX v3 (ISO 30042:2019, TBX-Basic)",
        extensions=(".tbx",),
        content=(TERMS,),
        read=read,
        write=writer(V3),
        recognize=recognize,
    ),
    Format(
        name="tbx-v2",
        title="TBX v2 (martif), for Weblate, OmegaT and older tools",
        extensions=(".martif",),
        content=(TERMS,),
        read=read,
        write=writer(V2),
    ),
)
