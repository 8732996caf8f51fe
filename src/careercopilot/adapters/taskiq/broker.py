"""Brokers. A message only says which row to look at; losing one loses nothing."""

from taskiq import AsyncBroker, InMemoryBroker

TASKS_AT_ONCE = 16


def in_process_broker() -> AsyncBroker:
    """Make the broker of a worker that is woken by signals and runs its tasks itself."""
    return InMemoryBroker(max_async_tasks=TASKS_AT_ONCE, cast_types=True)
