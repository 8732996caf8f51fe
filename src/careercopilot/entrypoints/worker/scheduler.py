"""The scheduler process: ``python -m careercopilot.entrypoints.worker.scheduler``. Several at once do no harm."""

import asyncio
import sys

import structlog
import uvloop

from careercopilot.bootstrap.brokers import task_broker
from careercopilot.bootstrap.container import postgres_container
from careercopilot.bootstrap.logging import configure_logging
from careercopilot.bootstrap.process import collect_garbage_seldom, exit_when_parent_dies, install_stop_signals
from careercopilot.bootstrap.settings import Settings, settings_or_exit
from careercopilot.entrypoints.worker.duties import perform
from careercopilot.entrypoints.worker.heart import beat
from careercopilot.entrypoints.worker.scheduling import run_schedule
from careercopilot.entrypoints.worker.tasks import register_tasks
from careercopilot.kernel.health import Heartbeats

_log = structlog.get_logger("careercopilot.scheduler")


def main() -> int:
    """Keep the schedule until SIGINT or SIGTERM."""
    exit_when_parent_dies()
    settings = settings_or_exit()
    configure_logging(settings)
    if settings.redis_url is None or settings.database_url is None:
        missing = "CAREERCOPILOT_REDIS_URL" if settings.redis_url is None else "CAREERCOPILOT_DATABASE_URL"
        sys.stderr.write(f"scheduler needs {missing}; without Redis each worker keeps the schedule itself\n")
        return 2
    collect_garbage_seldom()
    uvloop.run(_run(settings, settings.database_url.get_secret_value()))
    return 0


async def _run(settings: Settings, url: str) -> None:
    stop = asyncio.Event()
    install_stop_signals(stop)
    container = postgres_container(settings, url)
    broker = task_broker(settings)
    await register_tasks(broker, container)
    duties = {"heart": beat(await container.get(Heartbeats), "scheduler"), "schedule": run_schedule(broker)}
    _log.info("scheduler.started")
    try:
        await perform(duties, stop)
    finally:
        await broker.shutdown()
        await container.close()
        _log.info("scheduler.stopped")


if __name__ == "__main__":
    sys.exit(main())
