"""The route that hears what agents do with findings."""

from __future__ import annotations

from tests.api.conftest import TestClient


def rule(client: TestClient) -> str:
    """The id of a rule of the store, from a finding."""
    found = client.post("/check", json={"draft": "Please open the router.", "target_lang": "en"}).json()["findings"]
    return str(found[0]["term"])


def test_a_verdict_moves_the_confidence(client: TestClient) -> None:
    term = rule(client)
    taken = client.post("/verdicts", json={"term": term, "verdict": "accepted"}).json()
    reported = client.post("/verdicts", json={"term": term, "verdict": "reported"}).json()
    assert taken["version"] == 1
    assert 0 < reported["confidence"] < taken["confidence"] <= 1


def test_what_is_no_verdict_is_refused(client: TestClient) -> None:
    assert client.post("/verdicts", json={"term": rule(client), "verdict": "loved"}).status_code == 422
    assert client.post("/verdicts", json={"term": "t-9999", "verdict": "accepted"}).status_code == 404
