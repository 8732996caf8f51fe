"""What can go wrong in jobs."""

from collections.abc import Sequence
from uuid import UUID

from careercopilot.kernel.errors import AlreadyExists, CareerCopilotError, Conflict, InvalidInput, NotFound
from careercopilot.modules.jobs.api.models import SourceRunView


class UnknownSource(InvalidInput):
    """There is no reader for this source; ``sources`` are those there are."""

    def __init__(self, source: str, sources: Sequence[str]) -> None:
        super().__init__("source", f"{source[:100]!r} is not one of {', '.join(sources)}")
        self.sources = tuple(sources)


class BoardNotFound(NotFound):
    """The source does not know this board, or it is not followed."""

    def __init__(self, board: str) -> None:
        super().__init__("job board", board)


class BoardBusy(Conflict):
    """The board is being read by another run, or was not due any more."""

    def __init__(self, source: str, board: str) -> None:
        super().__init__(f"{source}/{board} is already being read.", {"source": source, "board": board})


class SourceRunNotFound(NotFound):
    """There is no such run."""

    def __init__(self, run_id: UUID) -> None:
        super().__init__("source run", run_id)


class RunBroken(CareerCopilotError):
    """A run met something that nobody foresaw (the cause); ``run`` is what the ledger says of it."""

    def __init__(self, run: SourceRunView) -> None:
        super().__init__(f"The run of {run.source}/{run.board} broke off.")
        self.run = run


class JobNotFound(NotFound):
    """There is no such job, or it is somebody else's own."""

    def __init__(self, job_id: UUID) -> None:
        super().__init__("job", job_id)


class SavedJobNotFound(NotFound):
    """The person has no such saved job."""

    def __init__(self, saved_job_id: UUID) -> None:
        super().__init__("saved job", saved_job_id)


class AlreadySaved(AlreadyExists):
    """The person has saved this job before."""

    def __init__(self, saved_job_id: UUID) -> None:
        details = {"resource": "saved job", "id": str(saved_job_id)}
        super().__init__("This job is saved already.", details)


class SavedSearchNotFound(NotFound):
    """The person has no such saved search."""

    def __init__(self, saved_search_id: UUID) -> None:
        super().__init__("saved search", saved_search_id)


class TooManySavedSearches(Conflict):
    """The person keeps as many searches as anybody can."""

    def __init__(self, most: int) -> None:
        super().__init__(f"You keep {most} searches already; delete one to save another.", {"most": most})
