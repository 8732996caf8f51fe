"""The garbage collector of a process that lives long."""

import gc

_THRESHOLDS = (20_000, 20, 50)


def collect_garbage_seldom() -> None:
    """Leave what start-up made out of every collection, and look through the rest less often. Call it once imported.

    A page of jobs, or a batch of postings, is thousands of short-lived values without cycles: by default they make
    the collector walk the whole program every few requests, a quarter of the process's time and most of its slowest
    answers.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
