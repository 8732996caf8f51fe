"""The worker process: ``python -m careercopilot.entrypoints.worker``."""

import asyncio
import sys

import structlog
import uvloop
from dishka import AsyncContainer
from taskiq import AsyncBroker

from careercopilot.bootstrap.brokers import task_broker
from careercopilot.bootstrap.container import postgres_container
from careercopilot.bootstrap.logging import configure_logging
from careercopilot.bootstrap.metrics_page import MetricsServer
from careercopilot.bootstrap.process import collect_garbage_seldom, exit_when_parent_dies, install_stop_signals
from careercopilot.bootstrap.settings import Settings, settings_or_exit
from careercopilot.entrypoints.worker.duties import Duty, perform
from careercopilot.entrypoints.worker.heart import beat
from careercopilot.entrypoints.worker.ingestion import ensure_something_to_see
from careercopilot.entrypoints.worker.receiving import receive_messages
from careercopilot.entrypoints.worker.relaying import relay_events
from careercopilot.entrypoints.worker.scheduling import run_schedule
from careercopilot.entrypoints.worker.standing_in import stand_in_for_scheduler
from careercopilot.entrypoints.worker.tasks import RunningTasks, register_tasks
from careercopilot.entrypoints.worker.waking import wake_tasks
from careercopilot.kernel.health import Heartbeats
from careercopilot.kernel.relay import Relay
from careercopilot.kernel.signals import Signals

_log = structlog.get_logger("careercopilot.worker")


def main() -> int:
    """Work until SIGINT or SIGTERM."""
    exit_when_parent_dies()
    settings = settings_or_exit()
    configure_logging(settings)
    if settings.database_url is None:
        sys.stderr.write("worker needs CAREERCOPILOT_DATABASE_URL; `careercopilot up` runs everything without it\n")
        return 2
    collect_garbage_seldom()
    uvloop.run(_run(settings, settings.database_url.get_secret_value()))
    return 0


async def _run(settings: Settings, url: str) -> None:
    stop = asyncio.Event()
    install_stop_signals(stop)
    container = postgres_container(settings, url)
    try:
        await work(container, stop)
    finally:
        await container.close()


async def work(container: AsyncContainer, stop: asyncio.Event) -> None:
    """Relay events and run tasks until the event is set; then end all of it in order."""
    settings = await container.get(Settings)
    broker = task_broker(settings)
    running = await register_tasks(broker, container)
    await broker.startup()
    woken = _woken_by_messages(broker, running) if settings.redis_url else await _woken_by_signals(broker, container)
    duties = {
        "heart": beat(await container.get(Heartbeats), "worker"),
        "relay": relay_events(await container.get(Relay), await container.get(Signals)),
        "metrics": (await container.get(MetricsServer)).serve(),
        **woken,
    }
    first_sight = asyncio.create_task(_first_sight(container), name="first-sight")
    _log.info("worker.started")
    try:
        await perform(duties, stop)
    finally:
        first_sight.cancel()
        await asyncio.gather(first_sight, return_exceptions=True)
        await running.stop()
        await broker.shutdown()
        _log.info("worker.stopped")


def _woken_by_messages(broker: AsyncBroker, running: RunningTasks) -> dict[str, Duty]:
    """Take turns with other workers at what is sent, by the scheduler among others."""
    return {"messages": receive_messages(broker), "standing-in": stand_in_for_scheduler(broker, running)}


async def _woken_by_signals(broker: AsyncBroker, container: AsyncContainer) -> dict[str, Duty]:
    """Hear what every worker hears, and be the scheduler too."""
    return {"waking": wake_tasks(broker, await container.get(Signals)), "schedule": run_schedule(broker)}


async def _first_sight(container: AsyncContainer) -> None:
    """Give a new installation its first jobs; a failure is told and the schedule goes on."""
    try:
        await ensure_something_to_see(container)
    except Exception:  # noqa: BLE001 - logged with its trace; the schedule goes on
        _log.exception("first-sight.failed")


if __name__ == "__main__":
    sys.exit(main())
