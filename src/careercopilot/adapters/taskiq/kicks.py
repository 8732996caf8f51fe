"""Kicks that leave this process."""

import asyncio
from collections.abc import Collection

from taskiq import AsyncBroker
from taskiq.exceptions import SendTaskError
from taskiq.kicker import AsyncKicker

from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.signals import Signal, task_of

_PATIENCE = 1.0


class TaskiqSignalCarrier:
    """Turns signals of the topic TASKS into messages of the broker, for one of the workers each."""

    def __init__(self, broker: AsyncBroker) -> None:
        self._broker = broker

    async def carry(self, signals: Collection[Signal]) -> None:
        try:
            async with asyncio.timeout(_PATIENCE):
                for signal in signals:
                    task, row_id = task_of(signal)
                    kicker: AsyncKicker[[str], None] = AsyncKicker(task, self._broker, {})
                    await kicker.kiq(str(row_id))
        except (SendTaskError, TimeoutError) as error:
            raise Unavailable("The broker does not answer.") from error
