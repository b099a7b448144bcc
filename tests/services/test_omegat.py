"""A memory we export is one that OmegaT applies."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from termbase.model import Unit, Variant
from termbase.services.exchange import export_file
from termbase.store import Store

PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>en</source_lang><target_lang>zh</target_lang>
<source_tok>org.omegat.tokenizer.DefaultTokenizer</source_tok><target_tok>org.omegat.tokenizer.DefaultTokenizer</target_tok>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags></project></omegat>
"""
PHRASE = {"en": 'Hello {customer_name}, is "5 < 6 & 7" right?', "zh": "{customer_name}您好，“5 < 6 & 7”对吗？"}


@pytest.mark.skipif(shutil.which("omegat") is None, reason="OmegaT is not installed (apt-get install omegat)")
def test_omegat_translates_a_text_from_an_exported_tmx(tmp_path: Path) -> None:
    project = tmp_path / "project"
    for folder in ("source", "target", "omegat", "glossary", "dictionary", "tm/auto"):
        (project / folder).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT, encoding="utf-8")
    (project / "source" / "reply.txt").write_text(PHRASE["en"] + "\n", encoding="utf-8")
    with Store.open(tmp_path / "t.db", create=True) as store:
        with store.batch("lead", "add") as batch:
            batch.add_unit(Unit(key="hello", variants=tuple(Variant(lang=k, text=v) for k, v in PHRASE.items())))
        export_file(store, project / "tm" / "auto" / "memory.tmx")
    done = subprocess.run(
        ["omegat", str(project), "--mode=console-translate"],
        env={**os.environ, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (project / "target" / "reply.txt").read_text(encoding="utf-8").strip() == PHRASE["zh"]
