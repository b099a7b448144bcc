from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from starlette.testclient import TestClient

Local = Callable[..., TestClient]


def test_health_answers_without_a_store(tmp_path: Path, client_of: Local) -> None:
    answer = client_of(str(tmp_path / "absent.db")).get("/health")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"


def test_a_missing_store_is_named_with_what_to_do(tmp_path: Path, client_of: Local) -> None:
    answer = client_of(str(tmp_path / "absent.db")).post("/check", json={"draft": "Hello"})
    assert answer.status_code == 404
    assert "termbase init" in answer.json()["detail"]


def test_concepts_are_searched(client: TestClient) -> None:
    answer = client.get("/concepts", params={"query": "路由"}).json()
    assert (answer["version"], answer["count"]) == (1, 1)
    assert [term["text"] for term in answer["concepts"][0]["terms"]][:2] == ["turn on the router", "打开路由器"]


def test_concepts_are_filtered_and_paged(client: TestClient) -> None:
    everything = client.get("/concepts").json()
    assert everything["count"] == 2
    page = client.get("/concepts", params={"limit": 1, "offset": 1}).json()
    assert [concept["id"] for concept in page["concepts"]] == [everything["concepts"][1]["id"]]
    assert client.get("/concepts", params={"reason": "literal"}).json()["count"] == 1
    assert client.get("/concepts", params={"subject": "orders"}).json()["count"] == 1
    assert client.get("/concepts", params={"limit": 0}).status_code == 422


def test_one_concept_and_none(client: TestClient) -> None:
    concept = client.get("/concepts/c-0001").json()["concept"]
    assert (concept["id"], concept["subject"]) == ("c-0001", "devices")
    absent = client.get("/concepts/c-9999")
    assert absent.status_code == 404
    assert "c-9999" in absent.json()["detail"]


def test_the_memory_says_what_differs(client: TestClient) -> None:
    asked = {"text": "Your parcel arrives on 13 May.", "from": "en", "to": "de", "floor": 50}
    answer = client.post("/memory/matches", json=asked).json()
    assert answer["version"] == 1
    (match,) = answer["matches"]
    assert set(match) == {"unit", "source", "target", "score", "dangers", "differences"}
    assert match["target"] == "Ihr Paket kommt am 12. Mai an."
    assert match["score"] < 100
    assert "number" in match["dangers"]


def test_the_memory_refuses_what_it_does_not_understand(client: TestClient) -> None:
    assert client.post("/memory/matches", json={"text": "Hello", "from": "en"}).status_code == 422
    answer = client.post("/memory/matches", json={"text": "Hello", "from": "en", "to": "not a language"})
    assert answer.status_code == 400
    assert "not a language" in answer.json()["detail"]


def test_the_description_is_served_and_no_page_from_a_cdn(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {"/check", "/health", "/memory/matches", "/concepts", "/concepts/{id}"} <= set(paths)
    assert client.get("/docs").status_code == 404
    assert client.get("/redoc").status_code == 404
