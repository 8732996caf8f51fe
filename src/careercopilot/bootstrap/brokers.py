"""The broker that tasks are registered on."""

from taskiq import AsyncBroker

from careercopilot.adapters.taskiq.broker import in_process_broker
from careercopilot.bootstrap.settings import Settings


def task_broker(settings: Settings) -> AsyncBroker:
    """Make a broker: one that carries messages between processes where there is a Redis to carry them."""
    if settings.redis_url is None:
        return in_process_broker()
    # Only the scaled-out form pays for importing what talks to Redis.
    from careercopilot.adapters.taskiq.stream_broker import PatientStreamBroker  # noqa: PLC0415

    return PatientStreamBroker(settings.redis_url.get_secret_value())
