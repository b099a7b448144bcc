from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from termbase.api import api
from termbase.api.guard import MAX_BODY

SHAPE = {
    "check", "kind", "severity", "start", "end", "text", "message", "replacements", "concept", "term", "confidence",
    "source_start", "source_end",
}  # fmt: skip


def findings(client: TestClient, **asked: Any) -> list[dict[str, Any]]:
    answer = client.post("/check", json=asked)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["findings"]
    return found


def test_a_literal_rendering_is_found_where_it_stands(client: TestClient) -> None:
    draft = "Please open the router."
    (found,) = findings(client, draft=draft, target_lang="en")
    assert set(found) == SHAPE
    assert (found["kind"], found["severity"]) == ("literal", "error")
    assert draft[found["start"] : found["end"]] == found["text"] == "open the router"
    assert found["replacements"] == ["turn on the router"]


def test_the_language_is_guessed_and_said(client: TestClient) -> None:
    answer = client.post("/check", json={"draft": "Please open the router and wait for the light."}).json()
    assert answer["version"] == 1
    assert answer["target_lang"] == "en"


def test_offsets_count_code_points(client: TestClient) -> None:
    draft = "👩‍👩‍👧‍👦 𠮷 Please open the router."
    (found,) = findings(client, draft=draft, target_lang="en")
    assert draft[found["start"] : found["end"]] == "open the router"


def test_a_draft_that_looks_like_markup_comes_back_as_it_is(client: TestClient) -> None:
    draft = "<img src=x onerror=alert(1)> open the router"
    found = findings(client, draft=draft, target_lang="en")
    assert [one["text"] for one in found if one["kind"] == "literal"] == ["open the router"]


def test_messages_follow_the_reader(where: str) -> None:
    def shouting(header: str) -> Any:
        return str.upper if header.startswith("xx") else str

    client = TestClient(api(where, interpreter=shouting), base_url="http://localhost", client=("127.0.0.1", 1))
    asked = {"draft": "Please open the router.", "target_lang": "en"}
    loud = client.post("/check", json=asked, headers={"Accept-Language": "xx"}).json()["findings"][0]["message"]
    quiet = client.post("/check", json=asked).json()["findings"][0]["message"]
    assert "WORD-FOR-WORD" in loud
    assert "word-for-word" in quiet


def test_a_glossary_of_the_call_counts_for_it_alone(client: TestClient) -> None:
    asked: dict[str, Any] = {
        "draft": "Bitte nennen Sie die Bestellnummer.",
        "target_lang": "de",
        "source": "Please tell us the order number.",
        "source_lang": "en",
    }
    assert not [f for f in findings(client, **asked) if f["kind"] == "missing_term"]
    asked["glossary"] = [{"source": "order number", "target": "Auftragsnummer"}]
    assert [f for f in findings(client, **asked) if f["kind"] == "missing_term"]


def test_checks_that_are_off_run_when_they_are_asked_for(client: TestClient) -> None:
    asked = {"draft": "Please tell me the the order number.", "target_lang": "en"}
    assert findings(client, **asked) == []
    assert [f["kind"] for f in findings(client, **asked, also=["style"])] == ["style"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, "`draft` is missing."),
        ({"draft": 7}, "`draft` is wrong"),
        ({"draft": "Hello", "target_lang": "not a language"}, "target_lang"),
        ({"draft": "Hello", "format": "docx"}, "`format` is wrong"),
        ({"draft": "Hello", "also": ["jargon"]}, "missing-greeting"),
        ({"draft": "Hello", "glossary": [{"source": "a"}]}, "`glossary.0.target` is missing."),
        ([], "not a JSON object"),
    ],
)
def test_bad_input_is_answered_with_a_sentence(client: TestClient, body: Any, said: str) -> None:
    answer = client.post("/check", json=body)
    assert answer.status_code in (400, 422)
    assert said in answer.json()["detail"]


def test_a_body_that_is_not_json_is_answered_with_a_sentence(client: TestClient) -> None:
    answer = client.post("/check", content="{draft", headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["detail"]) == (400, "The body is not JSON.")


def test_half_a_character_is_refused_with_a_sentence(client: TestClient) -> None:
    answer = client.post("/check", content=r'{"draft": "\ud83d"}', headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert "draft" in answer.json()["detail"]


def test_a_megabyte_is_too_much_announced_or_not(client: TestClient) -> None:
    large = b'{"draft": "' + b"a" * MAX_BODY + b'"}'
    assert client.post("/check", content=large).status_code == 413
    assert client.post("/check", content=(large[n : n + 65536] for n in range(0, len(large), 65536))).status_code == 413
