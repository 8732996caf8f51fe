"""Work of which one go at a time is enough."""

import asyncio

import pytest

from careercopilot.entrypoints.worker.one_at_a_time import OneAtATime


class Work:
    def __init__(self) -> None:
        self.goes = self.under_way = self.most_at_once = 0
        self.fails = False
        self.go_on = asyncio.Event()

    async def __call__(self) -> None:
        self.goes += 1
        self.under_way += 1
        self.most_at_once = max(self.most_at_once, self.under_way)
        try:
            await self.go_on.wait()
            if self.fails:
                raise ValueError("it failed")
        finally:
            self.under_way -= 1


async def test_whoever_comes_meanwhile_adds_one_more_look_and_no_second_go_beside_it() -> None:
    work = Work()
    duty = OneAtATime(work)
    going = asyncio.create_task(duty.run())
    await asyncio.sleep(0)
    await asyncio.gather(*(duty.run() for _ in range(5)))
    work.go_on.set()
    await going
    assert (work.goes, work.most_at_once) == (2, 1)


async def test_after_a_failure_it_can_be_done_again() -> None:
    work = Work()
    work.go_on.set()
    work.fails = True
    duty = OneAtATime(work)
    with pytest.raises(ValueError, match="it failed"):
        await duty.run()
    work.fails = False
    await duty.run()
    assert (work.goes, work.under_way) == (2, 0)
