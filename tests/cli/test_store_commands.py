from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import urllib.request
import webbrowser
from pathlib import Path

import pytest
from typer.testing import CliRunner

from termbase.cli import demo
from termbase.cli._commands import app, modules
from termbase.cli._server import address_of, listening
from termbase.errors import UsageError
from termbase.model import State
from termbase.services.packs import starter_packs
from termbase.store import Store

from .conftest import Process, Run


@pytest.mark.usefixtures("where")
def test_find_and_show_speak_to_people_and_to_programs(run: Run) -> None:
    found = run("find", "order").stdout
    assert found.startswith("c-0001  orders  en order number · zh 订单号 · de Bestellnummer  (1 term to avoid)")
    said = json.loads(run("find", "order", "--json").stdout)
    assert (said["version"], said["count"], said["concepts"][0]["id"]) == (1, 1, "c-0001")
    shown = run("show", "c-0001").stdout
    assert "definition (en): The number that identifies one purchase." in shown
    assert "deprecated, literal from zh, → order number" in shown
    assert json.loads(run("show", "c-0001", "--json").stdout)["concept"]["terms"][1]["text"] == "订单号"
    assert "Danke für Ihre Geduld." in run("show", "u-0001").stdout
    assert run("show", "c-9999").exit_code == 2
    assert run("find", "order", "--reason", "litral").exit_code == 2


@pytest.mark.usefixtures("where")
def test_memory_lookup_says_what_differs(run: Run) -> None:
    words = ("memory", "lookup", "Thank you for your great patience.", "--from", "en", "--to", "de")
    assert "differs: + great" in run(*words).stdout
    said = json.loads(run(*words, "--json").stdout)
    match = said["matches"][0]
    assert set(match) == {"unit", "source", "target", "score", "dangers", "differences"}
    assert (said["version"], match["unit"], match["target"]) == (1, "u-0001", "Danke für Ihre Geduld.")
    assert 70 <= match["score"] < 100
    assert run("memory", "lookup", "Nothing", "--from", "en", "--to", "de").stdout == "Nothing like it in the memory.\n"
    assert run("memory", "lookup", "x", "--from", "en").exit_code == 2
    assert "u-0001" in run("memory", "concordance", "Geduld").stdout
    assert json.loads(run("memory", "concordance", "Geduld", "--json").stdout)["units"][0]["id"] == "u-0001"


@pytest.mark.usefixtures("where")
def test_history_is_newest_first(run: Run, tmp_path: Path) -> None:
    pack = {"termbase": 1, "concepts": [{"terms": [{"lang": "en", "text": "a"}]}]}
    (tmp_path / "a.json").write_text(json.dumps(pack), encoding="utf-8")
    run("import", "a.json")
    said = json.loads(run("history", "--json").stdout)
    assert said["version"] == 1
    assert [event["batch"] for event in said["events"]] == ["b-0002", "b-0001"]
    assert {"id", "at", "who", "action", "batch"} <= set(said["events"][0])
    assert (said["events"][0]["action"], said["events"][1]["who"]) == ("import", "ann")
    assert "a.json" in run("history").stdout
    assert [event["batch"] for event in json.loads(run("history", "b-0001", "--json").stdout)["events"]] == ["b-0001"]
    assert len(json.loads(run("history", "--json", "--limit", "1").stdout)["events"]) == 1
    assert run("undo", "b-0099").exit_code == 2


@pytest.mark.usefixtures("where")
def test_stats_and_doctor(run: Run) -> None:
    assert run("stats").stdout.startswith("1 concept with 4 terms\n1 unit with 2 variants\n")
    assert json.loads(run("stats", "--json").stdout)["by_direction"] == {"zh→en": 1}
    well = run("doctor")
    assert (well.exit_code, "Everything is in order." in well.stdout) == (0, True)
    ill = run("doctor", "--database", "absent.db", "--json")
    assert ill.exit_code == 1
    assert "termbase init" in json.loads(ill.stdout)["problems"][0]


