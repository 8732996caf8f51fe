"""Signals on their way out of a unit of work."""

from dishka import AsyncContainer

from careercopilot.kernel.signals import Signal
from careercopilot.kernel.unit_of_work import UnitOfWork


async def send(container: AsyncContainer, *signals: Signal, commit: bool = True) -> None:
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        uow.signal(*signals)
        if commit:
            await uow.commit()
