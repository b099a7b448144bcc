"""The wordings the checks themselves bring can be read, every one."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from termbase.languages import language
from termbase.matching.pattern import LIMIT, check_pattern, count, glued, parse

PROMISES = json.loads(files("termbase.checks").joinpath("data/vague_promise.json").read_text("utf-8"))
SECRETS = json.loads(files("termbase.checks").joinpath("data/confidential.json").read_text("utf-8"))


@pytest.mark.parametrize("lang", sorted(PROMISES))
def test_every_promise_pattern_can_be_read_and_is_not_too_large_to_match(lang: str) -> None:
    for group in ("vague", "weak", "unkeepable"):
        for entry in PROMISES[lang].get(group, ()):
            if isinstance(entry, dict):
                assert entry["instead"], entry
                patterns = [entry["pattern"], *entry.get("unless", ())]
            else:
                assert group != "unkeepable", f"an over-promise needs a cure of its own: {entry}"
                patterns = entry if isinstance(entry, list) else [entry]
            for pattern in patterns:
                if language(lang).spaced and not glued(pattern):
                    parse(pattern)
                else:
                    check_pattern(pattern)
                    assert count(parse(pattern)) <= LIMIT, pattern


@pytest.mark.parametrize("lang", sorted(SECRETS))
def test_every_confidential_pattern_can_be_read(lang: str) -> None:
    for pattern in (pattern for patterns in SECRETS[lang].values() for pattern in patterns):
        if language(lang).spaced and not glued(pattern):
            parse(pattern)
        else:
            check_pattern(pattern)
