"""What can go wrong in content."""

from uuid import UUID

from careercopilot.kernel.errors import Conflict, NotFound


class GenerationNotFound(NotFound):
    """The person has no such text."""

    def __init__(self, generation_id: UUID) -> None:
        super().__init__("generation", generation_id)


class ResumeNotFound(NotFound):
    """The person has no such resume."""

    def __init__(self, resume_id: UUID) -> None:
        super().__init__("resume", resume_id)


class TooManyGenerations(Conflict):
    """The person keeps as many texts as are kept for one person."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"At most {limit} texts are kept; delete some that you no longer need.", {"limit": limit})
