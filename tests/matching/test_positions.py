"""Code points and UTF-16 code units."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from termbase.matching.positions import from_utf16, to_utf16

TEXT = st.text(st.sampled_from("aé中😀𠀀\u0301\n"), max_size=30)


@given(text=TEXT, data=st.data())
def test_a_position_comes_back_from_utf16(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    units = to_utf16(text, position)
    assert units == len(text[:position].encode("utf-16-le")) // 2
    assert from_utf16(text, units) == position
