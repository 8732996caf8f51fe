"""The life of the processes: refused twice, killed, stopped."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import psutil
import pytest

from tests.support.people import PASSWORD
from tests.support.product import Product

pytestmark = pytest.mark.slow

PERSON = {"email": "kept@example.org", "password": PASSWORD, "full_name": "Kept"}


def can_sign_in(product: Product) -> bool:
    body = {"email": PERSON["email"], "password": PASSWORD}
    return httpx.post(f"{product.url}/api/v1/auth/login", json=body, timeout=20).status_code == 200


def alive(process: psutil.Process) -> bool:
    """Not ended; a zombie has ended, and waits for whoever is process 1 here."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def wait_for(condition: Callable[[], bool], patience: float = 30) -> None:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        try:
            if condition():
                return
        except (httpx.TransportError, psutil.NoSuchProcess, FileNotFoundError, KeyError):
            pass
        time.sleep(0.1)
    raise AssertionError("it never came true")


def test_whatever_is_killed_nothing_committed_is_lost(tmp_path: Path) -> None:
    product = Product(tmp_path / "data")
    with product:
        assert httpx.post(f"{product.url}/api/v1/auth/register", json=PERSON, timeout=20).status_code == 201
        assert can_sign_in(product)
        for name in ("asgi", "worker"):
            wait_for(lambda name=name: name in product.children())  # type: ignore[misc]
            child = product.children()[name]
            child.kill()
            wait_for(lambda name=name, pid=child.pid: product.children()[name].pid != pid)  # type: ignore[misc]
        wait_for(lambda: can_sign_in(product))
        killed = product.postgres_pid()
        os.kill(killed, signal.SIGKILL)
        wait_for(lambda: product.postgres_pid() != killed and can_sign_in(product))
        wait_for(lambda: httpx.get(f"{product.url}/health", timeout=5).json()["status"] == "healthy", 60)

        assert product.process is not None
        children = [*product.children().values()]
        product.process.kill()
        product.process.wait(10)
        wait_for(lambda: not any(alive(child) for child in children))
    with product:
        assert can_sign_in(product)


def test_a_second_up_on_the_same_directory_says_so(tmp_path: Path) -> None:
    with Product(tmp_path / "data") as product:
        second = product.run("up", "--port", str(product.port + 1 if product.port < 65535 else 1024))
        assert second.returncode == 1
        assert len(second.stderr.strip().splitlines()) == 1
        assert product.url in second.stderr
        third = product.run("up", "--port", str(product.port), "--data-dir", str(tmp_path / "other"))
        assert third.returncode == 1
        assert "taken" in third.stderr


@pytest.mark.parametrize("signals", [[signal.SIGTERM], [signal.SIGINT], [signal.SIGTERM, signal.SIGTERM]])
def test_it_stops_tidily(tmp_path: Path, signals: list[signal.Signals]) -> None:
    product = Product(tmp_path / "data")
    product.start()
    assert product.process is not None
    children = [*product.children().values(), psutil.Process(product.postgres_pid())]
    for number in signals:
        product.process.send_signal(number)
        time.sleep(0.05)
    assert product.process.wait(30) == 0, product.log.read_text()
    wait_for(lambda: not any(alive(child) for child in children), 5)
    assert not (product.data_dir / "postgres" / "postmaster.pid").exists()
    assert "Traceback" not in product.log.read_text()
