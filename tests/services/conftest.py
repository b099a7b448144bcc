"""A store in memory, and files to import."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from termbase.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        yield opened


@pytest.fixture
def pack(tmp_path: Path) -> Callable[..., Path]:
    """Writes a pack file: concepts and units as the JSON format spells them."""

    def write(*concepts: dict[str, Any], units: list[dict[str, Any]] | None = None, name: str = "orders") -> Path:
        path = tmp_path / f"{name}.json"
        content = {
            "termbase": 1,
            "pack": {"name": name, "version": "1", "licence": "CC0-1.0"},
            "concepts": list(concepts),
            "units": units or [],
        }
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
        return path

    return write


@pytest.fixture
def tmx(tmp_path: Path) -> Callable[..., Path]:
    """Writes a TMX file of English and German pairs; a third value is the tuid."""

    def write(*pairs: tuple[str, ...], name: str = "memory.tmx") -> Path:
        units = "\n".join(
            f"<tu{_tuid(pair)}>"
            f'<tuv xml:lang="en"><seg>{pair[0]}</seg></tuv><tuv xml:lang="de"><seg>{pair[1]}</seg></tuv></tu>'
            for pair in pairs
        )
        path = tmp_path / name
        path.write_text(
            '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="t" '
            'creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/>'
            f"<body>\n{units}\n</body></tmx>\n",
            encoding="utf-8",
        )
        return path

    return write


@pytest.fixture
def exported(tmp_path: Path) -> Callable[[Store], bytes]:
    """The lossless export of a store: equal bytes mean an equal store."""
    from termbase.services.exchange import export_file

    def write(store: Store) -> bytes:
        path = tmp_path / "state.json"
        export_file(store, path)
        return path.read_bytes()

    return write


def _tuid(pair: tuple[str, ...]) -> str:
    return f' tuid="{pair[2]}"' if len(pair) > 2 else ""