def test_packs_are_counted_without_a_database(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = json.loads(run("stats", "--packs", "--json").stdout)
    assert said["concepts"] > 0
    assert said["by_direction"]["zh→en"] > 0


def test_init_fills_a_store_once(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("init", "--empty", "--database", "e.db").stdout == "e.db: 0 concepts and 0 units\n"
    first = run("init")
    assert first.exit_code == 0
    assert first.stdout.startswith("termbase.db: ")
    assert run("init").stdout == first.stdout
    batches = {event["batch"] for event in json.loads(run("history", "--json").stdout)["events"]}
    assert len(batches) == len(starter_packs())


def test_the_database_may_be_named_before_or_after_the_command_or_in_the_environment(
    run: Run, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path.parent)
    assert run("find", "order").exit_code == 2
    assert run("--database", where, "find", "order").exit_code == 0
    assert run("find", "order", "--database", where).exit_code == 0
    assert run("memory", "concordance", "Geduld", "--database", where).exit_code == 0
    monkeypatch.setenv("TERMBASE_DATABASE", where)
    assert run("find", "order").exit_code == 0
    assert run("--database", "absent.db", "find", "order").exit_code == 2


@pytest.mark.parametrize("command", sorted(modules()))
def test_every_command_says_so_when_there_is_no_database(
    run: Run, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = {
        "export": ["x.json"], "find": ["x"], "show": ["c-0001"], "undo": ["b-0001"], "backup": ["x.db"],
        "import": ["x"],
        "memory": ["concordance", "x"], "check": ["-", "--to", "en"], "history": [], "serve": [], "stats": [],
        "learn": ["x.jsonl"],
    }  # fmt: skip
    if command not in words:
        pytest.skip("needs no database")
    done = run(command, *words[command], input="x")
    assert (done.exit_code, "termbase init" in done.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_help_and_version(run: Run) -> None:
    assert run("--version").stdout.startswith("termbase 0.")
    listed = run("--help").stdout
    assert all(f"\n  {name} " in listed for name in modules())
    assert run().exit_code in (0, 2)
    wrong = run("imprt")
    assert (wrong.exit_code, "'import'" in wrong.stderr) == (2, True)


def test_an_unexpected_error_is_one_line(process: Process) -> None:
    script = (
        "import termbase.cli._commands as c, termbase.cli as m\n"
        "def broken(**_): raise RuntimeError('oh')\nc.app = broken\nm.main()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert (done.returncode, len(done.stderr.splitlines())) == (70, 1)
    assert "RuntimeError: oh" in done.stderr
    interrupted = script.replace("RuntimeError('oh')", "KeyboardInterrupt")
    assert subprocess.run([sys.executable, "-c", interrupted], capture_output=True, timeout=60).returncode == 130


# serving


def test_a_port_that_is_taken_names_the_option() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match="--port"), listening("127.0.0.1", port):
            pass
    with pytest.raises(UsageError, match="--host"), listening("0.0.0.0", 0):
        pass
    with listening("127.0.0.1", 0) as free:
        assert address_of(free).startswith("http://127.0.0.1:")


def test_no_browser_is_no_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert demo.open_browser("http://127.0.0.1:1") is False
    monkeypatch.setenv("DISPLAY", ":99")

    def broken(_: str) -> bool:
        raise OSError("no browser")

    monkeypatch.setattr(webbrowser, "open", broken)
    assert demo.open_browser("http://127.0.0.1:1") is False


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_the_demo_answers_and_leaves_nothing_behind(tmp_path: Path, sign: signal.Signals, code: int) -> None:
    command = [sys.executable, "-c", "from termbase.cli import main; main()", "demo", "--no-browser"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env={"TMPDIR": str(tmp_path), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
    ) as running:
        assert running.stdout is not None
        address = running.stdout.readline().removeprefix("termbase demo: ").strip()
        with urllib.request.urlopen(f"{address}/api/health", timeout=20) as answer:
            assert answer.status == 200
        assert list(tmp_path.glob("termbase-demo-*"))
        running.send_signal(sign)
        out, err = running.communicate(timeout=30)
        assert running.returncode == code
        assert "Traceback" not in out + err
    assert not list(tmp_path.glob("termbase-demo-*"))


def test_the_runner_itself_needs_no_database() -> None:
    assert CliRunner().invoke(app, ["check", "--help"]).exit_code == 0


def test_literal_renderings_are_shown_and_added(run: Run, where: str) -> None:
    shown = json.loads(run("literals", "c-0001", "--to", "en", "--json").stdout)
    (proposal,) = shown["proposals"]
    assert (proposal["source"], proposal["lang"]) == ("订单号", "en")
    assert 0 < len(proposal["renderings"]) <= 10
    assert not {"order number", "single number"} & set(proposal["renderings"])
    done = run("literals", "--all", "--to", "en", "--add")
    assert "proposed" in done.stdout
    with Store.open(where) as store:
        waiting = [term.text for term in store.concept("c-0001").terms if term.state is State.PROPOSED]
    assert waiting == proposal["renderings"]
    assert run("literals").exit_code == 2
