"""The supervisor with children that behave and children that do not."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from careercopilot.entrypoints.cli.supervisor import (
    ChildKeepsDying,
    ChildNotReady,
    ChildSpec,
    Supervisor,
    SupervisorError,
    keeper,
    restarts,
)
from tests.support.waiting import until

SLEEPS = "import time; time.sleep(600)"
IGNORES_SIGTERM = """
import pathlib, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
pathlib.Path(sys.argv[1]).touch()
time.sleep(600)
"""
HAS_A_CHILD = """
import pathlib, subprocess, sys, time
grandchild = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
written = pathlib.Path(sys.argv[1])
written.with_suffix(".new").write_text(str(grandchild.pid))
written.with_suffix(".new").rename(written)
time.sleep(600)
"""
Events = list[tuple[str, dict[str, Any]]]


def child(name: str, source: str, *arguments: object, **facts: Any) -> ChildSpec:
    return ChildSpec(name, (sys.executable, "-c", source, *map(str, arguments)), **facts)


def exists(path: Path) -> Callable[[], Awaitable[bool]]:
    async def answer() -> bool:
        return path.exists()  # noqa: ASYNC240 (a look at a local file)

    return answer


def runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


@pytest.fixture
def events() -> Events:
    return []


def pids(events: Events, name: str) -> list[int]:
    return [facts["pid"] for event, facts in events if event == "child.started" and facts["child"] == name]


def started(events: Events, times: int) -> bool:
    return len(pids(events, "one")) == times


def record(events: Events) -> Callable[[str, dict[str, Any]], None]:
    return lambda event, facts: events.append((event, facts))


def order(events: Events, *names: str) -> list[tuple[str, str]]:
    return [(event, facts["child"]) for event, facts in events if event in names]


async def test_children_start_in_order_and_stop_in_reverse(events: Events) -> None:
    supervisor = Supervisor([child("first", SLEEPS), child("second", SLEEPS)], on_event=record(events))

    await supervisor.start()
    await supervisor.stop()
    await supervisor.stop()

    assert order(events, "child.ready", "child.stopped") == [
        ("child.ready", "first"),
        ("child.ready", "second"),
        ("child.stopped", "second"),
        ("child.stopped", "first"),
    ]
    assert not any(runs(pids(events, name)[0]) for name in ("first", "second"))


async def test_the_next_child_waits_until_the_one_before_is_ready(tmp_path: Path, events: Events) -> None:
    mark = tmp_path / "ready"
    slow = "import pathlib, sys, time; time.sleep(0.3); pathlib.Path(sys.argv[1]).touch(); time.sleep(600)"
    supervisor = Supervisor(
        [child("slow", slow, mark, ready=exists(mark)), child("next", SLEEPS)], on_event=record(events)
    )

    await supervisor.start()
    await supervisor.stop()

    assert order(events, "child.started", "child.ready")[:3] == [
        ("child.started", "slow"),
        ("child.ready", "slow"),
        ("child.started", "next"),
    ]


async def test_nobody_waits_for_a_background_child(tmp_path: Path, events: Events) -> None:
    mark = tmp_path / "ready"
    stop = asyncio.Event()
    slow = child("slow", SLEEPS, ready=exists(mark), background=True)
    supervisor = Supervisor([slow, child("next", SLEEPS)], on_event=record(events))
    running = asyncio.create_task(supervisor.run(stop))

    await until(lambda: ("child.ready", "next") in order(events, "child.ready"))
    assert ("child.ready", "slow") not in order(events, "child.ready")
    mark.touch()
    await until(lambda: ("child.ready", "slow") in order(events, "child.ready"))
    stop.set()
    await running


async def test_a_killed_child_is_started_again(events: Events) -> None:
    stop = asyncio.Event()
    running = asyncio.create_task(Supervisor([child("one", SLEEPS)], on_event=record(events)).run(stop))
    await until(lambda: pids(events, "one"))
    os.kill(pids(events, "one")[0], signal.SIGKILL)

    await until(lambda: len(pids(events, "one")) == 2)

    exited = next(facts for event, facts in events if event == "child.exited")
    assert exited["exit_code"] == -signal.SIGKILL
    assert exited["restart_in"] == pytest.approx(0.2)
    stop.set()
    await running


async def test_what_a_killed_child_left_behind_is_killed_too(tmp_path: Path, events: Events) -> None:
    written, stop = tmp_path / "pid", asyncio.Event()
    parent = child("parent", HAS_A_CHILD, written, ready=exists(written))
    running = asyncio.create_task(Supervisor([parent], on_event=record(events)).run(stop))
    await until(written.exists)
    grandchild = int(written.read_text())

    os.kill(pids(events, "parent")[0], signal.SIGKILL)

    await until(lambda: not runs(grandchild))
    stop.set()
    await running


async def test_a_child_that_cannot_start_ends_the_run_with_its_last_words(
    events: Events, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careercopilot.entrypoints.cli.supervisor.restarts.FIRST_DELAY", 0.01)
    broken = child("broken", "import sys; sys.exit('no such database')")
    supervisor = Supervisor([child("good", SLEEPS), broken], on_event=record(events))

    with pytest.raises(ChildKeepsDying, match=r"broken ended 5 times.*no such database") as refusal:
        await supervisor.run(asyncio.Event())

    assert refusal.value.log[-1] == "no such database"
    assert len(pids(events, "broken")) == 5
    assert not runs(pids(events, "good")[0])


async def test_a_child_that_is_killed_while_it_works_well_is_never_given_up(
    events: Events, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careercopilot.entrypoints.cli.supervisor.restarts.LONGEST_DELAY", 0.01)
    monkeypatch.setattr(keeper, "UP_LONG_ENOUGH", 0.0)
    stop = asyncio.Event()
    running = asyncio.create_task(Supervisor([child("one", SLEEPS)], on_event=record(events)).run(stop))
    for killed in range(7):
        await until(partial(started, events, killed + 1))
        os.kill(pids(events, "one")[-1], signal.SIGKILL)
    await until(partial(started, events, 8))
    stop.set()
    await running


async def test_a_child_that_never_becomes_ready_is_named(tmp_path: Path, events: Events) -> None:
    mute = child("mute", SLEEPS, ready=exists(tmp_path / "never"), ready_timeout=0.2)

    with pytest.raises(ChildNotReady, match="mute was not ready"):
        await Supervisor([mute], on_event=record(events)).run(asyncio.Event())

    assert not runs(pids(events, "mute")[0])


async def test_a_command_that_does_not_exist_is_named() -> None:
    with pytest.raises(SupervisorError, match="ghost cannot be started"):
        await Supervisor([ChildSpec("ghost", ("/no/such/program",))]).run(asyncio.Event())


async def test_a_child_that_ignores_sigterm_is_killed_at_its_deadline(tmp_path: Path, events: Events) -> None:
    mark = tmp_path / "deaf"
    deaf = child("deaf", IGNORES_SIGTERM, mark, ready=exists(mark), stop_timeout=0.3)
    supervisor = Supervisor([deaf], on_event=record(events))
    await supervisor.start()

    await supervisor.stop()

    assert events[-1] == ("child.stopped", {"child": "deaf", "pid": pids(events, "deaf")[0], "forced": True})
    assert not runs(pids(events, "deaf")[0])


async def test_hurrying_shortens_the_wait_and_leaves_nobody(tmp_path: Path, events: Events) -> None:
    mark = tmp_path / "deaf"
    deaf = child("deaf", IGNORES_SIGTERM, mark, ready=exists(mark), stop_timeout=60)
    supervisor = Supervisor([deaf, child("good", SLEEPS)], on_event=record(events))
    await supervisor.start()
    began = time.monotonic()
    stopping = asyncio.create_task(supervisor.stop())
    await asyncio.sleep(0.1)

    supervisor.hurry()
    await stopping

    assert time.monotonic() - began < 5
    assert not any(runs(pids(events, name)[0]) for name in ("deaf", "good"))


async def test_a_stop_that_is_cancelled_leaves_nobody(tmp_path: Path, events: Events) -> None:
    mark = tmp_path / "deaf"
    deaf = child("deaf", IGNORES_SIGTERM, mark, ready=exists(mark), stop_timeout=60)
    supervisor = Supervisor([deaf, child("good", SLEEPS)], on_event=record(events))
    await supervisor.start()
    stopping = asyncio.create_task(supervisor.stop())
    await asyncio.sleep(0.1)

    stopping.cancel()
    with pytest.raises(asyncio.CancelledError):
        await stopping

    assert not any(runs(pids(events, name)[0]) for name in ("deaf", "good"))


async def test_a_stop_during_the_start_is_heeded_at_once(tmp_path: Path, events: Events) -> None:
    stop = asyncio.Event()
    mute = child("mute", SLEEPS, ready=exists(tmp_path / "never"))
    running = asyncio.create_task(Supervisor([mute], on_event=record(events)).run(stop))
    await until(lambda: pids(events, "mute"))

    stop.set()
    await asyncio.wait_for(running, 5)

    assert not runs(pids(events, "mute")[0])


async def test_watches_are_called_and_one_that_fails_is_called_again(
    events: Events, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careercopilot.entrypoints.cli.supervisor.supervisor.WATCH_EVERY", 0.01)
    stop = asyncio.Event()
    calls = 0

    async def watch() -> None:
        nonlocal calls
        calls += 1
        if calls == 1:
            message = "the first look failed"
            raise RuntimeError(message)
        if calls == 3:
            stop.set()

    await Supervisor([], watch=[watch], on_event=record(events)).run(stop)

    assert events == [("watch.failed", {"error": "the first look failed"})]


async def test_children_get_their_environment_and_print_to_our_standard_error(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    mark = tmp_path / "done"
    source = "import os, pathlib, sys; print(os.environ['GREETING']); pathlib.Path(sys.argv[1]).touch()"
    talker = child("talker", source, mark, environment={"GREETING": "good day"})
    supervisor = Supervisor([talker])

    await supervisor.start()
    await until(mark.exists)
    await asyncio.sleep(0.1)
    await supervisor.stop()

    assert "good day" in capfd.readouterr().err


async def test_a_dispensable_child_that_never_gets_on_its_feet_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restarts, "LONGEST_DELAY", 0.01)
    monkeypatch.setattr(restarts, "FIRST_DELAY", 0.01)
    starts = tmp_path / "starts"
    dies = "import pathlib, sys; file = pathlib.Path(sys.argv[1]); file.open('a').write('x')"
    spec = child("poor", dies, starts, background=True, dispensable=True, ready=exists(tmp_path / "never"))
    supervisor = Supervisor([spec, child("good", SLEEPS)])
    stop = asyncio.Event()
    running = asyncio.create_task(supervisor.run(stop))
    await until(lambda: starts.exists() and len(starts.read_text()) > restarts.FAILED_STARTS, 15)
    assert not running.done()
    stop.set()
    await running
