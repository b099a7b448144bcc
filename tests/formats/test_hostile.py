"""Files that are broken or mean harm give `Unreadable` with a line, or rows; never anything else, never much memory."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase import formats
from termbase.errors import Unreadable
from termbase.formats import ReadOptions, Row, lossless, xml

from .helpers import read, write
from .test_tbx import POWER
from .test_tmx import ORDER, seg

ENTRY = "<termEntry id='a'><langSet xml:lang='en'><tig><term>{}</term></tig></langSet></termEntry>"
TMX = (
    '<?xml version="1.0"?>\n{doctype}\n<tmx version="1.4"><header/><body><tu>\n'
    '<tuv xml:lang="en"><seg>{text}</seg></tuv></tu></body></tmx>'
)
TBX = (
    '<?xml version="1.0"?>\n{doctype}\n<martif type="TBX"><text><body>\n'
    + ENTRY.format("{text}")
    + "</body></text></martif>"
)
LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)
) + "]>"  # fmt: skip


@pytest.mark.parametrize(("name", "file"), [("tmx", TMX), ("tbx", TBX)])
@pytest.mark.parametrize(
    "doctype",
    [
        LAUGHS.replace("a11", "e"),
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE x [<!ENTITY e PUBLIC 'x' 'http://192.0.2.1/e'>]>",
        "<!DOCTYPE x [<!ENTITY e 'hello'>]>",
    ],
    ids=["laughs", "file", "network", "plain"],
)
def test_an_entity_is_refused_where_it_is_used(name: str, file: str, doctype: str) -> None:
    with pytest.raises(Unreadable, match="&e;") as refusal:
        read(name, file.format(doctype=doctype, text="&e;"))
    assert refusal.value.line == 4


def test_an_entity_is_refused_in_an_attribute_too() -> None:
    text = TMX.format(doctype="<!DOCTYPE x [<!ENTITY e 'en'>]>", text="a").replace('"en"', '"&e;"')
    for encoding in ("utf-8", "utf-16"):
        with pytest.raises(Unreadable, match="&e;"):
            read("tmx", text.encode(encoding))


@pytest.mark.parametrize(("name", "file"), [("tmx", TMX), ("tbx", TBX)])
@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<!DOCTYPE martif PUBLIC "ISO 12200:1999A//DTD MARTIF core (DXFcdV04)//EN" "TBXcdv04.dtd">',
        "<!DOCTYPE x [<!ENTITY unused 'hello'><!ELEMENT x ANY>]>",
        "<!DOCTYPE x [<!ENTITY % p SYSTEM 'http://192.0.2.1/p'> %p;]>",
    ],
)
def test_a_doctype_as_such_is_passed_over(name: str, file: str, doctype: str) -> None:
    assert read(name, file.format(doctype=doctype, text="a &amp; b"))[0].item is not None


@pytest.mark.parametrize(("name", "file"), [("tmx", TMX), ("tbx", TBX)])
def test_an_entity_that_nothing_defines_is_refused(name: str, file: str) -> None:
    for doctype in ("", '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'):
        with pytest.raises(Unreadable, match="nbsp"):
            read(name, file.format(doctype=doctype, text="a&nbsp;b"))


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda text: text.replace("hello", "he\0llo"), 4),
        (lambda text: text.replace("hello", "he&#0;llo"), 4),
        (lambda text: text.replace("hello", "he\x0bllo"), 4),
        (lambda text: text.replace("</seg>", "").replace("</term>", ""), 4),
        (lambda text: text[: len(text) // 2], 4),
        (lambda text: "", 1),
        (lambda text: text.replace("<?xml", "<?xml encoding='klingon'").replace("encoding='klingon' v", "v", 0), 1),
        (lambda text: '<?xml version="1.0" encoding="utf-7"?>' + text[22:], 1),
        (lambda text: text.replace("hello", "<b>" * 3000), 4),
    ],
)
@pytest.mark.parametrize(("name", "file"), [("tmx", TMX), ("tbx", TBX)])
def test_broken_xml_is_refused_with_its_line(name: str, file: str, change: object, line: int) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(name, change(file.format(doctype="", text="hello")))  # type: ignore[operator]
    assert refusal.value.line == line or (line == 4 and refusal.value.line in (0, 3, 4))
    assert str(refusal.value).endswith(".")


def test_bytes_of_another_encoding_are_refused() -> None:
    with pytest.raises(Unreadable):
        read("tmx", seg("é").encode("latin-1"))
    with pytest.raises(Unreadable, match="encoding"):
        read("tmx", seg("x", head='<?xml version="1.0" encoding="gb18030"?>').encode() + b"<!--\xff\xff-->")


class Endless(io.RawIOBase):
    """A beginning, then the same piece again and again until `size` bytes are reached."""

    def __init__(self, start: bytes, piece: bytes, size: int) -> None:
        self.rest, self.piece, self.size = start, piece, size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        while len(self.rest) < len(buffer) and self.size > 0:
            self.rest += self.piece
            self.size -= len(self.piece)
        taken, self.rest = self.rest[: len(buffer)], self.rest[len(buffer) :]
        buffer[: len(taken)] = taken
        return len(taken)


def peak(name: str, start: bytes, piece: bytes, size: int) -> tuple[int, float]:
    """Rows read, and the most memory that took, in MB."""
    reader = formats.by_name(name).read
    assert reader is not None
    tracemalloc.start()
    count = 0
    try:
        for _row in reader(io.BufferedReader(Endless(start, piece, size)), ReadOptions(target_lang="de")):
            count += 1
    except Unreadable as refusal:
        assert refusal.line > 0  # noqa: PT017  both outcomes are right, and memory is what is measured
    finally:
        most = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
    return count, most


HEADS = {
    "tmx": b"<tmx><header/><body>",
    "tbx": b"<martif><text><body>",
    "json": b'{"termbase": 1, "concepts": [\n{"id": "x"}\n',
    "po": b"",
    "csv": b"en,de\n",
}
PIECES = {
    "tmx": b'<tu><tuv xml:lang="en"><seg>hello</seg></tuv></tu>\n',
    "tbx": ENTRY.format("hello").encode(),
    "json": b', {"id": "y", "terms": [{"lang": "en", "text": "hello"}]}\n',
    "po": b'msgid "a"\nmsgstr "b"\n\n',
    "csv": b"the order number of the parcel,die Bestellnummer der Sendung\n",
}


@pytest.mark.parametrize("name", HEADS)
def test_many_rows_take_no_more_memory_than_few(name: str) -> None:
    few, little = peak(name, HEADS[name], PIECES[name], 200_000)
    many, most = peak(name, HEADS[name], PIECES[name], 500_000)
    assert many > 2 * few
    assert most < little + 1.5


@pytest.mark.parametrize("name", HEADS)
@pytest.mark.parametrize("opening", ["text", "nothing"])
def test_one_endless_line_is_refused_in_bounded_memory(
    name: str, opening: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (xml, lossless):
        monkeypatch.setattr(module, "_LONGEST", 1 << 20)
    begun = {
        "tmx": b'<tu><tuv xml:lang="en"><seg>',
        "tbx": b"<termEntry><langSet xml:lang='en'><tig><term>",
        "json": b', {"id": "',
        "po": b'msgid "',
        "csv": b'"',
    }
    start = HEADS[name] + (begun[name] if opening == "text" else b"")
    _, most = peak(name, start, b"x" * 4096, 8_000_000)
    assert most < 12


def test_ten_megabytes_of_good_units_on_one_line_are_read() -> None:
    assert len(read("tmx", HEADS["tmx"] + PIECES["tmx"].strip() * 200_000 + b"</body></tmx>")) == 200_000


GOOD: dict[str, bytes] = {}


def _good(name: str) -> bytes:
    if name not in GOOD:
        values = [ORDER] if name == "tmx" else [POWER, ORDER] if name == "json" else [POWER]
        GOOD[name] = write(name, values, source_lang="en", langs=("zh",))[0]
    return GOOD[name]


def _survives(name: str, data: bytes) -> Iterator[Row]:
    try:
        yield from read(name, data)
    except Unreadable as refusal:
        assert str(refusal)  # noqa: PT017  reading or refusing are both right


NAMES = ["json", "tbx", "tbx-v2", "tmx", "po", "csv", "tsv"]


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_a_changed_file_gives_rows_or_a_refusal(name: str, data: st.DataObject) -> None:
    good = bytearray(_good(name))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(good)))
        length = data.draw(st.integers(0, 12))
        good[place : place + length] = data.draw(
            st.one_of(
                st.binary(max_size=8),
                st.sampled_from([b"<", b">", b'"', b"&", b"\0", b"\xff\xfe", b"\n", b"{", b"]", b"&a;"]),
            )
        )
    for row in _survives(name, bytes(good)):
        assert row.line > 0


@pytest.mark.parametrize("name", NAMES)
def test_a_file_cut_off_anywhere_gives_rows_or_a_refusal(name: str) -> None:
    good = _good(name)
    for end in range(0, len(good), 7):
        for _row in _survives(name, good[:end]):
            pass


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=100)
@given(data=st.binary(max_size=200))
def test_any_bytes_give_rows_or_a_refusal(name: str, data: bytes) -> None:
    for _row in _survives(name, data):
        pass


@pytest.mark.parametrize("name", ["json", "tbx", "tmx"])
def test_a_file_that_was_cut_off_is_never_taken_for_whole(name: str) -> None:
    good = _good(name).rstrip()
    for end in range(1, len(good), 11):
        with pytest.raises(Unreadable):
            read(name, good[:end])
