"""The broker that tasks are registered on."""

from taskiq import AsyncBroker

from careercopilot.adapters.taskiq.broker import in_process_broker


def task_broker() -> AsyncBroker:
    """Make the broker of this process."""
    return in_process_broker()
